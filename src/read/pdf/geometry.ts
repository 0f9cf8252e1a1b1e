import type { Box } from '../../model/layout.ts';

/** The smallest box around some; there must be one. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = boxes[0] as Box;
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}

/** Makes a box large enough to hold another one. */
export function widen(box: Box, other: Box): void {
  box[0] = Math.min(box[0], other[0]);
  box[1] = Math.min(box[1], other[1]);
  box[2] = Math.max(box[2], other[2]);
  box[3] = Math.max(box[3], other[3]);
}

export const centreX = (box: Box): number => (box[0] + box[2]) / 2;
export const centreY = (box: Box): number => (box[1] + box[3]) / 2;

/** The middle of some numbers; `otherwise` where there are none. */
export function median(numbers: readonly number[], otherwise: number): number {
  if (numbers.length === 0) return otherwise;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
