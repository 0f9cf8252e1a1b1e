import { anatomyGrammar } from '../grammar/anatomy.ts';
import { dateGrammar } from '../grammar/dates.ts';
import { identityWords } from '../grammar/identity-words.ts';
import { numberGrammar } from '../grammar/numbers.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { isSyllable } from '../text/syllable.ts';
import type { DocumentView, PlacedLeaf } from './document-view.ts';

export type LetterheadKnowledge = Pick<Knowledge, 'anatomy' | 'documentTypes' | 'citations' | 'dates' | 'agencies' | 'territories'>;

/** What the lines of the letterhead say, each null where they do not say it. */
export interface Letterhead {
  number: Identity['number'];
  issuedOn: Identity['issuedOn'] | null;
  place: Identity['place'];
  /** The issuing body's name as printed, over one or more lines, its superior first. */
  issuerLines: PlacedLeaf[];
  subject: Identity['title'];
  urgency: Identity['urgency'];
  confidentiality: Identity['confidentiality'];
  system: Identity['system'];
  anchors: number;
}

/** Reads the letterhead line by line, whatever the order of its two columns (domain reference 3.1, 3.2). */
export function readLetterhead(view: DocumentView, knowledge: LetterheadKnowledge): Letterhead {
  const anatomy = anatomyGrammar(knowledge);
  const numbers = numberGrammar(knowledge);
  const result: Letterhead = { number: null, issuedOn: null, place: null, issuerLines: [], subject: null, urgency: null, confidentiality: null, system: null, anchors: 0 };
  const urgency = new Set(knowledge.anatomy.urgency.map(fold));
  const confidentiality = new Set(knowledge.anatomy.confidentiality.map(fold));
  const leaves = view.zone('header');
  leaves.forEach((placed, at) => {
    const { words, start, end } = placed;
    const folded = fold(words);
    const mark = folded.replace(/[^\p{L} ]/gu, '').trim();
    const label = anatomy.numberLabel(folded);
    const evidence = () => view.evidence(start, end);
    if (anatomy.isNationalHeading(folded) || anatomy.isMotto(folded)) {
      result.system ??= 'state';
      result.anchors++;
    } else if (anatomy.isPartyHeading(folded)) {
      result.system ??= 'party';
      result.anchors++;
    } else if (label >= 0 && /^\p{Lu}/u.test(words)) {
      const found = numbers.readHeader(view.certain(start, end).slice(label));
      result.anchors++;
      if (found && result.number?.value == null) result.number = { ...found.number, raw: words, evidence: evidence(), derived: false };
    } else if (anatomy.placeDate(folded)) {
      const { place } = anatomy.placeDate(folded) as { place: string };
      const date = anatomy.placeDate(fold(view.certain(start, end)))?.date ?? '';
      result.anchors++;
      result.place ??= { value: words.slice(0, place.length).trim(), evidence: view.evidence(start, start + place.length) };
      result.issuedOn ??= readIssueDate(date, view, start, end, knowledge);
    } else if (anatomy.subject(folded) >= 0) {
      const from = start + anatomy.subject(folded);
      const last = leaves.slice(at + 1).findIndex((next) => isOwnLine(next, anatomy));
      const stop = last === -1 ? (leaves.at(-1) as PlacedLeaf) : (leaves[at + last] as PlacedLeaf);
      result.subject ??= { value: view.text.slice(from, stop.end).replaceAll('\n', ' '), evidence: view.evidence(from, stop.end) };
    } else if (urgency.has(mark)) result.urgency ??= { value: words, evidence: evidence() };
    else if (confidentiality.has(mark)) result.confidentiality ??= { value: words, evidence: evidence() };
    else if (/[\p{L}\d]/u.test(words) && isLegible(view, placed) && result.subject === null && (anatomy.isCapitals(words) || result.number === null))
      result.issuerLines.push(placed);
  });
  // "NGHỊ QUYẾT SỐ 214 NQ/UBTVQH9 NGÀY 26-8-1994 CỦA …" above the name of the country: the lines are the title's, no body's.
  if (leaves[0] && opensTitle(leaves[0].words, knowledge)) result.issuerLines = [];
  return result;
}

/** True for a line that begins with a type and a number. */
function opensTitle(words: string, knowledge: LetterheadKnowledge): boolean {
  const folded = fold(words);
  const type = typeGrammar(knowledge).startsWith(folded);
  return type !== null && identityWords(knowledge).titleNumber(folded.slice(type.length)) !== null;
}

/** Names recognized with less are no names. */
const LEGIBLE = 0.6;

/** False for what recognition made of the edge of a page or of a stamp: no name is better than "yờjg lự do". */
function isLegible(view: DocumentView, { words, start, end }: PlacedLeaf): boolean {
  const confidence = view.confidence(start, end);
  if (confidence === 1) return true;
  const letters = words.match(/\p{L}+/gu) ?? [];
  return confidence >= LEGIBLE && letters.filter((word) => isSyllable(word) || /^\p{Lu}{2,6}$/u.test(word)).length >= letters.length * 0.7;
}

function isOwnLine(placed: PlacedLeaf, anatomy: ReturnType<typeof anatomyGrammar>): boolean {
  const folded = fold(placed.words);
  return anatomy.isCapitals(placed.words) || anatomy.numberLabel(folded) >= 0 || anatomy.placeDate(folded) !== null || anatomy.isMotto(folded);
}

/** "ngày    tháng 3 năm 2010" gives the month, "ngày … tháng … năm 2024" the year, an impossible day nothing (domain reference 5.1). */
function readIssueDate(folded: string, view: DocumentView, start: number, end: number, knowledge: LetterheadKnowledge): Identity['issuedOn'] {
  const date = dateGrammar(knowledge).find(folded)[0];
  const evidence = view.evidence(start, end);
  if (date) return { value: date.iso, precision: date.iso ? date.precision : null, notBefore: null, evidence, derived: false };
  const partial = dateGrammar(knowledge).partial(folded);
  if (!partial) return { value: null, precision: null, notBefore: null, evidence, derived: false };
  const { month, year } = partial;
  const value = month && Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : year;
  return { value, precision: value.length > 4 ? 'month' : 'year', notBefore: null, evidence, derived: false };
}
