import { describe, expect, it } from 'vitest';
import { linesOf, read, repairsOf, rowsOf } from './packages.ts';

const FONTS = '{\\fonttbl{\\f0\\fcharset0 Times New Roman;}{\\f1\\fcharset0 .VnTime;}{\\f2\\fcharset162 .VnTimeH Tur;}{\\f3\\fcharset163 Arial;}{\\f4\\fcharset2 Symbol;}}';
/** An RTF file, a byte a character. */
const rtf = (body: string) => Uint8Array.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title B}}${body}}`, (char) => char.charCodeAt(0));

describe('text', () => {
  it.each([
    ['paragraphs and lines', 'M\\par N\\line O\\par', ['M', 'N', 'O']],
    ['letters of Unicode, whose substitute is passed over', `${'Kế'.replace('ế', '\\u7871?')} ho\\uc2\\u7841\\'61b\\uc1 ch\\par`, ['Kế hoạch']],
    ['negative numbers of letters', '\\u-3913?\\par', ['•']],
    ['code page of the font', "{\\f3 \\'fe, \\'f0\\'ea\\'f2t}\\par", ['₫, đệt']],
    ['dashes, quotes, blanks', 'a\\emdash b\\~\\ldblquote c\\rdblquote\\_d\\-e\\par', ['a—b “c”-de']],
    ['braces and backslashes', '\\{a\\}\\\\b\\par', ['{a}\\b']],
    ['exponents', '28 m{\\super 2}/ng\\par', ['28 m²/ng']],
    ['capitals made by the format', '{\\caps Quy}\\par', ['QUY']],
    ['objects, pictures and unknown groups are passed over', 'a{\\pict 00ff}{\\object{\\*\\objdata 00}}{\\*\\unknown x}b\\par', ['ab']],
    ['binary data is passed over', 'a{\\pict\\bin4 }}}}}b\\par', ['ab']],
    ['results of fields', '{\\field{\\*\\fldinst DATE}{\\fldrslt 11/5}}\\par', ['11/5']],
    ['a file that is cut off', `${'Một'.replace('ộ', '\\u7897?')}\\par Hai {\\b x`, ['Một', 'Hai x']],
  ])('%s', async (_, body, expected) => {
    expect((await linesOf(rtf(body))).map((line) => line.normalize('NFC'))).toEqual(expected);
  });

  it('generated numbers are part of the text, bullets are dashes', async () => {
    expect(await linesOf(rtf("{\\listtext\\pard\\plain 1.\\tab}A\\par{\\pntext\\pard\\plain\\f4\\'b7\\tab}B\\par{\\listtext +\\tab}C\\par"))).toEqual(['1. A', '- B', '+ C']);
  });

  it('formats end with their group', async () => {
    const [page] = (await read(rtf('a{\\b b}c\\par'))).pages;
    expect(page?.marks).toEqual([{ kind: 'strong', start: 1, end: 2 }]);
  });
});

describe('old encodings', () => {
  it('by the font, whatever code page it claims', async () => {
    const bytes = rtf("{\\f2 quy\\'d5t \\'aePnh}{\\f1  s\\'e8 05}\\par".replace('P', "\\'de"));
    expect(await linesOf(bytes)).toEqual(['QUYẾT ĐỊNH số 05']);
    expect(await repairsOf(bytes)).toEqual(['legacy-tcvn3: quyÕt ®Þnh → QUYẾT ĐỊNH', 'legacy-tcvn3:  sè 05 →  số 05']);
  });

  it('the same bytes in another font are what they are', async () => {
    expect(await linesOf(rtf("caf\\'e9\\par"))).toEqual(['café']);
  });
});

describe('tables', () => {
  const row = (edges: readonly number[], ...cells: string[]) =>
    `\\trowd${edges.map((edge) => `\\cellx${edge}`).join('')}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row `;

  it('rows of cells; spans follow from the edges', async () => {
    const bytes = rtf(`Tr\\par${row([1000, 2000, 3000], 'a', 'b\\par c', 'd')}${row([1010, 3000], 'e', 'f')}\\pard Sau\\par`);
    expect(await rowsOf(bytes)).toEqual(['a\tb c\td', 'e\tf\t']);
    expect(await linesOf(bytes)).toEqual(['Tr', 'a\tb c\td', 'e\tf\t', 'Sau']);
  });

  it('text after a table is no cell of it', async () => {
    expect(await rowsOf(rtf(`${row([1000, 2000], 'a', 'b')}\\pard x\\par ${row([1000, 2000], 'c', 'd')}`))).toEqual(['a\tb', 'c\td']);
    expect(await linesOf(rtf(`${row([1000, 2000], 'a', 'b')}\\pard x\\par ${row([1000, 2000], 'c', 'd')}`))).toEqual(['a\tb', 'x', 'c\td']);
  });
});

describe('what stands elsewhere', () => {
  it('notes at the foot, headers listed, boxes before their paragraph', async () => {
    const bytes = rtf(
      '{\\header CONG BAO\\par}Dat{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} Xem\\par}\\par{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt DU THAO\\par}}}Hai\\par',
    );
    expect(await linesOf(bytes)).toEqual(['Dat¹', 'DU THAO', 'Hai', '¹ Xem']);
    expect(await repairsOf(bytes)).toEqual(['page-furniture: CONG BAO → ']);
  });

  it('a note that is marked as ignorable, as LibreOffice writes it, is one', async () => {
    const bytes = rtf('Dat{\\super \\chftn{\\*\\footnote \\chftn\\pard\\plain { }Xem\\par}} sau\\par');
    expect(await linesOf(bytes)).toEqual(['Dat¹ sau', '¹ Xem']);
  });

  it('deletions and hidden text', async () => {
    const bytes = rtf('Dat {\\deleted 60}{\\revised 70}{\\v mat}%\\par');
    expect(await linesOf(bytes)).toEqual(['Dat 70%']);
    expect(await repairsOf(bytes)).toEqual(['deleted-text: 60 → ', 'inserted-text:  → 70', 'hidden-text: mat → ']);
  });
});

it('groups nested without end are read without failing', async () => {
  expect(await linesOf(rtf(`a\\par${'{'.repeat(200_000)}b`))).toEqual(['a']);
});
