import { describe, expect, it } from 'vitest';
import * as html from '../../src/read/html.ts';
import { knowledge } from '../default-knowledge.ts';
import { normalizeText } from '../stages.ts';

const readHtml = (text: string) => html.readHtml(text, knowledge);

const page = (body: string) => `<!DOCTYPE html><html><head><title>Văn bản</title></head><body>${body}</body></html>`;

/** The lines a page is read as; a tab stands between cells. */
const lines = (body: string) => (readHtml(page(body))[0]?.text ?? '').split('\n').slice(0, -1);
const rows = (body: string) => {
  const [read] = readHtml(page(body));
  return read?.marks.filter((mark) => mark.kind === 'row').map((mark) => read.text.slice(mark.start, mark.end)) ?? [];
};

describe('a line per block', () => {
  it.each([
    ['paragraphs', '<p>Một</p><p>Hai</p>', ['Một', 'Hai']],
    ['sections', '<div>Một<div>Hai</div>Ba</div>', ['Một', 'Hai', 'Ba']],
    ['headings', '<h1>KẾ HOẠCH</h1>Nội dung', ['KẾ HOẠCH', 'Nội dung']],
    ['line breaks', 'Một<br>Hai<br/>Ba<br />Bốn', ['Một', 'Hai', 'Ba', 'Bốn']],
    ['runs of bold and spans are one line', '<p><b>Kế</b> <span>hoạch</span> số <i>08</i></p>', ['Kế hoạch số 08']],
    ['line ends of the source are blanks', '<p>Kế hoạch\n  số\t08</p>', ['Kế hoạch số 08']],
    ['no-break spaces are blanks', '<p>Kế&nbsp;hoạch &nbsp; số</p>', ['Kế hoạch số']],
    ['empty ones leave nothing', '<p> </p><p>&nbsp;</p><div><br></div><p>Một</p>', ['Một']],
    ['a rule', '<p>Một</p><hr><p>Hai</p>', ['Một', '-----', 'Hai']],
    ['exponents and footnotes keep their tags for normalize', '<p>28 m<sup>2</sup>/người</p>', ['28 m<sup>2</sup>/người']],
  ])('%s', (_, body, expected) => {
    expect(lines(body)).toEqual(expected);
  });

  it.each([
    ['&amp; &lt; &gt; &quot;', '& < > "'],
    ['&#7845;&#x1EA5;', 'ấấ'],
    ['&ndash; &ge; &rdquo;', '– ≥ ”'],
    ['kh&ocirc;ng t&ocirc;n t&agrave;i', 'không tôn tài'],
    ['A &unknown; B', 'A &unknown; B'],
    ['R&D và AT&T', 'R&D và AT&T'],
  ])('entities: %s', (body, expected) => {
    expect(lines(`<p>${body}</p>`)).toEqual([expected]);
  });

  it('bold and headings are known of the line', () => {
    const { lines: read } = normalizeText(page('<p><b>KẾ HOẠCH</b></p><p>Nội dung <b>chính</b> của kế hoạch.</p>'));
    expect(read.map((line) => line.strong)).toEqual([true, false]);
  });

  it('lines of the source are kept', () => {
    const { lines: read } = normalizeText('<!DOCTYPE html>\n<html>\n<body>\n<p>Thứ tư.</p>\n\n<p>\nThứ bảy.</p>\n</body></html>');
    expect(read.map((line) => line.from)).toEqual([4, 7]);
  });
});

describe('what is not the document is dropped', () => {
  it.each([
    ['scripts and styles', '<script>var a = "<p>x</p>";</script><style>p { color: red }</style><p>Một</p>'],
    ['navigation', '<nav><ul><li>Trang chủ</li></ul></nav><p>Một</p><footer>Bản quyền</footer>'],
    ['buttons and menus', '<button>In</button><select><option>Chọn</option></select><p>Một</p>'],
    ['comments', '<!-- <p>Không</p> --><p>Một</p>'],
    ['drawings', '<svg><text>x</text></svg><p>Một</p>'],
    ['what is nested in it', '<nav><div><nav>a</nav>b</div>c</nav><p>Một</p>'],
  ])('%s', (_, body) => {
    expect(lines(body)).toEqual(['Một']);
  });

  it.each([
    ['hidden by an attribute or a style', '<p hidden>a</p><div style="display: none"><p>b</p><br></div><p>Một<span style="mso-hide:all">c</span></p>'],
    ['struck out as a revision', '<p>Một<del cite="x"> hai</del></p>'],
  ])('what is not shown: %s', (_, body) => {
    expect(lines(body)).toEqual(['Một']);
  });

  it('a deletion is listed; what is struck through without being one stays', () => {
    expect(readHtml(page('<p>Đạt <del>60</del><ins>70</ins>%</p>'))[0]?.repairs).toEqual([{ rule: 'deleted-text', before: '60', after: '', start: 0, end: 0 }]);
    expect(lines('<p>Đạt <s>60</s> 70%</p>')).toEqual(['Đạt 60 70%']);
  });

  it('text beside it stays apart', () => {
    expect(lines('Một<script>x</script>Hai')).toEqual(['Một', 'Hai']);
  });
});

