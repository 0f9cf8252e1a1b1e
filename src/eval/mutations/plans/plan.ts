import type { TrueWork } from '../works.ts';

/** Who writes a plan, and the bodies under it. */
export interface Author {
  level: 'province' | 'district' | 'commune';
  system: 'state' | 'party';
  /** "tỉnh Nghệ An", "huyện Diễn Châu" */
  territory: string;
  /** "tỉnh", "huyện": how the author calls its own territory. */
  kind: string;
  place: string;
  /** The province; itself for a province. */
  province: string;
  /** "Ủy ban nhân dân tỉnh Nghệ An", "Tỉnh ủy Nghệ An" */
  issuer: string;
  /** How the issuer calls itself in the text. */
  self: string;
  /** Departments valid on the day of issue, from the registry of agencies. */
  departments: readonly string[];
  /** "Ủy ban nhân dân các huyện, thị xã, thành phố" */
  units: string;
  /** "Các sở, ban, ngành" */
  all: string;
}

export type Bound = 'eq' | 'ge' | 'gt' | 'range' | 'lt';

/** A target by year; it stands in the text, in the table of the annex, or in both. */
export interface PlanTarget {
  indicator: string;
  unit: string;
  polarity: 'up' | 'down' | '';
  bound: Bound;
  values: { year: number; low: number; high: number | null }[];
  inText: boolean;
  inTable: boolean;
  lead: string;
  /** What the table says where it does not say the same: planted errors only. */
  tableIndicator?: string;
  tableBound?: Bound;
  tableUnit?: string;
  tableValues?: PlanTarget['values'];
  /** What one cell has instead of its value. */
  tableCell?: { year: number; words: string };
  /** The values stand one column too far left. */
  shifted?: boolean;
}

/** "Tập trung vào 05 nhóm nhiệm vụ sau:" and the list it announces. */
export interface CountedList {
  noun: string;
  declared: number;
  /** How items are labelled: "1.", "a)", "-". */
  labels: 'number' | 'letter' | 'dash';
  items: string[];
  /** Index of the item whose label is skipped: planted errors only. */
  gap?: number;
}

/** "có 21 xã, gồm: 10 xã đồng bằng, 11 xã miền núi" */
export interface Sum {
  lead: string;
  total: number;
  unit: string;
  parts: { amount: number; name: string }[];
}

export interface PlanTask {
  text: string;
  lead: string;
  others: string[];
  deadline: string;
  product: string;
}

/** How a plan is written down. */
export interface Layout {
  markup: 'text' | 'wrapped' | 'markdown' | 'html';
  headings: 'roman' | 'article' | 'upper';
  table: 'tab' | 'pipe' | 'html';
  bases: 'lines' | 'sentence';
  targets: 'by-year' | 'by-indicator';
  zeros: boolean;
}

/** A plan or programme, a decision that promulgates one, or a letter that orders the same, in agreement with itself. */
export interface Plan {
  form: 'plan' | 'decision' | 'letter';
  author: Author;
  work: TrueWork;
  /** Last year the plan is for. */
  horizon: number;
  years: number[];
  bases: { words: string }[];
  purposes: string[];
  /** Sentences on what has been reached, in the past. */
  review: string[];
  targets: PlanTarget[];
  lists: CountedList[];
  sums: Sum[];
  /** "60 xã đạt chuẩn nông thôn mới, trong đó 20 xã đạt chuẩn nâng cao": whole and part. */
  partOf: { whole: number; part: number; year: number } | null;
  tasks: PlanTask[];
  duties: { agency: string; words: string }[];
  report: string;
  signatory: string;
  /** Rows of the annexes; the tasks stand in the text where there is no annex of tasks. */
  annexes: ('targets' | 'tasks')[];
  layout: Layout;
  /** What is missing or added: planted errors only. */
  lost?: 'header' | 'signature';
  tail?: string;
  /** Words of the printed text to be replaced, once: planted errors of spelling. */
  slip?: { right: string; wrong: string };
}
