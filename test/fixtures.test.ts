import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ExpectedCase, type ExpectedDocument, readCases, readSeedCitations, readSeedDocuments, readSeedInconsistencies } from '../src/eval/fixtures.ts';
import { judgeIdentity, judgeOutline } from '../src/eval/judge.ts';
import { judgeFindings } from '../src/eval/judge-findings.ts';
import { Score } from '../src/eval/score.ts';
import type { ExtractedDocument } from '../src/model/document.ts';
import type { Leaf, TreeNode } from '../src/model/tree.ts';
import { type CorpusRun, describeFinding, runCorpus } from './check/run-corpus.ts';

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = join(ROOT, 'fixtures');
const RULES = readdirSync(join(ROOT, 'src', 'check', 'rules'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** `signed`: for a file, when it was digitally signed. */
const readFolder = (folder: string, names: readonly string[], signed: Readonly<Record<string, readonly string[]>> = {}): CorpusRun =>
  runCorpus(
    names.map((name) => ({
      name,
      content: readFileSync(join(folder, name)),
      signatures: (signed[name] ?? []).map((signedAt) => ({ signer: null, organisation: null, signedAt, coversWholeFile: true })),
    })),
  );
const seedNames = readdirSync(join(ROOT, 'seeds'))
  .filter((name) => name.endsWith('.txt'))
  .sort();
let seedRun: CorpusRun | undefined;
/** The five seeds, read once. */
const seeds = (): CorpusRun => {
  seedRun ??= readFolder(join(ROOT, 'seeds'), seedNames);
  return seedRun;
};

/** What a score missed or has too much, facts that share a key as one change: an empty list is the wish of every test here. */
function changes(score: Score): string[] {
  const key = (line: string) => line.split(' ⟨')[0] as string;
  const gained = [...score.falseAlarms];
  const lines = score.misses.map((lost) => {
    const at = gained.findIndex((other) => key(other) === key(lost));
    return at === -1 ? `lost    ${lost}` : `changed ${lost} → ${(gained.splice(at, 1)[0] as string).slice(key(lost).length + 1)}`;
  });
  return [...lines, ...gained.map((line) => `gained  ${line}`)];
}

/** A number as both readings spell it: blanks and case aside, a lost slash restored. */
const spelled = (number: string): string =>
  number
    .toUpperCase()
    .replace(/^(\d+) (?=[A-ZĐ]+-)/u, '$1/')
    .replace(/\s+/g, '');

const fact = (number: string | null, date: string | null, form: string): string => `${number === null ? 'blank' : spelled(number)} ⟨${date || 'no date'}, ${form}⟩`;

const numbered = (document: ExtractedDocument) => document.citations.filter((citation) => citation.number !== null || citation.form === 'blank');

const folded = (text: string): string => text.replace(/\s+/g, ' ');

/** The findings of a run that no expectation takes, and the expectations nothing fulfils. A note is no flag: it counts where `notes`. */
function compareFindings(
  run: CorpusRun,
  expected: readonly { rule: string; about: string; likely?: string | null; decidedBy?: string; sides?: readonly string[] }[],
  notes = false,
): string[] {
  const open = run.findings.filter((finding) => RULES.includes(finding.rule));
  const lines: string[] = [];
  for (const { rule, about, likely, decidedBy, sides } of expected) {
    const at = open.findIndex(
      (finding) => finding.rule === rule && [finding.message.vi, ...finding.sides.map((side) => side.evidence.quote)].some((text) => folded(text).includes(folded(about))),
    );
    const found = open[at];
    if (!found) {
      lines.push(`lost    ${rule} about ${about}`);
      continue;
    }
    open.splice(at, 1);
    if (likely !== undefined && (found.verdict?.value ?? null) !== likely)
      lines.push(`changed ${rule} about ${about}: likely ${likely} → ${found.verdict?.value ?? null}; ${describeFinding(found)}`);
    if (decidedBy !== undefined && !found.verdict?.reason.vi.includes(decidedBy))
      lines.push(`changed ${rule} about ${about}: decided by “${decidedBy}” → ${found.verdict?.reason.vi}`);
    for (const words of sides ?? []) if (!found.sides.some((side) => side.evidence.quote.includes(words))) lines.push(`changed ${rule} about ${about}: no side says “${words}”`);
  }
  return [...lines, ...open.filter((finding) => notes || finding.level !== 'info').map((finding) => `gained  ${describeFinding(finding)}`)];
}

/* ---------------------------------------------------------------- the five seeds ---- */

test('seeds: six documents, each with the lines a reader gives it', () => {
  const score = new Score();
  const line = (file: string, part: number, lines: readonly number[] | undefined) => `${file.slice(0, 3)} part ${part} ⟨lines ${lines?.join('-')}⟩`;
  score.compare(
    readSeedDocuments(join(FIXTURES, 'seeds')).map((document) => line(document.file, document.part, document.lines)),
    seeds().documents.map((document) => line(document.file, document.part, document.lines)),
    'documents',
  );
  expect(changes(score)).toEqual([]);
});

const judged = (() => {
  let made: ReturnType<typeof judgeFindings> | null = null;
  return () => {
    made ??= judgeFindings(readSeedInconsistencies(join(FIXTURES, 'seeds')), seeds().findings);
    return made;
  };
})();

/** What the rules do not find of the reader's list, by row. */
const UNFOUND = 'I45 I49 I59'.split(' ');

test('seeds: what a careful reader found wrong is found, but for what is known to be missed', () => {
  const unfound = judged().verdicts.flatMap(({ outcome, row }) => (outcome === 'missed' || outcome === 'other-rule' ? [row.id] : []));
  expect(unfound).toEqual(UNFOUND);
});

test('seeds: what contradicts what, and nothing that no reader saw', () => {
  const seen = seeds().findings.filter((finding) => !judged().besides.includes(finding));
  // The reader's row I24 names the lines of another document and mentions this one in words only.
  const inWords = [
    { rule: 'citation.first-mention-incomplete', about: '08/KH-UBND', sides: ['1210/2016/UBTVQH13'] },
    // Named in the reader's remarks on I85, without a row of their own.
    { rule: 'text.duplicated-word', about: 'An Lão An Lão' },
    { rule: 'text.duplicated-word', about: 'phải phải' },
    // Named in the reader's remarks on I87, without a row of its own; and a misread word that no reader saw ("nhất là kinh" / "tê tư nhân").
    { rule: 'text.missing-word', about: 'các có' },
    { rule: 'text.ocr-confusion', about: 'kinh tê' },
    // Named in the reader's remarks on I81, and a name that the registry has with another capital.
    { rule: 'agency.case-variant', about: 'Sở Nông nghiệp và phát triển nông thôn', likely: 'Sở Nông nghiệp và Phát triển nông thôn' },
    // The second place of I59, and the same of the city.
    { rule: 'target.flat-series', about: '6 - 7 m²/người (2025, 2030)' },
    { rule: 'target.flat-series', about: '10 - ≥ 15 m²/người (2025, 2030)' },
    { rule: 'agency.case-variant', about: 'Ban quản lý Khu kinh tế Hải Phòng', likely: 'Ban Quản lý Khu kinh tế Hải Phòng' },
  ];
  const gained = compareFindings({ ...seeds(), findings: judged().besides }, inWords, true);
  expect([
    ...gained,
    ...compareFindings({ ...seeds(), findings: seen }, [
      { rule: 'citation.date-conflict', about: '06-NQ/TW', likely: '2022-01-24', decidedBy: '15-CTr/TU (Tỉnh ủy Hà Tĩnh) ngày 30/09/2022', sides: ['24/10/2022', '24/01/2022'] },
      { rule: 'citation.date-conflict', about: '334-KL/TU', likely: '2024-04-19', decidedBy: '526-BC/TU', sides: ['19/4/2021', '19/4/2024'] },
      { rule: 'citation.effect-before-cause', about: '334-KL/TU', likely: '2024-04-19', decidedBy: '2416/UBND-QH', sides: ['19/4/2021', '2416/UBND-QH'] },
      { rule: 'citation.legislature-term-mismatch', about: '26/2022/UBTVQH13', likely: '26/2022/UBTVQH15' },
      { rule: 'citation.future-document', about: '3457/VP-QH', likely: '2024-05-24', sides: ['24/7/2024', '27 tháng 05 năm 2024'] },
      { rule: 'citation.number-date-monotonicity', about: '3457/VP-QH', likely: '2024-05-24', sides: ['24/7/2024', '3824 /VP-QH'] },
      { rule: 'citation.notation-issuer-mismatch', about: '3457/VP-QH', likely: 'Văn phòng Ủy ban nhân dân thành phố Hải Phòng', sides: ['24/7/2024'] },
      { rule: 'citation.notation-variant', about: '148-NQ/CP', likely: '148/NQ-CP' },
      { rule: 'citation.notation-variant', about: '08 KH-UBND', likely: '08/KH-UBND' },
      { rule: 'citation.notation-variant', about: '76-Ctr/TU', likely: '76-CTr/TU' },
      { rule: 'citation.notation-variant', about: '14/TB-CP', likely: '14/TB-VPCP' },
      { rule: 'citation.blank-number', about: 'CTr/TU', likely: '59-CTr/TU' },
      { rule: 'citation.type-word-conflict', about: '59-CTr/TU', likely: null, sides: ['Văn bản số 59-CTr/TU'] },
      { rule: 'citation.type-word-generic', about: '334-KL/TU', likely: 'Kết luận', sides: ['Văn bản số 334-KL/TU'] },
      { rule: 'citation.type-notation-mismatch', about: '693/BXD-PTĐT', likely: 'Công văn' },
      { rule: 'citation.issuer-variant', about: '59-CTr/TU', likely: 'Ban Thường vụ Thành ủy', sides: ['của Thành ủy Hải Phòng'] },
      { rule: 'citation.title-drift', about: '06-NQ/TW', likely: 'phát triển bền vững đô thị việt nam', sides: ['phát triển đô thị bền vững Việt Nam'] },
      { rule: 'citation.title-drift', about: '45-NQ/TW', likely: 'tầm nhìn', sides: ['định hướng đến năm 2045'] },
      { rule: 'citation.subject-drift', about: '59-CTr/TU', likely: null, sides: ['gắn với việc thực hiện tổng kết'] },
      { rule: 'citation.period-drift', about: 'ứng phó với biến đổi khí hậu', likely: null, sides: ['2022-2030'] },
      { rule: 'citation.attribution-drift', about: '148/NQ-CP, 14/TB-VPCP', likely: null },
      { rule: 'citation.first-mention-incomplete', about: '42-CTr/HU', sides: ['148/NQ-CP'] },
      { rule: 'structure.heading-level-drift', about: 'đề mục', sides: ['1.1. Các nhiệm vụ trọng tâm', '1.2. Các giải pháp trọng tâm'] },
      { rule: 'deadline.outlives-programme', about: 'giai đoạn 2021 - 2025', sides: ['2023-2030'] },
      { rule: 'agency.abbreviation-variant', about: 'XD GT&CT', sides: ['XDGT&CT', 'NC&KT GS'] },
      { rule: 'text.near-duplicate-divergence', about: '5G', sides: ['5G', 'di động khu vực'] },
      { rule: 'external.overtaken-by-events', about: '27/2023/QH15', sides: ['Xây dựng Luật Nhà ở', 'Luật Kinh doanh bất động sản'] },
      { rule: 'self.identity-missing', about: 'KẾ HOẠCH', likely: null, decidedBy: '17/11/2023' },
    ]).filter((line) => !line.startsWith('gained')),
  ]).toEqual([]);
});

test('seeds: one cause is one entry', () => {
  const byId = new Map(seeds().findings.map((finding) => [finding.id, finding]));
  const groups = seeds().findings.flatMap(({ rule, subject, joined }) => (joined.length === 0 ? [] : [`${rule} ${subject}: ${joined.map((id) => byId.get(id)?.rule).join(', ')}`]));
  expect(groups).toEqual([
    'citation.date-conflict vn-hp.tu.xvi.334-KL-TU: citation.effect-before-cause',
    'citation.number-date-monotonicity vn-hp.vp.2024.3457-VP-QH: citation.future-document',
    'citation.blank-number vn-hp.ubnd.2024.08-KH-UBND: deadline.before-issue, deadline.starts-before-issue, external.overtaken-by-events',
    // Two districts against one bare cell of their city's table.
    'target.operator-drift sha-0eee4cd84be6cbc6.1: target.operator-drift',
  ]);
});

test('seeds: the wrong majority about 334-KL/TU counts as one witness', () => {
  const finding = seeds().findings.find(({ rule, subject }) => rule === 'citation.date-conflict' && subject.includes('334-KL'));
  const said = finding?.verdict?.candidates.map(({ value, mentions, witnesses }) => ({ value, mentions, witnesses }));
  expect(said).toEqual([
    { value: '2021-04-19', mentions: 6, witnesses: 1 },
    { value: '2024-04-19', mentions: 1, witnesses: 1 },
  ]);
});

for (const expected of readSeedDocuments(join(FIXTURES, 'seeds'))) {
  const name = `${expected.file.slice(0, 3)} part ${expected.part}`;
  const found = (): ExtractedDocument | undefined => seeds().documents.find((document) => document.file === expected.file && document.part === expected.part);

  test(`seeds: ${name}: identity`, () => {
    const document = found();
    const score = new Score();
    if (document && expected.identity) judgeIdentity(expected.identity, document, name, score);
    expect(document ? changes(score) : 'no such document').toEqual([]);
  });

  test(`seeds: ${name}: outline`, () => {
    const document = found();
    const score = new Score();
    if (document) compareOutline(expected, document, score);
    expect(document ? changes(score) : 'no such document').toEqual([]);
  });

  test(`seeds: ${name}: citations by line, number, date and form`, () => {
    const document = found();
    const rows = readSeedCitations(join(FIXTURES, 'seeds')).filter((row) => row.file === expected.file && Number(row.part) === expected.part);
    const score = new Score();
    score.compare(
      rows.map((row) => `line ${row.line} ${fact(row.form === 'blank' ? null : row.number, row.date_iso, row.form)}`),
      document ? numbered(document).map((citation) => `line ${citation.evidence.lines[0]} ${fact(citation.number, citation.issuedOn, citation.form)}`) : [],
      name,
    );
    expect(changes(score)).toEqual([]);
  });
}

test('seeds: a work no reader knows is one a finding explains', () => {
  const { corpus, findings } = seeds();
  const known = new Set(readSeedCitations(join(FIXTURES, 'seeds')).map((row) => row.number_canonical));
  const phantoms = corpus.works.filter((work) => !known.has(work.number) && work.documents.length === 0);
  const unexplained = phantoms.filter(
    ({ number }) => !findings.some((finding) => finding.rule === 'citation.notation-variant' && finding.message.vi.includes(number) && known.has(finding.verdict?.value ?? '')),
  );
  const found = new Set(corpus.works.map((work) => work.number));
  expect([
    ...unexplained.map(({ number }) => `gained  ${number}`),
    ...[...known].filter((number) => number !== '' && !found.has(number)).map((number) => `lost    ${number}`),
  ]).toEqual([]);
});

/** Labelled divisions, and in an annex of tasks its rows by marker and line. */
function compareOutline(expected: ExpectedDocument, document: ExtractedDocument, score: Score): void {
  const label = `${expected.file.slice(0, 3)} part ${expected.part}`;
  judgeOutline(expected.outline ?? [], document, label, score);
  // One key for a heading whose title changed.
  for (const list of [score.misses, score.falseAlarms]) for (const [at, line] of list.entries()) list[at] = line.replace(/^(.*?: \S+ \S+ \S+) (.*)$/u, '$1 ⟨$2⟩');
  for (const [role, rows] of [
    ['section', expected.sections],
    ['body', expected.tasks],
  ] as const) {
    if (!rows) continue;
    score.compare(
      rows.map(({ marker, line }) => `${marker} ⟨line ${line}⟩`),
      markedRows(document, role).filter((row) => role === 'section' || row.startsWith('Nhiệm vụ')),
      `${label} ${role} row`,
    );
  }
}

/** Rows of the second annex's table that have a marker of their own. */
function markedRows(document: ExtractedDocument, role: Leaf['role']): string[] {
  const line = (offset: number) => document.lineBreaks.findLast(([start]) => start <= offset)?.[1] ?? 0;
  const rows: string[] = [];
  const visit = (node: TreeNode | Leaf) => {
    if (node.type === 'row' && node.role === role && node.marker && node.eId?.startsWith('annex-II')) rows.push(`${node.marker} ⟨line ${line(node.position.start.offset)}⟩`);
    else if ('children' in node) for (const child of node.children ?? []) if (child.type !== 'cell') visit(child as TreeNode);
  };
  document.tree.children.forEach(visit);
  return rows;
}

/* ---------------------------------------------------------- fixtures/documents ---- */

for (const each of readCases(join(FIXTURES, 'documents'))) {
  test(`document: ${each.name}`, () => {
    const corpus = readFolder(each.folder, [...new Set(each.documents.map((document) => document.file))]);
    expect([...judgeCase(each, corpus), ...compareFindings(corpus, each.findings)]).toEqual([]);
  });
}

function judgeCase(each: ExpectedCase, run: CorpusRun): string[] {
  const score = new Score();
  const parts = (documents: readonly { file: string; part: number }[]) => documents.map(({ file, part }) => `${file} part ${part}`);
  score.compare(parts(each.documents), parts(run.documents), 'document');
  for (const expected of each.documents) {
    const found = run.documents.find((document) => document.file === expected.file && document.part === expected.part);
    if (!found) continue;
    const label = `${expected.file} part ${expected.part}`;
    if (expected.identity) judgeIdentity(expected.identity, found, label, score);
    if (expected.outline) judgeOutline(expected.outline, found, label, score);
    if (expected.citations) {
      score.compare(
        expected.citations.flatMap(({ number, date, form, count }) => new Array<string>(count).fill(fact(number, date, form))),
        numbered(found).map((citation) => fact(citation.number, citation.issuedOn, citation.form)),
        `${label} citation`,
      );
    }
  }
  for (const { file, startsWith } of each.noise) {
    const dropped = run.noise.some((one) => one.file === file && one.text.includes(startsWith));
    const kept = run.documents.some((document) => document.file === file && document.text.includes(startsWith));
    if (!dropped && kept) score.misses.push(`${file}: noise “${startsWith}”`);
  }
  return changes(score);
}

/* ----------------------------------------------------------- fixtures/controls ---- */

interface Control {
  about: string;
  reference: string;
  /** When files were digitally signed, by their names. */
  signed?: Record<string, string[]>;
  /** What is rightly flagged in these files all the same. */
  flags?: { rule: string; about: string }[];
  /** Look-alikes that must be read and not be flagged. */
  mustNotFlag: { rule: string; about: string; because: string }[];
}

const controls = existsSync(join(FIXTURES, 'controls'))
  ? readdirSync(join(FIXTURES, 'controls'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
  : [];

for (const name of controls) {
  const folder = join(FIXTURES, 'controls', name);
  test(`control: ${name}`, () => {
    const control = JSON.parse(readFileSync(join(folder, 'control.json'), 'utf8')) as Control;
    const run = readFolder(
      folder,
      readdirSync(folder)
        .filter((file) => /\.(?:txt|md|html)$/.test(file))
        .sort(),
      control.signed,
    );
    // A control is worth something only while its look-alikes are there to be flagged.
    const unread = control.mustNotFlag.filter(({ about }) => !run.documents.some((document) => document.text.includes(about))).map(({ about }) => `no document says “${about}”`);
    const unknown = control.mustNotFlag.filter(({ rule }) => !RULES.includes(rule)).map(({ rule }) => `no rule ${rule}`);
    expect([...unread, ...unknown, ...compareFindings(run, control.flags ?? [])]).toEqual([]);
  });
}

test('controls: each rule has one', () => {
  const covered = new Set(
    controls.flatMap((name) => (JSON.parse(readFileSync(join(FIXTURES, 'controls', name, 'control.json'), 'utf8')) as Control).mustNotFlag.map(({ rule }) => rule)),
  );
  expect(RULES.filter((rule) => !covered.has(rule))).toEqual([]);
});
