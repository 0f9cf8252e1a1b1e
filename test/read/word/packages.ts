import { crc32, deflateRawSync } from 'node:zlib';
import type { Reading } from '../../../src/read/read.ts';
import { readSource } from '../../../src/read/read.ts';
import { knowledge } from '../../default-knowledge.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

interface ZipPart {
  content: string | Uint8Array;
  /** The size the part claims to have, where it lies. */
  claimed?: number;
}

/** A ZIP file of these parts. */
export function zip(parts: Readonly<Record<string, string | ZipPart>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const { content, claimed } = typeof part === 'string' ? { content: part, claimed: undefined } : part;
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimed ?? data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    local.push(head, packed);
    central.push(entry, Buffer.from(name));
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const relationships = (main: string) => `<Relationships><Relationship Id="r1" Type="${OFFICE_DOCUMENT}" Target="${main}"/></Relationships>`;

/** Parts of a DOCX file besides its text; each is the inner XML of its root. */
export interface DocxParts {
  numbering?: string;
  styles?: string;
  footnotes?: string;
  header?: string;
}

/** A DOCX file whose body is `body`. */
export function docx(body: string, { numbering, styles, footnotes, header }: DocxParts = {}): Uint8Array {
  return zip({
    '_rels/.rels': relationships('word/document.xml'),
    'word/document.xml': `<?xml version="1.0"?><w:document ${W} ${MORE}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...(numbering === undefined ? {} : { 'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>` }),
    ...(styles === undefined ? {} : { 'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>` }),
    ...(footnotes === undefined ? {} : { 'word/footnotes.xml': `<w:footnotes ${W}>${footnotes}</w:footnotes>` }),
    ...(header === undefined ? {} : { 'word/header1.xml': `<w:hdr ${W}>${header}</w:hdr>` }),
  });
}

export const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
export const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
export const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

/** An XLSX file; each sheet is its rows of cells. */
export function xlsx(sheets: Readonly<Record<string, string>>, strings: readonly string[] = [], formats = '', attributes: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(sheets);
  return zip({
    '_rels/.rels': relationships('xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="s${at}" ${attributes[name] ?? ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="s${at}" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet>${formats}</styleSheet>`,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at}.xml`, `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`])),
  });
}

export const read = (bytes: Uint8Array): Promise<Reading> => readSource(bytes, knowledge);

/** The lines of the only page of a file. */
export async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const [page] = (await read(bytes)).pages;
  return (page?.text ?? '').split('\n').slice(0, -1);
}

/** The rows of the tables of a file; a tab stands between cells. */
export async function rowsOf(bytes: Uint8Array): Promise<string[]> {
  const [page] = (await read(bytes)).pages;
  return page?.marks.filter((mark) => mark.kind === 'row').map((mark) => page.text.slice(mark.start, mark.end)) ?? [];
}

/** What was changed on reading, as `rule: before → after`. */
export async function repairsOf(bytes: Uint8Array): Promise<string[]> {
  const [page] = (await read(bytes)).pages;
  return page?.repairs?.map(({ rule, before, after }) => `${rule}: ${before} → ${after}`) ?? [];
}