describe('lists show their labels', () => {
  it.each([
    ['bullets', '<ul><li>Một</li><li>Hai</li></ul>', ['- Một', '- Hai']],
    ['numbers', '<ol><li>Một</li><li>Hai</li></ol>', ['1. Một', '2. Hai']],
    ['numbers that go on', '<ol start="3"><li>Ba</li><li>Bốn</li></ol>', ['3. Ba', '4. Bốn']],
    ['Roman numerals', '<ol type="I"><li>Một</li><li>Hai</li></ol>', ['I. Một', 'II. Hai']],
    [
      'what the style asks for',
      '<ol style="margin: 0; list-style-type: upper-roman"><li>Một</li></ol><ol style="list-style:none"><li>Điều 1. Hai</li></ol>',
      ['I. Một', 'Điều 1. Hai'],
    ],
    ['an item with a number of its own', '<ol><li value="4">Bốn</li><li>Năm</li></ol>', ['4. Bốn', '5. Năm']],
    ['letters', '<ol type="a"><li>Một</li><li>Hai</li></ol>', ['a) Một', 'b) Hai']],
    ['a list in a list', '<ol><li>Một<ul><li>Con</li></ul></li><li>Hai</li></ol>', ['1. Một', '- Con', '2. Hai']],
    ['a paragraph in an item', '<ul><li><p>Một</p></li></ul>', ['- Một']],
    ['items that are not closed', '<ul><li>Một<li>Hai</ul>', ['- Một', '- Hai']],
    ['an empty item', '<ul><li></li><li>Hai</li></ul>', ['- Hai']],
  ])('%s', (_, body, expected) => {
    expect(lines(body)).toEqual(expected);
  });
});

