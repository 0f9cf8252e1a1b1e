import { FileProblem } from './file-problem.ts';
import { convertLegacy } from './legacy/convert.ts';
import { recognizeEncoding } from './legacy/recognize.ts';
import { fromWindows1252 } from './legacy/windows-1252.ts';

const SAMPLE = 65_536;
/** A page declares its encoding at its head. */
const DECLARED_WITHIN = 4_096;
/** More undecodable bytes than this share of the text means another encoding, not damage. */
const DAMAGE_LIMIT = 0.005;

/** A file's text, how it was encoded, and the lines (from 1) on which bytes could not be decoded. */
export interface DecodedText {
  text: string;
  encoding: string;
  damagedLines: number[];
}

/**
 * Decodes a text file: UTF-8 or UTF-16, with or without a byte order mark, or an encoding of Vietnamese from before Unicode, which may also
 * have been copied into a file in UTF-8 (`utf-8, tcvn3`). Undecodable bytes become U+FFFD and are reported.
 * @throws FileProblem for an empty file, binary junk, or text in another encoding.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new FileProblem('empty');
  const encoding = guessEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const sample = text.slice(0, SAMPLE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text
  const junk = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  if (junk > Math.max(2, sample.length * 0.01)) throw new FileProblem('binary');
  const damagedLines = findDamage(text);
  if (damagedLines.count > 0) {
    const shown = fromWindows1252(bytes);
    const legacy = recognizeEncoding(shown);
    if (legacy) return { text: convertLegacy(shown, legacy), encoding: legacy, damagedLines: [] };
    const declared = declaredDecoder(shown);
    if (declared) return { text: declared.decode(bytes), encoding: declared.encoding, damagedLines: [] };
  }
  if (damagedLines.count > Math.max(20, text.length * DAMAGE_LIMIT)) throw new FileProblem('encoding', { line: String(damagedLines.lines[0] ?? 1) });
  if (text.trim() === '') throw new FileProblem('empty');
  const legacy = recognizeEncoding(text);
  if (legacy) return { text: convertLegacy(text, legacy), encoding: `${encoding}, ${legacy}`, damagedLines: damagedLines.lines };
  return { text, encoding, damagedLines: damagedLines.lines };
}

/**
 * The decoder of a web page that says it is in a code page of Windows: pages saved by Word write `à` as a byte of windows-1252 and what that
 * lacks as `&#7879;`. Null for pages that say nothing, or UTF-8.
 */
function declaredDecoder(shown: string): InstanceType<typeof TextDecoder> | null {
  const label = /<meta\s[^>]{0,200}charset\s{0,3}=\s{0,3}["']?((?:windows|iso)-[\d-]{3,9})/i.exec(shown.slice(0, DECLARED_WITHIN))?.[1];
  try {
    return label ? new TextDecoder(label) : null;
  } catch {
    return null;
  }
}

function guessEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  // Latin letters, digits and blanks make every other byte of UTF-16 a zero.
  if ((zeros[1] ?? 0) > sample.length / 8 && (zeros[0] ?? 0) < sample.length / 64) return 'utf-16le';
  if ((zeros[0] ?? 0) > sample.length / 8 && (zeros[1] ?? 0) < sample.length / 64) return 'utf-16be';
  return 'utf-8';
}

function findDamage(text: string): { count: number; lines: number[] } {
  const lines: number[] = [];
  let count = 0;
  let line = 1;
  let scanned = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    count++;
    for (let i = text.indexOf('\n', scanned); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) {
      line++;
      scanned = i + 1;
    }
    if (lines.length < 20 && lines.at(-1) !== line) lines.push(line);
  }
  return { count, lines };
}
