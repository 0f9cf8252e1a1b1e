import type { Area, GrayImage } from '../pixels/gray.ts';

/** A stretch of coloured ink. */
export interface ColourMark extends Area {
  /** A ring or a disc, the shape of a seal. */
  round: boolean;
  /** As high as wide, and of a seal's size: a faint seal, or one that shows through from the other side, has no whole ring. */
  sealSized: boolean;
}

/** Inches. Tiles that hold ink and touch, or nearly, are one mark. */
const TILE = 0.07;
/** Share of a tile's pixels that must be coloured. */
const TILE_INK = 0.03;
/** Inches: smaller ones are specks, ticks and letters of a coloured word. */
const MIN_SIDE = 0.22;
const MIN_AREA = 0.12;
/** Inches: seals are 32 to 42 mm across, the small ones of units 20. */
const SEAL = [0.7, 1.9] as const;
const INK = 200;

/** The marks of a layer of coloured ink, from top to bottom. */
export function findColourMarks(colour: GrayImage, dpi: number): ColourMark[] {
  const tile = Math.max(2, Math.round(TILE * dpi));
  const columns = Math.ceil(colour.width / tile);
  const rows = Math.ceil(colour.height / tile);
  const inked = new Uint8Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0, pixel = 0; y < colour.height; y++) {
    const base = Math.floor(y / tile) * columns;
    for (let x = 0; x < colour.width; x++, pixel++) {
      if ((colour.data[pixel] as number) < INK) {
        const at = base + Math.floor(x / tile);
        counts[at] = (counts[at] as number) + 1;
      }
    }
  }
  for (let at = 0; at < counts.length; at++) inked[at] = (counts[at] as number) >= TILE_INK * tile * tile ? 1 : 0;
  const marks: ColourMark[] = [];
  for (let start = 0; start < inked.length; start++) {
    if (inked[start] !== 1) continue;
    const members = flood(inked, start, columns, rows);
    const xs = members.map((at) => at % columns);
    const ys = members.map((at) => Math.floor(at / columns));
    const area = { left: Math.min(...xs) * tile, top: Math.min(...ys) * tile, right: (Math.max(...xs) + 1) * tile, bottom: (Math.max(...ys) + 1) * tile };
    const width = (area.right - area.left) / dpi;
    const height = (area.bottom - area.top) / dpi;
    if (Math.min(width, height) < MIN_SIDE || width * height < MIN_AREA) continue;
    const sealSized = Math.min(width, height) > 0.75 * Math.max(width, height) && Math.max(width, height) > SEAL[0] && Math.max(width, height) < SEAL[1];
    marks.push({ ...area, round: isSeal(colour, area, dpi), sealSized });
  }
  return marks.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Tiles reached from one over tiles no more than one empty tile apart; they are cleared. */
function flood(inked: Uint8Array, start: number, columns: number, rows: number): number[] {
  const members: number[] = [];
  const stack = [start];
  inked[start] = 0;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    members.push(at);
    const x = at % columns;
    const y = Math.floor(at / columns);
    for (let row = Math.max(0, y - 2); row <= Math.min(rows - 1, y + 2); row++) {
      for (let column = Math.max(0, x - 2); column <= Math.min(columns - 1, x + 2); column++) {
        const next = row * columns + column;
        if (inked[next] !== 1) continue;
        inked[next] = 0;
        stack.push(next);
      }
    }
  }
  return members;
}

/** As high as wide, of a seal's size, and ink all around near the edge; a seal over the edge of the page has half of that. */
function isSeal(colour: GrayImage, { left, top, right, bottom }: Area, dpi: number): boolean {
  const [width, height] = [right - left, bottom - top];
  const size = Math.max(width, height);
  if (size < SEAL[0] * dpi || size > SEAL[1] * dpi) return false;
  const cut = left <= 2 || right >= colour.width - 2;
  if (Math.min(width, height) < size * (cut ? 0.3 : 0.75)) return false;
  const cx = left <= 2 ? right - size / 2 : right >= colour.width - 2 ? left + size / 2 : (left + right) / 2;
  const cy = (top + bottom) / 2;
  const sectors = 36;
  let [ringed, seen] = [0, 0];
  for (let sector = 0; sector < sectors; sector++) {
    const angle = (sector * 2 * Math.PI) / sectors;
    let found = false;
    let within = false;
    for (let radius = size * 0.36; radius <= size * 0.52; radius++) {
      const x = Math.round(cx + radius * Math.cos(angle));
      const y = Math.round(cy + radius * Math.sin(angle));
      if (x < 0 || y < 0 || x >= colour.width || y >= colour.height) continue;
      within = true;
      if ((colour.data[y * colour.width + x] as number) < INK) found = true;
    }
    if (within) seen++;
    if (found) ringed++;
  }
  return seen > 0 && ringed >= 0.75 * seen;
}
