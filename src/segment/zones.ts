import type { Anatomy } from '../grammar/anatomy.ts';
import type { IdentityWords } from '../grammar/identity-words.ts';
import type { TypeGrammar } from '../grammar/types.ts';
import { fold } from '../text/fold.ts';
import type { LineView } from './line-view.ts';

/** A half-open range of line indices. */
export interface Range {
  from: number;
  to: number;
}

const LETTERHEAD_LIMIT = 30;
const TITLE_LIMIT = 12;
/** A subject in the left column of a letterhead takes so many lines at most, each as wide as the column. */
const SUBJECT_LINES = 5;
const SUBJECT_WIDTH = 70;
/** Body and capacity of a signature in small letters are no longer. */
const SIGNATURE_WIDTH = 60;
/** A title without a type name is longer than a body's name. */
const LEAST_TITLE = 30;
/** Lines of a letterhead are short; a paragraph never belongs to one. */
const LETTERHEAD_WIDTH = 110;

/** A line of this length that begins with the national or Party heading holds nothing else, whatever its case (fonts that had no capitals). */
const HEADING_ALONE = 38;

type LetterheadClass = 'anchor' | 'issuer' | 'other' | null;

function letterheadClass(view: LineView, anatomy: Anatomy, types: TypeGrammar, urgency: ReadonlySet<string>): LetterheadClass {
  const { words, folded, line } = view;
  if (line.row || line.quoted) return null;
  if (anatomy.subject(folded) >= 0) return 'other';
  // "Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;" is no place with its date.
  if (words.length > LETTERHEAD_WIDTH || anatomy.isPlainBasis(folded)) return null;
  if (anatomy.isNationalHeading(folded) || anatomy.isPartyHeading(folded) || anatomy.isMotto(folded))
    return anatomy.isCapitals(words) || anatomy.isMotto(folded) || words.length < HEADING_ALONE ? 'anchor' : null;
  if (anatomy.numberLabel(folded) >= 0 && (/[\d.…_/]/u.test(words) || anatomy.isBareNumberWord(words)) && /^\p{Lu}/u.test(words)) return 'anchor';
  if (/^\p{Lu}/u.test(words) && anatomy.placeDate(folded)) return 'anchor';
  if (!/[\p{L}\d]/u.test(words)) return 'other';
  if (urgency.has(folded.replace(/[^\p{L} ]/gu, '').trim())) return 'other';
  const label = view.labels.some((found) => found.kind !== 'upper' && found.kind !== 'dash');
  if (anatomy.isCapitals(words) && !label && !isTypeLine(words, anatomy, types)) return 'issuer';
  return null;
}

/** "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "KẾT LUẬN CỦA BỘ CHÍNH TRỊ", "QUYẾT ĐỊNH:" is not one of these but the enacting word. */
export function isTypeLine(words: string, anatomy: Anatomy, types: TypeGrammar): boolean {
  if (words.length > 160 || words.endsWith(':')) return false;
  // "QUYÉT ĐỊNH": a heading in capitals with a mark misread is still one.
  if (anatomy.isCapitals(words) && types.sameLetters(words)) return true;
  const folded = fold(words);
  const type = types.startsWith(folded);
  if (!type || type.hypernym) return false;
  return anatomy.isCapitals(words.slice(0, type.length)) && (words.length === type.length || anatomy.isCapitals(words) || /^[\s:,–-]+\P{Ll}/u.test(words.slice(type.length)));
}

/** The letterhead: at the top, or displaced into the text when the top has none (domain reference 3.2). */
export function findLetterhead(views: readonly LineView[], anatomy: Anatomy, types: TypeGrammar, urgency: ReadonlySet<string>): Range | null {
  const top = extend(views, 0, anatomy, types, urgency);
  if (top.anchors >= 1) return { from: 0, to: top.to };
  // "Chính phủ" in small letters above the heading: the issuer's lines of a document whose font had the capitals.
  for (let skip = 1; skip <= 3 && skip < views.length && isPlainShort(views[skip - 1] as LineView, anatomy, types); skip++) {
    const block = extend(views, skip, anatomy, types, urgency);
    if (block.anchors >= 2) return { from: 0, to: block.to };
  }
  let from = -1;
  for (let i = top.to; i < views.length; i++) {
    const view = views[i] as LineView;
    if (anatomy.recipients(view.folded) >= 0) return null;
    const kind = letterheadClass(view, anatomy, types, urgency);
    if (kind === null || (kind === 'issuer' && view.line.strong && view.labels.length > 0)) from = -1;
    else {
      if (from === -1) from = i;
      const block = extend(views, from, anatomy, types, urgency);
      if (block.anchors >= 2) return { from, to: block.to };
      i = Math.max(i, block.to - 1);
      from = -1;
    }
  }
  return null;
}

function isPlainShort(view: LineView, anatomy: Anatomy, types: TypeGrammar): boolean {
  return (
    !view.line.row &&
    view.words.length < 60 &&
    view.labels.length === 0 &&
    !/[.;:,]$/.test(view.words) &&
    !isTypeLine(view.words, anatomy, types) &&
    types.startsWith(view.folded) === null
  );
}

