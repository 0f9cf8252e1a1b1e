import type { GrayImage } from './gray.ts';

/** The share of a page's pixels that is as dark as its print: a page of five lines has more. */
const PRINT = 0.002;
/** Print this dark is black enough; print paler than the other is what shines through from the back of the sheet. */
const BLACK = 110;
const PALE = 195;
/** What pale print becomes. */
const DARKENED = 40;

/** Makes the pale print of a thermal fax or a worn ribbon black; paper has been made white before. */
export function darkenPale(image: GrayImage): GrayImage {
  const counts = new Uint32Array(256);
  for (let at = 0; at < image.data.length; at++) counts[image.data[at] as number] = (counts[image.data[at] as number] as number) + 1;
  let darkest = 0;
  for (let seen = counts[0] as number; seen < PRINT * image.data.length && darkest < 255; ) seen += counts[++darkest] as number;
  if (darkest <= BLACK || darkest > PALE) return image;
  const gain = (255 - DARKENED) / (255 - darkest);
  const levels = Uint8Array.from({ length: 256 }, (_, level) => Math.max(0, Math.round(255 - (255 - level) * gain)));
  return { ...image, data: image.data.map((level) => levels[level] as number) };
}
