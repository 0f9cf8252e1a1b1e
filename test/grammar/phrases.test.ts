import { describe, expect, it } from 'vitest';
import { Phrases } from '../../src/grammar/phrases.ts';

const bounds = new Phrases([
  ['trên', 'gt'],
  ['không quá', 'le'],
  ['không', 'no'],
  ['≥', 'ge'],
  ['/năm', 'per year'],
]);
const words = (text: string, found: { start: number; end: number; value: string } | null) => found && [text.slice(found.start, found.end), found.value];

describe('a phrase that begins at a place', () => {
  it.each([
    ['trên 40%', 'trên', 'gt'],
    ['không quá 5%', 'không quá', 'le'],
    ['không có', 'không', 'no'],
    ['≥40%', '≥', 'ge'],
    ['/năm', '/năm', 'per year'],
    ['trên', 'trên', 'gt'],
    ['trên, dưới', 'trên', 'gt'],
  ])('%s: %s', (text, phrase, value) => {
    expect(words(text, bounds.startingAt(text, 0))).toEqual([phrase, value]);
  });

  it.each(['trênh', 'tr', 'dưới 5%', '', '/nămn', 'quá 5%'])('none in “%s”', (text) => {
    expect(bounds.startingAt(text, 0)).toBeNull();
  });

  it('begins where a word begins', () => {
    expect(bounds.startingAt('xtrên 5', 1)).toBeNull();
    expect(words('x trên 5', bounds.startingAt('x trên 5', 2))).toEqual(['trên', 'gt']);
  });

  it('… but a mark begins anywhere', () => {
    expect(words('5%/năm', bounds.startingAt('5%/năm', 2))).toEqual(['/năm', 'per year']);
    expect(words('đồng/năm', bounds.startingAt('đồng/năm', 4))).toEqual(['/năm', 'per year']);
  });

  it('does not reach behind the limit: the longest that fits counts', () => {
    expect(words('không quá', bounds.startingAt('không quá', 0, 6))).toEqual(['không', 'no']);
    expect(bounds.startingAt('không quá', 0, 3)).toBeNull();
  });

  it('is found among many with one first word', () => {
    const many = new Phrases(['sở', 'sở y tế', 'sở nội vụ', 'sở tài chính', 'sở/ban', 'sở/ban/ngành cấp tỉnh'].map((phrase) => [phrase, phrase] as const));
    const found = (text: string) => many.startingAt(text, 0)?.value;
    expect(['sở y tế', 'sở y', 'sở nội', 'sở  y tế', 'sở, ban', 'sở/ban', 'sở/ban/ngành', 'sởn', 'sở nội vụ'].map(found)).toEqual([
      'sở y tế',
      'sở',
      'sở',
      'sở',
      'sở',
      'sở/ban',
      'sở/ban',
      undefined,
      'sở nội vụ',
    ]);
    expect(many.startingAt('sở tài chính', 0, 8)?.value).toBe('sở');
  });

  it('is written in any case, and with either tone placement', () => {
    const phrases = new Phrases([['Hoà giải', 1]]);
    expect(phrases.startingAt('hòa giải ở cơ sở', 0)).toEqual({ start: 0, end: 8, value: 1 });
  });
});

describe('a phrase that ends at a place', () => {
  const ending = (text: string, floor = 0) => words(text, bounds.endingAt(text, text.length, floor));

  it.each([
    ['đạt trên', 'trên', 'gt'],
    ['chiếm không quá', 'không quá', 'le'],
    ['đạt ≥', '≥', 'ge'],
    ['trên', 'trên', 'gt'],
  ])('%s: %s', (text, phrase, value) => {
    expect(ending(text)).toEqual([phrase, value]);
  });

  it.each(['bên ngoàitrên', 'trên ', 'khôngquá', ''])('none in “%s”', (text) => {
    expect(ending(text)).toBeNull();
  });

  it('not in the middle of a word, and not before the floor', () => {
    expect(bounds.endingAt('trênh', 4)).toBeNull();
    expect(ending('trên', 1)).toBeNull();
  });
});

describe('the first phrase of a stretch', () => {
  it.each([
    ['tỷ lệ đạt trên 40%, không quá 50%', 'trên'],
    ['bentrên, không quá 5', 'không quá'],
    ['tăng 5%/năm', '/năm'],
  ])('%s: %s', (text, phrase) => {
    expect(words(text, bounds.firstIn(text, 0, text.length))?.[0]).toBe(phrase);
  });

  it.each(['triển khai', 'trênh', ''])('none in “%s”', (text) => {
    expect(bounds.firstIn(text, 0, text.length)).toBeNull();
  });

  it('lies within the stretch', () => {
    expect(bounds.firstIn('đạt trên 40%', 5, 12)).toBeNull();
    expect(bounds.firstIn('đạt trên 40%', 0, 7)).toBeNull();
  });
});

describe('a list', () => {
  it('knows the words its phrases begin with', () => {
    const phrases = Phrases.of(['cả nước', 'toàn quốc']);
    expect(['cả', 'toàn', 'nước', 'quốc'].map((word) => phrases.begins(word))).toEqual([true, true, false, false]);
  });

  it('of nothing finds nothing', () => {
    const none = Phrases.of([]);
    expect([none.at('đạt', 0), none.endingAt('đạt', 3), none.firstIn('đạt', 0, 3)]).toEqual([null, null, null]);
  });
});
