import type { AgencyGrammar } from '../../grammar/agencies.ts';
import type { Quantity, QuantityGrammar } from '../../grammar/quantities.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import type { UnitGrammar } from '../../grammar/units.ts';
import type { Period } from '../../model/targets.ts';
import type { Passage } from '../passage.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import type { Horizon } from './horizons.ts';
import type { Lead } from './lead.ts';

interface Span {
  start: number;
  end: number;
}

export type Scope = NonNullable<TargetDraft['scope']>;

export interface SentenceTools {
  units: Pick<UnitGrammar, 'canonical' | 'named'>;
  quantities: QuantityGrammar;
  words: TargetWords;
  agencies: Pick<AgencyGrammar, 'at'>;
  /** `m²` of an indicator per head is `m²/người`, `bác sĩ` of one per 10,000 `bác sĩ/vạn dân`. */
  unitFor(symbol: string, name: string): string;
}

/** A sentence with the horizons and figures in it. Offsets are those of the passage. */
export interface SentenceView {
  passage: Passage;
  folded: string;
  text: string;
  start: number;
  end: number;
  /** All horizons, those a change is measured against among them. */
  every: readonly Horizon[];
  horizons: readonly Horizon[];
  /** What is no word of a name: horizons, citations, titles. */
  holes: readonly Span[];
  /** Where no clause begins: brackets without a value, names of scopes. */
  closed: readonly Span[];
  quantities: readonly Quantity[];
  /** What stands before the first comma, where that has no value: `Trên địa bàn phường Ba Đình, | …`. */
  opening: Span | null;
  /** The horizon that opens the sentence, and the periods that govern it. */
  leading: Horizon | undefined;
  governing: Period[];
  context: SentenceContext;
  words: TargetWords;
  tools: SentenceTools;
}

/** A value in a sentence with the stretches around it that may name its indicator. */
export interface Value {
  quantity: Quantity;
  lead: Lead;
  /** Start of the clause the value stands in. */
  clause: number;
  /** The name before the value, and what follows it. */
  pre: Span & { raise: 'increase' | 'decrease' | null; head: boolean };
  post: Span;
  /** Bracket depth. */
  depth: number;
  periods: Period[];
  /** A horizon of the sentence gives the periods. */
  own: boolean;
  /** Its horizon stands behind it. */
  trailing: boolean;
}

/** Looks at `[start, end)` of a passage. */
export function viewSentence(
  passage: Passage,
  start: number,
  end: number,
  allHorizons: readonly Horizon[],
  masks: readonly Span[],
  context: SentenceContext,
  tools: SentenceTools,
): SentenceView {
  const { folded, text } = passage;
  const { words } = tools;
  const within = (span: Span) => span.start >= start && span.end <= end;
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

/** A horizon that a few words only stand before opens the sentence: `Phấn đấu đến năm 2025, …` */
const FARTHEST_OPENING = 14;

/** `sản phẩm (GDP)` */
function bracketsWithoutValue(folded: string, start: number, end: number, quantities: readonly Quantity[]): Span[] {
  const brackets: Span[] = [];
  for (let open = folded.indexOf('(', start); open !== -1 && open < end; open = folded.indexOf('(', open + 1)) {
    const close = folded.indexOf(')', open);
    if (close === -1 || close >= end) break;
    if (!quantities.some((quantity) => quantity.start > open && quantity.start < close)) brackets.push({ start: open, end: close + 1 });
  }
  return brackets;
}

/** `trẻ có cân nặng thấp (dưới 2.500 gram) | dưới 5%`: a figure in a bracket between a name and its value belongs to the name. */
function bracketsInNames(folded: string, start: number, end: number, quantities: readonly Quantity[], words: TargetWords): Span[] {
  const brackets: Span[] = [];
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1];
    const open = folded.lastIndexOf('(', quantity.start);
    if (!next || open < start || isShare(quantity) || quantity.noun?.end === next.start) continue;
    const close = folded.indexOf(')', quantity.end);
    if (close === -1 || close >= end || close > next.start || folded.slice(quantity.end, close).trim() !== '') continue;
    const before = quantities[index - 1];
    if (before && (before.end > open || folded.slice(before.end, open).trim() === '')) continue;
    if (onlyLeads(folded, open + 1, quantity.start, words) && onlyLeads(folded, close + 1, next.start, words)) brackets.push({ start: open, end: close + 1 });
  }
  return brackets;
}

