import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/model/facts.ts';
import { documentOf } from '../stages.ts';

const HEAD = `ỦY BAN NHÂN DÂN
HUYỆN AN LÃO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
An Lão, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Phát triển đô thị huyện An Lão, thành phố Hải Phòng
I. NHIỆM VỤ
`;
/** The citations of a sentence in a plan of An Lão, Hải Phòng. */
const cite = (sentence: string): Citation[] => documentOf(`${HEAD}1. ${sentence}\n`).citations.filter((citation) => citation.form !== 'own');
const one = (sentence: string): Citation => {
  const [citation, ...more] = cite(sentence);
  if (!citation || more.length > 0) throw new Error(`${1 + more.length} citations`);
  return citation;
};

describe('a full citation', () => {
  const citation = one(
    'Thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị về quy hoạch, xây dựng đô thị Việt Nam đến năm 2030, tầm nhìn đến năm 2045; các đơn vị báo cáo.',
  );

  it('number, type, day, body, title', () => {
    expect(citation).toMatchObject({
      number: '06-NQ/TW',
      documentType: 'Nghị quyết',
      issuedOn: '2022-01-24',
      issuer: { id: 'bo-chinh-tri', name: 'Bộ Chính trị' },
      title: 'về quy hoạch, xây dựng đô thị Việt Nam đến năm 2030, tầm nhìn đến năm 2045',
      form: 'full',
      relation: 'implements',
    });
  });

  it('is quoted from the type word to the body', () => {
    expect(citation.raw).toBe('Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị');
  });

  it('says where it stands', () => {
    expect(citation.eId).toBe('I.1');
    expect(citation.evidence.lines).toEqual([10, 10]);
  });
});

describe('the day', () => {
  it.each([
    ['State: without a comma', 'Nghị quyết số 148/NQ-CP ngày 11/11/2022', '2022-11-11'],
    ['Party: with one', 'Chương trình số 59-CTr/TU, ngày 07/11/2023', '2023-11-07'],
    ['older Party: with hyphens', 'Nghị quyết số 45-NQ/TW, ngày 24-11-2023', '2023-11-24'],
    ['in words', 'Quyết định số 323/QĐ-TTg ngày 30 tháng 3 năm 2023', '2023-03-30'],
    ['in parentheses', 'Nghị quyết số 06-NQ/TW (ngày 24/01/2022)', '2022-01-24'],
    ['behind the name of an act', 'Luật số 09/2008/QH12 Luật Quản lý, sử dụng tài sản nhà nước ngày 03/6/2008', '2008-06-03'],
    ['behind "ban hành"', 'Quyết định số 12/QĐ-UBND ban hành ngày 30/3/2023', '2023-03-30'],
  ])('%s', (_, text, day) => {
    expect(one(`Thực hiện ${text}.`)).toMatchObject({ issuedOn: day, form: 'full' });
  });

  it.each([
    ['Ngày 09/02/2021, Bộ Y tế đã có Công văn số 949/BYT-KHTC gửi các địa phương.', '2021-02-09'],
    ['Ngày 14-11-2016, Ban Chấp hành Đảng bộ thành phố đã ban hành Nghị quyết số 10-NQ/TU về kết cấu hạ tầng.', '2016-11-14'],
    ['Về chỉ đạo: Ngày 05/3/2020, Ủy ban nhân dân thành phố ký ban hành Công văn số 812/UBND-QH.', '2020-03-05'],
    ['Tình hình phức tạp. Ngày 21 tháng 4 năm 2015, Thủ tướng Chính phủ ban hành Chỉ thị số 06/CT-TTg về ngân sách.', '2015-04-21'],
  ])('at the beginning of a sentence that tells of the issue: %s', (sentence, day) => {
    const citation = one(sentence);
    expect(citation).toMatchObject({ issuedOn: day, form: 'full' });
    expect(citation.raw).toMatch(/^Ngày \d/);
  });

  it.each([
    'Ngày 09/02/2021, Bộ Y tế làm việc với thành phố theo Công văn số 949/BYT-KHTC.',
    'Ngày 09/02/2021, đoàn kiểm tra làm việc. Bộ Y tế đã có Công văn số 949/BYT-KHTC.',
    'Trước ngày 09/02/2021, Bộ Y tế đã có Công văn số 949/BYT-KHTC.',
    'Ngày 09/02/2021, có 12 đơn vị báo cáo; Bộ Y tế đã có Công văn số 949/BYT-KHTC.',
  ])('of something else before it is not its own: %s', (sentence) => {
    expect(one(sentence)).toMatchObject({ issuedOn: null });
  });

  it('without one the citation is short', () => {
    expect(one('Thực hiện Nghị quyết số 06-NQ/TW.')).toMatchObject({ issuedOn: null, form: 'short' });
  });

  it('a day further on is not its own', () => {
    expect(one('Thực hiện Nghị quyết số 06-NQ/TW, báo cáo trước ngày 25/12/2024.')).toMatchObject({ issuedOn: null });
    expect(one('Thực hiện Nghị quyết số 06-NQ/TW.\nNgày 25/12/2024 báo cáo.')).toMatchObject({ issuedOn: null, raw: 'Nghị quyết số 06-NQ/TW' });
  });

  it('a day that no calendar has stays unknown, in the quote it is as printed', () => {
    expect(one('Thực hiện Nghị quyết số 06-NQ/TW ngày 31/4/2022 của Bộ Chính trị.')).toMatchObject({
      issuedOn: null,
      raw: 'Nghị quyết số 06-NQ/TW ngày 31/4/2022 của Bộ Chính trị',
    });
  });

  it('of a list belongs to all of it', () => {
    expect(cite('Thực hiện các Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017.').map((citation) => [citation.number, citation.documentType, citation.issuedOn])).toEqual([
      ['18-NQ/TW', 'Nghị quyết', '2017-10-25'],
      ['19-NQ/TW', 'Nghị quyết', '2017-10-25'],
    ]);
  });

  it('"cùng ngày" is the day named before', () => {
    expect(cite('Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 19-NQ/TW cùng ngày.').map((citation) => citation.issuedOn)).toEqual(['2017-10-25', '2017-10-25']);
  });

  it('of one citation is not that of another type in the same sentence', () => {
    expect(cite('Nghị quyết số 18-NQ/TW và Chương trình số 59-CTr/TU ngày 07/11/2023.').map((citation) => citation.issuedOn)).toEqual([null, '2023-11-07']);
  });
});

