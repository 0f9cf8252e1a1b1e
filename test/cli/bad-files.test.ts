import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import type { PublishedDocument } from '../../src/model/document.ts';
import { newFolder } from '../folders.ts';
import { filesBelow, ingest, leftoversIn, readJson, seed, trichluc } from './program.ts';

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
