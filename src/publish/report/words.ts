import type { Bilingual } from '../../model/finding.ts';
import { type Content, type Html, html } from './html.ts';
import words from './words.json' with { type: 'json' };

type Words = typeof words;

/** A key of `words.json`, as `group.word`. */
export type Word = { [Group in keyof Words]: `${Group}.${keyof Words[Group] & string}` }[keyof Words];

/** The groups of `words.json` that name the values of a coded field. */
export type CodedField =
  | 'level'
  | 'confidence'
  | 'system'
  | 'form'
  | 'relation'
  | 'status'
  | 'linkReason'
  | 'origin'
  | 'completeness'
  | 'repair'
  | 'noise'
  | 'role'
  | 'period'
  | 'modality'
  | 'flag';

/** Both languages of a text; the style sheet shows the one of `<html lang>`, Vietnamese where no script runs. */
export function bilingual({ vi, en }: Bilingual): Html {
  return pair(vi, en);
}

function pair(vi: Content, en: Content): Html {
  return html`<span class="vi" lang="vi">${vi}</span><span class="en" lang="en">${en}</span>`;
}

/** A word of the interface in both languages, its `{names}` filled in. */
export function say(word: Word, values: Readonly<Record<string, Content>> = {}): Html {
  const { vi, en } = lookUp(word);
  return pair(fill(vi, values), fill(en, values));
}

/** A word of the interface as plain text, for the few places that hold no markup. */
export function plain(word: Word): Bilingual {
  return lookUp(word);
}

/** The name of a coded value; a code without a name stands as it is. */
export function term(field: CodedField, code: string): Html {
  const names: Readonly<Record<string, Bilingual>> = words[field];
  const name = Object.hasOwn(names, code) ? names[code] : undefined;
  return name ? bilingual(name) : html`<code>${code}</code>`;
}

/** A count with its thousands set apart by a narrow space, which both languages read alike. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

function lookUp(word: Word): Bilingual {
  const [group, key] = word.split('.') as [keyof Words, string];
  return (words[group] as Readonly<Record<string, Bilingual>>)[key] as Bilingual;
}

function fill(pattern: string, values: Readonly<Record<string, Content>>): Content {
  return pattern.split(/\{(\w+)\}/).map((piece, index) => (index % 2 === 0 ? piece : values[piece]));
}
