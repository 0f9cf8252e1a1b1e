import { type Anatomy, anatomyGrammar } from '../grammar/anatomy.ts';
import { labelGrammar } from '../grammar/labels.ts';
import { numberGrammar } from '../grammar/numbers.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Line, NormalizedText } from '../model/text.ts';
import { isEnacting, isTypeLine } from '../segment/zones.ts';
import { fold } from '../text/fold.ts';
import { isHeading, letterheadStart, readLetterhead } from './letterheads.ts';

/** A portal's own lines above a document are no more than these. */
const LONGEST_PREFACE = 80;
/** So many lines below number and date a document's own text has begun. */
const FRONT_LINES = 4;
/** A line of a letterhead is no longer. */
const LONGEST_LINE = 90;
/** A title whose type name was lost has at least so many characters. */
const LEAST_TITLE = 30;
/** A sentence of the page around a document has at least so many. */
const LEAST_SENTENCE = 60;

export type PrefaceKnowledge = Pick<Knowledge, 'anatomy' | 'documentTypes' | 'citations' | 'headings'>;

/**
 * The line with which the first document begins, where a law portal printed lines of its own above it: menus, "Số hiệu: …  Loại văn
 * bản: …", a list of related documents. 0 where the file begins with the document.
 *
 * They are a portal's where they have no part of a directive (type name in capitals, number, legal basis, heading), and the
 * letterhead is followed by the front of its document (type, title, legal basis or addressee). Page 1 of a document whose
 * letterhead was written out late has such parts, and what follows that letterhead is page 2.
 *
 * A newspaper prints the resolution of a congress without a letterhead: there its own sentences end at "NGHỊ QUYẾT" above a title in
 * capitals.
 */
export function prefaceEnd({ text, lines }: NormalizedText, knowledge: PrefaceKnowledge): number {
  const anatomy = anatomyGrammar(knowledge);
  const types = typeGrammar(knowledge);
  const labels = labelGrammar(knowledge);
  const stamps = new Set([...knowledge.anatomy.urgency, ...knowledge.anatomy.confidentiality].map(fold));
  const portalLabels = new Set(knowledge.anatomy.portal_labels.map(fold));
  const content = (index: number) => text.slice((lines[index] as Line).start, (lines[index] as Line).end);
  let sentences = 0;
  for (let i = 0; i < Math.min(lines.length, LONGEST_PREFACE); i++) {
    const { row, quoted } = lines[i] as Line;
    const words = content(i);
    const folded = fold(words.slice(0, 120));
    if (isHeading(words, folded, anatomy)) {
      // "THỦ TƯỚNG CHÍNH PHỦ": no signature stands above the first letterhead.
      const begin = aboveCapitals(letterheadStart(i, -1, content, anatomy));
      const { anchors, last } = readLetterhead(i, lines.length, content, anatomy, numberGrammar(knowledge));
      return begin > 0 && anchors > 0 && beginsFront(last + 1) ? begin : 0;
    }
    if (sentences > 0 && isBareType(i)) return aboveCapitals(i);
    if (words.length >= LEAST_SENTENCE && !anatomy.isCapitals(words)) sentences++;
    const directive =
      isTypeLine(words, anatomy, types) ||
      anatomy.isPlainBasis(folded) ||
      anatomy.addressee(folded) >= 0 ||
      stamps.has(folded.replace(/[^\p{L} ]/gu, '').trim()) ||
      labels.read(words).some(({ kind }) => kind !== 'dash' && kind !== 'plus' && kind !== 'upper');
    const lone = i > 0 && isAnchor(folded, words, anatomy) && !isHeadingSoon(i);
    // "| Số hiệu | 62/NQ-HĐND |": a portal's own table.
    const data = row && portalLabels.has(fold(words.split(/[\t:]/, 1)[0] ?? '').trim());
    if ((row && !data) || quoted || (directive && !data) || lone) return 0;
  }
  return 0;

  /** Where the lines in capitals begin that stand above a line. */
  function aboveCapitals(line: number): number {
    let begin = line;
    while (begin > 0 && anatomy.isCapitals(content(begin - 1)) && content(begin - 1).length < LONGEST_LINE) begin--;
    return begin;
  }

  /** "NGHỊ QUYẾT" alone above "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH BẮC GIANG LẦN THỨ XIX". */
  function isBareType(index: number): boolean {
    const words = content(index);
    if (!anatomy.isCapitals(words) || types.startsWith(fold(words))?.length !== words.length || index + 1 >= lines.length) return false;
    const title = content(index + 1);
    return anatomy.isCapitals(title) && title.length >= LEAST_TITLE && !title.endsWith(':') && !isEnacting(title, anatomy);
  }

  /** A number above the heading may be a letterhead's whose columns were read one after the other. */
  function isHeadingSoon(from: number): boolean {
    for (let i = from + 1; i < Math.min(lines.length, from + 6); i++) {
      const words = content(i);
      if (isHeading(words, fold(words.slice(0, 120)), anatomy)) return true;
    }
    return false;
  }

  function beginsFront(from: number): boolean {
    for (let i = from; i < Math.min(lines.length, from + FRONT_LINES); i++) {
      const words = content(i);
      const folded = fold(words.slice(0, 120));
      if (isTypeLine(words, anatomy, types) || anatomy.isBasis(folded) || anatomy.addressee(folded) >= 0 || (anatomy.isCapitals(words) && words.length >= LEAST_TITLE)) return true;
    }
    return false;
  }
}

function isAnchor(folded: string, words: string, anatomy: Anatomy): boolean {
  return words.length < LONGEST_LINE && (anatomy.numberLabel(folded) >= 0 || anatomy.placeDate(folded) !== null);
}
