/** Figures of a text: decimal comma, thousands dot (domain reference 6.1). */
export const FIGURES = /(?<![\p{L}\d.,/])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d|[.,/]\d)/gu;
const FIGURE_AT = /(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d|[.,]\d)/uy;

/** The figure that begins at an offset, as printed; null where none does. */
export function figureAt(folded: string, offset: number): string | null {
  FIGURE_AT.lastIndex = offset;
  return FIGURE_AT.exec(folded)?.[0] ?? null;
}

/** `1.234,5` → 1234.5; `29.2` → 29.2; `950` → 950. */
export function parseFigure(raw: string): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(raw)) return Number(raw.replaceAll('.', '').replace(',', '.'));
  return Number(raw.replace(',', '.'));
}

export function isYear(raw: string): boolean {
  return /^(?:19|20|21)\d\d$/.test(raw);
}

/** Past one blank: figures and their units have no more between them. */
export function pastBlank(folded: string, at: number): number {
  return folded.charAt(at) === ' ' || folded.charAt(at) === '\u00a0' ? at + 1 : at;
}
