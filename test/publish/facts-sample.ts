import type { Assignment } from '../../src/model/assignments.ts';
import type { PublishedDocument } from '../../src/model/document.ts';
import type { Reference } from '../../src/model/facts.ts';
import type { Target } from '../../src/model/targets.ts';

/** Targets and assignments as extractors would hand them over, written in one line each. */

const ref = (name: string, id: string | null = null): Reference => ({ id, name });
export const AN_LAO = ref('huyện An Lão', 'vn-hp-an-lao');
export const HAI_PHONG = ref('thành phố Hải Phòng', 'vn-hp');

const words = (quote: string, line: number) => ({ start: 0, end: quote.length, quote, lines: [line, line] as [number, number] });

/** `target('urbanisation', 'Tỷ lệ đô thị hóa', 2025, { low: 60 })`; an indicator without id is not linked. */
export function target(
  indicatorId: string | null,
  name: string,
  year: number | null,
  { line = 10, ...rest }: Partial<Omit<Target, 'indicator'>> & { line?: number; indicator?: Partial<Target['indicator']> } = {},
): Target {
  const { indicator, ...values } = rest;
  const low = values.low ?? null;
  const made: Target = {
    id: `target:${indicatorId ?? name}:${values.area?.name ?? ''}:${year}:${values.comparator ?? 'eq'}:${low}`,
    indicator: { id: indicatorId, name, raw: name, match: indicatorId === null ? null : { alias: name, score: 1 }, candidates: [], ...indicator },
    area: null,
    scope: null,
    period: year === null ? null : { kind: 'by', from: null, to: year },
    comparator: 'eq',
    low,
    high: values.comparator === undefined || values.comparator === 'eq' ? low : null,
    unit: '%',
    canonical: null,
    approximate: false,
    modality: null,
    state: null,
    change: null,
    where: 'prose',
    responsible: [],
    flags: [],
    eId: 'II.1',
    raw: `${low}%`,
    evidence: words(`Đến năm ${year}, ${name} đạt ${low}%`, line),
    furtherEvidence: [],
    ...values,
  };
  return { ...made, canonical: values.canonical ?? { low: made.low, high: made.high, unit: made.unit } };
}

/** `assignment('so-xay-dung', 'Sở Xây dựng', 'lead', 'Lập quy hoạch')`. */
export function assignment(
  agencyId: string | null,
  name: string,
  role: Assignment['role'],
  task: string,
  {
    line = 20,
    agency,
    deadline = null,
    label = null,
    ...rest
  }: Partial<Omit<Assignment, 'agency' | 'task'>> & { line?: number; label?: string | null; agency?: Partial<Assignment['agency']> } = {},
): Assignment {
  return {
    id: `assignment:${agencyId ?? name}:${role}:${task}`,
    task: { label, text: task, eId: 'III.2' },
    agency: { id: agencyId, name, collective: false, level: 'province', territory: agencyId?.startsWith('vn-hp.') ? HAI_PHONG : null, qualifier: null, raw: name, ...agency },
    role,
    deadline,
    funding: null,
    where: 'prose',
    evidence: words(`Giao ${name} ${task}`, line),
    furtherEvidence: [],
    ...rest,
  };
}

/** A deadline as `Đến năm 2025` gives it. */
export const by = (year: string, kind: 'by' | 'in' | 'before' = 'by') => ({ raw: `năm ${year}`, from: null, to: year, kind });
export const during = (from: string, to: string) => ({ raw: `${from}-${to}`, from, to, kind: 'period' as const });

/** A document of which only what is given is known. */
export function documentWith(id: string, facts: Partial<PublishedDocument> = {}): PublishedDocument {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
  return {
    schema: 'trichluc/document@1',
    id,
    source: { file: `${id}.txt`, sha256: '0'.repeat(64), mediaType: 'text/plain', origin: 'text', part: 1, parts: 1, pages: 1, lines: [1, 100] },
    text: { file: `${id}.txt`, sha256: '0'.repeat(64), length: 0 },
    identity: {
      system: null,
      documentType: null,
      number: null,
      issuedOn: { value: null, precision: null, notBefore: null, evidence: null, derived: false },
      place: null,
      issuer: null,
      directingAuthority: null,
      title: null,
      signatories: [],
      addressees: [],
      recipients: [],
      urgency: null,
      confidentiality: null,
    },
    tree: { type: 'root', position, children: [] },
    citations: [],
    dates: [],
    targets: [],
    assignments: [],
    findings: [],
    repairs: [],
    noise: [],
    completeness: { header: 'missing', body: 'complete', signature: 'missing' },
    ...facts,
  };
}
