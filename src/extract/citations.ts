import { anatomyGrammar } from '../grammar/anatomy.ts';
import { bodyGrammar, type FoundBody, type PlaceContext } from '../grammar/bodies.ts';
import { dateGrammar, type FoundDate } from '../grammar/dates.ts';
import { type FoundNumber, numberGrammar } from '../grammar/numbers.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Citation, DocumentNumber, Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { DocumentView, PlacedLeaf } from './document-view.ts';
import { relationGrammar } from './relations.ts';

export type CitationKnowledge = Pick<Knowledge, 'anatomy' | 'documentTypes' | 'citations' | 'dates' | 'bodies' | 'territories' | 'relations'>;

/** A citation while it is put together. `titleEnd` is where the title of the cited work ends. */
interface Draft {
  number: DocumentNumber | null;
  start: number;
  numberStart: number;
  end: number;
  typeStart: number;
  type: string | null;
  date: FoundDate | null;
  issuer: Citation['issuer'];
  issuerEnd: number;
  title: { start: number; end: number } | null;
  form: Citation['form'];
  relation: Citation['relation'];
  within: Draft | null;
  /** The number of another citation directly before, in one list: "số 18-NQ/TW, 19-NQ/TW". */
  elder: Draft | null;
}

const TYPE_REACH = 60;
const TITLE_REACH = 420;
const CONNECTOR = /^[\s,;]{0,4}(?:(?:và|hoặc|cùng|với|kèm)(?!\p{L}))?[\s,]{0,3}(?:các\s{1,2}|số\s?:?\s{0,2})?$/u;
const SAME_DAY = /^[\s,]{0,3}(?:ban hành |ký )?cùng ngày(?!\p{L})/u;
const AFTER_DATE_BODY = /^[\s,]{0,3}(?:của|do)\s{1,3}/u;
const ATTACHED_AFTER = /^[\s,]{0,3}\(?[\s,]{0,2}(?:gửi |đính |ban hành )?kèm(?: theo)?(?!\p{L})/u;
const TITLE_STOP = /[;()“”"\n]|\.(?=\s|$)|:(?=\s|$)|\s(?=(?:như sau|cụ thể như sau|gồm|bao gồm)(?!\p{L}))/gu;
const ZONES_WITHOUT_CITATIONS = new Set(['recipients', 'signatures', 'addressees']);

/** Every mention of a document by number, blank numbers, and references such as "Kế hoạch này" (domain reference 1.1, 1.4). */
export function readCitations(view: DocumentView, identity: Identity, place: PlaceContext, knowledge: CitationKnowledge): Citation[] {
  const { text, folded } = view;
  const numbers = numberGrammar(knowledge);
  const dates = dateGrammar(knowledge);
  const types = typeGrammar(knowledge);
  const bodies = bodyGrammar(knowledge);
  const relations = relationGrammar(knowledge);
  const anatomy = anatomyGrammar(knowledge);
  const titleWords = knowledge.citations.title_words.map(fold);
  const markers = knowledge.citations.short_form_markers.map(fold);
  const before = knowledge.citations.issuer_before_words.map(fold);
  const ownKey = identity.number && identity.number.value !== null ? numbers.key(identity.number) : null;
  const drafts: Draft[] = [];
  const formMarks = knowledge.anatomy.form_marks.map(fold);
  const forms = view.leaves.filter((leaf) => leaf.annex !== null && formMarks.some((mark) => fold(leaf.words.slice(0, 40)).startsWith(mark)));

  for (const found of numbers.find(text)) {
    const leaf = view.leafAt(found.start);
    if (!leaf || (leaf.zone !== null && ZONES_WITHOUT_CITATIONS.has(leaf.zone))) continue;
    const header =
      (leaf.zone === 'header' || leaf.zone === 'front') &&
      identity.number?.evidence != null &&
      found.start >= identity.number.evidence.start &&
      found.end <= identity.number.evidence.end;
    // A blank number at the start of a line of its own is a form's or a draft's letterhead, no citation.
    if (found.blank && (leaf.zone === 'header' || leaf.leaf.type === 'caption' || isNumberLine(leaf.words) || isOwnBlank(found) || inForm(leaf))) continue;
    const previous = drafts.at(-1);
    const lineStart = leaf.start;
    const draft: Draft = {
      number: found.number,
      start: found.start,
      numberStart: found.start,
      end: found.end,
      typeStart: found.start,
      type: null,
      date: null,
      issuer: null,
      issuerEnd: found.end,
      title: null,
      form: 'short',
      relation: 'mentions',
      within: null,
      elder: null,
    };
    if (header) {
      Object.assign(draft, { form: 'own', relation: 'own', type: identity.documentType?.name ?? null, start: leaf.start, issuer: identity.issuer });
      drafts.push(draft);
      continue;
    }
    readTypeWord(draft, previous, lineStart);
    readDate(draft);
    readIssuerAfter(draft);
    if (draft.date === null) readDate(draft);
    if (draft.issuer === null) readIssuerBefore(draft, lineStart);
    readTitle(draft, leaf.end);
    shareDate(draft, drafts);
    for (let outer = drafts.at(-1) ?? null; outer; outer = outer.within) {
      if (outer.title && draft.start < outer.title.end && draft.start >= outer.title.start) {
        draft.within = outer;
        break;
      }
    }
    const own = ownKey !== null && numbers.key(found.number) === ownKey && (leaf.leaf.type === 'caption' || sameDay(draft, identity));
    draft.form = own ? 'own' : found.blank ? 'blank' : definesShortForm(draft) ? 'defines-short-form' : draft.date ? 'full' : 'short';
    const elder = listElder(draft, drafts);
    draft.relation = own
      ? 'own'
      : draft.form === 'defines-short-form'
        ? 'defines'
        : ATTACHED_AFTER.test(folded.slice(draft.end, draft.end + 40))
          ? 'attached'
          : (elder?.relation ?? relations.before(folded, clauseStart(draft, drafts, lineStart), draft.start));
    drafts.push(draft);
  }
  const anaphors = readAnaphors(view, identity, knowledge, drafts);
  return finish(
    view,
    [...drafts, ...anaphors].sort((a, b) => a.start - b.start),
    identity,
  );

  /** "Nghị quyết số …/2026/NQ-CP" in a draft of that very resolution: its own number, not yet given. */
  function isOwnBlank(found: FoundNumber): boolean {
    return identity.number !== null && found.number.notation === identity.number.notation && found.number.year === identity.number.year;
  }

  /** Below "Mẫu số 01" in an annex blanks are there to be filled in. */
  function inForm(leaf: PlacedLeaf): boolean {
    return leaf.annex !== null && forms.some((form) => form.start <= leaf.start && form.annex === leaf.annex);
  }

  function isNumberLine(words: string): boolean {
    return words.length < 60 && anatomy.numberLabel(fold(words)) >= 0;
  }

  function readTypeWord(draft: Draft, previous: Draft | undefined, lineStart: number): void {
    const from = Math.max(lineStart, draft.numberStart - TYPE_REACH);
    const lead = folded.slice(from, draft.numberStart).replace(/\s*(?:số\s?[:.]?)?\s*$/u, '');
    const type = types.endsWith(lead);
    if (type) {
      draft.typeStart = from + lead.length - type.length;
      draft.type = text.slice(draft.typeStart, draft.typeStart + type.length).replace(/\s+/g, ' ');
    } else {
      const word = /số\s?[:.]?\s*$/u.exec(folded.slice(from, draft.numberStart));
      draft.typeStart = word ? from + word.index : draft.numberStart;
      const elderEnd = previous ? previous.end : -1;
      if (previous && previous.form !== 'own' && elderEnd <= draft.numberStart && CONNECTOR.test(folded.slice(elderEnd, draft.numberStart))) {
        draft.elder = previous;
        draft.type = previous.type;
      }
    }
    draft.start = draft.typeStart;
  }

  function readDate(draft: Draft): void {
    const gap = /^[\s,]{0,4}\(?(?:ban hành\s{1,2}|ký\s{1,2}|cùng\s{1,2}(?=ngày\s{1,2}\d))?/u.exec(folded.slice(draft.end, draft.end + 24))?.[0].length ?? 0;
    const date = dates.at(folded, draft.end + gap);
    if (date && date.precision === 'day') {
      draft.date = date;
      draft.end = date.end;
      if (text[date.end] === ')' && folded.slice(draft.end - 12, date.start).includes('(')) draft.end = date.end + 1;
    }
  }

  function readIssuerAfter(draft: Draft): void {
    const lead = AFTER_DATE_BODY.exec(folded.slice(draft.end, draft.end + 12));
    if (!lead) return;
    const body = bodies.at(text, folded, draft.end + lead[0].length, true);
    if (!body) return;
    setIssuer(draft, body);
    draft.end = withTerm(body.end);
    draft.issuerEnd = draft.end;
  }

  /** "Thành ủy (khóa XIV)": the committee of a term. */
  function withTerm(end: number): number {
    const term = /^\s{0,2}\(?\s?khóa\s{1,2}[ivxlc\d]{1,6}\)?/u.exec(folded.slice(end, end + 20));
    return term ? end + term[0].length : end;
  }

  function setIssuer(draft: Draft, body: FoundBody): void {
    const date = draft.date?.iso ?? place.date;
    const resolved = bodies.resolve(body, text, { own: place.own, date });
    const end = withTerm(body.end);
    draft.issuer = { ...resolved, name: text.slice(body.start, end).replace(/\s+/g, ' '), evidence: null, derived: false };
  }

  /** "ý kiến chỉ đạo của Thành ủy Hải Phòng tại Văn bản số 334-KL/TU", "Sở Xây dựng tại Văn bản số". */
  function readIssuerBefore(draft: Draft, lineStart: number): void {
    const from = Math.max(lineStart, draft.start - 110);
    const lead = folded.slice(from, draft.start).replace(/\s+$/u, '');
    const link = before.find((word) => lead.endsWith(word) && !/\p{L}/u.test(lead.charAt(lead.length - word.length - 1)));
    if (!link) return;
    const stop = from + lead.length - link.length;
    for (let at = stop - 1; at > from; at--) {
      if (!/\p{Lu}/u.test(text.charAt(at)) || /\p{L}/u.test(text.charAt(at - 1))) continue;
      const body = bodies.at(text, folded, at, false);
      if (body && folded.slice(withTerm(body.end), stop).replace(/\s*(?:đã\s+(?:được\s+)?)?$/u, '') === '') {
        const longer = longerBody(body, from);
        setIssuer(draft, longer);
        return;
      }
    }
  }

  /** "Ủy ban nhân dân thành phố" found from its last word backwards: the longest name that ends at the same place. */
  function longerBody(body: FoundBody, from: number): FoundBody {
    let best = body;
    for (let at = body.start - 1; at > from; at--) {
      if (!/\p{Lu}/u.test(text.charAt(at)) || /\p{L}/u.test(text.charAt(at - 1))) continue;
      const other = bodies.at(text, folded, at, false);
      if (other && other.end >= best.end && other.start < best.start) best = other;
    }
    return best;
  }

  function readTitle(draft: Draft, lineEnd: number): void {
    const lead = /^[\s,]{0,3}/u.exec(folded.slice(draft.end, draft.end + 4))?.[0].length ?? 0;
    const start = draft.end + lead;
    const word = titleWords.find((title) => folded.startsWith(title, start) && !/\p{L}/u.test(folded.charAt(start + title.length)));
    if (!word) return;
    const limit = Math.min(lineEnd, start + TITLE_REACH);
    TITLE_STOP.lastIndex = start;
    let end = limit;
    for (let stop = TITLE_STOP.exec(folded); stop && stop.index < limit; stop = TITLE_STOP.exec(folded)) {
      // "TP. Hồ Chí Minh" is no end; "(sau đây …" is, "(khóa XIV)" is not.
      if (stop[0] === '.' && /(?:^|\s)(?:tp|tr|đ\/c)$/u.test(folded.slice(stop.index - 4, stop.index))) continue;
      if ((stop[0] === '(' || stop[0] === ')') && /^\(?khóa\s/u.test(folded.slice(folded.lastIndexOf('(', stop.index), stop.index + 8))) continue;
      end = stop.index;
      break;
    }
    for (const comma of folded.slice(start, end).matchAll(/,\s(?=\S)/g)) {
      const at = start + comma.index + 2;
      // ", Ban Thường vụ Huyện ủy ban hành …": the sentence goes on with its subject.
      if (/\p{Lu}/u.test(text.charAt(at)) && bodies.at(text, folded, at, false)) {
        end = start + comma.index;
        break;
      }
    }
    draft.title = { start, end: end - (/\s*[,]?\s*$/u.exec(folded.slice(start, end))?.[0].length ?? 0) };
  }

  /** "số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017": one day for the list; "số 19-NQ/TW cùng ngày": the elder's day. */
  function shareDate(draft: Draft, all: readonly Draft[]): void {
    if (draft.date) {
      const list: Draft[] = [];
      for (let elder = draft.elder; elder && elder.date === null && elder.form === 'short'; elder = elder.elder) list.push(elder);
      for (const elder of list) {
        elder.date = draft.date;
        elder.form = 'full';
        elder.issuer ??= draft.issuer;
      }
    } else if (SAME_DAY.test(folded.slice(draft.end, draft.end + 30))) {
      const elder = [...all].reverse().find((other) => other.date !== null);
      if (elder) draft.date = elder.date;
    }
  }

  function definesShortForm(draft: Draft): boolean {
    const lead = folded.slice(Math.max(0, draft.start - 40), draft.start).replace(/[\s:“"'‘]*$/u, '');
    return markers.some((marker) => lead.endsWith(marker));
  }

  /** The member before this one in a list ("Nghị quyết A ngày …; Nghị quyết B"): the words before the list hold for all of it. */
  function listElder(draft: Draft, all: readonly Draft[]): Draft | null {
    const last = all.at(-1);
    if (!last || last.within !== draft.within || last.relation === 'own' || last.relation === 'defines' || last.relation === 'attached') return null;
    return CONNECTOR.test(folded.slice(last.end, draft.start)) ? last : null;
  }

  function clauseStart(draft: Draft, all: readonly Draft[], lineStart: number): number {
    if (draft.within) return draft.within.end;
    const last = all.at(-1);
    for (let at = draft.start - 1; at > lineStart; at--) {
      if (last && at < last.start) break;
      const char = folded[at];
      if (char === ';' || char === '\n' || char === '(' || char === '\t' || (char === '.' && folded[at + 1] === ' ')) return at + 1;
    }
    return lineStart;
  }
}

function sameDay(draft: Draft, identity: Identity): boolean {
  return draft.date === null || identity.issuedOn.value === null || draft.date.iso === identity.issuedOn.value;
}

/** "Kế hoạch này", "Nghị quyết nêu trên": the document itself, or the one work of that type named before. */
function readAnaphors(view: DocumentView, identity: Identity, knowledge: CitationKnowledge, drafts: readonly Draft[]): Draft[] {
  const types = typeGrammar(knowledge);
  const own = identity.documentType ? types.startsWith(fold(identity.documentType.name)) : null;
  const found: Draft[] = [];
  for (const word of knowledge.citations.anaphors.map(fold)) {
    for (let at = view.folded.indexOf(` ${word}`); at !== -1; at = view.folded.indexOf(` ${word}`, at + 1)) {
      if (/\p{L}/u.test(view.folded.charAt(at + 1 + word.length))) continue;
      const type = types.endsWith(view.folded.slice(Math.max(0, at - TYPE_REACH), at));
      if (!type || type.hypernym) continue;
      const start = at - type.length;
      const leaf = view.leafAt(start);
      if (!leaf || start < leaf.start || (leaf.zone !== null && ZONES_WITHOUT_CITATIONS.has(leaf.zone)) || drafts.some((draft) => draft.start < at && start < draft.end)) continue;
      const self = own !== null && own.rows.some((row) => type.rows.includes(row));
      const end = at + 1 + word.length;
      found.push({
        number: null,
        start,
        numberStart: start,
        end,
        typeStart: start,
        type: view.text.slice(start, at),
        date: null,
        issuer: null,
        issuerEnd: end,
        title: null,
        form: self ? 'own' : 'short',
        relation: self ? 'own' : 'mentions',
        within: null,
        elder: null,
      });
    }
  }
  return found;
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
    const evidence = view.evidence(draft.start, draft.end);
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

/** The numbers of a text that are citations, for tests of the number grammar alone. */
export type { FoundNumber };
