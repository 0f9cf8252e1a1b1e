import { leavesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** Footnotes of one annex after the other that begin again with 1: a mark alone does not name a note. */
export const rule: DocumentRule = {
  name: 'footnote.marker-reuse',
  *checkDocument({ tree }) {
    const notes = new Map<string, { side: OwnSide; annex: string }[]>();
    for (const { leaf, annex } of leavesOf(tree, 'footnote')) {
      if (!leaf.marker) continue;
      const list = notes.get(leaf.marker) ?? [];
      list.push({ side: { place: [leaf.position.start.offset, leaf.position.end.offset], value: leaf.marker }, annex: annex?.eId ?? '' });
      notes.set(leaf.marker, list);
    }
    const reused = [...notes].filter(([, list]) => new Set(list.map(({ annex }) => annex)).size > 1);
    if (reused.length === 0) return;
    yield { subject: '', values: { marks: reused.map(([mark]) => mark).join(', ') }, sides: reused.flatMap(([, list]) => list.map(({ side }) => side)), verdict: null };
  },
};
