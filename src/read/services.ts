import type { PageImage, RecognizedPage } from './ocr/engine.ts';

/** What reading needs of the world around it, given by whoever runs it. */
export interface ReadServices {
  /** Recognizes the words of a page's picture; null where there is no engine, or none is wanted. */
  recognize: ((image: PageImage) => Promise<RecognizedPage>) | null;
  /** Opens files that are protected by one. */
  password: string | null;
  /** Longest time a page may take but for its recognition, in ms; without a bound files are read in the program's own thread. */
  pageTimeoutMs?: number;
  /** Raised when the run is stopped. */
  signal?: AbortSignal | undefined;
}

/** Reading without recognition: pages that are pictures stay without words, and it is said. */
export const NO_SERVICES: ReadServices = { recognize: null, password: null };

/** Recognition engines that can be asked for: the system's `tesseract`, else tesseract.js; one of them; none. */
export const OCR_CHOICES = ['auto', 'tesseract', 'tesseract.js', 'off'] as const;
export type OcrChoice = (typeof OCR_CHOICES)[number];
