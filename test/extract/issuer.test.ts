import { describe, expect, it } from 'vitest';
import { documentOf, documentsOf } from '../stages.ts';
import { identity, issuer } from './letterheads.ts';

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
