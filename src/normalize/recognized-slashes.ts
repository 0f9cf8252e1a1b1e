import { lineFlags } from '../text/line-flags.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-sign';
const FRACTION_SLASH = /⁄/g;

/** Engines give the slash of numbers, dates and units as that of a fraction, which no such text has: `24⁄01⁄2022`, `bác sĩ⁄vạn dân`. */
export function recognizedSlashEdits(text: string, recognized: readonly boolean[]): RuledEdit[] {
  const recognizedAt = lineFlags(text, recognized);
  return [...text.matchAll(FRACTION_SLASH)].filter(({ index }) => recognizedAt(index)).map(({ index }) => ({ start: index, end: index + 1, replacement: '/', rule: RULE }));
}
