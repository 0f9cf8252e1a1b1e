import { compiledOnce } from '../grammar/compiled.ts';
import { type FoundType, typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Mention } from '../resolve/digest.ts';
import type { Work } from '../resolve/works.ts';
import { fold } from '../text/fold.ts';
import type { CheckContext } from './rule.ts';

/** A mention with the type word that is printed before its number; a word taken over from the work before it in a list is none. */
export interface TypedMention {
  document: number;
  mention: Mention;
  type: FoundType;
}

/** What a type word names; the few words of a corpus are each looked up once. */
const wordTypes: (knowledge: Pick<Knowledge, 'documentTypes'>) => (word: string) => FoundType | null = compiledOnce((knowledge) => {
  const types = typeGrammar(knowledge);
  const known = new Map<string, FoundType | null>();
  return (word) => {
    let type = known.get(word);
    if (type === undefined) {
      type = types.startsWith(fold(word));
      known.set(word, type);
    }
    return type;
  };
});

/** The mentions of a work that have a type word, each read once. */
export function typedMentions(work: Work, { graph, knowledge }: CheckContext): TypedMention[] {
  const typeOfWord = wordTypes(knowledge);
  return work.mentions.flatMap((ref) => {
    const mention = graph.mention(ref);
    if (mention.type === null || mention.form === 'own') return [];
    const type = typeOfWord(mention.type);
    return type ? [{ document: ref.document, mention, type }] : [];
  });
}

/** True where the words at a mention's first place have its type word. */
export function isPrinted({ document, mention }: TypedMention, { words }: CheckContext): boolean {
  const [place] = mention.places;
  return place !== undefined && mention.type !== null && fold(words(document, place[0], place[1])).includes(fold(mention.type));
}

/** A type as the code in a number says it, with every name it goes by. */
export interface NumberType {
  name: string;
  names: readonly string[];
}

/** The type that the code in a work's number stands for; null where it has none. */
export function typeOfNumber(work: Work, { knowledge }: CheckContext): NumberType | null {
  if (work.typeCode === null) return null;
  const rows = typeGrammar(knowledge).byCode(work.typeCode, work.system, /\/\d{4}\//.test(work.number));
  const [first] = rows;
  return first ? { name: first.name, names: rows.flatMap((row) => [row.name, ...row.aliases]) } : null;
}

/** "Thông tư số 03/2008/TTLT-BYT-BNV": the name of the type begins with the word, which says less and nothing wrong. */
export function isWiderName({ type: { rows } }: TypedMention, { name }: NumberType): boolean {
  return rows.some((row) => fold(name).startsWith(`${fold(row.name)} `));
}
