import { describe, expect, it } from 'vitest';
import { documentOf, documentsOf } from '../stages.ts';
import { identity, issuer, PARTY, STATE } from './letterheads.ts';

describe('a State document', () => {
  it('says who issued what, when', () => {
    expect(identity(STATE)).toMatchObject({
      system: 'state',
      documentType: { code: 'KH', name: 'Kế hoạch', derived: false },
      number: { value: '08/KH-UBND', raw: 'Số: 08/KH-UBND', serial: 8, separator: '/', derived: false },
      issuedOn: { value: '2024-01-15', precision: 'day', derived: false },
      place: { value: 'Hải Phòng' },
      issuer: { name: 'Ủy ban nhân dân thành phố Hải Phòng', territory: { id: 'vn-hp' }, derived: false },
      title: { value: 'Triển khai thực hiện Nghị quyết số 06-NQ/TW' },
    });
  });

  it('each value points at its words', () => {
    const { number, issuedOn, place, title, documentType } = identity(STATE);
    expect(number?.evidence).toMatchObject({ quote: 'Số: 08/KH-UBND', lines: [5, 5] });
    expect(issuedOn.evidence).toMatchObject({ quote: 'Hải Phòng, ngày 15 tháng 01 năm 2024', lines: [6, 6] });
    expect(place?.evidence.quote).toBe('Hải Phòng');
    expect(title?.evidence.quote).toBe('Triển khai thực hiện Nghị quyết số 06-NQ/TW');
    expect(documentType?.evidence?.quote).toBe('KẾ HOẠCH');
  });

  it('is complete but for its signature', () => {
    expect(documentOf(STATE).completeness).toEqual({ header: 'complete', body: 'complete', signature: 'missing' });
  });
});

describe('a letterhead of another form', () => {
  const council = (above: string) => `HỘI ĐỒNG NHÂN DÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 18/2013/NQ-HĐND
Tuy Hòa, ngày 12 tháng 7 năm 2013
VỀ VIỆC QUY ĐỊNH MỨC THU PHÍ THƯ VIỆN
${above}
KHÓA VI, KỲ HỌP THỨ 7
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26/11/2003;
QUYẾT NGHỊ:
Điều 1. Quy định mức thu.
`;

  it('a body without its place is that of the line above the legal bases', () => {
    expect(identity(council('HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN')).issuer).toMatchObject({ id: 'vn-py.hdnd-tinh', name: 'Hội đồng nhân dân tỉnh Phú Yên', derived: true });
  });

  it('the line may have the kind of the place only, which the town it is dated at lies in', () => {
    expect(identity(council('HỘI ĐỒNG NHÂN DÂN TỈNH')).issuer).toMatchObject({ id: 'vn-py.hdnd-tinh', name: 'Hội đồng nhân dân tỉnh Phú Yên', derived: true });
  });

  it('where that line has no place either, nothing is known of it', () => {
    expect(identity(council('HỘI ĐỒNG NHÂN DÂN')).issuer).toMatchObject({ id: null, name: 'Hội đồng nhân dân', territory: null });
  });

  it('a legal basis with its day is no place with its date', () => {
    const text = `THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 127/QĐ-TTg
Hà Nội, ngày 25 tháng 01 năm 2018
DUYỆT NHIỆM VỤ QUY HOẠCH XÂY DỰNG VÙNG TỈNH GIA LAI ĐẾN NĂM 2035
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt nhiệm vụ.
`;
    expect(identity(text)).toMatchObject({ title: { value: 'DUYỆT NHIỆM VỤ QUY HOẠCH XÂY DỰNG VÙNG TỈNH GIA LAI ĐẾN NĂM 2035' }, issuedOn: { value: '2018-01-25' } });
  });

  it('two bodies on one line issue a document together', () => {
    const text = `THƯỜNG TRỰC
HĐND - UBND TỈNH HÒA BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 06/QC-TT.HĐND-UBND
Hòa Bình, ngày 20 tháng 3 năm 2019
QUY CHẾ
Phối hợp công tác
Điều 1. Phạm vi phối hợp
Điều 2. Nguyên tắc phối hợp
`;
    expect(identity(text)).toMatchObject({
      number: { value: '06/QC-TT.HĐND-UBND' },
      issuer: { id: null, name: 'Thường trực Hội đồng nhân dân - Ủy ban nhân dân tỉnh Hòa Bình', territory: { id: 'vn-hb' } },
    });
    // One body alone, whose name has a dash, is one body.
    expect(issuer(text.replace('HĐND - UBND TỈNH HÒA BÌNH', 'HĐND TỈNH HÒA BÌNH').replace('THƯỜNG TRỰC\n', ''))).toEqual(['vn-hb.hdnd-tinh', 'Hội đồng nhân dân tỉnh Hòa Bình']);
  });

  it('a title above the name of the country is no body', () => {
    const text = `NGHỊ QUYẾT SỐ 214 NQ/UBTVQH9 NGÀY 26-8-1994
CỦA ỦY BAN THƯỜNG VỤ QUỐC HỘI QUY ĐỊNH SỐ PHÓ CHỦ TỊCH
ỦY BAN THƯỜNG VỤ QUỐC HỘI
NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Căn cứ Luật tổ chức Hội đồng nhân dân và Ủy ban nhân dân (sửa đổi);
QUYẾT NGHỊ:
Hội đồng nhân dân tỉnh bầu một Phó Chủ tịch.
TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI
Chủ tịch
NÔNG ĐỨC MẠNH
`;
    expect(issuer(text)?.[1]).toBe('Ủy ban Thường vụ Quốc hội');
  });
});

