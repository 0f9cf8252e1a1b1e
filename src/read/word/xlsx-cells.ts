import { child, childElements, type XmlElement } from './xml.ts';

/** How a number of a cell is shown. */
export interface NumberFormat {
  kind: 'number' | 'percent' | 'date';
  /** Decimals; null: as many as the number has. */
  decimals: number | null;
}

const GENERAL: NumberFormat = { kind: 'number', decimals: null };

/** Formats that need no entry of their own in a file (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map([
  [1, { kind: 'number', decimals: 0 }],
  [2, { kind: 'number', decimals: 2 }],
  [3, { kind: 'number', decimals: 0 }],
  [4, { kind: 'number', decimals: 2 }],
  [9, { kind: 'percent', decimals: 0 }],
  [10, { kind: 'percent', decimals: 2 }],
  ...[14, 15, 16, 17, 22].map((id): [number, NumberFormat] => [id, { kind: 'date', decimals: null }]),
  [37, { kind: 'number', decimals: 0 }],
  [38, { kind: 'number', decimals: 0 }],
  [39, { kind: 'number', decimals: 2 }],
  [40, { kind: 'number', decimals: 2 }],
]);

/** The number format of each cell style (`xl/styles.xml`). */
export function readNumberFormats(root: XmlElement | null): NumberFormat[] {
  if (!root) return [];
  const own = new Map<number, NumberFormat>();
  for (const format of childElements(child(root, 'numFmts') ?? EMPTY)) own.set(Number(format.attributes.numFmtId), readFormatCode(format.attributes.formatCode ?? ''));
  return childElements(child(root, 'cellXfs') ?? EMPTY).map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? '0');
    return numberFormat(id, own);
  });
}

/** A format by its number: one of the file's own, else one that is built in. */
export function numberFormat(id: number, own: ReadonlyMap<number, NumberFormat>): NumberFormat {
  return own.get(id) ?? BUILT_IN.get(id) ?? GENERAL;
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };

/** `0.0%`, `#,##0.00`, `dd/mm/yyyy`; quoted text and colours in a code are no part of the format. */
export function readFormatCode(code: string): NumberFormat {
  const first = (code.split(';')[0] as string).replace(/"[^"]*"|\[[^\][]*\]|\\./g, '');
  if (/[dmy]/i.test(first) && !/[0#]/.test(first)) return { kind: 'date', decimals: null };
  const decimals = /[0#?]\.([0#?]{1,20})/.exec(first)?.[1]?.replace(/[^0]/g, '').length ?? (/[0#]/.test(first) ? 0 : null);
  return { kind: first.includes('%') ? 'percent' : 'number', decimals };
}

const DAY = 86_400_000;
/** Day 0 of Excel's calendar, which holds a 29 February 1900 that was none. */
const EPOCH = Date.UTC(1899, 11, 30);
const LAST_DAY = 2_958_465;

/** A number as a Vietnamese document writes it: a decimal comma, no separators of thousands. `0.655` with one decimal and percent is `65,5%`. */
export function showNumber(raw: string, format: NumberFormat = GENERAL): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'date' && value >= 1 && value <= LAST_DAY) {
    const [year, month, day] = new Date(EPOCH + Math.floor(value) * DAY).toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  const shown = format.kind === 'percent' ? value * 100 : value;
  const digits = format.decimals === null || format.kind === 'date' ? String(Number(shown.toPrecision(12))) : shown.toFixed(Math.min(20, format.decimals));
  return `${digits.replace('.', ',')}${format.kind === 'percent' ? '%' : ''}`;
}
