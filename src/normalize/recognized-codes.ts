import { numberGrammar } from '../grammar/numbers.ts';
import { pageMarks } from '../grammar/page-marks.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { bare } from '../text/bare.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-code';
/** Signs that recognition takes for one another in numbers and codes; each stands for its group. */
const ALIKE = ['0OQD°', '1IL|!¡/⁄\\', '2Z', '5S$%', '6G', '8B&'];
const GROUP = new Map(ALIKE.flatMap((signs) => [...signs].map((sign) => [sign, signs.charAt(0)] as const)));
/** Letters read for the digits of a legislature: `QHI5`, `QHlS`. */
const DIGIT_READ_AS: Readonly<Record<string, string>> = { I: '1', l: '1', S: '5', O: '0', o: '0', Z: '2', B: '8' };
const LEGISLATURE = /(?<=\d\/\d{4}\/)(\p{Lu}{2,6}?)([\dIlSOoZB]{1,2})(?![\p{L}\d])/gu;
const LATEST_LEGISLATURE = 30;
const PRINTED = /[^\s,;()“”"]{1,40}/g;
const HAS_DIGIT = /\d/;
/** A code has as many signs at least. */
const SHORTEST = 6;
/** "10 m”", "6,5 mˆ/người", a cell "m°": the raised 2 of a square as recognition gives it. */
const SQUARE = /(?<=(?:\d ?|^|\t)(?:k|d|c)?m)[”"ˆ®°*’'](?=[\s/.,;)]|$)/gmu;

export type CodeKnowledge = Pick<Knowledge, 'documentTypes' | 'citations' | 'anatomy' | 'laws'>;

/**
 * Corrects numbers of documents and units that recognition spoiled, each against its own grammar only: `8 7⁄202%⁄QHI5` where the same
 * text has `87/2025/QH15` soundly and nothing else that looks like it, `QHI5` where only a legislature can stand, `10 m”` for square
 * metres. The document's own number is not corrected: what it is cited as may be another. A number without such proof stays as it is.
 */
export function recognizedCodeEdits(text: string, recognized: readonly boolean[], knowledge: CodeKnowledge): RuledEdit[] {
  if (!recognized.includes(true)) return [];
  const numbers = numberGrammar(knowledge);
  const { numberLabel } = pageMarks(knowledge);
  const legislatures = new Set(knowledge.citations.legislature_bodies);
  const found = numbers.find(text).filter(({ blank }) => !blank);
  const sound = found.filter(({ number }) => number.legislature !== null || number.typeCode !== null);
  const codes = new Map<string, string | null>();
  for (const code of [...knowledge.laws.map(({ number }) => number), ...sound.map(({ number }) => number.value ?? '')]) {
    const shape = shapeOf(code);
    const known = codes.get(shape);
    codes.set(shape, known === undefined || known === code ? code : null);
  }
  const soundAt = new Set(sound.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  const edits: RuledEdit[] = [];
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (recognized[index] && numberLabel(line.trimStart()) === 0) {
      const base = start;
      const free = (from: number, to: number) => !soundAt.has(base + from) && !soundAt.has(base + to - 1) && (edits.at(-1)?.end ?? 0) <= base + from;
      const add = (from: number, to: number, replacement: string) => edits.push({ start: base + from, end: base + to, replacement, rule: RULE });
      for (const [from, to] of printedRuns(line)) {
        const code = free(from, to) ? codes.get(shapeOf(line.slice(from, to))) : null;
        if (code && code !== line.slice(from, to)) add(from, to, code);
      }
      for (const match of line.matchAll(LEGISLATURE)) {
        const [, body = '', read = ''] = match;
        if (!legislatures.has(body)) continue;
        const digits = [...read].map((sign) => DIGIT_READ_AS[sign] ?? sign).join('');
        const from = match.index + match[0].length - read.length;
        if (digits !== read && Number(digits) > 0 && Number(digits) <= LATEST_LEGISLATURE && free(from, from + read.length)) add(from, from + read.length, digits);
      }
      for (const match of line.matchAll(SQUARE)) if (!closesQuotation(line, match.index)) add(match.index, match.index + 1, '²');
    }
    start += line.length + 1;
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** What is left of a code when signs that look alike are one. */
function shapeOf(code: string): string {
  return Array.from(bare(code).toUpperCase().replace(/\s/g, ''), (sign) => GROUP.get(sign) ?? sign).join('');
}

/** Signs printed together that may be a code, and two such runs with a blank between them. A full stop behind them is none of theirs. */
function* printedRuns(line: string): Generator<[from: number, to: number]> {
  let previous = -1;
  let previousEnd = -1;
  for (const match of line.matchAll(PRINTED)) {
    const end = match.index + match[0].replace(/[.:]$/, '').length;
    for (const from of previousEnd === match.index - 1 ? [previous, match.index] : [match.index]) {
      if (end - from >= SHORTEST && HAS_DIGIT.test(line.slice(from, end))) yield [from, end];
    }
    previous = match.index;
    previousEnd = match.index + match[0].length;
  }
}

/** True where a mark of quotation closes what was opened before it in the line. */
function closesQuotation(line: string, at: number): boolean {
  const before = line.slice(0, at);
  const count = (sign: string) => before.split(sign).length - 1;
  switch (line[at]) {
    case '”':
      return count('“') > count('”');
    case '"':
      return count('"') % 2 === 1;
    case '’':
      return count('‘') > count('’');
    default:
      return false;
  }
}
