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
/** Inches to either side of a ruling where its ink is looked for: stamps are tilted. */
const DRIFT = 0.05;

/** Small ruled frames that may be stamps, and are if their text says so. */
export function findFrames(rulings: Rulings, image: { width: number; height: number }, dpi: number): Grid[] {
  return findGrids(withPageEdges(rulings, image, dpi), dpi, STAMPED_REACH).filter(
    ({ left, right, top, bottom, cells }) =>
      right - left <= MAX_WIDTH * dpi && bottom - top <= MAX_HEIGHT * dpi && bottom - top >= MIN_HEIGHT * dpi && cells.length <= MAX_CELLS && right - left > bottom - top,
  );
}

/** A frame stamped over the edge of the page lacks a side there: where two lines run into the edge, the edge is one. */
function withPageEdges({ horizontal, vertical }: Rulings, { width }: { width: number }, dpi: number): Rulings {
  const edges = [
    { at: 0, touching: horizontal.filter(({ from }) => from <= 0.03 * dpi) },
    { at: width, touching: horizontal.filter(({ to }) => to >= width - 0.03 * dpi) },
  ].filter(({ touching }) => touching.length >= 2);
  const sides = edges.map(({ at, touching }): Ruling => {
    const ats = touching.map((ruling) => ruling.at);
    return { at, from: Math.min(...ats), to: Math.max(...ats), thickness: 1 };
  });
  return { horizontal, vertical: [...vertical, ...sides].sort((a, b) => a.at - b.at) };
}

/** Takes a frame and what is in it from a picture; print that crosses the frame's lines keeps what lies outside. */
export function eraseFrame(image: GrayImage, frame: Area, rulings: Rulings, dpi: number): void {
  const drift = DRIFT * dpi;
  const near = (at: number, side: number) => Math.abs(at - side) <= 2 * drift;
  for (const ruling of rulings.horizontal) {
    if (near(ruling.at, frame.top) || near(ruling.at, frame.bottom)) eraseRuling(image, ruling, drift, 1, image.width);
  }
  for (const ruling of rulings.vertical) {
    if (near(ruling.at, frame.left) || near(ruling.at, frame.right)) eraseRuling(image, ruling, drift, image.width, 1);
  }
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
