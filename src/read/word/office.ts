import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Page } from '../../model/source.ts';
import { FileProblem } from '../file-problem.ts';
import type { Reading } from '../read.ts';
import { Archive } from './archive.ts';
import type { Body } from './body.ts';
import { CompoundFile } from './compound-file.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { layOut } from './lay-out.ts';
import { convertWithLibreOffice } from './libreoffice.ts';
import { readRtf } from './rtf.ts';
import { readXls } from './xls.ts';
import { readXlsx } from './xlsx.ts';
import { childElements, parseXml } from './xml.ts';

type OfficeKnowledge = Pick<Knowledge, 'anatomy'>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOC = 'application/msword';
const XLS = 'application/vnd.ms-excel';
const RTF = 'application/rtf';
const MAIN_PART = /\/officeDocument$/;

/** OpenDocument files, by the type they state first of all. */
const OPEN_DOCUMENT: ReadonlyMap<string, { extension: string; to: 'docx' | 'xlsx' }> = new Map([
  ['application/vnd.oasis.opendocument.text', { extension: 'odt', to: 'docx' }],
  ['application/vnd.oasis.opendocument.spreadsheet', { extension: 'ods', to: 'xlsx' }],
]);

/**
 * Reads a file that is a ZIP archive: DOCX and XLSX (DOCM and XLSM too: macros are never looked at), OpenDocument through LibreOffice.
 * @throws FileProblem
 */
export async function readZip(bytes: Uint8Array, knowledge: OfficeKnowledge): Promise<Reading> {
  const archive = await Archive.open(bytes);
  const main = await mainPart(archive);
  if (main?.includes('word/')) return toReading([await readDocx(archive, main)], DOCX, knowledge);
  if (main?.includes('xl/')) return toReading(await readXlsx(archive, main), XLSX, knowledge);
  const stated = new TextDecoder().decode((await archive.read('mimetype')) ?? new Uint8Array()).trim();
  const open = OPEN_DOCUMENT.get(stated);
  if (!open) throw new FileProblem('unsupported-type', { type: 'ZIP' });
  const converted = await readZip(await convertWithLibreOffice(bytes, open.extension, open.to, open.extension.toUpperCase()), knowledge);
  return { ...converted, mediaType: stated };
}

/** Reads an OLE compound file: DOC and XLS; workbooks before Excel 97, and files of Word 6 and 95 saved fast, through LibreOffice. @throws FileProblem */
export async function readOle(bytes: Uint8Array, knowledge: OfficeKnowledge): Promise<Reading> {
  const file = readBounded(() => new CompoundFile(bytes));
  if (file.has('EncryptedPackage')) throw new FileProblem('protected');
  if (file.has('WordDocument')) {
    const body = readBounded(() => readDoc(file));
    if (body) return toReading([body], DOC, knowledge);
    return { ...(await readZip(await convertWithLibreOffice(bytes, 'doc', 'docx', 'Word 6/95'), knowledge)), mediaType: DOC };
  }
  if (!file.has('Workbook') && !file.has('Book')) throw new FileProblem('unsupported-type', { type: 'OLE' });
  const bodies = readBounded(() => {
    const workbook = file.read('Workbook');
    return workbook && readXls(workbook);
  });
  if (bodies) return toReading(bodies, XLS, knowledge);
  return { ...(await readZip(await convertWithLibreOffice(bytes, 'xls', 'xlsx', 'XLS'), knowledge)), mediaType: XLS };
}

/** Reads an RTF file. @throws FileProblem */
export async function readRichText(bytes: Uint8Array, knowledge: OfficeKnowledge): Promise<Reading> {
  return toReading([readRtf(bytes)], RTF, knowledge);
}

/** What a damaged file points at may lie outside of it. */
function readBounded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? new FileProblem('broken', { type: 'DOC/XLS' }) : error;
  }
}

/** The part that holds the document, by the package's own list of what refers to what. */
async function mainPart(archive: Archive): Promise<string | null> {
  const bytes = await archive.read('_rels/.rels');
  if (!bytes) return ['word/document.xml', 'xl/workbook.xml'].find((name) => archive.has(name)) ?? null;
  const relation = childElements(parseXml(bytes)).find((element) => MAIN_PART.test(element.attributes.Type ?? ''));
  return relation?.attributes.Target?.replace(/^\//, '') ?? null;
}

/** A page a body; bodies without text leave none. */
function toReading(bodies: readonly Body[], mediaType: string, knowledge: OfficeKnowledge): Reading {
  const encodings = new Set<string>();
  const pages: Page[] = [];
  for (const body of bodies) {
    const laid = layOut(body, pages.length + 1, knowledge);
    if (laid.page.text.trim() === '') continue;
    pages.push(laid.page);
    for (const encoding of laid.encodings) encodings.add(encoding);
  }
  if (pages.length === 0) throw new FileProblem('no-text');
  return { mediaType, encoding: ['unicode', ...encodings].join(', '), pages, damagedLines: [] };
}
