import { describe, expect, it } from 'vitest';
import { linesOf, normalizeText } from '../stages.ts';

/** A page whose lines are broken where they are full, so that width tells a wrapped line from an ended one. */
const printed = (lines: string) =>
  `${'Các sở, ban, ngành, đoàn thể thành phố và Ủy ban nhân dân các quận, huyện tổ\nchức quán triệt, tuyên truyền sâu rộng nội dung Kế hoạch này đến toàn thể cán\nbộ, đảng viên, công chức, viên chức, người lao động.\n'.repeat(4)}${lines}`;
const tail = (source: string, count: number) => linesOf(source).slice(-count);

describe('a sentence goes on in the next line', () => {
  it.each([
    ['a small letter follows', 'Đẩy mạnh phát triển kinh\ntế đô thị.', 'Đẩy mạnh phát triển kinh tế đô thị.'],
    ['a word that needs another one', 'Chương trình ngày 03/01/2012 của\nThành ủy.', 'Chương trình ngày 03/01/2012 của Thành ủy.'],
    ['a comma', 'Giao Sở Xây dựng,\nSở Tài chính.', 'Giao Sở Xây dựng, Sở Tài chính.'],
    ['an open parenthesis', 'Ban Thường vụ (\nsau đây gọi tắt là Ban).', 'Ban Thường vụ (sau đây gọi tắt là Ban).'],
    ['a closing mark follows', 'Kế hoạch thực hiện năm 2024\n; báo cáo.', 'Kế hoạch thực hiện năm 2024; báo cáo.'],
    ['a number follows an unended line', 'tỷ lệ đô thị hóa đạt\n45% năm 2025.', 'tỷ lệ đô thị hóa đạt 45% năm 2025.'],
    ['a year the line before announces', 'hoàn thành trước năm\n2025. Bảo đảm sự lãnh đạo.', 'hoàn thành trước năm 2025. Bảo đảm sự lãnh đạo.'],
    ['a date', 'Nghị quyết ngày\n24/01/2022 của Bộ Chính trị.', 'Nghị quyết ngày 24/01/2022 của Bộ Chính trị.'],
    ['a quarter', 'hoàn thành trong quý\nII. Nội dung tập trung.', 'hoàn thành trong quý II. Nội dung tập trung.'],
    ['a decimal the font pulled apart', 'sản lượng khoảng\n5. 2 tấn mỗi năm.', 'sản lượng khoảng 5. 2 tấn mỗi năm.'],
    ['a reference', 'theo quy định tại khoản\n2. Điều này được áp dụng.', 'theo quy định tại khoản 2. Điều này được áp dụng.'],
    ['the second half of a range', 'tỷ lệ đạt 18%\n- 26% năm 2025.', 'tỷ lệ đạt 18% - 26% năm 2025.'],
    ['a name with a dash in it', 'Giao Sở Lao động\n- Thương binh và Xã hội chủ trì.', 'Giao Sở Lao động - Thương binh và Xã hội chủ trì.'],
    [
      'a cited number, which is no number line',
      'Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính\nphủ quy định.',
      'Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ quy định.',
    ],
    ['a place', 'TP Hồ Chí\nMinh, ngày 17 tháng 7 năm 2003', 'TP Hồ Chí Minh, ngày 17 tháng 7 năm 2003'],
    ['a proper name behind a dash', 'vùng Nam Hà Tĩnh\n- bắc Quảng Bình.', 'vùng Nam Hà Tĩnh - bắc Quảng Bình.'],
  ])('%s', (_, source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
  });

  it('a note below the text is none of its lines, a raised mark in small letters is', () => {
    expect(linesOf('1. Hoàn thành năm\n¹ Nghị quyết số 06-NQ/TW.')).toHaveLength(2);
    expect(linesOf('1. Hoàn thành năm\n¹ nghị quyết số 06-NQ/TW.')).toHaveLength(1);
  });

  it.each([
    ['the last word of a heading', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['a heading', 'CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['a heading before its last words', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['a body', 'ỦY\nBAN NHÂN DÂN', 'ỦY BAN NHÂN DÂN'],
    ['an authority', 'TM. ỦY BAN NHÂN\nDÂN', 'TM. ỦY BAN NHÂN DÂN'],
    ['a mark and its body', 'TM.\nỦY BAN NHÂN DÂN', 'TM. ỦY BAN NHÂN DÂN'],
    ['a place', 'Tam\nKỳ, ngày 19 tháng 6\nnăm 2007', 'Tam Kỳ, ngày 19 tháng 6 năm 2007'],
    ['a number', 'Số:\n14/2007/QĐ-UBND', 'Số: 14/2007/QĐ-UBND'],
  ])('%s that a copy broke in two', (_, source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
  });

  it.each([
    ['a body and its place', 'ỦY BAN NHÂN DÂN\nTỈNH SƠN LA'],
    ['two capacities', 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'],
    ['two columns', 'TỈNH ỦY HÀ TĨNH\nĐẢNG CỘNG SẢN VIỆT NAM'],
    ['a name above a place and date', 'Nguyễn Văn An,\nHà Nội, ngày 19 tháng 6 năm 2007'],
    ['the enacting word behind a comma', 'Theo đề nghị của Giám đốc Sở Nội vụ,\nQUYẾT ĐỊNH:'],
    ['the same in small letters', 'Theo đề nghị của Bộ trưởng Bộ Tài chính,\nQuyết định:'],
    ['a signature that is said to be there', 'Thủ tướng Chính phủ\n(Đã ký)'],
  ])('%s are two lines', (_, source) => {
    expect(linesOf(source)).toEqual(source.split('\n'));
  });

  it('a border drawn with “|” goes at the edge of a line and parts cells inside of it', () => {
    expect(linesOf('BỘ XÂY DỰNG |\n|\nSố: 5/BXD-PTĐT |\n')).toEqual(['BỘ XÂY DỰNG', 'Số: 5/BXD-PTĐT']);
    expect(linesOf('STT | Nội dung | Đơn vị |\n1 | Rà soát | Sở Xây dựng |\n')).toEqual(['STT\tNội dung\tĐơn vị', '1\tRà soát\tSở Xây dựng']);
    expect(normalizeText('BỘ XÂY DỰNG |\n').repairs).toMatchObject([{ rule: 'table-border', before: ' |', after: '' }]);
  });

  it('an indent of one tab makes no row of a line', () => {
    expect(linesOf('\t1. Rà soát quy hoạch.\n\t2. Lập kế hoạch.\n\t3. Báo cáo kết quả.')).toEqual(['1. Rà soát quy hoạch.', '2. Lập kế hoạch.', '3. Báo cáo kết quả.']);
    expect(linesOf('1\tA\n2\tB\n3\tC')).toEqual(['1\tA', '2\tB', '3\tC']);
  });

  it('over a page break, and the repair says so', () => {
    const source = printed('Ủy ban nhân dân thành phố giao Sở Xây dựng chủ trì,\n\nphối hợp với các đơn vị.\n');
    expect(tail(source, 1)).toEqual(['Ủy ban nhân dân thành phố giao Sở Xây dựng chủ trì, phối hợp với các đơn vị.']);
    expect(normalizeText(source).repairs.map((repair) => repair.rule)).toContain('join-page-break');
  });

  it('where every printed line is followed by a blank one, the missing blank line is the page break', () => {
    const lines = ['1. Mục đích của kế hoạch.', 'Mở đầu cho các nội dung.', 'Thống nhất về nhận thức,', 'hành động trong hệ thống.', 'Báo cáo kết quả hằng năm.'];
    expect(linesOf(lines.join('\n\n'))).toHaveLength(4);
    expect(linesOf(`${lines.slice(0, 3).join('\n\n')}\n${lines.slice(3).join('\n\n')}`)).toHaveLength(4);
  });

  it('a legal basis goes on to its mark, however short its printed line', () => {
    const basis = 'Xét đề nghị của Giám đốc\nSở Nông nghiệp và Phát triển nông thôn,';
    expect(tail(printed(basis), 1)).toEqual(['Xét đề nghị của Giám đốc Sở Nông nghiệp và Phát triển nông thôn,']);
    expect(tail(printed('Tham dự có Giám đốc\nSở Nông nghiệp và Phát triển nông thôn,'), 2)).toHaveLength(2);
  });

  it('a full line goes on even before a capital letter', () => {
    const source = printed('Ủy ban nhân dân thành phố giao các đơn vị phối hợp chặt chẽ với\nSở Xây dựng.');
    expect(tail(source, 1)).toEqual(['Ủy ban nhân dân thành phố giao các đơn vị phối hợp chặt chẽ với Sở Xây dựng.']);
  });
});

describe('a new line begins', () => {
  it.each([
    ['a heading', 'Nội dung kết thúc.\nI. MỤC ĐÍCH, YÊU CẦU', 2],
    ['a heading behind a heading', 'I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích', 2],
    ['a heading that follows an unended line', 'Các nội dung khác\n1. Mục đích của kế hoạch.', 2],
    ['an item', 'gồm:\n- Thống nhất;\n- Phối hợp.', 3],
    ['an item behind a line without an end', 'Yêu cầu\n- Thống nhất về nhận thức;', 2],
    ['an item of letters', 'gồm:\na) Nhóm nhiệm vụ;\nb) Nhóm giải pháp.', 3],
    ['a legal basis', 'Căn cứ Luật Xây dựng;\nCăn cứ Luật Quy hoạch;', 2],
    ['a sentence of its own', 'Giao Sở Xây dựng chủ trì.\nCác đơn vị phối hợp thực hiện.', 2],
    ['an article', 'Phạm vi\nĐiều 2. Đối tượng áp dụng', 2],
    ['"- Bắc Quảng Bình" with a capital letter', 'các vùng gồm:\n- Nam Hà Tĩnh;\n- Bắc Quảng Bình.', 3],
    ['the number', 'UBND THÀNH PHỐ HẢI PHÒNG\nSố: 08/KH-UBND', 2],
    ['the place and date', 'Độc lập - Tự do - Hạnh phúc\nHải Phòng, ngày 15 tháng 01 năm 2024', 2],
    ['the recipients', 'báo cáo kết quả thực hiện\nNơi nhận:', 2],
    ['the signature', 'báo cáo kết quả thực hiện,\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 3],
  ])('%s', (_, source, count) => {
    expect(linesOf(source)).toEqual(source.split('\n'));
    expect(linesOf(source)).toHaveLength(count);
  });

  it('a short line was ended on purpose', () => {
    const source = printed('Về phát triển đô thị\nThành phố tập trung nguồn lực.');
    expect(tail(source, 2)).toEqual(['Về phát triển đô thị', 'Thành phố tập trung nguồn lực.']);
  });

  it('lines of the letterhead stand alone', () => {
    const head = [
      'ỦY BAN NHÂN DÂN',
      'THÀNH PHỐ HẢI PHÒNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 08/KH-UBND',
      'Hải Phòng, ngày 15 tháng 01 năm 2024',
      'KẾ HOẠCH',
    ];
    expect(linesOf(head.join('\n'))).toEqual(head);
  });

  it('a title in capitals does not run into the sentence behind it', () => {
    expect(linesOf('KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT\nCăn cứ Luật Xây dựng;')).toHaveLength(2);
  });

  it('a heading in capitals that takes two lines is one', () => {
    expect(linesOf('II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU PHÁT TRIỂN\nĐÔ THỊ BỀN VỮNG\n1. Hoàn thiện thể chế')).toEqual([
      'II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU PHÁT TRIỂN ĐÔ THỊ BỀN VỮNG',
      '1. Hoàn thiện thể chế',
    ]);
  });
});

describe('columns printed side by side', () => {
  it('the letterhead: the left line, then the right one', () => {
    expect(
      linesOf(
        'UBND THÀNH PHỐ HẢI PHÒNG     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ XÂY DỰNG     Độc lập - Tự do - Hạnh phúc\nSố: 2563/SXD-PTĐT     Hải Phòng, ngày 27 tháng 05 năm 2024',
      ),
    ).toEqual([
      'UBND THÀNH PHỐ HẢI PHÒNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'SỞ XÂY DỰNG',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 2563/SXD-PTĐT',
      'Hải Phòng, ngày 27 tháng 05 năm 2024',
    ]);
  });

  it('… even where one blank is left between them', () => {
    expect(linesOf('UBND THÀNH PHỐ HẢI PHÒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toHaveLength(2);
  });

  it('recipients and signature', () => {
    expect(linesOf('Nơi nhận:          TM. ỦY BAN NHÂN DÂN\n- Như trên;          KT. CHỦ TỊCH\n- Lưu: VT.          PHÓ CHỦ TỊCH')).toEqual([
      'Nơi nhận:',
      'TM. ỦY BAN NHÂN DÂN',
      '- Như trên;',
      'KT. CHỦ TỊCH',
      '- Lưu: VT.',
      'PHÓ CHỦ TỊCH',
    ]);
  });

  it('a sentence that names the country is one line', () => {
    const sentence = 'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;';
    expect(linesOf(sentence)).toEqual([sentence]);
  });
});

describe('tables dumped with tabs', () => {
  it('rows are rows, and blanks beside the tabs go', () => {
    const { text, lines } = normalizeText('KẾ HOẠCH\nTT \t Chỉ tiêu \tĐơn vị\n1\tTỷ lệ  đô thị hóa\t%\n2\t\tđô thị\n');
    expect(text.split('\n')).toEqual(['KẾ HOẠCH', 'TT\tChỉ tiêu\tĐơn vị', '1\tTỷ lệ đô thị hóa\t%', '2\t\tđô thị']);
    expect(lines.map((line) => line.row)).toEqual([false, true, true, true]);
  });

  it('a row is never joined to its neighbour', () => {
    expect(linesOf('1\ta,\tvà\n2\tb\tc\n3\td\te')).toHaveLength(3);
  });

  it('a tab in a line of text is a blank', () => {
    expect(linesOf('Mở đầu.\n1.\tMục đích của kế hoạch.\nNội dung.')).toEqual(['Mở đầu.', '1. Mục đích của kế hoạch.', 'Nội dung.']);
  });

  it('paragraphs of a cell stay in their row', () => {
    expect(linesOf('1\t<p>Một;</p><p>Hai.</p>\tc\n2\tb\tc\n')).toEqual(['1\tMột; Hai.\tc', '2\tb\tc']);
  });
});

describe('quotations', () => {
  it('a block between quotation marks is known as one', () => {
    const { lines } = normalizeText('Sửa đổi Điều 1 như sau:\n“Điều 1. Phạm vi\n1. Kế hoạch này quy định.”\nĐiều 2. Hiệu lực');
    expect(lines.map((line) => line.quoted)).toEqual([false, true, true, false]);
  });

  it('a mark that closes on its own line opens no block', () => {
    const { lines } = normalizeText('“Đô thị” là khu vực.\nĐiều 2. Hiệu lực.\nKết thúc “.”');
    expect(lines.some((line) => line.quoted)).toBe(false);
  });

  it('a mark that never closes is a slip', () => {
    const { lines } = normalizeText('“Điều 1. Phạm vi\nĐiều 2. Hiệu lực.\nĐiều 3. Tổ chức.');
    expect(lines.some((line) => line.quoted)).toBe(false);
  });
});
