import type { GrayImage } from '../pixels/gray.ts';

/**
 * How the text lies on the picture. `page`: columns and blocks are to be found; `block`: lines one below the other;
 * `sparse`: words anywhere; `line`: one line.
 */
export type Layout = 'page' | 'block' | 'sparse' | 'line';

/** Tesseract's page segmentation modes. */
export const SEGMENTATION: Record<Layout, string> = { page: '3', block: '6', sparse: '11', line: '7' };

/** A word as the engine read it; the box in pixels of the picture it was given. */
export interface ReadWord {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** 0 to 1. */
  confidence: number;
}

/** The words of a line, left to right; `block` counts the engine's blocks, so that lines of one column can be told. */
export interface ReadLine {
  block: number;
  words: ReadWord[];
}

/** A recognition engine bare: a straight, clean gray picture in, lines of words out. */
export interface TextReader {
  readonly name: string;
  readonly version: string;
  /** How many pictures are read at a time. */
  readonly workers: number;
  /**
   * @param dpi tells the engine the size of the letters to expect.
   * @throws OcrProblem; the reason of `signal` when it is aborted.
   */
  read(image: GrayImage, layout: Layout, dpi: number, signal: AbortSignal): Promise<ReadLine[]>;
  close(): Promise<void>;
}
