import type { Branch, Division, Leaf, TreeNode } from '../../model/tree.ts';
import type { DocumentView } from '../document-view.ts';

/** What page breaks and footnotes leave of a table in one place. */
export interface Fragment {
  branch: Branch;
  /** Nothing but footnotes between it and the table before. */
  follows: boolean;
  path: readonly Division[];
}

/** The rows from one header to the next. */
export function partsOf(rows: readonly Leaf[]): Leaf[][] {
  const parts: Leaf[][] = [];
  rows.forEach((row, at) => {
    if (at === 0 || (row.role === 'header' && rows[at - 1]?.role !== 'header')) parts.push([row]);
    else parts.at(-1)?.push(row);
  });
  return parts;
}

/** The fragments of tables in a document, in order. */
export function fragmentsOf(view: DocumentView): Fragment[] {
  const fragments: Fragment[] = [];
  let follows = false;
  const visit = (nodes: readonly TreeNode[], path: readonly Division[]) => {
    for (const node of nodes) {
      if (node.type === 'table') {
        fragments.push({ branch: node as Branch, path, follows });
        follows = true;
      } else if (node.type !== 'footnote' && !/^[\s\d\-–|/]{0,12}$/.test(view.text.slice(node.position.start.offset, node.position.end.offset))) follows = false;
      if (node.type === 'division') visit(node.children, [...path, node]);
    }
  };
  visit(view.tree.children, []);
  return fragments;
}

/** The header rows that rows begin with. */
export function leadingHeaders(rows: readonly Leaf[]): Leaf[] {
  const end = rows.findIndex((row) => row.role !== 'header');
  return rows.slice(0, end === -1 ? rows.length : end) as Leaf[];
}
