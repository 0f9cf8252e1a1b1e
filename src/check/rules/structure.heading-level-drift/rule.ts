import type { Division, Leaf, Root } from '../../../model/tree.ts';
import { divisionsOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** Headings side by side by their labels that are marked with several depths: `#### 1.1.` and `## 1.2.` in Markdown. */
export const rule: DocumentRule = {
  name: 'structure.heading-level-drift',
  *checkDocument({ tree }) {
    const sides = [tree, ...divisionsOf(tree)].flatMap(unlikeSiblings);
    if (sides.length > 0) yield { subject: '', values: { count: String(sides.length) }, sides: sides.map(({ side }) => side), verdict: null };
  },
};

interface MarkedHeading {
  kind: Division['kind'];
  depth: number;
  side: OwnSide;
}

/** Of each kind of labels below a division the headings, where they are marked with several depths. */
function unlikeSiblings({ children }: Root | Division): MarkedHeading[] {
  const headings = children.flatMap((child): MarkedHeading[] => {
    const heading = child.type === 'division' ? (child.children[0] as Leaf | undefined) : undefined;
    if (child.type !== 'division' || heading?.type !== 'heading' || heading.depth === undefined) return [];
    const { start, end } = heading.position;
    return [{ kind: child.kind, depth: heading.depth, side: { place: [start.offset, end.offset], value: '#'.repeat(heading.depth) } }];
  });
  return headings.filter(({ kind, depth }) => headings.some((other) => other.kind === kind && other.depth !== depth));
}
