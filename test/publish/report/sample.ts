import { createHash } from 'node:crypto';
import { knownAgencies } from '../../../src/grammar/succession.ts';
import type { ExtractedDocument, PublishedDocument } from '../../../src/model/document.ts';
import type { Finding, Side } from '../../../src/model/finding.ts';
import { FindingList } from '../../../src/model/finding-list.ts';
import { AgencyRegister } from '../../../src/publish/registers/agency-register.ts';
import { IndicatorRegister } from '../../../src/publish/registers/indicator-register.ts';
import type { ReportedDocument, ReportInput } from '../../../src/publish/report/report.ts';
import { knowledge } from '../../default-knowledge.ts';
import { readSeeds } from '../../seeds.ts';
import { assignment, target } from '../facts-sample.ts';

const hash = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

/** The documents of the seeds as `publish` would hand them over, with links to works of a plain kind. */
export function seedDocuments(): ReportedDocument[] {
  return readSeeds().flatMap(({ file, bytes, facts: { documents, noise, mediaType, origin, pages } }) =>
    documents.map((extracted) =>
      published(
        extracted,
        { file, sha256: hash(bytes), mediaType, origin, part: extracted.part, parts: extracted.parts, pages, lines: extracted.lines },
        extracted.part === 1 ? noise : [],
      ),
    ),
  );
}

function published(
  { text, part, identity, tree, citations, dates, targets, assignments, repairs, completeness }: ExtractedDocument,
  source: PublishedDocument['source'],
  noise: PublishedDocument['noise'],
): ReportedDocument {
  const id = `${source.file.slice(0, 3)}.${part}`;
  return {
    text,
    document: {
      schema: 'trichluc/document@1',
      id,
      source,
      text: { file: `${id}.txt`, sha256: hash(text), length: text.length },
      identity,
      tree,
      citations: citations.map((citation) => ({
        ...citation,
        work: citation.number ? { id: `work.${citation.number}`, status: 'resolved', reason: '', candidates: [] } : { id: null, status: 'unresolved', reason: '', candidates: [] },
      })),
      dates,
      targets,
      assignments,
      findings: [],
      repairs,
      noise,
      completeness,
    },
  };
}

/** Where a seed document cites a work, and the date it gives. */
function mentions({ document }: ReportedDocument, number: string): Side[] {
  return document.citations
    .filter((citation) => citation.number === number && citation.issuedOn !== null)
    .map(({ issuedOn, evidence }) => ({ document: document.id, label: document.id, file: document.source.file, value: issuedOn, evidence }));
}

/** The report of the seeds: one contradiction with a verdict, one open warning, one note. */
export function seedReport(detailLimit = 100): ReportInput {
  const documents = seedDocuments();
  const seed = (id: string) => documents.find(({ document }) => document.id === id) as ReportedDocument;
  const [anLao, thuyNguyen, haTinh] = [seed('000.1'), seed('001.1'), seed('002.1')];
  const header = haTinh.document.identity.issuedOn;
  if (!header.evidence) throw new Error('seed 002 has no date');
  const haTinhIssued: Side = { document: '002.1', label: '15-CTr/TU (Tỉnh ủy Hà Tĩnh)', file: haTinh.document.source.file, value: header.value, evidence: header.evidence };
  const conflict: Finding = {
    id: 'citation.date-conflict:06-NQ/TW',
    rule: 'citation.date-conflict',
    level: 'error',
    subject: '06-NQ/TW',
    message: { vi: 'Nghị quyết số 06-NQ/TW được ghi hai ngày ban hành', en: 'Resolution 06-NQ/TW is cited with two dates of issue' },
    documents: ['000.1', '001.1', '002.1'],
    sides: [...mentions(anLao, '06-NQ/TW'), ...mentions(haTinh, '06-NQ/TW'), ...mentions(thuyNguyen, '06-NQ/TW')],
    cause: null,
    suppressed: null,
    outdated: null,
    joined: [],
    verdict: {
      value: '2022-01-24',
      confidence: 'certain',
      decidedBy: ['cited-before'],
      reason: { vi: 'Văn bản ngày 30/9/2022 đã viện dẫn Nghị quyết này', en: 'A document of 30/9/2022 already cites the resolution' },
      candidates: [
        {
          value: '2022-01-24',
          mentions: 4,
          witnesses: 2,
          supports: [{ constraint: 'witnesses', hard: false, reason: { vi: 'Hai nguồn độc lập', en: 'Two witnesses' }, sides: [] }],
          refutes: [],
        },
        {
          value: '2022-10-24',
          mentions: 2,
          witnesses: 1,
          supports: [],
          refutes: [{ constraint: 'cited-before', hard: true, reason: { vi: 'Đã được viện dẫn trước ngày này', en: 'Cited before that day' }, sides: [haTinhIssued] }],
        },
      ],
    },
  };
  const open: Finding = {
    id: 'open',
    rule: 'citation.blank-number',
    level: 'warning',
    subject: '59-CTr/TU',
    message: { vi: 'Số bị bỏ trống', en: 'A blank number' },
    documents: ['004.1'],
    sides: [],
    cause: null,
    suppressed: null,
    outdated: null,
    joined: [],
    verdict: { value: null, confidence: 'none', decidedBy: [], reason: { vi: 'Chưa đủ căn cứ', en: 'Nothing decides' }, candidates: [] },
  };
  const note: Finding = {
    ...open,
    id: 'note',
    rule: 'text.invented-tail',
    level: 'info',
    message: { vi: 'Đoạn máy tự đặt', en: 'Invented text' },
    documents: ['001.1'],
    verdict: null,
  };
  const findings = [conflict, open, note];
  for (const { document } of documents) document.findings = findings.filter(({ documents: ids }) => ids.includes(document.id)).map(({ id }) => id);
  return report(documents, { findings, detailLimit });
}

