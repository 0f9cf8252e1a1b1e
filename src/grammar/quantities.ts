import type { Knowledge } from '../knowledge/knowledge.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';
import { countedNouns } from './counted-nouns.ts';
import { targetWords } from './target-words.ts';
import { type FoundUnit, unitGrammar } from './units.ts';

/** A number, range or pair of bounds with its unit, as printed. */
export interface Quantity {
  start: number;
  /** End of the number and its unit, or of the counted noun where there is no unit. */
  end: number;
  /** End of the figures alone. */
  figuresEnd: number;
  shape: 'single' | 'range' | 'min-to-ge';
  low: number;
  high: number;
  /** A sign before the second figure of `16 -> 24`. */
  arrow: boolean;
  unit: FoundUnit | null;
  /** The counted noun of a number without a unit: `05 | khu công nghiệp`. */
  noun: { start: number; end: number } | null;
  /** `95% trở lên` */
  after: 'ge' | 'le' | null;
}

export interface QuantityGrammar {
  /**
   * Quantities of a stretch of folded text, in order. What `taken` covers (dates, horizons, citations) is passed over, and so are
   * names, classes and ordinals: `loại II`, `5G`, `số 06`, `trẻ em dưới 5 tuổi`.
   */
  find(folded: string, start: number, end: number, taken: readonly { start: number; end: number }[]): Quantity[];
  /** The quantity a whole cell holds, `null` where it holds something else; the unit may be missing. */
  cell(folded: string): { quantity: Quantity; lead: number } | null;
}

const NUMBER = /(?<![\p{L}\d.,/])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d|[.,/]\d)/gu;
const NUMBER_AT = /(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d|[.,]\d)/uy;
const JOIN = /\s?(?<join>->|→|⇒|-|–|—|−|÷)\s?(?:≥|>=)?\s?/uy;
const SECOND_BOUND = /(?:≥|>=)\s?$/;
const FRACTION = /(?<![\p{L}\d.,/])(\d{1,4})\/(\d{1,4})(?![\d/.,])/gu;
/** `40/100.000 trẻ đẻ sống`: a rate whose counted noun is left out. */
const BARE_RATE = /(?<![\p{L}\d.,/])\d{1,5}(?:,\d{1,3})?(?=\s?\/\s?\d)/gu;
const PERCENT = '%';
/** Fractions of a whole are written in no smaller parts. */
const LARGEST_PART = 10;
const YEAR_BEHIND = /^ (?:19|20|21)\d\d/;

/** `1.234,5` → 1234.5; `29.2` → 29.2; `950` → 950. */
function parseNumber(raw: string): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(raw)) return Number(raw.replaceAll('.', '').replace(',', '.'));
  return Number(raw.replace(',', '.'));
}

