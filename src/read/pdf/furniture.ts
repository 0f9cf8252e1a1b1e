import type { SetAside } from '../../model/layout.ts';
import { textOf } from './columns.ts';
import { around } from './geometry.ts';
import { segmentsOf, type TextLine } from './lines.ts';

/** The lines of a page near its upper and lower edge, from the edge inwards. */
export interface PageEdges {
  top: TextLine[];
  bottom: TextLine[];
  /** The lines next to these, further inside. */
  inner: { top: TextLine | null; bottom: TextLine | null };
  /** True where a letterhead stands at the top. */
  letterhead: boolean;
}

/** Running heads stand in this share of the page's height at either edge. */
const MARGIN = 0.14;
const MOST_LINES = 3;
/** A letterhead begins within this many lines. */
const LETTERHEAD_LINES = 8;
/** How many pages before and after are looked at: a gazette or an annex may begin or end in the middle of a file. */
export const NEIGHBOURS = 4;
const SAME_HEIGHT = 12;
const PAGE_NUMBER = /^[-–—\s]{0,4}\d{1,4}[-–—\s]{0,4}$/;
/** A page number stands this far from the words of a running head ("52   CÔNG BÁO/Số 863 + 864"), in type sizes. */
const NUMBER_APART = 1;

/** `laysOut` tells by its first words whether a text belongs to a letterhead. */
export function edgesOf(lines: readonly TextLine[], height: number, laysOut: (text: string) => boolean): PageEdges {
  const top = lines.slice(0, MOST_LINES).filter((line) => line.box[3] < height * MARGIN);
  const bottom = lines
    .slice(-MOST_LINES)
    .reverse()
    .filter((line) => line.box[1] > height * (1 - MARGIN));
  return {
    top,
    bottom,
    inner: { top: lines[top.length] ?? null, bottom: lines[lines.length - 1 - bottom.length] ?? null },
    letterhead: lines.slice(0, LETTERHEAD_LINES).some((line) => segmentsOf(line, NUMBER_APART).some((segment) => laysOut(textOf(segment)))),
  };
}

/**
 * The running heads, feet and page numbers of a page: what stands at the same height with the same words on a page nearby, and
 * numbers alone at an edge. From the edge inwards, up to the first line that is none. Pages that go on alike further inside are copies
 * of one page, and two pages with a letterhead begin two letters of one sender: neither says that a line is repeated on every page.
 */
export function furnitureOf(page: PageEdges, neighbours: readonly PageEdges[]): Map<TextLine, SetAside['kind']> {
  const found = new Map<TextLine, SetAside['kind']>();
  for (const side of ['top', 'bottom'] as const) {
    const others = neighbours.filter((other) => !isCopy(page.inner[side], other.inner[side]) && !(side === 'top' && page.letterhead && other.letterhead));
    for (const line of page[side]) {
      if (PAGE_NUMBER.test(textOf(line))) found.set(line, 'page-number');
      else if (others.some((other) => other[side].some((its) => isSame(line, its)))) found.set(line, 'running-head');
      else break;
    }
  }
  return found;
}

function isCopy(a: TextLine | null, b: TextLine | null): boolean {
  return a !== null && b !== null && isSame(a, b);
}

function isSame(a: TextLine, b: TextLine): boolean {
  if (Math.abs(a.baseline - b.baseline) > SAME_HEIGHT) return false;
  const key = wordsOf(a);
  return /\p{L}/u.test(key) && key === wordsOf(b);
}

/** The words of a line without a page number at its end. */
function wordsOf(line: TextLine): string {
  return segmentsOf(line, NUMBER_APART)
    .map(textOf)
    .filter((text) => !PAGE_NUMBER.test(text))
    .join(' ');
}

export function setAside(kind: SetAside['kind'], line: Pick<TextLine, 'words'>): SetAside {
  return { kind, text: textOf(line as TextLine), box: around(line.words.map((word) => word.place)) };
}
