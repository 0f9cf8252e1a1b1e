import { createHash } from 'node:crypto';
import { checkCorpus, type EvidenceReader } from '../../src/check/check.ts';
import { checkDocument } from '../../src/check/check-document.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { ExtractedDocument, Noise } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type DocumentDigest, digestDocument } from '../../src/resolve/digest.ts';
import { type Corpus, resolveCorpus } from '../../src/resolve/works.ts';
import { evidenceIn } from '../../src/run/facts-reader.ts';
import { processText } from '../../src/run/stages.ts';

export const knowledge = loadKnowledge();

export interface SourceFile {
  name: string;
  content: string | Uint8Array;
}

export interface CorpusRun {
  /** The documents of all files in order; `file` says where each came from. */
  documents: (ExtractedDocument & { file: string })[];
  noise: (Noise & { file: string })[];
  digests: DocumentDigest[];
  corpus: Corpus;
  findings: Finding[];
}

/** All stages from bytes to findings, in memory. */
export function runCorpus(files: readonly SourceFile[]): CorpusRun {
  const documents: CorpusRun['documents'] = [];
  const noise: CorpusRun['noise'] = [];
  const digests: DocumentDigest[] = [];
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const source = processText(bytes, knowledge);
    for (const document of source.documents) {
      digests.push(digestDocument(document, { file: name, sha256 }, digests.length, knowledge));
      documents.push({ ...document, file: name });
    }
    for (const one of source.noise) noise.push({ ...one, file: name });
  }
  const corpus = resolveCorpus(digests, knowledge);
  const read: EvidenceReader = (document, start, end) => evidenceIn(documents[document] as ExtractedDocument, start, end);
  const own = documents.map((document) => checkDocument(document, knowledge));
  const findings = checkCorpus(corpus, knowledge, read, own);
  return { documents, noise, digests, corpus, findings };
}

/** A finding on one line, for messages of failing tests: rule, message, quotes, proposed value. */
export function describeFinding({ rule, message, sides, verdict }: Finding): string {
  const quotes = sides
    .slice(0, 6)
    .map(({ file, evidence }) => `${file} “${evidence.quote.replace(/\s+/g, ' ').slice(0, 80)}”`)
    .join('; ');
  const proposed = verdict === null ? '' : ` → ${verdict.value === null ? '?' : printed(verdict.value)} (${verdict.confidence}; ${verdict.decidedBy.join(', ')})`;
  return `${rule}: ${message.vi} [${quotes}]${proposed}`;
}

/** A value as the pages print it: ISO days as dd/mm/yyyy. */
export function printed(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').reverse().join('/') : value;
}
