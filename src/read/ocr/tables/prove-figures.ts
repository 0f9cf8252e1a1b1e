import { toRows } from '../layout/rows.ts';
import type { PageReading } from '../page-reading.ts';
import type { Area } from '../pixels/gray.ts';
import { resize } from '../pixels/resize.ts';
import type { ReadLine } from '../readers/reader.ts';
import { type Stack, stackAreas, unstack } from './cells.ts';
import { type FigureShape, figureShape, fitted } from './figure-shape.ts';

/** What cells hold, as read. */
export type ReadCells = Map<Area, readonly ReadLine[]>;

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
/** "11" is read as "mi" or "lãi" as well. */
const LONGEST_MISREAD = 4;
const ONLY_STROKES = /^N+$/;
/** Digits that touch, and what is none. */
const COUNTED = /^[TN,.m-]+$/;
const UNCOUNTED = /[Wo]/;

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

/** A reading this sure whose digits and marks are those of the picture needs no other: of 1,600 such figures none was wrong, of 230 at 0.9 to 0.95 five. */
const SURE = 0.95;

/** A figure that is read again. */
interface Figure {
  area: Area;
  shape: FigureShape | null;
  readings: (readonly ReadLine[])[];
}

/**
 * Holds the figures of `cells` against what their pictures show: engines lose the comma of "74,3" and a digit of "11", change "44,85" to "44,05", and are
 * sure of it. Signs are counted in the picture, which tells lost marks. Where the engine was not sure, or picture and reading do not go together, the figure is
 * read again, larger: another size is misread in another way, and what two of three readings agree on replaces what was read in `cells`. Gives the cells of
 * which no two readings agree.
 */
export async function proveFigures(cells: ReadCells, reading: PageReading): Promise<ReadonlySet<Area>> {
  const { dpi, print } = reading.page;
  const open: Figure[] = [];
  for (const [area, lines] of cells) {
    const text = textOf(lines);
    if (text.length > LONGEST_FIGURE) continue;
    const hasDigit = DIGIT.test(text);
    if (!hasDigit && WORDS.test(text) && text.length > LONGEST_MISREAD) continue;
    const shape = toRows(lines.map(({ words }) => words)).length === 1 ? figureShape(print, area) : null;
    if (!hasDigit && !mayBeMisread(text, shape)) continue;
    const value = shape && fitted(text, shape);
    if (value !== null && confidenceOf(lines) > SURE) cells.set(area, withText(lines, value));
    else open.push({ area, shape, readings: [lines] });
  }
  const [secondDpi, thirdDpi] = SIZES[dpi >= FINE ? 0 : 1];
  const apart = await readAgain(open, secondDpi, cells, reading);
  const doubtful = await readAgain(apart, thirdDpi, cells, reading);
  return new Set(doubtful.filter(isLikelyFigure).map(({ area }) => area));
}

/** Whether what was read without a digit has the picture of a figure. */
function mayBeMisread(text: string, shape: FigureShape | null): boolean {
  if (WORDS.test(text)) return shape !== null && ONLY_STROKES.test(shape);
  return shape === null || COUNTED.test(shape);
}

/** Reads figures at another size; gives those of which no two readings agree yet. */
async function readAgain(figures: Figure[], dpi: number, cells: ReadCells, reading: PageReading): Promise<Figure[]> {
  if (figures.length === 0) return [];
  const found = await readCells(
    figures.map(({ area }) => area),
    dpi / reading.page.dpi,
    reading,
  );
  return figures.filter((figure) => {
    const latest = found.get(figure.area) ?? [];
    const value = figureIn(latest, figure);
    const isKnown = value !== null && figure.readings.some((lines) => figureIn(lines, figure) === value);
    figure.readings.push(latest);
    if (isKnown) cells.set(figure.area, withText(latest, value));
    return !isKnown;
  });
}

/** What a reading says the figure is; null where its picture shows another number of digits. Signs that touch cannot be counted. */
function figureIn(lines: readonly ReadLine[], { shape }: Figure): string | null {
  const text = textOf(lines);
  if (text === '') return null;
  return shape === null || UNCOUNTED.test(shape) ? text : fitted(text, shape);
}

/** The words of a line with another text where only its marks and ones are others: as one word, where it no longer is what was read. */
function withText(lines: readonly ReadLine[], value: string): readonly ReadLine[] {
  const words = lines.flatMap((line) => line.words);
  const [first] = words;
  if (!first || textOf(lines) === value) return lines;
  const whole = { ...first, text: value, confidence: confidenceOf(lines) };
  for (const { left, top, right, bottom } of words) {
    whole.left = Math.min(whole.left, left);
    whole.top = Math.min(whole.top, top);
    whole.right = Math.max(whole.right, right);
    whole.bottom = Math.max(whole.bottom, bottom);
  }
  return [{ block: lines[0]?.block ?? 0, words: [whole] }];
}

function confidenceOf(lines: readonly ReadLine[]): number {
  return Math.min(...lines.flatMap(({ words }) => words.map(({ confidence }) => confidence)));
}

/** Whether a figure is printed, whatever was read: `1"` for "11" has the strokes of one, "m²" has not. */
function isLikelyFigure({ shape, readings }: Figure): boolean {
  const texts = readings.map(textOf);
  return texts.some((text) => DIGIT.test(text) && (FIGURE.test(text) || (shape !== null && COUNTED.test(shape))));
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
