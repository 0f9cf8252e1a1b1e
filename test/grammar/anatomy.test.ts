import { describe, expect, it } from 'vitest';
import { anatomyGrammar } from '../../src/grammar/anatomy.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const anatomy = anatomyGrammar(knowledge);

describe('lines of a letterhead', () => {
  it.each(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])('%s is the national heading', (line) => {
    expect(anatomy.isNationalHeading(fold(line))).toBe(true);
  });

  it('the Party heading is another one, and a sentence is neither', () => {
    expect(anatomy.isPartyHeading(fold('ĐẢNG CỘNG SẢN VIỆT NAM'))).toBe(true);
    expect(anatomy.isNationalHeading(fold('ĐẢNG CỘNG SẢN VIỆT NAM'))).toBe(false);
    expect(anatomy.isPartyHeading(fold('Đảng Cộng sản Việt Nam lãnh đạo toàn diện công tác quy hoạch'))).toBe(false);
    expect(anatomy.isMotto(fold('Độc lập – Tự do – Hạnh phúc'))).toBe(true);
    expect(anatomy.isMotto(fold('Độc lập về tài chính'))).toBe(false);
  });

  it.each(['Số: 3824 /VP-QH', 'Số 42-CTr/HU', 'Số:      /KH-UBND', 'Số:', 'Nghị quyết số: 254/2025/QH15'])('%s is a number line', (line) => {
    expect(anatomy.numberLabel(fold(line))).toBeGreaterThan(0);
  });

  it.each(['Số lượng đô thị', 'Số hóa dữ liệu', 'Sổ 12'])('%s is none', (line) => {
    expect(anatomy.numberLabel(fold(line))).toBe(-1);
  });

  it('place and date', () => {
    expect(anatomy.placeDate(fold('Hải Phòng, ngày 07 tháng 6 năm 2024'))).toEqual({ place: 'hải phòng', date: 'ngày 07 tháng 6 năm 2024' });
    expect(anatomy.placeDate(fold('Hà Tĩnh, ngày    tháng 3 năm 2010'))?.place).toBe('hà tĩnh');
    expect(anatomy.placeDate(fold('TP. Hồ Chí Minh, ngày … tháng … năm 2024'))?.place).toBe('tp. hồ chí minh');
    expect(anatomy.placeDate(fold('ngày 24/01/2022'))).toBeNull();
    expect(anatomy.placeDate(fold('Quyết định số 12/QĐ-TTg, ngày 24/01/2022'))).toBeNull();
  });
});

describe('lines of a signature', () => {
  it.each([
    'TM. ỦY BAN NHÂN DÂN',
    'KT. CHỦ TỊCH',
    'T/M BAN THƯỜNG VỤ',
    'K/T TRƯỞNG BAN',
    'TL. BỘ TRƯỞNG',
    'TUQ. CHỦ TỊCH',
    'T/L BAN THƯỜNG VỤ',
    'Q. GIÁM ĐỐC',
    'TM.ỦY BAN NHÂN DÂN',
  ])('%s says for whom', (line) => {
    expect(anatomy.isAuthority(line)).toBe(true);
  });

  it.each(['TMĐT', 'KT-XH của huyện', 'tm. ủy ban', 'Kế hoạch', 'TP. Hải Phòng'])('%s does not', (line) => {
    expect(anatomy.isAuthority(line)).toBe(false);
  });

  it.each(['CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'PHÓ BÍ THƯ THƯỜNG TRỰC', 'GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG', 'CHỦ TỊCH UBND HUYỆN'])('%s says as what', (line) => {
    expect(anatomy.isCapacity(line)).toBe(true);
  });

  it.each(['Chủ tịch', 'ỦY BAN NHÂN DÂN', 'Giám đốc Sở Xây dựng chịu trách nhiệm'])('%s does not', (line) => {
    expect(anatomy.isCapacity(line)).toBe(false);
  });

  it.each(['Nguyễn Văn A', 'Lê Anh Quân', 'TRẦN VĂN HIỆP', 'TS. Phạm Văn Bình', 'Nguyễn Thị Thanh Hoài', 'Y Thanh Hà'])('%s is a person', (line) => {
    expect(anatomy.isPersonName(line)).toBe(true);
  });

  it.each(['Nguyễn', 'Sở xây dựng', 'Tổ chức thực hiện', 'A, B', 'Á Ă', 'Mục 1', ''])('%j is not', (line) => {
    expect(anatomy.isPersonName(line)).toBe(false);
  });
});

describe('two columns on one line', () => {
  const left = (line: string) => {
    const at = anatomy.columnBreak(line);
    return at < 0 ? null : [line.slice(0, at).trim(), line.slice(at).trim()];
  };

  it.each([
    ['UBND THÀNH PHỐ HẢI PHÒNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'UBND THÀNH PHỐ HẢI PHÒNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['SỞ XÂY DỰNG Độc lập - Tự do - Hạnh phúc', 'SỞ XÂY DỰNG', 'Độc lập - Tự do - Hạnh phúc'],
    ['Số: 2563/SXD-PTĐT Hải Phòng, ngày 27 tháng 05 năm 2024', 'Số: 2563/SXD-PTĐT', 'Hải Phòng, ngày 27 tháng 05 năm 2024'],
    ['HUYỆN ỦY AN LÃO ĐẢNG CỘNG SẢN VIỆT NAM', 'HUYỆN ỦY AN LÃO', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['Nơi nhận: TM. ỦY BAN NHÂN DÂN', 'Nơi nhận:', 'TM. ỦY BAN NHÂN DÂN'],
    ['HỎA TỐC    KẾ HOẠCH', 'HỎA TỐC', 'KẾ HOẠCH'],
    ['CÔNG ĐIỆN\t\tKHẨN', 'CÔNG ĐIỆN', 'KHẨN'],
    ['- Như trên;      KT. GIÁM ĐỐC', '- Như trên;', 'KT. GIÁM ĐỐC'],
    ['- Ủy ban MTTQVN tỉnh;   rân Ngọc An', '- Ủy ban MTTQVN tỉnh;', 'rân Ngọc An'],
  ])('%s', (line, first, second) => {
    expect(left(line)).toEqual([first, second]);
  });

  it.each([
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Hải Phòng, ngày 27 tháng 05 năm 2024',
    'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;',
    'Đẩy mạnh tuyên truyền về Đảng Cộng sản Việt Nam',
    '1.  Giao các cơ quan',
    'Xây dựng   nông thôn mới',
    'CÔNG ĐIỆN KHẨN',
    'Văn bản hỏa tốc   Văn bản thường',
    '- Cục Thuế tỉnh; Sở Y tế;',
    '- Rà soát\t- Sở Y tế;',
  ])('%s is one', (line) => {
    expect(left(line)).toBeNull();
  });
});
