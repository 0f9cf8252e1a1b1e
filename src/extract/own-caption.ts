import { citationWords } from '../grammar/citation-words.ts';
import { dateGrammar } from '../grammar/dates.ts';
import { numberGrammar } from '../grammar/numbers.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { DocumentView, PlacedLeaf } from './document-view.ts';
import type { LetterheadKnowledge } from './letterhead.ts';

/** The document's own number and date as an annex names them. */
export interface OwnCaption {
  number: NonNullable<Identity['number']>;
  issuedOn: Identity['issuedOn'] | null;
  leaf: PlacedLeaf;
}

/**
 * "(Kèm theo Kế hoạch số 08 KH-UBND ngày 15/01/2024 …)" in an annex names the document the annex belongs to, which is this one
 * unless the annexed text is a document of another type. Below the title of a text that stands alone, "(Ban hành kèm theo Quyết định
 * số 05/2006/QĐ-UBND …)" tells under which number the text itself was issued: a regulation has none of its own.
 */
export function readOwnCaption(view: DocumentView, typeName: string | null, knowledge: LetterheadKnowledge): OwnCaption | null {
  const numbers = numberGrammar(knowledge);
  const types = typeGrammar(knowledge);
  const dates = dateGrammar(knowledge);
  for (const leaf of view.leaves) {
    const below = leaf.zone === 'front';
    if (leaf.leaf.type !== 'caption' || (!leaf.annex && !below)) continue;
    const found = numbers.find(leaf.words)[0];
    if (!found || found.number.value === null) continue;
    const before = citationWords(knowledge).withoutNumberWord(fold(leaf.words.slice(0, found.start)));
    const type = types.endsWith(before);
    const own = typeName ? types.startsWith(fold(typeName)) : null;
    if (!below && own && type && !own.rows.some((row) => type.rows.includes(row))) continue;
    const date = dates.find(fold(leaf.words)).find((candidate) => candidate.start >= found.end);
    const start = leaf.start + before.length - (type?.length ?? 0);
    const evidence = view.evidence(start, leaf.start + found.end);
    const number = { ...found.number, value: found.number.value, raw: evidence.quote, evidence, derived: true };
    const issuedOn = date?.iso
      ? { value: date.iso, precision: date.precision, notBefore: null, evidence: view.evidence(leaf.start + date.start, leaf.start + date.end), derived: true }
      : null;
    return { number, issuedOn, leaf };
  }
  return null;
}
