import { describe, expect, it } from 'vitest';
import { labelGrammar } from '../../src/grammar/labels.ts';
import type { DivisionKind } from '../../src/model/tree.ts';
import { knowledge } from '../default-knowledge.ts';

const { read } = labelGrammar(knowledge);

/** The reading of a line as a label of one kind. */
const as = (kind: DivisionKind, line: string) => read(line).find((label) => label.kind === kind);

/** What stands behind a label. */
const rest = (kind: DivisionKind, line: string) => line.slice(as(kind, line)?.length ?? 0);

describe('labels', () => {
  it.each<[DivisionKind, string, string | null, number[]]>([
    ['annex', 'PHỤ LỤC', 'Phụ lục', [0]],
    ['annex', 'PHỤ LỤC I', 'Phụ lục I', [1]],
    ['annex', 'Phụ lục số 2', 'Phụ lục số 2', [2]],
    ['part', 'Phần thứ nhất', 'Phần thứ nhất', [1]],
    ['part', 'PHẦN THỨ HAI', 'Phần thứ HAI', [2]],
    ['part', 'Phần III. TỔ CHỨC', 'Phần III', [3]],
    ['chapter', 'Chương II', 'Chương II', [2]],
    ['chapter', 'CHƯƠNG IV QUY ĐỊNH CHUNG', 'Chương IV', [4]],
    ['section', 'Mục 1', 'Mục 1', [1]],
    ['subsection', 'Tiểu mục 2. Nhiệm vụ', 'Tiểu mục 2', [2]],
    ['article', 'Điều 12. Hiệu lực', 'Điều 12', [12]],
    ['article', 'Điều 12a. Hiệu lực', 'Điều 12a', [12]],
    ['upper', 'A. ĐÁNH GIÁ', 'A', [1]],
    ['roman', 'IV. TỔ CHỨC THỰC HIỆN', 'IV', [4]],
    ['roman', 'II- NHIỆM VỤ', 'II', [2]],
    ['roman', 'II/ NHIỆM VỤ', 'II', [2]],
    ['arabic', '1. Mục đích', '1', [1]],
    ['arabic', '2.  Giao các cơ quan', '2', [2]],
    ['arabic', '1- Kết luận', '1', [1]],
    ['arabic', '4.Tổ chức', '4', [4]],
    ['decimal', '1.1. Các nhiệm vụ', '1.1', [1, 1]],
    ['decimal', '1.2.3. Về quy hoạch', '1.2.3', [1, 2, 3]],
    ['paren-number', '(1) Hoàn thiện', '1', [1]],
    ['paren-number', '12) Tổng hợp', '12', [12]],
    ['letter', 'a) Nhóm nhiệm vụ', 'a', [1]],
    ['letter', 'b. Về văn hóa', 'b', [2]],
    ['task', 'Nhiệm vụ 1: Tổ chức', 'Nhiệm vụ 1', [1]],
    ['task', 'NHIỆM VỤ SỐ 12. Xây dựng', 'Nhiệm vụ số 12', [12]],
    ['dash', '- Thống nhất', null, [0]],
    ['dash', '– Tỷ lệ', null, [0]],
    ['dash', '• Nội dung', null, [0]],
    ['plus', '+ Đầu tư', null, [0]],
  ])('%s: %s', (kind, line, marker, values) => {
    expect(as(kind, line)).toMatchObject({ marker, values });
  });

  it.each<[DivisionKind, string, string]>([
    ['annex', 'Phụ lục I, ban hành kèm theo Kế hoạch này', 'it is a reference'],
    ['annex', 'Phụ lục kèm theo', 'words follow'],
    ['part', 'Phần II Kết luận số 334-KL/TU', 'it is a reference'],
    ['part', 'Phần lớn các đô thị', '"lớn" counts nothing'],
    ['chapter', 'Chương trình hành động', '"trình" counts nothing'],
    ['section', 'Mục tiêu tổng quát', '"tiêu" counts nothing'],
    ['section', 'Mục II, Kế hoạch này', 'it is a reference'],
    ['article', 'Điều 3 Quyết định này', 'it is a reference'],
    ['article', 'Điều 7, Điều 8 Nghị định', 'it is a list of references'],
    ['upper', 'TP. Hải Phòng', 'two letters'],
    ['roman', 'II, III', 'no label ends in a comma'],
    ['roman', 'IIX. Mục', 'no number is written so'],
    ['roman', 'i) nội dung', 'small letters are no Roman numbers'],
    ['arabic', '2025. Bảo đảm', 'a year'],
    ['arabic', '24/01/2022 của Bộ Chính trị', 'a date'],
    ['arabic', '1.500 tỷ đồng', 'a quantity'],
    ['arabic', '5. 2 tấn', 'a quantity cut by the font'],
    ['arabic', '5-7m', 'a range'],
    ['arabic', '100%, tỉ lệ', 'a share'],
    ['arabic', '06-NQ/TW; Nghị quyết', 'a number of a document'],
    ['arabic', '59-CTr/TU, ngày 07/11/2023', 'a number of a document'],
    ['arabic', '0. Mở đầu', 'lists start at one'],
    ['decimal', '4.5% vào năm 2025', 'a share'],
    ['decimal', '24.01.2022 của', 'a date'],
    ['paren-number', '(2025)', 'a year'],
    ['paren-number', '(sau đây gọi tắt', 'words'],
    ['letter', 'ă) x', 'lists leave ă out'],
    ['letter', 'và/hoặc', 'a word'],
    ['dash', '-----', 'a printed rule'],
    ['dash', '-5%', 'a negative number'],
    ['plus', '+5%', 'a positive number'],
  ])('%s: not %s, %s', (kind, line) => {
    expect(as(kind, line)).toBeUndefined();
  });

  it('takes the blanks behind a label with it', () => {
    expect(rest('arabic', '2.  Giao các cơ quan')).toBe('Giao các cơ quan');
    expect(rest('dash', '- Thống nhất')).toBe('Thống nhất');
    expect(rest('article', 'Điều 5')).toBe('');
  });

  it('a label that a title may follow on the next line says so', () => {
    expect(as('chapter', 'Chương II')?.alone).toBe(true);
    expect(as('arabic', '1. Mục đích')?.alone).toBe(false);
  });

  it('I. is the Roman one and the letter I; the document decides', () => {
    expect(read('I. MỤC ĐÍCH').map((label) => label.kind)).toEqual(['upper', 'roman']);
    expect(read('I. MỤC ĐÍCH').map((label) => label.values[0])).toEqual([9, 1]);
  });

  it('1. and 1) and 1- are three series', () => {
    const series = ['1. Mục đích', '1) Mục đích', '1- Mục đích'].map((line) => read(line)[0]?.series);
    expect(new Set(series).size).toBe(3);
  });

  describe('letters count in both alphabets', () => {
    const letters = (text: string) => [...text].map((letter) => as('letter', `${letter}) x`));

    it('Latin: a b c d e', () => {
      expect(letters('abcde').map((label) => label?.values[0])).toEqual([1, 2, 3, 4, 5]);
    });

    it('Vietnamese: a b c d đ e g h', () => {
      expect(letters('abcdđegh').map((label) => label?.vietnamese)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    it('đ stands between d and e in either', () => {
      const [d, dd, e] = letters('dđe').map((label) => label?.values[0] as number);
      expect(dd).toBeGreaterThan(d as number);
      expect(dd).toBeLessThan(e as number);
    });

    it('f j w z are in none of the Vietnamese lists', () => {
      expect(letters('fjwz').map((label) => label?.vietnamese)).toEqual([0, 0, 0, 0]);
    });
  });

  it.each(['2025. Bảo đảm sự lãnh đạo', '24/01/2022 của Bộ Chính trị', '2030, tầm nhìn', '100%, tỉ lệ', 'm²', 'của Thành ủy', '', '  ', '……'])(
    '%j starts with no label at all',
    (line) => {
      expect(read(line)).toEqual([]);
    },
  );

  describe('every pattern of headings.yaml', () => {
    it.each(knowledge.headings.styles.flatMap((style) => style.examples.map((text) => [style.kind, text] as const)))('%s reads %s', (kind, text) => {
      expect(as(kind, text)).toBeDefined();
    });

    it.each(knowledge.headings.styles.flatMap((style) => style.counter_examples.map((text) => [style.kind, text] as const)))('%s does not read %j', (kind, text) => {
      expect(as(kind, text)).toBeUndefined();
    });
  });
});
