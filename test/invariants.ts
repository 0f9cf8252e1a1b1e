import { expect } from 'vitest';
import type { ExtractedDocument } from '../src/model/document.ts';
import type { NormalizedText, Part } from '../src/model/text.ts';
import type { Root, TreeNode } from '../src/model/tree.ts';
import { normalize } from '../src/normalize/normalize.ts';
import { FileProblem } from '../src/read/file-problem.ts';
import type { Reading } from '../src/read/read.ts';
import { readTextSource } from '../src/read/text-source.ts';
import { processReading } from '../src/run/stages.ts';
import { segment } from '../src/segment/segment.ts';
import { split } from '../src/split/split.ts';
import { knowledge } from './default-knowledge.ts';
import { leavesOf } from './stages.ts';

/** The pages of a source; null where `read` refuses the file, the one thing a stage may throw. */
export function readOrRefuse(bytes: Uint8Array): Reading | null {
  try {
    return readTextSource(bytes, knowledge);
  } catch (error) {
    if (error instanceof FileProblem) return null;
    throw error;
  }
}

/** Holds what every stage promises (design, section 1) against one source. */
export function expectInvariants(bytes: Uint8Array): void {
  const reading = readOrRefuse(bytes);
  if (reading === null) return;
  const source = reading.pages.map((page) => page.text).join('\n');
  const normalized = normalize(reading.pages, knowledge);
  expectNormalized(normalized, source);
  const parts = split(normalized, knowledge);
  expectParts(parts, normalized);
  for (const part of parts) {
    expectMap(part.content, source);
    const tree = segment(part.content, knowledge);
    expectTree(tree, part.content);
  }
  const processed = processReading(reading, knowledge);
  const lastLine = Math.max(...normalized.lines.map((line) => line.to), 1);
  for (const document of processed.documents) expectDocument(document, lastLine);
  expect(processed.documents.length + processed.noise.length).toBe(parts.length);
}

/** What is made of a source is the same a second time, and from the JSON of its pages. */
export function expectSameAgain(bytes: Uint8Array): void {
  const reading = readOrRefuse(bytes);
  if (reading === null) return;
  const once = JSON.stringify(processReading(reading, knowledge));
  expect(JSON.stringify(processReading(JSON.parse(JSON.stringify(reading)), knowledge))).toBe(once);
}

function expectNormalized(normalized: NormalizedText, source: string): void {
  const { text, lines, repairs } = normalized;
  expect(text).toBe(text.normalize('NFC'));
  if (text !== '') for (const line of text.split('\n')) if (line.trim() === '') throw new Error(`empty line in ${JSON.stringify(text)}`);
  expect(lines.map((line) => text.slice(line.start, line.end)).join('\n')).toBe(text);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as (typeof lines)[number];
    if (line.to < line.from || line.from < (lines[i - 1]?.from ?? 0)) throw new Error(`line ${i + 1} is said to come from lines ${line.from} to ${line.to}`);
    const words = text.slice(line.start, line.end);
    if (!line.row && /^[ \t]|[ \t]{2}|[ \t]$/.test(words)) throw new Error(`blanks too many in ${JSON.stringify(words)}`);
  }
  expectInside(repairs, text);
  expectMap(normalized, source);
}

/** Pieces cover the text in order; a verbatim one is the source's own words; every one lies in the source. */
function expectMap({ text, map }: NormalizedText, source: string): void {
  expect(map.length).toBe(text.length);
  let last = -1;
  for (let i = 0; i < map.text.length; i++) {
    const start = map.text[i] as number;
    const from = map.from[i] as number;
    const to = map.to[i] as number;
    if (start <= last || from > to || from < 0 || to > source.length) throw new Error(`piece ${i}: text ${start}, source ${from} to ${to} of ${source.length}`);
    last = start;
    if (map.exact[i] === 1 && source.slice(from, to) !== text.slice(start, map.text[i + 1] ?? map.length))
      throw new Error(`${JSON.stringify(text.slice(start, map.text[i + 1] ?? map.length))} is said to be ${JSON.stringify(source.slice(from, to))}`);
  }
  if (text.length > 0) expect(map.text[0]).toBe(0);
}