describe('tables', () => {
  it('a row is a row', () => {
    expect(rows('<table><tr><th>TT</th><th>Nhiệm vụ</th></tr><tr><td>1</td><td>Rà soát</td></tr></table>')).toEqual(['TT\tNhiệm vụ', '1\tRà soát']);
  });

  it('the paragraphs of a cell stay in it', () => {
    expect(rows('<table><tr><td>1</td><td><p>Rà soát;</p><p>Báo cáo.</p></td></tr></table>')).toEqual(['1\tRà soát; Báo cáo.']);
  });

  it('an empty cell keeps its place, and a wide one takes the places it covers', () => {
    expect(rows('<table><tr><td></td><td>x</td><td>y</td></tr><tr><td colspan="2">a</td><td>b</td></tr></table>')).toEqual(['\tx\ty', 'a\t\tb']);
  });

  it('a row without content is none', () => {
    expect(rows('<table><tr><td></td><td></td></tr><tr><td>1</td><td>2</td></tr></table>')).toEqual(['1\t2']);
  });

  it('a table in a cell is text of the cell', () => {
    expect(rows('<table><tr><td>1</td><td>Trước<table><tr><td>a</td><td>b</td></tr></table>Sau</td></tr></table>')).toEqual(['1\tTrước a b Sau']);
  });

  it('the table that lays out the letterhead is no table: left column, then right column', () => {
    const head =
      '<table><tr><td><p>UBND THÀNH PHỐ HẢI PHÒNG</p><p>SỞ XÂY DỰNG</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table>';
    expect(rows(head)).toEqual([]);
    expect(lines(head)).toEqual(['UBND THÀNH PHỐ HẢI PHÒNG', 'SỞ XÂY DỰNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']);
  });

  it('nor where the source breaks and indents its lines', () => {
    const cellOf = (text: string) => `<td><p>\n\t\t\t<font size="4">${text.replace(' ', '\n\t\t\t')}</font></p></td>`;
    expect(rows(`<table><tr>${cellOf('UBND TỈNH LÂM HÀ')}${cellOf('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</tr></table>`)).toEqual([]);
  });

  it('a sheet saved as a web page is one table: its rows of data are, letterhead and signatures are not', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const sheet = `<table>${row('UBND TỈNH LÂM HÀ', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}${row('SỞ TÀI CHÍNH', '', 'Độc lập - Tự do - Hạnh phúc')}${row('TT', 'Chỉ tiêu', '2026')}${row('1', 'Tỷ lệ hộ nghèo', '3,5')}${row('2', 'GRDP', '9,5')}${row('', '', 'GIÁM ĐỐC')}</table>`;
    expect(lines(sheet)).toEqual([
      ...['UBND TỈNH LÂM HÀ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'SỞ TÀI CHÍNH', 'Độc lập - Tự do - Hạnh phúc'],
      ...['TT\tChỉ tiêu\t2026', '1\tTỷ lệ hộ nghèo\t3,5', '2\tGRDP\t9,5', 'GIÁM ĐỐC'],
    ]);
  });

  it('neither is that of the signatures', () => {
    const end = '<table><tr><td>Nơi nhận:<br>- Như trên;</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</td></tr></table>';
    expect(lines(end)).toEqual(['Nơi nhận:', '- Như trên;', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
  });

  it('a table of tasks that names the Party is one all the same', () => {
    const tasks = '<table><tr><th>TT</th><th>Nội dung</th></tr><tr><td>1</td><td>Tuyên truyền kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam</td></tr></table>';
    expect(rows(tasks)).toHaveLength(2);
  });

  it('a table that lays out the whole page gives its lines', () => {
    expect(rows('<table><tr><td><p>KẾ HOẠCH</p><p>Nội dung.</p></td></tr></table>')).toEqual([]);
    expect(lines('<table><tr><td><p>KẾ HOẠCH</p><p>Nội dung.</p></td></tr></table>')).toEqual(['KẾ HOẠCH', 'Nội dung.']);
  });

  it('cells and rows that are not closed', () => {
    expect(rows('<table><tr><td>1<td>Rà soát<tr><td>2<td>Lập kế hoạch</table>')).toEqual(['1\tRà soát', '2\tLập kế hoạch']);
  });
});

describe('notes', () => {
  it('have raised marks in the text and in front of them, as Word and LibreOffice write them', () => {
    const body =
      '<p>Kế hoạch<sup><a name="a1" href="#n1"><sup>1</sup></a></sup> này</p><div><p><a name="n1" href="#a1">1</a>Sau đây gọi tắt.</p></div><p><a href="#r2" name="n2"><span>[2]</span></a> Theo Công văn.</p>';
    expect(lines(body)).toEqual(['Kế hoạch<sup>1</sup> này', '<sup>1</sup> Sau đây gọi tắt.', '<sup>2</sup> Theo Công văn.']);
  });

  it('a link within the page is none', () => {
    expect(lines('<p><a href="#dieu1">1</a> Phạm vi</p><p><a name="d" href="#x">Điều 1</a></p>')).toEqual(['1 Phạm vi', 'Điều 1']);
  });
});

describe('pages that are not well-formed', () => {
  it.each([
    ['tags that are not closed', '<div><p>Một<p>Hai<div>Ba', ['Một', 'Hai', 'Ba']],
    ['tags that close nothing', '</div></p></table>Một</li></ul>', ['Một']],
    ['a table that does not end', '<table><tr><td>1</td><td>Rà soát', ['1\tRà soát']],
    ['a tag cut off at the end', '<p>Một</p><p>Hai</p><a href="', ['Một', 'Hai']],
    ['tags in capitals', '<P>Một<BR>Hai</P>', ['Một', 'Hai']],
    ['text outside of blocks', 'Một<p>Hai</p>Ba', ['Một', 'Hai', 'Ba']],
    ['a sign that opens no tag', '<p>tỷ lệ < 5%</p>', ['tỷ lệ < 5%']],
  ])('%s', (_, body, expected) => {
    const [read] = readHtml(`<!DOCTYPE html><html><body>${body}`);
    expect(read?.text.split('\n').slice(0, -1)).toEqual(expected);
  });

  it('every mark lies in the page, in order', () => {
    const [read] = readHtml(page('<table><tr><td><b>a</b></td><td><table><tr><td>b</td></tr></table></td></tr></table><h2><b>C</b></h2>'));
    let last = 0;
    for (const { start, end } of read?.marks ?? []) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeLessThanOrEqual(read?.text.length ?? 0);
      last = start;
    }
  });

  it('there is a source line for every line', () => {
    const [read] = readHtml(page('<p>Một</p>\n<p>Hai</p>'));
    expect(read?.lines).toHaveLength(read?.text.split('\n').length ?? 0);
  });
});
