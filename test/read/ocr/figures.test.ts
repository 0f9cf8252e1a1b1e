import { describe, expect, it } from 'vitest';
import { pageMarks } from '../../../src/grammar/page-marks.ts';
import type { PageReading } from '../../../src/read/ocr/page-reading.ts';
import type { Area, GrayImage } from '../../../src/read/ocr/pixels/gray.ts';
import type { ReadLine } from '../../../src/read/ocr/readers/reader.ts';
import { stackAreas } from '../../../src/read/ocr/tables/cells.ts';
import { proveFigures, type ReadCells } from '../../../src/read/ocr/tables/prove-figures.ts';
import { knowledge } from '../../default-knowledge.ts';
import { drawGray, text } from './drawing.ts';

const CELL: Area = { left: 10, top: 10, right: 60, bottom: 40 };
const line = (text: string, area: Area = CELL, confidence = 0.9): ReadLine => ({ block: 1, words: [{ text, ...area, confidence }] });
const paper: GrayImage = { width: 100, height: 60, data: new Uint8Array(6000).fill(255) };

/** The same with a figure in the cell. */
const printed = async (figure: string) => drawGray(100, 60, text(figure, 12, 33, 22));

/** A cell read first as `first`, then as the others, one for each reading. */
async function proved(first: string, ...others: string[]) {
  return provedOn(paper, 0.9, first, ...others);
}

async function provedOn(print: GrayImage, confidence: number, first: string, ...others: string[]) {
  const cells: ReadCells = new Map([[CELL, [line(first, CELL, confidence)]]]);
  let reads = 0;
  const reader = {
    name: 'by hand',
    version: '1',
    workers: 1,
    read: async (image: GrayImage) => [line(others[reads++] ?? '', { left: 0, top: image.height / 3, right: 10, bottom: image.height / 2 })],
    close: async () => {},
  };
  const page = { print, colour: null, dpi: 200, rotation: 0 as const, skew: 0, back: [1, 0, 0, 0, 1, 0] as const };
  const reading: PageReading = { page, given: paper, reader, marks: pageMarks(knowledge), signal: new AbortController().signal };
  const doubtful = await proveFigures(cells, reading);
  return { text: cells.get(CELL)?.[0]?.words[0]?.text, doubtful: doubtful.size > 0, reads };
}

describe('figures of a table', () => {
  it('read twice in the same way are what was read', async () => {
    expect(await proved('44,85', '44,85')).toEqual({ text: '44,85', doubtful: false, reads: 1 });
  });
  it('are what two of three readings agree on', async () => {
    expect(await proved('3', '32', '32')).toEqual({ text: '32', doubtful: false, reads: 2 });
    expect(await proved('32', '3', '32')).toEqual({ text: '32', doubtful: false, reads: 2 });
    expect(await proved('khi]', '5,1', '5,1')).toEqual({ text: '5,1', doubtful: false, reads: 2 });
  });
  it('are doubtful where all three differ', async () => {
    expect(await proved('44,85', '44,05', '44,65')).toMatchObject({ doubtful: true });
  });
  it('words and units are read once, or stay as they were read first', async () => {
    expect(await proved('Sở Xây dựng', 'x')).toEqual({ text: 'Sở Xây dựng', doubtful: false, reads: 0 });
    expect(await proved('m°', 'm:', 'm?')).toMatchObject({ text: 'm°', doubtful: false });
  });
});

describe('figures whose picture is clear', () => {
  it('are read once where the engine is sure and counts as many signs', async () => {
    expect(await provedOn(await printed('74,3'), 0.97, '74,3')).toEqual({ text: '74,3', doubtful: false, reads: 0 });
    expect(await provedOn(await printed('74,3'), 0.9, '74,3', '74,3')).toMatchObject({ reads: 1 });
  });
  it('have the marks and strokes that are printed', async () => {
    expect(await provedOn(await printed('74,3'), 0.97, '743')).toEqual({ text: '74,3', doubtful: false, reads: 0 });
    expect(await provedOn(await printed('743'), 0.97, '743')).toEqual({ text: '743', doubtful: false, reads: 0 });
    expect(await provedOn(await printed('11'), 0.97, '1')).toMatchObject({ text: '11' });
    expect(await provedOn(await printed('11'), 0.9, 'mi', '1', '11')).toMatchObject({ text: '11', doubtful: false });
  });
  it('are doubtful where readings agree on another number of digits', async () => {
    expect(await provedOn(await printed('32'), 0.97, '3', '3', '3')).toMatchObject({ doubtful: true, reads: 2 });
  });
});

it('the grain of the paper is left out of what is stacked; print stays', () => {
  const grained = { ...paper, data: paper.data.map((_, at) => (at % 7 === 0 ? 228 : at % 11 === 0 ? 40 : 250)) };
  const [stack] = stackAreas(grained, [CELL], 200);
  expect(new Set(stack?.image.data)).toEqual(new Set([255, 40]));
});
