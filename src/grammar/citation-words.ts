import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';
import { anyOf } from './words.ts';

/** A marker of a short form stands so near before it, with its quotation marks. */
const MARKER_REACH = 40;

/** The words around the number of a cited document, in folded texts (domain reference 1.1, 5.1). Lengths are 0 where there is no such word. */
export interface CitationWords {
  /** True for what may stand between two citations of one list: ", ", " và ", "; các ", ", số ". */
  connects(between: string): boolean;
  /** Where the word for a number begins that ends a text ("Nghị quyết số "), or -1. */
  numberWord(before: string): number;
  /** A text without the word for a number at its end: "Nghị quyết số: " is "Nghị quyết". */
  withoutNumberWord(before: string): string;
  /** Length of what stands between a number and its date: ", (ban hành ", " cùng " before "ngày 25". */
  dateLead(after: string): number;
  /** True where the date of an elder citation is meant: " cùng ngày". */
  saysSameDay(after: string): boolean;
  /** Where the day of issue begins in the words before a citation, where they tell of the issue ("Ngày 09/02/2021, Bộ Y tế đã có "), or null. */
  issueTold(before: string): number | null;
  /** Length of what leads from a citation to its body: " của ". */
  issuerLead(after: string): number;
  /** The word before a citation that leads to the body before it: "Thành ủy tại" gives "tại". */
  issuerLink(before: string): string | null;
  /** True for what may stand between that body and the link: "", " đã được ". */
  leavesBody(between: string): boolean;
  /** Length of the committee's term: " (khóa XIV)". */
  term(after: string): number;
  opensTerm(text: string): boolean;
  /** True where a title begins at an offset. */
  opensTitle(folded: string, offset: number): boolean;
  /** The places where a title may end, within a text, with the mark that is there (a blank before words). */
  titleStops(title: string): Iterable<{ index: number; 0: string }>;
  /** Length of words that leave a title for the sentence around it: "trình " in "…, trình Thủ tướng Chính phủ"; 0 where none stand. */
  titleExit(folded: string, offset: number): number;
  /** True where a full stop behind a text is an abbreviation's: "TP". */
  endsInAbbreviation(before: string): boolean;
  /** True behind a citation that comes with the document: " (gửi kèm)". */
  saysAttached(after: string): boolean;
  /** True where a citation at an offset is a definition: behind "(sau đây gọi tắt là ". */
  introducesShortForm(folded: string, offset: number): boolean;
  /** Length of an act's name that begins a text and has its day behind it, with the blanks around: " Luật Quản lý, sử dụng tài sản nhà nước ". */
  actName(after: string): number;
  /** An act's word for its type where its name ends a text, as written: "Luật" of "Căn cứ Luật Tổ chức Quốc hội số ". */
  namedAct(before: string): string | null;
  /** The serial number that alone follows a word for a type, " số 05" or " 57", and where it ends; null before a code, another figure or a unit of time. */
  bareSerial(folded: string, offset: number): { digits: string; end: number } | null;
  /** Words that make a type word a reference: "này". */
  anaphors: readonly string[];
  /** "nêu trên", folded: looks back to a work named before. */
  lookingBack: readonly string[];
}

