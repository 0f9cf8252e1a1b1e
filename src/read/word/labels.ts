/** One level of a numbering: how its number is written and what stands around it (`Điều %1.`, `%1.%2`). */
export interface LabelLevel {
  start: number;
  format: LabelFormat;
  /** The text of a label; `%1` to `%9` stand for the numbers of the levels. */
  text: string;
  /** The number starts again after a number of this level or a higher one (from 0); -1: never. */
  restartsAfter: number;
  /** All numbers of the label are written in arabic figures. */
  arabicOnly: boolean;
}

export type LabelFormat = 'decimal' | 'decimal-zero' | 'upper-roman' | 'lower-roman' | 'upper-letter' | 'lower-letter' | 'bullet' | 'none';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const LARGEST_ROMAN = 3999;
const LONGEST_LABEL = 60;

function roman(value: number): string {
  let rest = Math.min(value, LARGEST_ROMAN);
  let out = '';
  for (const [worth, letters] of ROMAN) for (; rest >= worth; rest -= worth) out += letters;
  return out;
}

/** Word's letters after z: aa, bb, cc. */
function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(10, Math.floor((value - 1) / 26) + 1));
}

/** A number as a level of a list writes it; empty where the format has no such number. */
export function figure(value: number, format: LabelFormat): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimal-zero':
      return String(value).padStart(2, '0');
    case 'upper-roman':
      return value > 0 ? roman(value).toUpperCase() : '0';
    case 'lower-roman':
      return value > 0 ? roman(value) : '0';
    case 'upper-letter':
      return value > 0 ? letters(value).toUpperCase() : '';
    case 'lower-letter':
      return value > 0 ? letters(value) : '';
    default:
      return String(value);
  }
}

/** The running numbers of one list, level by level. */
export class LabelCounter {
  readonly #levels: readonly LabelLevel[];
  readonly #values: (number | null)[] = [];

  constructor(levels: readonly LabelLevel[]) {
    this.#levels = levels;
  }

  /** Sets a level's next number, as a list that starts anew does. */
  restart(level: number): void {
    this.#values[level] = null;
  }

  /** The label of the next paragraph of a level; empty where the level has none. */
  next(level: number, levels: readonly LabelLevel[] = this.#levels): string {
    const own = levels[level];
    if (!own) return '';
    const before = this.#values[level] ?? null;
    this.#values[level] = before === null ? own.start : before + 1;
    for (let deeper = level + 1; deeper < levels.length; deeper++) {
      const { restartsAfter } = levels[deeper] as LabelLevel;
      if (restartsAfter >= level) this.#values[deeper] = null;
    }
    if (own.format === 'bullet') return bullet(own.text);
    return own.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const { start = 1, format = 'decimal' as const } = levels[at] ?? {};
        return figure(this.#values[at] ?? start, own.arabicOnly && format !== 'none' ? 'decimal' : format);
      })
      .slice(0, LONGEST_LABEL)
      .trim();
  }
}

/** Bullets are drawn with many signs, most from fonts of ornaments; a plus stays, for it marks the level below a dash. */
function bullet(sign: string): string {
  return sign.trim() === '+' ? '+' : '-';
}
