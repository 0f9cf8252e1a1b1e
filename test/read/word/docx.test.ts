import { describe, expect, it } from 'vitest';
import { normalize } from '../../../src/normalize/normalize.ts';
import { processReading } from '../../../src/run/stages.ts';
import { knowledge } from '../../default-knowledge.ts';
import { cell, docx, linesOf, p, read, repairsOf, row, rowsOf, run, table, zip } from './packages.ts';

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const list = (id: number, levels: string, overrides = '') => ({
  abstract: `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`,
  num: `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`,
});
const numbering = (...lists: { abstract: string; num: string }[]) => lists.map(({ abstract }) => abstract).join('') + lists.map(({ num }) => num).join('');
const item = (text: string, id: number, at = 0) => p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

const LETTERHEAD = table(
  row(cell(p('ỦY BAN NHÂN DÂN') + p('TỈNH QUẢNG NGÃI')), cell(p('<w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t><w:br/><w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r>'))),
  row(cell('Số: 11/CT-UBND'), cell('Quảng Ngãi, ngày 11 tháng 5 năm 2021')),
);

/** The lines of LETTERHEAD, column by column. */
const LETTERHEAD_LINES = [
  'ỦY BAN NHÂN DÂN',
  'TỈNH QUẢNG NGÃI',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: 11/CT-UBND',
  'Quảng Ngãi, ngày 11 tháng 5 năm 2021',
];