describe('the type word', () => {
  it.each([
    ['Chương trình hành động số 59-CTr/TU', 'Chương trình hành động'],
    ['Văn bản số 1155-CV/HU', 'Văn bản'],
    ['số 59-CTr/TU', null],
  ])('%s', (text, type) => {
    expect(one(`Thực hiện ${text} của Thành ủy.`).documentType).toBe(type);
  });
});

describe('the body', () => {
  it('behind the day, in the document’s own territory', () => {
    expect(one('Chương trình số 59-CTr/TU ngày 07/11/2023 của Thành ủy về quy hoạch.').issuer).toMatchObject({ name: 'Thành ủy', territory: { id: 'vn-hp' } });
  });

  it('named with another territory', () => {
    expect(one('Quyết định số 12/QĐ-UBND ngày 07/11/2023 của UBND tỉnh Hà Tĩnh.').issuer).toMatchObject({ territory: { id: 'vn-ht' } });
  });

  it('before the number', () => {
    expect(one('Thực hiện ý kiến của Sở Xây dựng tại Văn bản số 2563/SXD-PTĐT.').issuer).toMatchObject({ id: 'vn-hp.so-xay-dung' });
  });

  it('a term belongs to the name', () => {
    expect(one('Nghị quyết số 04-NQ/TU ngày 03/01/2012 của Thành ủy (khóa XIV) về phát triển.').raw).toBe('Nghị quyết số 04-NQ/TU ngày 03/01/2012 của Thành ủy (khóa XIV)');
  });

  it('a body that does something else in the sentence is not the issuer', () => {
    expect(one('Ủy ban nhân dân thành phố thực hiện Nghị quyết số 06-NQ/TW.').issuer).toBeNull();
  });
});

describe('the title', () => {
  const title = (text: string) => one(`Thực hiện Quyết định số 12/QĐ-UBND ngày 07/11/2023 của Ủy ban nhân dân thành phố ${text}`).title;

  it.each([
    ['phê duyệt quy hoạch chung đô thị; các đơn vị báo cáo.', 'phê duyệt quy hoạch chung đô thị'],
    ['về việc ban hành Kế hoạch.', 'về việc ban hành Kế hoạch'],
    ['về phát triển TP. Hồ Chí Minh đến năm 2030.', 'về phát triển TP. Hồ Chí Minh đến năm 2030'],
    ['về phát triển đô thị, Ủy ban nhân dân huyện ban hành Kế hoạch.', 'về phát triển đô thị'],
    ['về quản lý đất đai (sau đây gọi tắt là Quy định).', 'về quản lý đất đai'],
  ])('%s', (text, expected) => {
    expect(title(text)).toBe(expected);
  });

  it.each([', các đơn vị báo cáo.', 'và các văn bản liên quan.', '.'])('none: %s', (text) => {
    expect(title(text)).toBeNull();
  });

  it('holds another citation', () => {
    const [outer, inner] = cite('Thực hiện Kế hoạch số 08/KH-UBND ngày 15/01/2024 của Ủy ban nhân dân thành phố thực hiện Nghị quyết số 06-NQ/TW.');
    expect(inner?.within).toBe(outer?.id);
    expect(outer?.within).toBeNull();
  });

  it('does not begin on the next line', () => {
    const [citation] = cite('Thực hiện Quyết định số 12/QĐ-UBND\nVề việc phê duyệt quy hoạch.');
    expect(citation?.title).toBeNull();
  });
});

