import { expect, it } from 'vitest';
import { withBar } from '../../../src/read/ocr/barred-signs.ts';
import { drawGray, line, text } from './drawing.ts';

const read = async (words: string, drawn: string, more = '') => {
  const picture = await drawGray(300, 90, text(drawn, 30, 60, 40) + more);
  return withBar({ text: words, left: 30, top: 30, right: 120, bottom: 61, confidence: 0.9 }, picture);
};

it.each([
  ['>98', '≥98', '≥98'],
  ['>', '≥', '≥'],
  ['<5', '≤5', '≤5'],
])('%s with a bar below its sign is %3$s', async (words, drawn, expected) => expect(await read(words, drawn)).toBe(expected));

it('a sign without a bar stays, also above a rule', async () => {
  expect(await read('>98', '>98')).toBe('>98');
  expect(await read('<5', '<5')).toBe('<5');
  expect(await read('>98', '>98', line(0, 72, 300, 72))).toBe('>98');
  expect(await read('98', '≥98')).toBe('98');
});