function extend(views: readonly LineView[], from: number, anatomy: Anatomy, types: TypeGrammar, urgency: ReadonlySet<string>): { to: number; anchors: number } {
  let to = from;
  let anchors = 0;
  let subject = false;
  for (let i = from; i < views.length && i < from + LETTERHEAD_LIMIT; i++) {
    const view = views[i] as LineView;
    const kind = letterheadClass(view, anatomy, types, urgency);
    if (kind === null) {
      // A stray stamp or a line of an issuer's name in small letters may stand between two lines of the letterhead.
      const next = views[i + 1];
      const stray =
        anchors > 0 &&
        !subject &&
        view.words.length < 45 &&
        view.labels.length === 0 &&
        !view.line.row &&
        next !== undefined &&
        letterheadClass(next, anatomy, types, urgency) === 'anchor';
      if (!stray && !(subject && goesOnToAnchor(views, i, anatomy, types, urgency))) break;
    }
    if (kind === 'anchor') anchors++;
    if (anatomy.subject(view.folded) >= 0) subject = true;
    if (kind === 'issuer' && subject) break;
    to = i + 1;
  }
  if (anchors === 0) return { to: from, anchors };
  // Capitals after the last anchor are the title, not the issuer, once number and date are known.
  let last = to;
  while (last > from && letterheadClass(views[last - 1] as LineView, anatomy, types, urgency) === 'issuer' && anchors >= 2) last--;
  return { to: Math.max(last, from + 1), anchors };
}

/** "V/v hướng dẫn tuyển sinh" / "THPT năm học 2024-2025" above the national heading: lines of a subject in the left column. */
function goesOnToAnchor(views: readonly LineView[], index: number, anatomy: Anatomy, types: TypeGrammar, urgency: ReadonlySet<string>): boolean {
  for (let i = index; i < Math.min(views.length, index + SUBJECT_LINES); i++) {
    const view = views[i] as LineView;
    if (letterheadClass(view, anatomy, types, urgency) === 'anchor') return i > index;
    if (view.line.row || view.words.length > SUBJECT_WIDTH || isDivision(view) || anatomy.isBasis(view.folded) || anatomy.addressee(view.folded) >= 0 || /[.;:]$/.test(view.words))
      return false;
  }
  return false;
}

/** True where nothing above a line is a document's: no type, basis, heading or sentence. */
export function isFurniture(views: readonly LineView[], to: number, anatomy: Anatomy, types: TypeGrammar): boolean {
  return to <= 24 && views.slice(0, to).every((view) => !isTypeLine(view.words, anatomy, types) && !anatomy.isBasis(view.folded) && !isDivision(view) && view.words.length < 160);
}

/** The type name and title lines that start at `from`; null where there is no type name within the next lines. */
export function findTitle(views: readonly LineView[], from: number, anatomy: Anatomy, types: TypeGrammar, identity: IdentityWords): Range | null {
  let start = -1;
  for (let i = from; i < Math.min(views.length, from + 8); i++) {
    const view = views[i] as LineView;
    if (view.line.row || anatomy.isBasis(view.folded)) break;
    if (isTypeLine(view.words, anatomy, types) || (from > 0 && i <= from + 1 && isBareType(view, types, identity)) || (i === 0 && holdsOwnNumber(view.folded, types, identity))) {
      start = i;
      break;
    }
    if (view.words.length > LETTERHEAD_WIDTH || view.labels.some((label) => label.kind !== 'upper')) break;
  }
  if (start === -1) return from > 0 ? untypedTitle(views, from, anatomy) : null;
  let to = start + 1;
  // "CỦA BAN THƯỜNG VỤ HUYỆN ỦY" under the type name says who; the title proper begins after it.
  const issuer = views[to];
  if (issuer && identity.issuerLink(issuer.folded) > 0 && anatomy.isCapitals(issuer.words) && issuer.words.length < LETTERHEAD_WIDTH) to++;
  const first = to;
  for (; to < Math.min(views.length, start + TITLE_LIMIT); to++) {
    const view = views[to] as LineView;
    const previous = views[to - 1] as LineView;
    const { words, folded, line } = view;
    if (line.row || line.ruled || anatomy.addressee(folded) >= 0 || anatomy.isAnnexCaption(folded) || isDivision(view) || /^[*\-_.\s]+$/.test(words) || words.endsWith(':')) break;
    const capitals = anatomy.isCapitals(words);
    if (isEnacting(words, anatomy) && !anatomy.endsInConnector(previous.folded)) break;
    if (to === first) {
      const basis = anatomy.isBasis(folded) && (anatomy.isPlainBasis(folded) || (/[;:,.]$/.test(words) && words.length > 160));
      if (basis && !capitals) break;
      if (/[;:]$/.test(words) && !line.strong && !capitals && !(words.endsWith(';') && isHalfTitle(views[to + 1], anatomy))) break;
    } else {
      // Further lines of a title are dressed like its first one: bold, or in capitals.
      const dressed = (line.strong && previous.line.strong) || (capitals && anatomy.isCapitals(previous.words));
      const ended = /[.;:,]$/.test(previous.words) && !(to === first + 1 && previous.words.endsWith(';'));
      const goesOn = !capitals && !anatomy.isCapitals(previous.words) && !line.strong && !ended && !/[.;:,]$/.test(words) && words.length < 160;
      if (!dressed && !(goesOn && !anatomy.isBasis(folded))) break;
      if (anatomy.isPlainBasis(folded) && !capitals) break;
    }
  }
  return { from: start, to };
}

