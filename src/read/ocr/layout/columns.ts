import { type Row, rowHeight, toRow } from './rows.ts';

/** A blank this wide, in row heights, may part two columns; justified text has blanks of half a height. */
const MIN_GAP = 0.7;
/** What is left common to the blanks of all rows of a band, in row heights. */
const MIN_CORRIDOR = 0.55;
/** A row that stands alone needs a wider blank to be in two parts. */
const MIN_LONE_GAP = 2.2;
/** Rows further apart than this, in row heights, are not of one band. */
const MAX_LEADING = 2.6;

interface Corridor {
  from: number;
  to: number;
}

/**
 * The page's rows in reading order. Where consecutive rows have a blank at the same place they stand in two columns: head
 * (issuer and number | national heading, place and date) and end (recipients | signature); the left column is read before the right one.
 */
export function inReadingOrder(rows: readonly Row[]): Row[] {
  const height = rowHeight(rows);
  const ordered: Row[] = [];
  for (let index = 0; index < rows.length; ) {
    const band = findBand(rows, index, height);
    if (!band) {
      ordered.push(rows[index] as Row);
      index++;
      continue;
    }
    const members = rows.slice(index, band.end);
    const middle = (band.corridor.from + band.corridor.to) / 2;
    for (const isLeft of [true, false]) {
      for (const row of members) {
        const side = row.words.filter((word) => (word.left + word.right) / 2 < middle === isLeft);
        if (side.length > 0) ordered.push(toRow(side));
      }
    }
    index = band.end;
  }
  return ordered;
}

function gaps(row: Row, min: number): Corridor[] {
  const found: Corridor[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const word of row.words) {
    if (right > Number.NEGATIVE_INFINITY && word.left - right >= min) found.push({ from: right, to: word.left });
    right = Math.max(right, word.right);
  }
  return found;
}

/** The longest band of rows from `start` on that leave a corridor free; rows with words on one side only count if a row with both follows. */
function findBand(rows: readonly Row[], start: number, height: number): { corridor: Corridor; end: number } | null {
  let best: { corridor: Corridor; end: number; both: number } | null = null;
  const first = rows[start];
  if (!first) return null;
  for (const seed of gaps(first, MIN_GAP * height)) {
    let corridor = seed;
    let both = 1;
    let end = start + 1;
    let reached = { corridor, end };
    for (; end < rows.length; end++) {
      const row = rows[end] as Row;
      const above = rows[end - 1] as Row;
      if (row.top - above.bottom > MAX_LEADING * height) break;
      const next = narrow(corridor, row, height);
      if (!next) break;
      corridor = next.corridor;
      if (next.both) {
        both++;
        reached = { corridor, end: end + 1 };
      }
    }
    const wide = seed.to - seed.from >= MIN_LONE_GAP * height;
    if ((both >= 2 || wide) && (!best || reached.end > best.end)) best = { ...reached, both };
  }
  return best;
}

/** What is left of a corridor beside a row; null where the row runs across it. */
function narrow(corridor: Corridor, row: Row, height: number): { corridor: Corridor; both: boolean } | null {
  let { from, to } = corridor;
  let leftSide = false;
  let rightSide = false;
  for (const word of row.words) {
    if ((word.left + word.right) / 2 < (from + to) / 2) {
      leftSide = true;
      from = Math.max(from, word.right);
    } else {
      rightSide = true;
      to = Math.min(to, word.left);
    }
  }
  if (to - from < MIN_CORRIDOR * height) return null;
  return { corridor: { from, to }, both: leftSide && rightSide };
}
