import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/read/decode.ts';
import { convertLegacy } from '../../../src/read/legacy/convert.ts';
import { encodingOfFont, recognizeEncoding } from '../../../src/read/legacy/recognize.ts';
import { type LegacyEncoding, TCVN3, VISCII, VISCII_CONTROLS } from '../../../src/read/legacy/tables.ts';
import { fromWindows1252 } from '../../../src/read/legacy/windows-1252.ts';

const LETTERS = 'a ă â e ê i o ô ơ u ư y'.split(' ').flatMap((vowel) => ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')));
const SMALL = [...LETTERS, 'đ'];
const MARKED = SMALL.filter((letter) => letter > '\x7f');

describe('the tables hold every letter of Vietnamese once', () => {
  it('TCVN3: all small letters, and the capitals without a tone', () => {
    const once = [...TCVN3.letters];
    expect(new Set(once).size).toBe(once.length);
    for (const letter of [...MARKED, ...'ĂÂÊÔƠƯĐ']) expect(once).toContain(letter);
  });

  it('VISCII: all letters, small and capital', () => {
    const once = [...VISCII.letters, ...VISCII_CONTROLS.values()];
    expect([...once].sort()).toEqual([...MARKED, ...MARKED.map((letter) => letter.toUpperCase())].sort());
  });

  it('windows-1258 agrees with the decoder of the platform', () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at).filter((byte) => byte >= 0xa0);
    expect(convertLegacy(fromWindows1252(bytes), 'windows-1258')).toBe(new TextDecoder('windows-1258').decode(bytes).normalize('NFC'));
  });
});

describe('bytes become letters', () => {
  it.each<[LegacyEncoding, string, string]>([
    ['tcvn3', 'QuyÕt ®Þnh cña Thñ t\u00adíng ChÝnh phñ', 'Quyết định của Thủ tướng Chính phủ'],
    ['tcvn3', 'Sè: 28/2003/N§-CP ngµy 31 th¸ng 3', 'Số: 28/2003/NĐ-CP ngày 31 tháng 3'],
    ['vni', 'COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['vni', 'höôùng daãn, kyø, kyõ, kyû, Lyù, myî, nghó, nghæ, tính, thò', 'hướng dẫn, kỳ, kỹ, kỷ, Lý, myỵ, nghĩ, nghỉ, tính, thị'],
    ['vni', 'chaët, baêng, baèng, baèn, taém, taúng, taüng', 'chặt, băng, bằng, bằn, tắm, tẳng, tẵng'],
    ['viscii', 'C\xb5ng hòa xã h\xb5i ch\xfc nghîa Vi\xaet Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['windows-1258', 'Ðôòc lâòp - Týò do - Haònh phuìc', 'Độc lập - Tự do - Hạnh phúc'],
  ])('%s: %s', (encoding, raw, text) => {
    expect(convertLegacy(raw, encoding)).toBe(text);
  });

  it('the soft hyphen and the middle dot may have become other signs', () => {
    expect(convertLegacy('t−íng l∙nh', 'tcvn3')).toBe('tướng lãnh');
  });

  it('words that are Unicode already stay', () => {
    expect(convertLegacy('OÂng Nguyễn Văn Ước ñaïi dieän', 'vni')).toBe('Ông Nguyễn Văn Ước đại diện');
  });

  it('quotes and dashes of windows-1252 stay', () => {
    expect(convertLegacy('“§iÒu 1” – …', 'tcvn3')).toBe('“Điều 1” – …');
  });
});

describe('fonts tell the encoding', () => {
  it.each([
    ['.VnTime', 'tcvn3', false],
    ['.VnTimeH', 'tcvn3', true],
    ['.VnArial NarrowH', 'tcvn3', true],
    ['.VnTimeH Tur', 'tcvn3', true],
    ['VNI-Times', 'vni', false],
    ['VNI-Helve-Condense', 'vni', false],
  ])('%s', (name, encoding, capitals) => {
    expect(encodingOfFont(name)).toEqual({ encoding, capitals });
  });

  it.each(['Times New Roman', 'Vni', 'VnUnicode', 'Vna', 'Verdana', 'Vivaldi', ''])('%s draws Unicode', (name) => {
    expect(encodingOfFont(name)).toBeNull();
  });
});

describe('statistics tell it where there are no fonts', () => {
  it.each<[LegacyEncoding, string]>([
    ['tcvn3', 'QuyÕt ®Þnh cña Thñ t\u00adíng ChÝnh phñ'],
    ['vni', 'Ban haønh keøm theo Quyeát ñònh soá 05'],
    ['viscii', 'Quy\xaat ð\xb8nh c\xfca Th\xfc tß\xbeng Chính ph\xfc'],
    ['windows-1258', 'Ðôòc lâòp - Týò do - Haònh phuìc, ngaÌy 31 thaìng 3 nãm 2003'],
  ])('%s', (encoding, raw) => {
    expect(recognizeEncoding(raw)).toBe(encoding);
  });

  it.each([
    ['Vietnamese in Unicode', 'Quyết định của Thủ tướng Chính phủ về việc ban hành quy chế làm việc'],
    ['with letters of a broken font map', 'ñất ñai, Qð-UBND: ñiều chỉnh quy hoạch sử dụng ñất của tỉnh, thành phố'],
    ['French', 'Le décret relatif à l’élection, après délibération, a été signé à Genève; forêt, château, crème brûlée, cœur naïf'],
    ['German', 'Über die Verhältnismäßigkeit größerer Änderungen für Bürger und Behörden, für öffentliche Gebäude'],
    ['signs', '© ® µm ¬ ª ¨ ¹ ¸ © ® µ © ® µ'],
    ['too short to tell', '®iÒu'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(recognizeEncoding(text)).toBeNull();
  });
});

describe('text files', () => {
  const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const raw = 'QuyÕt ®Þnh cña Thñ t\xadíng ChÝnh phñ\nSè: 28/2003/Q§-TTg';
  const text = 'Quyết định của Thủ tướng Chính phủ\nSố: 28/2003/QĐ-TTg';

  it('in an old encoding', () => {
    expect(decodeText(bytes(raw))).toEqual({ text, encoding: 'tcvn3', damagedLines: [] });
  });

  it('in UTF-8, into which text in an old encoding was copied', () => {
    expect(decodeText(new TextEncoder().encode(raw))).toEqual({ text, encoding: 'utf-8, tcvn3', damagedLines: [] });
  });

  it('a few damaged bytes of UTF-8 are damage', () => {
    const damaged = new TextEncoder().encode(`${text}\nnăm 2003`);
    damaged[3] = 0xff;
    expect(decodeText(damaged)).toMatchObject({ encoding: 'utf-8', damagedLines: [1] });
  });
});
