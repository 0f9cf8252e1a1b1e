import type { Division } from '../../../model/tree.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { divisionsOf } from '../../tree-walk.ts';

/** Letters in the order of the Latin alphabet, `a, b, c, d, e`, where the Vietnamese one has `đ` behind `d`. */
export const rule: DocumentRule = {
  name: 'list.letter-gap',
  *checkDocument({ tree }) {
    yield* gapsIn(tree.children.filter((child): child is Division => child.type === 'division'));
    for (const division of divisionsOf(tree)) yield* gapsIn(division.children.filter((child): child is Division => child.type === 'division'));
  },
};

function* gapsIn(siblings: readonly Division[]): Generator<FindingDraft<OwnSide>> {
  const letters = siblings.filter(({ kind, marker }) => kind === 'letter' && marker !== null);
  for (const [at, division] of letters.entries()) {
    const next = letters[at + 1];
    if (division.marker?.toLowerCase() !== 'd' || next?.marker?.toLowerCase() !== 'e') continue;
    const sides = [division, next].map(({ position, marker }): OwnSide => ({ place: [position.start.offset, position.start.offset + 2], value: marker }));
    yield { subject: division.eId, values: {}, sides, verdict: null };
  }
}
