import type { Box } from '../../model/layout.ts';
import { around } from './geometry.ts';
import type { Turn, Word } from './words.ts';

/** Words on one base line, from left to right. */
export interface TextLine {
  words: Word[];
  box: Box;
  baseline: number;
  size: number;
}

/** Base lines closer than this share of the type size are one. */
const SAME_BASELINE = 0.3;
/** Type smaller than this share of the line's can be a raised mark. */
const SMALL_TYPE = 0.8;

/** Turns words of a frame of the given size so that text written in the given direction runs from left to right; `place` stays. */
export function turnWords(words: readonly Word[], turn: Turn, width: number, height: number): Word[] {
  if (turn === 0) return [...words];
  return words.map((word) => {
    const [left, top, right, bottom] = word.box;
    const box: Box =
      turn === 1
        ? [top, width - right, bottom, width - left]
        : turn === 2
          ? [width - right, height - bottom, width - left, height - top]
          : [height - bottom, left, height - top, right];
    const descent = -word.font.descent * word.size;
    return { ...word, box, baseline: box[3] - descent, turn: word.turn === null ? null : (((word.turn - turn + 4) % 4) as Turn) };
  });
}

/** The mark of a note stands at most this many type sizes in front of it. */
const IN_FRONT = 0.6;

/** A word with what is glued to it. */
interface Unit {
  words: Word[];
  main: Word;
}

/** Groups upright words into lines, top to bottom. */
export function linesOf(words: readonly Word[]): TextLine[] {
  const units: Unit[] = [];
  for (const word of words) {
    const last = units.at(-1);
    if (word.glued && last) {
      last.words.push(word);
      if (word.size > last.main.size) last.main = word;
    } else units.push({ words: [word], main: word });
  }
  units.sort((a, b) => a.main.baseline - b.main.baseline || a.main.box[0] - b.main.box[0]);
  const groups: Unit[][] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const first = group?.[0]?.main;
    if (group && first && unit.main.baseline - first.baseline <= SAME_BASELINE * Math.min(first.size, unit.main.size)) group.push(unit);
    else groups.push([unit]);
  }
  const lines = groups.map((group) => lineOf(group.sort((a, b) => a.main.box[0] - b.main.box[0]).flatMap((unit) => unit.words)));
  return withRaised(lines);
}

function lineOf(words: Word[]): TextLine {
  const size = Math.max(...words.map((word) => word.size));
  const main = words.find((word) => word.size === size) as Word;
  return { words, box: around(words.map((word) => word.box)), baseline: main.baseline, size };
}

/** Puts lines that hold nothing but a few small raised signs into the line they stand at. */
function withRaised(lines: readonly TextLine[]): TextLine[] {
  const out: TextLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as TextLine;
    const below = lines[i + 1];
    const rise = below ? below.baseline - line.baseline : 0;
    if (below && line.size < below.size * SMALL_TYPE && rise < below.size * 0.65 && line.words.every((word) => standsAt(word, below))) {
      const raised = line.words.map((word) => ({ ...word, raised: true, glued: standsBehind(word, below) }));
      lines = lines.with(i + 1, lineOf([...below.words, ...raised].sort((a, b) => a.box[0] - b.box[0])));
    } else out.push(line);
  }
  return out;
}

/** True where a sign stands directly behind a word of the line ("Tỉnh ủy¹") or in front of its first ("¹ Nghị quyết số 06"). */
function standsAt(sign: Word, line: TextLine): boolean {
  return sign.text.length <= 4 && (standsBehind(sign, line) || Math.abs(line.box[0] - sign.box[2]) < line.size * IN_FRONT);
}

function standsBehind(sign: Word, line: TextLine): boolean {
  return line.words.some((word) => Math.abs(sign.box[0] - word.box[2]) < line.size * 0.3);
}

/** The stretches of a line between gaps at least as wide as `gap` times its type size. */
export function segmentsOf(line: TextLine, gap: number): TextLine[] {
  const segments: Word[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const word of line.words) {
    if (segments.length === 0 || word.box[0] - right >= gap * line.size) segments.push([word]);
    else segments.at(-1)?.push(word);
    right = Math.max(right, word.box[2]);
  }
  return segments.length === 1 ? [line] : segments.map(lineOf);
}
