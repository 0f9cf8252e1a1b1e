import type { Knowledge } from '../../knowledge/knowledge.ts';
import { FileProblem } from '../file-problem.ts';
import type { Reading } from '../read.ts';
import { Archive } from './archive.ts';
import type { Body } from './body.ts';
import { CompoundFile } from './compound-file.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { layOut } from './lay-out.ts';
import { readRtf } from './rtf.ts';
import { childElements, parseXml } from './xml.ts';

type OfficeKnowledge = Pick<Knowledge, 'anatomy'>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOC = 'application/msword';
const RTF = 'application/rtf';
const MAIN_PART = /\/officeDocument$/;

/** Reads a file that is a ZIP archive: DOCX (DOCM: its macros are never looked at). @throws FileProblem */
export async function readZip(bytes: Uint8Array, knowledge: OfficeKnowledge): Promise<Reading> {
  const archive = await Archive.open(bytes);
  const main = await mainPart(archive);
  if (main?.includes('word/')) return toReading(await readDocx(archive, main), DOCX, knowledge);
  throw new FileProblem('unsupported-type', { type: 'ZIP' });
}

/** Reads an OLE compound file: DOC, or an Office file under a password. @throws FileProblem */
export async function readOle(bytes: Uint8Array, knowledge: OfficeKnowledge): Promise<Reading> {
  try {
    const file = new CompoundFile(bytes);
    if (file.has('EncryptedPackage')) throw new FileProblem('encrypted');
    if (file.has('WordDocument')) return toReading(readDoc(file), DOC, knowledge);
  } catch (error) {
    // What a damaged file points at may lie outside of it.
    if (error instanceof RangeError) throw new FileProblem('broken', { type: 'DOC/XLS' });
    throw error;
  }
  throw new FileProblem('unsupported-type', { type: 'DOC/XLS' });
}

/** Reads an RTF file. @throws FileProblem */
export async function readRichText(bytes: Uint8Array, knowledge: OfficeKnowledge): Promise<Reading> {
  return toReading(readRtf(bytes), RTF, knowledge);
}

/** The part that holds the document, by the package's own list of what refers to what. */
async function mainPart(archive: Archive): Promise<string | null> {
  const bytes = await archive.read('_rels/.rels');
  if (!bytes) return archive.has('word/document.xml') ? 'word/document.xml' : null;
  const relation = childElements(parseXml(bytes)).find((element) => MAIN_PART.test(element.attributes.Type ?? ''));
  return relation?.attributes.Target?.replace(/^\//, '') ?? null;
}

function toReading(body: Body, mediaType: string, knowledge: OfficeKnowledge): Reading {
  const { page, encodings } = layOut(body, knowledge);
  if (page.text.trim() === '') throw new FileProblem('no-text');
  return { mediaType, encoding: ['unicode', ...encodings].join(', '), pages: [page], damagedLines: [] };
}
