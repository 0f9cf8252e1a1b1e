import type { Box, SetAside } from '../../model/layout.ts';
import type { PixelBox, RecognizedCell, RecognizedLine, RecognizedPage } from '../ocr/engine.ts';
import { edgesOf } from './furniture.ts';
import { around, median } from './geometry.ts';
import { linesOf, type TextLine, turnWords } from './lines.ts';
import type { PdfFont } from './page-content.ts';
import type { PageLayer } from './page-layer.ts';
import { laysOutPage, type Table } from './tables.ts';
import type { Turn, Word } from './words.ts';

/** Where a picture lies on its page: how its pixels become points. */
export interface Placement {
  /** Size of the page as it is shown, in points. */
  width: number;
  height: number;
  /** Left and top of the picture on the page, and points per pixel. */
  left: number;
  top: number;
  scaleX: number;
  scaleY: number;
}

const FONT: PdfFont = { name: '', bold: false, italic: false, ascent: 0.9, descent: -0.22, signs: null };
const BLANK = '…';
/** Points. */
const PRECEDENCE_SIZE = 12;
/** The direction text runs in before the page is turned upright, by the turn that makes it so. */
const TURNS: Readonly<Record<RecognizedPage['rotation'], Turn>> = { 0: 0, 90: 3, 180: 2, 270: 1 };

/** Recognized words as a layer of a page, to be read like one of text. */
export function recognizedLayer(page: RecognizedPage, placement: Placement, laysOut: (text: string) => boolean): PageLayer {
  const { width, height } = placement;
  const turn = TURNS[page.rotation];
  const [frameWidth, frameHeight] = turn % 2 === 0 ? [width, height] : [height, width];
  const straighten = straightener(page.skew, frameWidth, frameHeight);
  const wordsOf = (line: RecognizedLine) => straighten(turnWords(toWords(line, placement), turn, width, height));
  const loose: Word[] = [];
  const tables: Table[] = [];
  for (const block of page.blocks) {
    if (block.kind === 'line') loose.push(...wordsOf(block.line));
    else {
      const table = toTable(block.table.rows, wordsOf);
      if (!table) continue;
      if (laysOutPage(table, laysOut)) loose.push(...table.rows.flat(2).flatMap((line) => line.words));
      else tables.push(table);
    }
  }
  loose.push(...precedenceOf(page, placement, loose));
  const lines = linesOf(loose);
  return {
    width: frameWidth,
    height: frameHeight,
    turn,
    words: [...loose, ...tables.flatMap((table) => table.rows.flat(2).flatMap((line) => line.words))],
    lines,
    tables,
    edges: edgesOf(lines, frameHeight, laysOut),
    setAside: setAsideOf(page, placement),
    pictures: [],
    shapes: 0,
    invisible: false,
  };
}

function toWords(line: RecognizedLine, placement: Placement): Word[] {
  const boxes = line.words.map((word) => toPoints(word.box, placement));
  const size = median(
    boxes.map((box) => box[3] - box[1]),
    10,
  );
  return line.words.map(({ text: printed, confidence, handwritten, covered, doubtful }, i) => {
    const box = boxes[i] as Box;
    // What was written by hand or lies under a stamp is a guess: the text has a blank there, as the form had.
    const guess = handwritten ? 'handwriting' : covered ? 'stamp-covered' : doubtful ? 'recognition-doubt' : null;
    const text = guess ? BLANK : printed;
    const changed: Pick<Word, 'changed'> = guess && printed !== '' ? { changed: { rule: guess, from: printed } } : {};
    return { ...changed, text, box, place: box, baseline: box[3], size: size * 1.1, font: FONT, turn: 0, hidden: null, glued: false, raised: false, annotation: null, confidence };
  });
}

function toPoints([left, top, right, bottom]: PixelBox, { left: x, top: y, scaleX, scaleY }: Placement): Box {
  return [x + left * scaleX, y + top * scaleY, x + right * scaleX, y + bottom * scaleY];
}

/** Turns words of one line about the middle of the page until the line is level, and gives them one base line. */
function straightener(skew: number, width: number, height: number): (words: Word[]) => Word[] {
  const angle = (-skew * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [width / 2, height / 2];
  return (words) => {
    if (words.length === 0) return words;
    const turned = words.map((word) => {
      const [left, top, right, bottom] = word.box;
      const [dx, dy] = [(left + right) / 2 - middleX, (top + bottom) / 2 - middleY];
      const [x, y] = [middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos];
      const [halfWidth, halfHeight] = [(right - left) / 2, (bottom - top) / 2];
      return { ...word, box: [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight] as Box };
    });
    const baseline = median(
      turned.map((word) => word.box[3]),
      0,
    );
    return turned.map((word) => ({ ...word, baseline }));
  };
}

function toTable(rows: readonly { cells: readonly RecognizedCell[] }[], wordsOf: (line: RecognizedLine) => Word[]): Table | null {
  const grid: TextLine[][][] = rows.map(() => []);
  rows.forEach(({ cells }, row) => {
    let column = 0;
    for (const cell of cells) {
      const own = grid[row] as TextLine[][];
      while (own[column] !== undefined) column++;
      for (let down = 0; down < cell.rowSpan; down++) for (let across = 0; across < cell.colSpan; across++) (grid[row + down] ?? [])[column + across] = [];
      own[column] = cell.lines.flatMap((line) => linesOf(wordsOf(line)));
      column += cell.colSpan;
    }
  });
  const columns = Math.max(0, ...grid.map((row) => row.length));
  const full = grid.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? []));
  const lines = full.flat(2);
  if (columns < 2 || lines.length === 0) return null;
  return { box: around(lines.map((line) => line.box)), rows: full.filter((row) => row.some((cell) => cell.length > 0)) };
}

function setAsideOf(page: RecognizedPage, placement: Placement): SetAside[] {
  return [
    ...page.stamps
      .filter(({ kind }) => kind !== 'precedence')
      .map(
        ({ kind, lines, box }): SetAside => ({
          kind: kind === 'arrival' ? 'arrival-stamp' : 'stamp',
          text: lines.map((line) => line.words.map((word) => word.text).join(' ')).join(' '),
          box: toPoints(box, placement),
        }),
      ),
    ...page.handwritten.map(({ text, box }): SetAside => ({ kind: 'handwriting', text, box: toPoints(box, placement) })),
  ];
}

/** The mark of urgency or secrecy stands wherever a hand put it, often tilted: its words are read as a line of their own above all others. */
function precedenceOf(page: RecognizedPage, placement: Placement, words: readonly Word[]): Word[] {
  const lines = page.stamps.filter(({ kind }) => kind === 'precedence').flatMap((stamp) => stamp.lines);
  const top = Math.min(placement.height, ...words.map(({ box }) => box[1]));
  return lines.flatMap((line, i) => {
    const size = PRECEDENCE_SIZE;
    const bottom = top - (lines.length - i) * 2 * size;
    let left = 0;
    return toWords(line, placement).map((word) => {
      const box: Box = [left, bottom - size, left + size * word.text.length * 0.6, bottom];
      left = box[2] + size / 3;
      return { ...word, box, baseline: bottom, size };
    });
  });
}
