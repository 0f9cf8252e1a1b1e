import { typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Mention } from '../resolve/digest.ts';
import { fold } from '../text/fold.ts';

/**
 * A legislature numbers its acts and its resolutions apart under one code: Bộ luật số 100/2015/QH13 is of 27/11/2015, Nghị quyết số
 * 100/2015/QH13 of 12/11/2015. Which of the two a mention names by its word for the type, as `kind` of `document-types.csv`; null for
 * the number of another body, and where the word says neither.
 */
export function kindOfAct({ number, type }: Mention, knowledge: Pick<Knowledge, 'documentTypes'>): string | null {
  if (number === null || number.legislature === null || type === null) return null;
  const kinds = new Set(
    typeGrammar(knowledge)
      .startsWith(fold(type))
      ?.rows.flatMap(({ kind, system }) => (system === 'party' ? [] : [kind])),
  );
  const [kind] = kinds;
  return kind !== undefined && kinds.size === 1 ? kind : null;
}
