import { typeGrammar } from '../grammar/types.ts';
import { anyPrinted } from '../grammar/words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { lineFlags } from '../text/line-flags.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-code';
/** No name of a type is longer, with the word for a number behind it. */
const REACH = 60;

/**
 * Corrects the code of a type that its own name stands before: `Chương trình hành động số 59-CTy/TU` → `CTr`. Only where what was read
 * is the code of no type, and one letter apart from the code of the named one. `recognized` tells which lines come from a picture.
 */
export function recognizedTypeEdits(text: string, recognized: readonly boolean[], { documentTypes, anatomy }: Pick<Knowledge, 'documentTypes' | 'anatomy'>): RuledEdit[] {
  const types = typeGrammar({ documentTypes });
  const codes = new Set(documentTypes.map(({ code }) => code));
  const numbered = new RegExp(
    `(?<lead>\\s${anyPrinted(anatomy.number_words, false)}\\s?:?\\s?)\\d{1,5}\\s?[-/]\\s?(?:\\d{4}\\s?/\\s?)?(?<code>\\p{Lu}\\p{L}{1,4})(?=\\s?[-/]\\s?\\p{Lu})`,
    'dgu',
  );
  const recognizedAt = lineFlags(text, recognized);
  const edits: RuledEdit[] = [];
  for (const { index, groups: { code = '' } = {}, indices } of text.matchAll(numbered)) {
    const [start, end] = indices?.groups?.code ?? [0, 0];
    if (codes.has(code) || !recognizedAt(start)) continue;
    const before = fold(text.slice(Math.max(0, index - REACH), index).replaceAll('\n', ' '));
    const named = [...new Set(types.endsWith(before)?.rows.map((row) => row.code) ?? [])].filter((wanted) => isOneLetterApart(wanted, code));
    if (named.length === 1) edits.push({ start, end, replacement: named[0] as string, rule: RULE });
  }
  return edits;
}

/** One letter is another one, or one too many was read: `CTy` and `CTrY` for `CTr`. */
function isOneLetterApart(wanted: string, read: string): boolean {
  if (wanted.length === read.length) return [...wanted].filter((letter, at) => letter !== read[at]).length === 1;
  return wanted.length + 1 === read.length && [...read].some((_, at) => read.slice(0, at) + read.slice(at + 1) === wanted);
}
