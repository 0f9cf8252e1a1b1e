import { type Html, html } from './html.ts';

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** Longer values are sentences: they are looked for as they are. */
const LONGEST_PATTERN = 120;

/** A value as people write it: an ISO date becomes day/month/year, anything else stays. */
export function printed(value: string): string {
  const date = ISO_DATE.exec(value);
  return date ? date.slice(1).filter(Boolean).reverse().join('/') : value;
}

/** A value as people write it, marked up as a date where it is one. */
export function printedValue(value: string): Html {
  return ISO_DATE.test(value) ? html`<time datetime="${value}">${printed(value)}</time>` : html`${value}`;
}

/** A quote with every place marked where the value stands, however it is written: `2022-01-24` in `ngày 24 tháng 01 năm 2022`. */
export function highlighted(quote: string, value: string | null): Html {
  const pattern = value === null ? null : writtenForms(value);
  if (!pattern) return html`${quote}`;
  return html`${quote.split(pattern).map((piece, index) => (index % 2 === 0 ? piece : html`<mark>${piece}</mark>`))}`;
}

function writtenForms(value: string): RegExp | null {
  const wanted = value.trim();
  if (wanted === '') return null;
  const [, year, month, day] = ISO_DATE.exec(wanted) ?? [];
  // Between day, month and year stands a separator or a word (` tháng `); leading zeros come and go.
  const numbers = [day, month].flatMap((part) => (part ? [`0?${Number(part)}`] : []));
  if (year && numbers.length > 0) return capture([...numbers, year].join('\\D{1,9}'), '\\d');
  if (wanted.length > LONGEST_PATTERN) return capture(literal(wanted), '\\p{L}\\d');
  if (/^\d+\.\d+$/.test(wanted)) return capture(wanted.replace('.', '[.,]'), '\\d');
  // Blanks of any kind for a blank, and around the separators of a document number.
  const pieces = wanted.split(/(\s*[/-]\s*|\s+)/).map((piece) => (/^\s+$/.test(piece) ? '\\s+' : /^\s*[/-]\s*$/.test(piece) ? `\\s*${literal(piece.trim())}\\s*` : literal(piece)));
  return capture(pieces.join(''), '\\p{L}\\d');
}

/** Captures the pattern where it is no part of something longer, made of the given kinds of characters. */
function capture(pattern: string, kinds: string): RegExp {
  return new RegExp(`(?<![${kinds}])(${pattern})(?![${kinds}])`, 'giu');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
