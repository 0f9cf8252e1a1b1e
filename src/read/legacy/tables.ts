/**
 * Encodings of Vietnamese from before Unicode. Word files and PDFs hold their bytes as if they were windows-1252, so each
 * table tells what the bytes from 0xA1 (VISCII: all of them) stand for.
 */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'viscii' | 'windows-1258';

/** One letter a byte, for `count` bytes from `from`. A blank stands for a byte that keeps its meaning. */
interface ByteTable {
  from: number;
  letters: string;
}

/**
 * TCVN 5712:1993 as the fonts named `.Vn…` ("ABC") draw it: the letters from 0xA1 to 0xFE. The capitals the standard puts below
 * 0xA0 are not in these fonts; a capital with a tone is written with a font that has capitals only (`.VnTimeH`).
 */
export const TCVN3: ByteTable = {
  from: 0xa1,
  letters: 'ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ',
};

/** RFC 1456, section 3, table 1: 0x80 to 0xFF; six more capitals in the control range stand in `VISCII_CONTROLS`. */
export const VISCII: ByteTable = {
  from: 0x80,
  letters: 'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ',
};
export const VISCII_CONTROLS: ReadonlyMap<string, string> = new Map([
  ['\x02', 'Ẳ'],
  ['\x05', 'Ẵ'],
  ['\x06', 'Ẫ'],
  ['\x14', 'Ỷ'],
  ['\x19', 'Ỹ'],
  ['\x1e', 'Ỵ'],
]);

/** Microsoft code page 1258 where it differs from 1252: base letters, five combining tones, đ, ơ, ư. */
export const WINDOWS_1258: ReadonlyMap<string, string> = new Map([
  ['Ã', 'Ă'],
  ['ã', 'ă'],
  ['Ì', '\u0300'],
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['Ò', '\u0309'],
  ['Õ', 'Ơ'],
  ['õ', 'ơ'],
  ['Þ', '\u0303'],
  ['Ý', 'Ư'],
  ['ý', 'ư'],
  ['ì', '\u0301'],
  ['ò', '\u0323'],
  ['þ', '₫'],
]);

/** VNI for Windows ("VNI-Times"): letters of one byte. */
export const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['Ñ', 'Đ'],
  ['ô', 'ơ'],
  ['Ô', 'Ơ'],
  ['ö', 'ư'],
  ['Ö', 'Ư'],
  ['ì', 'ì'],
  ['Ì', 'Ì'],
  ['í', 'í'],
  ['Í', 'Í'],
  ['æ', 'ỉ'],
  ['Æ', 'Ỉ'],
  ['ó', 'ĩ'],
  ['Ó', 'Ĩ'],
  ['ò', 'ị'],
  ['Ò', 'Ị'],
  ['î', 'ỵ'],
  ['Î', 'Ỵ'],
]);

/** VNI: the byte after a vowel (a, e, o, u, y, ơ, ư) is its circumflex or breve, its tone, or both. Capitals do the same. */
export const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ø', '\u0300'],
  ['ù', '\u0301'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['à', '\u0302\u0300'],
  ['á', '\u0302\u0301'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['è', '\u0306\u0300'],
  ['é', '\u0306\u0301'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]);

/**
 * Names of fonts that draw an encoding, as they begin: `.VnTime`, `.VnArial NarrowH`, `VNI-Times`, `VNI Helve`. A `.Vn` font whose name ends
 * in H draws capitals only. The VISCII fonts are those of the TriChlor group.
 */
export const LEGACY_FONTS: readonly (readonly [name: RegExp, encoding: LegacyEncoding])[] = [
  [/^\.?Vn(?=[A-Z])(?!Unicode)/, 'tcvn3'],
  [/^VNI[- ]/i, 'vni'],
  [/^(?:HoangYen|MinhQu[âa]n|PhuongThao|ThaHuong|U-?Hoai|VI (?:Times|Arial))\b/i, 'viscii'],
];
export const CAPITALS_FONT = /^\.?Vn[A-Za-z ]{1,30}H$/;

/** Characters that stand for a windows-1252 byte although they are others: what converters and PDF writers made of it (soft hyphen, middle dot, mu). */
export const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['\u2212', '\u00ad'],
  ['\u2219', '\u00b7'],
  ['\u03bc', '\u00b5'],
]);
