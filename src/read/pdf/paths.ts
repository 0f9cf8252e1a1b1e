import { apply, type Matrix } from './matrix.ts';
import type { PageContent } from './page-content.ts';

/** Codes of pdf.js in the numbers of a path, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** A line may be off the horizontal or vertical by this much, in points. */
const SLANT = 0.7;
/** A filled bar no thicker than this is a line. */
const THICKEST_LINE = 3;
/** Shorter strokes are parts of letters or of a dotted line's ends. */
const SHORTEST_LINE = 3;
/** A page with more rulings than this is a drawing. */
const MOST_RULINGS = 20_000;

type PaintOps = Record<'stroke' | 'closeStroke' | 'fill' | 'eoFill' | 'fillStroke' | 'eoFillStroke' | 'closeFillStroke' | 'closeEOFillStroke' | 'endPath', number>;

/** Adds what a painted path leaves on the page: rulings, filled areas, other shapes. */
export function addPath(content: PageContent, args: readonly unknown[], transform: Matrix, unseen: boolean, ops: PaintOps): void {
  const [paint, [data]] = args as [number, [ArrayLike<number> | null]];
  if (paint === ops.endPath || data === null || content.rulings.length > MOST_RULINGS) return;
  const strokes = paint !== ops.fill && paint !== ops.eoFill;
  const fills = paint !== ops.stroke && paint !== ops.closeStroke;
  const points: [number, number][] = [];
  let straight = true;
  const flush = (closed: boolean) => {
    if (points.length > 1) {
      if (!straight) content.shapes++;
      else if (strokes) {
        if (closed) points.push(points[0] as [number, number]);
        for (let i = 1; i < points.length; i++) addLine(content, points[i - 1] as [number, number], points[i] as [number, number]);
      }
      if (straight && fills && !unseen) addFill(content, points);
    }
    points.length = 0;
    straight = true;
  };
  for (let i = 0; i < data.length; ) {
    const code = data[i++];
    const count = code === CURVE ? 6 : code === QUADRATIC ? 4 : code === CLOSE ? 0 : 2;
    if (code === MOVE) flush(false);
    if (code === CLOSE) flush(true);
    else {
      if (code !== MOVE && code !== LINE) straight = false;
      points.push(apply(transform, data[i + count - 2] as number, data[i + count - 1] as number));
    }
    i += count;
  }
  flush(false);
}

function addLine(content: PageContent, a: readonly [number, number], b: readonly [number, number]): void {
  const dx = Math.abs(a[0] - b[0]);
  const dy = Math.abs(a[1] - b[1]);
  if (dy <= SLANT && dx >= SHORTEST_LINE) content.rulings.push({ level: true, at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
  else if (dx <= SLANT && dy >= SHORTEST_LINE) content.rulings.push({ level: false, at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
  else if (dx > SLANT && dy > SLANT) content.shapes++;
}

/** A thin bar is a ruling, a larger area a background. */
function addFill(content: PageContent, points: readonly (readonly [number, number])[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= THICKEST_LINE && width >= SHORTEST_LINE && width > height) content.rulings.push({ level: true, at: (top + bottom) / 2, from: left, to: right });
  else if (width <= THICKEST_LINE && height >= SHORTEST_LINE) content.rulings.push({ level: false, at: (left + right) / 2, from: top, to: bottom });
  else if (width > THICKEST_LINE && height > THICKEST_LINE) content.fills.push([left, top, right, bottom]);
}
