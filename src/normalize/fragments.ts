import type { Knowledge } from '../knowledge/knowledge.ts';
import type { RuledEdit } from './characters.ts';

const MATH = /\$\$?([^$\n]{1,300})\$\$?/g;
/** `<p>`, `</b>`, `<br/>`, `<sup>2</sup>`: the tags that conversion tools leave in a text. */
const TAG =
  /(?<before>[^\S\n]{0,20})<sup>\s{0,3}(?<up>\d{1,3})\s{0,3}<\/sup>(?<after>[^\S\n]{0,20})|<\/?(?:p|b|i|u|em|strong|br|hr|div|span|sup|sub|td|tr|th|table|tbody|thead|font|center|small|s|strike|a|img)(?:\s[^<>\n]{0,200})?\/?>/gi;
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ENTITY = /&(?:nbsp|amp|lt|gt|quot|#39|apos|ndash|mdash|ge|le);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&ndash;': '–',
  '&mdash;': '—',
  '&ge;': '≥',
  '&le;': '≤',
};

/**
 * Formulas and tags that recognition models and converters put around numbers and units:
 * `$28\text{m}^2/\text{người}$` → `28m²/người`, `10 - $\geq 15m^2$` → `10 - ≥ 15m²`, `m <sup>2</sup> /người` → `m²/người`.
 */
export function fragmentEdits(text: string, repairs: Knowledge['repairs']): RuledEdit[] {
  const edits: RuledEdit[] = [];
  if (text.includes('$') || text.includes('\\')) mathEdits(text, repairs, edits);
  if (text.includes('<')) tagEdits(text, repairs, edits);
  if (text.includes('&')) {
    for (const match of text.matchAll(ENTITY))
      edits.push({ start: match.index, end: match.index + match[0].length, replacement: ENTITIES[match[0]] ?? match[0], rule: 'html-fragment' });
  }
  edits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: RuledEdit[] = [];
  for (const edit of edits) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}

function mathEdits(text: string, repairs: Knowledge['repairs'], edits: RuledEdit[]): void {
  for (const match of text.matchAll(MATH)) {
    const inner = match[1] as string;
    if (!/[\\^_{}]|\d/.test(inner)) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, replacement: plainMath(inner, repairs.latex), rule: 'latex' });
  }
}

function plainMath(formula: string, latex: Readonly<Record<string, string>>): string {
  let plain = formula.replace(/\\(?:text|mathrm|mathbf|textbf|mathit|operatorname)\s?\{([^{}]{0,100})\}/g, '$1');
  for (const [from, to] of Object.entries(latex)) plain = plain.replaceAll(from, to);
  return plain
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/[{}]/g, '')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}

function tagEdits(text: string, repairs: Knowledge['repairs'], edits: RuledEdit[]): void {
  const units = new Set(repairs.length_units);
  for (const match of text.matchAll(TAG)) {
    const { up, before = '', after = '' } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (up === undefined) {
      // A block's tag ends a line (in a table row: a paragraph of the cell); \v marks it until lines are told apart.
      const block = /^<\/?(?:p|br|div|tr|hr|table)\b/i.test(match[0]);
      edits.push({ start, end, replacement: block ? '\v' : '', rule: 'html-fragment' });
      continue;
    }
    const raised = Array.from(up, (digit) => SUPERSCRIPT[Number(digit)]).join('');
    const unit = /(?<![\p{L}])\p{L}{1,2}$/u.exec(text.slice(Math.max(0, start - 3), start))?.[0];
    if (unit && units.has(unit) && (up === '2' || up === '3')) {
      // "m <sup>2</sup> /người": the blanks around an exponent are the converter's.
      const joins = text[end] === '/';
      edits.push({ start, end, replacement: raised + (joins ? '' : after), rule: 'html-fragment' });
    } else edits.push({ start: start + before.length, end: end - after.length, replacement: raised, rule: 'html-fragment' });
  }
}
