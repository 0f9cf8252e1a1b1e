import type { Knowledge } from '../../knowledge/knowledge.ts';
import { FileProblem } from '../file-problem.ts';
import type { Reading } from '../read.ts';
import { Archive } from './archive.ts';
import type { Body } from './body.ts';
import { readDocx } from './docx.ts';
import { layOut } from './lay-out.ts';
import { childElements, parseXml } from './xml.ts';

type OfficeKnowledge = Pick<Knowledge, 'anatomy'>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MAIN_PART = /\/officeDocument$/;

/** Reads a file that is a ZIP archive: DOCX (DOCM: its macros are never looked at). @throws FileProblem */
export async function readZip(bytes: Uint8Array, knowledge: OfficeKnowledge): Promise<Reading> {
  const archive = await Archive.open(bytes);
  const main = await mainPart(archive);
  if (main?.includes('word/')) return toReading(await readDocx(archive, main), DOCX, knowledge);
  throw new FileProblem('unsupported-type', { type: 'ZIP' });
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
  return { mediaType, encoding: ['utf-8', ...encodings].join(', '), pages: [page], damagedLines: [] };
}
