import { anyPrinted, anyWritten } from '../grammar/words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { isMostlyCapitals } from '../text/letter-case.ts';
import { lineFlags } from '../text/line-flags.ts';
import { fromRoman, toRoman } from '../text/roman.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-numeral';
/** "IH- Ba khâu đột phá", "II. MỤC TIÊU"; "I MỤC ĐÍCH" without its full stop. */
const MARKER = /^(?<read>[IVXHTLl1|!]{1,6})(?:(?<sign>\s?[.\-–/)])\s?(?=\p{Lu})| (?=\p{Lu}{2}))/u;
const ARABIC = /^\d+$/;
/** No outline and no class counts further. */
const LARGEST = 39;

/** Letters read for strokes of a numeral turned into them. */
type Strokes = (read: string) => string;

interface Marker {
  /** Where the line begins. */
  start: number;
  read: string;
  sign: string | undefined;
  value: number;
  line: string;
  recognized: boolean;
}

/**
 * Corrects Roman numerals that recognition took for letters: `IH- Ba khâu` behind `II`, `đô thị loại TV` where the text has other
 * classes. Only where the number so made is the next of its outline, or where the same words announce a Roman numeral elsewhere in the
 * text. A full stop lost behind a numeral in its turn (`I MỤC ĐÍCH`) is put back. `recognized` tells which lines come from a picture.
 */
export function recognizedNumeralEdits(text: string, recognized: readonly boolean[], { repairs }: Pick<Knowledge, 'repairs'>): RuledEdit[] {
  const strokes: Strokes = (read) => read.replace(new RegExp(anyWritten(Object.keys(repairs.numeral_strokes)), 'g'), (sign) => repairs.numeral_strokes[sign] ?? sign);
  return [...outlineEdits(text, recognized, strokes), ...announcedEdits(text, recognized, repairs.numeral_announcers, strokes)].sort((a, b) => a.start - b.start);
}

/** The numeral that was printed where this was read: `TV` is IV, `IH` III. Null where no numeral is made of such strokes. */
function printedValue(read: string, strokes: Strokes): number | null {
  const value = fromRoman(strokes(read));
  return value !== null && value <= LARGEST && !ARABIC.test(read) ? value : null;
}

function outlineEdits(text: string, recognized: readonly boolean[], strokes: Strokes): RuledEdit[] {
  const markers: Marker[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const { read = '', sign } = MARKER.exec(line)?.groups ?? {};
    const value = read === '' ? null : printedValue(read, strokes);
    if (value !== null && (sign !== undefined || isMostlyCapitals(line))) markers.push({ start, read, sign, value, line, recognized: recognized[index] ?? false });
    start += line.length + 1;
  }
  const edits: RuledEdit[] = [];
  let last = 0;
  let style = '.';
  for (const [at, marker] of markers.entries()) {
    const { read, sign, value } = marker;
    const sound = fromRoman(read) !== null;
    // A stroke was lost where the same number stands twice and the one after it is missing: I, I, III.
    const lost = sound && value === last && markers[at + 1]?.value === last + 2;
    const right = lost ? last + 1 : value;
    if (!sound && right !== last + 1) continue;
    const numeral = toRoman(right);
    if (marker.recognized && right === last + 1 && (numeral !== read || sign === undefined))
      edits.push({ start: marker.start, end: marker.start + read.length, replacement: sign === undefined ? numeral + style : numeral, rule: RULE });
    if (sign !== undefined) style = sign;
    last = right;
  }
  return edits;
}

/** "đô thị loại TV" beside "loại V": the announcing word with a sound numeral behind it elsewhere is the proof. */
function announcedEdits(text: string, recognized: readonly boolean[], announcers: readonly string[], strokes: Strokes): RuledEdit[] {
  const announced = new RegExp(`(?<!\\p{L})(?<word>${anyPrinted(announcers, true)})(?<blank>[ \\n])(?<read>[IVXHTLl1|!]{1,5})(?![\\p{L}\\d/-])`, 'gu');
  const found = [...text.matchAll(announced)].map(({ index, groups: { word = '', blank = '', read = '' } = {} }) => ({
    word: word.toLowerCase(),
    start: index + word.length + blank.length,
    read,
  }));
  const proven = new Set(found.filter(({ read }) => fromRoman(read) !== null).map(({ word }) => word));
  const recognizedAt = lineFlags(text, recognized);
  return found.flatMap(({ word, start, read }) => {
    const value = proven.has(word) && fromRoman(read) === null && recognizedAt(start) ? printedValue(read, strokes) : null;
    return value === null ? [] : [{ start, end: start + read.length, replacement: toRoman(value), rule: RULE }];
  });
}
