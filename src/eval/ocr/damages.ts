import sharp from 'sharp';
import type { PageImage } from '../../read/ocr/engine.ts';
import { type MadePage, PAGE } from './pages.ts';

/** What befalls a page between printer and file. */
export interface Damage {
  name: string;
  dpi: number;
  /** Degrees, clockwise. */
  skew?: number;
  /** A round red seal over the text and a tilted box beside it. */
  stamp?: boolean;
  /** Standard deviation of the noise, in grey levels. */
  noise?: number;
  /** Sigma in pixels. */
  blur?: number;
  jpeg?: number;
  /** The paper is grey, darker towards a corner. */
  grey?: boolean;
}

export const DAMAGES: readonly Damage[] = [
  { name: 'clean', dpi: 300 },
  { name: 'low resolution', dpi: 150 },
  { name: 'skew', dpi: 300, skew: 2 },
  { name: 'skew back', dpi: 200, skew: -4.3 },
  { name: 'stamp', dpi: 300, stamp: true },
  { name: 'noise', dpi: 300, noise: 30 },
  { name: 'blur', dpi: 200, blur: 1.3 },
  { name: 'jpeg', dpi: 200, jpeg: 30 },
  { name: 'grey', dpi: 200, grey: true },
  { name: 'all together', dpi: 200, skew: 1.7, stamp: true, noise: 14, blur: 0.6, jpeg: 40, grey: true },
];

/** mulberry32: the same pages on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The seal of an office at a place where it lies over text, and an urgency mark. */
const STAMP = `<g transform="translate(360 560) rotate(-9)" fill="none" stroke="#d8202c">
  <circle r="52" stroke-width="3"/><circle r="36" stroke-width="1.6"/>
  <path d="M0 -20L5 -6L19 -6L8 3L12 17L0 9L-12 17L-8 3L-19 -6L-5 -6Z" fill="#d8202c"/>
  ${Array.from({ length: 28 }, (_, n) => `<path transform="rotate(${(n * 360) / 28}) translate(0 -44)" d="M-2 -4V4M-2 -4L2 -4M-2 0H1.5" stroke-width="1.4"/>`).join('')}
</g>
<g transform="translate(430 330) rotate(-14)" fill="none" stroke="#d8202c" stroke-width="2.5"><rect x="-50" y="-14" width="100" height="28"/>
  <path d="M-40 8V-8L-30 8V-8M-20 8V-8H-10M-20 0H-12M0 8L6 -8L12 8M22 -8V8H32" stroke-width="2"/></g>`;

/** The page as a scanner would give it. */
export async function damagePage(page: MadePage, damage: Damage, seed: number): Promise<PageImage> {
  const scale = damage.dpi / 72;
  const width = Math.round(PAGE.width * scale);
  const height = Math.round(PAGE.height * scale);
  const turn = damage.skew ? `rotate(${damage.skew} ${PAGE.width / 2} ${PAGE.height / 2})` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}">
    <rect width="100%" height="100%" fill="white"/><g transform="${turn}"><g fill="#161616">${page.drawing}</g>
    ${damage.stamp ? `<g style="mix-blend-mode:multiply">${STAMP}</g>` : ''}</g></svg>`;
  let picture = sharp(Buffer.from(svg), { unlimited: true }).removeAlpha();
  if (damage.blur) picture = sharp(await picture.png({ compressionLevel: 1 }).toBuffer()).blur(damage.blur);
  const { data } = await picture.raw().toBuffer({ resolveWithObject: true });
  spoil(data, width, height, damage, random(seed));
  let samples: Uint8Array = data;
  if (damage.jpeg) {
    const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: damage.jpeg })
      .toBuffer();
    samples = await sharp(jpeg).raw().toBuffer();
  }
  return { width, height, channels: 3, data: new Uint8Array(samples.buffer, samples.byteOffset, samples.length), dpi: damage.dpi };
}

function spoil(data: Uint8Array, width: number, height: number, { grey, noise }: Damage, next: () => number): void {
  if (!grey && !noise) return;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const paper = grey ? 0.82 - 0.3 * (x / width) * (y / height) : 1;
      // Two evenly spread numbers added: near enough to a bell, and quick.
      const grain = noise ? (next() + next() - 1) * 2.45 * noise : 0;
      for (let channel = 0; channel < 3; channel++, at++) data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) * paper + grain));
    }
  }
}
