import type { PageReading } from '../page-reading.ts';
import type { Area } from '../pixels/gray.ts';
import { resize } from '../pixels/resize.ts';
import type { ReadLine } from '../readers/reader.ts';
import { type Stack, stackAreas, unstack } from './cells.ts';

/** What cells hold, as read. */
export type ReadCells = Map<Area, ReadLine[]>;

/** Dots an inch at which figures are read the second time, and the third where the first two readings differ: the one nearer to the page's own is left out. */
const SIZES = [
  [210, 400],
  [360, 270],
] as const;
const FINE = 250;
/** Longer texts are sentences. */
const LONGEST_FIGURE = 18;
/** Words and their punctuation: nothing is a figure, or what a figure was spoiled to ("khi]" for "5,1"). */
const WORDS = /^[\p{L}\s.,;:()/-]*$/u;
const FIGURE = /^[\d.,%\s≥≤<>~→–-]+$/;
const DIGIT = /\d/;

/** Reads cells from a page drawn `scale` times as large; their lines in the page's pixels. */
export async function readCells(areas: readonly Area[], scale: number, { page, reader, signal }: PageReading): Promise<ReadCells> {
  const found: ReadCells = new Map();
  for (const stack of stackAreas(page.print, areas, page.dpi)) {
    const image = await resize(stack.image, scale);
    const lines = await reader.read(image, 'block', page.dpi * scale, signal);
    for (const [area, own] of unstack(stack, scale === 1 ? lines : reduced(lines, stack, image.width))) found.set(area, own);
  }
  return found;
}

/**
 * Reads cells of figures again, larger: engines lose and change figures that stand alone ("32" as "3", "44,85" as "44,05") and are sure of it, but do so
 * in another way at another size. What two of three readings agree on replaces what was read in `cells`. Gives the cells of which
 * no two readings agree.
 */
export async function proveFigures(cells: ReadCells, reading: PageReading): Promise<ReadonlySet<Area>> {
  const doubtful = new Set<Area>();
  const open = [...cells].filter(([, lines]) => mayBeFigure(textOf(lines))).map(([area]) => area);
  if (open.length === 0) return doubtful;
  const { dpi } = reading.page;
  const [secondDpi, thirdDpi] = SIZES[dpi >= FINE ? 0 : 1];
  const second = await readCells(open, secondDpi / dpi, reading);
  const apart = open.filter((area) => !agree(cells.get(area), second.get(area)));
  if (apart.length === 0) return doubtful;
  const third = await readCells(apart, thirdDpi / dpi, reading);
  for (const area of apart) {
    const readings = [cells.get(area) ?? [], second.get(area) ?? [], third.get(area) ?? []] as const;
    if (agree(readings[1], readings[2])) cells.set(area, readings[1]);
    else if (!agree(readings[0], readings[2]) && readings.some((lines) => isFigure(textOf(lines)))) doubtful.add(area);
  }
  return doubtful;
}

function mayBeFigure(text: string): boolean {
  return text.length <= LONGEST_FIGURE && !WORDS.test(text);
}

function isFigure(text: string): boolean {
  return DIGIT.test(text) && FIGURE.test(text);
}

function agree(a: readonly ReadLine[] | undefined, b: readonly ReadLine[] | undefined): boolean {
  return textOf(a ?? []) === textOf(b ?? []);
}

function textOf(lines: readonly ReadLine[]): string {
  return lines.map(({ words }) => words.map(({ text }) => text).join('')).join('');
}

function reduced(lines: readonly ReadLine[], stack: Stack, width: number): ReadLine[] {
  const scale = width / stack.image.width;
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, left: word.left / scale, top: word.top / scale, right: word.right / scale, bottom: word.bottom / scale })),
  }));
}
