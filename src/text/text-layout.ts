import type { Box, PlacedBox, PlacedWords, TextLayout } from '../model/layout.ts';
import type { SourceMapData } from './source-map.ts';
import { isSyllable } from './syllable.ts';

/** The words of one page with their offsets in the text all pages were joined to. */
export interface PageWords {
  page: number;
  /** Offset of the page's text in the joined text. */
  base: number;
  words: PlacedWords;
}

/**
 * Carries the places of words over to a text made from the pages, along its source map. A word that lies in several pieces of the
 * map, as one with a repaired letter, gets one entry.
 */
export function mapLayout(pages: readonly PageWords[], map: SourceMapData): TextLayout | null {
  if (pages.length === 0) return null;
  const layout: TextLayout = { start: [], end: [], box: [], confidence: pages.some(({ words }) => words.confidence) ? [] : null, page: [] };
  let lastPage = -1;
  let lastWord = -1;
  for (let piece = 0; piece < map.text.length; piece++) {
    const from = map.from[piece] as number;
    const to = map.to[piece] as number;
    const textStart = map.text[piece] as number;
    const textEnd = map.text[piece + 1] ?? map.length;
    for (let at = Math.max(0, upperBound(pages.length, (i) => (pages[i] as PageWords).base > from) - 1); at < pages.length && (pages[at] as PageWords).base < to; at++) {
      const { page, base, words } = pages[at] as PageWords;
      for (let i = upperBound(words.end.length, (word) => (words.end[word] as number) + base > from); i < words.start.length; i++) {
        const start = (words.start[i] as number) + base;
        const end = (words.end[i] as number) + base;
        if (start >= to) break;
        const exact = map.exact[piece] === 1;
        const textFrom = exact ? textStart + Math.max(0, start - from) : textStart;
        const textTo = exact ? Math.min(textEnd, textStart + end - from) : textEnd;
        if (at === lastPage && i === lastWord) layout.end[layout.end.length - 1] = textTo;
        else {
          layout.start.push(textFrom);
          layout.end.push(textTo);
          layout.page.push(page);
          layout.box.push(...words.box.slice(i * 4, i * 4 + 4));
          layout.confidence?.push(words.confidence?.[i] ?? 1);
        }
        lastPage = at;
        lastWord = i;
      }
    }
  }
  return layout;
}

/** The words of `[start, end)` with offsets counted from `start`. */
export function sliceLayout(layout: TextLayout | null, start: number, end: number): TextLayout | null {
  if (layout === null) return null;
  const first = upperBound(layout.end.length, (i) => (layout.end[i] as number) > start);
  const last = Math.max(
    first,
    upperBound(layout.start.length, (i) => (layout.start[i] as number) >= end),
  );
  return {
    start: layout.start.slice(first, last).map((offset) => Math.max(0, offset - start)),
    end: layout.end.slice(first, last).map((offset) => Math.min(end, offset) - start),
    box: layout.box.slice(first * 4, last * 4),
    confidence: layout.confidence?.slice(first, last) ?? null,
    page: layout.page.slice(first, last),
  };
}

/** Where words of a text stand. */
export interface Place {
  page: number;
  boxes: PlacedBox[];
  /** Of the word that was recognized with the least; absent where words were read. */
  confidence?: number;
}

/** The place of `[start, end)`: a box for each line of words; null where none of the words has one. */
export function placeOf(layout: TextLayout, start: number, end: number): Place | null {
  const boxes: PlacedBox[] = [];
  let confidence = 1;
  for (let i = upperBound(layout.end.length, (word) => (layout.end[word] as number) > start); i < layout.start.length && (layout.start[i] as number) < end; i++) {
    const page = layout.page[i] as number;
    const box = layout.box.slice(i * 4, i * 4 + 4) as Box;
    confidence = Math.min(confidence, layout.confidence?.[i] ?? 1);
    const line = boxes.at(-1);
    if (line && line.page === page && goesOn(line.box, box)) line.box = union(line.box, box);
    else boxes.push({ page, box });
  }
  if (boxes.length === 0) return null;
  return { page: (boxes[0] as PlacedBox).page, boxes, ...(layout.confidence ? { confidence } : {}) };
}

/** Words recognized with less are a guess: handwriting never has more. */
const GUESS = 0.35;
/** A number recognized with less may well be another one. */
const DOUBTFUL_NUMBER = 0.6;

/** `[start, end)` of a text with dots for what recognition only guessed: "Số: …… /CT-UBND". The length stays. */
export function certainText(text: string, layout: TextLayout | null, start: number, end: number): string {
  if (!layout?.confidence) return text.slice(start, end);
  let out = '';
  let at = start;
  for (let i = upperBound(layout.end.length, (word) => (layout.end[word] as number) > start); i < layout.start.length && (layout.start[i] as number) < end; i++) {
    const [from, to] = [Math.max(at, layout.start[i] as number), Math.min(end, layout.end[i] as number)];
    const confidence = layout.confidence[i] as number;
    if (to <= from || confidence >= (/\d/.test(text.slice(from, to)) ? DOUBTFUL_NUMBER : GUESS)) continue;
    out += text.slice(at, from) + '…'.repeat(to - from);
    at = to;
  }
  return out + text.slice(at, end);
}

/** Whether a word of `[start, end)` is a guess and none of the language: "Về việc … dư “n", "ỹuy uựn". */
export function isGarbled(text: string, layout: TextLayout | null, start: number, end: number): boolean {
  if (!layout?.confidence) return false;
  for (let i = upperBound(layout.end.length, (word) => (layout.end[word] as number) > start); i < layout.start.length && (layout.start[i] as number) < end; i++) {
    if ((layout.confidence[i] as number) >= GUESS) continue;
    const letters = text.slice(layout.start[i], layout.end[i]).match(/\p{L}+/gu);
    if (letters === null || !letters.every(isSyllable)) return true;
  }
  return false;
}

/** The mean confidence of the words of `[start, end)`; 1 where they were not recognized. */
export function meanConfidence(layout: TextLayout | null, start: number, end: number): number {
  if (!layout?.confidence) return 1;
  let sum = 0;
  let count = 0;
  for (let i = upperBound(layout.end.length, (word) => (layout.end[word] as number) > start); i < layout.start.length && (layout.start[i] as number) < end; i++) {
    sum += layout.confidence[i] as number;
    count++;
  }
  return count === 0 ? 1 : sum / count;
}

/** True where `next` stands behind `line` at the same height. */
function goesOn(line: Box, next: Box): boolean {
  const overlap = Math.min(line[3], next[3]) - Math.max(line[1], next[1]);
  return next[0] >= line[0] && overlap > 0.5 * Math.min(line[3] - line[1], next[3] - next[1]);
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The first index from which on `holds` is true, for a predicate that is false, then true. */
function upperBound(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
