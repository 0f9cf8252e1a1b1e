import { type Anatomy, anatomyGrammar } from '../grammar/anatomy.ts';
import { type LabelGrammar, labelGrammar } from '../grammar/labels.ts';
import { type TypeGrammar, typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DivisionKind } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { isSyllable } from '../text/syllable.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'lost-line';
/** No letterhead, printed as one line of two columns, is longer than this. */
const LONGEST_COLUMNS = 320;
/** Without a letterhead in it a line must be a page long to be taken apart. */
const PAGE = 1200;
/** How much of a line tells how it begins. */
const LOOK_AHEAD = 200;
const BREAK = '\v';
const BLANKS = ' \t';
const RULE_SIGNS = '-*_=–—';
const SHORTEST_RULE = 3;

/**
 * Puts line ends back into a text that lost them all ("… Độc lập - Tự do - Hạnh phúc KẾ HOẠCH … I. MỤC ĐÍCH 1. …", as forums and some converters copy
 * documents): a line that holds a letterhead and more than a letterhead, and behind it lines of the length of a page. They are taken apart where the
 * next words open a line by the conventions (domain reference 3 and 4): at the parts of a letterhead, where a run of capitals begins or ends, and
 * behind the end of a sentence before a label, a legal basis or the recipients.
 */
export function lostLineEdits(text: string, rows: readonly boolean[], knowledge: Pick<Knowledge, 'anatomy' | 'headings' | 'documentTypes'>): RuledEdit[] {
  const edits: RuledEdit[] = [];
  let lost = false;
  let start = 0;
  for (let index = 0; start < text.length; index++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end - start > LONGEST_COLUMNS && !rows[index]) {
      const line = text.slice(start, end);
      const anatomy = anatomyGrammar(knowledge);
      const header: number[] = lost || !anatomy.mayHoldLetterhead(line) ? [] : letterheadStarts(line, anatomy);
      const whole: boolean = header.length > 0;
      lost ||= whole;
      if (whole || (lost && line.length > PAGE)) {
        const labels = labelGrammar(knowledge);
        const offsets = new Set([
          ...(whole ? [...header, ...cellStarts(line)] : []),
          ...runBounds(line, anatomy, labels, typeGrammar(knowledge)),
          ...sentenceStarts(line, anatomy, labels),
        ]);
        let last = 0;
        for (const offset of [...offsets].sort((a, b) => a - b)) {
          // A rule or blanks between two offsets belong to one break.
          const from = Math.max(last, lineEnd(line, offset));
          if (from > 0) edits.push({ start: start + from, end: start + offset, replacement: BREAK, rule: RULE });
          last = offset;
        }
      }
    }
    start = end + 1;
  }
  return edits;
}

/** The subject of a letter stands right behind its number, which is no longer than this. */
const NUMBER = 60;
const WORD_STARTS = /(?<=^|[\s*_–—-])(?=\p{Lu})/gu;

/** Where the line before an offset ends, without blanks and a printed rule: "Hồ Chí Minh--------- BAN BÍ THƯ". */
function lineEnd(line: string, offset: number): number {
  let end = offset;
  while (BLANKS.includes(line.charAt(end - 1)) && end > 0) end--;
  let rule = end;
  while (RULE_SIGNS.includes(line.charAt(rule - 1)) && rule > 0) rule--;
  if (end - rule < SHORTEST_RULE) return end;
  while (BLANKS.includes(line.charAt(rule - 1)) && rule > 0) rule--;
  return rule;
}

/** Behind the borders of the letterhead's cells; rows of other tables are lost with their line ends. */
function cellStarts(line: string): number[] {
  return [...line.matchAll(/\t(?=[^\t])/g)].map(({ index }) => index + 1);
}

/**
 * Where the parts of a letterhead begin within a line, and where what follows them does: heading and motto, number, place and date. None where only
 * parts of one kind are there: a sentence about the form of documents names heading and motto.
 */
