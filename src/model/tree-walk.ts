import type { Branch, Division, Leaf, Root, TreeNode } from './tree.ts';

/** Every division of a document in order, outer before inner. */
export function* divisionsOf(node: Root | Division): Generator<Division> {
  for (const child of node.children) {
    if (child.type !== 'division') continue;
    yield child;
    yield* divisionsOf(child);
  }
}

/** Every branch of a kind in order, with the annex it stands in. */
export function* branchesOf(node: Root | Division, type: Branch['type'], annex: Division | null = null): Generator<{ branch: Branch; annex: Division | null }> {
  for (const child of node.children) {
    if (child.type === 'division') yield* branchesOf(child, type, child.kind === 'annex' ? child : annex);
    else if (child.type === type) yield { branch: child as Branch, annex };
  }
}

/** Every leaf of a kind in order, with the annex it stands in. */
export function* leavesOf(node: Root | Division, type: Leaf['type'], annex: Division | null = null): Generator<{ leaf: Leaf; annex: Division | null }> {
  for (const child of node.children as TreeNode[]) {
    if (child.type === 'division') yield* leavesOf(child, type, child.kind === 'annex' ? child : annex);
    else if (child.type === type) yield { leaf: child as Leaf, annex };
    else if ('children' in child && child.type !== 'row') for (const leaf of (child as Branch).children) if (leaf.type === type) yield { leaf, annex };
  }
}
