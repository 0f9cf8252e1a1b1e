import type { CountedNouns } from './counted-nouns.ts';
import { pastBlank } from './figures.ts';
import type { Quantity } from './quantities.ts';
import type { TargetWords } from './target-words.ts';
import type { FoundUnit } from './units.ts';

const FRACTION = /(?<![\p{L}\d.,/])(\d{1,4})\/(\d{1,4})(?![\d/.,])/gu;
/** Fractions of a whole are written in no smaller parts. */
const LARGEST_PART = 10;

/** `6/8` as printed, and where. */
export interface Fraction {
  at: number;
  raw: string;
}

/** The fractions of a stretch; one that a bracket opens with says what the figure before it comes to. */
export function fractionsIn(folded: string, start: number, end: number): Fraction[] {
  return [...folded.slice(start, end).matchAll(FRACTION)].map((match) => ({ at: start + match.index, raw: match[0] })).filter(({ at }) => folded.charAt(at - 1) !== '(');
}

export interface FractionTools {
  words: TargetWords;
  nouns: CountedNouns;
  percent: FoundUnit | null;
  unitAt(folded: string, at: number): FoundUnit | null;
}

/** `22/24 thôn` counts 22, `18/22 điểm` measures 18, `1/2 số hộ nghèo` is half of them; null where it is a part of something else. */
export function readFraction(folded: string, { at, raw }: Fraction, limit: number, { words, nouns, percent, unitAt }: FractionTools): Quantity | null {
  const figuresEnd = at + raw.length;
  const noun = nouns.at(folded, pastBlank(folded, figuresEnd), limit);
  // `bằng 1/2 | mức thu nhập chung của cả nước`
  if (!noun || (words.heads.startingAt(folded, noun.start) && !words.countHeads.startingAt(folded, noun.start) && !words.countNouns.startingAt(folded, noun.start))) return null;
  const [value = 0, whole = 0] = raw.split('/').map(Number);
  const plain = { start: at, figuresEnd, shape: 'single', arrow: false } as const;
  if (whole <= LARGEST_PART && words.countHeads.startingAt(folded, noun.start) && percent) {
    const part = Math.round((value / whole) * 10_000) / 100;
    return { ...plain, end: figuresEnd, low: part, high: part, unit: { ...percent, start: figuresEnd, end: figuresEnd }, noun: null, after: null };
  }
  const unit = unitAt(folded, pastBlank(folded, figuresEnd));
  const after = unit ? words.boundsAfter.startingAt(folded, pastBlank(folded, unit.end), limit) : null;
  return { ...plain, end: after?.end ?? unit?.end ?? noun.end, low: value, high: value, unit, noun: unit ? null : noun, after: after?.value ?? null };
}