export const citationWords: (knowledge: Pick<Knowledge, 'citations' | 'anatomy'>) => CitationWords = compiledOnce(({ citations, anatomy }) => {
  const number = anyOf(anatomy.number_words);
  const issue = anyOf(citations.issue_words);
  const day = citations.same_day_words.map((phrase) => fold(phrase).split(' '));
  const sameDayLeads = day.map((words) => `${anyOf([words.slice(0, -1).join(' ')])}\\s{1,2}(?=${anyOf(words.slice(-1))}\\s{1,2}\\d)`).join('|');
  const connector = new RegExp(
    `^[\\s,;]{0,4}(?:${anyOf(citations.list_connectors)}(?!\\p{L}))?[\\s,]{0,3}(?:${anyOf(citations.plural_words)}\\s{1,2}|${number}\\s?:?\\s{0,2})?$`,
    'u',
  );
  const numberAtEnd = new RegExp(`${number}\\s?[:.]?\\s*$`, 'u');
  const numberOrBlank = new RegExp(`\\s*(?:${number}\\s?[:.]?)?\\s*$`, 'u');
  const dateLead = new RegExp(`^[\\s,]{0,4}\\(?(?:${issue}\\s{1,2}|${sameDayLeads})?`, 'u');
  const sameDay = new RegExp(`^[\\s,]{0,3}(?:${issue} )?${anyOf(citations.same_day_words)}(?!\\p{L})`, 'u');
  const dayWord = anyOf(citations.day_words);
  const issueEnd = new RegExp(`(?<!\\p{L})${anyOf(citations.told_issue_words)}\\s{1,2}$`, 'u');
  const issueStart = new RegExp(`(?:^|[.;:]\\s{1,2}|[-–+*]\\s)${dayWord}\\s{1,2}(?=\\d)`, 'gu');
  const issuerLead = new RegExp(`^[\\s,]{0,3}${anyOf(citations.issuer_words)}\\s{1,3}`, 'u');
  const attached = new RegExp(`^[\\s,]{0,3}\\(?[\\s,]{0,2}${anyOf(citations.attached_after_words)}(?!\\p{L})`, 'u');
  const done = new RegExp(`^\\s*(?:${anyOf(citations.done_words).replaceAll(' ', '\\s+')}\\s+)?$`, 'u');
  const termWord = anyOf(citations.term_words);
  const term = new RegExp(`^\\s{0,2}\\(?\\s?${termWord}\\s{1,2}[ivxlc\\d]{1,6}\\)?`, 'u');
  const termOpening = new RegExp(`^\\(?${termWord}\\s`, 'u');
  const titleStop = new RegExp(`[;()“”"\\n]|\\.(?=\\s|$)|:(?=\\s|$)|\\s(?=${anyOf(citations.title_stop_words)}(?!\\p{L}))`, 'gu');
  const abbreviation = new RegExp(`(?:^|\\s)${anyOf(citations.stop_abbreviations)}$`, 'u');
  const longestAbbreviation = Math.max(0, ...citations.stop_abbreviations.map((word) => word.length));
  const links = citations.issuer_before_words.map(fold);
  const act = new RegExp(`(?<![\\p{L}])(?:${citations.named_acts.join('|')})(?= \\p{Lu}[^;:.()“”"\\d]{2,140}$)`, 'u');
  const named = new RegExp(`^,? (?:${citations.named_acts.join('|')}) \\p{Lu}[^;:.()“”"\\d]{2,120} (?=${anyOf(citations.day_words)} \\d)`, 'u');
  const exits = citations.title_exits.map((word) => `${fold(word)} `);
  const titleWords = citations.title_words.map(fold);
  const markers = citations.short_form_markers.map(fold);
  const serial = new RegExp(
    `\\s{1,2}(?:${number}\\s{1,2})?(?<digits>\\d{1,4})(?![\\d/%_…]|[.,:]\\d|\\s?[-–]\\s?[\\p{L}\\d]|\\s?${anyOf(citations.serial_exceptions)}(?!\\p{L})|\\s\\p{L}{1,6}[-/]|\\p{L})`,
    'uy',
  );
  return {
    connects: (between) => connector.test(between),
    numberWord: (before) => numberAtEnd.exec(before)?.index ?? -1,
    withoutNumberWord: (before) => before.replace(numberOrBlank, ''),
    dateLead: (after) => dateLead.exec(after)?.[0].length ?? 0,
    saysSameDay: (after) => sameDay.test(after),
    issueTold(before) {
      if (!issueEnd.test(before)) return null;
      const start = [...before.matchAll(issueStart)].at(-1);
      if (start === undefined) return null;
      const at = start.index + start[0].search(/\p{L}/u);
      // The day first, then words only.
      const [, words] =
        /^\p{L}{1,6} [\d/. -]{8,12}(?=[ ,])([^\d;]{1,130})$/u.exec(before.slice(at)) ??
        /^\p{L}{1,6} \d{1,2} \p{L}{1,6} \d{1,2} \p{L}{1,5} \d{4}([^\d;]{1,130})$/u.exec(before.slice(at)) ??
        [];
      return words === undefined || /\.\s/u.test(words) ? null : at;
    },
    issuerLead: (after) => issuerLead.exec(after)?.[0].length ?? 0,
    issuerLink: (before) => links.find((word) => before.endsWith(word) && !isLetterAt(before, before.length - word.length - 1)) ?? null,
    leavesBody: (between) => done.test(between),
    term: (after) => term.exec(after)?.[0].length ?? 0,
    opensTerm: (text) => termOpening.test(text),
    opensTitle: (folded, offset) => titleWords.some((word) => folded.startsWith(word, offset) && !isLetterAt(folded, offset + word.length)),
    titleExit: (folded, offset) => Math.max(0, ...exits.map((word) => (folded.startsWith(word, offset) ? word.length : 0))),
    titleStops: (title) => title.matchAll(titleStop),
    endsInAbbreviation: (before) => abbreviation.test(before.slice(-longestAbbreviation - 1)),
    saysAttached: (after) => attached.test(after),
    introducesShortForm(folded, offset) {
      const before = folded.slice(Math.max(0, offset - MARKER_REACH), offset).replace(/[\s:“"'‘]*$/u, '');
      return markers.some((marker) => before.endsWith(marker));
    },
    actName: (after) => named.exec(after)?.[0].length ?? 0,
    namedAct: (before) => act.exec(before)?.[0] ?? null,
    bareSerial(folded, offset) {
      serial.lastIndex = offset;
      const digits = serial.exec(folded)?.groups?.digits;
      return digits === undefined ? null : { digits, end: serial.lastIndex };
    },
    anaphors: citations.anaphors.map(fold),
    lookingBack: citations.looking_back_anaphors.map(fold),
  };
});
