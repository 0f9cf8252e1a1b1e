import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.ts';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { setLocale } from '../../src/cli/locale.ts';
import { asks, parseDay, parseYears, plain } from '../../src/cli/query.ts';
import { type TargetsQuery, targets } from '../../src/cli/targets.ts';
import { type TasksQuery, tasks } from '../../src/cli/tasks.ts';
import { columnWidths, tableLines, wrap } from '../../src/cli/terminal-table.ts';
import { knownAgencies } from '../../src/grammar/succession.ts';
import type { PublishedDocument } from '../../src/model/document.ts';
import { AgencyRegister } from '../../src/publish/registers/agency-register.ts';
import { IndicatorRegister } from '../../src/publish/registers/indicator-register.ts';
import { TablesWriter } from '../../src/publish/tables/tables-writer.ts';
import { knowledge } from '../default-knowledge.ts';
import { newFolder } from '../folders.ts';
import { AN_LAO, assignment, by, documentWith, during, HAI_PHONG, target } from '../publish/facts-sample.ts';
import { start, trichluc } from './program.ts';

const XAY_DUNG = 'vn-hp.so-xay-dung';
const GIAO_THONG = 'vn-hp.so-giao-thong-van-tai';

const numbered = (value: string, issuer: string): PublishedDocument['identity'] => ({
  ...documentWith('').identity,
  number: {
    value,
    raw: value,
    serial: 1,
    separator: '/',
    notation: '',
    year: null,
    typeCode: null,
    bodyCode: null,
    legislature: null,
    system: 'state',
    evidence: null,
    derived: false,
  },
  issuer: { id: null, name: issuer, territory: null, evidence: null, derived: false },
});

const DOCUMENTS = [
  documentWith('plan', {
    identity: numbered('08/KH-UBND', 'Ủy ban nhân dân thành phố Hải Phòng'),
    targets: [
      target('urbanisation', 'Tỷ lệ đô thị hóa', 2025, { area: HAI_PHONG, comparator: 'range', low: 74, high: 76 }),
      target('urbanisation', 'Tỷ lệ đô thị hóa', 2030, { area: HAI_PHONG, comparator: 'ge', low: 80, line: 31 }),
      target('roads', 'Mật độ đường', 2025, { area: AN_LAO, low: 1234.5, unit: 'km', period: { kind: 'during', from: 2021, to: 2025 } }),
      target(null, 'Số bến \u001b[31mcảng', null, { low: 5, unit: 'bến', indicator: { candidates: [{ id: 'ports', alias: 'Số cảng', score: 0.7 }] } }),
    ],
    assignments: [
      assignment(XAY_DUNG, 'Sở Xây dựng', 'lead', 'Lập quy hoạch chung', { deadline: by('2025') }),
      assignment(XAY_DUNG, 'Sở Xây dựng', 'lead', 'Lập chương trình phát triển đô thị', { deadline: by('2024-06') }),
      assignment(XAY_DUNG, 'Sở Xây dựng', 'coordinate', 'Xây dựng nhà ở xã hội', { deadline: during('2023', '2030') }),
      assignment(XAY_DUNG, 'Sở Xây dựng', 'lead', 'Rà soát quy chế kiến trúc', { deadline: by('2030') }),
      assignment(XAY_DUNG, 'Sở Xây dựng', 'report-to', 'Báo cáo hằng năm', { deadline: { raw: 'hằng năm', from: null, to: null, kind: 'recurring' } }),
      assignment(XAY_DUNG, 'Sở Xây dựng', 'advise', 'Tham mưu chính sách'),
      assignment(GIAO_THONG, 'Sở Giao thông vận tải', 'lead', 'Mở tuyến đường', { deadline: by('2025') }),
      assignment(null, 'các sở, ban, ngành', 'coordinate', 'Thực hiện', { agency: { collective: true, level: 'province' } }),
    ],
  }),
  documentWith('letter', {
    identity: numbered('15-CTr/TU', 'Tỉnh ủy Hà Tĩnh'),
    targets: [target('urbanisation', 'Tỷ lệ đô thị hóa', 2025, { low: 42, area: { id: 'vn-ht', name: 'tỉnh Hà Tĩnh' } })],
    assignments: [
      assignment('vn-ht.so-xay-dung', 'Sở Xây dựng', 'lead', 'Lập quy hoạch vùng', { deadline: by('2025'), agency: { territory: { id: 'vn-ht', name: 'tỉnh Hà Tĩnh' } } }),
    ],
  }),
];

