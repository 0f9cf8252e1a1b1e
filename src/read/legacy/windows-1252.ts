/** What windows-1252 puts at 0x80 to 0x9F; the rest of its upper half equals Unicode. Unused bytes stand for themselves. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const BYTES: ReadonlyMap<string, number> = new Map(Array.from(UPPER, (char, at) => [char, 0x80 + at]));

/** The byte a character is in windows-1252, or -1 where it is none. */
export function windows1252Byte(char: string): number {
  const code = char.charCodeAt(0);
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return BYTES.get(char) ?? (code < 0xa0 ? code : -1);
}

/** Bytes as windows-1252 characters, one each. */
export function fromWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('').replace(/[\u0080-\u009f]/g, (char) => UPPER[char.charCodeAt(0) - 0x80] ?? char);
}
