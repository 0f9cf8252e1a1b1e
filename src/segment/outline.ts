import type { Label } from '../grammar/labels.ts';
import { type Division, DivisionKind, type Leaf, type Position, type TreeNode } from '../model/tree.ts';

import type { Addresses } from './addresses.ts';

/** How many places a label may run ahead of its elder sibling and still count as one of the list. */
const LARGEST_GAP = 4;
const WORD_KINDS = new Set<DivisionKind>(['part', 'chapter', 'section', 'subsection', 'article', 'task']);
/** Kinds whose place above others is fixed by convention; the minor ones nest as each document does it. */
const MAJOR_KINDS = new Set<DivisionKind>(['annex', 'part', 'chapter', 'section', 'subsection', 'article', 'upper', 'roman', 'task']);
const RANK: ReadonlyMap<DivisionKind, number> = new Map(DivisionKind.options.map((kind, index) => [kind, index]));

interface OpenDivision {
  node: Division;
  label: Label;
}

/** A label that the outline takes as a heading, and where it goes. */
export interface Placement {
  label: Label;
  /** How many of the open divisions stay open. */
  keep: number;
  sequence: Division['sequence'];
}

/**
 * Builds the tree of labelled divisions line by line (domain reference 4.2). Which kind nests in which is learned from the
 * document: a series is opened where its first label stands, and its later labels return to that depth.
 */
export class Outline {
  readonly #open: OpenDivision[] = [];
  readonly #root: TreeNode[];
  readonly #addresses: Addresses;
  /** The last number of kinds that run through the whole document, chapters notwithstanding. */
  #lastArticle = 0;

  constructor(root: TreeNode[], addresses: Addresses) {
    this.#root = root;
    this.#addresses = addresses;
  }

  get isEmpty(): boolean {
    return this.#open.length === 0;
  }

  /** The innermost open division. */
  get current(): Division | null {
    return this.#open.at(-1)?.node ?? null;
  }