/** True where nothing but bounds, verbs and blanks stands in a stretch. */
function onlyLeads(folded: string, start: number, end: number, words: TargetWords): boolean {
  for (let at = afterBlanks(folded, start); at < end; at = afterBlanks(folded, at)) {
    const lead = words.lead.startingAt(folded, at, end);
    if (!lead) return false;
    at = lead.end;
  }
  return true;
}

/** `nội thành, nội thị`: its comma parts no clauses. */
function listsInScopes(folded: string, start: number, end: number, words: TargetWords): Span[] {
  const stretch = folded.slice(start, end);
  return words.scopes.flatMap(({ pattern }) => {
    const match = pattern.exec(stretch);
    return match?.[0].includes(',') ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
  });
}

/** Syllables before the comma of a joint name. */
const LONGEST_JOINT = 4;

/** `nông, lâm, thủy sản`: the same for names that have a comma. */
function jointNames(folded: string, start: number, end: number, words: TargetWords): Span[] {
  const found: Span[] = [];
  for (let comma = folded.indexOf(', ', start); comma !== -1 && comma < end; comma = folded.indexOf(', ', comma + 1)) {
    // "nông, lâm" has one syllable before its comma, "văn hóa, thể thao" two, "nghiên cứu khoa học, phát triển công nghệ" four.
    let name: { start: number; end: number } | null = null;
    for (let syllables = 0, at = comma + 1; syllables < LONGEST_JOINT && at > start && name === null; syllables++) {
      at = Math.max(start, folded.lastIndexOf(' ', at - 2) + 1);
      const found = words.jointNames.startingAt(folded, at, end);
      if (found && found.end > comma) name = found;
    }
    if (!name) continue;
    found.push({ start: name.start, end: name.end });
    comma = name.end;
  }
  return found;
}

/** The part of an area or population that a stretch names: `khu vực nội thị`. */
export function scopeOf(words: TargetWords, stretch: string): Scope | null {
  for (const { id, pattern } of words.scopes) {
    const match = pattern.exec(stretch);
    if (!match) continue;
    const preposition = words.scopeWords.startingAt(match[0], 0);
    return { id, name: preposition && preposition.end < match[0].length ? match[0].slice(preposition.end).trimStart() : match[0] };
  }
  return null;
}

/** True where nothing but a scope stands in a stretch: `riêng khu vực nội thị`. */
export function isOnlyScope(stretch: string, name: string, words: TargetWords): boolean {
  let rest = stretch.replace(name, ' ');
  for (let at = 0; at < rest.length; at++) {
    const found = words.scopeWords.startingAt(rest, at);
    if (found) rest = rest.slice(0, found.start) + ' '.repeat(found.end - found.start) + rest.slice(found.end);
  }
  return rest.replace(/[\s,:]/g, '').length <= 3;
}

export function isShare(quantity: Quantity): boolean {
  return quantity.unit?.symbol === '%' || quantity.unit?.symbol === '‰';
}

/** The offset of the first word from `at` on. */
export function afterBlanks(folded: string, at: number): number {
  let next = at;
  while (/\s/.test(folded.charAt(next))) next++;
  return next;
}

/** True where a stretch holds nothing but commas and conjunctions: `50%, | 70% và | 100%`. */
export function onlyJoins({ folded, words }: SentenceView, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (/[\s,;]/.test(folded.charAt(at))) continue;
    const word = words.conjunctions.startingAt(folded, at, end);
    if (!word) return false;
    at = word.end - 1;
  }
  return true;
}

/** The same where horizons and citations may stand between as well: `tăng 1,5 lần vào năm 2025 và | 2 lần vào năm 2030`. */
export function onlyJoinsAndHoles(sentence: SentenceView, start: number, end: number): boolean {
  let from = start;
  for (const hole of sentence.holes) {
    if (hole.start < from || hole.end > end) continue;
    if (!onlyJoins(sentence, from, hole.start)) return false;
    from = hole.end;
  }
  return onlyJoins(sentence, from, end);
}

export function endsInConjunction(sentence: SentenceView, start: number, end: number): boolean {
  return withoutConjunction(sentence, start, end) < beforeBlanks(sentence.folded, start, end);
}

/** Where a stretch ends without the conjunction at its end: `100% khu công nghiệp | và`. */
export function withoutConjunction({ folded, words }: SentenceView, start: number, end: number): number {
  const last = beforeBlanks(folded, start, end);
  return words.conjunctions.endingAt(folded, last, start)?.start ?? last;
}

function beforeBlanks(folded: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(folded.charAt(last - 1))) last--;
  return last;
}
