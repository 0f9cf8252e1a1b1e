import { describe, expect, it } from 'vitest';
import { linesOf, normalizeText } from '../stages.ts';

/** The repairs of a text: rule, before, after. */
const repairs = (source: string) => normalizeText(source).repairs.map(({ rule, before, after }) => [rule, before, after]);
const rules = (source: string) => repairs(source).map(([rule]) => rule);

describe('letters', () => {
  it('ƣ is ư wherever it stands: the letter does not exist in Vietnamese', () => {
    expect(linesOf('CHƢƠNG TRÌNH nâng cao chất lƣợng.')).toEqual(['CHƯƠNG TRÌNH nâng cao chất lượng.']);
    expect(repairs('chất lƣợng.')).toEqual([['font-map', 'ƣ', 'ư']]);
  });

  it('bullets of fonts of symbols are bullets, also where only their codes are left; signs whose font decides what they are stay', () => {
    expect(linesOf('\uf0b7 Rà soát;\n\uf0d8 Lập đề án.')).toEqual(['• Rà soát;', '• Lập đề án.']);
    expect(repairs('\uf0b7 Rà soát')).toEqual([['symbol-font', '\uf0b7', '•']]);
    expect(linesOf('đạt \uf0b3 60%')).toEqual(['đạt \uf0b3 60%']);
  });

  it('a letter that is Vietnamese stays, even where the word is doubtful', () => {
    expect(linesOf('phù kín, hạ tăng, đường VÕ VĂN KIỆT.')).toEqual(['phù kín, hạ tăng, đường VÕ VĂN KIỆT.']);
    expect(repairs('phù kín, hạ tăng, đường VÕ VĂN KIỆT.')).toEqual([]);
  });

  it('Õ is Ò in capitals that have no Õ', () => {
    expect(linesOf('CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toEqual(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
    expect(repairs('CỘNG HÕA.')).toEqual([['font-map', 'Õ', 'Ò']]);
  });

  it('ñ and ð are đ and Đ of one map; without ñ, ð is the small letter', () => {
    expect(linesOf('Qð-UBND: quản lý ñất ñai.')).toEqual(['QĐ-UBND: quản lý đất đai.']);
    expect(linesOf('quản lý ðất.')).toEqual(['quản lý đất.']);
  });

  it('NFD becomes NFC, with nothing to record', () => {
    const text = 'Kế hoạch của Ủy ban nhân dân huyện Thủy Nguyên.';
    expect(linesOf(text.normalize('NFD'))).toEqual([text]);
    expect(repairs(text.normalize('NFD'))).toEqual([]);
  });

  it('marks in an order that is not canonical', () => {
    expect(linesOf('e\u0323\u0302 v\u00e0 e\u0302\u0323.')).toEqual(['ệ và ệ.']);
  });

  it('tone placement stays as it is printed', () => {
    expect(linesOf('hoá và hóa, Uỷ và Ủy.')).toEqual(['hoá và hóa, Uỷ và Ủy.']);
  });

  it('invisible characters go, blanks of every width are blanks', () => {
    expect(linesOf('Kế\u00ad ho\u200bạch\u00a0năm\u2003\u20032024.')).toEqual(['Kế hoạch năm 2024.']);
    expect(linesOf('Số:\u000427\u0005/NQ-HĐND.')).toEqual(['Số:27/NQ-HĐND.']);
  });

  it('CRLF is a line end', () => {
    expect(linesOf('KẾ HOẠCH\r\n\r\n1. Mục đích\r\n')).toEqual(['KẾ HOẠCH', '1. Mục đích']);
  });

  it('runs of blanks are one', () => {
    expect(linesOf('1.   Giao  các cơ quan.')).toEqual(['1. Giao các cơ quan.']);
  });
});

describe('numbers cut by a line end', () => {
  it.each([
    ['Chương trình hành động số 59-\nCTr/TU, ngày 07/11/2023.', 'Chương trình hành động số 59-CTr/TU, ngày 07/11/2023.'],
    ['Nghị quyết số 06-\nNQ/TW của Bộ Chính trị.', 'Nghị quyết số 06-NQ/TW của Bộ Chính trị.'],
    ['Kế hoạch số 08/\nKH-UBND.', 'Kế hoạch số 08/KH-UBND.'],
    ['Kế hoạch số 08/KH-\nUBND ngày 15/01/2024.', 'Kế hoạch số 08/KH-UBND ngày 15/01/2024.'],
    ['số 59-\n\nCTr/TU, ngày.', 'số 59-CTr/TU, ngày.'],
  ])('%j', (source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
    expect(rules(source)).toEqual(['join-number']);
  });

  it('a dash after words keeps its blank', () => {
    expect(linesOf('Khu vực Nam Hà Tĩnh -\nBắc Quảng Bình.')).toEqual(['Khu vực Nam Hà Tĩnh - Bắc Quảng Bình.']);
  });
});

describe('raised digits', () => {
  it('m / 2 on lines of their own are m²', () => {
    expect(linesOf('đạt 7m\n2\nvào năm 2025.')).toEqual(['đạt 7m² vào năm 2025.']);
    expect(rules('đạt 7m\n2\nvào năm 2025.')).toContain('join-superscript');
  });

  it('with blank lines between them, as PDF text has', () => {
    expect(linesOf('diện tích 28 m\n\n2\n\nvào năm 2025.')).toEqual(['diện tích 28 m² vào năm 2025.']);
  });

  it('a 3 is a cube', () => {
    expect(linesOf('khoảng 120 m\n3\nmỗi ngày.')).toEqual(['khoảng 120 m³ mỗi ngày.']);
  });

  it.each([
    ['after no unit', 'Tổ chức thực hiện\n2\nTrang sau.'],
    ['after a word that ends like one', 'các tỉnh phía Nam\n2\nTrang sau.'],
    ['after a unit without a number', 'tính bằng m\n2\nTrang sau.'],
    ['a 4', 'đạt 7m\n4\nTrang sau.'],
  ])('a lone digit %s is none', (_, source) => {
    expect(rules(source)).not.toContain('join-superscript');
    expect(linesOf(source).join(' ')).not.toMatch(/[²³]/);
  });

  it('5-7m is a range and stays', () => {
    expect(linesOf('rộng 5-7m; dài 10 - 15 m.')).toEqual(['rộng 5-7m; dài 10 - 15 m.']);
  });
});

describe('formulas of recognition models', () => {
  it.each([
    ['đạt $28\\text{m}^2/\\text{người}$.', 'đạt 28m²/người.'],
    ['từ 10 - $\\geq 15m^2$.', 'từ 10 - ≥ 15m².'],
    ['$\\rightarrow 18\\%$ năm 2025.', '-> 18% năm 2025.'],
    ['$m^{2}$.', 'm².'],
    ['$\\leq 5$ và $\\geq 7$.', '≤ 5 và ≥ 7.'],
  ])('%s', (source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
    expect(rules(source)).toContain('latex');
  });

  it.each(['trị giá 5 $ và thêm.', 'giá $a$ mỗi tấn.', 'chi phí 100 USD.'])('money is none: %s', (source) => {
    expect(linesOf(source)).toEqual([source]);
  });
});

describe('tags of converters', () => {
  it('a raised 2 or 3 after a unit of length is an exponent', () => {
    expect(linesOf('đạt 28 m<sup>2</sup>/người.')).toEqual(['đạt 28 m²/người.']);
    expect(linesOf('đạt 28 m <sup>2</sup> /người.')).toEqual(['đạt 28 m²/người.']);
    expect(linesOf('rộng 3 km<sup>2</sup>.')).toEqual(['rộng 3 km².']);
  });

  it('after anything else it is a mark of a footnote, and keeps its distance', () => {
    expect(linesOf('mỗi người <sup>3</sup> và.')).toEqual(['mỗi người ³ và.']);
    expect(linesOf('tỷ lệ đô thị hóa<sup>2</sup>.')).toEqual(['tỷ lệ đô thị hóa².']);
    expect(linesOf('đạt 28 m <sup>2</sup>/người <sup>3</sup>.')).toEqual(['đạt 28 m²/người ³.']);
    expect(linesOf('theo chương trình<sup>12</sup>.')).toEqual(['theo chương trình¹².']);
  });

  it('bold and italics go, every one is recorded', () => {
    expect(linesOf('<b>1</b>. Rà soát <i>quy hoạch</i>.')).toEqual(['1. Rà soát quy hoạch.']);
    expect(rules('<b>1</b>. Rà soát.')).toEqual(['html-fragment', 'html-fragment']);
  });

  it('a paragraph or a break ends a line', () => {
    expect(linesOf('Một.<br>Hai.<p>Ba.</p>')).toEqual(['Một.', 'Hai.', 'Ba.']);
  });

  it('entities are what they stand for', () => {
    expect(linesOf('đạt &ge; 5% &amp; R&amp;D.')).toEqual(['đạt ≥ 5% & R&D.']);
  });

  it('a comparison is no tag', () => {
    expect(linesOf('tỷ lệ <5% hoặc a<b và b>c.')[0]).toContain('<5%');
  });
});

describe('page furniture', () => {
  const before = 'Mở đầu.\nCác cơ quan, đơn vị tổ chức thực hiện.\nBáo cáo kết quả.\n';
  const page = (number: string) => `${before}\n\n${number}\n\n\nTrong quá trình thực hiện, báo cáo kết quả.\n`;

  it.each(['7', '- 3 -', 'Trang 2/5', '12/36', '– 4 –'])('the page number %j is dropped, and that is recorded', (number) => {
    expect(linesOf(page(number)).slice(2)).toEqual(['Báo cáo kết quả.', 'Trong quá trình thực hiện, báo cáo kết quả.']);
    expect(repairs(page(number))).toEqual([['page-number', number, '']]);
  });

  it.each(['2025.', '5%', '24/01/2022', 'Trang thông tin', '2024'])('%j is none', (line) => {
    expect(normalizeText(page(line)).text).toContain(line);
  });

  it('a sentence goes on behind the page number', () => {
    expect(linesOf(`${before}Giao Sở Xây dựng chủ trì,\n\n7\n\nphối hợp với các đơn vị.`).at(-1)).toBe('Giao Sở Xây dựng chủ trì, phối hợp với các đơn vị.');
  });

  it('a number on a line like any other is none: it may be what the table or the sentence says', () => {
    expect(linesOf(`${before}Số đơn vị\n7\nTrong quá trình thực hiện.`).join(' ')).toContain('7');
  });

  it('a printed rule leaves its trace on the line behind it', () => {
    const { lines, text } = normalizeText('KẾ HOẠCH\nthực hiện Nghị quyết\n-----\nCăn cứ Luật Xây dựng;');
    expect(text.split('\n').at(-1)).toBe('Căn cứ Luật Xây dựng;');
    expect(lines.map((line) => line.ruled).at(-1)).toBe(true);
    expect(rules('KẾ HOẠCH\n-----\nCăn cứ Luật Xây dựng;')).toEqual(['rule']);
  });

  it('the star under a Party issuer is no rule', () => {
    expect(linesOf('HUYỆN ỦY AN LÃO\n*\nSố 42-CTr/HU')).toEqual(['HUYỆN ỦY AN LÃO', '*', 'Số 42-CTr/HU']);
  });

  it.each([
    ['xem xét, chỉ đạo./. ✓', 'xem xét, chỉ đạo./.'],
    ['xem xét, chỉ đạo./. th', 'xem xét, chỉ đạo./.'],
    ['- Lưu: VT, QH. ✓', '- Lưu: VT, QH.'],
  ])('the reader’s tick goes: %s', (source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
    expect(rules(source)).toEqual(['tick']);
  });

  it('a tick on a line of its own leaves no line', () => {
    expect(linesOf('xem xét, chỉ đạo./.\n✓\nNơi nhận:')).toEqual(['xem xét, chỉ đạo./.', 'Nơi nhận:']);
  });

  it.each(['xem xét, chỉ đạo./.', '- Lưu: VT', 'xem xét theo quy định. th'])('%s has none', (source) => {
    expect(linesOf(source)).toEqual([source]);
  });
});

describe('every repair', () => {
  const source = '# CHƢƠNG TRÌNH\nMở đầu.\nsố 59-\nCTr/TU đạt 7m\n2\nvào $\\geq$ <b>năm</b> 2025.\n\n7\n\n-----\n\nxem xét./. ✓\n';

  it('names the source lines it touched', () => {
    const byRule = new Map(normalizeText(source).repairs.map((repair) => [repair.rule, repair.lines]));
    expect(byRule.get('font-map')).toEqual([1, 1]);
    expect(byRule.get('join-number')).toEqual([3, 4]);
    expect(byRule.get('join-superscript')).toEqual([4, 5]);
    expect(byRule.get('page-number')).toEqual([8, 8]);
    expect(byRule.get('rule')).toEqual([10, 10]);
    expect(byRule.get('tick')).toEqual([12, 12]);
  });

  it('stands where its result stands in the text', () => {
    const { text, repairs: made } = normalizeText(source);
    for (const { rule, after, start, end } of made) {
      expect(end - start, rule).toBe(after.length);
      expect(text.slice(start, end), rule).toBe(after);
    }
  });
});

describe('a printed rule behind words', () => {
  it.each([
    ['BỘ TÀI CHÍNH ------- |', 'BỘ TÀI CHÍNH'],
    ['Độc lập - Tự do - Hạnh phúc ---------------', 'Độc lập - Tự do - Hạnh phúc'],
    ['TỈNH KON TUM *******', 'TỈNH KON TUM'],
  ])('%s', (source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
    expect(rules(source)).toContain('rule');
  });

  it.each(['Họ và tên: ________', 'giai đoạn 2021 - 2025 --- xem', 'tổng số: -----'])('%s stays', (source) => {
    expect(linesOf(source)).toEqual([source]);
  });
});
