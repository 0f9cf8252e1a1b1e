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
  const forms = value === null ? null : writtenForms(value.trim());
  if (!forms) return html`${quote}`;
  const pieces: (string | Html)[] = [];
  let done = 0;
  for (const { index, 0: words } of quote.matchAll(forms.pattern)) {
    const end = index + words.length;
    if (forms.longer.test(quote.charAt(index - 1)) || forms.longer.test(quote.charAt(end))) continue;
    pieces.push(quote.slice(done, index), html`<mark>${words}</mark>`);
    done = end;
  }
  return html`${pieces}${quote.slice(done)}`;
}

const DIGIT = /\d/;
const LETTER_OR_DIGIT = /[\p{L}\d]/u;

/**
 * How a value may be written. `longer`: beside such a character the words are part of something longer; it is looked at apart from the
 * pattern, because compiling `\p{L}` without regard to case takes longer than the whole search.
 */
interface WrittenForms {
  pattern: RegExp;
  longer: RegExp;
}

function writtenForms(wanted: string): WrittenForms | null {
  if (wanted === '') return null;
  const forms = (pattern: string, longer: RegExp) => ({ pattern: new RegExp(pattern, 'giu'), longer });
  const [, year, month, day] = ISO_DATE.exec(wanted) ?? [];
  // Between day, month and year stands a separator or a word (` tháng `); leading zeros come and go.
  const numbers = [day, month].flatMap((part) => (part ? [`0?${Number(part)}`] : []));
  if (year && numbers.length > 0) return forms([...numbers, year].join('\\D{1,9}'), DIGIT);
  if (wanted.length > LONGEST_PATTERN) return forms(literal(wanted), LETTER_OR_DIGIT);
  if (/^\d+\.\d+$/.test(wanted)) return forms(wanted.replace('.', '[.,]'), DIGIT);
  // Blanks of any kind for a blank, and around the separators of a document number.
  const pieces = wanted.split(/(\s*[/-]\s*|\s+)/).map((piece) => (/^\s+$/.test(piece) ? '\\s+' : /^\s*[/-]\s*$/.test(piece) ? `\\s*${literal(piece.trim())}\\s*` : literal(piece)));
  return forms(pieces.join('').replace(/^\\s\*|\\s\*$/g, ''), LETTER_OR_DIGIT);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
