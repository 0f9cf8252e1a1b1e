import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import type { PublishedDocument } from '../../src/model/document.ts';
import { newFolder } from '../folders.ts';
import { contentsOf, filesBelow, ingest, KNOWLEDGE, leftoversIn, PROGRAM, type Report, type RunOptions, readJson, SEEDS, seed, stampsOf, trichluc } from './program.ts';

const MB = 1_048_576;
const utf16 = (text: string, mark = true) => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
const damaged = (text: string, at: number, ...bytes: number[]) => {
  const copy = Buffer.from(text);
  copy.set(bytes, at);
  return copy;
};

/** A bad file, and what is said of it: what is wrong, and what to do. `null`: it is read like any other. */
interface BadFile {
  content: string | Uint8Array;
  /** The file is made this long, with a hole in it. */
  size?: number;
  severity: 'error' | 'notice' | null;
  vi: RegExp;
  en: RegExp;
}

const BAD: Record<string, BadFile> = {
  'empty.txt': { content: '', severity: 'error', vi: /tệp rỗng.*Hãy/, en: /is empty.*Get it again/ },
  'blank.txt': { content: ' \n\t\n\uFEFF\n', severity: 'error', vi: /tệp rỗng.*Hãy/, en: /is empty.*Get it again/ },
  'junk.txt': {
    content: Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 97 + (i >> 3) * 31) & 0xff)),
    severity: 'error',
    vi: /dữ liệu nhị phân.*Hãy chuyển sang văn bản/,
    en: /binary data.*Convert it to text/,
  },
  'scan.txt': {
    content: '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n',
    severity: 'error',
    vi: /PDF bị hỏng hoặc bị cắt cụt.*Hãy tải lại/,
    en: /the PDF is damaged or cut off.*Download/,
  },
  'picture.txt': { content: 'GIF89a\u0001\u0000\u0001\u0000', severity: 'error', vi: /tệp GIF, dù tên tệp.*Hãy chuyển/, en: /a GIF file, whatever its name.*Convert/ },
  'plan.md': { content: 'PK\u0003\u0004\u0014\0', severity: 'error', vi: /tệp ZIP\/DOCX\/XLSX bị hỏng.*Hãy lấy lại/, en: /ZIP\/DOCX\/XLSX file is damaged.*Get it again/ },
  'old.txt': {
    content: Buffer.from(Array.from(seed(0), (character) => (character < '\u0080' ? character.charCodeAt(0) : 0x80 + (character.charCodeAt(0) % 0x40)))),
    severity: 'error',
    vi: /không phải UTF-8.*dòng \d+.*Hãy lưu lại bằng UTF-8/,
    en: /neither UTF-8 nor UTF-16.*line \d+.*Save it as UTF-8/,
  },
  'large.txt': { content: seed(0), size: 200 * MB, severity: 'error', vi: /200 MB vượt giới hạn \d+ MB.*Hãy chia nhỏ/, en: /200 MB is more than the limit of \d+ MB.*Split/ },
  // What cannot be held in memory cannot have been read whole.
  'colossal.txt': { content: seed(0), size: 1024 * 1024 * MB, severity: 'error', vi: /1048576 MB vượt giới hạn/, en: /1048576 MB is more than the limit/ },
  'gone.html': {
    content: '<!doctype html><html><head><title>404</title></head><body><nav>Trang chủ</nav><p>Văn bản không tồn tại hoặc đã bị xóa.</p></body></html>',
    severity: 'error',
    vi: /trang báo lỗi.*“Văn bản không tồn tại.*Hãy tải lại/,
    en: /an error page.*“Văn bản không tồn tại.*Download it again/,
  },
  'picture.html': { content: '<html><body><img src="trang1.jpg"></body></html>', severity: 'error', vi: /không tìm thấy chữ.*hãy nhận dạng/, en: /no text was found.*OCR/ },
  'damaged.txt': { content: damaged(seed(1), 6000, 0xff, 0xfe), severity: 'notice', vi: /không phải UTF-8 \(dòng \d+\)/, en: /not valid UTF-8 \(line \d+\)/ },
  'list.txt': { content: 'sữa\nbánh mì\n', severity: 'notice', vi: /không tìm thấy văn bản chỉ đạo.*\. \S/, en: /no directive was found.*\. \S/ },
  'zcopy.txt': { content: seed(2), severity: 'notice', vi: /trùng nội dung với wide\.txt; chỉ đọc một lần/, en: /same content as wide\.txt; read once/ },
  'wide.txt': { content: seed(2), severity: null, vi: /./, en: /./ },
  'word.txt': { content: utf16(seed(3)), severity: null, vi: /./, en: /./ },
  'bare.txt': { content: utf16(seed(4), false), severity: null, vi: /./, en: /./ },
  // The kind of a file is told by its content.
  'letter.docx': { content: seed(0), severity: null, vi: /./, en: /./ },
};

