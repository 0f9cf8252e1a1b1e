import { type LegacyEncoding, STAND_INS, TCVN3, VISCII, VISCII_CONTROLS, VNI_LETTERS, VNI_MARKS, WINDOWS_1258 } from './tables.ts';
import { windows1252Byte } from './windows-1252.ts';

const WORD = /\S+/g;
/** Letters no byte of an old encoding is shown as: a word with one is Unicode already. */
const UNICODE_LETTER = /[ĂăĐđƠơƯưĨĩŨũ\u1e00-\u1eff]|\p{M}/u;
const VOWEL = /[aeouyơưAEOUYƠƯ]/;

/**
 * Turns text whose characters are bytes of an old encoding shown as windows-1252 into Unicode (NFC): `QuyÕt ®Þnh` → `Quyết định`.
 * Words that hold Vietnamese letters of Unicode already stay as they are.
 */
export function convertLegacy(text: string, encoding: LegacyEncoding): string {
  const convert = CONVERTERS[encoding];
  return text.replace(WORD, (word) => (UNICODE_LETTER.test(word) ? word : convert(word))).normalize('NFC');
}

const CONVERTERS: Record<LegacyEncoding, (word: string) => string> = {
  tcvn3: (word) => mapBytes(word, TCVN3),
  viscii: (word) => mapBytes(word, VISCII, VISCII_CONTROLS),
  'windows-1258': (word) => Array.from(word, (char) => WINDOWS_1258.get(char) ?? char).join(''),
  vni: convertVni,
};

function mapBytes(word: string, table: { from: number; letters: string }, controls?: ReadonlyMap<string, string>): string {
  let out = '';
  for (const char of word) {
    const byte = windows1252Byte(STAND_INS.get(char) ?? char);
    out += (byte >= table.from ? table.letters[byte - table.from] : controls?.get(char)) ?? char;
  }
  return out;
}

/** `HOAØ` → `HOÀ`, `Ñieàu` → `Điều`: a byte after a vowel is its mark, any other stands alone. */
function convertVni(word: string): string {
  let out = '';
  let base = false;
  for (const char of word) {
    const marks: string | undefined = base ? VNI_MARKS.get(char.toLowerCase()) : undefined;
    const letter: string = marks ?? VNI_LETTERS.get(char) ?? char;
    out += letter;
    base = marks === undefined && VOWEL.test(letter);
  }
  return out;
}
