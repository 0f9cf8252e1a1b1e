import { isLetterAt } from '../text/word-chars.ts';
import type { TargetWords } from './target-words.ts';

/** Where the noun stands that a number counts. */
interface NounSpan {
  start: number;
  end: number;
}

export interface CountedNouns {
  /** The noun that begins at an offset, behind a number; null where none does. */
  at(folded: string, offset: number, limit: number): NounSpan | null;
  /** Where a unit or noun has to end that ends within a word of two syllables: `căn | nhà ở`, `km | đường dây`; null where it ends well. */
  compoundAt(folded: string, start: number, end: number): number | null;
  /** True where a unit that counts is but the beginning of a listed noun: `lượt | lao động`. */
  goesOn(folded: string, start: number, end: number): boolean;
}

/** Syllables of a name behind a counter that is taken whole: `khu công nghệ cao`; of a longer one the counter says enough: `tổ | công nghệ số cộng đồng`. */
const LONGEST_WHOLE = 4;
/** Of another noun in no list the first word is taken, which has two syllables more often than one: `gia đình | thoát nghèo`. */
const WORD = 2;

/** Nouns behind numbers: listed ones, and others by where they end. */
export function countedNouns(words: TargetWords): CountedNouns {
  const compoundAt = (folded: string, start: number, end: number): number | null => {
    const last = folded.lastIndexOf(' ', end - 1) + 1;
    const compound = last > start ? words.compounds.startingAt(folded, last) : null;
    return compound && compound.end > end ? last - 1 : null;
  };

  /** `05 | mô hình/xã`: what each of the base has. */
  const withBase = (folded: string, noun: NounSpan, limit: number): NounSpan => {
    if (folded.charAt(noun.end) !== '/' || !isLetterAt(folded, noun.end + 1)) return noun;
    const base = words.countNouns.startingAt(folded, noun.end + 1, limit);
    return { start: noun.start, end: base?.end ?? wordEnd(folded, noun.end + 1, limit) };
  };

  return {
    compoundAt,
    goesOn(folded, start, end) {
      const last = Math.max(start, folded.lastIndexOf(' ', end - 1) + 1);
      const noun = words.countNouns.startingAt(folded, last);
      if (noun !== null && noun.end > end) return true;
      // `lượt | thanh niên`, but `lượt | khách`
      return words.counters.startingAt(folded, last)?.end === end && words.countNouns.startingAt(folded, end + 1) !== null;
    },
    at(folded, offset, limit) {
      const listed = words.countNouns.startingAt(folded, offset, limit);
      if (listed) {
        const end = compoundAt(folded, offset, listed.end);
        const whole = end === null ? listed.end : (words.countNouns.startingAt(folded, offset, end)?.end ?? end);
        return withBase(folded, { start: offset, end: whole }, limit);
      }
      const counter = words.counters.startingAt(folded, offset, limit);
      const ends = syllableEnds(folded, offset, limit, counter ? LONGEST_WHOLE + 1 : WORD, words);
      const last = ends.at(-1);
      if (last === undefined) return null;
      return withBase(folded, { start: offset, end: counter && ends.length > LONGEST_WHOLE ? counter.end : last }, limit);
    },
  };
}

/** Where the syllables end that may belong to a noun, at most `most`: up to a mark or a word that cannot. */
function syllableEnds(folded: string, offset: number, limit: number, most: number, words: TargetWords): number[] {
  const ends: number[] = [];
  for (let at = offset; ends.length < most && at < limit; at++) {
    if (!isLetterAt(folded, at) || words.nounStops.startingAt(folded, at, limit)) break;
    const end = wordEnd(folded, at, limit);
    ends.push(end);
    if (folded.charAt(end) !== ' ' && folded.charAt(end) !== '\u00a0') break;
    at = end;
  }
  return ends;
}

function wordEnd(folded: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isLetterAt(folded, end)) end++;
  return end;
}
