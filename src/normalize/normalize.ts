import { anatomyGrammar } from '../grammar/anatomy.ts';
import { knownPairs } from '../grammar/known-pairs.ts';
import { labelGrammar } from '../grammar/labels.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Mark, Page } from '../model/source.ts';
import type { Line, NormalizedText, Repair } from '../model/text.ts';
import { fold } from '../text/fold.ts';
import { applyEdits, identityMap, type MappedText, MappedTextBuilder, toSource } from '../text/source-map.ts';
import { mapLayout } from '../text/text-layout.ts';
import { markBlockQuotes } from './block-quotes.ts';
import { borderEdits, ruleEdits } from './borders.ts';
import { characterEdits, composeEdits, type RuledEdit } from './characters.ts';
import { fragmentEdits } from './fragments.ts';
import { dropFurniture } from './furniture.ts';
import { type JoinContext, type Joint, joint, joinWords, type OpenLine } from './join.ts';
import { lostBlankEdits } from './lost-blanks.ts';
import { lostLineEdits } from './lost-lines.ts';
import { measureLayout, type PhysicalLine, physicalLines } from './physical-lines.ts';
import { joinPages, type RawLines } from './raw-text.ts';
import { RECOGNITION_STEPS, type RecognitionKnowledge } from './recognition.ts';
import { unmappedLetterEdits } from './unmapped-letters.ts';

/** How far back joining looks in a line that has been joined before. */
const REMEMBERED = 200;
/** A tick and the mark of the end before it stand in the last characters of a line. */
const TICK_REACH = 40;
const BLANKS = /[ \t]{2,}|\t/g;
const BLANKS_IN_CELL = / {2,}| ?\v[ \v]*/g;

/** A repair whose place is still an offset in the source text; it gets its place in the normalized text at the end. */
interface SourceRepair {
  rule: string;
  before: string;
  after: string;
  from: number;
  to: number;
}

export type NormalizeKnowledge = Pick<Knowledge, 'headings'> & RecognitionKnowledge;

/**
 * Turns pages into normalized text (domain reference 8.2).
 *
 * Afterwards: 1. the text is NFC; 2. there is one `\n` between logical lines and none at the end; cells of a table row are
 * separated by `\t`; 3. every character maps back to the source or is marked as generated; 4. every repair is recorded with
 * before and after.
 */
export function normalize(pages: readonly Page[], knowledge: NormalizeKnowledge): NormalizedText {
  const raw = joinPages(pages);
  const found: SourceRepair[] = raw.repairs.map(({ start, end, ...repair }) => ({ ...repair, from: start, to: end }));
  let mapped: MappedText = { text: raw.text, map: identityMap(raw.text.length) };
  const apply = (edits: readonly RuledEdit[]) => {
    for (const edit of edits) {
      if (edit.rule === null) continue;
      const [from, to] = toSource(mapped.map, edit.start, edit.end);
      found.push({ rule: edit.rule, before: mapped.text.slice(edit.start, edit.end), after: edit.replacement, from, to });
    }
    mapped = applyEdits(mapped, edits);
  };
  apply(markEdits(raw.marks));
  apply(ruleEdits(mapped.text));
  apply(borderEdits(mapped.text, raw.lines.row));
  apply(composeEdits(mapped.text));
  apply(unmappedLetterEdits(mapped.text, () => knownPairs(knowledge)));
  apply(characterEdits(mapped.text, knowledge.repairs));
  if (raw.lines.recognized.includes(true)) for (const step of RECOGNITION_STEPS) apply(step(mapped.text, raw.lines.recognized, knowledge));
  apply(fragmentEdits(mapped.text, knowledge.repairs));
  apply(lostBlankEdits(mapped.text, raw.lines.recognized, () => knownPairs(knowledge)));
  // Fragments may leave what composes with its neighbour.
  apply(composeEdits(mapped.text));
  apply(lostLineEdits(mapped.text, raw.lines.row, knowledge));

  const anatomy = anatomyGrammar(knowledge);
  const physical = markBlockQuotes(physicalLines(mapped.text, raw.lines, anatomy));
  const layout = measureLayout(physical);
  const context: JoinContext = {
    anatomy,
    labels: labelGrammar(knowledge),
    layout,
    ...joinWords(knowledge),
  };
  const drop = (line: PhysicalLine, rule: string) => {
    const [from, to] = toSource(mapped.map, line.start, line.end);
    found.push({ rule, before: line.text, after: '', from, to });
  };
  const { kept, ruled } = dropFurniture(physical, layout.gap, knowledge.repairs, context.lengthUnits, drop);

  const builder = new MappedTextBuilder(mapped);
  const foldedText = fold(mapped.text);
  const lines: Line[] = [];
  const ticks = new RegExp(knowledge.repairs.ticks.pattern, 'u');
  let open: OpenLine | null = null;
  let previousEnd = 0;
  for (const line of kept) {
    const folded = foldedText.slice(line.start, line.end);
    const link: Joint | null = open && !ruled.has(line) ? joint(open, line, folded, context) : null;
    const last = lines.at(-1);
    const tail = Math.max(0, line.text.length - TICK_REACH);
    const tick = line.row ? null : ticks.exec(line.text.slice(tail));
    const end = tick ? line.start + tail + tick.index : line.end;
    if (tick) {
      const [from, to] = toSource(mapped.map, end, line.end);
      found.push({ rule: 'tick', before: tick[0], after: '', from, to });
      if (line.text.slice(0, tail + tick.index).trim() === '') continue;
    }
    if (link && open && last) {
      const superscript = link.rule === 'join-superscript';
      const [from, to] = [toSource(mapped.map, previousEnd - 1, previousEnd)[1], toSource(mapped.map, line.start, line.start + 1)[1]];
      const before = mapped.text.slice(previousEnd, superscript ? line.end : line.start);
      builder.replace(previousEnd, superscript ? line.end : line.start, link.between);
      found.push({ rule: link.rule, before, after: link.between, from, to: superscript ? toSource(mapped.map, line.start, line.end)[1] : to });
      if (!superscript) copyLine(builder, mapped.text, line.start, end, false);
      open.text = (open.text + link.between + (superscript ? '' : line.text)).slice(-REMEMBERED);
      open.folded = (open.folded + link.between + (superscript ? '' : folded)).slice(-REMEMBERED);
      open.width = superscript ? open.width : line.text.length;
      last.end = builder.length;
      last.to = raw.lines.line[line.raw] as number;
    } else {
      if (last) builder.replace(previousEnd, line.start, '\n');
      const start = builder.length;
      copyLine(builder, mapped.text, line.start, end, line.row);
      const number = raw.lines.line[line.raw] as number;
      const made: Line = {
        start,
        end: builder.length,
        from: number,
        to: number,
        gap: line.gap,
        page: line.page,
        strong: line.strong,
        row: line.row,
        quoted: line.quoted,
        ruled: ruled.has(line),
      };
      if (line.depth !== undefined) made.depth = line.depth;
      lines.push(made);
      open = { text: line.text, folded, width: line.text.length, strong: line.strong, row: line.row, quoted: line.quoted };
    }
    previousEnd = line.end;
  }
  const { text, map } = builder.finish();
  return { text, map, lines, repairs: placeRepairs(found, map, raw.lines), source: { start: raw.lines.start, line: raw.lines.line }, layout: mapLayout(raw.words, map) };
}

