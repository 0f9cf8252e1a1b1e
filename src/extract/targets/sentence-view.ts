import type { AgencyGrammar } from '../../grammar/agencies.ts';
import type { Quantity, QuantityGrammar } from '../../grammar/quantities.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import type { UnitGrammar } from '../../grammar/units.ts';
import type { Period } from '../../model/targets.ts';
import { isBlankAt } from '../../text/word-chars.ts';
import type { Passage } from '../passage.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import type { Horizon } from './horizons.ts';
import type { Lead } from './lead.ts';

export interface Span {
  start: number;
  end: number;
}

/** The first of some spans that holds an offset. A loop, for it is asked at every character. */
export function spanAt(spans: readonly Span[], offset: number): Span | null {
  for (const span of spans) if (span.start <= offset && offset < span.end) return span;
  return null;
}

export type Scope = NonNullable<TargetDraft['scope']>;

/** A sentence to be read: where it stands in its passage, the passage's horizons, what is masked in it, and what holds from before. */
export type SentencePlace = [
  passage: Passage,
  start: number,
  end: number,
  horizons: readonly Horizon[],
  masks: readonly Pick<Span, 'start' | 'end'>[],
  context: SentenceContext,
  tools: SentenceTools,
];

export interface SentenceTools {
  units: Pick<UnitGrammar, 'canonical' | 'named'>;
  quantities: QuantityGrammar;
  words: TargetWords;
  agencies: Pick<AgencyGrammar, 'at' | 'placeAt'>;
  /** `m²` of an indicator per head is `m²/người`, `bác sĩ` of one per 10,000 `bác sĩ/vạn dân`. */
  unitFor(symbol: string, name: string): string;
}

/** A sentence with the horizons and figures in it. Offsets are those of the passage. */
export interface SentenceView {
  passage: Passage;
  folded: string;
  text: string;
  start: number;
  end: number;
  /** All horizons, those a change is measured against among them. */
  every: readonly Horizon[];
  horizons: readonly Horizon[];
  /** What is no word of a name: horizons, citations, titles. */
  holes: readonly Span[];
  /** Where no clause begins: brackets without a value, names of scopes. */
  closed: readonly Span[];
  quantities: readonly Quantity[];
  /** What stands before the first comma, where that has no value: `Trên địa bàn phường Ba Đình, | …`. */
  opening: Span | null;
  /** The horizon that opens the sentence, and the periods that govern it. */
  leading: Horizon | undefined;
  governing: Period[];
  context: SentenceContext;
  words: TargetWords;
  tools: SentenceTools;
}

/** A value in a sentence with the stretches around it that may name its indicator. */
export interface Value {
  quantity: Quantity;
  lead: Lead;
  /** Start of the clause the value stands in. */
  clause: number;
  /** The name before the value, and what follows it. */
  pre: Span & { raise: 'increase' | 'decrease' | null; head: boolean };
  post: Span;
  /** Where it starts from: `từ | 35% năm 2020 | lên 45%`; the year there is not its own. */
  origin: Span | null;
  /** Bracket depth. */
  depth: number;
  periods: Period[];
  /** A horizon of the sentence gives the periods. */
  own: boolean;
  /** Its horizon stands behind it. */
  trailing: boolean;
}

/** The part of an area or population that a stretch names: `khu vực nội thị`. */
export function scopeOf(words: TargetWords, stretch: string): Scope | null {
  for (const { id, pattern } of words.scopes) {
    const match = pattern.exec(stretch);
    if (!match) continue;
    const preposition = words.scopeWords.startingAt(match[0], 0);
    return { id, name: preposition && preposition.end < match[0].length ? match[0].slice(preposition.end).trimStart() : match[0] };
  }
  return null;
}

/** True where nothing but a scope stands in a stretch: `riêng khu vực nội thị`. */
export function isOnlyScope(stretch: string, name: string, words: TargetWords): boolean {
  let rest = stretch.replace(name, ' ');
  for (let at = 0; at < rest.length; at++) {
    const found = words.scopeWords.startingAt(rest, at);
    if (found) rest = rest.slice(0, found.start) + ' '.repeat(found.end - found.start) + rest.slice(found.end);
  }
  return rest.replace(/[\s,:]/g, '').length <= 3;
}

export function isShare(quantity: Quantity): boolean {
  return quantity.unit?.symbol === '%' || quantity.unit?.symbol === '‰';
}

/** The offset of the first word from `at` on. */
export function afterBlanks(folded: string, at: number): number {
  let next = at;
  while (isBlankAt(folded, next)) next++;
  return next;
}

/** True where a stretch holds nothing but commas and conjunctions: `50%, | 70% và | 100%`. */
export function onlyJoins({ folded, words }: SentenceView, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (isBlankAt(folded, at) || folded[at] === ',' || folded[at] === ';') continue;
    const word = words.conjunctions.startingAt(folded, at, end);
    if (!word) return false;
    at = word.end - 1;
  }
  return true;
}

/** The same where horizons and citations may stand between as well: `tăng 1,5 lần vào năm 2025 và | 2 lần vào năm 2030`. */
export function onlyJoinsAndHoles(sentence: SentenceView, start: number, end: number): boolean {
  let from = start;
  for (const hole of sentence.holes) {
    if (hole.start < from || hole.end > end) continue;
    if (!onlyJoins(sentence, from, hole.start)) return false;
    from = hole.end;
  }
  return onlyJoins(sentence, from, end);
}

export function endsInConjunction(sentence: SentenceView, start: number, end: number): boolean {
  return withoutConjunction(sentence, start, end) < beforeBlanks(sentence.folded, start, end);
}

/** Where a stretch ends without the conjunction at its end: `100% khu công nghiệp | và`. */
export function withoutConjunction({ folded, words }: SentenceView, start: number, end: number): number {
  const last = beforeBlanks(folded, start, end);
  return words.conjunctions.endingAt(folded, last, start)?.start ?? last;
}

function beforeBlanks(folded: string, start: number, end: number): number {
  let last = end;
  while (last > start && isBlankAt(folded, last - 1)) last--;
  return last;
}
