import { z } from 'zod';
import { extract } from '../extract/extract.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { ExtractedDocument, Noise, PageRecord } from '../model/document.ts';
import { DigitalSignature, Origin, ReadResult } from '../model/source.ts';
import { NormalizedText, Part } from '../model/text.ts';
import { Root } from '../model/tree.ts';
import { normalize } from '../normalize/normalize.ts';
import { readSource } from '../read/read.ts';
import { segment } from '../segment/segment.ts';
import { split } from '../split/split.ts';
import type { Stage } from './stage.ts';

/** What `read` gave, and the lines whose bytes could not be decoded. */
export const Reading = ReadResult.extend({ damagedLines: z.array(z.int()) });
export type Reading = z.infer<typeof Reading>;

/** Bytes to pages. @throws FileProblem where the file cannot be read at all. */
export const readStage: Stage<Uint8Array, Reading, Promise<Reading>> = {
  name: 'read',
  version: 10,
  input: z.instanceof(Uint8Array),
  output: Reading,
  knowledge: ['anatomy'],
  run: (bytes, { knowledge, services }) => readSource(bytes, knowledge, services),
};

/** Pages to text with a source map. */
export const normalizeStage: Stage<Reading, NormalizedText> = {
  name: 'normalize',
  version: 13,
  input: Reading,
  output: NormalizedText,
  knowledge: ['repairs', 'headings', 'anatomy', 'agencies', 'territories', 'documentTypes', 'wordPairs', 'compounds', 'indicators', 'laws', 'citations'],
  run: ({ pages }, { knowledge }) => normalize(pages, knowledge),
};

/** Text to documents and noise. */
export const splitStage: Stage<NormalizedText, Part[]> = {
  name: 'split',
  version: 4,
  input: NormalizedText,
  output: z.array(Part),
  knowledge: ['anatomy', 'documentTypes', 'citations', 'headings', 'repairs'],
  run: (normalized, { knowledge }) => split(normalized, knowledge),
};

const SegmentedPart = Part.extend({ tree: Root.nullable() });
type SegmentedPart = z.infer<typeof SegmentedPart>;

/** Documents to trees. */
export const segmentStage: Stage<Part[], SegmentedPart[]> = {
  name: 'segment',
  version: 6,
  input: z.array(Part),
  output: z.array(SegmentedPart),
  knowledge: ['anatomy', 'headings', 'documentTypes'],
  run: (parts, { knowledge }) => parts.map((part) => ({ ...part, tree: part.kind === 'document' ? segment(part.content, knowledge) : null })),
};

const ExtractedSource = z.object({ documents: z.array(ExtractedDocument), noise: z.array(Noise) });
type ExtractedSource = z.infer<typeof ExtractedSource>;

/** Trees to facts. What holds no sign of a directive is set aside as noise. */
export const extractStage: Stage<SegmentedPart[], ExtractedSource> = {
  name: 'extract',
  version: 25,
  input: z.array(SegmentedPart),
  output: ExtractedSource,
  knowledge: ['anatomy', 'documentTypes', 'citations', 'dates', 'agencies', 'territories', 'relations', 'headings', 'tables', 'targets', 'indicators', 'units', 'roles'],
  run(parts, { knowledge }) {
    const documents: ExtractedDocument[] = [];
    const noise: Noise[] = [];
    for (const { kind, reason, content, tree } of parts) {
      const lines: [number, number] = [content.lines[0]?.from ?? 1, content.lines.at(-1)?.to ?? 1];
      const document = kind === 'document' && tree !== null ? extract(content, tree, documents.length + 1, 0, knowledge) : null;
      if (document && isDirective(document)) documents.push(document);
      else {
        const one: Noise = { reason: reason ?? 'no-directive', text: content.text, lines };
        const before = documents.at(-1);
        if (before && reason === 'invented-tail') before.inventedTail = one;
        noise.push(one);
      }
    }
    return { documents: documents.map((document, at) => ({ ...document, part: at + 1, parts: documents.length })), noise };
  },
};

/**
 * A letterhead, a type, a signature, a citation or an outline: any of them makes a text a directive. So does an annex with targets or
 * tasks, which often comes as a file of its own.
 */
function isDirective({ identity, citations, targets, assignments, tree, completeness }: ExtractedDocument): boolean {
  if (identity.documentType || identity.number || identity.signatories.length > 0 || citations.length > 0 || completeness.header !== 'missing') return true;
  const divisions = tree.children.filter((node) => node.type === 'division');
  return divisions.length >= 2 || (targets.length + assignments.length > 0 && divisions.some((node) => node.kind === 'annex'));
}

/** Everything the per-file stages find in one source. */
export const ProcessedSource = ExtractedSource.extend({
  mediaType: z.string(),
  encoding: z.string(),
  origin: Origin,
  pages: z.int(),
  damagedLines: z.array(z.int()),
  reading: z.array(PageRecord).optional(),
  signatures: z.array(DigitalSignature).optional(),
});
export type ProcessedSource = z.infer<typeof ProcessedSource>;

/** The stages every file goes through, in order. */
export const FILE_STAGES = [readStage, normalizeStage, splitStage, segmentStage, extractStage] as const;

/** The per-file stages after `read`. */
export function processReading(reading: Reading, knowledge: Knowledge, onStage: (name: string) => void = () => {}): ProcessedSource {
  const step = <I, O>(stage: Stage<I, O>, input: I): O => {
    onStage(stage.name);
    return stage.run(input, { knowledge });
  };
  const { documents, noise } = step(extractStage, step(segmentStage, step(splitStage, step(normalizeStage, reading))));
  const origins = [...new Set(reading.pages.map((page) => page.origin))];
  return {
    documents,
    noise,
    mediaType: reading.mediaType,
    encoding: reading.encoding,
    origin: origins.length === 1 && origins[0] ? origins[0] : 'mixed',
    pages: reading.pages.length,
    damagedLines: reading.damagedLines,
    ...recordPages(reading),
  };
}

function recordPages({ pages, signatures }: Reading): Pick<ProcessedSource, 'reading' | 'signatures'> {
  const reading = pages.flatMap(({ number, origin, layout }): PageRecord[] => (layout ? [{ page: number, origin, reading: layout.reading, setAside: layout.setAside }] : []));
  return { ...(reading.length > 0 ? { reading } : {}), ...(signatures && signatures.length > 0 ? { signatures } : {}) };
}
