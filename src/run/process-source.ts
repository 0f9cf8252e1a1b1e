import type { Knowledge } from '../knowledge/knowledge.ts';
import * as stages from './stages.ts';

/** Bytes to pages. @throws FileProblem where the file cannot be read at all. */
export function readStage(bytes: Uint8Array, knowledge: Knowledge): stages.Reading {
  return stages.readStage.run(bytes, { knowledge });
}

/** Pages to facts: every per-file stage after `read`. */
export function extractStage(reading: stages.Reading, knowledge: Knowledge): stages.ProcessedSource {
  return stages.processReading(reading, knowledge);
}