const PUBLISHED = ['bare.txt', 'damaged.txt', 'letter.docx', 'wide.txt', 'word.txt'];

function writeBad(folder: string): void {
  for (const [name, { content, size }] of Object.entries(BAD)) {
    writeFileSync(join(folder, name), content);
    if (size !== undefined) truncateSync(join(folder, name), size);
  }
}

/** The lines in which the summary tells of files: `✗` for one that could not be read, `·` for a notice. */
const problemLines = (stdout: string) =>
  [...stdout.matchAll(/^ {2}([✗·]) ([^:\n]+): (.*)$/gm)].map(([, mark, file, text]) => ({ severity: mark === '✗' ? 'error' : 'notice', file, text }));

describe.each(['vi', 'en'] as const)('bad files among good ones, told in %s', (lang) => {
  let out: string;
  let stdout: string;
  let code: number | null;
  beforeAll(async () => {
    const folder = newFolder();
    const input = join(folder, 'in');
    mkdirSync(input);
    writeBad(input);
    out = join(folder, 'out');
    ({ code, stdout } = await trichluc(['ingest', input, join(folder, 'không có.txt'), '--out', out], { lang }));
  });

  it.each(Object.entries(BAD))('%s has one line at most, which says what is wrong and what to do', (name, bad) => {
    const lines = problemLines(stdout).filter((line) => line.file === name);
    expect(lines.map((line) => line.severity)).toEqual(bad.severity === null ? [] : [bad.severity]);
    for (const { text } of lines) expect(text).toMatch(bad[lang]);
  });

  it('a missing path has its line too, and there are no lines besides', () => {
    const lines = problemLines(stdout);
    expect(lines.find((line) => line.file?.endsWith('không có.txt'))?.text).toMatch(lang === 'vi' ? /không có tệp.*Hãy kiểm tra/ : /no such file.*Check the path/);
    expect(lines).toHaveLength(1 + Object.values(BAD).filter((bad) => bad.severity !== null).length);
  });

  it('the others are published, nothing is half-written, the exit code says that some are missing', () => {
    expect(code).toBe(ExitCode.someFilesFailed);
    const documents = filesBelow(join(out, 'documents')).filter((file) => file.endsWith('.json'));
    const sources = new Set(documents.map((file) => readJson<PublishedDocument>(out, 'documents', file).source.file));
    expect([...sources].sort()).toEqual(PUBLISHED);
    expect(documents).toHaveLength(6);
    expect(leftoversIn(out)).toEqual([]);
  });

  it('the report names them', () => {
    const report = readFileSync(join(out, 'report.html'), 'utf8');
    for (const [name, bad] of Object.entries(BAD)) if (bad.severity) expect(report, name).toContain(name);
  });
});

it('a file in UTF-16 gives what the same file in UTF-8 gives', async () => {
  const folder = newFolder();
  const facts = [];
  for (const [name, content] of [
    ['utf8.txt', Buffer.from(seed(3))],
    ['utf16le.txt', utf16(seed(3))],
    ['utf16be.txt', utf16(seed(3)).swap16()],
    ['bom.txt', Buffer.from(`\uFEFF${seed(3)}`)],
  ] as const) {
    writeFileSync(join(folder, name), content);
    const { documents } = await ingest([join(folder, name)], join(folder, 'out', name));
    facts.push(documents.map(({ id }) => ({ ...readJson<PublishedDocument>(folder, 'out', name, 'documents', `${id}.json`), source: null })));
  }
  expect(facts[0]).toHaveLength(2);
  for (const fact of facts.slice(1)) expect(fact).toEqual(facts[0]);
});

