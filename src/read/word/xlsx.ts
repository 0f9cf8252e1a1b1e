import { FileProblem } from '../file-problem.ts';
import type { Archive } from './archive.ts';
import { type Body, MOST_COLUMNS } from './body.ts';
import { type SheetRow, toBlocks } from './sheet.ts';
import { type NumberFormat, readNumberFormats, showNumber } from './xlsx-cells.ts';
import { child, childElements, parseXml, textOf, type XmlElement } from './xml.ts';

const MOST_ROWS = 200_000;

/**
 * Reads the sheets of an XLSX file, one body each: the table, and what stands above and below it as paragraphs. Paragraphs are numbered by
 * the rows of the sheet. Formulas are not computed; their kept results are read.
 * @throws FileProblem where a part is damaged or missing.
 */
export async function readXlsx(archive: Archive, main: string): Promise<Body[]> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const part = async (name: string): Promise<XmlElement | null> => {
    const bytes = await archive.read(name);
    return bytes ? parseXml(bytes) : null;
  };
  const workbook = await part(main);
  if (!workbook) throw new FileProblem('broken', { type: 'XLSX' });
  const strings = await part(`${folder}sharedStrings.xml`);
  const shared = strings ? childElements(strings).map(stringOf) : [];
  const formats = readNumberFormats(await part(`${folder}styles.xml`));
  const targets = new Map<string, string>();
  for (const { attributes } of childElements((await part(`${folder}_rels/workbook.xml.rels`)) ?? workbook)) {
    const target = attributes.Target ?? '';
    targets.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
  }
  const bodies: Body[] = [];
  for (const { name, attributes } of childElements(child(workbook, 'sheets') ?? workbook)) {
    if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') continue;
    const sheet = await part(targets.get(attributes['r:id'] ?? '') ?? '');
    if (sheet) bodies.push({ blocks: toBlocks(readRows(sheet, shared, formats)), furniture: [] });
  }
  return bodies;
}

/** The text of a string, without the reading aids that East Asian ones have. */
function stringOf(element: XmlElement): string {
  return element.children
    .filter((inner): inner is XmlElement => typeof inner !== 'string' && (inner.name === 't' || inner.name === 'r'))
    .map((inner) => (inner.name === 't' ? textOf(inner) : stringOf(inner)))
    .join('');
}

function readRows(sheet: XmlElement, shared: readonly string[], formats: readonly NumberFormat[]): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const element of childElements(child(sheet, 'sheetData') ?? sheet)) {
    if (element.name !== 'row' || rows.length >= MOST_ROWS) continue;
    const number = Number(element.attributes.r) || (rows.at(-1)?.number ?? 0) + 1;
    const row: SheetRow = { number, cells: [], hidden: element.attributes.hidden === '1' || element.attributes.hidden === 'true' };
    for (const cell of childElements(element)) {
      const column = columnOf(cell.attributes.r ?? '') ?? row.cells.length;
      if (cell.name !== 'c' || column >= MOST_COLUMNS) continue;
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] = cellText(cell, shared, formats).trim();
    }
    while (row.cells.at(-1) === '') row.cells.pop();
    rows.push(row);
  }
  return rows;
}

/** `C7` → 2. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(cell: XmlElement, shared: readonly string[], formats: readonly NumberFormat[]): string {
  const value = textOf(child(cell, 'v') ?? { name: '', attributes: {}, children: [] });
  switch (cell.attributes.t) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'inlineStr':
      return stringOf(child(cell, 'is') ?? cell);
    case 'str':
      return value;
    case 'b':
    case 'e':
      return '';
    default:
      return showNumber(value, formats[Number(cell.attributes.s ?? '0')]);
  }
}
