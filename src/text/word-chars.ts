const TABLE_SIZE = 0x2000;
const WORD = /[\p{L}\d]/u;
let table: Uint8Array | null = null;

/** One look instead of a pattern: all Vietnamese letters lie below U+2000. */
function wordTable(): Uint8Array {
  if (table) return table;
  table = new Uint8Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) table[code] = WORD.test(String.fromCharCode(code)) ? 1 : 0;
  return table;
}

/** True where the character at an offset is a letter or digit; false outside of the text. */
export function isWordAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < TABLE_SIZE) return wordTable()[code] === 1;
  return !Number.isNaN(code) && WORD.test(text.charAt(offset));
}
