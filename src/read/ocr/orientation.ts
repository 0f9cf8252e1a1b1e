import { crop, type GrayImage } from './pixels/gray.ts';
import { type EvenPage, type LikelyTurn, uprightPage } from './prepare.ts';
import type { TextReader } from './readers/reader.ts';

/** Inches: some five lines of text tell which way up they are, at a tenth of the work of the page. */
const STRIP = 1.2;
const INK = 128;

/** Of some turns the one after which a strip of the page is read with most confidence. */
export async function surestTurn(even: EvenPage, turns: readonly [LikelyTurn, ...LikelyTurn[]], reader: TextReader, signal: AbortSignal): Promise<LikelyTurn> {
  let best = { likely: turns[0], confidence: -1 };
  for (const likely of turns) {
    const { print, dpi } = uprightPage(even, likely);
    const confidence = meanConfidence(await reader.read(fullestStrip(print, Math.round(STRIP * dpi)), 'block', dpi, signal)) ?? 0;
    if (confidence > best.confidence) best = { likely, confidence };
  }
  return best.likely;
}

/** Mean confidence of words, the longer counting more; null without words. */
export function meanConfidence(lines: readonly { words: readonly { text: string; confidence: number }[] }[]): number | null {
  let [sum, weight] = [0, 0];
  for (const { text, confidence } of lines.flatMap(({ words }) => words)) {
    sum += confidence * text.length;
    weight += text.length;
  }
  return weight === 0 ? null : sum / weight;
}

/** The strip across the page with most ink. */
function fullestStrip(image: GrayImage, height: number): GrayImage {
  let [top, most] = [0, -1];
  for (let start = 0; start < image.height; start += height >> 1) {
    let ink = 0;
    for (const value of image.data.subarray(start * image.width, (start + height) * image.width)) if (value < INK) ink++;
    if (ink > most) [top, most] = [start, ink];
  }
  return crop(image, { left: 0, top, right: image.width, bottom: top + height });
}
