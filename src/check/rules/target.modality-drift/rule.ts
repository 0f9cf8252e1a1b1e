import { leavesOf } from '../../../model/tree-walk.ts';
import type { Place } from '../../../resolve/digest.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** From so many words on, two sentences promise the same. */
const SAME_WORDS = 6;
/** So many softened promises of a document are looked up. */
const SOFTENED_READ = 24;
const REACH = 120;

/** One promise, once softened: "cơ bản đạt các tiêu chí đô thị loại đặc biệt" in the label of a row, "đạt các tiêu chí …" in its cell. */
export const rule: DocumentRule = {
  name: 'target.modality-drift',
  *checkDocument({ text, tree, targets }, { targets: { modality } }) {
    const softened = targets.filter((target) => target.modality === 'basically').slice(0, SOFTENED_READ);
    if (softened.length === 0) return;
    const folded = fold(text);
    const softeners = modality.basically.map(fold).sort((a, b) => b.length - a.length);
    const rows: Place[] = [...leavesOf(tree, 'row')].map(({ leaf }) => [leaf.position.start.offset, leaf.position.end.offset]);
    const stated: Place[] = targets.map(({ evidence }) => [evidence.start, evidence.end]);
    for (const { id, evidence } of softened) {
      const start = softeners.map((word) => folded.indexOf(word, evidence.start)).find((at) => at !== -1 && at < evidence.end);
      const word = softeners.find((one) => start !== undefined && folded.startsWith(one, start));
      if (start === undefined || word === undefined) continue;
      const promise = firstWords(folded.slice(start + word.length + 1, start + word.length + 1 + REACH));
      if (promise === null) continue;
      const row = rows.find(([from, to]) => from <= start && start < to);
      const places = [...(row ? [row] : []), ...stated];
      const plain = placesOf(folded, promise).find(
        (at) => !softeners.some((one) => folded.slice(Math.max(0, at - one.length - 1), at).trimEnd() === one) && places.some(([from, to]) => from <= at && at < to),
      );
      if (plain === undefined) continue;
      const soft = text.slice(start, start + word.length + 1 + promise.length);
      const sides: OwnSide[] = [
        { place: [start, start + soft.length], value: `${word} ${promise.split(' ')[0]}` },
        { place: [plain, plain + promise.length], value: promise.split(' ')[0] as string },
      ];
      const value = `${word} ${promise.split(' ')[0]}`;
      yield {
        subject: id,
        values: { soft, plain: text.slice(plain, plain + promise.length) },
        sides,
        verdict: { value, confidence: 'medium', decidedBy: ['fuller-words'], reason: 'wording', values: { value }, candidates: [] },
      };
    }
  },
};

/** The words a promise begins with; null where the sentence ends before there are enough of them. */
function firstWords(folded: string): string | null {
  const clause = folded.split(/[\t\n.;,]/u)[0] ?? '';
  const words = clause.split(' ').filter((word) => word !== '');
  return words.length < SAME_WORDS ? null : words.slice(0, SAME_WORDS).join(' ');
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}
