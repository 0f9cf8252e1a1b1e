import { z } from 'zod';

/** A cell of several values, parted by semicolons. */
export const list = z.string().transform((cell) =>
  cell
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** A cell that may be empty. */
export const optional = z.string().transform((cell) => (cell.trim() === '' ? null : cell.trim()));

/** True for a day of the calendar: 2023-02-31 is none. */
function isDay(cell: string): boolean {
  const day = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell);
}

/** A year, month or day; null where the cell is empty. */
export const isoDate = z
  .string()
  .regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, 'yyyy-mm-dd')
  .refine((cell) => !/^\d{4}-\d{2}-\d{2}$/.test(cell) || isDay(cell), 'yyyy-mm-dd')
  .transform((cell) => cell || null);

export const phrases = z.array(z.string().min(1));

/** A pattern an archivist may change, with texts it must and must not match. */
export const pattern = z.strictObject({ pattern: z.string(), examples: phrases.min(1), counter_examples: phrases.min(1) });

/** A pattern that others refer to. */
export const namedPattern = pattern.extend({ id: z.string() });

/** Lists of phrases under fixed keys. */
export const byKey = <K extends string>(keys: readonly K[]) => z.strictObject(Object.fromEntries(keys.map((key) => [key, phrases])) as Record<K, typeof phrases>);
