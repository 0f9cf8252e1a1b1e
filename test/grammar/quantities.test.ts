import { describe, expect, it } from 'vitest';
import { quantityGrammar } from '../../src/grammar/quantities.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = quantityGrammar(knowledge);
const found = (text: string, taken: { start: number; end: number }[] = []) => grammar.find(fold(text), 0, text.length, taken);
/** What a text holds, as `number unit`, `number-number unit` or `number | noun`. */
const read = (text: string) =>
  found(text).map(({ low, high, unit, noun }) => {
    const figures = low === high ? `${low}` : `${low}-${high}`;
    if (unit) return `${figures} ${unit.symbol}`;
    return noun ? `${figures} | ${fold(text).slice(noun.start, noun.end)}` : figures;
  });

describe('a number', () => {
  it.each([
    ['đạt 45,5%', '45.5 %'],
    ['đạt 45.5%', '45.5 %'],
    ['đạt 0,05%', '0.05 %'],
    ['đạt 1.500 ha', '1500 ha'],
    ['đạt 1.234.567 tấn', '1234567 tấn'],
    ['đạt 1.234,5 ha', '1234.5 ha'],
    ['đạt 9500 ha', '9500 ha'],
    ['đạt 29.2 m²/người', '29.2 m²/người'],
    ['đạt 05 ha', '5 ha'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('in groups of three is no decimal: 1.500 is not 1,5', () => {
    expect(found('đạt 1.500 ha')[0]?.low).toBe(1500);
    expect(found('đạt 1.50 ha')[0]?.low).toBe(1.5);
  });

  it.each(['điểm 1.2.2 mục II', 'Nghị quyết 26/2022/UBTVQH15', 'B12 ha', 'ngày 24/01/2022'])('is not in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is passed over where a date or citation has taken it', () => {
    expect(found('đạt 45% rồi 50%', [{ start: 4, end: 7 }]).map(({ low }) => low)).toEqual([50]);
  });

  it('ends with the stretch it is looked for in', () => {
    const text = fold('đạt 45% và 50%');
    expect(grammar.find(text, 0, 7, []).map(({ low }) => low)).toEqual([45]);
  });
});

describe('two figures', () => {
  it.each([
    ['đạt 60-70%', { shape: 'range', low: 60, high: 70, arrow: false }],
    ['đạt 60 – 70%', { shape: 'range', low: 60, high: 70, arrow: false }],
    ['đạt 6,5 - 7,5%', { shape: 'range', low: 6.5, high: 7.5, arrow: false }],
    ['đạt từ 5 đến 7%', { shape: 'range', low: 5, high: 7, arrow: false }],
    ['đạt từ 5% đến 7%', { shape: 'range', low: 5, high: 7, arrow: false }],
    ['đạt 16% - ≥ 24%', { shape: 'min-to-ge', low: 16, high: 24, arrow: false }],
    ['đạt 16 - >= 24%', { shape: 'min-to-ge', low: 16, high: 24, arrow: false }],
    ['đạt 16 -> 24%', { shape: 'range', low: 16, high: 24, arrow: true }],
    ['đạt 16 → 24%', { shape: 'range', low: 16, high: 24, arrow: true }],
  ])('%s', (text, expected) => {
    const quantities = found(text);
    expect(quantities).toHaveLength(1);
    expect(quantities[0]).toMatchObject({ ...expected, unit: { symbol: '%' } });
  });

  it('the unit may stand between them', () => {
    expect(read('từ 10 km đến 15 km')).toEqual(['10-15 km']);
  });

  it('`đến` without `từ` leads to something else', () => {
    expect(read('đạt 45% đến 50 doanh nghiệp')).toEqual(['45 %', '50 | doanh nghiệp']);
  });

  it('from the higher to the lower is no range', () => {
    expect(found('đạt 70-60%').filter(({ shape }) => shape === 'range')).toEqual([]);
  });

  it('that are years are a period', () => {
    expect(read('giai đoạn 2021-2025')).toEqual([]);
    expect(read('giai đoạn 2021 - 2025, đạt 45%')).toEqual(['45 %']);
  });
});

describe('a unit', () => {
  it.each([
    ['đạt 45 %', '45 %'],
    ['đạt 120ha', '120 ha'],
    ['đạt 28m2/người', '28 m²/người'],
    ['đạt 28 m 2/người', '28 m²/người'],
    ['đạt 28 m2 / người', '28 m²/người'],
    ['đạt 7 m²', '7 m²'],
    ['đạt 7 m 2', '7 m²'],
    ['đạt 3 triệu đồng/người/năm', '3 triệu đồng/người/năm'],
    ['đạt 2,5 tỉ đồng', '2.5 tỷ đồng'],
    ['đạt 120 lít/người/ngày đêm', '120 lít/người/ngày đêm'],
    ['đạt 12 bác sĩ/vạn dân', '12 bác sĩ/vạn dân'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('a rate in no list is read by its form', () => {
    const [rate] = found('đạt 3 kỹ sư/1.000 dân');
    expect(rate?.unit).toMatchObject({ symbol: 'kỹ sư/1.000 dân', unit: null });
  });

  it('takes its bound with it', () => {
    expect(found('đạt 95% trở lên')[0]).toMatchObject({ low: 95, after: 'ge' });
    expect(found('còn 5% trở xuống')[0]).toMatchObject({ low: 5, after: 'le' });
    expect(found('đạt 95% trở thành')[0]).toMatchObject({ low: 95, after: null });
  });

  it('ends where a word ends: 5 m is no 5 mô hình', () => {
    expect(read('xây dựng 5 mô hình')).toEqual(['5 | mô hình']);
  });
});

describe('what is counted', () => {
  it.each([
    ['xây dựng 05 khu công nghiệp', '5 | khu công nghiệp'],
    ['có 1.500 doanh nghiệp được thành lập', '1500 | doanh nghiệp'],
    ['trồng 5 triệu cây xanh', '5000000 | cây xanh'],
    ['giúp 2 vạn hộ nghèo', '20000 | hộ nghèo'],
    ['có 3 xã đạt chuẩn', '3 | xã'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('after a multiplier a unit is still a unit', () => {
    expect(read('đạt 5 triệu kWh')).toEqual(['5 triệu kWh']);
  });

  it('a part of a whole is the part: 5/12 xã', () => {
    expect(read('có 5/12 xã đạt chuẩn')).toEqual(['5 | xã']);
  });
});

describe('a number that names, classes or orders is no value', () => {
  it.each([
    'đô thị loại II',
    'đô thị loại 2',
    'phủ sóng 5G',
    'Nghị quyết số 06',
    'trẻ em dưới 5 tuổi',
    'quốc lộ 1A',
    'quốc lộ 46',
    'Điều 3',
    'khu phố 4',
    'lần thứ 12',
    'phụ lục 2',
    'năm 2025',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['Tuổi thọ trung bình đạt 74,5 tuổi', '74.5 tuổi'],
    ['ở mức 45%', '45 %'],
    ['tổng số 12 xã', '12 | xã'],
    ['đường 25 km', '25 km'],
  ])('%s is one', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a whole cell', () => {
  it.each([
    ['45', { low: 45, high: 45, shape: 'single' }],
    ['≥ 95', { low: 95, shape: 'single' }],
    ['60 - 70', { low: 60, high: 70, shape: 'range' }],
    ['1.250,5', { low: 1250.5 }],
    ['95% trở lên', { low: 95, after: 'ge' }],
  ])('%s', (text, expected) => {
    expect(grammar.cell(fold(text))?.quantity).toMatchObject(expected);
  });

  it('tells where the figures begin', () => {
    expect(grammar.cell('trên 95%')?.lead).toBe(5);
  });

  it.each(['đạt chuẩn', '-', 'x', 'III'])('%s holds none', (text) => {
    expect(grammar.cell(fold(text))).toBeNull();
  });
});

describe('a figure beside a slash', () => {
  it.each([
    ['giảm còn 40/100.000 trẻ đẻ sống', '40 ca/100.000 trẻ đẻ sống'],
    ['đạt 17/22 điểm', '17 điểm'],
    ['giảm 1/2 số hộ nghèo', '50 %'],
    ['có 25/60 xã đạt chuẩn', '25 | xã'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });

  it.each(['theo Quyết định 22/2023', 'ngày 15/8'])('is none in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('units and nouns end with a word', () => {
  it.each([
    ['80% năm 2028', '80 %'],
    ['tăng 8% năm', '8 %/năm'],
    ['11.200 căn nhà ở xã hội', '11200 | căn'],
    ['300 căn nhà cho hộ nghèo', '300 | căn nhà'],
    ['85 km đường dây', '85 km'],
    ['lên 7 trong tổng số 12 xã', '7 | xã'],
  ])('%s: %s', (text, expected) => {
    expect(read(text)[0]).toBe(expected);
  });
});
