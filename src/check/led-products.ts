import { compiledOnce } from '../grammar/compiled.ts';
import { anyOf } from '../grammar/words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Assignment } from '../model/assignments.ts';
import { fold } from '../text/fold.ts';
import { groupBy } from './target-series.ts';

/** So many words at least name a product: "xây dựng Đề án phát triển nhà ở xã hội", not "xây dựng kế hoạch triển khai thực hiện". */
const NAMING_WORDS = 7;
/** Districts and communes may each draw up the same for themselves. */
const OF_ALL: ReadonlySet<string | null> = new Set(['central', 'province']);

/**
 * The products that bodies of one level are to make in several places of a document, each time under another lead, by the words of the
 * task ("xây dựng Đề án phát triển nhà ở xã hội"). What every body draws up for itself is none ("kế hoạch của ngành", "hằng năm").
 */
export function* productsTwiceLed(leads: readonly Assignment[], knowledge: Pick<Knowledge, 'checks'>): Generator<[product: string, leads: Assignment[]]> {
  const isProduct = productWords(knowledge);
  const made = leads.filter(({ agency, task }) => OF_ALL.has(agency.level) && isProduct(task.text));
  for (const own of groupBy(made, ({ agency, task }) => `${agency.level}|${productKey(task.text)}`).values()) {
    const [first] = own as [Assignment, ...Assignment[]];
    const units = groupBy(own, ({ task }) => task.label ?? task.eId ?? '');
    const named = [...units.values()].map((unit) => [...new Set(unit.map(({ agency }) => agency.name))].sort().join('|'));
    if (new Set(named).size > 1)
      yield [
        nameOf(first.task.text)
          .trim()
          .replace(/[.;,]{1,3}$/u, ''),
        own,
      ];
  }
}

/** Up to the comma behind its name: "…, trình Hội đồng nhân dân tỉnh trước ngày 31/12/2025" is no part of it. */
const nameOf = (text: string): string => {
  for (const comma of text.matchAll(/[,;(]/gu)) if (text.slice(0, comma.index).trim().split(' ').length >= NAMING_WORDS) return text.slice(0, comma.index).trim();
  return text;
};

const productKey = (text: string): string =>
  fold(nameOf(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const productWords: (knowledge: Pick<Knowledge, 'checks'>) => (text: string) => boolean = compiledOnce(({ checks: { led_products } }) => {
  const made = new RegExp(`^${anyOf(led_products.making)}\\s.{0,40}?${anyOf(led_products.nouns)}\\s`, 'u');
  const own = new RegExp(`(?<!\\p{L})${anyOf(led_products.for_itself)}(?!\\p{L})`, 'u');
  return (text) => {
    const folded = fold(text).trim();
    return folded.split(' ').length >= NAMING_WORDS && made.test(folded) && !own.test(folded);
  };
});