  /** The innermost open division that is no dash or plus item: where unlabelled paragraphs and tables go. */
  get section(): Division | null {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const { node } = this.#open[i] as OpenDivision;
      if (node.kind !== 'dash' && node.kind !== 'plus') return node;
    }
    return null;
  }

  append(node: TreeNode, parent: Division | null = this.current): void {
    (parent?.children ?? this.#root).push(node);
  }

  /** Adds a paragraph or table below the innermost labelled division; dashes before it are closed. */
  appendToSection(node: TreeNode): void {
    while (this.#open.length > 0 && ['dash', 'plus'].includes((this.#open.at(-1) as OpenDivision).node.kind)) this.#open.pop();
    this.append(node);
  }

  /** The best reading of a line's labels, or null where none fits the document so far. `followed` looks ahead for the next label of a series. */
  place(labels: readonly Label[], followed: (label: Label) => boolean): Placement | null {
    let best: Placement | null = null;
    let bestScore = 0;
    for (const label of labels) {
      const { placement, score } = this.#score(label, followed);
      if (placement && score > bestScore) {
        best = placement;
        bestScore = score;
      }
    }
    return best;
  }

  /** Opens a division at a placement; `leaves` are the lines of its heading, one at least. */
  enter(placement: Placement, title: string | null, leaves: readonly Leaf[]): Division {
    const { label, keep } = placement;
    let { sequence } = placement;
    this.#open.length = keep;
    if (label.kind === 'article') {
      sequence = label.values[0] === this.#lastArticle + 1 ? (this.#lastArticle === 0 ? 'first' : 'next') : sequence;
      this.#lastArticle = label.values[0] as number;
    }
    const parent = this.#open.at(-1)?.node ?? null;
    const node: Division = {
      type: 'division',
      kind: label.kind,
      marker: label.marker,
      title,
      eId: this.#eId(label, parent),
      sequence,
      position: spanOf(leaves),
      children: [...leaves],
    };
    this.append(node, parent);
    this.#open.push({ node, label });
    return node;
  }

  #score(label: Label, followed: (label: Label) => boolean): { placement: Placement | null; score: number } {
    if (label.kind === 'dash' || label.kind === 'plus') return { placement: { label, keep: this.#itemDepth(label.kind), sequence: null }, score: 1 };
    if (label.kind === 'decimal') return this.#scoreDecimal(label, followed);
    const value = label.values[0] as number;
    for (const exact of [true, false]) {
      for (let i = this.#open.length - 1; i >= 0; i--) {
        const open = (this.#open[i] as OpenDivision).label;
        if (exact ? open.series !== label.series : open.kind !== label.kind) continue;
        const step = this.#step(open, label);
        if (step === 1) return { placement: { label, keep: i, sequence: 'next' }, score: exact ? 5 : 4 };
        if (step > 1 && step <= LARGEST_GAP && (exact || WORD_KINDS.has(label.kind)) && value > 1) return { placement: { label, keep: i, sequence: 'gap' }, score: 2 };
        if (value === 1 && exact && MAJOR_KINDS.has(label.kind)) return { placement: { label, keep: i, sequence: 'restart' }, score: 2 };
        if (WORD_KINDS.has(label.kind)) return { placement: { label, keep: i, sequence: step > 0 ? 'gap' : 'restart' }, score: 1 };
        if (value === 1 && exact) return { placement: { label, keep: this.#restartDepth(i), sequence: 'restart' }, score: 2 };
      }
    }
    const keep = this.#childDepth(label);
    if (value === 1 || value === 0) return { placement: { label, keep, sequence: 'first' }, score: 3 };
    if (WORD_KINDS.has(label.kind)) return { placement: { label, keep, sequence: 'gap' }, score: 1 };
    const sameKindOpen = this.#open.some((open) => open.label.kind === label.kind);
    if (!sameKindOpen && value <= 20 && label.kind !== 'upper' && followed(label)) return { placement: { label, keep, sequence: 'gap' }, score: 1 };
    return { placement: null, score: 0 };
  }

  /** "1.2." belongs under the open "1." or beside the open "1.1."; "1.1." alone may open a series of its own. */
  #scoreDecimal(label: Label, followed: (label: Label) => boolean): { placement: Placement | null; score: number } {
    const prefix = label.values.slice(0, -1);
    const last = label.values.at(-1) as number;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const open = (this.#open[i] as OpenDivision).label;
      if (open.kind === 'decimal' && open.values.length === label.values.length && same(open.values.slice(0, -1), prefix)) {
        const step = last - (open.values.at(-1) as number);
        if (step >= 1 && step <= LARGEST_GAP) return { placement: { label, keep: i, sequence: step === 1 ? 'next' : 'gap' }, score: 5 };
        return { placement: null, score: 0 };
      }
      if (
        (open.kind === 'decimal' || open.kind === 'arabic' || open.kind === 'roman' || open.kind === 'upper' || open.kind === 'article') &&
        same(open.values, prefix) &&
        last <= LARGEST_GAP
      ) {
        return { placement: { label, keep: i + 1, sequence: last === 1 ? 'first' : 'gap' }, score: open.kind === 'decimal' || open.kind === 'arabic' ? 5 : 3 };
      }
    }
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const open = (this.#open[i] as OpenDivision).label;
      if (open.kind === 'decimal' && open.values.length === label.values.length)
        return { placement: { label, keep: i, sequence: last === 1 ? 'first' : 'gap' }, score: last === 1 ? 3 : 1 };
    }
    if (last === 1 || followed(label)) return { placement: { label, keep: this.#childDepth(label), sequence: last === 1 ? 'first' : 'gap' }, score: 2 };
    return { placement: null, score: 0 };
  }

  /** How many places `next` stands after `open`; letters count in whichever alphabet makes them neighbours. */
  #step(open: Label, next: Label): number {
    const latin = (next.values[0] as number) - (open.values[0] as number);
    if (next.kind !== 'letter' && next.kind !== 'upper') return latin;
    if (latin > 0 && latin <= 1) return 1;
    if (next.vietnamese > 0 && open.vietnamese > 0 && next.vietnamese - open.vietnamese === 1) return 1;
    return latin > 0 ? Math.ceil(latin) : latin;
  }

  /** Dashes nest in labelled divisions, pluses in dashes. */
  #itemDepth(kind: 'dash' | 'plus'): number {
    let depth = this.#open.length;
    while (depth > 0) {
      const open = (this.#open[depth - 1] as OpenDivision).node.kind;
      if (open === 'plus' || (open === 'dash' && kind === 'dash')) depth--;
      else break;
    }
    return depth;
  }

  /** A new series nests in the innermost division, unless convention puts its kind above what is open. */
  #childDepth(label: Label): number {
    const rank = RANK.get(label.kind) as number;
    let depth = this.#open.length;
    while (depth > 0) {
      const open = (this.#open[depth - 1] as OpenDivision).node.kind;
      if (open === 'annex') break;
      const item = open === 'dash' || open === 'plus';
      const above = MAJOR_KINDS.has(label.kind) && (RANK.get(open) as number) > rank;
      // "1." after "a)" under no other "1.": the document nests numbers in letters; under dashes nothing but a plus nests.
      if (item || above) depth--;
      else break;
    }
    return depth;
  }

  /** A list that starts again at 1 goes where its elder stood. */
  #restartDepth(elder: number): number {
    return elder;
  }

  #eId(label: Label, parent: Division | null): string {
    const number = label.marker?.replace(/[^\p{L}\d.]+/gu, '-') ?? '';
    let own: string;
    switch (label.kind) {
      case 'annex':
      case 'part':
      case 'chapter':
      case 'section':
      case 'subsection':
      case 'article':
      case 'task': {
        const value = /[^\s]+$/.exec(label.marker ?? '')?.[0] ?? '';
        own = label.values[0] === 0 ? label.kind : `${label.kind}-${value}`;
        break;
      }
      case 'decimal':
        own = String(label.values.at(-1));
        break;
      case 'paren-number':
        own = `n${number}`;
        break;
      case 'dash':
      case 'plus':
        return this.#addresses.numbered(`${parent ? `${parent.eId}.` : ''}${label.kind === 'dash' ? 'd' : 'p'}`);
      default:
        own = number;
    }
    return this.#addresses.unique(parent ? `${parent.eId}.${own}` : own);
  }
}

/** Makes the position of every division cover its children. */
export function coverChildren(nodes: readonly TreeNode[]): void {
  for (const node of nodes) {
    if (node.type !== 'division') continue;
    coverChildren(node.children);
    node.position = spanOf(node.children);
  }
}

function spanOf(nodes: readonly TreeNode[]): Position {
  return { start: (nodes[0] as TreeNode).position.start, end: (nodes.at(-1) as TreeNode).position.end };
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
