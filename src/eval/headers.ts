import type { Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';

/** What a person read off a document's header; null where it is not known. */
export interface ExpectedHeader {
  type: string | null;
  number: string | null;
  issuer: string | null;
  date: string | null;
}

/** `unknown`: the program says that it cannot tell; `wrong`: it says something else. */
export type HeaderVerdict = 'right' | 'unknown' | 'wrong';

export const HEADER_FIELDS = ['type', 'number', 'issuer', 'date'] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

/** Compares a header with what a person read: "UBND tỉnh X" is "Ủy ban nhân dân tỉnh X", and a superior behind a dash is none of the name. */
export function judgeHeader(expected: ExpectedHeader, found: Identity | null): Partial<Record<HeaderField, { verdict: HeaderVerdict; expected: string; found: string | null }>> {
  const values: Record<HeaderField, string | null> = {
    type: found?.documentType?.name ?? null,
    number: found?.number?.value ?? null,
    issuer: found?.issuer?.name ?? null,
    date: found?.issuedOn.precision === 'day' ? found.issuedOn.value : null,
  };
  const out: ReturnType<typeof judgeHeader> = {};
  for (const field of HEADER_FIELDS) {
    const wanted = expected[field];
    if (wanted === null) continue;
    const value = values[field];
    out[field] = { verdict: value === null ? 'unknown' : KEYS[field](value) === KEYS[field](wanted) ? 'right' : 'wrong', expected: wanted, found: value };
  }
  return out;
}

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân'],
  [/(?<!\p{L})tp\.?(?!\p{L})/gu, 'thành phố'],
];

const KEYS: Readonly<Record<HeaderField, (value: string) => string>> = {
  type: (value) => fold(withoutRemark(value)),
  number: (value) => withoutRemark(value).toUpperCase().replace(/\s+/g, ''),
  issuer: (value) =>
    ABBREVIATIONS.reduce((name, [short, full]) => name.replace(short, full), fold((withoutRemark(value).split(' - ')[0] ?? '').trim()))
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  date: (value) => value,
};

/** "Nghị quyết (QPPL của CP)", "05/2006/QĐ-UBND (of the parent decision)": the remark of whoever wrote the list. */
function withoutRemark(value: string): string {
  return value
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(/ {2,9}/g, ' ')
    .trim();
}
