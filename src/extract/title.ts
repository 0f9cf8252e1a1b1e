import { anatomyGrammar } from '../grammar/anatomy.ts';
import { dateGrammar } from '../grammar/dates.ts';
import { identityWords } from '../grammar/identity-words.ts';
import { numberGrammar } from '../grammar/numbers.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { DocumentType } from '../knowledge/knowledge.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { DocumentView, PlacedLeaf } from './document-view.ts';
import type { Letterhead, LetterheadKnowledge } from './letterhead.ts';

/** What the title lines say: the type's name, the title proper, and at times issuer, number and date. */
export interface Title {
  typeName: string | null;
  typeEvidence: Evidence | null;
  typeRows: readonly DocumentType[];
  value: Identity['title'];
  /** "CỦA BAN THƯỜNG VỤ HUYỆN ỦY" under the type name. */
  issuerWords: { words: string; start: number; end: number } | null;
  /** Number and date where the title itself carries them. */
  number: Identity['number'];
  issuedOn: Identity['issuedOn'] | null;
}

/** Reads the title lines; the subject of a letter ("V/v …") stands in its letterhead. */
export function readTitle(view: DocumentView, letterhead: Letterhead, knowledge: LetterheadKnowledge): Title {
  const types = typeGrammar(knowledge);
  const words = identityWords(knowledge);
  const leaves = view.zone('front').filter((leaf) => leaf.leaf.type === 'title');
  const first = leaves[0];
  const result: Title = { typeName: null, typeEvidence: null, typeRows: [], value: letterhead.subject, issuerWords: null, number: null, issuedOn: null };
  if (!first) return result;
  const type = types.startsWith(fold(first.words)) ?? types.sameLetters(first.words);
  if (!type) {
    const last = leaves.at(-1) as PlacedLeaf;
    return { ...result, value: { value: view.text.slice(first.start, last.end).replace(/\s+/g, ' ').trim(), evidence: view.evidence(first.start, last.end) } };
  }
  const name = types.startsWith(fold(first.words)) ? first.words.slice(0, type.length) : (type.rows[0]?.name ?? first.words);
  result.typeName = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
  result.typeEvidence = view.evidence(first.start, first.start + type.length);
  result.typeRows = type.rows;
  let start = first.start + type.length;
  const rest = first.words.slice(type.length);
  const own = readNumberInTitle(view, first, type.length, knowledge);
  if (own) {
    const last = leaves.at(-1) as PlacedLeaf;
    const end = own.end + (/^[\s,]*/.exec(view.text.slice(own.end, last.end))?.[0].length ?? 0);
    return { ...result, ...own, value: end < last.end ? { value: view.text.slice(end, last.end).replace(/\s+/g, ' ').trim(), evidence: view.evidence(end, last.end) } : null };
  }
  const lead = /^[\s:.,–-]*/.exec(rest)?.[0].length ?? 0;
  start += lead;
  const link = words.issuerLink(fold(rest.slice(lead)));
  let from = 0;
  if (rest.slice(lead) === '' || (link > 0 && leaves.length > 1)) {
    if (link > 0) result.issuerWords = { words: rest.slice(lead + link), start: start + link, end: first.end };
    from = 1;
  }
  const next = leaves[from];
  if (from === 1 && next && leaves.length > 2) {
    const below = words.issuerLink(fold(next.words));
    if (below > 0 && next.words.length < 110) {
      // "CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ V/V PHÊ DUYỆT …": the subject begins on the issuer's line.
      const subject = subjectWithin(next.words, knowledge);
      const end = subject ? subject.at : next.words.length;
      result.issuerWords = { words: next.words.slice(below, end), start: next.start + below, end: next.start + end };
      if (subject) start = next.start + subject.from;
      from = subject ? 0 : 2;
    }
  }
  const body = leaves[from];
  const last = leaves.at(-1);
  // "CỦA BỘ TRƯỞNG …" / "SỐ 02/2006/QĐ-BTNMT NGÀY 27 THÁNG 01 NĂM 2006 BAN HÀNH …", as law collections print it.
  const below = body && from > 0 && words.holdsOwnNumber(` ${fold(body.words)}`) ? readNumberInTitle(view, body, 0, knowledge) : null;
  if (below && below.issuerWords === null) {
    result.number = below.number;
    result.issuedOn = below.issuedOn;
  }
  if (body && last) {
    const begin = from === 0 ? start : result.number && below ? below.end + (/^[\s,]*/.exec(view.text.slice(below.end, last.end))?.[0].length ?? 0) : body.start;
    if (begin < last.end) result.value = { value: view.text.slice(begin, last.end).replace(/\s+/g, ' ').trim(), evidence: view.evidence(begin, last.end) };
  }
  return result;
}

/** Where "V/v" stands within a line and where what follows it begins; null where it is not there. */
function subjectWithin(words: string, knowledge: LetterheadKnowledge): { at: number; from: number } | null {
  const anatomy = anatomyGrammar(knowledge);
  const folded = fold(words);
  for (const { index } of folded.matchAll(/\s(?=\p{L})/gu)) {
    const length = anatomy.subject(folded.slice(index + 1));
    if (length > 0) return { at: index, from: index + 1 + length };
  }
  return null;
}

/** "Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày 25 tháng 6 năm 2004 về việc …": number and date inside the title. */
function readNumberInTitle(
  view: DocumentView,
  leaf: PlacedLeaf,
  typeLength: number,
  knowledge: LetterheadKnowledge,
): (Pick<Title, 'number' | 'issuedOn' | 'issuerWords'> & { end: number }) | null {
  const folded = fold(leaf.words);
  // A blank stands before the words, where the line does not begin with them.
  const named = identityWords(knowledge).titleNumber(typeLength === 0 ? ` ${folded}` : folded.slice(typeLength));
  if (!named) return null;
  const at = typeLength === 0 ? named.number - 1 : typeLength + named.number;
  const found = numberGrammar(knowledge)
    .find(leaf.words)
    .find((number) => number.start === at);
  if (!found) return null;
  const gap = /^[\s,]*/.exec(folded.slice(found.end))?.[0].length ?? 0;
  const date = dateGrammar(knowledge).at(folded, found.end + gap);
  const end = date?.iso ? date.end : found.end;
  const { issuer } = named;
  const from = typeLength + (issuer?.at ?? 0);
  return {
    number: { ...found.number, evidence: view.evidence(leaf.start + found.start, leaf.start + found.end), derived: false },
    issuedOn: date?.iso
      ? { value: date.iso, precision: date.precision, notBefore: null, evidence: view.evidence(leaf.start + date.start, leaf.start + date.end), derived: false }
      : null,
    issuerWords: issuer && { words: leaf.words.slice(from, from + issuer.length), start: leaf.start + from, end: leaf.start + from + issuer.length },
    end: leaf.start + end,
  };
}
