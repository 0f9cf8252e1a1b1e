import { figure, type LabelFormat } from './word/labels.ts';

/** A list that is open while a web page is read. */
export interface HtmlList {
  format: LabelFormat;
  next: number;
}

/** How items are numbered, by the attribute `type` of a list and by `list-style-type` in its style. */
const TYPES: ReadonlyMap<string, LabelFormat> = new Map([
  ['1', 'decimal'],
  ['I', 'upper-roman'],
  ['i', 'lower-roman'],
  ['A', 'upper-letter'],
  ['a', 'lower-letter'],
]);
const STYLES: ReadonlyMap<string, LabelFormat> = new Map([
  ['decimal', 'decimal'],
  ['decimal-leading-zero', 'decimal-zero'],
  ['upper-roman', 'upper-roman'],
  ['lower-roman', 'lower-roman'],
  ['upper-alpha', 'upper-letter'],
  ['upper-latin', 'upper-letter'],
  ['lower-alpha', 'lower-letter'],
  ['lower-latin', 'lower-letter'],
  ['none', 'none'],
]);
const STYLE = /list-style(?:-type)?\s{0,4}:\s{0,4}([a-z-]{1,24})/i;

export function listOf(name: string, attributes: Readonly<Record<string, string>>): HtmlList {
  const style = STYLES.get(STYLE.exec(attributes.style ?? '')?.[1]?.toLowerCase() ?? '');
  const format = name === 'ul' ? (style === 'none' ? 'none' : 'bullet') : (style ?? TYPES.get(attributes.type ?? '1') ?? 'decimal');
  return { format, next: Number.parseInt(attributes.start ?? '1', 10) || 1 };
}

/** The label of the next item as directives write it: "I.", "1.", "a)", "-"; empty where the page shows none. `value`: the item's own number. */
export function nextLabel(list: HtmlList, value?: string): string {
  const own = Number.parseInt(value ?? '', 10);
  if (Number.isFinite(own)) list.next = own;
  const number = list.next++;
  if (list.format === 'bullet') return '-';
  if (list.format === 'none') return '';
  return figure(number, list.format) + (list.format === 'lower-letter' ? ')' : '.');
}
