import { isoDay } from '../grammar/dates.ts';

/** Days that differ from a day by one digit, by swapped day and month, or by a neighbouring year. */
export function slipsOf(date: string, confusable: readonly string[]): { date: string; confusable: boolean }[] {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const found = new Map<string, boolean>();
  const add = (d: number, m: number, y: number, likely: boolean) => {
    const iso = isoDay(d, m, y);
    if (iso && iso !== date) found.set(iso, (found.get(iso) ?? false) || likely);
  };
  add(month, day, year, true);
  add(day, month, year - 1, true);
  add(day, month, year + 1, true);
  const digits = `${String(day).padStart(2, '0')}${String(month).padStart(2, '0')}${year}`;
  for (let at = 0; at < digits.length; at++) {
    for (let digit = 0; digit <= 9; digit++) {
      const changed = digits.slice(0, at) + digit + digits.slice(at + 1);
      const pair = [digits[at] as string, String(digit)].sort().join('');
      add(
        Number(changed.slice(0, 2)),
        Number(changed.slice(2, 4)),
        Number(changed.slice(4)),
        confusable.some((both) => [...both].sort().join('') === pair),
      );
    }
  }
  return [...found].map(([iso, likely]) => ({ date: iso, confusable: likely }));
}

/** True where two days are one such slip apart. */
export function isOneSlip(a: string, b: string): boolean {
  return slipsOf(a, []).some((slip) => slip.date === b);
}
