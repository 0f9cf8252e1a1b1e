import { isSyllable } from '../../../text/syllable.ts';
import type { Area } from '../pixels/gray.ts';
import type { ReadWord } from '../readers/reader.ts';

/** A mark on a page that lies over its print. */
export interface Cover {
  area: Area;
  /** What it held was taken from the print, words with it: a frame. A seal in colour lies over print that can still be read. */
  erased: boolean;
}

/** Inches around a mark that its own ink reaches into. */
const REACH = 0.02;
/** Words read with less and touched by a mark are what the mark made of them. */
const LEGIBLE = 0.6;
/** Inches; what is erased so far into a word is missing in it, however it reads. */
const DEEP = 0.035;
/** Figures, codes and abbreviations: "59-CTr/TU", "UBND", "TTHC;". */
const CODE = /\d|^[\p{Lu}/⁄.,;:()–-]+$/u;
const LETTERS = /\p{L}+/gu;

/** A row's word, and whether a mark makes a guess of it. */
export interface CoveredWord {
  word: ReadWord;
  covered: boolean;
}

/**
 * Words that marks lie over, told from those that can be read all the same. What cannot stays as a guess where print runs into a mark
 * (`Về việc … dự “n`, `pggi Huy Nam Sơn`), and is left out where it stands within a seal, whose own letters it is.
 */
export function markCovered(words: readonly ReadWord[], covers: readonly Cover[], dpi: number): CoveredWord[] {
  let marked: CoveredWord[] = words.map((word) => ({ word, covered: false }));
  for (const { area, erased } of covers) {
    const reach = REACH * dpi;
    const touched = marked.filter(({ word }) => touches(word, area, reach));
    if (touched.length === 0) continue;
    if (erased) {
      // A frame cuts a line at once: one word that makes no sense, or of which a part is gone, tells of those beside it.
      if (touched.some(({ word }) => !isLegible(word) || isCut(word, area, DEEP * dpi))) for (const one of touched) one.covered = true;
      continue;
    }
    // Print under a seal in colour is read less surely, and is right all the same: a number, a word of the language.
    const illegible = new Set(touched.filter(({ word }) => word.confidence < LEGIBLE && !isWritten(word)));
    for (const one of illegible) one.covered = true;
    marked = marked.filter((one) => !(illegible.has(one) && isWithin(one.word, area, reach)));
  }
  return marked;
}

function touches(word: Area, area: Area, reach: number): boolean {
  return word.left < area.right + reach && word.right > area.left - reach && word.top < area.bottom + reach && word.bottom > area.top - reach;
}

/** Whether a part of a word lies in what was erased: at its top or bottom, or at its beginning or end. */
function isCut(word: Area, area: Area, depth: number): boolean {
  const across = Math.min(word.bottom, area.bottom) - Math.max(word.top, area.top);
  const along = Math.min(word.right, area.right) - Math.max(word.left, area.left);
  return across > depth && along > 0;
}

function isWithin(word: Area, area: Area, reach: number): boolean {
  return word.left >= area.left - reach && word.right <= area.right + reach && word.top >= area.top - reach && word.bottom <= area.bottom + reach;
}

function isLegible(word: ReadWord): boolean {
  return word.confidence >= LEGIBLE && isWritten(word);
}

/** Whether letters and figures can stand so in a text. */
function isWritten({ text }: ReadWord): boolean {
  if (CODE.test(text)) return true;
  const words = text.match(LETTERS);
  return words?.every(isSyllable) ?? false;
}