describe('a Party document', () => {
  it('says who issued what, when', () => {
    expect(identity(PARTY)).toMatchObject({
      system: 'party',
      documentType: { code: 'CTr', name: 'Chương trình hành động' },
      number: { value: '42-CTr/HU', separator: '-' },
      issuedOn: { value: '2024-03-06' },
      issuer: { id: 'vn-hp-thuy-nguyen.huyen-uy', name: 'Huyện ủy Thủy Nguyên' },
    });
  });
});

describe('the number', () => {
  const number = (line: string) => identity(STATE.replace('Số: 08/KH-UBND', line)).number;

  it.each([
    ['Số: 3824 /VP-QH', '3824/VP-QH'],
    ['Số 08 KH-UBND', '08/KH-UBND'],
    ['Số: 08/2024/QĐ-UBND', '08/2024/QĐ-UBND'],
  ])('%s', (line, value) => {
    expect(number(line)).toMatchObject({ value, raw: line });
  });

  it('a blank one is known as such', () => {
    expect(number('Số:      /KH-UBND')).toMatchObject({ value: null, notation: 'KH-UBND' });
  });

  it('cut by a line end', () => {
    expect(number('Số: 08/KH-\nUBND')).toMatchObject({ value: '08/KH-UBND' });
  });
});

describe('the day of issue', () => {
  const issued = (line: string) => {
    const { value, precision } = identity(STATE.replace('Hải Phòng, ngày 15 tháng 01 năm 2024', line)).issuedOn;
    return [value, precision];
  };

  it.each([
    ['Hải Phòng, ngày 07 tháng 6 năm 2024', ['2024-06-07', 'day']],
    ['Hải Phòng, ngày    tháng 3 năm 2010', ['2010-03', 'month']],
    ['Hải Phòng, ngày … tháng … năm 2024', ['2024', 'year']],
    ['Hải Phòng, ngày .. tháng .. năm 2024', ['2024', 'year']],
    ['Hải Phòng, ngày #& tháng 7 năm 2024', ['2024-07', 'month']],
    ['Hải Phòng, ngày … tháng … năm …', [null, null]],
    ['Hải Phòng, ngày 31 tháng 4 năm 2024', [null, null]],
  ])('%s', (line, expected) => {
    expect(issued(line)).toEqual(expected);
  });

  it('without a day the document is no older than what it cites', () => {
    const text = STATE.replace('Hải Phòng, ngày 15 tháng 01 năm 2024\n', '').replace(
      '1. Quán triệt.',
      '1. Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 và Chương trình số 59-CTr/TU ngày 07/11/2023.',
    );
    expect(identity(text).issuedOn).toMatchObject({ value: null, notBefore: '2023-11-07' });
  });

  it('of a resolution stands in its last sentence', () => {
    const text = `QUỐC HỘI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nNghị quyết số: 254/2025/QH15\nNGHỊ QUYẾT\nVề phát triển đô thị\nĐiều 1. Phạm vi\nĐiều 2. Hiệu lực\nNghị quyết này được Quốc hội khóa XV, kỳ họp thứ 10 thông qua ngày 11 tháng 12 năm 2025.\n`;
    expect(identity(text).issuedOn).toMatchObject({ value: '2025-12-11', derived: true });
  });
});

