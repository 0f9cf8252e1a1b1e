import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';
import { anyOf, anyWritten } from './words.ts';

/** The issuer and the number that a title itself names, as lengths of a folded text behind the type name. */
export interface TitleNumber {
  /** Offset and length of the issuer's name, null where none is named. */
  issuer: { at: number; length: number } | null;
  /** Where the number begins. */
  number: number;
}

/** The words that name an issuer and what it does, in folded texts unless said otherwise (domain reference 3). */
export interface IdentityWords {
  /** Length of the link to an issuer at the start of a text: "của " in "CỦA BAN THƯỜNG VỤ HUYỆN ỦY", else 0. */
  issuerLink(folded: string): number;
  /** Offset behind " của " within a text, or -1. */
  issuerLinkWithin(folded: string): number;
  /** Reads " của Thủ tướng Chính phủ số 115/2004/QĐ-TTg" behind a type name. */
  titleNumber(folded: string): TitleNumber | null;
  /** True where a text behind a type name begins with a number of its own. */
  holdsOwnNumber(folded: string): boolean;
  /** True behind the subject of an enacting sentence: " đã ban hành". */
  enacts(folded: string): boolean;
  /** A text without "đã" at its start. */
  withoutPerfect(folded: string): string;
  /** Length of the mark of a signature for a body, as printed: "TM. ", else 0. */
  onBehalf(words: string): number;
  /** True for an authority line of a body ("TM. ỦY BAN NHÂN DÂN"), under which one for a person may stand. */
  isCollective(folded: string): boolean;
  /** True for an authority line of a person: "KT. CHỦ TỊCH". */
  isDeputy(folded: string): boolean;
  /** True where a name goes on in the next line ("SỞ GIÁO DỤC VÀ"). */
  endsOpen(folded: string): boolean;
  /** True where a line goes on with a name ("VÀ ĐÀO TẠO"). */
  beginsOpen(folded: string): boolean;
  /** True for a unit whose name needs the body above it. */
  needsSuperior(folded: string): boolean;
  /** Where the words begin that say which meeting a congress is (" lần thứ XIX"), or -1. */
  meetingOrdinal(folded: string): number;
  /** True for the name of an issuer that passes on a person's orders. */
  passesOn(folded: string): boolean;
  /** True for an abbreviation that keeps its capitals, given as printed. */
  isAbbreviation(word: string): boolean;
  /** True where the kind of a place ends a text ("ĐẢNG ỦY XÃ"). */
  endsInPlaceWord(folded: string): boolean;
  /** Where places begin with the word for their kind: "tỉnh Hà Tĩnh", "TP. Hải Phòng". */
  placesWithKind(folded: string): number[];
  /** The same in running text, "TP." left out, with the words themselves: "Thành ủy Hải Phòng" names its place by the committee. */
  placesInText(folded: string): { kindAt: number; nameAt: number; committee: boolean }[];
  directing: readonly string[];
  capacities: readonly string[];
}

