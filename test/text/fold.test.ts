import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, slug } from '../../src/text/fold.ts';

describe('fold', () => {
  it.each([
    ['Ủy ban', 'Uỷ ban'],
    ['CỘNG HÒA', 'cộng hoà'],
    ['xóa', 'xoá'],
    ['khỏe', 'khoẻ'],
    ['lũy kế', 'luỹ kế'],
    ['chất lƣợng', 'chất lượng'],
    ['CHƢƠNG TRÌNH', 'chương trình'],
  ])('reads %s and %s as one spelling', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['phủ', 'phù'],
    ['thống', 'thông'],
    ['tầng', 'tăng'],
    ['đá', 'da'],
    ['tỉ lệ', 'tỷ lệ'],
  ])('keeps %s and %s apart: both are words', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('leaves the mark of quý where it is, whose u belongs to the q', () => {
    expect(fold('Quý IV, quỹ đất, quỳnh')).toBe('quý iv, quỹ đất, quỳnh');
  });

  it('moves the mark only at the end of a syllable: hoàn has one spelling', () => {
    expect(fold('hoàn thiện')).toBe('hoàn thiện');
    expect(fold('hoà, hoàn')).toBe('hòa, hoàn');
  });

  it('keeps the length of every text, so that offsets found in it hold in the original', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => fold(text).length === text.length));
    expect(fold('İstanbul').length).toBe('İstanbul'.length);
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'Hhòoàaáquýỷ ƣƯL.'), maxLength: 20 }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('slug', () => {
  it('makes a path-safe name', () => {
    expect(slug('Thủy Nguyên')).toBe('thuy-nguyen');
    expect(slug('Đảng ủy – xã Bảo Hà')).toBe('dang-uy-xa-bao-ha');
  });

  it('is empty where no letter or digit is', () => {
    expect(slug('…/…')).toBe('');
  });

  it('never holds anything but small letters, digits and single hyphens between them', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/.test(slug(text))));
  });
});
