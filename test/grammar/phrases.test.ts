import { describe, expect, it } from 'vitest';
import { phraseList } from '../../src/grammar/phrases.ts';

const phrases = phraseList(['trên', 'trên địa bàn', '≥', 'sở, ngành', 'tp.']);

describe('phrases', () => {
  it.each([
    ['trên địa bàn tỉnh', 12],
    ['trên 40%', 4],
    ['≥40', 1],
    ['sở, ngành tỉnh', 9],
    ['tp. vinh', 3],
  ])('the longest begins %s', (text, end) => {
    expect(phrases.at(text, 0)?.end).toBe(end);
  });

  it.each(['triển khai', 'trênh', 'sở y tế'])('none begins %s', (text) => {
    expect(phrases.at(text, 0)).toBeNull();
  });

  it.each([
    ['số hộ trên', 6],
    ['hộ ≥', 3],
    ['các sở, ngành', 4],
  ])('one ends %s', (text, start) => {
    expect(phrases.endingAt(text, text.length)?.start).toBe(start);
  });

  it.each(['xtrên', 'hộ sở', ''])('none ends %s', (text) => {
    expect(phrases.endingAt(text, text.length)).toBeNull();
  });
});
