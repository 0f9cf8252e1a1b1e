import { describe, expect, it } from 'vitest';
import { linesOf, normalizeText } from '../stages.ts';

const repairs = (source: string) => normalizeText(source).repairs.map(({ rule, before, after }) => [rule, before, after]);

describe('a blank that a copy lost between two words is put back', () => {
  it.each([
    ['Ủy ban nhân dân tỉnh xây dựng kếhoạch triển khai.', 'Ủy ban nhân dân tỉnh xây dựng kế hoạch triển khai.'],
    ['TRIỂNKHAI THỰC HIỆN QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNHPHỦ', 'TRIỂN KHAI THỰC HIỆN QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ'],
    ['Ban hành kèm theoQuyết định này.', 'Ban hành kèm theo Quyết định này.'],
    ['các nhiệm vụ pháttriểnkinh tế.', 'các nhiệm vụ phát triển kinh tế.'],
  ])('%s', (source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
    expect(repairs(source)).toContainEqual(['lost-blank', '', ' ']);
  });

  it('a word in no list is cut where others of its text prove that blanks were lost and its syllables allow one cut', () => {
    const words = 'xây dựng kếhoạch, hộinghị và cơquan nhànước tại thịtrấn;';
    expect(linesOf(`${words} đẹpnhất`)).toEqual(['xây dựng kế hoạch, hội nghị và cơ quan nhà nước tại thị trấn; đẹp nhất']);
    expect(linesOf('đẹpnhất.')).toEqual(['đẹpnhất.']);
  });
});

describe('between a word and a year', () => {
  it.each([
    ['before the year', 'GIAI ĐOẠN2012-2015', 'GIAI ĐOẠN 2012-2015'],
    ['behind it', 'trong năm 2020của tỉnh', 'trong năm 2020 của tỉnh'],
  ])('%s', (_, source, text) => {
    expect(linesOf(source)).toEqual([text]);
    expect(repairs(source)).toContainEqual(['lost-blank', '', ' ']);
  });
});

describe('what stays as it is', () => {
  it.each([
    ['a number that may be the mark of a footnote', 'người dân1, Dự án3.'],
    ['a code with a year', 'QCVN2016, NĐ2020, ISO9001, TCVN2015.'],
    ['one syllable, however long', 'nghiêng, khuỷu, quyết, giếng, thuở, khuya.'],
    ['names of places and peoples in other languages', 'người Êđê ở Đakrông, Krông Năng, Đắk R’lấp.'],
    ['words without accents', 'internet, website, logistics, Kontum.'],
    ['codes and abbreviations', '12/KH-UBND, 05/2022/TT-BLĐTBXH, CTrHĐ, ĐBQH.'],
    ['two syllables that may be cut in two ways: “trong hệ”, “tron ghệ”', 'tronghệ.'],
  ])('%s', (_, text) => {
    expect(linesOf(text)).toEqual([text]);
    expect(repairs(text)).toEqual([]);
  });
});

describe('capitals that a copy damaged', () => {
  it.each([
    ['Ã and a no-break blank read as one letter', 'CỘNG HÒA XàHỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['a font without Ủ', 'Y BAN NHÂN DÂN TỈNH KON TUM', 'ỦY BAN NHÂN DÂN TỈNH KON TUM'],
  ])('%s', (_, source, expected) => {
    expect(linesOf(source)).toEqual([expected]);
  });

  it.each(['CHÀ LÀ', 'Và UBND TỈNH', 'Y BAN CHẤP HÀNH', 'ỦY BAN NHÂN DÂN'])('%s stays', (text) => {
    expect(linesOf(text)).toEqual([text]);
  });
});
