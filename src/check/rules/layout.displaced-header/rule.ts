import { branchesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule } from '../../rule.ts';

/** A letterhead that stands behind text of its own document: text boxes of a page are written out last. */
export const rule: DocumentRule = {
  name: 'layout.displaced-header',
  *checkDocument({ tree, text }) {
    const first = tree.children[0];
    for (const { branch, annex } of branchesOf(tree, 'header')) {
      const { start, end } = branch.position;
      if (annex !== null || !first || first === branch || text.slice(0, start.offset).trim() === '') continue;
      yield { subject: '', values: {}, sides: [{ place: [start.offset, end.offset], value: null }], verdict: null };
      return;
    }
  },
};
