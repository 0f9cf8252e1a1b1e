import { anatomyGrammar } from '../grammar/anatomy.ts';
import { citationWords } from '../grammar/citation-words.ts';
import { dateGrammar } from '../grammar/dates.ts';
import { type FoundNumber, numberGrammar } from '../grammar/numbers.ts';
import type { PlaceContext } from '../grammar/places.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Citation, Identity } from '../model/facts.ts';
import { divisionsOf } from '../model/tree-walk.ts';
import { fold } from '../text/fold.ts';
import { readAnaphors, readSerials } from './anaphors.ts';
import { type Draft, holdsCitations, newDraft } from './citation-draft.ts';
import { CitationParts } from './citation-parts.ts';
import type { DocumentView, PlacedLeaf } from './document-view.ts';
import { relationGrammar } from './relations.ts';

/** What a document does with all works of one list. */
const LISTED: ReadonlySet<Citation['relation']> = new Set(['based-on', 'implements']);
/** So many titles are followed outwards, each inside the next. */
const DEEPEST_TITLE = 8;

export type CitationKnowledge = Pick<Knowledge, 'anatomy' | 'documentTypes' | 'citations' | 'dates' | 'agencies' | 'territories' | 'relations'>;

/** Every mention of a document by number, blank numbers, and references such as "Kế hoạch này" (domain reference 1.1, 1.4). */
export function readCitations(view: DocumentView, identity: Identity, place: PlaceContext, knowledge: CitationKnowledge): Citation[] {
  const { folded } = view;
  const numbers = numberGrammar(knowledge);
  const words = citationWords(knowledge);
  const relations = relationGrammar(knowledge);
  const dates = dateGrammar(knowledge);
  const anatomy = anatomyGrammar(knowledge);
  const parts = new CitationParts(view, place, knowledge);
  const ownKey = identity.number && identity.number.value !== null ? numbers.key(identity.number) : null;
  const drafts: Draft[] = [];
  const signed = view.zone('signatures')[0]?.start ?? Number.POSITIVE_INFINITY;
  // A form may follow the signature without the word "Phụ lục".
  const forms = view.leaves.filter((leaf) => (leaf.annex !== null || leaf.start > signed) && anatomy.isForm(fold(leaf.words.slice(0, 40))));

  const bases = [...divisionsOf(view.tree)].flatMap(({ title, position }) => (title !== null && anatomy.isPlainBasis(fold(title)) ? [position] : []));

  for (const found of numbers.find(view.text)) {
    const leaf = view.leafAt(found.start);
    if (!leaf || !holdsCitations(leaf.zone)) continue;
    const header =
      (leaf.zone === 'header' || leaf.zone === 'front') &&
      identity.number?.evidence != null &&
      found.start >= identity.number.evidence.start &&
      found.end <= identity.number.evidence.end;
    // A blank number at the start of a line of its own is a form's or a draft's letterhead, no citation.
    if (found.blank && (leaf.zone === 'header' || leaf.leaf.type === 'caption' || isNumberLine(leaf.words) || isOwnBlank(found) || inForm(leaf))) continue;
    const previous = drafts.at(-1);
    const lineStart = leaf.start;
    const draft = newDraft(found.number, found.start, found.end);
    if (header) {
      Object.assign(draft, { form: 'own', relation: 'own', type: identity.documentType?.name ?? null, start: leaf.start, issuer: identity.issuer });
      drafts.push(draft);
      continue;
    }
    parts.read(draft, previous, lineStart, leaf.end);
    shareDate(draft, drafts);
    for (let outer = drafts.at(-1) ?? null; outer; outer = outer.within) {
      if (outer.title && draft.start < outer.title.end && draft.start >= outer.title.start) {
        if (goesOnBehind(outer, outer.title, draft, drafts)) continue;
        draft.within = outer;
        break;
      }
    }
    const own = ownKey !== null && numbers.key(found.number) === ownKey && (leaf.leaf.type === 'caption' || sameDay(draft, identity));
    draft.form = own ? 'own' : found.blank ? 'blank' : words.introducesShortForm(folded, draft.start) ? 'defines-short-form' : draft.date ? 'full' : 'short';
    const clause = clauseStart(draft, drafts, lineStart);
    const elder = listElder(draft, drafts) ?? itemElder(draft, drafts, clause, lineStart);
    draft.relation = own
      ? 'own'
      : draft.form === 'defines-short-form'
        ? 'defines'
        : words.saysAttached(folded.slice(draft.end, draft.end + 40))
          ? 'attached'
          : (elder?.relation ?? relations.ofType(relations.before(folded, clause, draft.start), found.number.typeCode));
    if (draft.relation === 'mentions' && !draft.within && isBasisItem(draft, leaf.start)) draft.relation = 'based-on';
    drafts.push(draft);
  }
  const anaphors = [...readAnaphors(view, identity, knowledge, drafts), ...readSerials(view, identity, knowledge, drafts)];
  return finish(
    view,
    [...drafts, ...anaphors].sort((a, b) => a.start - b.start),
    identity,
  );

  /** "I. CĂN CỨ PHÁP LÝ" / "1. Quyết định số 924/QĐ-TTg …": the first work of an item below such a heading. */
  function isBasisItem(draft: Draft, lineStart: number): boolean {
    return !drafts.some((other) => other.start >= lineStart) && bases.some(({ start, end }) => start.offset <= draft.start && draft.start < end.offset);
  }

  /** "Nghị quyết số …/2026/NQ-CP" in a draft of that very resolution: its own number, not yet given. */
  function isOwnBlank(found: FoundNumber): boolean {
    // Another day beside it makes it another document's.
    const gap = /^[\s,]{0,4}/.exec(folded.slice(found.end, found.end + 4))?.[0].length ?? 0;
    const day = dates.at(folded, found.end + gap)?.iso ?? null;
    return (
      identity.number !== null &&
      found.number.notation === identity.number.notation &&
      found.number.year === identity.number.year &&
      (day === null || day === identity.issuedOn.value)
    );
  }

  /** Below "Mẫu số 01" in an annex blanks are there to be filled in. */
  function inForm(leaf: PlacedLeaf): boolean {
    return (leaf.annex !== null || leaf.start > signed) && forms.some((form) => form.start <= leaf.start && form.annex === leaf.annex);
  }

  function isNumberLine(words: string): boolean {
    return words.length < 60 && anatomy.numberLabel(fold(words)) >= 0;
  }

  /** "số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017": one day for the list; "số 19-NQ/TW cùng ngày": the elder's day. */
  function shareDate(draft: Draft, all: readonly Draft[]): void {
    if (draft.date) {
      const list: Draft[] = [];
      for (let elder = draft.elder; elder && elder.date === null && elder.form === 'short'; elder = elder.elder) list.push(elder);
      for (const elder of list) {
        // A number of another year cannot be of this day.
        if (elder.number?.year != null && !draft.date.iso?.startsWith(String(elder.number.year))) continue;
        elder.date = draft.date;
        elder.form = 'full';
        elder.issuer ??= draft.issuer;
      }
      // "Công điện số 12/CĐ-TTg ngày …, Công điện số 15/CĐ-TTg ngày … của Thủ tướng Chính phủ".
      for (let { elder } = draft; elder && elder.issuer === null && elder.number?.bodyCode === draft.number?.bodyCode; elder = elder.elder) elder.issuer = draft.issuer;
    } else if (words.saysSameDay(folded.slice(draft.end, draft.end + 30))) {
      const elder = [...all].reverse().find((other) => other.date !== null);
      if (elder) draft.date = elder.date;
    }
  }

  /**
   * The member before this one in a list ("Nghị quyết A ngày …; Nghị quyết B"): the words before the list hold for all of it.
   * Behind "A về thực hiện B" the list goes on with A, unless A is one of its kind: in "ý kiến của … tại Văn bản A về thực hiện B; C"
   * the list is B and C.
   */
  function listElder(draft: Draft, all: readonly Draft[]): Draft | null {
    const last = all.at(-1);
    if (!last || draft.within === last) return null;
    let elder = last;
    let end = endOf(last);
    for (let depth = 0; elder.within && elder.within !== draft.within && depth < DEEPEST_TITLE; depth++) {
      elder = elder.within;
      end = Math.max(end, endOf(elder));
    }
    if (elder.within !== draft.within || end > draft.start || !words.connects(folded.slice(end, draft.start))) return null;
    if (elder !== last && (elder.relation === 'mentions' || relations.standsAlone(elder.relation))) elder = last;
    return elder.relation === 'own' || elder.relation === 'defines' || elder.relation === 'attached' ? null : elder;
  }

  /**
   * "Nghị định A về kiểm soát thủ tục và Nghị định B": where nothing in a title works on other documents, "và" before the first one goes
   * on behind the title. The title ends there.
   */
  function goesOnBehind(outer: Draft, title: { start: number; end: number }, draft: Draft, all: readonly Draft[]): boolean {
    const words = folded.slice(title.start, draft.start);
    const connector = /\s(?<word>\p{L}{1,5})\s{1,2}$/u.exec(words);
    if (!connector || draft.type === null || !joins(` ${connector.groups?.word} `)) return false;
    if (all.some((other) => other.within === outer) || relations.before(folded, title.start, draft.start) !== 'mentions') return false;
    title.end = title.start + connector.index;
    return true;
  }

  function joins(between: string): boolean {
    return words.connects(between);
  }

  /** "Căn cứ A quy định …; … và mẫu biểu; B …": an item behind a semicolon belongs to the list whose first citations begin the line. */
  function itemElder(draft: Draft, all: readonly Draft[], clause: number, lineStart: number): Draft | null {
    if (draft.within || folded[clause - 1] !== ';') return null;
    const between = folded.slice(clause, draft.start);
    // "; Luật Sở hữu trí tuệ số 07/2022/QH15": its name stands before the number.
    const named = draft.number?.legislature && draft.type !== null && between.trimStart().startsWith(fold(draft.type));
    if (!named && !words.connects(between)) return null;
    const elder = [...all].reverse().find((other) => other.within === null);
    return elder && elder.start >= lineStart && LISTED.has(elder.relation) ? elder : null;
  }

  function endOf({ end, title }: Draft): number {
    return Math.max(end, title?.end ?? end);
  }

  function clauseStart(draft: Draft, all: readonly Draft[], lineStart: number): number {
    if (draft.within) return draft.within.end;
    const last = all.at(-1);
    let depth = 0;
    for (let at = draft.start - 1; at > lineStart; at--) {
      if (last && at < last.start) break;
      const char = folded[at];
      // What stands in brackets before a citation is no part of its clause: "Sở Nội vụ (cơ quan thường trực) tại Tờ trình".
      if (char === ')') depth++;
      else if (char === '(' && depth > 0) depth--;
      else if (char === ';' || char === '\n' || char === '(' || char === '\t' || (char === '.' && folded[at + 1] === ' ')) return at + 1;
    }
    return lineStart;
  }
}

