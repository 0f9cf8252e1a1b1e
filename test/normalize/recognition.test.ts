import { describe, expect, it } from 'vitest';
import { RECOGNITION_STEPS } from '../../src/normalize/recognition.ts';
import { knowledge } from '../default-knowledge.ts';

/** A recognized text with all its corrections made. */
function corrected(text: string, recognized = true): string {
  return RECOGNITION_STEPS.reduce((now, step) => {
    const flags = now.split('\n').map(() => recognized);
    return [...step(now, flags, knowledge)].sort((a, b) => b.start - a.start).reduce((out, { start, end, replacement }) => out.slice(0, start) + replacement + out.slice(end), now);
  }, text);
}

type Case = readonly [name: string, given: string, expected: string];

describe('Roman numerals', () => {
  it.each<Case>([
    ['the next of an outline', 'I- Đánh giá\nIL- Mục tiêu\nIH- Khâu đột phá', 'I- Đánh giá\nII- Mục tiêu\nIII- Khâu đột phá'],
    ['with a stroke lost between its neighbours', 'I. MỤC ĐÍCH\nI. MỤC TIÊU\nIII. GIẢI PHÁP', 'I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. GIẢI PHÁP'],
    ['without their full stop', 'I MỤC ĐÍCH\nII. MỤC TIÊU', 'I. MỤC ĐÍCH\nII. MỤC TIÊU'],
    ['behind a word that announces others', '01 đô thị loại H, 10 đô thị loại TV, 08 đô thị loại V', '01 đô thị loại II, 10 đô thị loại IV, 08 đô thị loại V'],
    ['on the next line', 'đô thị loại\nH, 08 đô thị loại V', 'đô thị loại\nII, 08 đô thị loại V'],
  ])('%s', (_, given, expected) => expect(corrected(given)).toBe(expected));

  it.each([
    ['that is not the next of its outline', 'I- Đánh giá\nVIH- Khâu đột phá'],
    ['that begin anew in a second part', 'I. MỤC ĐÍCH\nI. MỤC TIÊU\nII. GIẢI PHÁP'],
    ['a letter behind a word that announces no numeral elsewhere', 'kho loại H, kho loại A'],
    ['the offices of those who sign', 'I. MỤC ĐÍCH\nTL. CHỦ TỊCH\nTM. ỦY BAN NHÂN DÂN'],
    ['numbers', 'loại 11, loại IV'],
  ])('no numeral is made of one %s', (_, text) => expect(corrected(text)).toBe(text));
});

describe('dates', () => {
  it.each<Case>([
    ['signs for digits', 'ngày 15 tháng 0] năm 2024', 'ngày 15 tháng 01 năm 2024'],
    ['behind a day written by hand', 'Quảng Ngãi, ngày … tháng 0] năm 2025', 'Quảng Ngãi, ngày … tháng 01 năm 2025'],
    ['strokes with accents', 'ngày 22 tháng Ï] năm 2019, ngày 29 tháng ó năm 2024', 'ngày 22 tháng 11 năm 2019, ngày 29 tháng 6 năm 2024'],
    ['between slashes', 'ngày 24/0l/2O22', 'ngày 24/01/2022'],
    ['slashes of fractions', 'ngày 24⁄01⁄2022', 'ngày 24/01/2022'],
  ])('%s', (_, given, expected) => expect(corrected(given)).toBe(expected));

  it.each([
    ['a month that cannot be', 'ngày 15 tháng l5 năm 2024'],
    ['a month of which no digit was read, behind a blank', 'ngày … tháng ] năm 2024'],
    ['a blank of which the month could not be', 'ngày … tháng 0O năm 2024'],
    ['letters that are a word', 'ngày lễ tháng Bảy năm nay'],
  ])('%s stays', (_, text) => expect(corrected(text)).toBe(text));
});

describe('codes of numbers', () => {
  it.each<Case>([
    ['a type, its name before it', 'Chương trình hành động số 59-CTy/TU của Thành ủy', 'Chương trình hành động số 59-CTr/TU của Thành ủy'],
    ['a type with a letter too many', 'Chương trình hành động số 59-CTrY/TU', 'Chương trình hành động số 59-CTr/TU'],
    ['a body with a letter doubled', 'Nghị quyết số 148/NQ-GCP, Thông báo số 14/TB-VPGCP', 'Nghị quyết số 148/NQ-CP, Thông báo số 14/TB-VPCP'],
  ])('%s', (_, given, expected) => expect(corrected(given)).toBe(expected));

  it.each([
    ['a code that exists, though another type is named', 'Chương trình hành động số 59-CT/TU'],
    ['a code two letters apart', 'Chương trình hành động số 59-CXy/TU'],
    ['a code without the name of its type', 'Văn bản số 59-CTy/TU'],
    ['a body that is in no list and near none', 'Quyết định số 12/QĐ-BQLKKT'],
  ])('%s stays', (_, text) => expect(corrected(text)).toBe(text));
});

describe('blanks', () => {
  it('lost between two words that stand together elsewhere come back', () => expect(corrected('do Ủyban nhân dân tỉnh')).toBe('do Ủy ban nhân dân tỉnh'));
  it.each(['xã Krông Năng', 'tỉnh Đắk Lắk', 'đề án OCOP', 'bản Plây Kép'])('a name stays: %s', (text) => expect(corrected(text)).toBe(text));
});

it('the rule under a name in capitals is no part of it', () => {
  expect(corrected('ĐẢNG BỘ TỈNH BẾN TRE...')).toBe('ĐẢNG BỘ TỈNH BẾN TRE');
  expect(corrected('Số: .../KH-UBND, …')).toBe('Số: .../KH-UBND, …');
});

it('nothing of this is done to text that was not recognized', () => {
  const text = 'I- Đánh giá\nIH- Mục tiêu ngày 15 tháng 0] năm 2024, số 148/NQ-GCP, Ủyban';
  expect(corrected(text, false)).toBe(text);
});
