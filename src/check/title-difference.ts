import { slug } from '../text/fold.ts';

/** Where two readings of one title say different things in the same place. */
export interface TitleDifference {
  /** `years`: only years differ; `transposed`: the same words in another order; `replaced`: other words. */
  kind: 'years' | 'transposed' | 'replaced';
  mine: string;
  other: string;
  /** At the end of both readings, where no words behind the years tell that they are the title's: the word before them, "năm". */
  endsWith?: string;
}

/** Longest titles compared, in words; what stands behind is seldom the title's any more. */
const LONGEST = 110;
/** Words alike that hold a difference on both sides. */
const ANCHOR = 2;
/** Of so many words alike two readings are of one title. */
const LEAST_ALIKE = 8;
/** Where nothing but the years behind them differs, fewer are enough. */
const LEAST_BEFORE_YEARS = 4;
const SHARE_ALIKE = 0.7;
const LONGEST_REPLACED = 4;
const LONGEST_TRANSPOSED = 10;
const MOST_DIFFERENCES = 2;

/**
 * Compares two readings of a title word by word. Titles may be cut short, run on or leave words out; what counts is where both
 * have words, and not the same, between words alike. Null where they do not look like one title at all. `periodWords` stand before the
 * years of a title, folded: "giai đoạn", "năm".
 */
export function titleDifferences(one: string, another: string, periodWords: ReadonlySet<string>): TitleDifference[] | null {
  if (one === another) return [];
  const [a, b] = [one.split(' ').slice(0, LONGEST), another.split(' ').slice(0, LONGEST)];
  const blocks = commonBlocks(a, b).filter(({ length }) => length >= ANCHOR);
  const alike = blocks.reduce((sum, { length }) => sum + length, 0);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return null;
  if (alike < LEAST_ALIKE) {
    const only = first === last && first.a === 0 && first.b === 0 && alike >= LEAST_BEFORE_YEARS ? yearsAtEnd(a, b, last, periodWords) : null;
    return only && [only];
  }
  // Both titles begin alike, or one is quoted from its second word on.
  if (Math.min(first.a, first.b) > 1) return null;
  if (alike < SHARE_ALIKE * Math.min(last.a + last.length, last.b + last.length)) return null;
  const gaps = joinTransposed(
    blocks.slice(1).map((next, at) => {
      const before = blocks[at] as Block;
      return { a: [before.a + before.length, next.a] as const, b: [before.b + before.length, next.b] as const };
    }),
    a,
    b,
  );
  const differences: TitleDifference[] = [];
  for (const gap of gaps) {
    const [left, right] = [a.slice(...gap.a), b.slice(...gap.b)];
    if (left.length === 0 || right.length === 0 || sameWords(left, right)) continue;
    const transposed = sameBag(left, right);
    if (Math.max(left.length, right.length) > (transposed ? LONGEST_TRANSPOSED : LONGEST_REPLACED)) return null;
    // Another work named, another number counted: that is no slip of words.
    if (!transposed && [...left, ...right].some((word) => word.startsWith('['))) return null;
    const numbers = (words: readonly string[]) => words.filter((word) => !/^\d+$/.test(word)).join(' ');
    const years = !transposed && numbers(left) === numbers(right);
    // Words in another order are read with the words around them, which both titles have.
    const [mine, other] = transposed ? [a.slice(gap.a[0] - ANCHOR, gap.a[1] + ANCHOR), b.slice(gap.b[0] - ANCHOR, gap.b[1] + ANCHOR)] : [left, right];
    differences.push(
      years
        ? { kind: 'years', mine: periodAt(a, ...gap.a), other: periodAt(b, ...gap.b) }
        : { kind: transposed ? 'transposed' : 'replaced', mine: mine.join(' '), other: other.join(' ') },
    );
  }
  const end = yearsAtEnd(a, b, last, periodWords);
  if (end) differences.push(end);
  return differences.length > MOST_DIFFERENCES ? null : differences;
}

/**
 * Most titles end with their years, and no word behind them shows that both readings go on with the title: "… giai đoạn 2021 - 2025",
 * "… giai đoạn 2021 - 2030". Told only where the words before them are the same, and the years end with another one.
 */
function yearsAtEnd(a: readonly string[], b: readonly string[], { a: startA, b: startB, length }: Block, periodWords: ReadonlySet<string>): TitleDifference | null {
  const [fromA, fromB] = [startA + length, startB + length];
  const [untilA, untilB] = [runEnd(a, fromA), runEnd(b, fromB)];
  if (untilA === fromA || untilB === fromB || a[untilA - 1] === b[untilB - 1]) return null;
  let before = fromA - 1;
  while (YEAR.test(a[before] ?? '')) before--;
  const word = a[before] ?? '';
  if (!periodWords.has(word)) return null;
  const [mine, other] = [periodAt(a, fromA, untilA), periodAt(b, fromB, untilB)];
  return mine.length === other.length ? { kind: 'years', mine, other, endsWith: word } : null;
}

const YEAR = /^(?:19|20)\d\d$/;

function runEnd(words: readonly string[], from: number): number {
  let end = from;
  while (YEAR.test(words[end] ?? '')) end++;
  return end;
}

/** The years from `start` to `end` with those that stand before and behind: "2021 - 2025". */
function periodAt(words: readonly string[], start: number, end: number): string {
  let from = start;
  while (YEAR.test(words[from - 1] ?? '')) from--;
  return words.slice(from, runEnd(words, end)).join(' - ');
}

interface Block {
  a: number;
  b: number;
  length: number;
}

interface Gap {
  a: readonly [number, number];
  b: readonly [number, number];
}

/** Runs of equal words of a longest common subsequence, in order. */
function commonBlocks(a: readonly string[], b: readonly string[]): Block[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] as number) + 1 : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number);
  const blocks: Block[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      const last = blocks.at(-1);
      if (last && last.a + last.length === i && last.b + last.length === j) last.length++;
      else blocks.push({ a: i, b: j, length: 1 });
      i++;
      j++;
    } else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) i++;
    else j++;
  }
  return blocks;
}

/** "đô thị bền vững" for "bền vững đô thị" comes as two gaps around "đô thị": as one it is seen to be the same words. */
function joinTransposed(gaps: readonly Gap[], a: readonly string[], b: readonly string[]): Gap[] {
  const joined: Gap[] = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    const whole: Gap | null = last ? { a: [last.a[0], gap.a[1]], b: [last.b[0], gap.b[1]] } : null;
    if (whole && whole.a[1] - whole.a[0] <= LONGEST_TRANSPOSED && sameBag(a.slice(...whole.a), b.slice(...whole.b))) joined[joined.length - 1] = whole;
    else joined.push(gap);
  }
  return joined;
}

function sameBag(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.length > 1 && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** Spellings and abbreviations of one thing: "hoá" and "hóa" without marks, "UBND" and "Ủy ban nhân dân", a letter misread. */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [slug(a.join(' ')), slug(b.join(' '))];
  if (left.replaceAll('-', '') === right.replaceAll('-', '')) return true;
  const initials = (words: readonly string[]) => words.map((word) => slug(word).charAt(0)).join('');
  if (a.length !== b.length && (initials(a) === right.replaceAll('-', '') || initials(b) === left.replaceAll('-', ''))) return true;
  return !/\d/.test(left + right) && Math.min(left.length, right.length) >= 4 && withinOneLetter(left, right);
}

function withinOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  return rest(a, at + 1) === rest(b, at + 1) || rest(a, at) === rest(b, at + 1) || rest(a, at + 1) === rest(b, at);
}
