import { extract } from '../extract/extract.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument, Noise } from '../model/document.ts';
import type { Origin } from '../model/source.ts';
import { normalize } from '../normalize/normalize.ts';
import { type Reading, readSource } from '../read/read.ts';
import { segment } from '../segment/segment.ts';
import { split } from '../split/split.ts';

/** Everything the per-file stages find in one source. */
export interface ProcessedSource {
  mediaType: string;
  encoding: string;
  origin: Origin;
  pages: number;
  damagedLines: number[];
  documents: ExtractedDocument[];
  noise: Noise[];
}

/** `read`: bytes to pages. @throws FileProblem where the file cannot be read at all. */
export function readStage(bytes: Uint8Array, knowledge: Knowledge): Reading {
  return readSource(bytes, knowledge);
}

/** `normalize`, `split`, `segment` and `extract` on what `read` gave: pages to facts, a pure function. */
export function extractStage(reading: Reading, knowledge: Knowledge): ProcessedSource {
  const parts = split(normalize(reading.pages, knowledge), knowledge);
  const total = parts.filter((part) => part.kind === 'document').length;
  const documents: ExtractedDocument[] = [];
  const noise: Noise[] = [];
  for (const { kind, reason, content } of parts) {
    if (kind === 'document') documents.push(extract(content, segment(content, knowledge), documents.length + 1, total, knowledge));
    else noise.push({ reason: reason ?? 'unknown', text: content.text, lines: [content.lines[0]?.from ?? 1, content.lines.at(-1)?.to ?? 1] });
  }
  const origins = new Set(reading.pages.map((page) => page.origin));
  return {
    mediaType: reading.mediaType,
    encoding: reading.encoding,
    origin: origins.size === 1 ? ([...origins][0] as Origin) : 'mixed',
    pages: reading.pages.length,
    damagedLines: reading.damagedLines,
    documents,
    noise,
  };
}