describe('forms', () => {
  it('one that defines a short form', () => {
    expect(cite('Nghị quyết của Bộ Chính trị (sau đây gọi tắt là Nghị quyết số 06-NQ/TW).')[0]).toMatchObject({ form: 'defines-short-form', relation: 'defines' });
  });

  it('a blank number', () => {
    expect(one('Chương trình hành động số ....-CTr/TU, ngày 07/11/2023 của Thành ủy.')).toMatchObject({ form: 'blank', number: null, parsed: { notation: 'CTr/TU' } });
  });

  it('the document’s own number, in the letterhead and in the caption of its annex', () => {
    const { citations } = documentOf(`${HEAD}1. Rà soát.\nPHỤ LỤC\nDANH MỤC\n(Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2024)\n`);
    expect(citations.filter((citation) => citation.number !== null).map((citation) => [citation.form, citation.relation])).toEqual([
      ['own', 'own'],
      ['own', 'own'],
    ]);
  });

  it('the same number of another day is not the own one', () => {
    expect(one('Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2023.').form).toBe('full');
  });

  it('"Kế hoạch này" is the document itself, "Nghị quyết này" the one named', () => {
    const { citations } = documentOf(`${HEAD}1. Kế hoạch này thực hiện Nghị quyết số 06-NQ/TW. Nghị quyết này quan trọng.\n`);
    expect(citations.filter((citation) => citation.number === null).map((citation) => [citation.raw, citation.form])).toEqual([
      ['Kế hoạch này', 'own'],
      ['Nghị quyết này', 'short'],
    ]);
  });

  it('"Kế hoạch nêu trên" looks back to a plan that is cited, and is the document itself where none is', () => {
    const forms = (sentence: string) =>
      documentOf(`${HEAD}1. ${sentence}\n`)
        .citations.filter(({ number }) => number === null)
        .map(({ raw, form }) => [raw, form]);
    expect(forms('Thực hiện Kế hoạch số 45/KH-UBND ngày 03/02/2024. Các nội dung của Kế hoạch nêu trên được rà soát.')).toEqual([['Kế hoạch nêu trên', 'short']]);
    expect(forms('Thực hiện Kế hoạch số 45/KH-UBND ngày 03/02/2024. Các nội dung của Kế hoạch này được rà soát.')).toEqual([['Kế hoạch này', 'own']]);
    expect(forms('Thực hiện Nghị quyết số 06-NQ/TW. Các nội dung của Kế hoạch nêu trên được rà soát.')).toEqual([['Kế hoạch nêu trên', 'own']]);
  });

  it('a serial number alone means the one work of its type cited before', () => {
    const raws = (sentence: string) => cite(sentence).map(({ raw, form }) => [raw, form]);
    const full = ['Kế hoạch số 57-KH/TU ngày 15/01/2024', 'full'];
    expect(raws('Thực hiện Kế hoạch số 57-KH/TU ngày 15/01/2024, huyện tổng kết Kế hoạch 57 và Kế hoạch số 57.')).toEqual([
      full,
      ['Kế hoạch 57', 'short'],
      ['Kế hoạch số 57', 'short'],
    ]);
    expect(raws('Thực hiện Kế hoạch số 57-KH/TU ngày 15/01/2024 (sau đây gọi tắt là Kế hoạch 57).')).toEqual([full, ['Kế hoạch 57', 'defines-short-form']]);
    // Another serial, another type, a length of time, a code, a figure; before the work is named; of two works.
    expect(raws('Thực hiện Kế hoạch số 57-KH/TU ngày 15/01/2024, Kế hoạch 58, Nghị quyết 57, Kế hoạch 57 ngày, Kế hoạch 57,5 tỷ đồng.')).toEqual([full]);
    expect(raws('Tổng kết Kế hoạch 57 là thực hiện Kế hoạch số 57-KH/TU ngày 15/01/2024.')).toEqual([full]);
    expect(raws('Theo Kế hoạch số 57-KH/TU ngày 15/01/2024 và Kế hoạch số 57/KH-UBND ngày 02/02/2024, thực hiện Kế hoạch 57.')).toHaveLength(2);
    // The plan's own serial.
    expect(raws('Theo Kế hoạch số 12-KH/TU ngày 15/01/2024, thực hiện Kế hoạch 12.')).toHaveLength(1);
  });

  it('"văn bản này" and "nội dung này" name nothing', () => {
    expect(cite('Thực hiện văn bản này và nội dung này.')).toEqual([]);
  });
});

