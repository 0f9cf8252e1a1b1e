import { type AgencyGrammar, agencyGrammar, type FoundAgency } from '../grammar/agencies.ts';
import { type CitationWords, citationWords } from '../grammar/citation-words.ts';
import { type DateGrammar, dateGrammar } from '../grammar/dates.ts';
import { fitsLegislature } from '../grammar/legislature-types.ts';
import type { PlaceContext } from '../grammar/places.ts';
import { type FoundType, type TypeGrammar, typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { oneLine } from '../text/one-line.ts';
import { isCapitalAt, isLetterAt } from '../text/word-chars.ts';
import { type Draft, TYPE_REACH } from './citation-draft.ts';
import type { DocumentView } from './document-view.ts';

const ISSUER_REACH = 110;
const WORDS_BEHIND_TYPE = 4;
const TITLE_REACH = 420;
/** Within so many characters a sentence comes from its day to what was issued on it. */
const DATE_REACH = 150;
/** An act's name is no longer, with the word for its type. */
const NAME_REACH = 150;
/** No word that ends a title is longer. */
const STOP_WORD = 24;

/** Reads what stands around the number of a cited document: the word for its type, its date, body and title. */
export class CitationParts {
  readonly #text: string;
  readonly #folded: string;
  readonly #place: PlaceContext;
  readonly #words: CitationWords;
  readonly #dates: DateGrammar;
  readonly #types: TypeGrammar;
  readonly #agencies: AgencyGrammar;
  readonly #fitsLegislature: (type: FoundType) => boolean;

  constructor(view: DocumentView, place: PlaceContext, knowledge: Pick<Knowledge, 'anatomy' | 'documentTypes' | 'citations' | 'dates' | 'agencies' | 'territories'>) {
    this.#text = view.text;
    this.#folded = view.folded;
    this.#place = place;
    this.#words = citationWords(knowledge);
    this.#dates = dateGrammar(knowledge);
    this.#types = typeGrammar(knowledge);
    this.#agencies = agencyGrammar(knowledge);
    this.#fitsLegislature = fitsLegislature(knowledge);
  }

  /** Reads all parts of a citation whose number is known. `previous` is the citation before it, `lineStart` and `lineEnd` bound its line. */
  read(draft: Draft, previous: Draft | undefined, lineStart: number, lineEnd: number): void {
    this.#readTypeWord(draft, previous, lineStart);
    this.#readDate(draft, lineEnd);
    this.#readIssuerAfter(draft, lineEnd);
    if (draft.date === null) this.#readDate(draft, lineEnd);
    if (draft.date === null) this.#readDateBehindName(draft, lineEnd);
    if (draft.issuer === null) this.#readIssuerBefore(draft, lineStart);
    if (draft.date === null) this.#readDateBefore(draft, previous, lineStart);
    this.#readTitle(draft, lineEnd);
  }

  #readTypeWord(draft: Draft, previous: Draft | undefined, lineStart: number): void {
    const from = Math.max(lineStart, draft.numberStart - TYPE_REACH);
    const before = this.#folded.slice(from, draft.numberStart);
    const lead = this.#words.withoutNumberWord(before);
    const type = this.#types.endsWith(lead);
    if (type && !this.#endsNameOfAct(draft, type, from + lead.length, lineStart)) {
      draft.start = from + lead.length - type.length;
      draft.type = oneLine(this.#text.slice(draft.start, draft.start + type.length));
      return;
    }
    const farther = type ? null : this.#fartherType(draft.number, from, lead);
    if (farther) {
      draft.start = from + farther.start;
      draft.type = oneLine(this.#text.slice(draft.start, from + farther.end));
      return;
    }
    const word = this.#words.numberWord(before);
    draft.start = word >= 0 ? from + word : draft.numberStart;
    if (previous && previous.form !== 'own' && previous.end <= draft.numberStart && this.#words.connects(this.#folded.slice(previous.end, draft.numberStart))) {
      draft.elder = previous;
      draft.type = previous.type;
      return;
    }
    if (draft.number?.legislature) draft.type = this.#actBefore(draft, lineStart);
  }

  /**
   * "Báo cáo thẩm tra số 67/BC-HĐND", "Báo cáo thẩm định số 5077/SXD-QH": words that say more stand behind the word for a type, which the
   * code in the number confirms; where it has none they are in small letters, the type in a capital: "Sở Kế hoạch và Đầu tư số 12/SKHĐT" has none.
   */
  #fartherType(number: Draft['number'], from: number, lead: string): { start: number; end: number } | null {
    if (!number || number.legislature !== null) return null;
    const rows = number.typeCode === null ? null : this.#types.byCode(number.typeCode, number.system, number.year !== null);
    let end = lead.trimEnd().length;
    for (let words = 0; words < WORDS_BEHIND_TYPE; words++) {
      let start = end;
      while (isLetterAt(lead, start - 1)) start--;
      if (start === end || lead[start - 1] !== ' ' || (rows === null && isCapitalAt(this.#text, from + start))) return null;
      end = start - 1;
      const type = this.#types.endsWith(lead.slice(0, end));
      if (!type) continue;
      const fits = rows === null ? isCapitalAt(this.#text, from + end - type.length) : type.rows.some((row) => rows.includes(row));
      return fits ? { start: end - type.length, end } : null;
    }
    return null;
  }

  /** "Luật Quy hoạch số 21/2017/QH14", "Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13": the words for a type end the name of an act. */
  #endsNameOfAct(draft: Draft, type: FoundType, end: number, lineStart: number): boolean {
    if (!draft.number?.legislature || (isCapitalAt(this.#text, end - type.length) && this.#fitsLegislature(type))) return false;
    return this.#actBefore(draft, lineStart) !== null;
  }

  #actBefore({ numberStart }: Draft, lineStart: number): string | null {
    return this.#words.namedAct(this.#text.slice(Math.max(lineStart, numberStart - NAME_REACH), numberStart));
  }

  #readDate(draft: Draft, lineEnd: number): void {
    const gap = this.#words.dateLead(this.#folded.slice(draft.end, draft.end + 24));
    const date = this.#dates.at(this.#folded, draft.end + gap);
    if (date?.precision !== 'day' || date.end > lineEnd) return;
    const bracket = this.#text[date.end] === ')' && this.#folded.slice(date.end - 12, date.start).includes('(');
    draft.date = date;
    draft.end = bracket ? date.end + 1 : date.end;
  }

  /** "Luật số 09/2008/QH12 Luật Quản lý, sử dụng tài sản nhà nước ngày 03/6/2008;": the day behind the name, of the year in the number. */
  #readDateBehindName(draft: Draft, lineEnd: number): void {
    const { number, end } = draft;
    if (!number?.legislature || number.year === null) return;
    const behind = this.#text.slice(end, Math.min(lineEnd, end + NAME_REACH));
    const name = this.#words.actName(behind);
    if (name === 0) return;
    const date = this.#dates.at(this.#folded, end + name);
    if (date?.precision !== 'day' || !date.iso?.startsWith(String(number.year)) || date.end > lineEnd) return;
    draft.date = date;
    draft.end = date.end;
  }

  /** "Ngày 14-11-2016, Ban Chấp hành Đảng bộ tỉnh đã ban hành Nghị quyết số 10-NQ/TU": the day of a sentence that tells of the issue. */
  #readDateBefore(draft: Draft, previous: Draft | undefined, lineStart: number): void {
    const from = Math.max(lineStart, draft.start - DATE_REACH, previous?.end ?? 0);
    const lead = this.#folded.slice(from, draft.start);
    const told = this.#words.issueTold(lead);
    if (told === null) return;
    const date = this.#dates.at(this.#folded, from + told);
    if (date?.precision !== 'day' || date.iso === null) return;
    draft.date = date;
    draft.lead = from + told;
  }

  #readIssuerAfter(draft: Draft, lineEnd: number): void {
    const lead = this.#words.issuerLead(this.#folded.slice(draft.end, draft.end + 12));
    if (lead === 0) return;
    const body = this.#agencies.at(this.#text, this.#folded, draft.end + lead, true);
    if (!body || body.end > lineEnd) return;
    this.#setIssuer(draft, body);
    draft.end = Math.min(lineEnd, this.#withTerm(body.end));
  }

  /** "Thành ủy (khóa XIV)": the committee of a term. */
  #withTerm(end: number): number {
    return end + this.#words.term(this.#folded.slice(end, end + 20));
  }

  #setIssuer(draft: Draft, body: FoundAgency): void {
    const date = draft.date?.iso ?? this.#place.date;
    const resolved = this.#agencies.resolve(body, this.#text, { own: this.#place.own, date });
    const name = oneLine(this.#text.slice(body.start, this.#withTerm(body.end)));
    draft.issuer = { ...resolved, name, evidence: null, derived: false };
  }

  /** "ý kiến chỉ đạo của Thành ủy Hải Phòng tại Văn bản số 334-KL/TU", "Sở Xây dựng tại Văn bản số". */
  #readIssuerBefore(draft: Draft, lineStart: number): void {
    const from = Math.max(lineStart, draft.start - ISSUER_REACH);
    const lead = this.#folded.slice(from, draft.start).replace(/\s+$/u, '');
    const link = this.#words.issuerLink(lead);
    if (link === null) return;
    const stop = from + lead.length - link.length;
    for (let at = stop - 1; at > from; at--) {
      const body = this.#bodyAt(at);
      if (body && this.#words.leavesBody(this.#folded.slice(this.#withTerm(body.end), stop))) {
        this.#setIssuer(draft, this.#longerBody(body, from));
        return;
      }
    }
  }

  /** "Ủy ban nhân dân thành phố" found from its last word backwards: the longest name that ends at the same place. */
  #longerBody(body: FoundAgency, from: number): FoundAgency {
    let best = body;
    for (let at = body.start - 1; at > from; at--) {
      const other = this.#bodyAt(at);
      if (other && other.end >= best.end && other.start < best.start) best = other;
    }
    return best;
  }

  /** The listed body whose name starts at an offset with a capital. */
  #bodyAt(at: number): FoundAgency | null {
    if (!isCapitalAt(this.#text, at) || isLetterAt(this.#text, at - 1)) return null;
    return this.#agencies.at(this.#text, this.#folded, at, false);
  }

  #readTitle(draft: Draft, lineEnd: number): void {
    const folded = this.#folded;
    const lead = /^[ ,]{0,3}/u.exec(folded.slice(draft.end, draft.end + 4))?.[0].length ?? 0;
    const start = draft.end + lead;
    if (!this.#words.opensTitle(folded, start)) return;
    let end = this.#titleEnd(start, Math.min(lineEnd, start + TITLE_REACH));
    for (const comma of folded.slice(start, end).matchAll(/,\s(?=\S)/g)) {
      const next = start + comma.index + 2;
      const at = next + this.#words.titleExit(folded, next);
      // ", Ban Thường vụ Huyện ủy ban hành …", ", trình Thủ tướng Chính phủ": the sentence goes on with its subject or verb.
      if (isCapitalAt(this.#text, at) && this.#agencies.at(this.#text, folded, at, false)) {
        end = start + comma.index;
        break;
      }
    }
    draft.title = { start, end: end - (/\s*[,]?\s*$/u.exec(folded.slice(start, end))?.[0].length ?? 0) };
  }

  /** The first mark that ends a title before a limit: "TP. Hồ Chí Minh" is no end; "(sau đây …" is, "(khóa XIV)" is not. */
  #titleEnd(start: number, limit: number): number {
    const folded = this.#folded;
    // Some characters more, to see whether a word ends at the limit.
    for (const stop of this.#words.titleStops(folded.slice(start, limit + STOP_WORD))) {
      const mark = stop[0];
      const index = start + stop.index;
      if (index >= limit) break;
      if (mark === '.' && this.#words.endsInAbbreviation(folded.slice(Math.max(0, index - 12), index))) continue;
      if ((mark === '(' || mark === ')') && this.#words.opensTerm(folded.slice(folded.lastIndexOf('(', index), index + 8))) continue;
      return index;
    }
    return limit;
  }
}