/** "Kết quả 6 tháng đầu năm;" / "Phương hướng 6 tháng cuối năm": the second half of a title, no sentence, basis or heading. */
function isHalfTitle(view: LineView | undefined, anatomy: Anatomy): boolean {
  return view !== undefined && !view.line.row && view.words.length < LETTERHEAD_WIDTH && !/[.;:,]$/.test(view.words) && !anatomy.isBasis(view.folded) && !isDivision(view);
}

/** "BAN HÀNH QUY ĐỊNH VỀ …" between letterhead and enacting line: a title whose type name was lost. */
function untypedTitle(views: readonly LineView[], from: number, anatomy: Anatomy): Range | null {
  let to = from;
  for (; to < Math.min(views.length, from + 4); to++) {
    const { words, folded, line } = views[to] as LineView;
    if (isEnacting(words, anatomy) || anatomy.isBasis(folded)) return to > from ? { from, to } : null;
    if (line.row || words.length < LEAST_TITLE || !anatomy.isCapitals(words) || isDivision(views[to] as LineView) || /[.;:]$/.test(words)) return null;
  }
  return null;
}

/** "Nghị định của chính phủ" right below a letterhead: a type line whose capitals the font had. */
function isBareType(view: LineView, types: TypeGrammar, identity: IdentityWords): boolean {
  const type = types.startsWith(view.folded);
  if (!type || type.hypernym || view.words.length > 70 || /[.;:,]$/.test(view.words)) return false;
  const rest = view.folded.slice(type.length);
  return rest === '' || (/^\s/.test(rest) && identity.issuerLink(rest.trimStart()) > 0);
}

/** "Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày …": the way law portals and gazettes open a text without letterhead. */
function holdsOwnNumber(folded: string, types: TypeGrammar, identity: IdentityWords): boolean {
  const type = types.startsWith(folded);
  return type !== null && !type.hypernym && identity.holdsOwnNumber(folded.slice(type.length));
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above the legal bases: who decides, no part of the title. */
export function isEnacting(words: string, anatomy: Anatomy): boolean {
  return anatomy.isCapitals(words) && anatomy.isEnacting(fold(words));
}

/** True where a line starts with a label other than a dash or a plus. */
export function isDivision(view: LineView): boolean {
  return view.labels.some((label) => label.kind !== 'dash' && label.kind !== 'plus');
}

/** True where recipients or signatures begin: "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH" before a name. */
export function startsEnd(views: readonly LineView[], index: number, anatomy: Anatomy): boolean {
  const view = views[index] as LineView;
  if (view.line.row || view.line.quoted || view.words.length > 160) return false;
  if (anatomy.recipients(view.folded) >= 0) return true;
  if (anatomy.isAuthority(view.words) && anatomy.isCapitals(view.words)) return true;
  if (isAboveSignedName(views, index, anatomy)) return true;
  if (!anatomy.isCapacity(view.words)) return false;
  for (let i = index + 1; i < Math.min(views.length, index + 6); i++) {
    const next = views[i] as LineView;
    if (anatomy.recipients(next.folded) >= 0 || anatomy.isPersonName(next.words)) return true;
    if (next.words.length > 60 || isDivision(next)) return false;
  }
  return true;
}

/** "UBND thành phố" / "Chủ tịch" / "(Đã ký)" / "Phan Văn An": a signature whose capitals a portal did not keep. */
function isAboveSignedName(views: readonly LineView[], index: number, anatomy: Anatomy): boolean {
  for (let i = index; i < Math.min(views.length - 1, index + 3); i++) {
    const { words, labels, line } = views[i] as LineView;
    if (line.row || labels.length > 0 || words.length > SIGNATURE_WIDTH || /[.;:,]$/.test(words)) return false;
    if (anatomy.isSigned((views[i + 1] as LineView).folded)) return /^[[(]/.test((views[i + 1] as LineView).words) && anatomy.isPersonName(views[i + 2]?.words ?? '');
  }
  return false;
}

/** "ỦY BAN NHÂN DÂN / TỈNH ĐẮK LẮK" above a national heading: the letterhead of an attached text, no longer the signature. */
export function startsLetterhead(views: readonly LineView[], index: number, anatomy: Anatomy): boolean {
  for (let i = index; i < Math.min(views.length, index + 4); i++) {
    const { words, folded, line } = views[i] as LineView;
    if (line.row || !anatomy.isCapitals(words)) return false;
    if (anatomy.isNationalHeading(folded) || anatomy.isPartyHeading(folded)) return true;
    if (anatomy.isAuthority(words) || anatomy.isCapacity(words)) return false;
  }
  return false;
}
