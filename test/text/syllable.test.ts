import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countSyllables, isSyllable } from '../../src/text/syllable.ts';

describe('a syllable is an onset, a rime and a tone that go together', () => {
  it.each('quyết nghiêng giếng gì giới hoà hòa Ủy ỦY khuỷu quốc yêu ý mỹ được người ươm thuở xoong ngoằn khuya đ\u01b0\u01a1\u0323c'.split(' '))('%s', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  it.each([
    ['a capital that stands for a word', 'Đ'],
    ['an abbreviation', 'UBND'],
    ['a number', '2025'],
    ['c before e', 'cễ'],
    ['k before a', 'ká'],
    ['a tone that a stop does not take', 'hoẵc'],
    ['a stop without a tone', 'cac'],
    ['two tones', 'hó\u0300a'],
    ['a tone on a consonant', 'm\u0301'],
    ['the horn lost', 'đuợc'],
    ['no onset of Vietnamese', 'flăng'],
    ['bytes of TCVN3', 'QuyÕt'],
    ['bytes of VNI', 'haønh'],
    ['nothing', ''],
    ['a long run of vowels', 'à'.repeat(1000)],
  ])('%s: %s', (_, word) => {
    expect(isSyllable(word)).toBe(false);
  });
});

describe('how much of a text is Vietnamese', () => {
  it('only words with letters beyond ASCII are counted', () => {
    expect(countSyllables('Theo Quyết định 08/QĐ-UBND, “năm” 2025: café')).toEqual({ words: 5, valid: 3 });
  });

  it('bytes of an old encoding are hardly ever syllables', () => {
    expect(countSyllables('QuyÕt ®Þnh cña Thñ t\u00adíng ChÝnh phñ')).toMatchObject({ words: 7, valid: 0 });
  });

  it('a real directive is nearly all valid', () => {
    const { words, valid } = countSyllables(readFileSync('seeds/004_8b11a10fe5799f09.txt', 'utf8').normalize('NFC'));
    expect(words).toBeGreaterThan(1000);
    expect(valid / words).toBeGreaterThan(0.97);
  });
});
