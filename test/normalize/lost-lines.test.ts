import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentOf, linesOf, normalizeText } from '../stages.ts';

const repairs = (source: string) => normalizeText(source).repairs.map(({ rule, before }) => [rule, before]);

const PLAN =
  'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 07/KH-UBND Lạng Sơn, ngày 13 tháng 01 năm 2020 KẾ HOẠCH Phòng, chống hạn hán năm 2020 ' +
  'Căn cứ Luật Thủy lợi ngày 19/6/2017; Căn cứ Nghị quyết số 15/NQ-CP ngày 08/01/2020 của Chính phủ; I. MỤC ĐÍCH, YÊU CẦU 1. Bảo đảm nguồn nước. 2. Các ngành chủ động. II. NHIỆM VỤ a) Sở Tài chính cân đối kinh phí; ' +
  'b) Sở Công Thương bảo đảm điện. Nơi nhận: - Bộ Nông nghiệp; - Lưu: VT. TM. ỦY BAN NHÂN DÂN (đã ký) Nguyễn Văn An';

describe('a document on one line', () => {
  it('is taken apart where the conventions begin a line', () => {
    expect(linesOf(PLAN)).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 07/KH-UBND',
      'Lạng Sơn, ngày 13 tháng 01 năm 2020',
      'KẾ HOẠCH',
      'Phòng, chống hạn hán năm 2020',
      'Căn cứ Luật Thủy lợi ngày 19/6/2017;',
      'Căn cứ Nghị quyết số 15/NQ-CP ngày 08/01/2020 của Chính phủ;',
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Bảo đảm nguồn nước.',
      '2. Các ngành chủ động.',
      'II. NHIỆM VỤ',
      'a) Sở Tài chính cân đối kinh phí;',
      'b) Sở Công Thương bảo đảm điện.',
      'Nơi nhận:',
      '- Bộ Nông nghiệp;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      '(đã ký)',
      'Nguyễn Văn An',
    ]);
    expect(repairs(PLAN)).toContainEqual(['lost-line', ' ------- ']);
  });

  it('blanks, borders and rules between two lines are one break', () => {
    const drawn = PLAN.replace(' ------- ', ' | ------- | ').replace(' Số:', ' | ----- | Số:');
    expect(linesOf(drawn)).toEqual(linesOf(PLAN));
  });

  it.each([
    'council-resolution-adopted-and-signed-dates',
    'decision-with-attached-regulation',
    'report-parts-a-b-c-one-paragraph-per-line',
    'portal-lines-above-letterhead',
    'number-with-letter-suffix',
  ])('says of itself what it says on lines of its own: %s', (name) => {
    const text = readFileSync(new URL(`../../fixtures/documents/${name}/input.txt`, import.meta.url), 'utf8');
    const identity = (source: string) => {
      const { documentType, number, issuedOn, issuer } = documentOf(source).identity;
      return [documentType?.name, number?.value, issuedOn.value, issuer?.name];
    };
    expect(identity(text.replace(/\s+/g, ' '))).toEqual(identity(text));
  });
});

describe('what stays one line', () => {
  it.each([
    [
      'a sentence on the form of documents',
      'Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” được trình bày bằng chữ in hoa, cỡ chữ từ 12 đến 13, kiểu chữ đứng, đậm và ở phía trên cùng, bên phải trang đầu tiên của văn bản. Tiêu ngữ “Độc lập - Tự do - Hạnh phúc” được trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm và được canh giữa dưới Quốc hiệu; chữ cái đầu của các cụm từ được viết hoa, giữa các cụm từ có gạch nối (-), có cách chữ.',
    ],
    [
      'a long paragraph that cites',
      `Tại Hà Nội, ngày 13 tháng 01 năm 2020, Bộ trưởng đã ký ban hành Thông tư. Căn cứ các quy định hiện hành, ${'các đơn vị rà soát, bổ sung nhiệm vụ, '.repeat(9)}báo cáo kết quả. 1. Sở Nội vụ theo dõi.`,
    ],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([text]);
  });
});
