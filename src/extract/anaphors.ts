import { citationWords } from '../grammar/citation-words.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { type Draft, holdsCitations, newDraft, TYPE_REACH } from './citation-draft.ts';
import type { DocumentView } from './document-view.ts';

/** "Kế hoạch này", "Nghị quyết nêu trên": the document itself, or the one work of that type named before. */
export function readAnaphors(view: DocumentView, identity: Identity, knowledge: Pick<Knowledge, 'citations' | 'anatomy' | 'documentTypes'>, drafts: readonly Draft[]): Draft[] {
  const types = typeGrammar(knowledge);
  const own = identity.documentType ? types.startsWith(fold(identity.documentType.name)) : null;
  const found: Draft[] = [];
  for (const word of citationWords(knowledge).anaphors) {
    for (let at = view.folded.indexOf(` ${word}`); at !== -1; at = view.folded.indexOf(` ${word}`, at + 1)) {
      const end = at + 1 + word.length;
      if (isLetterAt(view.folded, end)) continue;
      const type = types.endsWith(view.folded.slice(Math.max(0, at - TYPE_REACH), at));
      if (!type || type.hypernym) continue;
      const start = at - type.length;
      const leaf = view.leafAt(start);
      if (!leaf || start < leaf.start || !holdsCitations(leaf.zone) || drafts.some((draft) => draft.start < at && start < draft.end)) continue;
      const self = own?.rows.some((row) => type.rows.includes(row)) ?? false;
      const draft = newDraft(null, start, end);
      draft.type = view.text.slice(start, at);
      if (self) Object.assign(draft, { form: 'own', relation: 'own' });
      found.push(draft);
    }
  }
  return found;
}