describe('notices alone', () => {
  it('two files with the same content are read once; that is no failure', async () => {
    const folder = newFolder();
    for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), seed(0));
    const { code, problems, documents } = await ingest([folder], join(folder, 'out'));
    expect(code).toBe(ExitCode.done);
    expect(problems).toMatchObject([
      { file: 'b.txt', code: 'duplicate', values: { first: 'a.txt' }, severity: 'notice' },
      { file: 'c.txt', code: 'duplicate', values: { first: 'a.txt' }, severity: 'notice' },
    ]);
    expect(documents.map(({ file }) => file)).toEqual(['a.txt']);
  });

  it('the same file named twice is one file, and two of one name are told apart', async () => {
    const folder = newFolder();
    for (const name of ['x', 'y']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'x', 'a.txt'), seed(0));
    writeFileSync(join(folder, 'y', 'a.txt'), seed(2));
    const paths = [join(folder, 'x', 'a.txt'), join(folder, 'x'), join(folder, 'y', 'a.txt'), join(folder, 'x', '..', 'x', 'a.txt')];
    const { code, problems, documents } = await ingest(paths, join(folder, 'out'));
    expect({ code, problems }).toEqual({ code: ExitCode.done, problems: [] });
    expect(documents.map(({ file }) => file)).toEqual(['a.txt', 'a.txt~2']);
  });
});

