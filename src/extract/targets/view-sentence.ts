import { bracketsInNames, bracketsWithoutValue, jointNames, listsInScopes } from './closed-spans.ts';
import { afterBlanks, type SentencePlace, type SentenceView } from './sentence-view.ts';

/** A horizon that a few words only stand before opens the sentence: `Phấn đấu đến năm 2025, …` */
const FARTHEST_OPENING = 14;

/** Looks at `[start, end)` of a passage. */
export function viewSentence(...[passage, start, end, allHorizons, masks, context, tools]: SentencePlace): SentenceView {
  const { folded, text } = passage;
  const { words } = tools;
  const within = (span: { start: number; end: number }) => span.start >= start && span.end <= end;
  const every = allHorizons.filter(within);
  const horizons = every.filter((horizon) => !horizon.base && !masks.some((mask) => mask.start <= horizon.start && horizon.end <= mask.end));
  const holes = [...every, ...masks.filter(within)].sort((a, b) => a.start - b.start);
  const found = tools.quantities.find(folded, start, end, holes);
  const measures = bracketsInNames(folded, start, end, found, words);
  const quantities = measures.length === 0 ? found : found.filter((quantity) => !measures.some((bracket) => bracket.start < quantity.start && quantity.end < bracket.end));
  const leading = horizons.find((horizon) => afterBlanks(folded, start) >= horizon.start - FARTHEST_OPENING && /^[\p{L}\s,]*$/u.test(folded.slice(start, horizon.start)));
  const closed =
    quantities.length === 0
      ? []
      : [...measures, ...bracketsWithoutValue(folded, start, end, quantities), ...listsInScopes(folded, start, end, words), ...jointNames(folded, start, end, words)];
  const comma = folded.indexOf(',', start);
  const opening = comma !== -1 && comma < (quantities[0]?.start ?? start) ? { start, end: comma } : null;
  return {
    passage,
    folded,
    text,
    start,
    end,
    every,
    horizons,
    holes,
    closed,
    quantities,
    opening,
    leading,
    governing: leading ? leading.periods : context.periods,
    context,
    words,
    tools,
  };
}
