import type { PageImage } from '../engine.ts';
import type { GrayImage } from './gray.ts';

/** A pixel whose brightest and darkest channel differ by this much is coloured; paper and print of colour scans differ by up to 30. */
const COLOURED = 56;
/** Coloured ink has a channel that lets light through; what is dark in all three is print, tinted by the scanner or by JPEG. */
const MIN_BRIGHT = 70;
/** Where more of the ink than this is coloured, the page is printed in colour and the colour is no mark put on it later. */
const PRINTED_IN_COLOUR = 0.5;
const DARK = 128;
/** What the colour of a pixel adds to its brightness, beyond the tint of the scanner: dark red ink on grey paper is no lighter than the print. */
const TINT = 16;
const LIFT = 0.6;

export interface SeparatedInk {
  /** The print: black and grey; coloured ink has become paper. */
  print: GrayImage;
  /** The coloured ink alone, dark on white; null where there is none, or where the print itself is coloured. */
  colour: GrayImage | null;
}

/**
 * Separates red and blue ink (seals, stamps, signatures) from black print. Each ink lets light of its own colour through, so the brightest channel shows it nearly
 * as white as the paper: a red seal in red, a blue signature in blue, and black print black in all.
 */
export function separateInk(image: PageImage): SeparatedInk {
  const { width, height, data } = image;
  if (image.channels === 1) return { print: { width, height, data: Uint8Array.from(data) }, colour: null };
  const print = new Uint8Array(width * height);
  const colour = new Uint8Array(width * height);
  const plain = new Uint8Array(width * height);
  let coloured = 0;
  let dark = 0;
  for (let pixel = 0, at = 0; pixel < print.length; pixel++, at += 3) {
    const red = data[at] as number;
    const green = data[at + 1] as number;
    const blue = data[at + 2] as number;
    const bright = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const low = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    const chroma = bright - low;
    plain[pixel] = (red * 77 + green * 150 + blue * 29) >> 8;
    const clear = chroma > TINT ? bright + (chroma - TINT) * LIFT : bright;
    print[pixel] = clear > 255 ? 255 : clear;
    if (chroma > COLOURED && bright > MIN_BRIGHT) {
      coloured++;
      colour[pixel] = chroma > 255 - COLOURED ? 0 : 255 - COLOURED - chroma + 8;
    } else {
      if (bright < DARK) dark++;
      colour[pixel] = 255;
    }
  }
  if (coloured > PRINTED_IN_COLOUR * (coloured + dark)) return { print: { width, height, data: plain }, colour: null };
  const found = coloured > 0.0002 * print.length;
  return { print: { width, height, data: print }, colour: found ? { width, height, data: colour } : null };
}
