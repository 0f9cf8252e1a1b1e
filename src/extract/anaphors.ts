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

/**
 * "Kế hoạch 57", "Chỉ thị số 05": the serial number alone, behind the word for a type, of the one work of both that was cited before; not
 * "Kế hoạch 5 năm". A serial that nothing before explains is no reference.
 */
export function readSerials(view: DocumentView, identity: Identity, knowledge: Pick<Knowledge, 'citations' | 'anatomy'>, drafts: readonly Draft[]): Draft[] {
  const words = citationWords(knowledge);
  const { folded } = view;
  const known = new Map<string, Map<string, Draft[]>>();
  for (const draft of drafts) {
    const serial = /^\d+/.exec(draft.number?.raw ?? '')?.[0];
    if (!serial || draft.type === null || draft.form === 'own') continue;
    const type = fold(draft.type);
    const serials = known.get(type) ?? new Map<string, Draft[]>();
    known.set(type, serials.set(serial, [...(serials.get(serial) ?? []), draft]));
  }
  const ownType = fold(identity.documentType?.name ?? '');
  const found: Draft[] = [];
  for (const [type, serials] of known) {
    for (let at = folded.indexOf(type); at !== -1; at = folded.indexOf(type, at + type.length)) {
      const serial = words.bareSerial(folded, at + type.length);
      const works = serial && (serials.get(serial.digits) ?? []).filter((draft) => draft.end <= at);
      if (!works || works.length === 0 || new Set(works.map(({ number }) => number?.value)).size > 1 || isLetterAt(folded, at - 1)) continue;
      const leaf = view.leafAt(at);
      if (
        !leaf ||
        !holdsCitations(leaf.zone) ||
        (type === ownType && Number(serial.digits) === identity.number?.serial) ||
        drafts.some((draft) => draft.start <= at && at < draft.end)
      )
        continue;
      const draft = newDraft(null, at, serial.end);
      draft.type = view.text.slice(at, at + type.length);
      if (words.introducesShortForm(folded, at)) Object.assign(draft, { form: 'defines-short-form', relation: 'defines' });
      found.push(draft);
    }
  }
  return found;
}

/** Whether a work of one of these types, not the document itself, is cited before an offset. */
function namesOne(rows: readonly DocumentType[], drafts: readonly Draft[], start: number, types: TypeGrammar): boolean {
  return drafts.some((draft) => draft.start < start && draft.form !== 'own' && draft.type !== null && types.startsWith(fold(draft.type))?.rows.some((row) => rows.includes(row)));
}
