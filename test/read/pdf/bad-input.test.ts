import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/read/pdf/read-pdf.ts';
import { readSource } from '../../../src/read/read.ts';
import { NO_SERVICES } from '../../../src/read/services.ts';
import { knowledge } from '../../default-knowledge.ts';
import { linesAt, makePdf, type PageSpec } from './make-pdf.ts';

const BODY = ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;', 'Xét đề nghị của Giám đốc Sở Tài chính, Ủy ban nhân dân tỉnh quyết định:'];
const PAGE: PageSpec = { texts: linesAt(60, 100, BODY, { size: 10 }) };

const read = (bytes: Uint8Array, password: string | null = null) => readPdf(bytes, knowledge, { ...NO_SERVICES, password });
const refuses = (bytes: Uint8Array, code: string) => expect(read(bytes)).rejects.toMatchObject({ name: 'FileProblem', code });

describe('protected files', () => {
  const locked = makePdf([PAGE], { password: 'bimat2025' });

  it('ask for a password, tell a wrong one, and open with the right one', async () => {
    await refuses(locked, 'encrypted');
    await expect(read(locked, 'khác')).rejects.toMatchObject({ code: 'wrong-password' });
    expect((await read(locked, 'bimat2025')).pages[0]?.text).toBe(BODY.join('\n'));
  });

  it('that only forbid printing open without one', async () => {
    expect((await read(makePdf([PAGE], { password: '' }))).pages[0]?.text).toBe(BODY.join('\n'));
  });
});

describe('files that are cut off, mislabelled or empty', () => {
  const whole = makePdf([PAGE, { texts: linesAt(60, 300, BODY, { size: 10 }) }]);

  it('have one clear problem', async () => {
    await refuses(whole.subarray(0, 200), 'damaged-pdf');
    await refuses(Buffer.from('%PDF-1.7\nnothing of the kind'), 'damaged-pdf');
    await refuses(makePdf([]), 'no-pages');
    await refuses(makePdf([{}, {}]), 'no-text');
  });

  it('are told by their content, not by a name: a text that begins like a PDF is a damaged one', async () => {
    await expect(readSource(Buffer.from('%PDF là một định dạng'), knowledge)).rejects.toMatchObject({ code: 'damaged-pdf' });
  });

  it('give what is left of them where the end is missing', async () => {
    const cut = whole.subarray(0, Buffer.from(whole).lastIndexOf('startxref'));
    const { pages } = await read(cut);
    expect(pages.map(({ text }) => text)).toEqual([BODY.join('\n'), BODY.join('\n')]);
  });

  it('never throw anything but a problem, wherever a byte is wrong', async () => {
    for (let at = 20; at < whole.length; at += Math.ceil(whole.length / 8)) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const outcome = await read(damaged).catch((error: Error) => error);
      if (outcome instanceof Error) expect([at, outcome.name]).toEqual([at, 'FileProblem']);
    }
  });
});

describe("pages of no page's size", () => {
  it('ten metres wide, or of no width at all', async () => {
    const wide = await read(makePdf([{ ...PAGE, width: 28_346, height: 28_346 }]));
    expect(wide.pages[0]?.text).toBe(BODY.join('\n'));
    expect((await read(makePdf([{ ...PAGE, width: 0, height: 0 }, PAGE]))).pages[1]?.text).toBe(BODY.join('\n'));
  });

  it('more of them than any directive has', async () => {
    await refuses(makePdf(Array(5_001).fill({})), 'too-many-pages');
  });
});

it('scripts of a file are not run', async () => {
  const catalog = '/OpenAction << /S /JavaScript /JS (globalThis.ranScript = true; app.alert\\(1\\);) >>';
  expect((await read(makePdf([PAGE], { catalog }))).pages[0]?.text).toBe(BODY.join('\n'));
  expect(globalThis).not.toHaveProperty('ranScript');
});

it('nothing is loaded for a text file', () => {
  const source = readFileSync(join(import.meta.dirname, '..', '..', '..', 'src', 'read', 'read.ts'), 'utf8');
  expect(source.match(/^import .*(?:pdfjs|pdfium|sharp|tesseract|\.\/pdf\/|\.\/ocr\/|\.\/image\/)/gm)).toBeNull();
});
