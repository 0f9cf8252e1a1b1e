import type { Knowledge } from '../knowledge/knowledge.ts';
import { readTextSource } from '../read/text-source.ts';
import { type ProcessedSource, processReading } from './stages.ts';

/** Runs the per-file stages on a text, Markdown or HTML file, which needs no waiting. @throws FileProblem */
export function processText(bytes: Uint8Array, knowledge: Knowledge): ProcessedSource {
  return processReading(readTextSource(bytes, knowledge), knowledge);
}
