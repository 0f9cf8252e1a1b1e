import type { Evidence } from '../model/evidence.ts';
import type { TextLayout } from '../model/layout.ts';
import type { NormalizedText } from '../model/text.ts';
import type { Branch, Division, Leaf, Root, TreeNode } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { Locator } from '../text/locator.ts';
import { certainText, isGarbled, meanConfidence } from '../text/text-layout.ts';

/** A leaf of the tree with what encloses it. */
export interface PlacedLeaf {
  leaf: Leaf;
  start: number;
  end: number;
  words: string;
  /** Readable address of the innermost labelled division or row, null outside of them. */
  eId: string | null;
  zone: Branch['type'] | null;
  annex: Division | null;
}

/** A document as the extractors see it: its text, folded text, and the leaves of its tree in order. */
export class DocumentView {
  readonly text: string;
  readonly folded: string;
  readonly tree: Root;
  readonly leaves: readonly PlacedLeaf[];
  readonly #locator: Locator;
  readonly #layout: TextLayout | null;

  constructor(content: NormalizedText, tree: Root) {
    this.text = content.text;
    this.folded = fold(content.text);
    this.tree = tree;
    this.#locator = new Locator(content);
    this.#layout = content.layout;
    const leaves: PlacedLeaf[] = [];
    const visit = (node: TreeNode, eId: string | null, zone: Branch['type'] | null, annex: Division | null) => {
      if (node.type === 'division') for (const child of node.children) visit(child, node.eId, null, node.kind === 'annex' ? node : annex);
      else if (isBranch(node)) for (const child of node.children) visit(child, eId, node.type, annex);
      else {
        const { start, end } = node.position;
        leaves.push({ leaf: node, start: start.offset, end: end.offset, words: content.text.slice(start.offset, end.offset), eId: node.eId ?? eId, zone, annex });
      }
    };
    for (const child of tree.children) visit(child, null, null, null);
    this.leaves = leaves.sort((a, b) => a.start - b.start);
  }

  evidence(start: number, end: number): Evidence {
    return this.#locator.evidence(start, end);
  }

  /** `[start, end)` of the text with dots for what recognition only guessed, as handwriting. */
  certain(start: number, end: number): string {
    return certainText(this.text, this.#layout, start, end);
  }

  /** How sure the words of `[start, end)` were recognized on the whole, 0 to 1; 1 where they were not recognized but read. */
  confidence(start: number, end: number): number {
    return meanConfidence(this.#layout, start, end);
  }

  /** Whether recognition made something of `[start, end)` that is no word. */
  isGarbled(start: number, end: number): boolean {
    return isGarbled(this.text, this.#layout, start, end);
  }

  lines(start: number, end: number): [number, number] {
    return this.#locator.lines(start, end);
  }

  lineBreaks(): [offset: number, line: number, column: number][] {
    return this.#locator.lineBreaks();
  }

  /** The leaf an offset lies in. */
  leafAt(offset: number): PlacedLeaf | null {
    let low = 0;
    let high = this.leaves.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.leaves[middle] as PlacedLeaf).start <= offset) low = middle;
      else high = middle - 1;
    }
    return this.leaves[low] ?? null;
  }

  zone(type: Branch['type']): PlacedLeaf[] {
    return this.leaves.filter((leaf) => leaf.zone === type);
  }
}

function isBranch(node: TreeNode): node is Branch {
  return (
    node.type === 'header' ||
    node.type === 'front' ||
    node.type === 'preamble' ||
    node.type === 'addressees' ||
    node.type === 'table' ||
    node.type === 'signatures' ||
    node.type === 'recipients'
  );
}
