import { expect, it } from 'vitest';
import { inkCoverage } from '../../../src/read/pdf/ink-coverage.ts';

const SIZE = { width: 595, height: 842 };
const [WIDTH, HEIGHT] = [496, 702];

/** A page of paper at 60 dots an inch with areas of ink on it, given in pixels. */
function page(areas: readonly { box: readonly [number, number, number, number]; colour: readonly [number, number, number] }[]) {
  const data = new Uint8Array(WIDTH * HEIGHT * 3).fill(240);
  for (const { box, colour } of areas)
    for (let y = box[1]; y < box[3]; y++) for (let x = box[0]; x < box[2]; x++) for (const [channel, value] of colour.entries()) data[(y * WIDTH + x) * 3 + channel] = value;
  return { width: WIDTH, height: HEIGHT, channels: 3 as const, data, dpi: 60 };
}

const BLACK = [40, 40, 40] as const;
const lines = [100, 200, 300, 400].map((y) => ({ box: [50, y, 450, y + 8] as const, colour: BLACK }));
const points = (box: readonly [number, number, number, number]) => box.map((value) => value * 1.2) as [number, number, number, number];

it('is the share of print that words reach into', () => {
  const under = (count: number) =>
    inkCoverage(
      page(lines),
      SIZE,
      lines.slice(0, count).map(({ box }) => points(box)),
    );
  expect(under(4)).toBe(1);
  expect(under(2)).toBeCloseTo(0.5);
  expect(under(0)).toBe(0);
});

it('leaves out coloured ink and the dark edges of a scan', () => {
  const more = [
    { box: [100, 500, 300, 650] as const, colour: [216, 32, 44] as const },
    { box: [300, 500, 400, 600] as const, colour: [30, 60, 220] as const },
    { box: [0, 0, 12, 702] as const, colour: BLACK },
  ];
  expect(
    inkCoverage(
      page([...lines, ...more]),
      SIZE,
      lines.map(({ box }) => points(box)),
    ),
  ).toBe(1);
});

it('is not known of a page as good as blank', () => {
  expect(inkCoverage(page([]), SIZE, [])).toBeNull();
  expect(inkCoverage(page([{ box: [200, 200, 210, 204], colour: BLACK }]), SIZE, [])).toBeNull();
});