describe('text', () => {
  it.each([
    ['runs are one line', p(run('Kế ') + run('hoạch')), ['Kế hoạch']],
    [
      'line breaks, tabs and hyphens',
      p('<w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t><w:tab/><w:t>Ba</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>4</w:t></w:r>'),
      ['Một', 'Hai    Ba-4'],
    ],
    ['empty paragraphs are blank lines', p('Một') + p('') + p('Hai'), ['Một', '', 'Hai']],
    ['exponents', p(run('28 m') + run('2', '<w:vertAlign w:val="superscript"/>') + run('/người')), ['28 m²/người']],
    ['raised words stay', p(run('1') + run('er', '<w:vertAlign w:val="superscript"/>')), ['1er']],
    ['formulas', p('<m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'), ['m²']],
    ['capitals made by the format', p(run('Quyết định', '<w:caps/>')), ['QUYẾT ĐỊNH']],
    ['signs of the font Symbol', p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 60%</w:t></w:r>'), ['≥ 60%']],
    [
      'arrows and ornaments of the font Wingdings',
      p(
        '<w:r><w:t xml:space="preserve">28 </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><w:t xml:space="preserve"> 30 </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
      ),
      ['28 → 30 •'],
    ],
    [
      'letters of an old font in the area of symbols',
      p('<w:r><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:t>K\uf065\uf0e1 hoa\uf0ef\uf063h</w:t></w:r>'),
      ['Kế hoạch'],
    ],
    [
      'content controls, links and smart tags',
      p(`<w:hyperlink>${run('A')}</w:hyperlink><w:sdt><w:sdtContent>${run('B')}</w:sdtContent></w:sdt><w:smartTag>${run('C')}</w:smartTag>`),
      ['ABC'],
    ],
    [
      'results of fields, not their code',
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>mã</w:t><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('11/5')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('/2021')}`,
      ),
      ['11/5/2021'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await linesOf(docx(body))).toEqual(expected);
  });

  it('lines lead to the ordinals of paragraphs', async () => {
    const [page] = (await read(docx(p('Một') + p('<w:r><w:t>Hai</w:t><w:br/><w:t>hai</w:t></w:r>') + table(row(cell(p('a') + p('b')), cell('c'))) + p('Ba')))).pages;
    expect(page?.lines).toEqual([1, 2, 2, 3, 6, 6]);
  });

  it('bold and styles that are headings are known', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="H"/></w:style>';
    const [page] = (await read(docx(p('Chương I', '<w:pStyle w:val="S"/>') + p(run('không', '<w:b w:val="0"/>')), { styles }))).pages;
    expect(page?.marks).toEqual([
      { kind: 'strong', start: 0, end: 8 },
      { kind: 'heading', start: 0, end: 8 },
    ]);
  });

  it('another prefix of the same namespace is read too', async () => {
    const file = zip({
      'word/document.xml': '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Một</x:t></x:r></x:p></x:body></x:document>',
    });
    expect(await linesOf(file)).toEqual(['Một']);
  });
});

describe('numbers that Word generates', () => {
  const legal = list(1, level(0, 'upperRoman', '%1.') + level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>') + level(2, 'decimal', '%3.') + level(3, 'lowerLetter', '%4)'));

  it('levels count on, start anew below a higher one, and articles go through', async () => {
    const body =
      item('A', 1) + item('b', 1, 1) + item('c', 1, 2) + item('d', 1, 3) + item('e', 1, 3) + item('f', 1, 2) + item('g', 1, 3) + item('H', 1) + item('i', 1, 1) + item('k', 1, 2);
    expect(await linesOf(docx(body, { numbering: numbering(legal) }))).toEqual(['I. A', 'Điều 1. b', '1. c', 'a) d', 'b) e', '2. f', 'a) g', 'II. H', 'Điều 2. i', '1. k']);
  });

  it('numbers of several levels in one label, all arabic where the level says so', async () => {
    const nested = list(1, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2.') + level(2, 'decimal', '%1.%2.%3.', '<w:isLgl/>'));
    expect(await linesOf(docx(item('a', 1) + item('b', 1, 1) + item('c', 1, 2), { numbering: numbering(nested) }))).toEqual(['I. a', 'I.1. b', '1.1.1. c']);
  });

  it('a list may begin anew, or elsewhere', async () => {
    const anew = list(2, '', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const parts = numbering(list(1, level(0, 'decimal', '%1.')), { abstract: '', num: anew.num.replace('<w:abstractNumId w:val="2"/>', '<w:abstractNumId w:val="1"/>') });
    expect(await linesOf(docx(item('a', 1) + item('b', 1) + item('c', 2) + item('d', 2), { numbering: parts }))).toEqual(['1. a', '2. b', '5. c', '6. d']);
  });

  it('a style may carry the list, and a paragraph may drop it', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="D"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = p('a', '<w:pStyle w:val="D"/>') + p('b', '<w:pStyle w:val="D"/><w:numPr><w:numId w:val="0"/></w:numPr>') + p('c', '<w:pStyle w:val="D"/>');
    expect(await linesOf(docx(body, { styles, numbering: numbering(list(1, level(0, 'decimal', 'Điều %1.'))) }))).toEqual(['Điều 1. a', 'b', 'Điều 2. c']);
  });

  it('bullets are dashes, a plus stays; a list that is not there gives nothing', async () => {
    const parts = numbering(list(1, level(0, 'bullet', '\uf0b7') + level(1, 'bullet', '+')));
    expect(await linesOf(docx(item('a', 1) + item('b', 1, 1) + item('c', 9), { numbering: parts }))).toEqual(['- a', '+ b', 'c']);
  });
});

describe('tables', () => {
  it('rows of cells; paragraphs of a cell are one text', async () => {
    expect(await rowsOf(docx(table(row(cell('TT'), cell('Chỉ tiêu'), cell('2025')), row(cell('1'), cell(p('Tỷ lệ') + p('hộ nghèo')), cell('5%')))))).toEqual([
      'TT\tChỉ tiêu\t2025',
      '1\tTỷ lệ hộ nghèo\t5%',
    ]);
  });

  it('a cell over columns is followed by empty ones, one that goes on from above is empty', async () => {
    const body = table(row(cell('A', '<w:vMerge w:val="restart"/>'), cell('B', '<w:gridSpan w:val="2"/>')), row(cell('', '<w:vMerge/>'), cell('c'), cell('d')));
    expect(await rowsOf(docx(body))).toEqual(['A\tB\t', '\tc\td']);
  });

  it('a letterhead without borders is read column by column', async () => {
    const bytes = docx(LETTERHEAD + p('CHỈ THỊ') + p('Về việc tăng cường quản lý'));
    expect(await rowsOf(bytes)).toEqual([]);
    expect((await linesOf(bytes)).slice(0, 6)).toEqual(LETTERHEAD_LINES);
  });

  it('a table about independence is data', async () => {
    expect(await rowsOf(docx(table(row(cell('1'), cell('Kiểm toán độc lập'), cell('Sở Tài chính')))))).toHaveLength(1);
  });

  it('a table inside of a cell is text of the cell', async () => {
    expect(await rowsOf(docx(table(row(cell(table(row(cell('a'), cell('b'))) + p('')), cell('c')))))).toEqual(['a b \tc']);
  });

  it('the header reaches the facts', async () => {
    const { documents } = processReading(await read(docx(LETTERHEAD + p('CHỈ THỊ') + p('Về việc tăng cường quản lý') + p('1. Sở Xây dựng rà soát quy hoạch.'))), knowledge);
    expect(documents[0]?.identity).toMatchObject({ number: { value: '11/CT-UBND' }, issuedOn: { value: '2021-05-11' }, issuer: { name: 'Ủy ban nhân dân tỉnh Quảng Ngãi' } });
  });
});

describe('revisions', () => {
  it('insertions are in, deletions and hidden text out, all are listed', async () => {
    const body = p(`${run('Đạt ')}<w:del><w:r><w:delText>60</w:delText></w:r></w:del><w:ins>${run('70')}</w:ins>${run('%')}${run('bí mật', '<w:vanish/>')}${run('.')}`);
    expect(await linesOf(docx(body))).toEqual(['Đạt 70%.']);
    expect(await repairsOf(docx(body))).toEqual(['deleted-text: 60 → ', 'inserted-text:  → 70', 'hidden-text: bí mật → ']);
  });

  it('a paragraph whose end was deleted goes on in the next one', async () => {
    expect(await linesOf(docx(p('Một ', '<w:rPr><w:del/></w:rPr>') + p('hai')))).toEqual(['Một hai']);
  });

  it('a deleted item takes no number', async () => {
    const body = item('a', 1) + p(`<w:del><w:r><w:delText>b</w:delText></w:r></w:del>`, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + item('c', 1);
    expect((await linesOf(docx(body, { numbering: numbering(list(1, level(0, 'decimal', '%1.'))) }))).filter((line) => line !== '')).toEqual(['1. a', '2. c']);
  });

  it('normalize lists them with their place', async () => {
    const body = p('Năm 2025.') + p(`${run('Đạt ')}<w:del><w:r><w:delText>60</w:delText></w:r></w:del>${run('70%')}`);
    const { repairs } = normalize((await read(docx(body))).pages, knowledge);
    expect(repairs).toEqual([{ rule: 'deleted-text', before: '60', after: '', start: 14, end: 14, lines: [2, 2] }]);
  });
});

describe('notes, boxes and headers', () => {
  const note = '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Nghị quyết số 06-NQ/TW</w:t></w:r></w:p></w:footnote>';
  const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="7"/></w:r>';

  it('a note has its mark in the text and stands at the foot', async () => {
    expect(await linesOf(docx(p(`${run('Đạt 60%')}${mark}`) + p('Hai'), { footnotes: note }))).toEqual(['Đạt 60%¹', 'Hai', '¹ Nghị quyết số 06-NQ/TW']);
  });

  it('the foot of a page, where the file knows its pages', async () => {
    expect(await linesOf(docx(p(`${run('Một')}${mark}`) + p(`<w:r><w:lastRenderedPageBreak/><w:t>Hai</w:t></w:r>`), { footnotes: note }))).toEqual([
      'Một¹',
      '¹ Nghị quyết số 06-NQ/TW',
      'Hai',
    ]);
  });

  it('a page that ends inside of a paragraph has its notes behind it', async () => {
    const body = p(`${run('Một')}${mark}<w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r>`) + p('Ba');
    expect(await linesOf(docx(body, { footnotes: note }))).toEqual(['Một¹hai', '¹ Nghị quyết số 06-NQ/TW', 'Ba']);
  });

  it('a text box stands behind its paragraph, once', async () => {
    const box = `<w:txbxContent>${p('DỰ THẢO')}</w:txbxContent>`;
    const body = p(
      `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Một')}`,
    );
    expect(await linesOf(docx(body + p('Hai')))).toEqual(['Một', 'DỰ THẢO', 'Hai']);
  });

  it('a letterhead in a running header is that of the document; beside one in the text it is a running header', async () => {
    const bytes = docx(p('KẾ HOẠCH') + p('Phát triển đô thị'), { header: LETTERHEAD });
    expect((await linesOf(bytes)).slice(0, 6)).toEqual(LETTERHEAD_LINES);
    expect((await read(bytes)).pages[0]?.lines).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2]);
    expect(await repairsOf(bytes)).toEqual([]);
    const both = docx(LETTERHEAD + p('KẾ HOẠCH'), { header: LETTERHEAD });
    expect((await linesOf(both)).filter((line) => line.startsWith('CỘNG'))).toHaveLength(1);
  });

  it('running headers are listed, not read', async () => {
    const bytes = docx(p('Một'), { header: p('CÔNG BÁO/Số 863/Ngày 10-7-2025') });
    expect(await linesOf(bytes)).toEqual(['Một']);
    expect(await repairsOf(bytes)).toEqual(['page-furniture: CÔNG BÁO/Số 863/Ngày 10-7-2025 → ']);
  });
});

