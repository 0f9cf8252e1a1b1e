import type { FileProblemCode } from '../file-problem.ts';
import type { OcrProblemCode, PageImage, RecognizedPage } from '../ocr/engine.ts';
import type { Reading, ReadKnowledge } from '../read.ts';

/** What the thread that reads a PDF file is told. */
export type ToThread =
  | { kind: 'read'; bytes: Uint8Array; anatomy: ReadKnowledge['anatomy']; password: string | null; recognizes: boolean; skip: readonly number[] }
  | { kind: 'recognized'; id: number; page: RecognizedPage }
  | { kind: 'unrecognized'; id: number; code: OcrProblemCode | null; message: string };

/** What it tells. A message at every page shows that it is alive. */
export type FromThread =
  | { kind: 'page'; number: number }
  | { kind: 'recognize'; id: number; image: PageImage }
  | { kind: 'done'; reading: Reading }
  | { kind: 'problem'; code: FileProblemCode; values: Readonly<Record<string, string>> }
  | { kind: 'failed'; message: string };
