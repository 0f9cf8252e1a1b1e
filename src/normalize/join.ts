import type { Anatomy } from '../grammar/anatomy.ts';
import { compiledOnce } from '../grammar/compiled.ts';
import type { LabelGrammar } from '../grammar/labels.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { codeTest, isCapitalAt } from '../text/word-chars.ts';
import type { Layout, PhysicalLine } from './physical-lines.ts';

/** How a line goes on in the next one: what to put between them, and the repair rule. */
export interface Joint {
  between: string;
  rule: 'join-line' | 'join-page-break' | 'join-number' | 'join-superscript';
}

const isEndMark = codeTest('.;:!?…');
const isClosingMark = codeTest('"”’)*]');
const NUMBER_CUT_AFTER_HYPHEN = /\d{1,5}[a-z]?\s?[-/]$/u;
const CODE_START = /^\p{Lu}[\p{L}\d]*(?:[-/]|$|\s|[.,;])/u;
const CUT_AFTER_CODE = /\d{1,5}\s?[-/]\s?\p{Lu}[\p{L}]{0,5}[-/]$/u;

/** `đạt 18%` / `- 26%` is a range; `đến năm 2025` / `- 100% trạm y tế …` is a heading and its first item. */
const NUMBER_AT_END = /\d\s?(?:%|\p{L}{1,3}[²³]?(?:\/\p{L}+)?)?$/u;
const OPENS_WITH_YEAR = /^(?:[-–+*•]|\p{L}\)) ?\p{Lu}[\p{L} ]{2,24}(?:19|20)\d\d ?:$/u;
const YEAR_AT_END = /(?<!\d)(?:19|20)\d\d$/;

export interface JoinContext {
  anatomy: Anatomy;
  labels: LabelGrammar;
  layout: Layout;
  dangling: ReadonlySet<string>;
  danglingNouns: ReadonlySet<string>;
  /** Words of two syllables of which the last alone would need more. */
  wholeWords: ReadonlySet<string>;
  /** First parts of phrases that no line ends inside of, with the rests they are whole with. */
  broken: ReadonlyMap<string, readonly string[]>;
  announcers: ReadonlySet<string>;
  letterAnnouncers: ReadonlySet<string>;
  lengthUnits: ReadonlySet<string>;
}

type JoinWords = Pick<JoinContext, 'dangling' | 'danglingNouns' | 'wholeWords' | 'broken' | 'announcers' | 'letterAnnouncers' | 'lengthUnits'>;

/** The word lists of `repairs.yaml` that joining needs, folded. */
export const joinWords: (knowledge: Pick<Knowledge, 'repairs'>) => JoinWords = compiledOnce(({ repairs }) => {
  const set = (words: readonly string[]) => new Set(words.map(fold));
  return {
    dangling: set(repairs.dangling_words),
    danglingNouns: set(repairs.dangling_nouns),
    wholeWords: set(repairs.whole_words),
    broken: brokenPhrases(repairs.unbroken_phrases),
    announcers: set(repairs.number_announcers),
    letterAnnouncers: set(repairs.letter_announcers),
    lengthUnits: new Set(repairs.length_units),
  };
});

function brokenPhrases(phrases: readonly string[]): Map<string, string[]> {
  const broken = new Map<string, string[]>();
  for (const phrase of phrases) {
    const words = fold(phrase).split(' ');
    for (let cut = 1; cut < words.length; cut++) {
      const head = words.slice(0, cut).join(' ');
      broken.set(head, [...(broken.get(head) ?? []), words.slice(cut).join(' ')]);
    }
  }
  return broken;
}

/** The logical line so far, as far back as joining looks. */
export interface OpenLine {
  text: string;
  folded: string;
  /** Length of its last printed line. */
  width: number;
  strong: boolean;
  row: boolean;
  quoted: boolean;
}

