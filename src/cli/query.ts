/** The years a question is about. */
export interface Years {
  from: number;
  to: number;
}

/** Without case, diacritics, tone marks and punctuation: `Sở Xây dựng` and `so xay dung` are one, `vn-hp-an-lao` is `vn hp an lao`. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Whether any of the texts holds the words, in their order and whole: `hai an` is in `quận Hải An`, not in `Hải Anh`. */
export function asks(words: string): (...texts: readonly (string | undefined)[]) => boolean {
  const phrase = ` ${plain(words)} `;
  return (...texts) => texts.some((text) => text !== undefined && text !== '' && ` ${plain(text)} `.includes(phrase));
}

/** `2025`, `2025-2030`; null where it is neither. */
export function parseYears(value: string): Years | null {
  const [, first, last] = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(value.trim()) ?? [];
  if (first === undefined) return null;
  const years = { from: Number(first), to: Number(last ?? first) };
  return years.from <= years.to ? years : null;
}

/** `2025-07-01` or `01/07/2025` as ISO; null where the calendar has no such day. */
export function parseDay(value: string): string | null {
  const [, d, m, y] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(value.trim()) ?? [];
  const iso = y === undefined ? value.trim() : `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
  const day = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) ? iso : null;
}

/** The year of an ISO date. */
export function yearOf(date: string | undefined): number | null {
  const year = Number(date?.slice(0, 4));
  return date && Number.isInteger(year) ? year : null;
}