/** Parts in order, without overlap, and together the whole text. */
function expectParts(parts: readonly Part[], normalized: NormalizedText): void {
  expect(parts.map((part) => part.content.text).join('\n')).toBe(normalized.text);
  expect(parts.reduce((sum, part) => sum + part.content.lines.length, 0)).toBe(normalized.lines.length);
  for (const { content, kind, reason } of parts) {
    expect(content.lines.map((line) => content.text.slice(line.start, line.end)).join('\n')).toBe(content.text);
    expect(reason === null).toBe(kind === 'document');
    expectInside(content.repairs, content.text);
  }
}

/** Spans lie in their text. Plain comparisons: `expect` takes longer than what it compares, and there are many of them. */
function expectInside(spans: readonly { start: number; end: number }[], text: string): void {
  for (const { start, end } of spans) if (start < 0 || end < start || end > text.length) throw new Error(`span ${start} to ${end} of ${text.length}`);
}

/** Every line in exactly one leaf; addresses unique; each node around its children. */
function expectTree(tree: Root, { lines }: NormalizedText): void {
  expect(leavesOf(tree).map((leaf) => [leaf.position.start.offset, leaf.position.end.offset])).toEqual(lines.map((line) => [line.start, line.end]));
  const ids: string[] = [];
  const visit = (node: TreeNode, parent: TreeNode | Root) => {
    if ('eId' in node && node.eId !== undefined) ids.push(node.eId);
    const { start, end } = node.position;
    if (start.offset < parent.position.start.offset || end.offset > parent.position.end.offset)
      throw new Error(`${node.type} at ${start.offset} to ${end.offset} is not inside its ${parent.type}`);
    if ('children' in node) for (const child of (node.children ?? []) as TreeNode[]) visit(child, node);
  };
  for (const child of tree.children) visit(child, tree);
  expect(new Set(ids).size).toBe(ids.length);
}

/** Every piece of evidence is a slice of the text with source lines that exist; every id is there once. */
function expectDocument(document: ExtractedDocument, lastLine: number): void {
  const visit = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    if ('quote' in value && 'start' in value && 'end' in value && 'lines' in value) {
      const { start, end, quote, lines } = value as { start: number; end: number; quote: string; lines: [number, number] };
      if (document.text.slice(start, end) !== quote || start > end || end > document.text.length)
        throw new Error(`${path}: ${JSON.stringify(quote)} is not ${JSON.stringify(document.text.slice(start, end))}`);
      if (lines[0] < 1 || lines[1] < lines[0] || lines[1] > lastLine) throw new Error(`${path}: lines ${lines.join(' to ')} of ${lastLine}`);
      if (quote === '') throw new Error(`${path}: evidence without words`);
    }
    for (const [key, child] of Object.entries(value)) if (key !== 'tree') visit(child, `${path}.${key}`);
  };
  visit(document, 'document');
  const ids = document.citations.map((citation) => citation.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { title, raw, evidence } of document.citations) {
    expect(raw).toBe(evidence.quote);
    if (title === '') throw new Error(`the title of ${JSON.stringify(raw)} is an empty string, not null`);
    if (raw.includes('\n')) throw new Error(`${JSON.stringify(raw)} is no mention: it runs over the end of a line`);
  }
  for (const { raw } of document.dates) if (raw.includes('\n')) throw new Error(`the date ${JSON.stringify(raw)} runs over the end of a line`);
  for (const { start, end } of document.repairs) if (end < start) throw new Error(`repair ${start} to ${end}`);
  for (let i = 1; i < document.lineBreaks.length; i++) {
    const [before, at] = [document.lineBreaks[i - 1]?.[0] ?? 0, document.lineBreaks[i]?.[0] ?? 0];
    if (at <= before) throw new Error(`a line break at ${at} after one at ${before}`);
  }
}
