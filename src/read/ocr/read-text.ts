import type { PageReading } from './page-reading.ts';
import { crop, type GrayImage } from './pixels/gray.ts';
import type { ReadLine } from './readers/reader.ts';
import { inkedArea, onWhite } from './tables/cells.ts';

/** Inches of paper left around the text: what lies outside costs time and tells nothing. */
const MARGIN = 0.2;
/** Less ink than this share of a page is a few lines on it, beside which engines take the grain of the paper for ink: a page takes them half a minute. */
const SPARSE = 0.015;
const INK = 160;

/** Reads the text of a page, its columns and blocks; places in the page's pixels. */
export async function readText(text: GrayImage, { page: { dpi }, reader, signal }: PageReading): Promise<ReadLine[]> {
  const inked = inkedArea(text, { left: 0, top: 0, right: text.width, bottom: text.height });
  if (inked === null) return [];
  const margin = Math.round(MARGIN * dpi);
  const left = Math.max(0, inked.left - margin);
  const top = Math.max(0, inked.top - margin);
  const part = crop(text, { left, top, right: inked.right + margin, bottom: inked.bottom + margin });
  const lines = await reader.read(shareOfInk(part) < SPARSE ? onWhite(part) : part, 'page', dpi, signal);
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, left: word.left + left, right: word.right + left, top: word.top + top, bottom: word.bottom + top })),
  }));
}

function shareOfInk({ data }: GrayImage): number {
  let ink = 0;
  for (let at = 0; at < data.length; at++) if ((data[at] as number) < INK) ink++;
  return ink / data.length;
}