describe('nothing to read', () => {
  it.each([
    ['vi', 'Không có gì để đọc: không thấy tệp nào trong'],
    ['en', 'Nothing to read: no file was found in'],
  ] as const)('an empty folder is said to be one, in %s, and no output folder is made', async (lang, words) => {
    const folder = newFolder();
    const { code, stdout, stderr } = await trichluc(['ingest', folder, '--out', join(folder, 'out')], { lang });
    expect({ code, stdout, stderr }).toEqual({ code: ExitCode.someFilesFailed, stdout: '', stderr: `${words} ${folder}.\n` });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('missing paths have one line each', async () => {
    const folder = newFolder();
    const { code, stdout, stderr } = await trichluc(['ingest', 'a.txt', 'b/c', '--out', 'out'], { cwd: folder, lang: 'en' });
    expect({ code, stdout }).toEqual({ code: ExitCode.someFilesFailed, stdout: '' });
    expect(stderr).toBe('a.txt: there is no such file or folder. Check the path.\nb/c: there is no such file or folder. Check the path.\n');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('trichluc inspect says why it cannot show a file', async () => {
    const folder = newFolder();
    writeBad(folder);
    for (const name of ['junk.txt', 'gone.html']) {
      const { code, stdout, stderr } = await trichluc(['inspect', join(folder, name)]);
      expect({ code, stdout }).toEqual({ code: ExitCode.someFilesFailed, stdout: '' });
      expect(stderr).toMatch(/^[^\n]+\n$/);
      expect(stderr).toMatch(BAD[name]?.vi as RegExp);
    }
  });
});

/** A user without rights: another one where the tests run as root, who may do anything. */
const stranger: RunOptions = process.getuid?.() === 0 ? { uid: 65534 } : {};
const hasStranger = process.platform !== 'win32' && spawnSync(process.execPath, [PROGRAM, '--version'], { uid: stranger.uid, gid: stranger.uid }).status === 0;

describe('an output folder that cannot be written', () => {
  const refused = async (out: string, options: RunOptions = {}) => {
    const { code, stdout, stderr } = await trichluc(['ingest', SEEDS, '--out', out], options);
    expect({ code, stdout }).toEqual({ code: ExitCode.output, stdout: '' });
    expect(stderr).toMatch(/^[^\n]*: không ghi được vào thư mục kết quả \([A-Z]+\)\. Hãy chọn thư mục khác bằng --out\.\n$/);
    expect(stderr).toContain(out);
  };

  it('a path that is a file, or below one', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), 'mine');
    await refused(join(folder, 'file'));
    await refused(join(folder, 'file', 'x', 'y'));
    expect(contentsOf(folder).size).toBe(1);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
    const { stderr } = await trichluc(['ingest', SEEDS, '--out', join(folder, 'file')], { lang: 'en' });
    expect(stderr).toMatch(/: the output folder cannot be written \([A-Z]+\)\. Choose another one with --out\.\n$/);
  });

  it.skipIf(!existsSync('/proc/self'))('a folder of the system that takes no files', async () => {
    await refused('/proc/trichluc/out');
  });

  it.skipIf(!hasStranger)('a folder without rights, new or used before', async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    await refused(join(folder, 'out'), stranger);
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'a.txt'), seed(0));
    await ingest([join(folder, 'a.txt')], join(folder, 'out'));
    const before = stampsOf(folder);
    for (const path of [join(folder, 'out'), join(folder, 'out', 'cache')]) chmodSync(path, 0o555);
    await refused(join(folder, 'out'), stranger);
    for (const path of [join(folder, 'out'), join(folder, 'out', 'cache')]) chmodSync(path, 0o755);
    expect(stampsOf(folder)).toEqual(before);
  });

  it('a folder in which something stands where the cache or the documents belong', async () => {
    for (const place of ['cache/sources', 'documents', 'runs']) {
      const folder = newFolder();
      mkdirSync(join(folder, 'out', 'cache'), { recursive: true });
      writeFileSync(join(folder, 'out', place), 'mine');
      writeFileSync(join(folder, 'a.txt'), seed(0));
      const { code, stdout, stderr } = await trichluc(['ingest', join(folder, 'a.txt'), '--out', join(folder, 'out')]);
      expect({ code, stdout }, place).toEqual({ code: ExitCode.output, stdout: '' });
      expect(stderr.match(/không ghi được/g), place).toHaveLength(1);
      expect(stderr, place).not.toContain(' at ');
      expect(readFileSync(join(folder, 'out', place), 'utf8')).toBe('mine');
      expect(leftoversIn(join(folder, 'out')).filter((file) => file !== place)).toEqual([]);
    }
  });

  it.skipIf(!hasStranger)('a file without rights is one of the files that could not be read', async () => {
    const folder = newFolder();
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), seed(name === 'a.txt' ? 0 : 2));
    mkdirSync(join(folder, 'closed'));
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o777);
    chmodSync(join(folder, 'a.txt'), 0);
    chmodSync(join(folder, 'closed'), 0);
    const { code, problems, documents } = await ingest([folder], join(folder, 'out'), [], stranger);
    chmodSync(join(folder, 'closed'), 0o755);
    expect(code).toBe(ExitCode.someFilesFailed);
    expect(problems.map((problem) => problem.code)).toEqual(['not-permitted', 'not-permitted']);
    expect(documents.map(({ file }) => file)).toEqual(['b.txt']);
  });
});

