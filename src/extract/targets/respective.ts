import { fold } from '../../text/fold.ts';
import { onlyJoins, type SentenceView, type Value } from './sentence-view.ts';

/**
 * The names of values that are given one after the other for as many things:
 *
 *     Tỷ lệ gia đình, thôn, cơ quan đạt danh hiệu văn hóa | lần lượt là | 90%, 85% và 95%
 *     → Tỷ lệ gia đình đạt danh hiệu văn hóa; Tỷ lệ thôn đạt …; Tỷ lệ cơ quan đạt …
 *
 * Null where the name does not list as many.
 */
export function respectiveNames(sentence: SentenceView, values: readonly Value[], index: number, name: string): string[] | null {
  const { folded, words } = sentence;
  const first = values[index] as Value;
  if (!words.respectively.firstIn(folded, first.lead.start, first.quantity.start)) return null;
  let last = index;
  while (last + 1 < values.length && onlyJoins(sentence, (values[last] as Value).quantity.end, (values[last + 1] as Value).lead.start)) last++;
  const parts = listed(sentence, name);
  const count = last - index + 1;
  if (count < 2 || parts.length !== count) return null;
  const head = words.sharedHeads.startingAt(fold(name), 0);
  if (!head) return null;
  const tail = parts.at(-1) as string;
  const predicate = words.predicates.firstIn(fold(tail), 0, tail.length);
  const said = predicate && predicate.start > 0 ? tail.slice(predicate.start) : '';
  return parts.map((part, at) => {
    const noun = (at === 0 ? part.slice(head.end) : at === count - 1 && said !== '' ? tail.slice(0, tail.length - said.length) : part).trim();
    return `${name.slice(0, head.end)} ${noun} ${said}`.trim();
  });
}

/** What commas and conjunctions part. */
function listed({ words }: SentenceView, name: string): string[] {
  return name.split(', ').flatMap((part, index, all) => {
    if (index < all.length - 1) return [part];
    const folded = fold(part);
    for (let at = folded.indexOf(' '); at !== -1; at = folded.indexOf(' ', at + 1)) {
      const and = words.conjunctions.startingAt(folded, at + 1);
      if (and) return [part.slice(0, at), part.slice(and.end).trim()];
    }
    return [part];
  });
}
