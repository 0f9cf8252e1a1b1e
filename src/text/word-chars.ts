const TABLE_SIZE = 0x2100;
const DIGIT = 1;
const LETTER = 2;
const CAPITAL = 4;
const BLANK = 8;
/** What each character is. One look instead of a pattern: all Vietnamese letters and the marks between them lie below U+2100. */
const CHARACTERS = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classify(String.fromCharCode(code)));

function classify(char: string): number {
  if (/\p{L}/u.test(char)) return /\p{Lu}/u.test(char) ? LETTER | CAPITAL : LETTER;
  if (/\s/.test(char)) return BLANK;
  return /\d/.test(char) ? DIGIT : 0;
}

function characterAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code < TABLE_SIZE) return CHARACTERS[code] as number;
  return Number.isNaN(code) ? 0 : classify(text.charAt(offset));
}

/** True where the character at an offset is a letter or digit; false outside of the text. */
export function isWordAt(text: string, offset: number): boolean {
  return (characterAt(text, offset) & (LETTER | DIGIT)) !== 0;
}

/** True where the character at an offset is a letter, so that a word before or behind it does not end there; false outside of the text. */
export function isLetterAt(text: string, offset: number): boolean {
  return (characterAt(text, offset) & LETTER) !== 0;
}

/** True where the character at an offset is a capital letter; false outside of the text. */
export function isCapitalAt(text: string, offset: number): boolean {
  return (characterAt(text, offset) & CAPITAL) !== 0;
}

/** True where the character at an offset is white space; false outside of the text. */
export function isBlankAt(text: string, offset: number): boolean {
  return (characterAt(text, offset) & BLANK) !== 0;
}

/** A test for some characters by their code: `codeTest(';:,')`. It is asked at every character of a text. */
export function codeTest(characters: string): (code: number) => boolean {
  const table = new Uint8Array(TABLE_SIZE);
  for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 1;
  return (code) => table[code] === 1;
}
