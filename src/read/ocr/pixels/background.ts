import { type GrayImage, WHITE } from './gray.ts';

/** Tiles of this many pixels a side; larger than a letter's strokes, smaller than shadows and folds. */
const TILE = 32;
/** Of a tile's pixels this share is brighter than its paper: noise, not the mean of ink and paper. */
const PAPER_SHARE = 0.3;
/** Paper darker than this is no paper: a photograph, a black edge. It is not made white. */
const DARKEST_PAPER = 70;

/**
 * Makes uneven paper white: estimates the brightness of the paper tile by tile and divides by it. Must come before any
 * turning, which fills corners with white that grey paper would make look like a second ground.
 */
export function flattenBackground(image: GrayImage): GrayImage {
  const { width, height, data } = image;
  const columns = Math.max(1, Math.ceil(width / TILE));
  const rows = Math.max(1, Math.ceil(height / TILE));
  const paper = smooth(tilePaper(image, columns, rows), columns, rows);
  if (paper.every((level) => level >= 250)) return image;
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, Math.max(0, y / TILE - 0.5));
    const above = Math.floor(row);
    const below = Math.min(rows - 1, above + 1);
    const down = row - above;
    for (let column = 0; column <= columns; column++) {
      // Between the middles of two tiles the paper changes evenly: its two ends, then a straight line.
      const before = Math.max(0, column - 1);
      const after = Math.min(columns - 1, column);
      const start = Math.max(0, Math.round((column - 0.5) * TILE));
      const end = Math.min(width, Math.round((column + 0.5) * TILE));
      const left = at(paper, above * columns + before) * (1 - down) + at(paper, below * columns + before) * down;
      const right = at(paper, above * columns + after) * (1 - down) + at(paper, below * columns + after) * down;
      const step = (right - left) / TILE;
      let level = left + (start - (column - 0.5) * TILE) * step;
      for (let x = start, pixel = y * width + start; x < end; x++, pixel++, level += step) {
        const value = ((data[pixel] as number) * WHITE) / level;
        flat[pixel] = value > WHITE ? WHITE : value;
      }
    }
  }
  return { width, height, data: flat };
}

function at(values: Float32Array, index: number): number {
  return values[index] as number;
}

/** Brightness of the paper in each tile: the brighter end of its histogram, noise left out. */
function tilePaper({ width, height, data }: GrayImage, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      const right = Math.min(width, (column + 1) * TILE);
      const bottom = Math.min(height, (row + 1) * TILE);
      let count = 0;
      for (let y = row * TILE; y < bottom; y += 2) {
        for (let x = column * TILE; x < right; x += 2, count++) (histogram[data[y * width + x] as number] as number)++;
      }
      let level = 255;
      for (let seen = histogram[255] as number; level > 0 && seen < count * PAPER_SHARE; ) seen += histogram[--level] as number;
      paper[row * columns + column] = level;
    }
  }
  return paper;
}

/** Closes holes that ink makes (a tile full of letters looks darker than its neighbours), then averages. */
function smooth(paper: Float32Array, columns: number, rows: number): Float32Array {
  const around = (values: Float32Array, combine: (values: number[]) => number) => {
    const result = new Float32Array(values.length);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const near: number[] = [];
        for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
          for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) near.push(at(values, y * columns + x));
        result[row * columns + column] = combine(near);
      }
    }
    return result;
  };
  const closed = around(
    around(paper, (near) => Math.max(...near)),
    (near) => Math.min(...near),
  );
  return around(closed, (near) => Math.max(DARKEST_PAPER, near.reduce((sum, level) => sum + level, 0) / near.length));
}