function letterheadStarts(line: string, anatomy: Anatomy): number[] {
  const found: number[] = [];
  const kinds = new Set<string>();
  let end = 0;
  let numberAt = Number.NEGATIVE_INFINITY;
  for (const { index } of line.matchAll(WORD_STARTS)) {
    const ahead = line.slice(index, index + LOOK_AHEAD);
    const folded = fold(ahead);
    const heading = anatomy.headingLength(folded);
    const motto = anatomy.mottoLength(folded);
    // "ĐOÀN TNCS HỒ CHÍ MINH Hà Nội, ngày …": the place begins behind the capitals.
    const placeDate = /^\p{Lu}\p{Ll}/u.test(ahead) ? anatomy.placeDateLength(folded) : 0;
    const number = /^\p{Lu}(?:[\p{L} ]{1,16}:|\p{L}{1,4} \d)/u.test(ahead) && anatomy.numberLabel(folded) >= 0;
    if (number) numberAt = index;
    if (index - numberAt < NUMBER && anatomy.subject(folded) > 0) found.push(index);
    if (!(heading > 0 && anatomy.isCapitals(ahead.slice(0, heading))) && motto === 0 && placeDate === 0 && !number) continue;
    if (index < end) continue;
    found.push(index);
    end = index + Math.max(heading, motto, placeDate);
    kinds.add(number ? 'number' : placeDate > 0 ? 'date' : 'heading');
    if (end > index) found.push(end + (/^[\s*_–—-]*/.exec(line.slice(end))?.[0].length ?? 0));
  }
  return kinds.size > 1 ? found.filter((offset) => offset < line.length) : [];
}

const WORDS = /\S+/g;
const LEAST_SYLLABLES = 2;
/** A mark of authority and the first words behind it. */
const LONGEST_MARK = 60;

