import { figureAt, isYear, parseFigure, pastBlank } from './figures.ts';
import type { TargetWords } from './target-words.ts';

const JOIN = /\s?(?<join>->|→|⇒|-|–|—|−|÷)\s?(?:≥|>=)?\s?/uy;
const SECOND_BOUND = /(?:≥|>=)\s?$/;

/** The second figure of a range. */
export interface SecondFigure {
  value: number;
  raw: string;
  end: number;
  /** `16 -> 24` */
  arrow: boolean;
  /** `16 - ≥ 24` */
  bound: boolean;
}

export interface RangeGrammar {
  /** The second figure of a range whose first, `raw` at `start`, ended at `at` (past its unit, where it has one). `measured` tells whether a unit stands at an offset. */
  second(folded: string, first: { start: number; raw: string }, at: number, limit: number, measured: (offset: number) => boolean): SecondFigure | null;
}

/** Ranges (domain reference 6.1): `60 - 70%`, `từ 5 đến 7%`, `7,5 đến 8 triệu người`. */
export function rangeGrammar(words: TargetWords): RangeGrammar {
  /** `từ 5 đến 7%` */
  const led = (folded: string, at: number): boolean => {
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

  return {
    second(folded, first, at, limit, measured) {
      JOIN.lastIndex = at;
      const match = JOIN.exec(folded);
      if (match) {
        const raw = figureAt(folded, JOIN.lastIndex);
        const end = JOIN.lastIndex + (raw?.length ?? 0);
        if (raw === null || end > limit) return null;
        const join = match.groups?.join;
        return { value: parseFigure(raw), raw, end, arrow: join === '->' || join === '→' || join === '⇒', bound: SECOND_BOUND.test(match[0]) };
      }
      const blank = pastBlank(folded, at);
      const join = blank > at ? words.rangeJoins.startingAt(folded, blank, limit) : null;
      if (!join || folded.charAt(join.end) !== ' ') return null;
      const raw = figureAt(folded, join.end + 1);
      const end = join.end + 1 + (raw?.length ?? 0);
      if (raw === null || end > limit) return null;
      // Without `từ` it is `đến` that leads to a horizon, unless the unit of both stands behind the second: `7,5 đến 8 triệu người`.
      const value = parseFigure(raw);
      const shared = at === first.start + first.raw.length && !isYear(raw) && value > parseFigure(first.raw) && measured(pastBlank(folded, end));
      return shared || led(folded, first.start) ? { value, raw, end, arrow: false, bound: false } : null;
    },
  };
}