/**
 * Tells whether `next` goes on where `line` stops (domain reference 4.2, 4.3, 8.2). `foldedAfter` is what `next` says,
 * folded. Examples: "… trước năm" / "2025. Bảo đảm …", "số 59-" / "CTr/TU", "m" / "2".
 */
export function joint(line: OpenLine, next: PhysicalLine, foldedAfter: string, context: JoinContext): Joint | null {
  if (line.row || next.row || line.quoted !== next.quoted) return null;
  const { anatomy, layout } = context;
  const before = line.text;
  const after = next.text;
  if (/^[23]$/.test(after) && context.lengthUnits.has(/(\p{L}{1,2})$/u.exec(before)?.[1] ?? '') && /\d\s?\p{L}{1,2}$/u.test(before))
    return { between: after === '2' ? '²' : '³', rule: 'join-superscript' };
  if (endsCut(before) && CODE_START.test(after)) return { between: '', rule: 'join-number' };

  const foldedBefore = line.folded;
  if (next.gap <= layout.gap && breaksPhrase(before, after, foldedAfter, context)) return { between: ' ', rule: 'join-line' };
  if (standsAlone(before, foldedBefore, anatomy) || standsAlone(after, foldedAfter, anatomy)) return null;
  const ending = lastWords(foldedBefore);
  const terminal = endsInMark(before);
  const pageBreak = next.gap > layout.gap || next.gap < layout.gap;
  const rule = pageBreak ? 'join-page-break' : 'join-line';
  const dangling = !anatomy.isCapitals(before) && isDangling(before, ending, context);
  if (startsItem(before, ending, after, foldedAfter, terminal, context)) return null;
  if (anatomy.addressee(foldedBefore) >= 0 && !/^\p{Ll}/u.test(after)) return null;
  if (anatomy.isBasis(foldedAfter) && (terminal || next.gap > 0) && /^\p{Lu}|^[-–]/u.test(after) && !dangling) return null;

  const capitalsBefore = anatomy.isCapitals(before);
  const capitalsAfter = anatomy.isCapitals(after);
  // "Theo đề nghị của …," / "Quyết định:": the enacting word.
  if (before.endsWith(',') && /^\p{Lu}\p{L}{1,6} \p{L}{2,6}\s?:$/u.test(after)) return null;
  // "Theo đề nghị của …" / "QUYẾT ĐỊNH": words in capitals on a line of their own, no abbreviation.
  if (capitalsAfter && !capitalsBefore && /^\p{Lu}{3,}(?: \p{Lu}{3,}){1,3}\s?:?$/u.test(after)) return null;
  if (capitalsBefore && capitalsAfter && before.length > 12 && context.labels.read(before).length > 0 && next.gap <= layout.gap) return { between: ' ', rule };
  if (capitalsBefore !== capitalsAfter && (capitalsAfter ? after.length > 12 : !dangling && /^\p{Lu}/u.test(after))) return null;
  if (capitalsBefore && capitalsAfter) return null;
  // "Xét đề nghị của Giám đốc" / "Sở Nông nghiệp …": a legal basis ends with a mark (NĐ 30/2020 Phụ lục I), however short its printed line.
  if (layout.width !== null && !terminal && next.gap <= layout.gap && anatomy.isPlainBasis(foldedBefore) && !anatomy.isBasis(foldedAfter))
    return { between: glue(before, after), rule };

  // "- Đến năm 2030:" / "tỷ lệ suy dinh dưỡng …": an item that opens with its year is broken behind it.
  if (next.gap <= layout.gap && OPENS_WITH_YEAR.test(before) && /^\p{Ll}{2}/u.test(after)) return { between: ' ', rule };
  const goesOn = /^[\p{Ll},;.)%”]/u.test(after) || (/^[\d(“"/≥≤-]/u.test(after) && !terminal);
  const noun =
    !capitalsBefore &&
    !terminal &&
    endsInWord(ending, context.danglingNouns, context.wholeWords) &&
    next.gap <= layout.gap &&
    (layout.width === null || line.width >= layout.width * 0.55);
  if ((dangling || noun) && !terminal && !(noun && !dangling && anatomy.isBasis(foldedAfter))) return { between: glue(before, after), rule };
  // "trong quý" / "II. Nội dung …": the number that was announced.
  if (!terminal && !capitalsBefore && endsInWord(ending, context.announcers, context.wholeWords) && next.gap <= layout.gap) return { between: ' ', rule };
  if (!terminal && goesOn && !(anatomy.isCapitals(before) && before.length < 40)) return { between: glue(before, after), rule };
  if (layout.width === null || next.gap > layout.gap) return null;
  const heading = capitalsBefore || context.labels.read(before).some((label) => label.kind !== 'dash' && label.kind !== 'plus');
  // Text that has no end of sentence goes on, unless the line is so short that it was ended on purpose.
  if (!terminal && !heading && line.width >= layout.width * 0.55) return { between: ' ', rule };
  // A printed line is broken where the next word no longer fits: a shorter line was ended on purpose.
  const firstWord = after.split(' ', 1)[0] ?? '';
  const full = line.width + 1 + firstWord.length > layout.width * 0.95;
  return full && !(terminal && (heading || before.endsWith(':'))) ? { between: ' ', rule } : null;
}

/** True where a line ends in a mark that ends a sentence or item, brackets and quotation marks behind it left aside. */
function endsInMark(line: string): boolean {
  let last = line.length - 1;
  while (isClosingMark(line.charCodeAt(last))) last--;
  return isEndMark(line.charCodeAt(last));
}

/** "… số 59-", "… 12/NQ-": the patterns begin anywhere in a line, and most lines end otherwise. */
function endsCut(line: string): boolean {
  return (line.endsWith('-') || line.endsWith('/')) && (NUMBER_CUT_AFTER_HYPHEN.test(line) || CUT_AFTER_CODE.test(line));
}

/** "… TỈNH", "TP." */
function endsInCapital(line: string): boolean {
  return isCapitalAt(line, line.length - (line.endsWith('.') ? 2 : 1));
}

/** "Nam Hà Tĩnh -" / "Bắc Quảng Bình" keeps its blank; "xã" / "hội" gets one; a cut "và/" none. */
function glue(before: string, after: string): string {
  return /[/(“]$/.test(before) || /^[,;.)%”]/.test(after) ? '' : ' ';
}

function isDangling(before: string, ending: Ending, { dangling, wholeWords }: JoinContext): boolean {
  return endsInWord(ending, dangling, wholeWords) || /[,(“–-]$/.test(before);
}

const FEW_LETTERS = 24;
/** All but the last word of the longest of the phrases. */
const LONGEST_HEAD = 7;

/** "CỘNG" / "HÒA XÃ HỘI …", "Sơn" / "La, ngày 11 tháng 3", "TP." / "Hồ Chí Minh, ngày …", "Số:" / "14/2007/QĐ-UBND": a line broken where none is on purpose. */
function breaksPhrase(before: string, after: string, foldedAfter: string, { anatomy, broken }: JoinContext): boolean {
  if (before.length < FEW_LETTERS) {
    if (anatomy.isBareNumberWord(before) && /^\d{1,5}[a-zđ]?\s?[-/]/u.test(after)) return true;
    if (/^(?:(?:T[Pp]\.? ?)?\p{Lu}\p{Ll}{1,6}(?: \p{Lu}\p{Ll}{1,6})?|T[Pp]\.)$/u.test(before) && after.length < 60 && anatomy.opensPlaceDate(foldedAfter)) return true;
  }
  // "Sở Lao động" / "- Thương binh và Xã hội": a name with a dash in it.
  const dashed = /^[-–] \p{Lu}/u.test(after);
  if (!dashed && (!endsInCapital(before) || !/^\p{Lu}{2}/u.test(after) || !anatomy.isCapitals(before))) return false;
  const words = fold(before.slice(-60)).split(' ');
  for (let count = 1; count <= Math.min(LONGEST_HEAD, words.length); count++) {
    for (const rest of broken.get(words.slice(-count).join(' ')) ?? []) if (foldedAfter === rest || foldedAfter.startsWith(`${rest} `)) return true;
  }
  return false;
}

/** The last word of a line, and the last two. */
interface Ending {
  one: string;
  two: string;
}

function lastWords(folded: string): Ending {
  const words = folded.slice(-24).split(/\s+/);
  return { one: words.at(-1) ?? '', two: words.slice(-2).join(' ') };
}

/** True where the last word, or the last two, are in a list. */
function endsInWord({ one, two }: Ending, list: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return list.has(two) || (list.has(one) && !whole.has(two));
}

/** Lines of the letterhead and of the signature are read one by one. */
function standsAlone(line: string, folded: string, anatomy: Anatomy): boolean {
  return (
    line === '*' ||
    (anatomy.isNationalHeading(folded) && (anatomy.isCapitals(line) || line.length < 38)) ||
    anatomy.isMotto(folded) ||
    (anatomy.isPartyHeading(folded) && anatomy.isCapitals(line)) ||
    (anatomy.numberLabel(folded) >= 0 && line.length < 60 && /^\p{Lu}/u.test(line)) ||
    (line.length < 80 && anatomy.placeDate(folded) !== null && /^\p{Lu}/u.test(line)) ||
    anatomy.recipients(folded) >= 0 ||
    (/^[[(]/.test(line) && line.length < 40 && anatomy.isSigned(folded)) ||
    anatomy.isAuthority(line) ||
    anatomy.isCapacity(line)
  );
}

const YEAR_NEXT = /^[\d.,]{1,8} ?% (?:\p{Ll}{1,7} ){1,3}(?:19|20)\d\d(?!\d)/u;

/** "- … đạt 80%" / "- 94% dân cư …": in a list a share of something is an item; "- 26% vào năm 2030" goes on. */
function countsNext(rest: string, { dangling }: JoinContext): boolean {
  const word = /^[\d.,]{1,8} ?% (\p{Ll}{1,7}) \p{L}/u.exec(rest)?.[1];
  return word !== undefined && !dangling.has(word) && !YEAR_NEXT.test(rest);
}

/** "¹ Nghị quyết số …": a note below the text; "²/người" goes on. */
const NOTE = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3} \p{Lu}/u;

/** True where `after` starts with a label that is one: not a year, a cut number, or the second half of a range. */
function startsItem(before: string, ending: Ending, after: string, folded: string, terminal: boolean, context: JoinContext): boolean {
  const { anatomy, labels } = context;
  if (anatomy.addressee(folded) >= 0 || (anatomy.subject(folded) >= 0 && /^\p{Lu}/u.test(after) && terminal)) return true;
  if (anatomy.isAnnexCaption(folded) && after.startsWith('(')) return true;
  if (NOTE.test(after)) return true;
  const readings = labels.read(after);
  if (readings.length === 0) return false;
  const kinds = new Set(readings.map((label) => label.kind));
  if (kinds.has('dash') || kinds.has('plus')) {
    // "Nam Hà Tĩnh" / "- Bắc Quảng Bình", "đạt 18%" / "- 26%": an item starts with a capital letter after an ended line.
    const rest = after.slice(readings[0]?.length ?? 1);
    if (/^[\d≥≤]/.test(rest)) return terminal || !NUMBER_AT_END.test(before) || YEAR_AT_END.test(before) || (/^[-–] /.test(before) && countsNext(rest, context));
    return /^[^\p{Ll}]/u.test(rest) || terminal || /,$/.test(before);
  }
  // "trong quý" / "II. Nội dung tập trung …", "khoảng" / "5. 2 tấn": a number was announced and here it is.
  if (!terminal && !kinds.has('article') && endsInWord(ending, context.announcers, context.wholeWords))
    return kinds.has('letter') && !endsInWord(ending, context.letterAnnouncers, context.wholeWords);
  return true;
}
