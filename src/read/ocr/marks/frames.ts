import { type Area, erase, type GrayImage } from '../pixels/gray.ts';
import { findGrids, type Grid } from '../tables/grid.ts';
import type { Ruling, Rulings } from '../tables/rulings.ts';

/** Inches: a stamped frame is no larger than this; tables are wider. */
const MAX_WIDTH = 3.4;
const MAX_HEIGHT = 1.6;
const MIN_HEIGHT = 0.3;
const MAX_CELLS = 10;
/** Inches: stamped corners do not always close. */
const STAMPED_REACH = 0.16;
/** Inches from the edge of the page within which a line runs into it. */
const EDGE = 0.03;
/** Inches to either side of a ruling where its ink is looked for: stamps are tilted. */
const DRIFT = 0.05;

/** Small ruled frames that may be stamps, and are if their text says so. */
export function findFrames(rulings: Rulings, image: { width: number; height: number }, dpi: number): Grid[] {
  return findGrids(withPageEdges(rulings, image, dpi), dpi, STAMPED_REACH).filter(
    ({ left, right, top, bottom, cells }) =>
      right - left <= MAX_WIDTH * dpi && bottom - top <= MAX_HEIGHT * dpi && bottom - top >= MIN_HEIGHT * dpi && cells.length <= MAX_CELLS && right - left > bottom - top,
  );
}

/** A frame stamped over the edge of the page lacks a side there: where lines not far from each other run into the edge, the edge is one. */
function withPageEdges({ horizontal, vertical }: Rulings, { width }: { width: number }, dpi: number): Rulings {
  const sides: Ruling[] = [];
  for (const [edge, touching] of [
    [0, horizontal.filter(({ from }) => from <= EDGE * dpi)],
    [width, horizontal.filter(({ to }) => to >= width - EDGE * dpi)],
  ] as const) {
    let side: Ruling | undefined;
    for (const { at } of touching) {
      if (side && at - side.from <= MAX_HEIGHT * dpi) side.to = at;
      else {
        side = { at: edge, from: at, to: at, thickness: 1 };
        sides.push(side);
      }
    }
  }
  return { horizontal, vertical: [...vertical, ...sides.filter(({ from, to }) => to > from)].sort((a, b) => a.at - b.at) };
}

/** Takes a frame and what is in it from a picture; print that crosses the frame's lines keeps what lies outside. */
export function eraseFrame(image: GrayImage, frame: Area, rulings: Rulings, dpi: number): void {
  const drift = DRIFT * dpi;
  const reach = STAMPED_REACH * dpi;
  const within = ({ at, from, to }: Ruling, [low, high]: [number, number], [start, end]: [number, number]) =>
    at >= low - drift && at <= high + drift && from >= start - reach && to <= end + reach;
  const { left, top, right, bottom } = frame;
  for (const ruling of rulings.horizontal) if (within(ruling, [top, bottom], [left, right])) eraseRuling(image, ruling, drift, 1, image.width);
  for (const ruling of rulings.vertical) if (within(ruling, [left, right], [top, bottom])) eraseRuling(image, ruling, drift, image.width, 1);
  erase(image, frame);
}

/** Whitens the ink of a ruling: at each place along it the run across it, where that is no longer than the ruling is thick. */
function eraseRuling({ data }: GrayImage, { at, from, to, thickness }: Ruling, drift: number, along: number, across: number): void {
  const limit = 2 * thickness + 2;
  const [low, high] = [Math.max(0, Math.floor(at - drift)), Math.ceil(at + drift)];
  for (let position = Math.floor(from); position < to; position++) {
    let start = -1;
    for (let row = low; row <= high + limit; row++) {
      const dark = (data[row * across + position * along] ?? 255) < 200;
      if (dark && start < 0 && row <= high) start = row;
      if (dark || start < 0) continue;
      if (row - start <= limit) for (let y = start; y < row; y++) data[y * across + position * along] = 255;
      start = -1;
    }
  }
}
