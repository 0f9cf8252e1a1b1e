import { describe, expect, it } from 'vitest';
import { splitText } from '../stages.ts';

/** The parts of a text: kind, reason, first and last line. */
const parts = (text: string) =>
  splitText(text).map(({ kind, reason, content }) => {
    const lines = content.text.split('\n');
    return [kind, reason, lines[0], lines.at(-1)];
  });
const documents = (text: string) => splitText(text).filter((part) => part.kind === 'document').length;

const STATE = (number = 'Số: 3824/VP-QH') => `ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
${number}
Hải Phòng, ngày 07 tháng 6 năm 2024
`;
const PARTY = `HUYỆN ỦY AN LÃO
*
Số 1155-CV/HU
ĐẢNG CỘNG SẢN VIỆT NAM
An Lão, ngày 06 tháng 3 năm 2024
`;
const BODY = `Kính gửi: Sở Xây dựng
Giao Sở Xây dựng chủ trì, phối hợp với các đơn vị thực hiện.
`;
const END = `Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Nguyễn Văn A
`;

describe('one file, one document', () => {
  it('a letter', () => {
    expect(parts(STATE() + BODY + END)).toEqual([['document', null, 'ỦY BAN NHÂN DÂN', 'Nguyễn Văn A']]);
  });

  it('a text that is no letter', () => {
    expect(parts('I. MỤC ĐÍCH\n1. Mục đích.')).toEqual([['document', null, 'I. MỤC ĐÍCH', '1. Mục đích.']]);
  });

  it('annexes stay with their document', () => {
    expect(documents(`${STATE() + BODY + END}PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 08/KH-UBND)\n1. Rà soát.\n`)).toBe(1);
  });

  it('a letterhead in the middle of an unfinished document is its own, displaced', () => {
    expect(documents(`CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết\nI. MỤC ĐÍCH\n1. Quán triệt,\n${PARTY}cụ thể hóa Nghị quyết.\n2. Yêu cầu.\n${END}`)).toBe(1);
  });

  it('the name of the country in a sentence begins nothing', () => {
    expect(documents(`${STATE() + BODY + END}Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nSố: 12/KH-UBND\n`)).toBe(1);
  });
});

describe('a letterhead behind an ended document begins the next one', () => {
  it('with the lines of the left column that stand before it', () => {
    const second = `UBND THÀNH PHỐ HẢI PHÒNG
SỞ XÂY DỰNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 2563/SXD-PTĐT
Hải Phòng, ngày 27 tháng 05 năm 2024
`;
    expect(parts(STATE() + BODY + END + second + BODY)).toEqual([
      ['document', null, 'ỦY BAN NHÂN DÂN', 'Nguyễn Văn A'],
      ['document', null, 'UBND THÀNH PHỐ HẢI PHÒNG', 'Giao Sở Xây dựng chủ trì, phối hợp với các đơn vị thực hiện.'],
    ]);
  });

  it('with both columns on one line', () => {
    expect(
      documents(
        `${STATE() + BODY + END}UBND THÀNH PHỐ HẢI PHÒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ XÂY DỰNG Độc lập - Tự do - Hạnh phúc\nSố: 2563/SXD-PTĐT Hải Phòng, ngày 27 tháng 05 năm 2024\n${BODY}`,
      ),
    ).toBe(2);
  });

  it('of the Party behind one of the State', () => {
    expect(documents(STATE() + BODY + END + PARTY + BODY + END)).toBe(2);
  });

  it('three of them', () => {
    expect(documents((STATE() + BODY + END).repeat(3))).toBe(3);
  });

  it('behind the end mark, where the signature was lost', () => {
    expect(documents(`${STATE() + BODY}Báo cáo kết quả thực hiện theo quy định./.\n${STATE('Số: 12/KH-UBND')}${BODY}`)).toBe(2);
  });
});

describe('it begins none', () => {
  it('without a number or a date below it', () => {
    expect(documents(`${STATE() + BODY + END}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐỀ NGHỊ\n`)).toBe(1);
  });

  it('in a form to be filled in', () => {
    expect(documents(`${STATE() + BODY + END}Mẫu số 01\n${STATE('Số:      /KH-UBND')}KẾ HOẠCH\n`)).toBe(1);
  });

  it('between quotation marks', () => {
    expect(documents(`${STATE() + BODY}Nội dung văn bản đã ký./.\n“${STATE()}KẾ HOẠCH thực hiện.”\n`)).toBe(1);
  });

  it('in a block quotation', () => {
    const quoted = (STATE() + BODY).replace(/^/gm, '> ');
    expect(documents(`# KẾ HOẠCH\n\n${BODY}\n${END}\n${quoted}`)).toBe(1);
  });
});

describe('what a recognition model invented', () => {
  const invented = `Handwritten text at the top of the page, appearing to be a header or title.
Printed text in the middle of the page, with a possible signature below.
`;

  it('is noise behind the end of a document', () => {
    expect(parts(STATE() + BODY + END + invented)).toEqual([
      ['document', null, 'ỦY BAN NHÂN DÂN', 'Nguyễn Văn A'],
      [
        'noise',
        'invented-tail',
        'Handwritten text at the top of the page, appearing to be a header or title.',
        'Printed text in the middle of the page, with a possible signature below.',
      ],
    ]);
  });

  it('a file of nothing else is noise altogether', () => {
    expect(parts(invented)).toEqual([['noise', 'no-vietnamese', expect.stringMatching(/^Handwritten/), expect.stringMatching(/below\.$/)]]);
  });

  it('one line that speaks of a page is noise too', () => {
    for (const line of ['Handwritten signature or name written in ink across the bottom left of the page.', 'The image shows a red stamp and a signature.'])
      expect(parts(`${STATE() + BODY + END}${line}\n`)[1]).toEqual(['noise', 'invented-tail', line, line]);
  });

  it('one line of English may be part of the document', () => {
    expect(documents(`${STATE() + BODY + END}Ministry of Construction and the People's Committee of Hai Phong City\n`)).toBe(1);
    expect(parts(`${STATE() + BODY + END}Ministry of Construction and the People's Committee of Hai Phong City\n`)).toHaveLength(1);
  });

  it('Vietnamese behind it keeps it in', () => {
    expect(parts(`${STATE() + BODY + invented}Báo cáo kết quả thực hiện.\n`)).toHaveLength(1);
  });
});