let out: string;
let written = '';
let complaints = '';
beforeAll(async () => {
  out = newFolder();
  const writer = new TablesWriter(join(out, 'tables'), new AgencyRegister(knownAgencies(knowledge)), new IndicatorRegister(knowledge));
  mkdirSync(join(out, 'documents'));
  for (const document of DOCUMENTS) {
    writeFileSync(join(out, 'documents', `${document.id}.json`), JSON.stringify(document));
    await writer.document(document);
  }
  await writer.finish([], '0');
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += chunk;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    complaints += chunk;
    return true;
  });
});
beforeEach(() => {
  setLocale('vi');
  vi.stubEnv('COLUMNS', '100');
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function said(run: () => Promise<ExitCode>): Promise<string> {
  written = '';
  complaints = '';
  expect(await run()).toBe(ExitCode.done);
  return written;
}
const askTargets = (query: Partial<TargetsQuery> = {}) => said(() => targets({ out, unlinked: false, csv: false, json: false, ...query }));
const askTasks = (query: Partial<TasksQuery> = {}) => said(() => tasks({ out, csv: false, json: false, ...query }));
const jsonOf = (text: string) => JSON.parse(text) as Record<string, unknown>[];
/** The values, or tasks, of the answer as CSV: easier to hold against a list than what is made for people. */
const valuesOf = async (query: Partial<TargetsQuery>) => (parse(await askTargets({ ...query, csv: true }), { columns: true }) as Record<string, string>[]).map(({ low }) => low);
const tasksOf = async (query: Partial<TasksQuery>) => (parse(await askTasks({ ...query, csv: true }), { columns: true }) as Record<string, string>[]).map(({ task }) => task);

describe('words of a question', () => {
  it.each([
    ['so xay dung', 'Sở Xây dựng'],
    ['SỞ XÂY DỰNG', 'Sở Xây dựng thành phố Hải Phòng'],
    ['đô thị hoá', 'Tỷ lệ đô thị hóa'],
    ['uỷ ban nhân dân', 'Ủy ban nhân dân huyện An Lão'],
    ['08/KH-UBND', 'Kế hoạch số 08/KH-UBND'],
    ['vn-hp', 'vn-hp.so-xay-dung'],
    ['Sở Xây dựng'.normalize('NFD'), 'Sở Xây dựng'],
  ])('%j finds %j', (words, text) => {
    expect(asks(words)(text)).toBe(true);
  });
  it.each([
    ['hải an', 'Hải Anh'],
    ['xây sở', 'Sở Xây dựng'],
    ['sở y tế', 'Sở Xây dựng'],
    ['vn-h', 'vn-hp'],
  ])('%j does not find %j', (words, text) => {
    expect(asks(words)(text)).toBe(false);
  });
  it('lose nothing but marks, case and punctuation', () => {
    expect(plain('  Đảng ủy – “Khối” 12/3 ')).toBe('dang uy khoi 12 3');
  });
  it.each([
    ['2025', { from: 2025, to: 2025 }],
    ['2025-2030', { from: 2025, to: 2030 }],
    ['2030-2025', null],
    ['25', null],
    ['năm 2025', null],
    ['', null],
  ])('the years %j are %j', (value, years) => {
    expect(parseYears(value)).toEqual(years);
  });
  it.each([
    ['2025-07-01', '2025-07-01'],
    ['1/7/2025', '2025-07-01'],
    ['2025-02-30', null],
    ['2025', null],
    ['hôm nay', null],
  ])('the day %j is %j', (value, day) => {
    expect(parseDay(value)).toBe(day);
  });
});

describe('a table in the terminal', () => {
  const columns = [{ title: 'Năm' }, { title: 'Chỉ tiêu', shrinkTo: 8 }, { title: 'Dòng', align: 'end' as const }];
  const rows = [
    ['2025', 'Tỷ lệ dân số đô thị được cung cấp nước sạch', '12'],
    ['2030', 'Tỷ lệ đô thị hoá'.normalize('NFD'), '7'],
  ];
  it.each([30, 40, 80])('keeps within %i columns, lined up by what is seen and not by code units', (width) => {
    const widths = columnWidths(columns, rows, width);
    const lines = rows.flatMap((row) => tableLines(columns, widths, row));
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(lines[0]).toMatch(/^2025 {2}Tỷ lệ/);
    const ends = lines.filter((line) => /\d$/.test(line)).map((line) => stringWidth(line));
    expect(new Set(ends).size).toBe(1);
  });
  it.each(['Tỷ lệ đô thị hóa', 'm²/người – “≥ 60%” …', 'Tỷ lệ'.normalize('NFD'), '数据', '👩‍🌾 a', 'a\u00adb', '① ½ ×', 'Þ ß Ư'])('measures %j as terminals do', (text) => {
    expect(displayWidth(text)).toBe(stringWidth(text));
  });
  it('loses no word, and breaks one that is too long', () => {
    expect(wrap('Tỷ lệ dân số đô thị', 8)).toEqual(['Tỷ lệ', 'dân số', 'đô thị']);
    expect(wrap('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrap('', 4)).toEqual([]);
  });
  it('ends a long cell with an ellipsis where the column has a limit', () => {
    expect(tableLines([{ title: '', lines: 2 }], [8], ['một hai ba bốn năm sáu bảy'])).toEqual(['một hai', 'ba bốn …']);
  });
});

describe('trichluc targets', () => {
  it('shows values under their documents, with year, area and line', async () => {
    const text = await askTargets();
    expect(text).toMatch(/^ {2}Năm +Giá trị +Chỉ tiêu +Địa bàn +Dòng\n08\/KH-UBND · \([^)]+\) · Ủy ban nhân dân thành phố Hải Phòng · plan\.txt\n/);
    expect(text).toMatch(/2025 +74–76% +Tỷ lệ đô thị hóa +thành phố Hải Phòng +10\n/);
    expect(text).toMatch(/2030 +≥ 80% +Tỷ lệ đô thị hóa .*31\n/);
    expect(text).toMatch(/2021–2025 +1\.234,5\u00a0km/);
    expect(text).toContain('5 chỉ tiêu trong 2 văn bản');
    setLocale('en');
    expect(await askTargets()).toMatch(/1,234\.5\u00a0km/);
  });

  it('lets nothing through that would control the terminal', async () => {
    const text = await askTargets({ unlinked: true });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('? Số bến \\u001b[31mcảng');
  });

  it.each([
    [{ indicator: 'do thi hoa' }, ['74', '80', '42']],
    [{ indicator: 'urbanisation' }, ['74', '80', '42']],
    [{ area: 'hai phong' }, ['74', '80']],
    // A territory's id begins those of the territories in it.
    [{ area: 'vn-hp' }, ['74', '80', '1234.5']],
    [{ year: { from: 2025, to: 2025 } }, ['74', '1234.5', '42']],
    // 2021-2025 is for 2022 too; "đến năm 2025" is not.
    [{ year: { from: 2022, to: 2022 } }, ['1234.5']],
    [{ year: { from: 2026, to: 2030 } }, ['80']],
    [{ agency: 'Tỉnh ủy Hà Tĩnh' }, ['42']],
    [{ document: '15-CTr/TU' }, ['42']],
    [{ document: 'plan', indicator: 'mật độ đường' }, ['1234.5']],
    [{ unlinked: true }, ['5']],
    [{ area: 'Hà Nội' }, []],
  ])('%j gives %j', async (query, values) => {
    expect(await valuesOf(query)).toEqual(values);
  });

  it('prints CSV as the published table has it', async () => {
    expect(await askTargets({ csv: true })).toBe(readFileSync(join(out, 'tables', 'targets.csv'), 'utf8'));
  });

  it('prints full records as JSON, with their document', async () => {
    const records = jsonOf(await askTargets({ json: true, area: 'an lao' }));
    expect(records).toEqual([{ document: 'plan', ...DOCUMENTS[0]?.targets[2] }]);
    expect(jsonOf(await askTargets({ json: true, area: 'Hà Nội' }))).toEqual([]);
  });

  it('gives for an unlinked indicator what it takes to link it: a row that the knowledge accepts', async () => {
    const text = await askTargets({ unlinked: true });
    expect(text).toContain('ports (Số cảng) 0.7');
    const row = text.trimEnd().split('\n').at(-1) as string;
    const header = readFileSync(join(import.meta.dirname, '..', '..', 'pipelines', 'directives', 'indicators.csv'), 'utf8').split('\n')[0] as string;
    const [record] = parse(`${header}\n${row}\n`, { columns: true }) as [Record<string, string>];
    expect(record).toMatchObject({ id: expect.stringMatching(/^[a-z0-9-]+$/), name: expect.stringContaining('Số bến'), unit: 'bến', source: 'plan (plan.txt:10)' });
    expect(record.dimension).not.toBe('');
  });

  it('says that nothing fits on standard error, and exits with 0', async () => {
    expect(await askTargets({ area: 'Hà Nội' })).toBe('');
    expect(complaints).toMatch(/5/);
  });
});

describe('trichluc tasks', () => {
  it('answers what Sở Xây dựng must do by 2025: what is due, under way or recurring', async () => {
    expect(await tasksOf({ agency: 'so xay dung', year: { from: 2025, to: 2025 }, area: 'Hải Phòng' })).toEqual([
      'Lập quy hoạch chung',
      'Lập chương trình phát triển đô thị',
      'Xây dựng nhà ở xã hội',
      'Báo cáo hằng năm',
    ]);
    await askTasks({ agency: 'so xay dung', year: { from: 2025, to: 2025 } });
    // "Tham mưu chính sách" has no deadline: not shown, and not passed over in silence.
    expect(complaints).toMatch(/1 việc/);
  });

  it.each([
    [{ agency: 'Sở XD', document: 'letter' }, ['Lập quy hoạch vùng']],
    [{ agency: 'Sở Xây dựng tỉnh Hà Tĩnh' }, ['Lập quy hoạch vùng']],
    [{ agency: 'vn-ht.so-xay-dung' }, ['Lập quy hoạch vùng']],
    [{ agency: 'Sở Xây', area: 'vn-ht' }, ['Lập quy hoạch vùng']],
    [{ agency: 'các sở' }, ['Thực hiện']],
    [{ agency: 'Sở Y tế' }, []],
    [{ role: 'report-to' }, ['Báo cáo hằng năm']],
    [{ level: 'central' }, []],
    // Two years: nothing that was due before them.
    [{ agency: 'so xay dung', document: 'plan', year: { from: 2026, to: 2030 } }, ['Xây dựng nhà ở xã hội', 'Rà soát quy chế kiến trúc', 'Báo cáo hằng năm']],
  ])('%j gives %j', async (query, expected) => {
    expect(await tasksOf(query)).toEqual(expected);
  });

  it('shows what followed an agency that no longer existed on a day, and what it took over', async () => {
    const [record] = jsonOf(await askTasks({ agency: 'giao thong', asOf: '2025-07-01', json: true }));
    expect(record).toMatchObject({ document: 'plan', role: 'lead', successors: [{ id: 'vn-hp-2025.so-xay-dung-2025', name: 'Sở Xây dựng thành phố Hải Phòng' }] });
    expect(await tasksOf({ agency: 'Sở Xây dựng', asOf: '2025-07-01', role: 'lead', year: { from: 2025, to: 2025 }, area: 'vn-hp' })).toContain('Mở tuyến đường');
    expect(await askTasks({ agency: 'giao thong', asOf: '2025-07-01' })).toMatch(/\(đến 02\/2025\) →/);
    // Between the two reorganizations the successor is the one of that time; before both there is none.
    expect(jsonOf(await askTasks({ agency: 'giao thong', asOf: '2025-04-01', json: true }))[0]).toMatchObject({ successors: [{ id: 'vn-hp.so-xay-dung-2025' }] });
    expect(jsonOf(await askTasks({ agency: 'giao thong', asOf: '2024-01-01', json: true }))[0]).toMatchObject({ successors: null });
  });
});

describe('the program', () => {
  it('answers from a published folder in the language asked for', async () => {
    const { code, stdout, stderr } = await trichluc(['tasks', '--out', out, '--agency', 'Sở Xây dựng', '--year', '2025', '--role', 'lead'], { lang: 'en' });
    expect({ code, stderr }).toEqual({ code: ExitCode.done, stderr: '' });
    expect(stdout).toMatch(/năm 2025 +Lead +Sở Xây dựng +Lập quy hoạch chung +20/);
  });

  it('says what is missing: nothing ingested, or tables of another version', async () => {
    const empty = newFolder();
    const nothing = await trichluc(['targets', '--out', empty]);
    expect({ code: nothing.code, stdout: nothing.stdout }).toEqual({ code: ExitCode.usage, stdout: '' });
    expect(nothing.stderr).toMatch(/trichluc ingest/);
    mkdirSync(join(empty, 'documents'));
    expect((await trichluc(['tasks', '--out', empty])).code).toBe(ExitCode.someFilesFailed);
  });

  it('stops without a word when its reader has seen enough', async () => {
    const { outcome } = start(['targets', '--out', out], { before: ['bash', '-c', 'set -o pipefail; "$0" "$@" | head -1'] });
    const { code, stdout, stderr } = await outcome;
    expect({ code, stderr }).toEqual({ code: ExitCode.done, stderr: '' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});