/** A report on any documents. */
export function report(
  documents: ReportInput['documents'],
  { findings = [], ...rest }: Partial<Omit<ReportInput, 'findings'>> & { findings?: readonly Finding[] } = {},
): ReportInput {
  return {
    summary: {
      sources: 6,
      documents: 6,
      citations: 1234,
      divisions: 200,
      targets: 40,
      assignments: 50,
      works: 30,
      findings: { error: 1, warning: 1, info: 1 },
      problems: [{ file: 'den/khoa.pdf', message: { vi: 'Tệp bị khóa bằng mật khẩu', en: 'The file is locked with a password' } }],
    },
    findings: FindingList.of(findings),
    documents,
    document: (at) => (documents as readonly ReportedDocument[])[at] as ReportedDocument,
    ...appearing(documents),
    rules: {
      'citation.date-conflict': { vi: 'Một văn bản, hai ngày ban hành', en: 'One work, two dates of issue' },
      'cited-before': { vi: 'Đã được viện dẫn trước đó', en: 'Cited before' },
    },
    findingLimit: 1000,
    detailLimit: 100,
    ...rest,
  };
}

/** What the registers make of documents; of those that come one by one, nothing. */
function appearing(documents: ReportInput['documents']): Pick<ReportInput, 'indicators' | 'agencies'> {
  const agencies = new AgencyRegister(knownAgencies(knowledge));
  const indicators = new IndicatorRegister({ indicators: [], units: [] });
  for (const { document } of Array.isArray(documents) ? (documents as ReportedDocument[]) : []) {
    agencies.add(document);
    indicators.add(document);
  }
  return { agencies: agencies.list(), indicators: indicators.list() };
}

/** A document every word of which is the given one: as hostile as that is. */
export function documentOf(word: string, id: string = word): ReportedDocument {
  const evidence = { start: 0, end: word.length, quote: word, lines: [1, 1] as [number, number] };
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: word.length + 1, offset: word.length } };
  const named = { value: word, evidence };
  const issuer = { id: word, name: word, territory: { id: word, name: word }, evidence, derived: true };
  const number = { value: word, raw: word, serial: 1, separator: null, notation: word, year: null, typeCode: word, bodyCode: word, legislature: null, system: 'state' as const };
  const division = { type: 'division' as const, kind: 'roman' as const, marker: word, title: word, eId: word, sequence: 'gap' as const, position };
  return {
    text: word,
    document: {
      schema: 'trichluc/document@1',
      id,
      source: { file: word, sha256: word, mediaType: word, origin: 'text', part: 1, parts: 2, pages: 1, lines: [1, 2] },
      text: { file: word, sha256: word, length: word.length },
      identity: {
        system: 'state',
        documentType: { code: word, name: word, evidence, derived: false },
        number: { ...number, evidence, derived: false },
        issuedOn: { value: word, precision: 'day', notBefore: word, evidence, derived: true },
        place: named,
        issuer,
        directingAuthority: issuer,
        title: named,
        signatories: [{ authority: word, capacity: word, name: word, evidence }],
        addressees: [named],
        recipients: [named],
        urgency: named,
        confidentiality: named,
      },
      tree: { type: 'root', position, children: [{ ...division, children: [{ ...division, title: null, eId: `${word}.1`, children: [] }] }] },
      citations: [
        {
          id: word,
          number: word,
          raw: word,
          parsed: number,
          documentType: word,
          issuedOn: word,
          issuer,
          title: `${word}${word}`,
          form: 'full',
          relation: 'mentions',
          within: null,
          eId: word,
          evidence,
          work: { id: word, status: 'ambiguous', reason: word, candidates: [word] },
        },
      ],
      targets: [
        {
          ...target(word, word, 2025),
          area: { id: word, name: word },
          scope: { id: word, name: word },
          state: word,
          comparator: 'status',
          raw: word,
          responsible: [{ id: word, name: word }],
          evidence,
        },
        { ...target(null, word, 2030, { low: 1, unit: word, raw: word }), evidence },
      ],
      assignments: [
        {
          ...assignment(null, word, 'lead', word, { label: word, deadline: { raw: word, from: word, to: word, kind: 'by' }, agency: { qualifier: word } }),
          funding: word,
          evidence,
        },
      ],
      dates: [],
      findings: [word],
      repairs: [{ rule: word, before: word, after: word, start: 0, end: word.length, lines: [1, 1] }],
      noise: [{ reason: word, text: word, lines: [1, 1] }],
      completeness: { header: 'partial', body: 'truncated', signature: 'missing' },
    },
  };
}

/** A finding every word of which is the given one. */
export function findingOf(word: string): Finding {
  const both = { vi: word, en: word };
  const side: Side = { document: word, label: word, file: word, value: word, evidence: { start: 0, end: word.length, quote: `a ${word} b`, lines: [3, 4] } };
  const ground = { constraint: word, hard: true, reason: both, sides: [side] };
  return {
    id: word,
    rule: word,
    level: 'error',
    subject: word,
    message: both,
    documents: [word],
    sides: [side, { ...side, value: null }],
    cause: null,
    suppressed: null,
    outdated: { reason: word, by: word, date: word },
    joined: [],
    verdict: { value: word, confidence: 'low', decidedBy: [word], reason: both, candidates: [{ value: word, mentions: 1, witnesses: 1, supports: [ground], refutes: [ground] }] },
  };
}
