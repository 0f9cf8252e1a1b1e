import { describe, expect, it } from 'vitest';
import { identity, PARTY, STATE } from './letterheads.ts';

describe('type and title', () => {
  const withTitle = (title: string) => identity(STATE.replace('KẾ HOẠCH\nTriển khai thực hiện Nghị quyết số 06-NQ/TW', title));

  it('a letter has no type printed: its number tells it', () => {
    const letter = `${STATE.split('KẾ HOẠCH')[0]?.replace('08/KH-UBND', '2416/UBND-QH')}V/v triển khai Kết luận số 334-KL/TU\nKính gửi: Sở Xây dựng\nGiao Sở Xây dựng chủ trì.\n`;
    expect(identity(letter)).toMatchObject({
      documentType: { code: null, name: 'Công văn', derived: true },
      title: { value: 'triển khai Kết luận số 334-KL/TU' },
      addressees: [{ value: 'Sở Xây dựng' }],
    });
  });

  it('a title in capitals is one where only the number has a type', () => {
    const report = (words: string) => identity(PARTY.replace('42-CTr', '42-BC').replace('CHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết số 06-NQ/TW', words)).title?.value;
    expect(report('KẾT QUẢ CÔNG TÁC NĂM 2023,\nNHIỆM VỤ NĂM 2024')).toBe('KẾT QUẢ CÔNG TÁC NĂM 2023, NHIỆM VỤ NĂM 2024');
    expect(report('BAN THƯỜNG VỤ HUYỆN ỦY')).toBeUndefined();
  });

  it('a title on several lines is one', () => {
    expect(withTitle('KẾ HOẠCH\nTRIỂN KHAI THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG\nPHÁT TRIỂN ĐÔ THỊ').title?.value).toBe(
      'TRIỂN KHAI THỰC HIỆN CHƯƠNG TRÌNH HÀNH ĐỘNG PHÁT TRIỂN ĐÔ THỊ',
    );
  });

  it('"CỦA …" below the type says who, not what', () => {
    expect(withTitle('CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA BAN THƯỜNG VỤ THÀNH ỦY\nThực hiện Nghị quyết số 06-NQ/TW').title?.value).toBe('Thực hiện Nghị quyết số 06-NQ/TW');
  });

  it('number and day in the line below the body, as law collections print them', () => {
    const text =
      'QUYẾT ĐỊNH\nCỦA BỘ TRƯỞNG BỘ XÂY DỰNG\nSỐ 14/2006/QĐ-BXD NGÀY 27 THÁNG 02 NĂM 2006 BAN HÀNH\nQUY ĐỊNH VỀ TÀI LIỆU KHẢO SÁT\n\nBỘ TRƯỞNG BỘ XÂY DỰNG\n\nCăn cứ Luật Xây dựng ngày 26/11/2003;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành quy định.\n';
    expect(identity(text)).toMatchObject({
      documentType: { code: 'QĐ' },
      number: { value: '14/2006/QĐ-BXD', derived: false },
      issuedOn: { value: '2006-02-27', precision: 'day' },
      title: { value: 'BAN HÀNH QUY ĐỊNH VỀ TÀI LIỆU KHẢO SÁT' },
    });
    // A number that the title cites is another document's.
    expect(withTitle('QUYẾT ĐỊNH\nCỦA BỘ TRƯỞNG BỘ XÂY DỰNG\nVỀ VIỆC THỰC HIỆN CHỈ THỊ SỐ 07/CT-TTg').number?.value).toBe(identity(STATE).number?.value);
  });

  it('the type alone has no title', () => {
    expect(withTitle('QUYẾT ĐỊNH').title).toBeNull();
  });

  it('urgency and secrecy', () => {
    const stamped = identity(`HỎA TỐC\nMẬT\n${STATE}`);
    expect(stamped.urgency?.value).toBe('HỎA TỐC');
    expect(stamped.confidentiality?.value).toBe('MẬT');
    expect(identity(STATE).urgency).toBeNull();
  });
});

describe('a title in small letters', () => {
  const title = (lines: string) => identity(STATE.replace('Triển khai thực hiện Nghị quyết số 06-NQ/TW', lines)).title?.value;

  it('may have two halves joined by a semicolon', () => {
    expect(title('Kết quả 6 tháng đầu năm;\nPhương hướng nhiệm vụ 6 tháng cuối năm 2024')).toBe('Kết quả 6 tháng đầu năm; Phương hướng nhiệm vụ 6 tháng cuối năm 2024');
  });

  it('a clause that ends in a semicolon above others is none', () => {
    expect(title('Thực hiện quy hoạch;\nCăn cứ Luật Đất đai;')).toBeUndefined();
  });
});
