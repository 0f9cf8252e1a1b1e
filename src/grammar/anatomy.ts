import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isMostlyCapitals } from '../text/letter-case.ts';
import { compiledOnce } from './compiled.ts';

/** Tests on single lines, given folded (`fold`) unless the name says otherwise. */
export interface Anatomy {
  isNationalHeading(folded: string): boolean;
  isMotto(folded: string): boolean;
  isPartyHeading(folded: string): boolean;
  /** Offset behind "Số:", or -1. */
  numberLabel(folded: string): number;
  placeDate(folded: string): { place: string; date: string } | null;
  /** Offset behind "V/v", or -1. */
  subject(folded: string): number;
  /** Offset behind "Kính gửi:", or -1. */
  addressee(folded: string): number;
  isBasis(folded: string): boolean;
  /** Offset behind "Nơi nhận:", or -1. */
  recipients(folded: string): number;
  isAuthority(line: string): boolean;
  isCapacity(line: string): boolean;
  isAnnexCaption(folded: string): boolean;
  isPersonName(line: string): boolean;
  isCapitals(line: string): boolean;
  /** Where a second column begins that was printed beside the first one, or -1. `line` keeps its inner blanks. */
  columnBreak(line: string): number;
}

/** Two columns on one line are wide, but no paragraph. */
const LONGEST_COLUMNS = 320;
/** A run of blanks, capitals behind words, or a date behind a place: without one of these a line is one column. */
const MAY_HOLD_COLUMNS = /\S(?: {2}|\t)|\S \p{Lu}{2,}|[Đđ]ộc lập|, ngày/u;
const NAME_WORD = /^\p{Lu}\p{Ll}{0,6}$/u;

export const anatomyGrammar: (knowledge: Pick<Knowledge, 'anatomy'>) => Anatomy = compiledOnce(({ anatomy }) => {
  const compile = (entry: { pattern: string }) => new RegExp(entry.pattern, 'u');
  const numberLine = compile(anatomy.number_line);
  const placeDateLine = compile(anatomy.place_date_line);
  const subjectLine = compile(anatomy.subject_line);
  const addresseeLine = compile(anatomy.addressee_line);
  const basisLine = compile(anatomy.basis_line);
  const recipientsLine = compile(anatomy.recipients_line);
  const authorityLine = compile(anatomy.signature_authority);
  const captionLine = compile(anatomy.annex_caption);
  const capacities = new Set(anatomy.capacities.map(fold));
  const headings = anatomy.national_heading.map(fold);
  const mottos = anatomy.national_motto.map(fold);
  const party = anatomy.party_heading.map(fold);
  const honorifics = anatomy.honorifics.map(fold);
  const after = (pattern: RegExp, text: string) => pattern.exec(text)?.[0].length ?? -1;
  const includes = (phrases: readonly string[], folded: string) => phrases.some((phrase) => folded.startsWith(phrase));

  const grammar: Anatomy = {
    isNationalHeading: (folded) => includes(headings, folded),
    isMotto: (folded) => includes(mottos, folded) && folded.length < 45,
    isPartyHeading: (folded) => includes(party, folded) && folded.length < 45,
    numberLabel: (folded) => after(numberLine, folded),
    placeDate(folded) {
      const groups = placeDateLine.exec(folded)?.groups;
      return groups ? { place: (groups.place ?? '').trim(), date: `ngày${groups.rest ?? ''}` } : null;
    },
    subject: (folded) => after(subjectLine, folded),
    addressee: (folded) => after(addresseeLine, folded),
    isBasis: (folded) => basisLine.test(folded),
    recipients: (folded) => after(recipientsLine, folded),
    isAuthority: (line) => line.length < 120 && authorityLine.test(fold(line)) && /^(?:[A-ZĐ]\/?[A-ZĐ]|Q|Thay|Thừa)/u.test(line),
    isCapacity(line) {
      if (line.length > 90 || !grammar.isCapitals(line)) return false;
      const folded = fold(line).replace(/[.,:;]+$/, '');
      if (capacities.has(folded)) return true;
      for (let at = folded.lastIndexOf(' '); at > 0; at = folded.lastIndexOf(' ', at - 1)) if (capacities.has(folded.slice(0, at))) return true;
      return false;
    },
    isAnnexCaption: (folded) => captionLine.test(folded),
    isPersonName(line) {
      let name = line.replace(/[.,;]+$/, '').trim();
      const folded = fold(name);
      for (const honorific of honorifics) {
        if (folded.startsWith(`${honorific} `)) name = name.slice(honorific.length).trim();
      }
      const words = name.split(' ');
      return (
        words.length >= 2 &&
        words.length <= 6 &&
        words.every((word) => NAME_WORD.test(word) || /^\p{Lu}{2,7}$/u.test(word)) &&
        !words.every((word) => /^\p{Lu}{2,7}$/u.test(word) && word.length > 6)
      );
    },
    isCapitals: (line) => isMostlyCapitals(line),
    columnBreak(line) {
      if (line.length > LONGEST_COLUMNS || !MAY_HOLD_COLUMNS.test(line)) return -1;
      const folded = fold(line);
      for (const phrase of headings) {
        const at = folded.indexOf(phrase);
        if (at > 0 && grammar.isCapitals(line.slice(at, at + phrase.length)) && line.slice(0, at).trim() !== '') return at;
      }
      for (const phrase of [...headings, ...party]) {
        // "Bộ Tài chính      cộng hòa xã hội chủ nghĩa việt nam": small letters where the font had the capitals.
        const at = folded.indexOf(phrase);
        if (at > 0 && /[^\S\n]{3,}$|\t\s*$/.test(line.slice(0, at)) && at + phrase.length >= folded.trimEnd().length - 1) return at;
      }
      for (const phrase of party) {
        const at = folded.indexOf(phrase);
        if (at > 0 && at + phrase.length >= folded.trimEnd().length - 1 && grammar.isCapitals(line.slice(0, at)) && grammar.isCapitals(line.slice(at))) return at;
      }
      for (const phrase of mottos) {
        const at = folded.indexOf(phrase);
        if (at > 0 && at + phrase.length >= folded.trimEnd().length - 1 && (grammar.isCapitals(line.slice(0, at)) || /[^\S\n]{3,}$/.test(line.slice(0, at)))) return at;
      }
      const label = grammar.numberLabel(folded);
      if (label >= 0 && folded.includes(', ngày')) {
        for (const match of line.slice(label).matchAll(/\s+(?=\p{Lu})/gu)) {
          const at = label + match.index + match[0].length;
          if (grammar.placeDate(folded.slice(at))) return at;
        }
      }
      for (const match of line.matchAll(/[^\S\n]{3,}|\t+| {2}(?=TM\.|KT\.|TL\.|T\/M|K\/T|T\/L|TUQ\.)/g)) {
        const at = match.index + match[0].length;
        const right = line.slice(at).trim();
        if (match.index === 0 || right === '') continue;
        if (grammar.isAuthority(right) || grammar.isCapacity(right)) return at;
        if (match[0].length >= 6 && grammar.isPersonName(right)) return at;
        if (grammar.placeDate(fold(right))) return at;
      }
      const recipients = grammar.recipients(folded);
      if (recipients > 0) {
        const rest = line.slice(recipients).trim();
        if (rest !== '' && (grammar.isAuthority(rest) || grammar.isCapacity(rest))) return line.indexOf(rest, recipients);
      }
      return -1;
    },
  };
  return grammar;
});
