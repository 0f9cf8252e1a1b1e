import { describe, expect, it } from 'vitest';
import { documentOf, documentsOf } from '../stages.ts';

const identity = (text: string) => documentOf(text).identity;
const issuer = (text: string) => {
  const found = identity(text).issuer;
  return found && [found.id, found.name];
};

const STATE = `ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 08/KH-UBND
Hải Phòng, ngày 15 tháng 01 năm 2024
KẾ HOẠCH
Triển khai thực hiện Nghị quyết số 06-NQ/TW
Căn cứ Luật Quy hoạch;
I. MỤC ĐÍCH
1. Quán triệt.
`;
const PARTY = `HUYỆN ỦY THỦY NGUYÊN
*
Số 42-CTr/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Thủy Nguyên, ngày 06 tháng 3 năm 2024
CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 06-NQ/TW
I. MỤC ĐÍCH
1. Quán triệt.
`;

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

describe("a commune's Party committee", () => {
  const committee = (name: string) => `ĐẢNG BỘ TỈNH QUẢNG NAM
${name}
*
Số 07-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Tam Kỳ, ngày 03 tháng 3 năm 2025
KẾ HOẠCH
thực hiện Nghị quyết số 57-NQ/TW
1. Triển khai.
`;

  it('is in the commune it names, not in the district or town of that name', () => {
    expect(identity(committee('ĐẢNG ỦY XÃ TAM KỲ')).issuer).toMatchObject({ id: null, name: 'Đảng ủy xã Tam Kỳ', territory: { id: null, name: 'xã Tam Kỳ' } });
    expect(identity(committee('ĐẢNG ỦY XÃ BẢO HÀ')).issuer).toMatchObject({ id: null, name: 'Đảng ủy xã Bảo Hà' });
  });

  it("the town's own committee is in the town", () => {
    expect(identity(committee('THÀNH ỦY TAM KỲ')).issuer).toMatchObject({ territory: { id: 'vn-qna-tam-ky' } });
  });
});

