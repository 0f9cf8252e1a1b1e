import { createHash } from 'node:crypto';
import { checkCorpus, type EvidenceReader } from '../check/check.ts';
import { checkDocument, documentSource } from '../check/check-document.ts';
import type { FindingStore } from '../check/memory.ts';
import type { OwnDraft } from '../check/rule.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument, Noise } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { DigitalSignature } from '../model/source.ts';
import { type DocumentDigest, digestDocument } from '../resolve/digest.ts';
import { resolveCorpus } from '../resolve/resolve.ts';
import type { Corpus } from '../resolve/works.ts';
import { evidenceIn } from '../run/facts-reader.ts';
import { processText } from '../run/process-text.ts';

/** A file of a corpus in memory. */
export interface SourceFile {
  name: string;
  content: string | Uint8Array;
  /** Digital signatures it is taken to have. */
  signatures?: readonly DigitalSignature[];
}

/** What all stages make of a corpus. */
export interface CorpusRun {
  /** The documents of all files in order; `file` says where each came from. */
  documents: (ExtractedDocument & { file: string })[];
  noise: (Noise & { file: string })[];
  digests: DocumentDigest[];
  corpus: Corpus;
  findings: Finding[];
}

interface ReadFile {
  sha256: string;
  documents: ExtractedDocument[];
  noise: Noise[];
  drafts: OwnDraft[][];
}

/** Runs all stages from bytes to findings in memory; files met before are not read again. */
export class CorpusRunner {
  readonly #knowledge: Knowledge;
  readonly #kept = new Map<string, ReadFile>();
  readonly #keep: number;

  /** `keep`: how many files' facts are kept for the next runs. */
  constructor(knowledge: Knowledge, keep = 0) {
    this.#knowledge = knowledge;
    this.#keep = keep;
  }

  /** With a store that has the findings of an earlier run only what changed is checked. */
  run(files: readonly SourceFile[], store: FindingStore | null = null): CorpusRun {
    const documents: CorpusRun['documents'] = [];
    const noise: CorpusRun['noise'] = [];
    const digests: DocumentDigest[] = [];
    const drafts: OwnDraft[][] = [];
    for (const { name, content, signatures = [] } of files) {
      const file = this.#read(typeof content === 'string' ? new TextEncoder().encode(content) : content, signatures);
      for (const document of file.documents) {
        digests.push(digestDocument(document, { file: name, sha256: file.sha256 }, digests.length, this.#knowledge));
        documents.push({ ...document, file: name });
      }
      for (const one of file.noise) noise.push({ ...one, file: name });
      drafts.push(...file.drafts);
    }
    const corpus = resolveCorpus(digests, this.#knowledge);
    const read: EvidenceReader = (index, start, end) => evidenceIn(documents[index] as ExtractedDocument, start, end);
    const findings = [...checkCorpus(corpus, this.#knowledge, read, (at) => drafts[at] ?? [], undefined, store)];
    return { documents, noise, digests, corpus, findings };
  }

  #read(bytes: Uint8Array, signatures: readonly DigitalSignature[]): ReadFile {
    const sha256 = createHash('sha256').update(bytes).update(JSON.stringify(signatures)).digest('hex');
    const kept = this.#kept.get(sha256);
    if (kept) return kept;
    const { documents, noise } = processText(bytes, this.#knowledge);
    const file = { sha256, documents, noise, drafts: documents.map((document) => checkDocument(document, this.#knowledge, documentSource({ signatures, documents }))) };
    if (this.#keep > 0) this.#kept.set(sha256, file);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > this.#keep && oldest !== undefined) this.#kept.delete(oldest);
    return file;
  }
}
