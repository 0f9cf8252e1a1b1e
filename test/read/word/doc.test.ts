import { describe, expect, it } from 'vitest';
import { CHANGES, compound, type DocParagraphSpec, docFile } from './doc-file.ts';
import { linesOf, read, repairsOf, rowsOf } from './packages.ts';

const FONTS = ['Times New Roman', '.VnTime', '.VnTimeH', 'VNI-Times'];
const doc = (...paragraphs: DocParagraphSpec[]) => docFile({ fonts: FONTS, paragraphs });
const text = (words: string, more: Omit<DocParagraphSpec, 'runs'> = {}): DocParagraphSpec => ({ runs: [{ text: words }], ...more });

describe('text', () => {
  it('paragraphs, line breaks and hyphens', async () => {
    expect(await linesOf(doc(text('Một\vhai'), text(''), text('a\x1eb\x1fc\td')))).toEqual(['Một', 'hai', '', 'a-bc    d']);
  });

  it('results of fields, not their code', async () => {
    expect(await linesOf(doc(text('Trang \x13 PAGE \x147\x15.')))).toEqual(['Trang 7.']);
  });

  it('exponents, bold, hidden and deleted text', async () => {
    const bytes = doc({
      runs: [
        { text: '28 m' },
        { text: '2', changes: CHANGES.raised },
        { text: 'xoá', changes: CHANGES.deleted },
        { text: 'ẩn', changes: CHANGES.hidden },
        { text: ' đậm', changes: CHANGES.bold },
      ],
    });
    expect(await linesOf(bytes)).toEqual(['28 m² đậm']);
    expect(await repairsOf(bytes)).toEqual(['deleted-text: xoá → ', 'hidden-text: ẩn → ']);
    expect((await read(bytes)).pages[0]?.marks).toEqual([{ kind: 'strong', start: 5, end: 9 }]);
  });
});

describe('fonts of old encodings', () => {
  it('each run in the encoding of its font', async () => {
    const bytes = docFile({
      fonts: FONTS,
      narrow: true,
      paragraphs: [
        {
          runs: [
            { text: 'NghÞ ®Þnh cña ', font: 1 },
            { text: 'chÝnh phñ', font: 2 },
            { text: ' caf\xe9', font: 0 },
          ],
        },
        {
          runs: [
            { text: 'COÄNG HOA', font: 3 },
            { text: 'Ø', font: 3, changes: CHANGES.bold },
          ],
        },
      ],
    });
    expect(await linesOf(bytes)).toEqual(['Nghị định của CHÍNH PHỦ café', 'CỘNG HOÀ']);
    expect(await read(bytes)).toMatchObject({ mediaType: 'application/msword', encoding: 'unicode, tcvn3, vni' });
  });
});

describe('generated numbers', () => {
  it('levels of a list', async () => {
    const item = (words: string, level: number) => text(words, { changes: CHANGES.list(1, level) });
    const bytes = docFile({
      fonts: FONTS,
      levels: ['Điều %1.', '%2.', '%1.%2.%3'],
      paragraphs: [item('a', 0), item('b', 1), item('c', 1), item('d', 2), item('e', 0), item('f', 1), text('g')],
    });
    expect(await linesOf(bytes)).toEqual(['Điều 1. a', '1. b', '2. c', '1.2.1 d', 'Điều 2. e', '1. f', 'g']);
  });
});

describe('tables', () => {
  const cell = (words: string): DocParagraphSpec => text(words, { end: '\x07', changes: CHANGES.inTable });
  const row = (...edges: number[]): DocParagraphSpec => ({ runs: [], end: '\x07', changes: CHANGES.row(...edges) });

  it('rows of cells; spans follow from the edges', async () => {
    const bytes = doc(
      text('Trước'),
      cell('a'),
      text('b', { changes: CHANGES.inTable }),
      cell('c'),
      cell('d'),
      row(0, 1000, 2000, 3000),
      cell('e'),
      cell('f'),
      row(0, 2000, 3000),
      text('Sau'),
    );
    expect(await rowsOf(bytes)).toEqual(['a\tb c\td', 'e\t\tf']);
    expect(await linesOf(bytes)).toEqual(['Trước', 'a\tb c\td', 'e\t\tf', 'Sau']);
  });

  it('a letterhead is read column by column', async () => {
    const bytes = doc(
      cell('CHÍNH PHỦ'),
      cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      row(0, 3000, 9000),
      cell('Số: 28/2003/NĐ-CP'),
      cell('Hà Nội, ngày 31 tháng 3 năm 2003'),
      row(0, 3000, 9000),
      text('NGHỊ ĐỊNH'),
    );
    expect(await linesOf(bytes)).toEqual(['CHÍNH PHỦ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 28/2003/NĐ-CP', 'Hà Nội, ngày 31 tháng 3 năm 2003', 'NGHỊ ĐỊNH']);
  });
});

describe('Word 6 and 95', () => {
  /** The text of a file as it stands in its stream, and the text of its notes. */
  const word6 = (text: string, notes = '', flags = 0) => {
    const stream = Buffer.alloc(0x300 + text.length + notes.length);
    stream.writeUInt16LE(0xa5dc, 0);
    stream.writeUInt16LE(flags, 0x0a);
    stream.writeUInt32LE(0x300, 0x18);
    stream.writeUInt32LE(text.length, 0x34);
    stream.writeUInt32LE(notes.length, 0x38);
    stream.write(text + notes, 0x300, 'latin1');
    return compound({ WordDocument: stream });
  };

  it('text and notes; the encoding is told by the words', async () => {
    expect(await linesOf(word6('ChÝnh phñ\x07NghÞ ®Þnh sè 1\x02\x07\x07cña Thñ t\xadíng \x13 PAGE \x142\x15\rHÕt', '\x02 Ghi chó\r'))).toEqual([
      'Chính phủ',
      'Nghị định số 1¹',
      '',
      'của Thủ tướng 2',
      'Hết',
      '¹ Ghi chú ',
    ]);
  });

  it('a file saved fast needs LibreOffice', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    await expect(read(word6('a', '', 4))).rejects.toMatchObject({ code: 'needs-libreoffice' });
    process.env.PATH = path;
  });
});
