import type { Knowledge } from '../knowledge/knowledge.ts';
import { bare } from '../text/bare.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';

/** Phrases that a document is known to hold, found by their letters without accents. All in small letters. */
export interface KnownPhrases {
  /** The phrase of these words without accents, where there is one and no other is spelled with the same letters. */
  spelling(words: readonly string[]): readonly string[] | null;
  /** Most words of a phrase. */
  readonly longest: number;
  /** The name of the country, its motto and the Party's heading: lines of their own on the first page. */
  readonly headings: readonly string[];
}

export type PhraseKnowledge = Pick<Knowledge, 'anatomy' | 'repairs' | 'agencies' | 'territories' | 'documentTypes'>;

/** Bodies, territories with their kind, types of documents, offices, headings. Single words are too many to be told apart. */
export const knownPhrases: (knowledge: PhraseKnowledge) => KnownPhrases = compiledOnce(({ anatomy, repairs, agencies, territories, documentTypes }) => {
  const kinds = Object.keys(anatomy.territory_kinds);
  const phrases = [
    ...anatomy.national_heading.slice(0, 1),
    ...anatomy.national_motto.slice(0, 1),
    ...anatomy.party_heading,
    ...anatomy.capacities,
    ...anatomy.urgency,
    ...anatomy.confidentiality,
    ...repairs.unbroken_phrases,
    ...agencies.flatMap((agency) => [agency.name, ...agency.aliases]),
    ...territories.flatMap((territory) => [territory.name, ...kinds.map((kind) => `${kind} ${territory.name}`)]),
    ...documentTypes.flatMap((type) => [type.name, ...type.aliases]),
  ];
  const spellings = new Map<string, string[] | null>();
  let longest = 0;
  for (const phrase of phrases) {
    const words = fold(phrase.normalize('NFC')).match(/\p{L}+/gu) ?? [];
    if (words.length < 2) continue;
    const key = words.map(bare).join(' ');
    const known = spellings.get(key);
    if (known === undefined) spellings.set(key, words);
    else if (known !== null && known.join(' ') !== words.join(' ')) spellings.set(key, null);
    longest = Math.max(longest, words.length);
  }
  return {
    spelling: (words) => spellings.get(words.join(' ')) ?? null,
    longest,
    headings: [...anatomy.national_heading.slice(0, 1), ...anatomy.national_motto.slice(0, 1), ...anatomy.party_heading.slice(0, 1)],
  };
});