describe('the word for a type', () => {
  it.each([
    ['words that say more behind it', 'Xét Báo cáo thẩm tra số 67/BC-HĐND ngày 05/12/2023 của Hội đồng nhân dân.', 'Báo cáo', 'Báo cáo thẩm tra số 67/BC-HĐND'],
    ["before a letter's number, which has no code", 'Theo Báo cáo thẩm định số 5077/SXD-QH ngày 12/9/2023 của Sở Xây dựng.', 'Báo cáo', 'Báo cáo thẩm định số 5077/SXD-QH'],
    ["in a body's name before a letter's number", 'Theo ý kiến của Sở Kế hoạch và Đầu tư số 812/SKHĐT-TH ngày 12/9/2023.', null, 'số 812/SKHĐT-TH'],
    ['of another type than the code', 'Trình Báo cáo giải trình số 67/KH-UBND ngày 05/12/2023.', null, 'số 67/KH-UBND'],
    ['in another part of the sentence', 'Theo Báo cáo của Sở Nội vụ, số 67/BC-SNV ngày 05/12/2023.', null, 'số 67/BC-SNV'],
  ])('%s', (_, sentence, type, start) => {
    expect(one(sentence).documentType).toBe(type);
    expect(one(sentence).raw).toMatch(new RegExp(`^${start}`));
  });
});

describe('the body behind a number', () => {
  it.each([
    ['Thông tư số 15/2022/TT-BTC ngày 04/3/2022 của Bộ trưởng Bộ Tài chính quy định quản lý và sử dụng kinh phí.', 'Bộ trưởng Bộ Tài chính'],
    ['Quyết định số 12/QĐ-SNV ngày 04/3/2022 của Giám đốc Sở Nội vụ công bố thủ tục.', 'Giám đốc Sở Nội vụ'],
    ['Thông tư số 02/2022/TT-BTC ngày 04/3/2022 của Bộ Tài chính quy định mức thu.', 'Bộ Tài chính'],
  ])('%s', (sentence, name) => {
    expect(one(sentence).issuer?.name).toBe(name);
  });
});

