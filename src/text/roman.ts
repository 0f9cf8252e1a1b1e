const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const UNITS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const TENS = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'];

/** The Roman numeral of 1 to 399, in capitals. */
export function toRoman(value: number): string {
  return 'C'.repeat(Math.floor(value / 100)) + (TENS[Math.floor(value / 10) % 10] ?? '') + (UNITS[value % 10] ?? '');
}

/** The value of a canonical Roman numeral up to 399; null for anything else (`IIX`, `IC`, lower case). */
export function fromRoman(numeral: string): number | null {
  let value = 0;
  for (let i = 0; i < numeral.length; i++) {
    const digit = DIGITS[numeral[i] as string];
    if (digit === undefined) return null;
    value += digit < (DIGITS[numeral[i + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  return value > 0 && value < 400 && toRoman(value) === numeral ? value : null;
}
