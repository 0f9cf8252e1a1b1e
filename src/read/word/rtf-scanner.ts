/** What an RTF file is made of (RTF 1.9.1, "Syntax"). */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'control'; word: string; value: number | null }
  /** Bytes of text in the code page of the font. */
  | { kind: 'text'; bytes: readonly number[] };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LONGEST_WORD = 32;

const isLetter = (byte: number | undefined) => byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** The tokens of an RTF file; binary data in it is passed over. What is cut off just ends. */
export function* scanRtf(bytes: Uint8Array): Generator<RtfToken> {
  let text: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte === 0x0d || byte === 0x0a || byte === 0) {
      at++;
      continue;
    }
    if (byte !== BACKSLASH && byte !== OPEN && byte !== CLOSE) {
      text.push(byte);
      at++;
      continue;
    }
    if (byte === BACKSLASH && bytes[at + 1] === 0x27) {
      const code = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0x30, bytes[at + 3] ?? 0x30), 16);
      text.push(Number.isNaN(code) ? 0x3f : code);
      at += 4;
      continue;
    }
    if (text.length > 0) {
      yield { kind: 'text', bytes: text };
      text = [];
    }
    at++;
    if (byte !== BACKSLASH) {
      yield { kind: byte === OPEN ? 'open' : 'close' };
      continue;
    }
    if (!isLetter(bytes[at])) {
      yield { kind: 'control', word: String.fromCharCode(bytes[at] ?? 0x20), value: null };
      at++;
      continue;
    }
    let word = '';
    for (; isLetter(bytes[at]) && word.length < LONGEST_WORD; at++) word += String.fromCharCode(bytes[at] as number);
    let digits = '';
    if (bytes[at] === 0x2d && isDigit(bytes[at + 1])) {
      digits = '-';
      at++;
    }
    for (; isDigit(bytes[at]) && digits.length < 11; at++) digits += String.fromCharCode(bytes[at] as number);
    if (bytes[at] === 0x20) at++;
    const value = digits === '' ? null : Number(digits);
    if (word === 'bin') at += Math.max(0, value ?? 0);
    else yield { kind: 'control', word, value };
  }
  if (text.length > 0) yield { kind: 'text', bytes: text };
}
