import { describe, expect, it } from 'vitest';
import { indicatorGrammar } from '../../src/grammar/indicators.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = indicatorGrammar(knowledge);
const link = (words: string, unit: string | null = null) => grammar.link(grammar.nearest(words, unit));
const id = (words: string, unit: string | null = null) => link(words, unit)?.indicator.id ?? null;

describe('the row some words mean', () => {
  it.each([
    ['Tỷ lệ đô thị hóa', 'urbanisation'],
    ['tỷ lệ đô thị hóa', 'urbanisation'],
    ['Tỉ lệ đô thị hoá', 'urbanisation'],
    ['Tỷ lệ đô thị hóa trên địa bàn tỉnh', 'urbanisation'],
    ['Diện tích cây xanh bình quần đầu người', 'green.percapita'],
    ['Diện tích cây xanh bình quân đầu người', 'green.percapita'],
    ['Diện tích cây xanh trung bình đầu người', 'green.percapita'],
  ])('%s: %s', (words, expected) => {
    expect(id(words)).toBe(expected);
  });

  it('is the same in another order of the words', () => {
    expect(id('Bình quân đầu người diện tích cây xanh đô thị')).toBe('green.percapita');
  });

  it('is certain where the very words are listed', () => {
    expect(link('Tỷ lệ đô thị hóa')).toMatchObject({ alias: 'Tỷ lệ đô thị hóa', score: 1 });
    expect(link('Diện tích cây xanh bình quần đầu người')?.score).toBeLessThan(1);
  });

  it.each(['', 'Số họp báo', 'Tỷ lệ', 'nâng cao nhận thức của cán bộ', '12 %', 'zzz'])('none of “%s”', (words) => {
    expect(id(words)).toBeNull();
  });
});

describe('what is counted tells rows apart', () => {
  it.each([
    ['Tỷ lệ đất xây dựng đô thị trên diện tích đất tự nhiên', 'Tỷ lệ đất giao thông trên đất xây dựng đô thị'],
    ['Tỷ lệ hộ gia đình được phủ mạng băng rộng cáp quang', 'Tỷ lệ xã, thị trấn được phủ mạng băng rộng cáp quang'],
    ['Diện tích cây xanh bình quân đầu người', 'Diện tích đất cây xanh sử dụng công cộng bình quân đầu người'],
    ['Số lượng đô thị loại II', 'Số lượng đô thị loại III'],
  ])('%s is not %s', (one, other) => {
    const [first, second] = [id(one), id(other)];
    expect(first).not.toBeNull();
    expect(second).not.toBeNull();
    expect(first).not.toBe(second);
  });
});

describe('a unit', () => {
  it.each([
    ['Tỷ lệ đô thị hóa', '%', 'urbanisation'],
    ['Diện tích cây xanh bình quân đầu người', 'm²/người', 'green.percapita'],
    ['Số lượng đô thị', 'đô thị', 'cities.count'],
  ])('%s in %s: %s', (words, unit, expected) => {
    expect(id(words, unit)).toBe(expected);
  });

  it.each([
    ['Tỷ lệ đô thị hóa', 'ha'],
    ['Diện tích cây xanh bình quân đầu người', '%'],
    ['Số lượng đô thị', 'tỷ đồng'],
  ])('excludes rows that measure something else: %s in %s', (words, unit) => {
    const wanted = id(words);
    expect(grammar.nearest(words, unit).map((fit) => fit.indicator.id)).not.toContain(wanted);
  });
});

describe('what is not near enough', () => {
  const words = 'Tỷ lệ đô thị có bãi đỗ xe ngầm thông minh';

  it('stays unlinked, with the nearest rows, best first, at most three', () => {
    const fits = grammar.nearest(words, '%');
    expect(grammar.link(fits)).toBeNull();
    expect(fits.length).toBeGreaterThan(0);
    expect(fits.length).toBeLessThanOrEqual(3);
    expect(fits.map(({ score }) => score)).toEqual(fits.map(({ score }) => score).sort((a, b) => b - a));
    expect(new Set(fits.map(({ indicator }) => indicator.id)).size).toBe(fits.length);
  });

  it('two rows that fit alike are not told apart, unless one has the very words', () => {
    const [indicator, other] = knowledge.indicators;
    if (!indicator || !other) throw new Error('indicators.csv is empty');
    const scored = (row: typeof indicator, score: number) => ({ indicator: row, alias: row.name, score });
    expect(grammar.link([scored(indicator, 0.9), scored(other, 0.9)])).toBeNull();
    expect(grammar.link([scored(indicator, 0.9), scored(other, 0.85)])?.indicator).toBe(indicator);
    expect(grammar.link([scored(indicator, 1), scored(other, 1)])?.indicator).toBe(indicator);
    expect(grammar.link([scored(indicator, 0.7)])).toBeNull();
    expect(grammar.link([])).toBeNull();
  });
});

