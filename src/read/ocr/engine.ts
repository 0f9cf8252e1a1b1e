/**
 * What recognition takes and gives: one page image in, its words with places out.
 * Everything here is plain data, so that it can be cached and sent between threads.
 */

/** A picture of a page, upright or not: 8-bit samples, row by row, channels interleaved. */
export interface PageImage {
  width: number;
  height: number;
  channels: 1 | 3;
  data: Uint8Array;
  /** Pixels per inch, as far as known. */
  dpi: number | null;
}

/** Left, top, right, bottom in pixels of the image as it was given, not of the straightened one; right and bottom exclusive. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number];

export interface RecognizedWord {
  text: string;
  box: PixelBox;
  /** 0 to 1. Words of handwriting never exceed 0.3. */
  confidence: number;
  /** Set where the ink is handwriting in a place left blank in print: the text is a guess, never a value. */
  handwritten?: true;
  /** Set where a stamp lies over the word and what was read makes no sense: a guess as well. */
  covered?: true;
  /** Set where a figure was read in several ways: which of them is printed is not known. */
  doubtful?: true;
}

export interface RecognizedLine {
  words: RecognizedWord[];
}

export interface RecognizedCell {
  box: PixelBox;
  colSpan: number;
  rowSpan: number;
  lines: RecognizedLine[];
}

/** A ruled table; a cell that spans rows stands in the row it begins in. */
export interface RecognizedTable {
  box: PixelBox;
  rows: { cells: RecognizedCell[] }[];
}

/** A mark put on the page after printing. Its text is no part of the document's, but for a mark of precedence. */
export interface RecognizedStamp {
  box: PixelBox;
  /**
   * `arrival`: the receiving office's stamp with its own number and date; `seal`: a round seal; `precedence`: the issuer's mark of urgency or
   * secrecy, which is a part of the document; `other`: anything else.
   */
  kind: 'arrival' | 'seal' | 'precedence' | 'other';
  lines: RecognizedLine[];
}

export interface RecognizedHandwriting {
  box: PixelBox;
  /** What the engine made of it. */
  text: string;
  confidence: number;
}

export type RecognizedBlock = { kind: 'line'; line: RecognizedLine } | { kind: 'table'; table: RecognizedTable };

export interface RecognizedPage {
  /** In reading order; of a two-column header the left column of a row band before the right one. */
  blocks: RecognizedBlock[];
  /** Quarter turns, clockwise, in degrees, that made the page upright. */
  rotation: 0 | 90 | 180 | 270;
  /** Degrees, clockwise, by which the text was turned off the horizontal after `rotation`. */
  skew: number;
  stamps: RecognizedStamp[];
  handwritten: RecognizedHandwriting[];
  /** Name and version of engine and model: part of the key under which the page is kept. */
  engine: string;
}

export type OcrProblemCode = 'page-timed-out' | 'engine-failed' | 'engine-missing' | 'image-unusable';

/** A page that could not be recognized, after the one retry. */
export class OcrProblem extends Error {
  readonly code: OcrProblemCode;

  constructor(code: OcrProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OcrProblem';
    this.code = code;
  }
}

export interface RecognizeOptions {
  /** Longest time for one page, in ms, once it is being worked on; the default is the engine's. */
  timeoutMs?: number;
}

export interface OcrEngine {
  readonly name: string;
  /** Of engine and model. */
  readonly version: string;
  /**
   * Recognizes one page. Calls may overlap; as many pages are worked on at a time as the engine has workers.
   * @throws OcrProblem when the page failed twice or took too long; the reason of `signal` when it was aborted.
   */
  recognize(image: PageImage, options?: RecognizeOptions, signal?: AbortSignal): Promise<RecognizedPage>;
  close(): Promise<void>;
}
