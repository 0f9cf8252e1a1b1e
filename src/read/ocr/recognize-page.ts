import type { PageImage, RecognizedBlock, RecognizedLine, RecognizedPage, RecognizedTable, RecognizedWord } from './engine.ts';
import { inReadingOrder } from './layout/columns.ts';
import { type Row, toRows } from './layout/rows.ts';
import { mapBox } from './pixels/geometry.ts';
import { type Area, erase, type GrayImage } from './pixels/gray.ts';
import { type PreparedPage, preparePage } from './prepare.ts';
import type { ReadLine, ReadWord, TextReader } from './readers/reader.ts';
import { inkedArea, inside, stackAreas, unstack } from './tables/cells.ts';
import { findGrids, type Grid } from './tables/grid.ts';
import { findRulings } from './tables/rulings.ts';

/** Recognizes one page: prepares it, reads tables cell by cell and the rest as text, and puts all in reading order. */
export async function recognizePage(image: PageImage, reader: TextReader, signal: AbortSignal): Promise<RecognizedPage> {
  const page = await preparePage(image);
  signal.throwIfAborted();
  const grids = findGrids(findRulings(page.print, page.dpi), page.dpi).filter(({ cells }) => cells.length > 1);
  const text: GrayImage = { ...page.print, data: Uint8Array.from(page.print.data) };
  for (const grid of grids) erase(text, grown(grid, 0.02 * page.dpi));
  const lines = inkedArea(text, wholeOf(text)) ? await reader.read(text, 'page', page.dpi, signal) : [];
  const tables: RecognizedTable[] = [];
  for (const grid of grids) tables.push(await readTable(page, grid, image, reader, signal));
  const rows = inReadingOrder(toRows(lines.map(({ words }) => words)));
  return {
    blocks: withTables(rows, grids, tables, (row) => toLine(row.words, page, image)),
    rotation: page.rotation,
    skew: page.skew,
    stamps: [],
    handwritten: [],
    engine: `${reader.name} ${reader.version}`,
  };
}

function wholeOf({ width, height }: GrayImage): Area {
  return { left: 0, top: 0, right: width, bottom: height };
}

function grown({ left, top, right, bottom }: Area, margin: number): Area {
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

function toWord(word: ReadWord, page: PreparedPage, image: PageImage): RecognizedWord {
  return { text: word.text, box: mapBox(page.back, word, image), confidence: word.confidence };
}

function toLine(words: readonly ReadWord[], page: PreparedPage, image: PageImage): RecognizedLine {
  return { words: words.map((word) => toWord(word, page, image)) };
}

async function readTable(page: PreparedPage, grid: Grid, image: PageImage, reader: TextReader, signal: AbortSignal): Promise<RecognizedTable> {
  const areas = grid.cells.map((cell) => inkedArea(page.print, inside(cell, 0.03 * page.dpi)));
  const found = new Map<Area, ReadLine[]>();
  for (const stack of stackAreas(
    page.print,
    areas.filter((area) => area !== null),
    page.dpi,
  )) {
    for (const [area, lines] of unstack(stack, await reader.read(stack.image, 'block', page.dpi, signal))) found.set(area, lines);
  }
  const rows: RecognizedTable['rows'] = Array.from({ length: grid.rows }, () => ({ cells: [] }));
  grid.cells.forEach((cell, index) => {
    const area = areas[index];
    const lines = (area && found.get(area)) ?? [];
    rows[cell.row]?.cells.push({
      box: mapBox(page.back, cell, image),
      colSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      lines: toRows(lines.map(({ words }) => words)).map((row) => toLine(row.words, page, image)),
    });
  });
  return { box: mapBox(page.back, grid, image), rows };
}

/** Puts each table where it stands between the rows of text. */
function withTables(rows: readonly Row[], grids: readonly Grid[], tables: readonly RecognizedTable[], toText: (row: Row) => RecognizedLine): RecognizedBlock[] {
  const blocks: RecognizedBlock[] = [];
  let next = 0;
  const place = (limit: number) => {
    for (; next < grids.length && (grids[next] as Grid).top < limit; next++) blocks.push({ kind: 'table', table: tables[next] as RecognizedTable });
  };
  for (const row of rows) {
    place((row.top + row.bottom) / 2);
    blocks.push({ kind: 'line', line: toText(row) });
  }
  place(Number.POSITIVE_INFINITY);
  return blocks;
}