describe('relations', () => {
  it.each([
    ['Căn cứ Nghị quyết số 06-NQ/TW ngày 24/01/2022.', 'based-on'],
    ['Triển khai thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022.', 'implements'],
    ['Sửa đổi, bổ sung Quyết định số 12/QĐ-UBND ngày 24/01/2022.', 'amends'],
    ['Thay thế Quyết định số 12/QĐ-UBND ngày 24/01/2022.', 'replaces'],
    ['Tổng kết Nghị quyết số 04-NQ/TU ngày 24/01/2012.', 'reviews'],
    ['Theo đề nghị của Sở Xây dựng tại Văn bản số 46/SXD-PTĐT ngày 04/01/2024.', 'proposed-in'],
    ['Thực hiện ý kiến chỉ đạo của Thành ủy tại Văn bản số 334-KL/TU.', 'directed-in'],
    ['Các đơn vị lưu ý Nghị quyết số 06-NQ/TW.', 'mentions'],
    ['Sau khi xem xét Báo cáo về kết quả thực hiện Kế hoạch năm 2023 và Tờ trình số 515/TTr-UBND ngày 20/11/2023.', 'proposed-in'],
    ['Xét Tờ trình số 515/TTr-UBND ngày 20/11/2023.', 'proposed-in'],
    ['Xét Báo cáo số 515/BC-UBND ngày 20/11/2023.', 'mentions'],
    ['Triển khai thực hiện Kế hoạch số 515/KH-UBND ngày 20/11/2023.', 'implements'],
  ])('%s', (sentence, relation) => {
    expect(one(sentence).relation).toBe(relation);
  });

  it('a list shares the words before it', () => {
    expect(cite('Triển khai thực hiện Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW và Nghị quyết số 20-NQ/TW.').map((citation) => citation.relation)).toEqual([
      'implements',
      'implements',
      'implements',
    ]);
  });

  it.each([
    // Titles and further citations inside them stand between the members.
    ['Triển khai thực hiện Nghị quyết số 18-NQ/TW về tổ chức bộ máy; Nghị quyết số 19-NQ/TW về đơn vị sự nghiệp.', ['implements', 'implements']],
    ['Căn cứ Kế hoạch số 5/KH-UBND về thực hiện Nghị quyết số 18-NQ/TW; Nghị quyết số 19-NQ/TW.', ['based-on', 'implements', 'based-on']],
    ['Căn cứ Luật Giao dịch điện tử số 20/2023/QH15; Luật Sở hữu trí tuệ số 07/2022/QH15;', ['based-on', 'based-on']],
    [
      'Thực hiện ý kiến chỉ đạo của Thành ủy tại Văn bản số 59-CV/TU ngày 07/11/2023 về việc ban hành Kế hoạch thực hiện Nghị quyết số 18-NQ/TW; Nghị quyết số 148/NQ-CP; Chương trình số 9-CTr/TU.',
      ['directed-in', 'implements', 'implements', 'implements'],
    ],
    // Other words between them end the list.
    ['Triển khai thực hiện Nghị quyết số 18-NQ/TW về tổ chức bộ máy; lưu ý Nghị quyết số 19-NQ/TW.', ['implements', 'mentions']],
    ['Căn cứ Kế hoạch số 5/KH-UBND về thực hiện Nghị quyết số 18-NQ/TW. Nghị quyết số 19-NQ/TW còn hiệu lực.', ['based-on', 'implements', 'mentions']],
    ['Căn cứ Luật Giao dịch điện tử số 20/2023/QH15; lưu ý Luật Sở hữu trí tuệ số 07/2022/QH15 còn hiệu lực.', ['based-on', 'mentions']],
  ])('%s', (sentence, expected) => {
    expect(cite(sentence).map((citation) => citation.relation)).toEqual(expected);
  });

  it('works below a heading for legal bases are such, the works in their titles are not', () => {
    const head = HEAD.replace('I. NHIỆM VỤ\n', '');
    const text = `${head}I. CĂN CỨ PHÁP LÝ
Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;
Công văn số 4338/BTTTT-CĐSQG ngày 14/10/2024 của Bộ
Thông tin và Truyền thông về việc Khung triển khai dịch vụ công trực tuyến.
II. NHIỆM VỤ
1. Nghị định số 42/2022/NĐ-CP là nội dung của lớp tập huấn.
`;
    const found = documentOf(text).citations.filter((citation) => citation.form !== 'own');
    expect(found.map(({ number, relation }) => [number, relation])).toEqual([
      ['107/2021/NĐ-CP', 'based-on'],
      ['61/2018/NĐ-CP', 'amends'],
      ['4338/BTTTT-CĐSQG', 'based-on'],
      ['42/2022/NĐ-CP', 'mentions'],
    ]);
    expect(found[2]?.issuer?.name).toBe('Bộ Thông tin và Truyền thông');
  });

  it('another clause has its own words', () => {
    expect(cite('Thay thế Quyết định số 12/QĐ-UBND; các đơn vị lưu ý Nghị quyết số 06-NQ/TW.').map((citation) => citation.relation)).toEqual(['replaces', 'mentions']);
  });
});

describe('no citation', () => {
  it.each(['Bản đồ tỷ lệ 1/500, 1/2000.', 'Trực 24/7, diện tích 5-7m, 28 m2/người.', 'Mục tiêu 17/2030.', 'Luật Bảo vệ môi trường năm 2020.', 'Tham dự COP26.'])(
    '%s',
    (sentence) => {
      expect(cite(sentence)).toEqual([]);
    },
  );

  it('in recipients and signatures', () => {
    expect(documentOf(`${HEAD}1. Rà soát.\nNơi nhận:\n- Như Văn bản số 46/SXD-PTĐT;\n- Lưu: VT.\n`).citations.filter((citation) => citation.form !== 'own')).toEqual([]);
  });
});

it('ids do not change when a line is put in above', () => {
  const body = '1. Rà soát.\n2. Thực hiện Nghị quyết số 06-NQ/TW và Nghị quyết số 06-NQ/TW.\n';
  const ids = (text: string) => documentOf(text).citations.map((citation) => citation.id);
  expect(ids(HEAD + body)).toEqual(ids(HEAD.replace('I. NHIỆM VỤ', '\n\nI. NHIỆM VỤ') + body.replace('1. Rà soát.', '1. Rà soát, báo cáo kết quả.')));
  expect(new Set(ids(HEAD + body)).size).toBe(3);
});
