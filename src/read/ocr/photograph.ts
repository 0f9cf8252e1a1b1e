import type { PageImage, RecognizedLine, RecognizedPage } from './engine.ts';
import { flatten, type Point, type Projection, project, projectBox, projectionOnto } from './pixels/perspective.ts';
import { findSheet } from './pixels/sheet.ts';

/** A sheet cut out of a photograph and made flat, and the way back. */
export interface FlatSheet {
  image: PageImage;
  back: Projection;
}

/** Larger sheets are made smaller: more pixels than an A4 page has at 400 dots an inch tell nothing more. */
const MOST_PIXELS = 16_000_000;

/**
 * The page in a photograph, made flat, as if it had been scanned: cut out at its four corners, seen from above. Null where the picture
 * is no photograph of a sheet with something darker around it. Curled pages stay curled.
 */
export function flatSheet(image: PageImage): FlatSheet | null {
  const corners = findSheet(image);
  if (corners === null) return null;
  const [a, b, c, d] = corners;
  const [width, height] = [Math.max(distance(a, b), distance(d, c)), Math.max(distance(a, d), distance(b, c))];
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
  const [columns, rows] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const back = projectionOnto(corners, columns, rows);
  // What a camera notes of dots an inch says nothing of the sheet: it is taken for A4.
  return { image: { width: columns, height: rows, channels: image.channels, data: flatten(image, back, columns, rows), dpi: null }, back };
}

/** A page as it was read flat, with its boxes in the photograph; `skew` is that of the text in its middle. */
export function inPhotograph(page: RecognizedPage, { image, back }: FlatSheet, photograph: PageImage): RecognizedPage {
  const place = <T extends { box: RecognizedPage['stamps'][number]['box'] }>(part: T): T => ({ ...part, box: projectBox(back, part.box, photograph) });
  const line = ({ words }: RecognizedLine): RecognizedLine => ({ words: words.map(place) });
  const [middleX, middleY] = [image.width / 2, image.height / 2];
  const along = (page.skew * Math.PI) / 180;
  const upright = page.rotation === 0 || page.rotation === 180;
  const [dx, dy] = upright ? [Math.cos(along), Math.sin(along)] : [-Math.sin(along), Math.cos(along)];
  const [fromX, fromY] = project(back, [middleX - dx, middleY - dy]);
  const [toX, toY] = project(back, [middleX + dx, middleY + dy]);
  const angle = upright ? Math.atan2(toY - fromY, toX - fromX) : Math.atan2(fromX - toX, toY - fromY);
  return {
    ...page,
    skew: Math.round((angle * 18_000) / Math.PI) / 100,
    blocks: page.blocks.map((block) =>
      block.kind === 'line'
        ? { kind: 'line', line: line(block.line) }
        : {
            kind: 'table',
            table: place({ ...block.table, rows: block.table.rows.map(({ cells }) => ({ cells: cells.map((cell) => place({ ...cell, lines: cell.lines.map(line) })) })) }),
          },
    ),
    stamps: page.stamps.map((stamp) => place({ ...stamp, lines: stamp.lines.map(line) })),
    handwritten: page.handwritten.map(place),
  };
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}