describe('fonts of old encodings', () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  it('each run is read in the encoding of its font, and the raw text kept', async () => {
    const body = p(
      run('quyÕt ®Þnh', font('.VnTimeH')) + run(' sè 05 ', font('.VnTime')) + run('COÄNG HOA', font('VNI-Times')) + run('Ø', `${font('VNI-Times')}<w:b/>`) + run(' của Nhà nước'),
    );
    const bytes = docx(body);
    expect(await linesOf(bytes)).toEqual(['QUYẾT ĐỊNH số 05 CỘNG HOÀ của Nhà nước']);
    expect(await repairsOf(bytes)).toEqual(['legacy-tcvn3: quyÕt ®Þnh → QUYẾT ĐỊNH', 'legacy-tcvn3:  sè 05  →  số 05 ', 'legacy-vni: COÄNG HOAØ → CỘNG HOÀ']);
    expect((await read(bytes)).encoding).toBe('unicode, tcvn3, vni');
  });

  it('exponents, note marks and capitals made by the format are not taken for its bytes', async () => {
    const time = font('.VnTime');
    const body = p(run('28 m', time) + run('2', `${time}<w:vertAlign w:val="superscript"/>`) + run('/ng\u00adêi ', time) + run('quyÕt µ', `${time}<w:caps/>`));
    expect(await linesOf(docx(body))).toEqual(['28 m²/người QUYẾT À']);
  });

  it('without fonts the words tell it', async () => {
    expect(await linesOf(docx(p('QuyÕt ®Þnh cña Thñ t\u00adíng ChÝnh phñ') + p('®Êt')))).toEqual(['Quyết định của Thủ tướng Chính phủ', 'đất']);
  });

  it('French in a Unicode font is left alone', async () => {
    expect(await linesOf(docx(p('Décret relatif à l’élection générale, après délibération à Genève')))).toEqual([
      'Décret relatif à l’élection générale, après délibération à Genève',
    ]);
  });
});
