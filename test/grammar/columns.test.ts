import { describe, expect, it } from 'vitest';
import { columnGrammar, numbersColumns } from '../../src/grammar/columns.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = columnGrammar(knowledge);

describe('what a column holds, by its header', () => {
  it.each([
    ['TT', 'ordinal'],
    ['Số TT', 'ordinal'],
    ['Chỉ tiêu', 'indicator'],
    ['Chỉ tiêu chủ yếu', 'indicator'],
    ['ĐVT', 'unit'],
    ['Đơn vị tính', 'unit'],
    ['Năm 2025', 'value'],
    ['Chỉ tiêu năm 2025', 'value'],
    ['Mục tiêu đến năm 2030', 'value'],
    ['Thực hiện năm 2022', 'actual'],
    ['Hiện trạng 2020', 'actual'],
    ['Kế hoạch', 'value'],
    ['Nhiệm vụ', 'task'],
    ['Cơ quan chủ trì', 'lead'],
    ['Cơ quan phối hợp', 'coordinate'],
    ['Đơn vị thực hiện', 'responsible'],
    ['Cơ quan theo dõi, đánh giá', 'monitor'],
    ['Thời gian hoàn thành', 'deadline'],
    ['Nguồn vốn', 'funding'],
    ['Sản phẩm', 'product'],
    ['Ghi chú', 'note'],
    ['Huyện, thành phố', 'area'],
  ])('%s: %s', (header, kind) => {
    expect(grammar.kind(fold(header))).toBe(kind);
  });

  it.each(['Xếp loại', 'Dân số', 'A', ''])('“%s” is not told', (header) => {
    expect(grammar.kind(fold(header))).toBeNull();
  });

  it('each example of tables.yaml is of its kind, whatever stands before it in the list', () => {
    const wrong = knowledge.tables.columns.flatMap(({ kind, examples }) =>
      examples.flatMap((header) => (grammar.kind(header) === kind ? [] : [`${header}: ${kind}, not ${grammar.kind(header)}`])),
    );
    expect(wrong).toEqual([]);
  });

  it('each counter-example is not', () => {
    const wrong = knowledge.tables.columns.flatMap(({ kind, counter_examples: headers }) =>
      headers.flatMap((header) => (grammar.kind(header) === kind ? [`${header}: ${kind}`] : [])),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a line above a table', () => {
  it.each([
    ['Đơn vị tính: %', '%'],
    ['(ĐVT: Triệu đồng)', 'Triệu đồng'],
    ['Đơn vị: người', 'người'],
  ])('%s gives the unit', (line, unit) => {
    expect(grammar.unitLine(line)).toBe(unit);
  });

  it.each(['Đơn vị tính', 'Đơn vị thực hiện: Sở Y tế', 'Bảng 1: Chỉ tiêu', ''])('“%s” gives none', (line) => {
    expect(grammar.unitLine(line)).toBeNull();
  });
});

describe('a line that ends in the unit of the table below it', () => {
  it.each([
    ['Bảng 1. Kịch bản tăng trưởng theo quý Đơn vị tính: %', '%'],
    ['Chỉ tiêu hoàn thành nhà ở xã hội (Đơn vị: căn hộ)', 'căn hộ'],
  ])('%s', (line, unit) => {
    expect(grammar.unitAtEnd(line)).toBe(unit);
  });

  it.each(['Bảng 1. Kế hoạch năm 2025. Đơn vị thực hiện: Sở Y tế', 'Đơn vị tính của các bảng ghi ở đầu cột'])('“%s” gives none', (line) => {
    expect(grammar.unitAtEnd(line)).toBeNull();
  });
});

describe('a row below a header', () => {
  it.each([
    ['A', 'B', '', '1', '2', '3=2/1'],
    ['1', '2', '3'],
    ['(1)', '(2)', '(3) = (2) - (1)'],
  ])('%s … numbers the columns', (...cells) => {
    expect(numbersColumns(cells)).toBe(true);
  });

  it.each([
    ['1', 'Số xã', '2', '3'],
    ['A', 'KINH TẾ', ''],
    ['5', '6', '7'],
    ['1', '12,5', '13'],
  ])('%s %s … does not', (...cells) => {
    expect(numbersColumns(cells)).toBe(false);
  });
});

describe('a header of what is planned for a part of a year', () => {
  it('examples of tables.yaml are, counter-examples are not', () => {
    const { examples, counter_examples: others } = knowledge.tables.part_year_header;
    expect(examples.filter((header) => !grammar.isPartYear(header))).toEqual([]);
    expect(others.filter((header) => grammar.isPartYear(header))).toEqual([]);
  });
});

describe('cells that stand for others', () => {
  it.each(['-', '–', ' - ', 'x'])('“%s” says there is nothing', (cell) => {
    expect(grammar.isNone(cell)).toBe(true);
    expect(grammar.isSame(cell)).toBe(false);
  });

  it.each(['nt', 'Nt', 'như trên', '"'])('“%s” repeats the one above', (cell) => {
    expect(grammar.isSame(cell)).toBe(true);
    expect(grammar.isNone(cell)).toBe(false);
  });

  it.each(['45', 'không đạt', 'Sở Y tế', 'nts'])('“%s” says itself', (cell) => {
    expect(grammar.isNone(cell) || grammar.isSame(cell)).toBe(false);
  });

  it.each(['Toàn tỉnh', 'Tổng cộng', 'TỔNG SỐ:', 'Cả nước'])('%s sums up', (label) => {
    expect(grammar.isTotal(label)).toBe(true);
  });

  it.each(['Huyện Nam Đàn', 'Tổng sản phẩm', 'Toàn tỉnh có 21 huyện'])('%s does not', (label) => {
    expect(grammar.isTotal(label)).toBe(false);
  });
});