/** Where a run of words in capitals begins, and where the sentence or label behind it does: "… năm 2013 QUYẾT ĐỊNH", "YÊU CẦU 1. Mục đích". */
function runBounds(line: string, anatomy: Anatomy, labels: LabelGrammar, types: TypeGrammar): number[] {
  const found: number[] = [];
  let run: { start: number; syllables: number } | null = null;
  const close = (next: number, word: string) => {
    if (run && run.syllables >= LEAST_SYLLABLES) {
      found.push(run.start);
      const capitals = line.slice(run.start, next).trim();
      const authority = authorityWithin(capitals, anatomy);
      if (authority > 0) found.push(run.start + authority);
      const title = types.startsWith(fold(capitals))?.length === capitals.length ? titleEnd(line, next, anatomy) : 0;
      if (title > 0) found.push(next, title);
      else if (/^["“(]?\p{Lu}\p{Ll}/u.test(word) || labels.read(line.slice(next, next + LOOK_AHEAD)).length > 0) found.push(next);
    }
    run = null;
  };
  for (const { 0: word, index } of line.matchAll(WORDS)) {
    // "QUYẾT ĐỊNHVề việc": a line end lost without a blank in its place.
    const glued = /^\p{Lu}{2,7}(?=\p{Lu}\p{Ll})/u.exec(word)?.[0].length ?? 0;
    const head = glued > 0 ? word.slice(0, glued) : word;
    if (/\p{Lu}/u.test(head) && !/\p{Ll}/u.test(head) && (run || !/\d/.test(head))) {
      // "- Lưu: VT. TM. ỦY BAN NHÂN DÂN": the mark begins a line of its own.
      if (run && anatomy.isAuthority(line.slice(index, index + LONGEST_MARK))) close(index, word);
      run ??= { start: index, syllables: 0 };
      for (const part of head.match(/\p{L}+/gu) ?? []) if (part.length > 1 && isSyllable(part.toLowerCase())) run.syllables++;
      if (glued > 0) close(index + glued, word.slice(glued));
      else if (/[.:;]$/.test(head) && run.syllables >= LEAST_SYLLABLES) close(index + word.length + 1, line.slice(index + word.length + 1, index + word.length + 8));
    } else if (run && !/^[\d–"“”(),/-]+$/.test(word)) close(index, word);
  }
  return found.filter((offset) => offset < line.length && !isBehindMark(line, offset, anatomy));
}

/** No title is longer. */
const LONGEST_TITLE = 420;

/**
 * Where a title in small letters ends behind the name of its type: "KẾ HOẠCH Phòng, chống bệnh dại năm 2024 Căn cứ …", "Thực hiện …", "I. MỤC ĐÍCH". 0
 * where nothing tells: "CHỈ THỊ Về việc phòng, chống bệnh dại Trong hai tháng đầu năm …".
 */
function titleEnd(line: string, start: number, anatomy: Anatomy): number {
  const rule = /\s[-_*–—]{3,60}\s{0,3}/.exec(line.slice(start, start + LONGEST_TITLE));
  const region = line.slice(start, start + (rule?.index ?? LONGEST_TITLE));
  for (const { index } of region.matchAll(/(?<=[\p{Ll}\d”")]\s)(?=\p{Lu}|\()/gu)) {
    const ahead = region.slice(index, index + LOOK_AHEAD);
    const folded = fold(ahead);
    if (anatomy.isBasis(folded) || anatomy.addressee(folded) > 0 || anatomy.isAnnexCaption(folded) || ROMAN_HEADING.test(ahead)) return start + index;
  }
  return rule ? start + rule.index + rule[0].length : 0;
}

const ROMAN_HEADING = /^[IVX]{1,4}[.-]\s?\p{Lu}/u;

/** "TM. BAN BÍ THƯ": the capitals go on with the mark before them. */
function isBehindMark(line: string, offset: number, anatomy: Anatomy): boolean {
  const mark = /(?<=^|\s)\S{1,5}\s*$/u.exec(line.slice(Math.max(0, offset - 8), offset));
  return mark !== null && anatomy.isAuthority(mark[0] + line.slice(offset, offset + 40));
}

/** Where "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" begins behind a title in capitals; 0 where no one who decides is named behind one. */
function authorityWithin(run: string, anatomy: Anatomy): number {
  const folded = fold(run);
  if (anatomy.isEnacting(folded) || anatomy.isAuthority(run)) return 0;
  const starts = [...folded.matchAll(/\s(?=\p{L})/gu)].map(({ index }) => index + 1).filter((at) => anatomy.isEnacting(folded.slice(at)));
  let start = starts.at(-1);
  if (start === undefined) return 0;
  // "CHỦ TỊCH" right before "ỦY BAN".
  for (const other of starts.reverse()) if (folded.slice(other, start).trim().split(' ').length <= 2) start = other;
  return start;
}

const SENTENCE_ENDS = /(?:[.;:]|\.\/\.)['”")\]]?\s+(?:[“"(]?(?=\S))|\)\s+(?=\p{Lu})|\s(?=[([]|\p{Lu}[\p{Ll} ]{6,14}:)/gu;

/** Behind the end of a sentence: where a label, a legal basis, the addressees, the recipients or a signature open a line. */
function sentenceStarts(line: string, anatomy: Anatomy, labels: LabelGrammar): number[] {
  const found: number[] = [];
  for (const match of line.matchAll(SENTENCE_ENDS)) {
    const at = match.index + match[0].length;
    const ahead = line.slice(at, at + LOOK_AHEAD);
    const folded = fold(ahead);
    const opens =
      labels.read(ahead).length > 0 ||
      (/^\p{Lu}/u.test(ahead) && anatomy.isBasis(folded)) ||
      anatomy.recipients(folded) > 0 ||
      anatomy.addressee(folded) > 0 ||
      anatomy.isAuthority(ahead.slice(0, LONGEST_MARK)) ||
      anatomy.isSigned(folded);
    if (opens) found.push(at);
    // "(đã ký) Phan Văn An": the name is on a line of its own.
    const signed = anatomy.isSigned(folded) ? /^[[(][^)\]]{1,30}[)\]]\s*/.exec(ahead) : null;
    if (signed) found.push(at + signed[0].length);
  }
  for (const { index } of line.matchAll(WORD_STARTS)) if (labels.read(line.slice(index, index + LOOK_AHEAD)).some(({ kind }) => SURE_LABELS.has(kind))) found.push(index);
  return found;
}

/** Labels that are none of a sentence, wherever they stand: "… nhiệm vụ Điều 3. Tổ chức thực hiện". */
const SURE_LABELS: ReadonlySet<DivisionKind> = new Set(['part', 'chapter', 'section', 'subsection', 'article', 'roman', 'task']);
