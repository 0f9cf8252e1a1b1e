import type { Knowledge } from '../knowledge/knowledge.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';
import { countedNouns } from './counted-nouns.ts';
import { FIGURES, figureAt, isYear, parseFigure, pastBlank } from './figures.ts';
import { fractionsIn, readFraction } from './fractions.ts';
import { rangeGrammar } from './ranges.ts';
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

/** `40/100.000 trẻ đẻ sống`: a rate whose counted noun is left out. */
const BARE_RATE = /(?<![\p{L}\d.,/])\d{1,5}(?:,\d{1,3})?(?=\s?\/\s?\d)/gu;
const PERCENT = '%';
const YEAR_BEFORE = /(?:19|20|21)\d\d ?[-–] ?$/;
const YEAR_BEHIND = /^ (?:19|20|21)\d\d/;

/** Numbers with their units (domain reference 6.1, 6.3). */
export const quantityGrammar: (knowledge: Pick<Knowledge, 'targets' | 'units'>) => QuantityGrammar = compiledOnce((knowledge) => {
  const words = targetWords(knowledge);
  const units = unitGrammar(knowledge);
  const nouns = countedNouns(words);

  const ranges = rangeGrammar(words);
  const multipliers = Object.entries(knowledge.targets.multipliers);

  /** The unit at an offset; `80% | năm 2028` is no `%/năm`. */
  const unitAt = (folded: string, at: number): FoundUnit | null => {
    const unit = units.at(folded, at);
    if (!unit) return null;
    const year = YEAR_BEHIND.test(folded.slice(unit.end, unit.end + 6)) && / ?năm$/.test(folded.slice(unit.start, unit.end));
    const end = year ? unit.end - 4 : nouns.compoundAt(folded, at, unit.end);
    if (end !== null) return units.at(folded, at, end);
    return !unit.symbol.includes('/') && nouns.goesOn(folded, at, unit.end) ? null : unit;
  };

  /** `5 | triệu | người` */
  const multiplierAt = (folded: string, at: number): { factor: number; end: number } | null => {
    for (const [word, factor] of multipliers) if (folded.startsWith(`${word} `, at)) return { factor, end: at + word.length + 1 };
    return null;
  };

  const read = (folded: string, start: number, raw: string, limit: number): Quantity | null => {
    let end = start + raw.length;
    let low = parseFigure(raw);
    let high = low;
    let shape: Quantity['shape'] = 'single';
    let arrow = false;
    let unit = unitAt(folded, pastBlank(folded, end));
    const second = (at: number) =>
      ranges.second(
        folded,
        { start, raw },
        at,
        limit,
        (offset) => unitAt(folded, offset) !== null || multiplierAt(folded, offset) !== null || nouns.at(folded, offset, limit) !== null,
      );
    const next = second(unit && !/^\d/.test(unit.symbol) ? unit.end : end) ?? (unit ? second(end) : null);
    // `2021-2025` is a period, `18/26` none of ours.
    if (next && !(isYear(raw) && isYear(next.raw))) {
      high = next.value;
      end = next.end;
      arrow = next.arrow;
      shape = next.bound ? 'min-to-ge' : 'range';
      unit = unitAt(folded, pastBlank(folded, end)) ?? unit;
      if (unit && unit.start < end) unit = { ...unit, end };
    }
    const figuresEnd = end;
    // `5g`, `4k`, `b1`: letters that hang on a figure and are no unit make it a name.
    if (isLetterAt(folded, end) && unit?.start !== end) return null;
    let noun: Quantity['noun'] = null;
    if (unit && unit.end > end) end = unit.end;
    else if (!unit) {
      let at = pastBlank(folded, end);
      const multiplier = multiplierAt(folded, at);
      if (multiplier) {
        low *= multiplier.factor;
        high *= multiplier.factor;
        at = multiplier.end;
        unit = units.at(folded, at);
      }
      if (unit) end = unit.end;
      else {
        noun = nouns.at(folded, at, limit) ?? outOf(folded, at, limit);
        if (noun) end = noun.end;
      }
    }
    if (end > limit) return null;
    const bound = words.boundsAfter.startingAt(folded, pastBlank(folded, end), limit);
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
    const figure = figureAt(folded, pastBlank(folded, join.end));
    return figure === null ? null : nouns.at(folded, pastBlank(folded, pastBlank(folded, join.end) + figure.length), limit);
  };

  return {
    find(folded, start, end, taken) {
      const found: Quantity[] = [];
      const stretch = folded.slice(start, end);
      let last = 0;
      let mask = 0;
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
      const candidates = [...stretch.matchAll(FIGURES)].map((match) => ({ at: start + match.index, raw: match[0] }));
      candidates.push(...fractionsIn(folded, start, end));
      for (const match of stretch.includes('/') ? stretch.matchAll(BARE_RATE) : []) {
        const at = start + match.index;
        if (units.at(folded, pastBlank(folded, at + match[0].length))?.symbol.includes('/')) candidates.push({ at, raw: match[0] });
      }
      candidates.sort((a, b) => a.at - b.at);
      for (const { at, raw } of candidates) {
        if (!raw.includes('/')) consider(at, raw);
        else if (at >= last) {
          const fraction = readFraction(folded, { at, raw }, end, { words, nouns, percent: units.named(PERCENT), unitAt });
          if (!fraction) continue;
          found.push(fraction);
          last = fraction.end;
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
        const noun = nouns.at(folded, pastBlank(folded, end), folded.length);
        if (quantity) return { quantity: { ...quantity, end: noun?.end ?? end, figuresEnd: end, noun }, lead: quantity.start };
      }
      const match = new RegExp(FIGURES.source, 'u').exec(folded);
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
    // `chương trình công tác năm | 2021 | đề ra …`
    if (
      isYear(folded.slice(quantity.start, quantity.figuresEnd)) &&
      quantity.unit === null &&
      (words.yearWords.endingAt(folded, before, floor) || YEAR_BEFORE.test(folded.slice(Math.max(floor, at - 7), at)))
    )
      return true;
    const ordinal = words.ordinals.endingAt(folded, before, floor);
    if (!ordinal) return false;
    if (!ordinal.value.unlessUnit) return true;
    const counted = quantity.noun && words.countNouns.startingAt(folded, quantity.noun.start);
    return quantity.unit === null && quantity.shape === 'single' && !counted;
  }
});
