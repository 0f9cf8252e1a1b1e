import type { ExtractedDocument } from '../model/document.ts';
import type { Division, TreeNode } from '../model/tree.ts';
import { fold } from '../text/fold.ts';

/** One line of an outline: how deep, which kind and marker, the first words. */
export interface OutlineEntry {
  depth: number;
  kind: string;
  marker: string | null;
  title: string | null;
}

const UNLABELLED = new Set(['dash', 'plus']);

/** The labelled divisions of a document in reading order, items and table rows left out. */
export function outlineOf(document: ExtractedDocument): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const visit = (node: TreeNode, depth: number) => {
    if (node.type !== 'division') return;
    if (!UNLABELLED.has(node.kind)) entries.push({ depth, kind: node.kind, marker: node.marker, title: headingWords(node, document.text) });
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const node of document.tree.children) visit(node, 1);
  return entries;
}

/** The words of a division's heading lines without the label. */
function headingWords(node: Division, text: string): string {
  const lines = node.children.filter((child) => child.type === 'heading').map((child) => text.slice(child.position.start.offset, child.position.end.offset));
  const first = (lines[0] ?? '').slice(labelLength(lines[0] ?? '', node));
  return [first, ...lines.slice(1)].join(' ').trim();
}

function labelLength(line: string, node: Division): number {
  const marker = node.marker ?? '';
  const at = line.toLowerCase().indexOf(marker.toLowerCase());
  if (at === -1 || at > 1) return 0;
  return (/^[\s.)/:–-]*/.exec(line.slice(at + marker.length))?.[0].length ?? 0) + at + marker.length;
}

/** A title's first letters, folded: enough to tell that two readings mean the same heading. */
export function titleKey(title: string | null, length: number): string {
  return fold(title ?? '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .slice(0, length)
    .trim();
}