describe('the resolution of a Party congress', () => {
  const TITLE = `NGHỊ QUYẾT
ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH BẮC GIANG LẦN THỨ XIX, NHIỆM KỲ 2020 - 2025
I. Nhất trí những nội dung cơ bản về đánh giá kết quả.
1. Tỷ lệ đô thị hóa đạt 32%.
`;
  const congress = { id: 'vn-bg.dai-hoi-dang-bo-tinh', name: 'Đại hội đại biểu Đảng bộ tỉnh Bắc Giang' };

  it('is that of the body in its letterhead, whichever of its meetings it is', () => {
    const letterhead = 'ĐẢNG BỘ TỈNH BẮC GIANG\nĐẠI HỘI ĐẠI BIỂU LẦN THỨ XIX\n*\nSố 01-NQ/ĐH\nĐẢNG CỘNG SẢN VIỆT NAM\nBắc Giang, ngày 15 tháng 10 năm 2020\n';
    expect(identity(letterhead + TITLE)).toMatchObject({ system: 'party', number: { value: '01-NQ/ĐH' }, issuer: congress });
  });

  it('in a newspaper begins behind the words of the paper, and is of the congress in its title', () => {
    const paper = 'Toàn văn Nghị quyết Đại hội\nChiều 15/10, tại phiên bế mạc Đại hội, 100% đại biểu đã biểu quyết thông qua Nghị quyết. Sau đây là toàn văn.\n';
    expect(identity(paper + TITLE)).toMatchObject({ documentType: { code: 'NQ' }, title: { value: TITLE.split('\n')[1] }, issuer: { ...congress, derived: true } });
  });

  it('words above a type name that has no title in capitals below belong to the document', () => {
    const [document] = documentsOf(
      `Căn cứ tình hình thực tế của địa phương và đề nghị của các cơ quan, đơn vị có liên quan.\nKẾ HOẠCH\n1. Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022.\n`,
    );
    expect(document?.text).toMatch(/^Căn cứ/u);
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

describe('the issuer', () => {
  const head = (left: string, place = 'Hải Phòng') =>
    `${left}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 08/KH-XX\n${place}, ngày 15 tháng 01 năm 2024\nKẾ HOẠCH\nTriển khai công tác\nI. MỤC ĐÍCH\n1. Quán triệt.\n`;

  it.each([
    ['UBND THÀNH PHỐ HẢI PHÒNG\nSỞ XÂY DỰNG', 'vn-hp.so-xay-dung', 'Sở Xây dựng thành phố Hải Phòng'],
    ['BỘ XÂY DỰNG', 'bo-xay-dung', 'Bộ Xây dựng'],
    ['THỦ TƯỚNG CHÍNH PHỦ', 'thu-tuong', 'Thủ tướng Chính phủ'],
  ])('%j', (left, id, name) => {
    expect(issuer(head(left))).toEqual([id, name]);
  });

  it('that was reorganised is the one of the day of issue', () => {
    const later = head('UBND THÀNH PHỐ HẢI PHÒNG\nSỞ XÂY DỰNG').replace('ngày 15 tháng 01 năm 2024', 'ngày 15 tháng 5 năm 2025');
    expect(issuer(later)).toEqual(['vn-hp.so-xay-dung-2025', 'Sở Xây dựng thành phố Hải Phòng']);
  });

  it('is the last body of the left column, not its superior', () => {
    expect(issuer(head('ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nVĂN PHÒNG'))?.[1]).toMatch(/^Văn phòng Ủy ban nhân dân/);
  });

  it('a body in no list keeps its name, without an id', () => {
    expect(issuer(head('UBND THÀNH PHỐ HẢI PHÒNG\nBAN CHỈ ĐẠO ĐÔ THỊ THÔNG MINH'))).toEqual([null, expect.stringMatching(/^Ban Chỉ đạo đô thị thông minh/i)]);
  });

  it('has the place that stands below it, also where no registry knows it; a body below it is none', () => {
    expect(issuer(head('TỔNG LIÊN ĐOÀN LAO ĐỘNG\nVIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH\nPHÚ LONG', 'Phú Long'))?.[1]).toBe('Liên đoàn Lao động tỉnh Phú Long');
    expect(issuer(head('ỦY BAN NHÂN DÂN TỈNH\nTỔ CÔNG TÁC ĐỀ ÁN 06', 'Phú Long'))?.[1]).toBe('Tổ Công Tác Đề Án 06');
  });

  it('An Lão of Hải Phòng, because the plan speaks of Hải Phòng', () => {
    const text = head('ỦY BAN NHÂN DÂN\nHUYỆN AN LÃO', 'An Lão').replace('1. Quán triệt.', '1. Thực hiện chỉ đạo của Ủy ban nhân dân thành phố Hải Phòng.');
    expect(issuer(text)?.[0]).toMatch(/^vn-hp-an-lao\./);
  });

  it('An Lão of Bình Định, because the plan speaks of Bình Định', () => {
    const text = head('ỦY BAN NHÂN DÂN\nHUYỆN AN LÃO', 'An Lão').replace('1. Quán triệt.', '1. Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh Bình Định.');
    expect(issuer(text)?.[0]).toMatch(/^vn-bdi-an-lao\./);
  });

  it('a commune that has the name of a district is not the district', () => {
    const plan = (of: string, date: string) =>
      `ỦY BAN NHÂN DÂN\n${of}\nSố: 31/KH-UBND\nVĩnh Lộc, ${date}\nKẾ HOẠCH\nPhát triển kinh tế\nI. MỤC TIÊU\n1. Tỷ lệ hộ nghèo đến năm 2026 còn 2%.\n`;
    const areas = (text: string) => documentOf(text).targets.map(({ area }) => area);
    expect(areas(plan('XÃ VĨNH LỘC', 'ngày 20 tháng 12 năm 2025'))).toEqual([{ id: null, name: 'xã Vĩnh Lộc' }]);
    expect(areas(plan('HUYỆN VĨNH LỘC', 'ngày 20 tháng 12 năm 2023'))).toEqual([{ id: 'vn-th-vinh-loc', name: 'huyện Vĩnh Lộc' }]);
  });

  it('neither, where the plan does not say', () => {
    expect(issuer(head('ỦY BAN NHÂN DÂN\nHUYỆN AN LÃO', 'An Lão'))?.[0]).toBeNull();
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

describe('the place a body is dated at', () => {
  const goal = (head: string) =>
    documentOf(`${head}\nI. MỤC TIÊU\n1. Tỷ lệ hộ gia đình có kết nối internet cáp quang băng rộng đạt 80% vào năm 2025.\n`).targets.map(({ area }) => area?.id);
  const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

  it('is the seat of a central body: its targets are those of the country', () => {
    expect(goal(`THỦ TƯỚNG CHÍNH PHỦ\n${NATION}\nSố: 411/QĐ-TTg\nHà Nội, ngày 31 tháng 3 năm 2022\nQUYẾT ĐỊNH\nPhê duyệt Chiến lược`)).toEqual(['vn']);
    expect(goal(`BỘ Y TẾ\n${NATION}\nSố: 16/KH-BYT\nHà Nội, ngày 31 tháng 3 năm 2022\nKẾ HOẠCH\nChuyển đổi số`)).toEqual(['vn']);
    expect(goal(`${NATION}\nSố: 411/QĐ-TTg\nHà Nội, ngày 31 tháng 3 năm 2022\nQUYẾT ĐỊNH\nPhê duyệt Chiến lược`)).toEqual(['vn']);
  });

  it('is the territory of a local one', () => {
    expect(goal(`ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\n${NATION}\nSố: 16/KH-UBND\nHà Nội, ngày 31 tháng 3 năm 2022\nKẾ HOẠCH\nChuyển đổi số`)).toEqual(['vn-hn']);
  });

  it('is the territory of a commune that is in no list, and not the province above it', () => {
    const plan = `ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP MỚI\n${NATION}\nSố: 16/KH-UBND\nTân Lập Mới, ngày 31 tháng 10 năm 2025\nKẾ HOẠCH\nChuyển đổi số trên địa bàn xã, theo Kế hoạch của Ủy ban nhân dân tỉnh Nghệ An`;
    const text = `${plan}\nI. MỤC TIÊU\n1. Tỷ lệ hộ nghèo giảm còn 2% vào năm 2026 (năm 2024 là 5%).\n2. 100% hộ nghèo được cấp thẻ bảo hiểm y tế vào năm 2026.\n`;
    expect(documentOf(text).targets.map(({ area, low, high, period }) => [area?.id, area?.name, low ?? high, period?.to])).toEqual([
      [null, 'xã Tân Lập Mới', 2, 2026],
      [null, 'xã Tân Lập Mới', 100, 2026],
    ]);
  });
});