/** Numbers with their units (domain reference 6.1, 6.3). */
export const quantityGrammar: (knowledge: Pick<Knowledge, 'targets' | 'units'>) => QuantityGrammar = compiledOnce((knowledge) => {
  const words = targetWords(knowledge);
  const units = unitGrammar(knowledge);
  const nouns = countedNouns(words);

  const multipliers = Object.entries(knowledge.targets.multipliers);

  const skipBlank = (folded: string, at: number) => (folded.charAt(at) === ' ' || folded.charAt(at) === '\u00a0' ? at + 1 : at);

  /** The second figure of a range, after the first ended at `at` (past its unit, where it has one). */
  const second = (folded: string, at: number, limit: number, from: boolean): { value: number; raw: string; end: number; arrow: boolean; bound: boolean } | null => {
    JOIN.lastIndex = at;
    const match = JOIN.exec(folded);
    let next = -1;
    let arrow = false;
    let bound = false;
    if (match) {
      next = JOIN.lastIndex;
      arrow = match.groups?.join === '->' || match.groups?.join === '→' || match.groups?.join === '⇒';
      bound = SECOND_BOUND.test(match[0]);
    } else {
      const blank = skipBlank(folded, at);
      const join = blank > at ? words.rangeJoins.startingAt(folded, blank, limit) : null;
      if (join && folded.charAt(join.end) === ' ' && from) next = join.end + 1;
    }
    if (next < 0) return null;
    NUMBER_AT.lastIndex = next;
    const number = NUMBER_AT.exec(folded);
    if (!number || NUMBER_AT.lastIndex > limit) return null;
    return { value: parseNumber(number[0]), raw: number[0], end: NUMBER_AT.lastIndex, arrow, bound };
  };

  /** `từ 5 đến 7%`: only after `từ` is `đến` the middle of a range, else it leads to a horizon. */
  const startsRange = (folded: string, at: number): boolean => {
    let end = at;
    for (let i = 0; i < 3; i++) {
      if (folded.charAt(end - 1) === ' ') end--;
      const word = words.lead.endingAt(folded, end, Math.max(0, at - 24));
      if (!word) return false;
      if (word.value.some((each) => each.kind === 'range-start')) return true;
      end = word.start;
    }
    return false;
  };

  /** The unit at an offset; `80% | năm 2028` is no `%/năm`. */
  const unitAt = (folded: string, at: number): FoundUnit | null => {
    const unit = units.at(folded, at);
    if (!unit) return null;
    const year = YEAR_BEHIND.test(folded.slice(unit.end, unit.end + 6)) && / ?năm$/.test(folded.slice(unit.start, unit.end));
    const end = year ? unit.end - 4 : nouns.compoundAt(folded, at, unit.end);
    if (end !== null) return units.at(folded, at, end);
    return !unit.symbol.includes('/') && nouns.goesOn(folded, at, unit.end) ? null : unit;
  };

  const read = (folded: string, start: number, raw: string, limit: number): Quantity | null => {
    let end = start + raw.length;
    let low = parseNumber(raw);
    let high = low;
    let shape: Quantity['shape'] = 'single';
    let arrow = false;
    let unit = unitAt(folded, skipBlank(folded, end));
    const from = startsRange(folded, start);
    const next = second(folded, unit && !/^\d/.test(unit.symbol) ? unit.end : end, limit, from) ?? (unit ? second(folded, end, limit, from) : null);
    // `2021-2025` is a period, `18/26` none of ours.
    if (next && !(isYear(raw) && isYear(next.raw))) {
      high = next.value;
      end = next.end;
      arrow = next.arrow;
      shape = next.bound ? 'min-to-ge' : 'range';
      unit = unitAt(folded, skipBlank(folded, end)) ?? unit;
      if (unit && unit.start < end) unit = { ...unit, end };
    }
    const figuresEnd = end;
    // `5g`, `4k`, `b1`: letters that hang on a figure and are no unit make it a name.
    if (isLetterAt(folded, end) && unit?.start !== end) return null;
    let noun: Quantity['noun'] = null;
    if (unit && unit.end > end) end = unit.end;
    else if (!unit) {
      let at = skipBlank(folded, end);
      for (const [word, factor] of multipliers) {
        if (!folded.startsWith(`${word} `, at)) continue;
        low *= factor;
        high *= factor;
        at += word.length + 1;
        const measured = units.at(folded, at);
        if (measured) unit = measured;
        break;
      }
      if (unit) end = unit.end;
      else {
        noun = nouns.at(folded, at, limit) ?? outOf(folded, at, limit);
        if (noun) end = noun.end;
      }
    }
    if (end > limit) return null;
    const bound = words.boundsAfter.startingAt(folded, skipBlank(folded, end), limit);
    let after: Quantity['after'] = null;
    if (bound) {
      after = bound.value;
      end = bound.end;
    }
    if (shape === 'range' && low > high && !arrow) return null;
    return { start, end, figuresEnd, shape, low, high, arrow, unit, noun, after };
  };

  /** `lên 6 | trong tổng số 8 xã`: the noun of what a count is out of. */
  const outOf = (folded: string, at: number, limit: number): Quantity['noun'] => {
    const join = words.outOf.startingAt(folded, at, limit);
    if (!join) return null;
    NUMBER_AT.lastIndex = skipBlank(folded, join.end);
    return NUMBER_AT.test(folded) ? nouns.at(folded, skipBlank(folded, NUMBER_AT.lastIndex), limit) : null;
  };

  return {
    find(folded, start, end, taken) {
      const found: Quantity[] = [];
      const stretch = folded.slice(start, end);
      let last = 0;
      let mask = 0;
      const fractions = [...stretch.matchAll(FRACTION)].map((match) => ({ start: start + match.index, value: Number(match[1]), length: match[0].length }));
      const consider = (at: number, raw: string) => {
        if (at < last) return;
        while (mask < taken.length && (taken[mask] as { end: number }).end <= at) mask++;
        const cover = taken[mask];
        if (cover && cover.start <= at && at < cover.end) return;
        const quantity = read(folded, at, raw, end);
        if (!quantity || isName(folded, at, start, quantity)) return;
        found.push(quantity);
        last = quantity.end;
      };
      const candidates = [...stretch.matchAll(NUMBER)].map((match) => ({ at: start + match.index, raw: match[0] }));
      for (const fraction of fractions) {
        const text = folded.slice(fraction.start, fraction.start + fraction.length);
        if (folded.charAt(fraction.start - 1) === '(') continue;
        candidates.push({ at: fraction.start, raw: text });
      }
      for (const match of stretch.includes('/') ? stretch.matchAll(BARE_RATE) : []) {
        const at = start + match.index;
        if (units.at(folded, skipBlank(folded, at + match[0].length))?.symbol.includes('/')) candidates.push({ at, raw: match[0] });
      }
      candidates.sort((a, b) => a.at - b.at);
      for (const { at, raw } of candidates) {
        if (!raw.includes('/')) consider(at, raw);
        else {
          const figuresEnd = at + raw.length;
          const noun = nouns.at(folded, skipBlank(folded, figuresEnd), end);
          // `bằng 1/2 | mức thu nhập chung của cả nước`: a part of something else.
          if (
            at < last ||
            !noun ||
            (words.heads.startingAt(folded, noun.start) && !words.countHeads.startingAt(folded, noun.start) && !words.countNouns.startingAt(folded, noun.start))
          )
            continue;
          const [value = 0, whole = 0] = raw.split('/').map(Number);
          const unit = units.named(PERCENT);
          if (whole <= LARGEST_PART && words.countHeads.startingAt(folded, noun.start) && unit) {
            // `giảm 1/2 số hộ nghèo`: a part of them, no count.
            const part = Math.round((value / whole) * 10_000) / 100;
            found.push({
              start: at,
              end: figuresEnd,
              figuresEnd,
              shape: 'single',
              low: part,
              high: part,
              arrow: false,
              unit: { ...unit, start: figuresEnd, end: figuresEnd },
              noun: null,
              after: null,
            });
            last = figuresEnd;
            continue;
          }
          // `18/22 điểm`
          const measured = unitAt(folded, skipBlank(folded, figuresEnd));
          const after = measured ? words.boundsAfter.startingAt(folded, skipBlank(folded, measured.end), end) : null;
          const stop = after?.end ?? measured?.end ?? noun.end;
          found.push({
            start: at,
            end: stop,
            figuresEnd,
            shape: 'single',
            low: value,
            high: value,
            arrow: false,
            unit: measured,
            noun: measured ? null : noun,
            after: after?.value ?? null,
          });
          last = stop;
        }
      }
      return found;
    },
    cell(folded) {
      // `11/13` communes: how many of all there are.
      const [, part, whole] = /^\s?(\d{1,4})\/(\d{1,4})(?= ?\p{L}|\s*$)/u.exec(folded) ?? [];
      if (part && whole && Number(part) <= Number(whole)) {
        const quantity = read(folded, folded.indexOf(part), part, folded.indexOf('/'));
        const end = folded.indexOf('/') + 1 + whole.length;
        const noun = nouns.at(folded, skipBlank(folded, end), folded.length);
        if (quantity) return { quantity: { ...quantity, end: noun?.end ?? end, figuresEnd: end, noun }, lead: quantity.start };
      }
      const match = new RegExp(NUMBER.source, 'u').exec(folded);
      if (!match) return null;
      const quantity = read(folded, match.index, match[0], folded.length);
      return quantity ? { quantity, lead: match.index } : null;
    },
  };

  /** A number that names, classes or orders: what stands before it says so. */
  function isName(folded: string, at: number, floor: number, quantity: Quantity): boolean {
    if (quantity.unit && words.ageUnits.has(quantity.unit.symbol)) return words.timeHeads.firstIn(folded, Math.max(floor, at - 100), at) === null;
    if (isYear(folded.slice(quantity.start, quantity.figuresEnd)) && quantity.unit === null && quantity.noun === null) return true;
    const before = folded.charAt(at - 1) === ' ' ? at - 1 : at;
    const ordinal = words.ordinals.endingAt(folded, before, floor);
    if (!ordinal) return false;
    if (!ordinal.value.unlessUnit) return true;
    const counted = quantity.noun && words.countNouns.startingAt(folded, quantity.noun.start);
    return quantity.unit === null && quantity.shape === 'single' && !counted;
  }
});

function isYear(raw: string): boolean {
  return /^(?:19|20|21)\d\d$/.test(raw);
}
