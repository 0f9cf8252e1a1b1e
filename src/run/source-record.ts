import { DOCUMENT_RULES_VERSION } from '../check/check-document.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Origin } from '../model/source.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import { sha256, stagesKey } from './cache.ts';

/** The version of what is kept beside the facts for the corpus stages. */
const DIGEST_VERSION = 11;

/** A processed source, and where the cache has what is kept of it. */
export interface SourceRef {
  file: string;
  sha256: string;
  /** Key of the facts. */
  key: string;
  /** Key of the record, and of what the document rules found. */
  draftsKey: string;
}

/** What is kept of a source for the corpus stages: small enough to hold ten thousand of them. */
export interface KeptRecord {
  mediaType: string;
  origin: Origin;
  pages: number;
  digests: DocumentDigest[];
  textHashes: string[];
  damagedLines: number[];
  /** Pages that could not be read. */
  unreadPages: number[];
  /** What these facts were made with. */
  made: string;
}

export type SourceRecord = SourceRef & KeptRecord;

/** What is said of a source when it is processed. Its digests are read when all sources are: the threads that process them need the memory. */
export interface SourceNotes extends Pick<KeptRecord, 'damagedLines' | 'unreadPages'> {
  documents: number;
}

export const notesOn = ({ digests, damagedLines, unreadPages }: KeptRecord): SourceNotes => ({ documents: digests.length, damagedLines, unreadPages });

/** The names under which what a file gave is kept: its facts, and the digest and drafts made from them. */
export class SourceKeys {
  /** What facts depend on besides the file and the engine that read it: stages and knowledge. */
  readonly made: string;
  readonly #check: string;

  constructor(knowledge: Knowledge) {
    this.made = stagesKey(knowledge);
    const { checks, ...others } = knowledge.hashes;
    // Levels and messages are put to a draft later.
    const { rules, constraints, verdicts, ...words } = knowledge.checks;
    const options = Object.entries(rules).map(([name, rule]) => [name, rule.options]);
    this.#check = sha256(JSON.stringify([DIGEST_VERSION, DOCUMENT_RULES_VERSION, others, words, options]));
  }

  /** `dependence`: the reader and engine a file is read with. */
  facts(hash: string, dependence: string): string {
    return sha256(`${hash} ${this.made} ${dependence}`);
  }

  digest(facts: string): string {
    return sha256(`${facts} ${this.#check}`);
  }
}
