import type { Knowledge } from '../knowledge/knowledge.ts';
import { compiledOnce } from './compiled.ts';
import { numberGrammar } from './numbers.ts';
import type { FoundType } from './types.ts';

/** True where documents with the number of a legislature can be of a type, by the examples of `document-types.csv`: laws and resolutions, no decisions. */
export const fitsLegislature: (knowledge: Pick<Knowledge, 'documentTypes' | 'citations' | 'anatomy'>) => (type: FoundType) => boolean = compiledOnce((knowledge) => {
  const numbers = numberGrammar(knowledge);
  const names = new Set(
    knowledge.documentTypes.flatMap(({ name, examples }) => (examples.some((example) => numbers.find(example).some(({ number }) => number.legislature !== null)) ? [name] : [])),
  );
  return ({ rows }) => rows.some(({ name }) => names.has(name));
});
