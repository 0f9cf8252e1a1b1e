import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isMostlyCapitals } from '../text/letter-case.ts';
import { compiledOnce } from './compiled.ts';
import { anyOf, anyPrinted, anyWritten } from './words.ts';

/** Tests on single lines, given folded (`fold`) unless the name says otherwise. */
export interface Anatomy {
  isNationalHeading(folded: string): boolean;
  isMotto(folded: string): boolean;
  isPartyHeading(folded: string): boolean;
  /** False for most long lines: those without a heading in capitals and without a number behind its word with a capital. */
  mayHoldLetterhead(line: string): boolean;
  /** Length of the national or Party heading, of the motto, of place and date, with which a text begins, however it goes on; 0 without one. */
  headingLength(folded: string): number;
  mottoLength(folded: string): number;
  placeDateLength(folded: string): number;
  /** Offset behind "Số:", or -1. */
  numberLabel(folded: string): number;
  /** True for a line that holds the word for a number and no other one: "Số:". */
  isBareNumberWord(line: string): boolean;
  /** Length of the word for a date at the start of a text with the blanks behind it: "ngày ", else 0. */
  dateWord(folded: string): number;
  /** True where day and month of a place-and-date line are filled in. */
  isDateFilled(folded: string): boolean;
  placeDate(folded: string): { place: string; date: string } | null;
  /** Offset behind "V/v", or -1. */
  subject(folded: string): number;
  /** Offset behind "Kính gửi:", or -1. */
  addressee(folded: string): number;
  isBasis(folded: string): boolean;
  /** True for "Căn cứ …", which is a legal basis in any place. */
  isPlainBasis(folded: string): boolean;
  /** True for "Chủ tịch Ủy ban nhân dân …", which decides, where it is printed in capitals. */
  isEnacting(folded: string): boolean;
  /** True for a line that goes on in the next one: "… CỦA". */
  endsInConnector(folded: string): boolean;
  /** True where a line begins with a place and the word for a date: "La, ngày 11 tháng 3". */
  opensPlaceDate(folded: string): boolean;
  /** Offset behind "Nơi nhận:", or -1. */
  recipients(folded: string): number;
  isAuthority(line: string): boolean;
  isCapacity(line: string): boolean;
  /** Where the date of adoption begins in a closing sentence, or -1. */
  adoptionDate(folded: string): number;
  /** True for "(Đã ký)" and what begins like it. */
  isSigned(folded: string): boolean;
  /** True for "Lưu: VT", the last of the recipients. */
  isArchiveItem(folded: string): boolean;
  isAnnexCaption(folded: string): boolean;
  /** True for "Mẫu số 01", which opens a form. */
  isForm(folded: string): boolean;
  isPersonName(line: string): boolean;
  isCapitals(line: string): boolean;
  /** Where a second column begins that was printed beside the first one, or -1. `line` keeps its inner blanks. */
  columnBreak(line: string): number;
}

/** Two columns on one line are wide, but no paragraph. */
const LONGEST_COLUMNS = 320;
/**
 * How a printed line of authority begins: its mark in capitals ("TM.", "T/M", "Q.") or written out with one ("Thay mặt");
 * the same letters in small ones are a word of a sentence.
 */