function sameDay(draft: Draft, identity: Identity): boolean {
  return draft.date === null || identity.issuedOn.value === null || draft.date.iso === identity.issuedOn.value;
}

/** Turns drafts into citations; ids are made from place and canonical value, so they survive changes elsewhere. */
function finish(view: DocumentView, drafts: readonly Draft[], identity: Identity): Citation[] {
  const used = new Map<string, number>();
  const ids = new Map<Draft, string>();
  for (const draft of drafts) {
    const leaf = view.leafAt(draft.start);
    const name = draft.number ? (draft.number.value ?? draft.number.notation) : `this-${draft.type ?? ''}`;
    const base = `cite:${leaf?.eId ?? leaf?.zone ?? 'body'}:${name.replace(/\s+/g, '-')}`;
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    ids.set(draft, count === 1 ? base : `${base}_${count}`);
  }
  return drafts.map((draft) => {
    const evidence = view.evidence(draft.lead ?? draft.start, draft.end);
    const own = draft.form === 'own';
    return {
      id: ids.get(draft) as string,
      number: draft.number?.value ?? null,
      raw: evidence.quote,
      parsed: draft.number,
      documentType: draft.type,
      issuedOn: draft.date?.iso ?? (own && draft.date === null && draft.number !== null ? identity.issuedOn.value : null),
      issuer: draft.issuer,
      title: draft.title ? view.text.slice(draft.title.start, draft.title.end).replace(/\s+/g, ' ') : null,
      form: draft.form,
      relation: draft.relation,
      within: draft.within ? (ids.get(draft.within) as string) : null,
      eId: view.leafAt(draft.start)?.eId ?? null,
      evidence,
    };
  });
}
