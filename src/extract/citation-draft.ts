import type { FoundDate } from '../grammar/dates.ts';
import type { Citation, DocumentNumber } from '../model/facts.ts';

/** A citation while it is put together. */
export interface Draft {
  number: DocumentNumber | null;
  start: number;
  numberStart: number;
  end: number;
  type: string | null;
  date: FoundDate | null;
  issuer: Citation['issuer'];
  title: { start: number; end: number } | null;
  form: Citation['form'];
  relation: Citation['relation'];
  within: Draft | null;
  /** Where its day stands before it, in "Ngày 09/02/2021, Bộ Y tế đã có Công văn số 949/BYT-KH-TC". */
  lead: number | null;
  /** The number of another citation directly before, in one list: "số 18-NQ/TW, 19-NQ/TW". */
  elder: Draft | null;
}

/** A draft of which no more is known than where it stands. */
export function newDraft(number: DocumentNumber | null, start: number, end: number): Draft {
  return { number, start, numberStart: start, end, type: null, date: null, issuer: null, title: null, form: 'short', relation: 'mentions', within: null, lead: null, elder: null };
}

/** How far before a number or a word like "này" the word for its type is looked for. */
export const TYPE_REACH = 60;

const ZONES_WITHOUT_CITATIONS: ReadonlySet<string> = new Set(['recipients', 'signatures', 'addressees']);

/** True where what looks like a citation is one: not among recipients, signatures and addressees. */
export function holdsCitations(zone: string | null): boolean {
  return zone === null || !ZONES_WITHOUT_CITATIONS.has(zone);
}