describe('a full disk', () => {
  /** Files above this many blocks cannot be written: what a full disk does, cut short first and refused then. */
  const limited = (blocks: number): RunOptions => ({ before: ['bash', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`] });

  it.skipIf(process.platform === 'win32')('that refuses the cache ends the run with one line, and leaves nothing half-written', async () => {
    const folder = newFolder();
    const out = join(folder, 'out');
    writeFileSync(join(folder, 'a.txt'), seed(2));
    const { code, stdout, stderr } = await trichluc(['ingest', join(folder, 'a.txt'), '--out', out], limited(100));
    expect({ code, stdout }).toEqual({ code: ExitCode.output, stdout: '' });
    expect(stderr).toMatch(/cache\/sources: không ghi được vào thư mục kết quả \(EFBIG\)\. Hãy chọn thư mục khác bằng --out\.\n$/);
    expect(leftoversIn(out)).toEqual([]);
    const after = await ingest([join(folder, 'a.txt')], out);
    expect(after).toMatchObject({ code: ExitCode.done, counts: { documents: 1 } });
    const fresh = join(folder, 'fresh');
    await ingest([join(folder, 'a.txt')], fresh);
    expect(contentsOf(out)).toEqual(contentsOf(fresh));
  });

  it.skipIf(process.platform === 'win32')('that refuses a document leaves nothing half-written', async () => {
    const folder = newFolder();
    // The JSON of this document is larger than what is kept of it in the cache.
    writeFileSync(join(folder, 'a.txt'), seed(4));
    const out = join(folder, 'out');
    await ingest([join(folder, 'a.txt')], join(folder, 'whole'));
    const sizeOf = (pattern: RegExp) => statSync(join(folder, 'whole', filesBelow(join(folder, 'whole')).find((file) => pattern.test(file)) as string)).size;
    const blocks = Math.ceil(sizeOf(/\.facts\.json$/) / 1024) + 2;
    expect(sizeOf(/^documents\/.*\.json$/)).toBeGreaterThan(blocks * 1024);
    const { code, stdout, stderr } = await trichluc(['ingest', join(folder, 'a.txt'), '--out', out], limited(blocks));
    expect(filesBelow(out).filter((file) => file.includes('.facts.'))).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: ExitCode.output, stdout: '' });
    expect(stderr).toMatch(/out: không ghi được vào thư mục kết quả \(EFBIG\)/);
    for (const file of filesBelow(out).filter((file) => /^(?!cache\/).*\.json$/.test(file))) expect(() => readJson(out, file), file).not.toThrow();
    expect(leftoversIn(out)).toEqual([]);
  });
});

describe('broken knowledge', () => {
  const broken = (file: string, change: (content: string) => string): string => {
    const knowledge = join(newFolder(), 'knowledge');
    cpSync(KNOWLEDGE, knowledge, { recursive: true });
    writeFileSync(join(knowledge, file), change(readFileSync(join(knowledge, file), 'utf8')));
    return knowledge;
  };
  const lineOf = (knowledge: string, file: string, words: string) => readFileSync(join(knowledge, file), 'utf8').slice(0, -1).split(words)[0]?.split('\n').length;

  it('is refused with file and line, in Vietnamese, before anything is read or written', async () => {
    const knowledge = broken('checks.yaml', (content) => content.replace('    level: error', '    level: grave'));
    const out = join(newFolder(), 'out');
    const line = lineOf(knowledge, 'checks.yaml', 'grave');
    const outcomes = await Promise.all([
      trichluc(['ingest', SEEDS, '--out', out, '--knowledge', knowledge]),
      trichluc(['inspect', join(SEEDS, 'README.md'), '--knowledge', knowledge]),
      trichluc(['knowledge', 'check', knowledge]),
    ]);
    for (const { code, stdout, stderr } of outcomes) {
      expect({ code, stdout }).toEqual({ code: ExitCode.knowledge, stdout: '' });
      expect(stderr).toMatch(/^Không dùng được tri thức nghiệp vụ; có 1 lỗi:\n[^\n]+\n$/);
      expect(stderr).toContain(`checks.yaml:${line}: `);
      expect(stderr).toMatch(/[àáảãạăâđêôơưèéẻẽẹ]/);
    }
    expect(existsSync(out)).toBe(false);
    const english = await trichluc(['knowledge', 'check', knowledge], { lang: 'en' });
    expect(english.stderr).toMatch(/^The knowledge cannot be used; 1 problem\(s\):\n {2}checks\.yaml:\d+: /);
  });

  it.each([
    ['dates.yaml', (content: string) => `${content}\n  - [`],
    ['agencies.csv', (content: string) => `${content}"chưa đóng,\n`],
    ['territories.csv', (content: string) => content.replace(/^([^\n]*\n)([^\n]*\n)/, '$1$2$2')],
    ['legislatures.csv', (content: string) => content.replace(/\d{4}-/, 'năm ')],
    ['headings.yaml', () => ''],
  ])('%s is named with its line', async (file, change) => {
    const { code, stdout, stderr } = await trichluc(['knowledge', 'check', broken(file, change)]);
    expect({ code, stdout }).toEqual({ code: ExitCode.knowledge, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^ {2}${file.replace('.', '\\.')}:\\d+: `, 'm'));
    expect(stderr).not.toContain('    at ');
  });

  it('a folder without knowledge is told to lack each file; as JSON for machines', async () => {
    const { code, stdout, stderr } = await trichluc(['knowledge', 'check', newFolder(), '--json']);
    expect({ code, stderr }).toEqual({ code: ExitCode.knowledge, stderr: '' });
    const { valid, problems } = JSON.parse(stdout) as { valid: boolean; problems: { file: string; line: number; message: string }[] };
    expect(valid).toBe(false);
    expect(problems.map(({ file }) => file).sort()).toEqual(readdirSync(KNOWLEDGE).filter((name) => /\.(?:yaml|csv|txt)$/.test(name)));
    for (const { message } of problems) expect(message).toMatch(/:1: thiếu tệp này/);
  });
});

describe('hostile names and words', () => {
  const NAMES = [
    'dòng\nmới.txt',
    '"nháy\' kép".txt',
    'a..%2f..%2fb.txt',
    'x..',
    `${'dài'.repeat(50)}.txt`,
    'Quyết định.txt'.normalize('NFD'),
    'Quyết định.txt'.normalize('NFC'),
    '😀👩‍👧.txt',
    '\u001b[31mđỏ\u0007.txt',
    '$(touch pwned).txt',
    '-c.txt',
    ' .txt',
    'a\\b.txt',
    '\u202egpj.txt',
    '<b>/script><img src=x onerror=alert(1)>.txt',
    '__proto__',
    'constructor.json',
  ];

  it.skipIf(process.platform === 'win32')('stay names: nothing outside the output folder, no markup in the report, no control of the terminal', async () => {
    const folder = newFolder();
    const input = join(folder, 'in');
    mkdirSync(join(input, '<b>'), { recursive: true });
    for (const [at, name] of NAMES.entries()) {
      writeFileSync(join(input, name), `${seed(0).replace('2030', String(2031 + at))}\nSố: ../../${at}/../x-KH/UBND\n`);
    }
    const { code, stdout, stderr } = await trichluc(['ingest', input, '--out', join(folder, 'out'), '--json']);
    expect(code).toBe(ExitCode.done);
    const { documents, inputs } = JSON.parse(stdout) as Report;
    expect(inputs.map(({ file }) => file).sort()).toEqual([...NAMES].sort());
    expect(documents).toHaveLength(NAMES.length);
    for (const { id } of documents) expect(id).toMatch(/^[\w.~-]+$/);
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
    expect(filesBelow(input)).toHaveLength(NAMES.length);
    expect(filesBelow(join(folder, 'out')).every((file) => /^[\w./~-]+$/.test(file) && !file.includes('..'))).toBe(true);
    const report = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
    expect(report).not.toContain('<img src=x');
    expect(report).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const people = await trichluc(['ingest', input, '--out', join(folder, 'out')]);
    for (const text of [stderr, people.stdout, people.stderr]) expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    expect(people.stderr).toContain('dòng\\u000amới.txt');
  });

  it('words of a document cannot control the terminal', async () => {
    const folder = newFolder();
    writeFileSync(
      join(folder, 'a.txt'),
      'KẾ HOẠCH\u001b[31m\nThực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 \u001b]0;x\u0007của Bộ Chính trị\n\nI. MỤC ĐÍCH\n\nNghị quyết số 06-NQ/TW ngày 25/01/2022\n',
    );
    const runs = [['ingest', folder, '--out', join(folder, 'out')]];
    for (const stage of ['read', 'normalize', 'split', 'segment', 'extract']) runs.push(['inspect', join(folder, 'a.txt'), '--stage', stage]);
    for (const { code, stdout } of await Promise.all(runs.map((args) => trichluc(args)))) {
      expect(code).toBe(ExitCode.done);
      expect(stdout).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
  });

  it('symbolic links in a folder are not followed', async () => {
    const folder = newFolder();
    const input = join(folder, 'in');
    mkdirSync(input);
    writeFileSync(join(input, 'a.txt'), seed(0));
    writeFileSync(join(folder, 'secret.txt'), seed(2));
    symlinkSync(join(folder, 'secret.txt'), join(input, 'link.txt'));
    symlinkSync(folder, join(input, 'loop'));
    symlinkSync(join(folder, 'nowhere'), join(input, 'dangling.txt'));
    const { code, inputs, problems } = await ingest([input], join(folder, 'out'));
    expect({ code, files: inputs.map(({ file }) => file), problems }).toEqual({ code: ExitCode.done, files: ['a.txt'], problems: [] });
  });
});
