import type { Knowledge } from '../knowledge/knowledge.ts';
import type { FileProblemCode } from '../read/file-problem.ts';
import type { SourceJob } from './source-processor.ts';
import type { SourceNotes } from './source-record.ts';

/** What a thread that processes sources is started with. */
export interface ThreadData {
  knowledge: Knowledge;
  /** The folder of the cache. */
  cache: string;
}

/** A source to be processed: the bytes of a text, the key of the pages that were read of another file, or nothing where its facts are kept. */
export interface ToThread {
  job: SourceJob;
  from: { bytes: Uint8Array } | { pages: string } | null;
}

/** What the thread tells. `unread`: what should be in the cache is not there, or not whole. */
export type FromThread =
  | { kind: 'stage'; name: string }
  | { kind: 'done'; notes: SourceNotes }
  | { kind: 'unread' }
  | { kind: 'problem'; code: FileProblemCode; values: Readonly<Record<string, string>> }
  | { kind: 'output'; folder: string; detail: string }
  | { kind: 'failed'; message: string };
