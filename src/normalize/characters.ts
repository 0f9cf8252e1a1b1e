import { compiledOnce } from '../grammar/compiled.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Edit } from '../text/source-map.ts';

/** An edit with the repair rule it is recorded under; null for changes of form that lose nothing (NFC, blanks, markup). */
export interface RuledEdit extends Edit {
  rule: string | null;
}

const CLUSTER = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|\P{M}\p{M}{1,8}/gu;

/** Unicode NFC, cluster by cluster; a line that composes across clusters is replaced as a whole. */
export function composeEdits(text: string): RuledEdit[] {
  if (text === text.normalize('NFC')) return [];
  const edits: RuledEdit[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const composed = line.normalize('NFC');
    if (composed !== line) {
      const found: RuledEdit[] = [];
      let rebuilt = '';
      let at = 0;
      for (const match of line.matchAll(CLUSTER)) {
        const replacement = match[0].normalize('NFC');
        if (replacement === match[0]) continue;
        found.push({ start: start + match.index, end: start + match.index + match[0].length, replacement, rule: null });
        rebuilt += line.slice(at, match.index) + replacement;
        at = match.index + match[0].length;
      }
      rebuilt += line.slice(at);
      if (rebuilt === composed) edits.push(...found);
      else edits.push({ start, end: start + line.length, replacement: composed, rule: null });
    }
    start += line.length + 1;
  }
  return edits;
}

/** Control signs that programs leave (around the fields of a form), soft hyphens, zero-width characters and byte order marks are dropped; every kind of blank becomes a blank. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is dropped
const INVISIBLE = /[\u0001-\u0008\u000e-\u001f\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\r\v\u0085]/g;

/** Letters that do not exist in Vietnamese (`chất lƣợng`), capitals that a copy damaged (`XàHỘI`), invisible characters and blanks of other widths. */
export function characterEdits(text: string, repairs: Knowledge['repairs']): RuledEdit[] {
  const edits: RuledEdit[] = [];
  for (const match of text.matchAll(INVISIBLE)) {
    const blank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(match[0]);
    edits.push({ start: match.index, end: match.index + 1, replacement: blank ? ' ' : '', rule: null });
  }
  const done = new Set<string>();
  for (const { from, to, when, rule } of repairs.characters) {
    if (done.has(from) || (when !== undefined && !text.includes(when))) continue;
    done.add(from);
    for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + 1)) edits.push({ start: at, end: at + 1, replacement: to, rule });
  }
  for (const { global, to, rule } of capitalPatterns(repairs))
    for (const { index, 0: found } of text.matchAll(global)) edits.push({ start: index, end: index + found.length, replacement: to, rule });
  return edits.sort((a, b) => a.start - b.start);
}

const capitalPatterns = compiledOnce((repairs: Knowledge['repairs']) => repairs.capitals.map(({ pattern, to, rule }) => ({ global: new RegExp(pattern, 'gu'), to, rule })));
