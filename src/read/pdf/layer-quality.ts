import type { Box, ReadingReason } from '../../model/layout.ts';
import { countSyllables } from '../../text/syllable.ts';
import { centreX, centreY } from './geometry.ts';
import type { PageLayer } from './page-layer.ts';

/** What the text layer of a page is worth. Shares are 0 to 1, null where there is nothing to count. */
export interface LayerQuality {
  words: number;
  letters: number;
  /** Letters with a Vietnamese mark among all letters: 0.26 to 0.32 in good layers, 0.1 in TCVN3, 0 where marks are lost. */
  diacritics: number | null;
  /** Well-formed syllables among the words with a sign beyond ASCII: 0.84 to 0.99 in good layers. */
  syllables: number | null;
  /** Words without a vowel among the longer ones of plain letters: shifted character maps give such. */
  vowelless: number | null;
  /** Signs the file gives no meaning for. */
  unmapped: number;
  /** Numbers with a letter in them that looks like a digit ("20Ỉ5", "l5") among all numbers. */
  doubtfulDigits: number | null;
  /** The share of the page that pictures cover. */
  pictured: number;
  /** The share of its words' area that lies on a picture. */
  onPicture: number | null;
  invisible: boolean;
}

const MARKED = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/giu;
const LETTER = /\p{L}/gu;
/** A private sign, a control sign or the sign for "unknown". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what broken character maps give
const UNMAPPED = /[\0-\x1f\ue000-\uf8ff\ufffd]/gu;
const PLAIN_WORD = /(?<![\p{L}\d])[A-Za-z]{3,30}(?![\p{L}\d])/gu;
const VOWEL = /[aeiouyAEIOUY]/;
const NUMBER = /(?<![\p{L}\d])[\dIlỈỊ|]{0,12}\d[\dIlỈỊ|]{0,12}(?![\p{L}\d])/gu;
const NO_DIGIT = /[^\d]/;

export function measureLayer(layer: PageLayer): LayerQuality {
  const text = layer.words.map((word) => word.text).join(' ');
  const normal = text.normalize('NFC');
  const letters = count(normal, LETTER);
  const syllables = countSyllables(normal);
  const plain = normal.match(PLAIN_WORD) ?? [];
  const numbers = normal.match(NUMBER) ?? [];
  const [width, height] = layer.turn % 2 === 0 ? [layer.width, layer.height] : [layer.height, layer.width];
  const area = layer.words.reduce((sum, { place }) => sum + areaOf(place), 0);
  const covered = layer.words.filter(({ place }) => layer.pictures.some(({ box }) => contains(box, place))).reduce((sum, { place }) => sum + areaOf(place), 0);
  return {
    words: layer.words.length,
    letters,
    diacritics: letters === 0 ? null : count(normal, MARKED) / letters,
    syllables: syllables.words === 0 ? null : syllables.valid / syllables.words,
    vowelless: plain.length === 0 ? null : plain.filter((word) => !VOWEL.test(word) && !/^[A-Z]+$/.test(word)).length / plain.length,
    unmapped: count(text, UNMAPPED),
    doubtfulDigits: numbers.length === 0 ? null : numbers.filter((number) => NO_DIGIT.test(number)).length / numbers.length,
    pictured: Math.min(1, layer.pictures.reduce((sum, { box }) => sum + areaOf(clip(box, width, height)), 0) / (width * height)),
    onPicture: area === 0 ? null : covered / area,
    invisible: layer.invisible,
  };
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const areaOf = (box: Box) => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);
const clip = (box: Box, width: number, height: number): Box => [Math.max(0, box[0]), Math.max(0, box[1]), Math.min(width, box[2]), Math.min(height, box[3])];
const contains = (box: Box, inner: Box) => centreX(inner) > box[0] && centreX(inner) < box[2] && centreY(inner) > box[1] && centreY(inner) < box[3];

/** What to do with a page: take its text layer, recognize its picture, or neither, for there is nothing on it. */
export interface LayerVerdict {
  use: 'layer' | 'ocr' | 'blank';
  reasons: ReadingReason[];
}

/** Fewer letters on a page with a picture are a stamp, a page number, the text of a signature. */
const FEW_LETTERS = 60;
/** A picture of the page, and not one on it. */
export const LARGE_PICTURE = 0.4;
/** Less of a page's print under its words: these are a note that some program put on the picture. */
const LEAST_COVERED = 0.4;
/** Letters drawn as shapes: many of them where there are few letters. */
const MANY_SHAPES = 200;
const FEWEST_DIACRITICS = 0.15;
const FEWEST_SYLLABLES = 0.75;
const MOST_VOWELLESS = 0.3;
const MOST_UNMAPPED = 0.02;
const MOST_DOUBTFUL = 0.03;
/** Below this share of the text over the picture, the picture holds text of its own. */
const MOSTLY_ON_PICTURE = 0.5;

/**
 * Decides from the figures whether a text layer can be trusted. A layer without pictures under it is what was printed, so only a
 * broken character map speaks against it; a layer over a picture of the page was made by a recognition program, and is as good as it was.
 */
export function judgeLayer(quality: LayerQuality, shapes: number): LayerVerdict {
  const reasons: ReadingReason[] = [{ code: 'letters', value: quality.letters }];
  const note = (code: ReadingReason['code'], value: number | null = null) => reasons.push({ code, value: value === null ? null : Math.round(value * 100) / 100 });
  if (quality.diacritics !== null) note('diacritics', quality.diacritics);
  if (quality.syllables !== null) note('syllables', quality.syllables);
  if (quality.pictured > 0) note('pictures', quality.pictured);
  if (quality.invisible) note('invisible-text');
  const picture = quality.pictured >= LARGE_PICTURE;
  if (quality.words === 0 && !picture && shapes < MANY_SHAPES) return { use: quality.pictured > 0 ? 'ocr' : 'blank', reasons };
  if (quality.letters < FEW_LETTERS && (picture || shapes >= MANY_SHAPES)) {
    note(picture ? 'few-letters' : 'drawn-letters');
    return { use: 'ocr', reasons };
  }
  if (
    quality.unmapped > quality.letters * MOST_UNMAPPED ||
    (quality.vowelless ?? 0) > MOST_VOWELLESS ||
    (quality.letters >= FEW_LETTERS && (quality.syllables ?? 1) < FEWEST_SYLLABLES)
  ) {
    note('bad-mapping', quality.unmapped);
    return { use: 'ocr', reasons };
  }
  if (!picture) return { use: 'layer', reasons };
  if ((quality.onPicture ?? 0) < MOSTLY_ON_PICTURE && !quality.invisible) note('picture-apart');
  else if ((quality.diacritics ?? 0) < FEWEST_DIACRITICS) note('few-diacritics');
  else if ((quality.doubtfulDigits ?? 0) > MOST_DOUBTFUL) note('doubtful-digits', quality.doubtfulDigits);
  else return { use: 'layer', reasons };
  return { use: 'ocr', reasons };
}

/** The verdict on a layer of text over a picture of the page, once it is known how much of the print has words over it (`inkCoverage`). */
export function judgeCoverage({ use, reasons }: LayerVerdict, covered: number | null): LayerVerdict {
  if (covered === null) return { use, reasons };
  const looked: ReadingReason[] = [...reasons, { code: 'covered-print', value: Math.round(covered * 100) / 100 }];
  return covered >= LEAST_COVERED ? { use, reasons: looked } : { use: 'ocr', reasons: [...looked, { code: 'uncovered-print', value: null }] };
}
