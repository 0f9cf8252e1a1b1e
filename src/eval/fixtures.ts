import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { ExpectedAssignment } from './fact-cases.ts';
import type { SeedControl } from './judge-controls.ts';
import type { ExpectedFinding } from './judge-findings.ts';
import type { SeedTarget } from './judge-targets.ts';

/** Identity as a careful reader wrote it down; a key that is absent is not judged. */
export interface ExpectedIdentity {
  system?: string | null;
  documentType?: { code: string | null; name: string };
  type?: string | null;
  typeCode?: string | null;
  number?: string | null;
  issuedOn?: string | null;
  notBefore?: string | null;
  place?: string | null;
  issuer?: string | null;
  directingAuthority?: string | null;
  title?: string | null;
  signatories?: { authority?: string | null; capacity?: string | null; name?: string | null }[];
  addressees?: string[];
  recipients?: string[];
}

export interface ExpectedDocument {
  file: string;
  part: number;
  lines?: [number, number];
  identity?: ExpectedIdentity;
  outline?: { depth: number; kind: string; marker: string; title: string | null }[];
  citations?: { number: string | null; date: string | null; form: string; count: number }[];
  tasks?: { marker: string; line: number }[];
  sections?: { marker: string; line: number }[];
}

export interface ExpectedCase {
  name: string;
  folder: string;
  about: string;
  documents: ExpectedDocument[];
  noise: { file: string; startsWith: string }[];
  findings: { rule: string; about: string; likely?: string }[];
}

export interface ExpectedCitation {
  file: string;
  part: string;
  line: string;
  end_line: string;
  number: string;
  number_canonical: string;
  date_iso: string;
  date_best: string;
  form: string;
}

export function readSeedDocuments(folder: string): ExpectedDocument[] {
  return JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8')) as ExpectedDocument[];
}

export function readSeedCitations(folder: string): ExpectedCitation[] {
  return parseCsv(readFileSync(join(folder, 'citations.tsv'), 'utf8'), { columns: true, delimiter: '\t', quote: false, bom: true }) as ExpectedCitation[];
}

/** Expected assignments of the seeds with the document they are of. */
export function readSeedAssignments(folder: string): (ExpectedAssignment & { file: string; part: number; line: number })[] {
  const path = join(folder, 'assignments.tsv');
  if (!existsSync(path)) return [];
  const rows = parseCsv(readFileSync(path, 'utf8'), { columns: true, delimiter: '\t', quote: false, bom: true }) as Record<string, string>[];
  return rows.map((row) => {
    const { file = '', part, line, label, task = '', agency = '', collective, role = '', deadline_from: from, deadline_to: to, funding } = row;
    return {
      ...{ file, part: Number(part), line: Number(line), task, agency, role, collective: collective === 'yes' },
      ...(label ? { label } : {}),
      ...(from || to ? { deadline: { ...(from ? { from } : {}), ...(to ? { to } : {}) } } : {}),
      ...(funding ? { funding } : {}),
    };
  });
}

/** Targets of the seeds; empty cells are absent values. */
export function readSeedTargets(folder: string): SeedTarget[] {
  return parseCsv(readFileSync(join(folder, 'targets.tsv'), 'utf8'), { columns: true, delimiter: '\t', quote: false, bom: true }) as SeedTarget[];
}

/** What a careful reader found wrong in the seeds. */
export function readSeedInconsistencies(folder: string): ExpectedFinding[] {
  return parseCsv(readFileSync(join(folder, 'inconsistencies.tsv'), 'utf8'), { columns: true, delimiter: '\t', quote: false, bom: true }) as ExpectedFinding[];
}

/** Look-alikes in the seeds that are no faults (domain reference 9.4). */
export function readSeedControls(folder: string): SeedControl[] {
  return parseCsv(readFileSync(join(folder, 'controls.tsv'), 'utf8'), { columns: true, delimiter: '\t', quote: false, bom: true }) as SeedControl[];
}

/** Words misprinted in the seeds as received. */
export function readSeedMisprints(folder: string): { seed: string; line: string; printed: string; right: string }[] {
  return parseCsv(readFileSync(join(folder, 'misprints.tsv'), 'utf8'), { columns: true, delimiter: '\t', quote: false, bom: true }) as ReturnType<typeof readSeedMisprints>;
}

export function readCases(folder: string): ExpectedCase[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ ...(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Omit<ExpectedCase, 'name' | 'folder'>), name, folder: join(folder, name) }));
}