describe('indicators.csv', () => {
  it('every name and alias links to its own row', () => {
    const names = knowledge.indicators.flatMap((row) => [row.name, ...row.aliases].map((name) => ({ row, name })));
    const wrong = names.flatMap(({ row, name }) => {
      const found = id(name, row.unit);
      return found === row.id ? [] : [`${row.id}: ${name}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  it('every unit is one of units.csv or a noun that is counted', () => {
    const symbols = new Set(knowledge.units.map(({ symbol }) => symbol));
    expect(knowledge.indicators.flatMap(({ id: row, unit, dimension }) => (unit === null || symbols.has(unit) || dimension === 'count' ? [] : [`${row}: ${unit}`]))).toEqual([]);
  });

  it('every id is there once, and looked up by it', () => {
    const ids = knowledge.indicators.map((row) => row.id);
    expect(ids.filter((each, at) => ids.indexOf(each) !== at)).toEqual([]);
    expect(grammar.byId('urbanisation')?.name).toBe('Tỷ lệ đô thị hóa');
    expect(grammar.byId('no.such')).toBeUndefined();
  });
});

describe('names that are alike but for a figure or a term of its kind', () => {
  it.each([
    ['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi', 'Tỷ lệ trẻ em dưới 16 tuổi suy dinh dưỡng thể thấp còi'],
    ['Tốc độ tăng giá trị sản xuất nông, lâm nghiệp và thủy sản', 'Tỷ trọng giá trị sản xuất nông, lâm nghiệp và thủy sản'],
    ['Tỷ lệ trường tiểu học đạt chuẩn quốc gia', 'Tỷ lệ trường cao đẳng đạt chuẩn quốc gia'],
  ])('%s is linked, %s to no other row than its own', (listed, other) => {
    expect(id(listed, '%')).not.toBeNull();
    expect(id(other, '%')).not.toBe(id(listed, '%'));
  });

  it('the goods of one branch are no spelling of the whole', () => {
    expect(id('Kim ngạch xuất khẩu', 'triệu USD')).toBe('exports');
    expect(id('Kim ngạch xuất khẩu thủy sản', 'triệu USD')).toBeNull();
    expect(id('Sản lượng thủy sản', 'tấn')).not.toBeNull();
  });

  it('a term that has the same meaning links all the same', () => {
    expect(id('Tỷ lệ trường THCS đạt chuẩn quốc gia', '%')).toBe(id('Tỷ lệ trường trung học cơ sở đạt chuẩn quốc gia', '%'));
  });
});

describe('the words of a part', () => {
  const fit = grammar.nearest('Số lượt khách du lịch quốc tế', 'lượt khách')[0];
  it.each([
    ['khách quốc tế', true],
    ['khách nội địa', false],
  ])('%s in the name of international visits: %s', (words, expected) => {
    expect(fit && grammar.tellsPart(fit, words, `Tổng lượt khách (${words})`)).toBe(expected);
  });
});

describe('the denominator is part of the identity', () => {
  it.each([
    ['Tỷ lệ dân số trưởng thành sử dụng dịch vụ công trực tuyến', 'dvc.adult.users'],
    ['Tỷ lệ chi nghiên cứu và phát triển so với GRDP', 'rd.share'],
    ['Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến toàn trình', 'dvc.dossiers.full'],
  ])('%s: %s', (words, expected) => {
    expect(id(words, '%')).toBe(expected);
  });

  it.each([
    ['Tỷ lệ sử dụng dịch vụ công trực tuyến của người dân và doanh nghiệp', 'dvc.adult.users'],
    ['Tỷ lệ chi cho R&D trên GDP', 'rd.share'],
    ['Tỷ lệ hồ sơ thủ tục hành chính được xử lý trực tuyến', 'dvc.dossiers.full'],
  ])('%s is not %s', (words, other) => {
    expect(id(words, '%')).not.toBe(other);
  });

  it('is told as a candidate where the words come near', () => {
    expect(grammar.nearest('Tỷ lệ sử dụng dịch vụ công trực tuyến của người dân', '%')).toContainEqual(
      expect.objectContaining({ indicator: expect.objectContaining({ id: 'dvc.adult.users' }) }),
    );
  });
});