describe('where the letterhead is lost', () => {
  const body = `KẾ HOẠCH
Triển khai thực hiện Nghị quyết số 06-NQ/TW
Căn cứ Luật Quy hoạch;
I. MỤC ĐÍCH
1. Quán triệt trong toàn huyện An Lão, thành phố Hải Phòng.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
PHỤ LỤC I
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 08/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân thành phố Hải Phòng)
1. Lập quy hoạch.
`;

  it('the caption of the annex tells number and day, and that they are derived', () => {
    expect(identity(body)).toMatchObject({ number: { value: '08/KH-UBND', derived: true }, issuedOn: { value: '2024-01-15', derived: true } });
    expect(documentOf(body).completeness.header).toBe('missing');
  });

  it('a caption that names a document of another type does not', () => {
    expect(identity(body.replace('Kế hoạch số 08/KH-UBND', 'Quyết định số 08/QĐ-UBND')).number).toBeNull();
  });

  it('the title tells the issuer', () => {
    const text =
      'CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY\nthực hiện Nghị quyết số 06-NQ/TW\nI. MỤC ĐÍCH\n1. Quán triệt trong toàn huyện Thủy Nguyên, thành phố Hải Phòng.\n';
    expect(identity(text).issuer).toMatchObject({ id: expect.stringMatching(/^vn-hp-thuy-nguyen\./), derived: true });
  });

  it('the signature tells the issuer', () => {
    expect(identity(body.split('PHỤ LỤC')[0] as string).issuer).toMatchObject({ name: expect.stringMatching(/^Ủy ban nhân dân/), derived: true });
  });

  it('nothing tells: null, no guess', () => {
    expect(identity('KẾ HOẠCH\nTriển khai công tác\nI. MỤC ĐÍCH\n1. Quán triệt.\nII. NHIỆM VỤ\n1. Rà soát.\n')).toMatchObject({
      number: null,
      issuer: null,
      place: null,
      issuedOn: { value: null, precision: null },
    });
  });
});

describe('signatures', () => {
  const signed = (end: string) => identity(`${STATE}${end}`).signatories.map(({ authority, capacity, name }) => [authority, capacity, name]);

  it.each([
    ['TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn A']],
    ['TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A', ['TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nguyễn Văn A']],
    ['KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nNguyễn Văn A', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nguyễn Văn A']],
    ['CHỦ TỊCH\nNguyễn Văn A', [null, 'CHỦ TỊCH', 'Nguyễn Văn A']],
    ['T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ', ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', null]],
    ['Nơi nhận:\n- Lưu: VT.\nNguyễn Văn A', [null, null, 'Nguyễn Văn A']],
  ])('%j', (end, expected) => {
    expect(signed(`${end}\n`)).toEqual([expected]);
  });

  it('two agencies sign one circular, read left then right or line by line', () => {
    const both = [
      ['KT. BỘ TRƯỞNG BỘ NỘI VỤ', 'THỨ TRƯỞNG', 'Nguyễn Văn A'],
      ['KT. BỘ TRƯỞNG BỘ XÂY DỰNG', 'THỨ TRƯỞNG', 'Trần Văn B'],
    ];
    expect(signed('KT. BỘ TRƯỞNG BỘ NỘI VỤ\nKT. BỘ TRƯỞNG BỘ XÂY DỰNG\nTHỨ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Văn A\nTrần Văn B\n')).toEqual(both);
    expect(signed('KT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG\nNguyễn Văn A\nKT. BỘ TRƯỞNG BỘ XÂY DỰNG\nTHỨ TRƯỞNG\nTrần Văn B\n')).toEqual(both);
  });

  it('nobody signed', () => {
    expect(signed('2. Báo cáo.\n')).toEqual([]);
  });

  it('the title of an attached regulation is no signatory', () => {
    expect(signed('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\nQUY CHẾ\nHOẠT ĐỘNG CỦA BAN CHỈ ĐẠO\n(Ban hành kèm theo Kế hoạch số 08/KH-UBND)\nĐiều 1. Phạm vi\n')).toEqual([
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn A'],
    ]);
  });

  it('recipients without their dashes', () => {
    const { recipients } = identity(`${STATE}Nơi nhận:\n- Như trên;\n- CT, các PCT; Sở Xây dựng;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn A\n`);
    expect(recipients.map((recipient) => recipient.value)).toEqual(['Như trên', 'CT, các PCT', 'Sở Xây dựng', 'Lưu: VT']);
  });
});

describe('what is no directive', () => {
  it('is set aside, with the reason', () => {
    expect(documentsOf('Danh bạ điện thoại của cơ quan.\nPhòng một: 123.\n')).toEqual([]);
  });

  it('a text that breaks off says so', () => {
    expect(documentOf(`${STATE}2. Các sở, ban, ngành, đoàn thể thành phố và Ủy ban nhân dân các quận, huyện chủ động phối hợp\n`).completeness.body).toBe('truncated');
    expect(documentOf(`${STATE}2. Các sở, ban, ngành, đoàn thể thành phố và Ủy ban nhân dân các quận, huyện chủ động phối hợp.\n`).completeness.body).toBe('complete');
  });
});