export const identityWords: (knowledge: Pick<Knowledge, 'anatomy'>) => IdentityWords = compiledOnce(({ anatomy }) => {
  const link = anyOf(anatomy.issuer_link_words);
  const number = anyOf(anatomy.number_words);
  const perfect = `(?:${anyOf(anatomy.perfect_words)}\\s)?`;
  const connectors = anyOf(anatomy.name_connectors);
  const kindWords = Object.keys(anatomy.territory_kinds).map(fold);
  const shortKinds = new Set(anatomy.territory_abbreviations.map(fold));
  const fullKinds = kindWords.filter((word) => !shortKinds.has(word));
  const committees = new Set(anatomy.party_committees.map(fold));

  const linkAtStart = new RegExp(`^${link}\\s+`, 'u');
  const linkWithin = new RegExp(`\\s${link}\\s`, 'u');
  const titleNumber = new RegExp(`^(?<of>\\s+${link}\\s(?=\\S))?(?<body>[^\\d,.;]{3,60}?)??\\s+${number}\\s?:?\\s?(?=\\d)`, 'u');
  const ownNumber = new RegExp(`^(?:\\s+${link}\\s[^\\d,.;]{3,60})?\\s+${number}\\s?:?\\s?\\d{1,5}\\s?[/-]`, 'u');
  const enacting = new RegExp(`^\\s{0,2}${perfect}${anyOf(anatomy.enacting_verbs)}`, 'u');
  const perfectAtStart = new RegExp(`^\\s*${perfect}`, 'u');
  const onBehalf = new RegExp(`^${anyWritten(anatomy.on_behalf_marks.map((mark) => mark.toUpperCase()))}\\.?\\s+`, 'u');
  const collective = new RegExp(`^${anyOf([...anatomy.on_behalf_marks, ...anatomy.on_behalf_words])}`, 'u');
  const deputy = new RegExp(`^${anyOf(anatomy.deputy_marks)}`, 'u');
  const openEnd = new RegExp(`(?:\\s|^)(?:${connectors}|[-,])$`, 'u');
  const openStart = new RegExp(`^${connectors}\\s`, 'u');
  const passing = new RegExp(`^${anyOf(anatomy.passing_on_issuers)}`, 'u');
  const placeAtEnd = new RegExp(`\\s${anyOf(fullKinds)}$`, 'u');
  const withKind = new RegExp(`(?:^|\\s)(?=${anyOf(kindWords)}\\s)`, 'gu');
  // A kind word wins over the committee that begins with it ("huyện" over "huyện ủy").
  const inText = new RegExp(`(?:${anyOf(fullKinds)}|${anyOf([...committees])})\\s(?=\\S)`, 'gu');
  const ordinal = new RegExp(`\\s${anyOf(anatomy.meeting_ordinals)}\\s[ivxlc\\d]{1,6}(?![\\p{L}\\d])`, 'u');
  const units = new Set(anatomy.units_of_superior.map(fold));
  const abbreviations = new Set(anatomy.capital_abbreviations);
  return {
    issuerLink: (folded) => linkAtStart.exec(folded)?.[0].length ?? 0,
    issuerLinkWithin(folded) {
      const match = linkWithin.exec(folded);
      return match ? match.index + match[0].length : -1;
    },
    titleNumber(folded) {
      const match = titleNumber.exec(folded);
      if (!match) return null;
      const { of, body } = match.groups ?? {};
      return { issuer: of ? { at: of.length, length: body?.length ?? 0 } : null, number: match[0].length };
    },
    holdsOwnNumber: (folded) => ownNumber.test(folded),
    enacts: (folded) => enacting.test(folded),
    withoutPerfect: (folded) => folded.replace(perfectAtStart, ''),
    onBehalf: (words) => onBehalf.exec(words)?.[0].length ?? 0,
    isCollective: (folded) => collective.test(folded),
    isDeputy: (folded) => deputy.test(folded),
    endsOpen: (folded) => openEnd.test(folded),
    beginsOpen: (folded) => openStart.test(folded),
    needsSuperior: (folded) => units.has(folded),
    meetingOrdinal: (folded) => folded.search(ordinal),
    passesOn: (folded) => passing.test(folded),
    isAbbreviation: (word) => abbreviations.has(word),
    endsInPlaceWord: (folded) => placeAtEnd.test(folded),
    placesWithKind: (folded) => Array.from(folded.matchAll(withKind), (match) => match.index + match[0].length),
    placesInText(folded) {
      const found: ReturnType<IdentityWords['placesInText']> = [];
      inText.lastIndex = 0;
      for (let match = inText.exec(folded); match; match = inText.exec(folded)) {
        // To look behind in the pattern would keep it from passing quickly over the text.
        if (isLetterAt(folded, match.index - 1)) inText.lastIndex = match.index + 1;
        else found.push({ kindAt: match.index, nameAt: match.index + match[0].length, committee: committees.has(match[0].trimEnd()) });
      }
      return found;
    },
    directing: anatomy.directing_phrases.map(fold),
    capacities: anatomy.capacities.map(fold).sort((a, b) => b.length - a.length),
  };
});
