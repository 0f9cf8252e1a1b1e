import { citationWords } from '../grammar/citation-words.ts';
import { type TypeGrammar, typeGrammar } from '../grammar/types.ts';
import type { DocumentType, Knowledge } from '../knowledge/knowledge.ts';
import type { Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { type Draft, holdsCitations, newDraft, TYPE_REACH } from './citation-draft.ts';
import type { DocumentView } from './document-view.ts';

/**
 * "Kế hoạch này", "Nghị quyết nêu trên": the document itself, or the one work of that type named before. In a Công văn "Công văn này" is
 * itself, "Công văn nêu trên" the one that it has cited.
 */
export function readAnaphors(view: DocumentView, identity: Identity, knowledge: Pick<Knowledge, 'citations' | 'anatomy' | 'documentTypes'>, drafts: readonly Draft[]): Draft[] {
  const types = typeGrammar(knowledge);
  const ownName = fold(identity.documentType?.name ?? '');
  const own = types.startsWith(ownName);
  const found: Draft[] = [];
  const { anaphors, lookingBack } = citationWords(knowledge);
  for (const word of [...anaphors, ...lookingBack]) {
    const looksBack = lookingBack.includes(word);
    for (let at = view.folded.indexOf(` ${word}`); at !== -1; at = view.folded.indexOf(` ${word}`, at + 1)) {
      const end = at + 1 + word.length;
      if (isLetterAt(view.folded, end)) continue;
      const type = types.endsWith(view.folded.slice(Math.max(0, at - TYPE_REACH), at));
      if (!type || type.hypernym) continue;
      const start = at - type.length;
      const leaf = view.leafAt(start);
      if (!leaf || start < leaf.start || !holdsCitations(leaf.zone) || drafts.some((draft) => draft.start < at && start < draft.end)) continue;
      // In a Thông tư liên tịch "Thông tư này" is itself.
      const ofOwnType = own?.rows.some((row) => type.rows.includes(row)) || ownName.startsWith(`${view.folded.slice(start, at)} `);
      const self = ofOwnType && !(looksBack && namesOne(type.rows, drafts, start, types));
      const draft = newDraft(null, start, end);
      draft.type = view.text.slice(start, at);
      if (self) Object.assign(draft, { form: 'own', relation: 'own' });
      found.push(draft);
    }
  }
  return found;
}

/** Whether a work of one of these types, not the document itself, is cited before an offset. */
function namesOne(rows: readonly DocumentType[], drafts: readonly Draft[], start: number, types: TypeGrammar): boolean {
  return drafts.some((draft) => draft.start < start && draft.form !== 'own' && draft.type !== null && types.startsWith(fold(draft.type))?.rows.some((row) => rows.includes(row)));
}
