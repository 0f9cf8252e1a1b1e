import { expect, test } from 'vitest';
import { comparable, differences, editDistance } from '../../src/eval/ocr/error-rate.ts';

test('readings are compared without regard to white space and composition', () => {
  expect(comparable(' Tỷ  lệ\nhộ nghèo '.normalize('NFD'))).toBe('Tỷ lệ hộ nghèo');
});

test('errors are counted by letters', () => {
  expect(editDistance('đẩy mạnh', 'đấy mạnh')).toBe(1);
  expect(editDistance('II. MỤC', 'MỤC')).toBe(4);
  expect(editDistance('', 'ba')).toBe(2);
});

test('differences are told word by word, what was left out and what was added among them', () => {
  expect(differences('II. MỤC TIÊU đẩy mạnh', 'MỤC TIỂU đẩy mạnh .')).toEqual([
    { wanted: 'II.', found: '' },
    { wanted: 'TIÊU', found: 'TIỂU' },
    { wanted: '', found: '.' },
  ]);
  expect(differences('đẩy mạnh', 'đẩy mạnh')).toEqual([]);
});
