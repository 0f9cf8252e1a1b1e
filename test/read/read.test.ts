import { describe, expect, it } from 'vitest';
import { FileProblem } from '../../src/read/file-problem.ts';
import { readText } from '../stages.ts';

const mediaType = (text: string) => readText(text).mediaType;

function refusal(text: string): string | null {
  try {
    readText(text);
    return null;
  } catch (error) {
    if (error instanceof FileProblem) return error.code;
    throw error;
  }
}

describe('the kind of a text is told by what it holds', () => {
  it.each([
    ['a declared page', '<!DOCTYPE html>\n<html><body><p>Kế hoạch</p></body></html>'],
    ['a page without declaration', '<html><head><title>x</title></head><body>Kế hoạch</body></html>'],
    ['an XHTML page', '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">\n<html><body>Kế hoạch</body></html>'],
    ['a cut-out of a page', '<div class="content"><p>Một</p><p>Hai</p><p>Ba</p><p>Bốn</p></div>'],
    ['a page after blank lines', '\n\n  <HTML><BODY><P>Kế hoạch</P></BODY></HTML>'],
  ])('HTML: %s', (_, text) => {
    expect(mediaType(text)).toBe('text/html');
  });

  it.each([
    ['headings', '# KẾ HOẠCH\n\nNội dung'],
    ['bold runs', 'CỘNG HÒA\n\n**KẾ HOẠCH**\n\nNội dung'],
    ['italics', '*Căn cứ Luật Xây dựng;*\n\nNội dung'],
    ['a pipe table', 'STT | Nhiệm vụ\n--- | ---\n1 | Rà soát'],
    ['a block quotation', 'Nội dung\n\n> Điều 1. Phạm vi'],
    ['a fence', 'Nội dung\n\n```\nĐiều 1\n```'],
  ])('Markdown: %s', (_, text) => {
    expect(mediaType(text)).toBe('text/markdown');
  });

  it.each([
    ['the separator under a Party issuer', 'HUYỆN ỦY AN LÃO\n*\nSố 42-CTr/HU'],
    ['tags left by a converter', 'KẾ HOẠCH\n\nđạt 28 m<sup>2</sup>/người; <b>1</b>. Rà soát'],
    ['a tab-separated dump', 'TT\tNhiệm vụ\tĐơn vị\n1\tRà soát\tSở Xây dựng'],
    ['dashes and labels', '1. Mục đích\n- Thống nhất;\n-----\n2. Yêu cầu'],
    ['a product', '5 * 3 = 15 và 2 * 4 = 8'],
    ['snake case', 'tệp ten_tep_mot.docx'],
    ['a number sign in a sentence', 'ngày #& tháng 7'],
    ['a comparison', 'tỷ lệ < 5% và > 3%'],
  ])('plain text: %s', (_, text) => {
    expect(mediaType(text)).toBe('text/plain');
  });
});

describe('pages', () => {
  it('a form feed begins the next one, and lines are counted through', () => {
    const { pages } = readText('một\nhai\n\fba\nbốn\n');
    expect(pages.map(({ number, text, firstLine }) => ({ number, text, firstLine }))).toEqual([
      { number: 1, text: 'một\nhai\n', firstLine: 1 },
      { number: 2, text: 'ba\nbốn\n', firstLine: 3 },
    ]);
  });

  it('marks of Markdown stay with their page', () => {
    const { pages } = readText('# MỘT\n\fx\n\n**HAI**\n');
    expect(pages[1]?.marks).toContainEqual({ kind: 'strong', start: 3, end: 10 });
    for (const page of pages) for (const mark of page.marks) expect(mark.end).toBeLessThanOrEqual(page.text.length);
  });
});

describe('a page that holds no document', () => {
  it.each([
    '<html><body><h1>404 Not Found</h1></body></html>',
    'Văn bản không tồn tại hoặc đã bị xóa',
    '<!DOCTYPE html><html><body><p>Không tìm thấy trang bạn yêu cầu</p></body></html>',
    '502 Bad Gateway',
  ])('%s', (text) => {
    expect(refusal(text)).toBe('error-page');
  });

  it('a page that draws its text with a script has none', () => {
    expect(refusal('<html><head><title>Văn bản</title></head><body><script>var a = "Kế hoạch";</script><noscript>Bật JavaScript</noscript></body></html>')).toBe('no-text');
  });

  it.each([
    'KẾ HOẠCH\nQua kiểm tra không tìm thấy sai phạm.',
    'Số: 12/TB-UBND\nTHÔNG BÁO\nvề việc trang này không tồn tại',
    `KẾ HOẠCH\n${'Nội dung thực hiện.\n'.repeat(300)}Không tìm thấy văn bản nào khác.`,
  ])('a document that says as much is one: %.30s', (text) => {
    expect(refusal(text)).toBeNull();
  });
});
