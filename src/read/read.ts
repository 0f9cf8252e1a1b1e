import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ReadResult } from '../model/source.ts';
import { FileProblem } from './file-problem.ts';
import { type SourceKind, sourceKind } from './kind.ts';
import { NO_SERVICES, type ReadServices } from './services.ts';

const loadImageReader = async (): Promise<Reader> => (await import('./image/read-image.ts')).readImage;

/** What reading gave, and the lines whose bytes could not be decoded. */
export interface Reading extends ReadResult {
  damagedLines: number[];
}

/** Reads files of one kind. @throws FileProblem where the file cannot be read at all. */
export type Reader = (bytes: Uint8Array, knowledge: ReadKnowledge, services: ReadServices) => Promise<Reading>;

/** What readers know: words that tell a page of a document from a notice. */
export type ReadKnowledge = Pick<Knowledge, 'anatomy'>;

/** Readers, loaded when a file of their kind comes: to check what was read before none is needed. */
const READERS: Partial<Record<SourceKind, () => Promise<Reader>>> = {
  zip: async () => (await import('./word/office.ts')).readZip,
  ole: async () => (await import('./word/office.ts')).readOle,
  rtf: async () => (await import('./word/office.ts')).readRichText,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  png: loadImageReader,
  jpeg: loadImageReader,
  tiff: loadImageReader,
  webp: loadImageReader,
  heic: async () => () => Promise.reject(new FileProblem('heic')),
};

/**
 * Reads a file of any kind. The kind is told by the content; the file's name is not asked.
 * Guarantees: pages in order, each character of a page as in the source or listed as markup; a table row is marked as one.
 * @throws FileProblem where the file cannot be read at all.
 */
export async function readSource(bytes: Uint8Array, knowledge: ReadKnowledge, services: ReadServices = NO_SERVICES): Promise<Reading> {
  const load = READERS[sourceKind(bytes).kind];
  return load ? (await load())(bytes, knowledge, services) : (await import('./text-source.ts')).readTextSource(bytes, knowledge);
}
