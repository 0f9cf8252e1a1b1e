import { fold } from '../../text/fold.ts';
import { isCapitalAt, isWordAt } from '../../text/word-chars.ts';
import type { TargetDraft } from './draft.ts';
import type { SentenceView, Value } from './sentence-view.ts';

/** Where the words before a value end in a listed place: `… tại | Hà Nội | đạt 45%`; `alone` where they are nothing else: `, | Đà Nẵng | đạt 25%`. */
export function placeBefore({ folded, text, words, tools }: SentenceView, { pre }: Pick<Value, 'pre'>): { start: number; alone: boolean } | null {
  for (let at = pre.start; at < pre.end; at++) {
    if (isWordAt(folded, at - 1) || !isCapitalAt(text, at)) continue;
    if (at > pre.start && !words.scopeWords.endingAt(folded, at - 1, pre.start)) continue;
    const place = tools.agencies.placeAt(text, folded, at);
    if (place?.name && place.rows.length > 0 && place.end === pre.end) return { start: at, alone: at === pre.start };
  }
  return null;
}

/** The name of the value before without the place at its end: `tỷ lệ đảm nhận | tại Hà Nội`. */
export function withoutPlace({ name, area }: TargetDraft, { words }: SentenceView): string {
  const place = area && area !== 'country' && area.whole ? area.passage.text.slice(area.start, area.end) : '';
  if (place === '' || !name.endsWith(place)) return name;
  const bare = name.slice(0, -place.length).trimEnd();
  const word = words.scopeWords.endingAt(fold(bare), bare.length);
  return word ? bare.slice(0, word.start).trimEnd() : bare;
}
