import { compiledOnce } from '../../grammar/compiled.ts';
import { skipBlanks, type Words } from '../../grammar/mentions.ts';
import { type Phrases, phrases } from '../../grammar/phrases.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Role } from '../../model/assignments.ts';
import { fold } from '../../text/fold.ts';

type HeadingRole = keyof Knowledge['roles']['headings']['roles'] & Role;

/** A heading that is nothing but roles is no longer. */
const LONGEST = 60;

const headingWords: (knowledge: Pick<Knowledge, 'roles'>) => Phrases<HeadingRole> = compiledOnce(({ roles: { headings } }) =>
  phrases(Object.entries(headings.roles).flatMap(([role, words]) => words.map((word) => [word, role as HeadingRole] as const))),
);

/**
 * The role that a heading gives to the bodies listed below it, from `from` on (behind its label): "a) | Cơ quan chủ trì" leads.
 * `several` for one above such headings, "2. | Cơ quan chủ trì, phối hợp"; null for a heading that says anything else.
 */
export function roleHeading({ text, folded }: Words, from: number, knowledge: Pick<Knowledge, 'roles'>): Role | 'several' | null {
  if (text.length - from > LONGEST) return null;
  const words = headingWords(knowledge);
  const found: Role[] = [];
  for (let at = skipBlanks(text, from); at < text.length; ) {
    const phrase = words.at(folded, at);
    if (!phrase) return null;
    found.push(phrase.value);
    at = skipBlanks(text, phrase.end);
    while (at < text.length && ',.:'.includes(text.charAt(at))) at = skipBlanks(text, at + 1);
  }
  return found.length > 1 ? 'several' : (found[0] ?? null);
}

/** True for the header of a column that has who leads before a slash and who coordinates behind it: "Đơn vị thực hiện (chủ trì/phối hợp)". */
export function dividesRoles(header: string, knowledge: Pick<Knowledge, 'roles'>): boolean {
  const words = headingWords(knowledge);
  const folded = fold(header);
  for (let slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1))
    if (words.endingAt(folded, folded.slice(0, slash).trimEnd().length)?.value === 'lead' && words.at(folded, skipBlanks(folded, slash + 1))?.value === 'coordinate') return true;
  return false;
}