/** Leaves out markup; a separator of cells becomes a tab. */
function markEdits(marks: readonly Mark[]): RuledEdit[] {
  const edits: RuledEdit[] = [];
  for (const { kind, start, end } of marks) {
    if (kind !== 'syntax' && kind !== 'cell') continue;
    const from = Math.max(start, edits.at(-1)?.end ?? 0);
    if (end > from) edits.push({ start: from, end, replacement: kind === 'cell' ? '\t' : '', rule: null });
  }
  return edits;
}

/** Copies a line with every run of blanks folded to one (in a row: tabs stay, blanks beside them go). */
function copyLine(builder: MappedTextBuilder, text: string, start: number, end: number, row: boolean): void {
  const line = text.slice(start, end).trimEnd();
  const stop = row ? end : start + line.length;
  let at = start;
  const source = row ? text.slice(start, end) : line;
  if (row) {
    for (let tab = source.indexOf('\t'); tab !== -1; tab = source.indexOf('\t', tab + 1)) {
      let end = start + tab;
      while (end > at && isCellBlank(text[end - 1])) end--;
      copyFolded(builder, text, at, end, BLANKS_IN_CELL);
      builder.copy(start + tab, start + tab + 1);
      at = start + tab + 1;
      while (at < stop && isCellBlank(text[at])) at++;
    }
    copyFolded(builder, text, at, stop, BLANKS_IN_CELL);
  } else copyFolded(builder, text, at, stop, BLANKS);
}

function isCellBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\v';
}

function copyFolded(builder: MappedTextBuilder, text: string, start: number, end: number, blanks: RegExp): void {
  let at = start;
  for (const match of text.slice(start, end).matchAll(blanks)) {
    builder.copy(at, start + match.index);
    builder.replace(start + match.index, start + match.index + match[0].length, ' ');
    at = start + match.index + match[0].length;
  }
  builder.copy(at, end);
}

/** Finds the place of each repair in the normalized text by walking the source map once. */
function placeRepairs(found: SourceRepair[], map: NormalizedText['map'], raw: RawLines): Repair[] {
  const pieces = map.from.map((from, i) => ({ from, to: map.to[i] as number, text: map.text[i] as number, end: map.text[i + 1] ?? map.length, exact: map.exact[i] === 1 }));
  pieces.sort((a, b) => a.from - b.from || a.text - b.text);
  found.sort((a, b) => a.from - b.from || a.to - b.to);
  const repairs: Repair[] = [];
  let piece = 0;
  let line = 0;
  for (const { rule, before, after, from, to } of found) {
    while (piece + 1 < pieces.length && (pieces[piece] as (typeof pieces)[number]).to <= from && (pieces[piece + 1] as (typeof pieces)[number]).from <= from) piece++;
    const at = pieces[piece];
    const start = at === undefined ? 0 : at.exact ? Math.min(at.end, at.text + Math.max(0, from - at.from)) : at.text;
    while (line + 1 < raw.start.length && (raw.start[line + 1] as number) <= from) line++;
    let last = line;
    while (last + 1 < raw.start.length && (raw.start[last + 1] as number) < to) last++;
    repairs.push({ rule, before, after, start, end: Math.min(map.length, start + after.length), lines: [raw.line[line] as number, raw.line[last] as number] });
  }
  return repairs.sort((a, b) => a.start - b.start);
}