const AUTHORITY_CASE = /^\p{Lu}(?:\/?\p{Lu}|\p{Ll}{3}|[^\p{L}/]|\/\P{L})/u;
/** A name with an honorific and ranks before it is no longer than this. */
const LONGEST_NAME = 160;
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
  const adoption = compile(anatomy.adoption_sentence);
  const capacities = new Set(anatomy.capacities.map(fold));
  const headings = anatomy.national_heading.map(fold);
  const mottos = anatomy.national_motto.map(fold);
  const party = anatomy.party_heading.map(fold);
  const forms = anatomy.form_marks.map(fold);
  const honorifics = anatomy.honorifics.map(fold);
  const numberWordOnly = new RegExp(`^\\P{L}*${anyPrinted(anatomy.number_words, false)}\\P{L}*$`, 'u');
  const dateWord = new RegExp(`^${anyOf(anatomy.date_words)}\\s+`, 'u');
  const dateFilled = compile(anatomy.filled_date);
  const plainBasis = new RegExp(`^(?:[-–]\\s?)?${anyOf(anatomy.basis_words)}`, 'u');
  const enacting = new RegExp(`^(?!${anyOf(anatomy.enacting_exceptions)}(?!\\p{L}))${anyOf(anatomy.enacting_authorities)}(?!.*\\s${anyOf(anatomy.about_words)}\\s)`, 'u');
  const connector = new RegExp(`\\s${anyOf(anatomy.name_connectors)}$`, 'u');
  const opensPlaceDate = new RegExp(`^\\p{L}[\\p{L} .'’-]{0,30},\\s?${anyOf(anatomy.date_words)}\\s`, 'u');
  const signed = new RegExp(`^[[(]?${anyOf(anatomy.signed_words)}`, 'u');
  const archive = new RegExp(`^${anyOf([anatomy.archive_item])}\\s?:`, 'u');
  const dateWords = anatomy.date_words.map(fold);
  const datesBehindPlaces = dateWords.map((word) => `, ${word}`);
  // A run of blanks, capitals behind words, the motto, or a date behind a place: without one of these a line is one column.
  const mottoWords = anatomy.national_motto.map((phrase) => phrase.split(' ').slice(0, 2).join(' '));
  const mayHoldColumns = new RegExp(` {2}|\\t| \\p{Lu}{2}|${anyPrinted([...new Set(mottoWords)], false)}|${anyWritten(datesBehindPlaces)}`, 'u');
  const marks = [...anatomy.on_behalf_marks, ...anatomy.deputy_marks].filter((mark) => mark.length > 1).map((mark) => mark.toUpperCase() + (mark.includes('/') ? '' : '.'));
  const precedence = new Set([...anatomy.urgency, ...anatomy.confidentiality].map((mark) => mark.toUpperCase()));
  const columnGap = new RegExp(`[^\\S\\n]{3,}|\\t+| {2}(?=${anyWritten(marks)})`, 'g');
  // The last words of the headings, "VIỆT NAM"; the number's word at the start of a line, "Số: 12".
  const headingEnds = new Set([...anatomy.national_heading, ...anatomy.party_heading].map((phrase) => phrase.toUpperCase().split(' ').slice(-2).join(' ')));
  const numberWords = anatomy.number_words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const letterheadWithin = new RegExp(`${[...headingEnds].join('|')}|(?:${numberWords.join('|')})\\s?:?\\s?\\d`, 'u');
  const after = (pattern: RegExp, text: string) => pattern.exec(text)?.[0].length ?? -1;
  const lengthOf = (phrases: readonly string[], folded: string) => phrases.find((phrase) => folded.startsWith(phrase))?.length ?? 0;
  const includes = (phrases: readonly string[], folded: string) => phrases.some((phrase) => folded.startsWith(phrase));

  const grammar: Anatomy = {
    isNationalHeading: (folded) => includes(headings, folded),
    isMotto: (folded) => includes(mottos, folded) && folded.length < 45,
    isPartyHeading: (folded) => includes(party, folded) && folded.length < 45,
    mayHoldLetterhead: (line) => letterheadWithin.test(line),
    headingLength: (folded) => lengthOf([...headings, ...party], folded),
    mottoLength: (folded) => lengthOf(mottos, folded),
    placeDateLength: (folded) => Math.max(0, after(placeDateLine, folded)),
    numberLabel: (folded) => after(numberLine, folded),
    placeDate(folded) {
      if (!dateWords.some((word) => folded.includes(word))) return null;
      const groups = placeDateLine.exec(folded)?.groups;
      return groups ? { place: (groups.place ?? '').trim(), date: groups.date ?? '' } : null;
    },
    subject: (folded) => after(subjectLine, folded),
    addressee: (folded) => after(addresseeLine, folded),
    isBasis: (folded) => basisLine.test(folded),
    recipients: (folded) => after(recipientsLine, folded),
    isPlainBasis: (folded) => plainBasis.test(folded),
    isEnacting: (folded) => enacting.test(folded),
    endsInConnector: (folded) => connector.test(folded),
    opensPlaceDate: (folded) => opensPlaceDate.test(folded),
    adoptionDate(folded) {
      const match = adoption.exec(folded);
      return match ? match.index + match[0].length : -1;
    },
    isSigned: (folded) => signed.test(folded),
    isArchiveItem: (folded) => archive.test(folded),
    isBareNumberWord: (line) => numberWordOnly.test(line),
    dateWord: (folded) => Math.max(0, after(dateWord, folded)),
    isDateFilled: (folded) => dateFilled.test(folded),
    isAuthority: (line) => line.length < 120 && AUTHORITY_CASE.test(line) && authorityLine.test(fold(line)),
    isCapacity(line) {
      if (line.length > 90 || !grammar.isCapitals(line)) return false;
      const folded = fold(line).replace(/[.,:;]+$/, '');
      if (capacities.has(folded)) return true;
      for (let at = folded.lastIndexOf(' '); at > 0; at = folded.lastIndexOf(' ', at - 1)) if (capacities.has(folded.slice(0, at))) return true;
      return false;
    },
    isAnnexCaption: (folded) => captionLine.test(folded),
    isForm: (folded) => includes(forms, folded),
    isPersonName(line) {
      if (line.length > LONGEST_NAME) return false;
      let name = line.replace(/[.,;]{1,8}$/, '').trim();
      const folded = fold(name);
      for (const honorific of honorifics) {
        if (folded.startsWith(`${honorific} `)) name = name.slice(honorific.length).trim();
      }
      const words = name.split(' ');
      return (
        words.length >= 2 &&
        words.length <= 6 &&
        words.every((word) => NAME_WORD.test(word) || /^\p{Lu}{2,7}$/u.test(word)) &&
        // "Y Vinh Tơr", "Á Lò"; not "Á Ă", the accents that a stamp left of a line of capitals.
        words.some((word) => word.length > 1) &&
        !words.every((word) => /^\p{Lu}{2,7}$/u.test(word) && word.length > 6)
      );
    },
    isCapitals: (line) => isMostlyCapitals(line),
    columnBreak(line) {
      if (line.length > LONGEST_COLUMNS || !mayHoldColumns.test(line.trimStart())) return -1;
      const folded = fold(line);
      // "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" is one heading.
      const opens = grammar.isNationalHeading(folded.trimStart());
      for (const phrase of headings) {
        const at = folded.indexOf(phrase);
        if (at > 0 && !opens && grammar.isCapitals(line.slice(at, at + phrase.length)) && line.slice(0, at).trim() !== '') return at;
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
      if (label >= 0 && datesBehindPlaces.some((words) => folded.includes(words))) {
        for (const match of line.slice(label).matchAll(/\s+(?=\p{Lu})/gu)) {
          const at = label + match.index + match[0].length;
          if (grammar.placeDate(folded.slice(at))) return at;
        }
      }
      for (const match of line.matchAll(columnGap)) {
        const at = match.index + match[0].length;
        const right = line.slice(at).trim();
        if (match.index === 0 || right === '') continue;
        if (grammar.isAuthority(right) || grammar.isCapacity(right)) return at;
        if (match[0].length >= 6 && grammar.isPersonName(right)) return at;
        if (grammar.placeDate(fold(right))) return at;
        // "HỎA TỐC   KẾ HOẠCH": what was stamped or set in a box beside a line.
        if (precedence.has(right) || precedence.has(line.slice(0, match.index).trim())) return at;
        // "- Ủy ban MTTQVN tỉnh;   rân Ngọc Căng": an item of a list has ended; what stands far behind it, readable or not, is of the other column.
        if (/^[-–]\s?\p{L}/u.test(line) && line.charAt(match.index - 1) === ';' && !match[0].includes('\t')) return at;
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
