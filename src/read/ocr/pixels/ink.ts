import type { PageImage } from '../engine.ts';
import { type GrayImage, WHITE } from './gray.ts';

/** A pixel whose brightest and darkest channel differ by this much is coloured; paper and print of colour scans differ by up to 30. */
const COLOURED = 56;
/** Coloured ink has a channel that lets light through; what is dark in all three is print, tinted by the scanner or by JPEG. */
const MIN_BRIGHT = 70;
/** Where nearly all ink is coloured, the page is printed in colour and the colour is no mark put on it later. A last page may hold little more than a seal. */
const PRINTED_IN_COLOUR = 0.92;
const DARK = 128;
/** Fewer coloured pixels than this share of the page are dust and the fringes of letters. */
const MIN_COLOURED = 0.0002;
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
  const colour = new Uint8Array(width * height).fill(WHITE);
  let coloured = 0;
  let dark = 0;
  for (let pixel = 0, at = 0; pixel < print.length; pixel++, at += 3) {
    const red = data[at] as number;
    const green = data[at + 1] as number;
    const blue = data[at + 2] as number;
    const bright = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const chroma = bright - (red < green ? (red < blue ? red : blue) : green < blue ? green : blue);
    const clear = chroma > TINT ? bright + (chroma - TINT) * LIFT : bright;
    print[pixel] = clear > WHITE ? WHITE : clear;
    if (chroma > COLOURED && bright > MIN_BRIGHT) {
      coloured++;
      colour[pixel] = WHITE - chroma;
    } else if (bright < DARK) dark++;
  }
  if (coloured > PRINTED_IN_COLOUR * (coloured + dark)) return { print: lightness(image), colour: null };
  const found = coloured > MIN_COLOURED * print.length;
  return { print: { width, height, data: print }, colour: found ? { width, height, data: colour } : null };
}

function lightness({ width, height, data }: PageImage): GrayImage {
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height }, (_, pixel) => ((data[pixel * 3] ?? 0) * 77 + (data[pixel * 3 + 1] ?? 0) * 150 + (data[pixel * 3 + 2] ?? 0) * 29) >> 8),
  };
}
