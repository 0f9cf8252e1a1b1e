import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import type { Division } from '../../../model/tree.ts';
import { divisionsOf } from '../../../model/tree-walk.ts';
import { isRecognized } from '../../recognized-words.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { mayBeMisread, standsBetween } from '../../stands-between.ts';

/**
 * A letter left out of a list: `a, c`; or letters in the order of the Latin alphabet, `d, e`, where the Vietnamese one has `đ`
 * between them. What either alphabet has in a row is no gap.
 */
export const rule: DocumentRule = {
  name: 'list.letter-gap',
  *checkDocument(document, { headings }) {
    for (const parent of [document.tree, ...divisionsOf(document.tree)])
      yield* gapsIn(
        parent.children.filter((child): child is Division => child.type === 'division'),
        document,
        headings.alphabets,
      );
  },
};

function* gapsIn(siblings: readonly Division[], document: ExtractedDocument, { vietnamese, latin }: Knowledge['headings']['alphabets']): Generator<FindingDraft<OwnSide>> {
  const { text, layout } = document;
  for (const [at, division] of siblings.entries()) {
    const next = siblings[at + 1];
    // An excerpt may begin with c): a letter is missing only between two points that follow one another.
    if (next === undefined || division.kind !== 'letter' || next.kind !== 'letter') continue;
    const [before, after] = [division, next].map(({ marker }) => marker?.toLowerCase() ?? '') as [string, string];
    const here = vietnamese.indexOf(before);
    const there = vietnamese.indexOf(after);
    if (here < 0 || there <= here + 1) continue;
    const missing = [...vietnamese.slice(here + 1, there)];
    const style = latin.indexOf(after) === latin.indexOf(before) + 1;
    const from = division.position.start.offset;
    const to = next.position.start.offset;
    // In a picture "d" may be "đ" misread.
    if (style ? isRecognized(layout, from, to + 1) : mayBeMisread(document, division, next, missing.length)) continue;
    if (!style && missing.some((letter) => standsBetween(letter, text.slice(from, to)))) continue;
    const sides = [division, next].map(({ position, marker }): OwnSide => ({ place: [position.start.offset, position.start.offset + 2], value: marker }));
    yield { subject: division.eId, kind: style ? 'alphabet' : 'missing', values: { before, after, missing: missing.join(', ') }, sides, verdict: null };
  }
}
