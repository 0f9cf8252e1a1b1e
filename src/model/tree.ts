import { z } from 'zod';

/** A place in the source (line and column from 1) and in the normalized text (offset). */
const Point = z.object({ line: z.int(), column: z.int(), offset: z.int() });
export const Position = z.object({ start: Point, end: Point });
export type Position = z.infer<typeof Position>;

/** What a labelled division is called; the order here is the customary order of nesting. */
export const DivisionKind = z.enum([
  'annex',
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'upper',
  'roman',
  'task',
  'arabic',
  'decimal',
  'paren-number',
  'letter',
  'dash',
  'plus',
]);
export type DivisionKind = z.infer<typeof DivisionKind>;

/** Nodes that hold words and nothing below them (a row's cells lie on one line, so the row is the leaf of that line). */
export const LeafType = z.enum(['letterhead', 'title', 'basis', 'addressee', 'heading', 'caption', 'paragraph', 'footnote', 'signature', 'recipient', 'row']);
export type LeafType = z.infer<typeof LeafType>;

/** What a column of a table holds. */
export const ColumnKind = z.enum([
  'ordinal',
  'indicator',
  'task',
  'area',
  'unit',
  'value',
  'actual',
  'lead',
  'coordinate',
  'monitor',
  'responsible',
  'deadline',
  'funding',
  'product',
  'note',
]);
export type ColumnKind = z.infer<typeof ColumnKind>;

export interface Cell {
  type: 'cell';
  position: Position;
}

export interface Leaf {
  type: LeafType;
  position: Position;
  /** Set on a footnote (its mark) and on a row (its ordinal or task label). */
  marker?: string | null | undefined;
  /** Set on rows: `header`, `section` or `body`. */
  role?: 'header' | 'section' | 'body' | undefined;
  /** Set on a heading of Markdown or HTML: the depth it is marked with. The labels tell the structure, not this. */
  depth?: number | undefined;
  eId?: string | undefined;
  children?: Cell[] | undefined;
}

export interface Branch {
  type: 'header' | 'front' | 'preamble' | 'addressees' | 'table' | 'signatures' | 'recipients';
  position: Position;
  children: Leaf[];
}

/** A labelled part of the text: `I.`, `1.`, `a)`, `-`, `Điều 3.`, `Phụ lục II`. */
export interface Division {
  type: 'division';
  kind: DivisionKind;
  /** The label without its punctuation: `I`, `1.1`, `a`, `Điều 3`, `Phụ lục II`; null for dashes and pluses. */
  marker: string | null;
  /** The words after the label where they are a heading; null where they are a sentence of the text. */
  title: string | null;
  /** Readable address, unique in the document: `I.2.a`, `annex-II.row-7`. */
  eId: string;
  /** `gap` where the label is not the successor of its elder sibling. */
  sequence: 'first' | 'next' | 'gap' | 'restart' | null;
  position: Position;
  children: TreeNode[];
}

export type TreeNode = Leaf | Branch | Division;

export interface Root {
  type: 'root';
  position: Position;
  children: TreeNode[];
}

const leaf = z.object({
  type: LeafType,
  position: Position,
  marker: z.string().nullable().optional(),
  role: z.enum(['header', 'section', 'body']).optional(),
  depth: z.int().optional(),
  eId: z.string().optional(),
  children: z.array(z.object({ type: z.literal('cell'), position: Position })).optional(),
});
const branch = z.object({
  type: z.enum(['header', 'front', 'preamble', 'addressees', 'table', 'signatures', 'recipients']),
  position: Position,
  children: z.array(leaf),
});
const division = z.object({
  type: z.literal('division'),
  kind: DivisionKind,
  marker: z.string().nullable(),
  title: z.string().nullable(),
  eId: z.string(),
  sequence: z.enum(['first', 'next', 'gap', 'restart']).nullable(),
  position: Position,
  get children() {
    return z.array(z.union([division, branch, leaf]));
  },
});

/** The structure of a document: a unist tree in which every line of the text lies in exactly one leaf. */
export const Root = z.object({
  type: z.literal('root'),
  position: Position,
  children: z.array(z.union([division, branch, leaf])),
});
