import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/read/decode.ts';
import { FileProblem } from '../../src/read/file-problem.ts';

const TEXT = 'ỦY BAN NHÂN DÂN\nSố: 08/KH-UBND\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const units = [...((mark ? '\uFEFF' : '') + text)].flatMap((char) => [...Array(char.length).keys()].map((i) => char.charCodeAt(i)));
  return new Uint8Array(units.flatMap((unit) => (big ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8])));
};
const bytes = (...parts: (string | readonly number[])[]) => new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : [...part])));

/** Why a file cannot be read. */
function refusal(content: Uint8Array): { code: string; values: Readonly<Record<string, string>> } | null {
  try {
    decodeText(content);
    return null;
  } catch (error) {
    if (error instanceof FileProblem) return { code: error.code, values: error.values };
    throw error;
  }
}

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], TEXT), 'utf-8'],
    ['UTF-16 LE with a byte order mark', utf16(TEXT, false, true), 'utf-16le'],
    ['UTF-16 BE with a byte order mark', utf16(TEXT, true, true), 'utf-16be'],
    ['UTF-16 LE without one', utf16(TEXT, false, false), 'utf-16le'],
    ['UTF-16 BE without one', utf16(TEXT, true, false), 'utf-16be'],
  ])('%s', (_, content, encoding) => {
    expect(decodeText(content)).toEqual({ text: TEXT, encoding, damagedLines: [] });
  });

  it('a long UTF-8 text whose first half has no mark above a letter', () => {
    const text = `${'so 08 KH UBND ngay 15\n'.repeat(400)}ỦY BAN\n`;
    expect(decodeText(utf8(text))).toMatchObject({ text, encoding: 'utf-8' });
  });
});

describe('web pages that declare a code page', () => {
  const page = (charset: string) =>
    bytes(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><p>Th`, [0xe0], 'nh ph&#7889; H', [0xe0], ' N&#7897;i</p></html>');

  it('are read in it', () => {
    expect(decodeText(page('windows-1252'))).toMatchObject({ text: expect.stringContaining('Thành ph&#7889; Hà N&#7897;i'), encoding: 'windows-1252', damagedLines: [] });
  });

  it.each(['utf-8', 'windows-99999', 'x-user-defined'])('%s is none: bytes that are no UTF-8 are damage', (charset) => {
    expect(decodeText(page(charset))).toMatchObject({ encoding: 'utf-8', damagedLines: [1] });
  });
});

describe('damage', () => {
  it('a few bytes that cannot be decoded are replaced, and their lines told', () => {
    const content = bytes(`${TEXT}thành ph`, [0xff], ' Hải Phòng\nxong', [0xc3], '\nhết\n');
    const { text, damagedLines } = decodeText(content);
    expect(text).toBe(`${TEXT}thành ph\uFFFD Hải Phòng\nxong\uFFFD\nhết\n`);
    expect(damagedLines).toEqual([3, 4]);
  });

  it('a file cut off in the middle of a letter', () => {
    expect(decodeText(utf8('Kế hoạch ủ').subarray(0, -1)).damagedLines).toEqual([1]);
  });

  it('many of them mean another encoding: Shift JIS is not read as UTF-8', () => {
    const line = [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0x91, 0x0a];
    expect(refusal(bytes(...Array.from({ length: 60 }, () => line)))).toEqual({ code: 'encoding', values: { line: '1' } });
  });

  it('lines are counted to the damage, however far down it is', () => {
    const { damagedLines } = decodeText(bytes('dòng\n'.repeat(5000), [0xff], '\n'));
    expect(damagedLines).toEqual([5001]);
  });
});

describe('what is no text', () => {
  it.each([
    ['an empty file', new Uint8Array(), { code: 'empty', values: {} }],
    ['blanks and line ends', utf8(' \n\t\r\n\n'), { code: 'empty', values: {} }],
    ['a byte order mark alone', bytes([0xef, 0xbb, 0xbf]), { code: 'empty', values: {} }],
  ])('%s', (_, content, expected) => {
    expect(refusal(content)).toEqual(expected);
  });

  it('bytes of a program', () => {
    expect(refusal(new Uint8Array(Array.from({ length: 3000 }, (_, i) => (i * 7) % 31)))?.code).toBe('binary');
  });

  it('a PDF under another name, after a blank line, is still one', () => {
    expect(
      refusal(
        bytes(
          '\n%PDF-1.4\n',
          Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
        ),
      ),
    ).not.toBeNull();
  });

  it.each(['%PD là ký hiệu', 'PK 1 là tên đường', 'a'])('%j is text', (text) => {
    expect(refusal(utf8(text))).toBeNull();
  });

  it('a form feed is a page break, not junk', () => {
    expect(refusal(utf8('trang 1\f'.repeat(50)))).toBeNull();
  });
});
