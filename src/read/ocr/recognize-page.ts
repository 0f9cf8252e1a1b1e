import type { PageMarks } from '../../grammar/page-marks.ts';
import type { PageImage, RecognizedBlock, RecognizedHandwriting, RecognizedLine, RecognizedPage, RecognizedStamp, RecognizedTable } from './engine.ts';
import { inReadingOrder } from './layout/columns.ts';
import { type Row, toRows } from './layout/rows.ts';
import { withoutSpecks } from './layout/specks.ts';
import { eraseFrame, findFrames } from './marks/frames.ts';
import { markHandwriting } from './marks/mark-handwriting.ts';
import { readArrivalFrames, readColourStamps } from './marks/read-stamps.ts';
import type { PageReading } from './page-reading.ts';
import { type Area, erase, type GrayImage } from './pixels/gray.ts';
import { evenPage, likelyTurns, uprightPage } from './prepare.ts';
import type { TextReader } from './readers/reader.ts';
import { inkedArea } from './tables/cells.ts';
import { findGrids, type Grid } from './tables/grid.ts';
import { readTable } from './tables/read-table.ts';
import { findRulings } from './tables/rulings.ts';

/** Text read with less mean confidence may stand on its head. */
const UPRIGHT_CONFIDENCE = 0.65;
/** Inches around a table that its outer rulings may reach into. */
const TABLE_MARGIN = 0.02;

/** Recognizes one page: cleans it, takes out stamps, reads tables cell by cell and the rest as text, and puts all in reading order. */
export async function recognizePage(image: PageImage, reader: TextReader, marks: PageMarks, signal: AbortSignal): Promise<RecognizedPage> {
  const even = await evenPage(image);
  let best: { page: RecognizedPage; confidence: number } | null = null;
  for (const turn of likelyTurns(even)) {
    signal.throwIfAborted();
    const page = await readUpright({ page: uprightPage(even, turn), given: even.given, reader, marks, signal });
    const confidence = meanConfidence(page);
    if (!best || confidence > best.confidence) best = { page, confidence };
    if (confidence >= UPRIGHT_CONFIDENCE) break;
  }
  if (!best) throw new Error('a page has at least one likely turn');
  return best.page;
}

async function readUpright(reading: PageReading): Promise<RecognizedPage> {
  const { page, reader, signal } = reading;
  const { print, dpi } = page;
  const text: GrayImage = { ...print, data: Uint8Array.from(print.data) };
  const rulings = findRulings(print, dpi);
  const arrivals = await readArrivalFrames(findFrames(rulings, print, dpi), reading);
  for (const { frame } of arrivals) eraseFrame(text, frame, rulings, dpi);
  const grids = findGrids(rulings, dpi).filter((grid) => grid.cells.length > 1 && !arrivals.some(({ frame }) => overlaps(frame, grid)));
  for (const grid of grids) erase(text, grown(grid, TABLE_MARGIN * dpi));
  const lines = inkedArea(text, { left: 0, top: 0, right: text.width, bottom: text.height }) ? await reader.read(text, 'page', dpi, signal) : [];
  const tables: RecognizedTable[] = [];
  for (const grid of grids) tables.push(await readTable(grid, reading));
  const stamps: RecognizedStamp[] = [...arrivals.map(({ stamp }) => stamp), ...(await readColourStamps(reading))];
  const handwritten: RecognizedHandwriting[] = [];
  const rows = inReadingOrder(toRows(lines.map(({ words }) => withoutSpecks(words))));
  const toLine = (row: Row): RecognizedLine => {
    const marked = markHandwriting(row, reading);
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
  return blocks;
}

/** Mean confidence of a page's words, the longer counting more; 1 where there are none. */
function meanConfidence({ blocks }: RecognizedPage): number {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : block.table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines))));
  let [sum, weight] = [0, 0];
  for (const { text, confidence } of lines.flatMap(({ words }) => words)) {
    sum += confidence * text.length;
    weight += text.length;
  }
  return weight === 0 ? 1 : sum / weight;
}
