import { anatomyGrammar } from '../grammar/anatomy.ts';
import { numberGrammar } from '../grammar/numbers.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Line, NormalizedText, Part, Repair } from '../model/text.ts';
import { fold } from '../text/fold.ts';
import type { SourceMapData } from '../text/source-map.ts';
import { sliceLayout } from '../text/text-layout.ts';
import { isHeading, letterheadStart, readLetterhead } from './letterheads.ts';
import { type PrefaceKnowledge, prefaceEnd } from './preface.ts';

const VIETNAMESE_MARK = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;

/**
 * Cuts a file's text into its documents (domain reference 3.2).
 *
 * A new document begins at a letterhead (national or Party heading, with a number or a date below it) when the document before
 * it has ended: recipients, a signature or the end mark stand above. A letterhead in the middle of an unfinished document is
 * its own, displaced; one inside quotation marks, a block quotation or a form is quoted. Annexes stay with their document.
 * What a law portal prints above the first letterhead belongs to no document.
 *
 * Afterwards: parts are ordered, do not overlap and cover the text; what belongs to no document is `noise` with its reason.
 */
export function split(normalized: NormalizedText, knowledge: PrefaceKnowledge & Pick<Knowledge, 'repairs'>): Part[] {
  const { lines, text } = normalized;
  const preface = prefaceEnd(normalized, knowledge);
  const starts = documentStarts(normalized, knowledge).filter((start) => start > preface);
  const parts: { from: number; to: number; kind: Part['kind']; reason: string | null }[] = [];
  if (lines.length > 0) starts.unshift(preface);
  if (preface > 0) parts.push({ from: 0, to: preface, kind: 'noise', reason: 'preface' });
  starts.forEach((from, index) => {
    const to = starts[index + 1] ?? lines.length;
    const tail = inventedTail(normalized, from, to, knowledge);
    if (tail > from) parts.push({ from, to: tail, kind: 'document', reason: null });
    if (tail < to) parts.push({ from: tail, to, kind: 'noise', reason: tail === from ? 'no-vietnamese' : 'invented-tail' });
  });
  return parts.map(({ from, to, kind, reason }) => {
    const start = (lines[from] as Line).start;
    const end = to < lines.length ? (lines[to] as Line).start : text.length;
    return { kind, reason, content: slice(normalized, from, to, start, end) };
  });
}

function documentStarts({ text, lines }: NormalizedText, knowledge: Pick<Knowledge, 'anatomy' | 'documentTypes' | 'citations'>): number[] {
  if (lines.length === 0) return [];
  const anatomy = anatomyGrammar(knowledge);
  const numbers = numberGrammar(knowledge);
  const starts = [0];
  const content = (index: number) => text.slice((lines[index] as Line).start, (lines[index] as Line).end);
  let ended = false;
  let inForm = false;
  let quoteOpen = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.row) continue;
    const words = content(i);
    const folded = fold(words.slice(0, 120));
    if (i > 0 && isHeading(words, folded, anatomy) && ended && !line.quoted && quoteOpen <= 0) {
      const begin = letterheadStart(i, starts.at(-1) as number, content, anatomy);
      const header = readLetterhead(i, lines.length, content, anatomy, numbers);
      if (header.anchors >= 1 && !(inForm && header.blank) && begin > (starts.at(-1) as number)) {
        starts.push(begin);
        ended = false;
        inForm = false;
        quoteOpen = 0;
        continue;
      }
    }
    if (anatomy.isForm(folded)) inForm = true;
    if (words.length < 400 || /[“”]/.test(words)) quoteOpen += (words.match(/“/g)?.length ?? 0) - (words.match(/”/g)?.length ?? 0);
    if (quoteOpen < 0) quoteOpen = 0;
    if (words.endsWith(knowledge.anatomy.end_mark) || anatomy.recipients(folded) >= 0 || anatomy.isAuthority(words) || (anatomy.isCapacity(words) && i > 12)) ended = true;
  }
  return starts;
}

/**
 * English that a recognition model wrote for what it could not read, after the end of a document:
 * "Handwritten text at the top of the page, appearing to be a header or title." The line from which on there is nothing else.
 */
function inventedTail({ text, lines }: NormalizedText, from: number, to: number, knowledge: Pick<Knowledge, 'repairs'>): number {
  const english = new Set(knowledge.repairs.english_words);
  const pictured = new Set(knowledge.repairs.picture_words);
  let tail = to;
  let paragraphs = 0;
  // One line is less sure: it has to speak of a page, and mostly in such words.
  let sure = false;
  for (let i = to - 1; i >= from; i--) {
    const line = lines[i] as Line;
    const words = text.slice(line.start, line.end);
    if (line.row || VIETNAMESE_MARK.test(words)) break;
    const tokens = words.toLowerCase().match(/[a-z]+/g) ?? [];
    const known = tokens.filter((token) => english.has(token)).length;
    if (tokens.length >= 4 && known >= 2 && known * 4 >= tokens.length) {
      paragraphs++;
      tail = i;
      sure ||= i > from && known * 2 >= tokens.length && tokens.some((token) => pictured.has(token));
    } else if (tokens.length > 2) break;
  }
  return paragraphs >= 2 || sure ? tail : to;
}

/** The lines `[from, to)` as a text of their own, with offsets counted from its start. */
function slice(normalized: NormalizedText, from: number, to: number, start: number, end: number): NormalizedText {
  const text = normalized.text.slice(start, end).replace(/\n$/, '');
  const stop = start + text.length;
  const lines = normalized.lines.slice(from, to).map((line) => ({ ...line, start: line.start - start, end: line.end - start }));
  const repairs: NormalizedText['repairs'] = [];
  for (let i = lowerBound(normalized.repairs.length, (at) => (normalized.repairs[at] as Repair).start >= start); i < normalized.repairs.length; i++) {
    const repair = normalized.repairs[i] as Repair;
    if (repair.start >= end && end < normalized.text.length) break;
    repairs.push({ ...repair, start: repair.start - start, end: Math.min(repair.end, stop) - start });
  }
  return { text, lines, repairs, map: sliceMap(normalized.map, start, stop), source: normalized.source, layout: sliceLayout(normalized.layout, start, stop) };
}

function sliceMap(map: SourceMapData, start: number, end: number): SourceMapData {
  if (start === 0 && end === map.length) return map;
  const out: SourceMapData = { text: [], from: [], to: [], exact: [], length: end - start };
  const first = Math.max(0, lowerBound(map.text.length, (at) => (map.text[at] as number) > start) - 1);
  for (let i = first; i < map.text.length; i++) {
    const pieceStart = map.text[i] as number;
    const pieceEnd = map.text[i + 1] ?? map.length;
    if (pieceStart >= end) break;
    const head = Math.max(0, start - pieceStart);
    const tail = Math.max(0, pieceEnd - end);
    const exact = map.exact[i] as number;
    out.text.push(pieceStart + head - start);
    out.from.push((map.from[i] as number) + (exact ? head : 0));
    out.to.push((map.to[i] as number) - (exact ? tail : 0));
    out.exact.push(exact);
  }
  return out;
}

/** The first index from which on `holds` is true, for a predicate that is false, then true. */
function lowerBound(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
