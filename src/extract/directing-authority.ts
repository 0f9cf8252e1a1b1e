import { agencyGrammar } from '../grammar/agencies.ts';
import { identityWords } from '../grammar/identity-words.ts';
import type { PlaceContext } from '../grammar/places.ts';
import type { Issuer } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { isCapitalAt, isLetterAt } from '../text/word-chars.ts';
import type { DocumentView } from './document-view.ts';
import type { LetterheadKnowledge } from './letterhead.ts';

/** "Chủ tịch Ủy ban nhân dân thành phố có ý kiến như sau": whose order a letter passes on, where that is not its issuer. */
export function readDirectingAuthority(view: DocumentView, issuer: Issuer | null, context: PlaceContext, knowledge: LetterheadKnowledge): Issuer | null {
  const grammar = agencyGrammar(knowledge);
  const words = identityWords(knowledge);
  for (const leaf of view.leaves) {
    if (leaf.zone !== 'preamble' && leaf.leaf.type !== 'paragraph') continue;
    const folded = view.folded.slice(leaf.start, leaf.end);
    const at = Math.min(...words.directing.map((phrase) => folded.indexOf(phrase)).filter((index) => index >= 0));
    if (!Number.isFinite(at)) continue;
    for (let start = Math.max(0, at - 120); start < at; start++) {
      if (!isCapitalAt(leaf.words, start) || isLetterAt(leaf.words, start - 1)) continue;
      const head = words.capacities.find((capacity) => folded.startsWith(`${capacity} `, start));
      const bodyAt = start + (head ? head.length + 1 : 0);
      const body = grammar.at(leaf.words, folded, bodyAt, false);
      if (!body || words.withoutPerfect(folded.slice(body.end, at)).trim() !== '') continue;
      const resolved = grammar.resolve(body, leaf.words, context);
      const territory = resolved.territory?.id ? (grammar.byId(resolved.territory.id) ?? null) : null;
      const name = `${head ? `${leaf.words.slice(start, bodyAt)}` : ''}${grammar.fullName(leaf.words.slice(body.start, body.end), territory)}`;
      if (!head && issuer && issuer.id !== null && issuer.id === resolved.id) return null;
      if (head && issuer && !words.passesOn(fold(issuer.name))) return null;
      return { id: resolved.id, name, territory: resolved.territory, evidence: view.evidence(leaf.start + start, leaf.start + body.end), derived: false };
    }
  }
  return null;
}
