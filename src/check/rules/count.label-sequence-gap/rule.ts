import type { ExtractedDocument } from '../../../model/document.ts';
import type { Division, DivisionKind, Root } from '../../../model/tree.ts';
import { leavesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { mayBeMisread, standsBetween } from '../../stands-between.ts';

/** Labels whose numbers run through; letters are left out. */
const COUNTED: readonly DivisionKind[] = ['part', 'chapter', 'article', 'upper', 'roman', 'task', 'arabic'];

/** A number that is missing in a row of labels: `Nhiệm vụ 2`, `Nhiệm vụ 4`; `I.`, `II.`, `IV.` */
export const rule: DocumentRule = {
  name: 'count.label-sequence-gap',
  *checkDocument(document) {
    const { tree, text } = document;
    for (const { elder, younger } of neighbours(tree)) {
      const { kind, marker, sequence, eId, position } = younger;
      // An excerpt may begin with III: a number is missing only between two that are there.
      if (sequence !== 'gap' || marker === null || elder.kind !== kind || !COUNTED.includes(kind)) continue;
      // An amending document takes articles from another.
      if (kind === 'article' && amends(document)) continue;
      const start = position.start.offset;
      if (standsBetween(numberOf(elder.marker) + 1, text.slice(elder.position.start.offset, start))) continue;
      if (mayBeMisread(document, elder, younger, 1)) continue;
      const [before, label] = [numberOf(elder.marker), numberOf(marker)];
      // "Sau Điều 2 là Điều 4: thiếu số 3."
      const named = /^\p{L}/u.test(marker) && label > before + 1;
      const missing = named ? { missing: Array.from({ length: label - before - 1 }, (_, at) => before + 1 + at).join(', ') } : {};
      yield {
        subject: eId,
        ...(named ? { kind: 'rows' } : {}),
        values: { label: marker, before: elder.marker ?? '', ...missing },
        sides: [{ place: [start, start + marker.length], value: marker }],
        verdict: null,
      };
    }
    yield* rowGaps(tree);
  },
};

function amends({ citations }: ExtractedDocument): boolean {
  return citations.some(({ relation }) => relation === 'amends');
}

/** 2 of "2" and "Điều 2". */
const numberOf = (marker: string | null): number => Number(/(?<!\d)\d{1,4}$/.exec(marker ?? '')?.[0] ?? marker);

/** Every two divisions that follow one another below one parent. */
function* neighbours(node: Root | Division): Generator<{ elder: Division; younger: Division }> {
  let elder: Division | null = null;
  for (const child of node.children) {
    if (child.type !== 'division') continue;
    if (elder !== null) yield { elder, younger: child };
    elder = child;
    yield* neighbours(child);
  }
}

/** Rows whose labels are a word and a number count through the whole table, whatever the ordinals of its sections do. */
function* rowGaps(tree: Root): Generator<FindingDraft<OwnSide>> {
  const last = new Map<string, { number: number; side: OwnSide }>();
  for (const { leaf, annex } of leavesOf(tree, 'row')) {
    const [, word, digits] = /^(\p{L}[\p{L} ]{1,30}) (\d{1,3})$/u.exec(leaf.marker ?? '') ?? [];
    if (word === undefined || digits === undefined) continue;
    const number = Number(digits);
    const key = `${annex?.eId ?? ''}|${word}`;
    const side: OwnSide = { place: [leaf.position.start.offset, leaf.position.end.offset], value: `${word} ${number}` };
    const before = last.get(key);
    if (before && number > before.number + 1) {
      const missing = Array.from({ length: number - before.number - 1 }, (_, at) => before.number + 1 + at).join(', ');
      yield {
        subject: `${key}|${number}`,
        kind: 'rows',
        values: { label: `${word} ${number}`, before: `${word} ${before.number}`, missing },
        sides: [side, before.side],
        verdict: null,
      };
    }
    last.set(key, { number, side });
  }
}
