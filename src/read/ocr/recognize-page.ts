import type { PageMarks } from '../../grammar/page-marks.ts';
import type { PageImage, RecognizedBlock, RecognizedHandwriting, RecognizedLine, RecognizedPage, RecognizedStamp, RecognizedTable } from './engine.ts';
import { inReadingOrder } from './layout/columns.ts';
import { type Row, toRows, unstacked } from './layout/rows.ts';
import { isScrawl, withoutLowMarks, withoutSpecks } from './layout/specks.ts';
import { type Cover, markCovered } from './marks/covered-words.ts';
import { eraseFrame, findFrames } from './marks/frames.ts';
import { toHandwriting, withGuesses } from './marks/guesses.ts';
import { markHandwriting } from './marks/mark-handwriting.ts';
import { readColourStamps, readFrames } from './marks/read-stamps.ts';
import { meanConfidence, surestTurn } from './orientation.ts';
import type { PageReading } from './page-reading.ts';
import { flatSheet, inPhotograph } from './photograph.ts';
import { type Area, erase, type GrayImage } from './pixels/gray.ts';
import { evenPage, type LikelyTurn, likelyTurns, sidewaysTurns, uprightPage } from './prepare.ts';
import { readText } from './read-text.ts';
import type { TextReader } from './readers/reader.ts';
import { findGrids, type Grid } from './tables/grid.ts';
import { isLegibleTable, readTable } from './tables/read-table.ts';
import { findRulings } from './tables/rulings.ts';

/** Text read with less mean confidence may stand on its head. */
const UPRIGHT_CONFIDENCE = 0.65;
/** Inches around a table that its outer rulings may reach into. */
const TABLE_MARGIN = 0.02;

/**
 * Recognizes one page: makes it flat where it was photographed, cleans it, takes out stamps, reads tables cell by cell and the rest as
 * text, and puts all in reading order.
 */
export async function recognizePage(image: PageImage, reader: TextReader, marks: PageMarks, signal: AbortSignal): Promise<RecognizedPage> {
  const sheet = flatSheet(image);
  if (sheet === null) return recognizeFlat(image, reader, marks, signal);
  return inPhotograph(await recognizeFlat(sheet.image, reader, marks, signal), sheet, image);
}

async function recognizeFlat(image: PageImage, reader: TextReader, marks: PageMarks, signal: AbortSignal): Promise<RecognizedPage> {
  const even = await evenPage(image);
  const turns = likelyTurns(even);
  const read = (likely: LikelyTurn) => readUpright({ page: uprightPage(even, likely), given: even.given, reader, marks, signal });
  signal.throwIfAborted();
  const [first] = turns;
  const likely = first.turn === 0 ? first : await surestTurn(even, turns, reader, signal);
  const page = await read(likely);
  // Lines that lie flat may stand on their head, and what lies flat may be the rulings of a table that lies on its side. Both are rare:
  // looked into only where the reading makes no sense.
  if (likely.turn !== 0 || (meanConfidence(linesOf(page)) ?? 1) >= UPRIGHT_CONFIDENCE) return page;
  const surest = await surestTurn(even, [...turns, ...sidewaysTurns(even)], reader, signal);
  return surest === likely ? page : read(surest);
}

async function readUpright(reading: PageReading): Promise<RecognizedPage> {
  const { page, reader } = reading;
  const { print, dpi } = page;
  const text: GrayImage = { ...print, data: Uint8Array.from(print.data) };
  const rulings = findRulings(print, dpi);
  const framed = await readFrames(findFrames(rulings, print, dpi), reading);
  for (const { frame } of framed) eraseFrame(text, frame, rulings, dpi);
  const grids: Grid[] = [];
  const tables: RecognizedTable[] = [];
  for (const grid of findGrids(rulings, dpi).filter((grid) => grid.cells.length > 1 && !framed.some(({ frame }) => overlaps(frame, grid)))) {
    const table = await readTable(grid, reading);
    if (!isLegibleTable(table)) continue;
    grids.push(grid);
    tables.push(table);
    erase(text, grown(grid, TABLE_MARGIN * dpi));
  }
  const lines = await readText(text, reading);
  const colour = await readColourStamps(reading);
  const stamps: RecognizedStamp[] = [...framed, ...colour].map(({ stamp }) => stamp);
  const covers: Cover[] = [...framed.map(({ frame }) => ({ area: frame, erased: true })), ...colour.map(({ area }) => ({ area, erased: false }))];
  const handwritten: RecognizedHandwriting[] = [];
  const found = toRows(withoutLowMarks(lines.map(({ words }) => words).flatMap(unstacked)).map(withoutSpecks));
  const scrawls = found.filter(({ words }) => isScrawl(words));
  for (const { words } of scrawls) handwritten.push(toHandwriting(words, reading));
  const rows = inReadingOrder(found.filter((row) => !scrawls.includes(row)));
  const toLine = (row: Row): RecognizedLine => {
    const marked = markHandwriting(row, reading);
    if (marked === null) return { words: withGuesses(markCovered(row.words, covers, dpi), reading) };
    handwritten.push(...marked.handwritten);
    return { words: marked.words };
  };
  const blocks = withTables(rows, grids, tables, toLine);
  return { blocks, rotation: page.rotation, skew: page.skew, stamps, handwritten, engine: `${reader.name} ${reader.version}` };
}

function grown({ left, top, right, bottom }: Area, margin: number): Area {
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

function overlaps(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Puts each table where it stands between the rows of text. */
function withTables(rows: readonly Row[], grids: readonly Grid[], tables: readonly RecognizedTable[], toLine: (row: Row) => RecognizedLine): RecognizedBlock[] {
  const blocks: RecognizedBlock[] = [];
  let next = 0;
  const placeTables = (above: number) => {
    for (let grid = grids[next], table = tables[next]; grid && table && grid.top < above; next++, grid = grids[next], table = tables[next]) blocks.push({ kind: 'table', table });
  };
  for (const row of rows) {
    placeTables((row.top + row.bottom) / 2);
    blocks.push({ kind: 'line', line: toLine(row) });
  }
  placeTables(Number.POSITIVE_INFINITY);
  return blocks.filter((block) => block.kind === 'table' || block.line.words.length > 0);
}

function linesOf({ blocks }: RecognizedPage): RecognizedLine[] {
  return blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : block.table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))));
}
