import type { Page } from '../../model/source.ts';
import { FileProblem } from '../file-problem.ts';
import { OcrProblem } from '../ocr/engine.ts';
import { emptyLayer, type PageReading } from './page-reading.ts';

/**
 * What was recognized of a page, or, where that failed, the page without words and why: one page that cannot be read stops no file.
 * A run that was stopped stops.
 */
export async function readOrTell(recognition: Promise<PageReading>, otherwise: PageReading): Promise<PageReading> {
  try {
    return await recognition;
  } catch (error) {
    if ((error as Error).name === 'AbortError' || error instanceof FileProblem) throw error;
    return unread(otherwise, error instanceof OcrProblem && error.code === 'page-timed-out' ? 'page-timed-out' : 'page-failed', (error as Error).message);
  }
}

/** A page that stays without words. */
export function unread(reading: PageReading, code: 'no-engine' | 'page-timed-out' | 'page-failed', value: string | null = null): PageReading {
  const { layer } = reading;
  return {
    ...reading,
    layer: { ...emptyLayer(layer.width, layer.height), turn: layer.turn, setAside: layer.setAside },
    decision: 'unreadable',
    reasons: [...reading.reasons, { code, value }],
  };
}

/** @throws FileProblem where none of the pages has a word, saying why. */
export function requireWords(pages: readonly Page[]): void {
  if (pages.some((page) => page.text.trim() !== '')) return;
  const reasons = pages.flatMap((page) => page.layout?.reading.reasons ?? []);
  if (reasons.some(({ code }) => code === 'no-engine')) throw new FileProblem('needs-ocr');
  const failed = reasons.find(({ code, value }) => (code === 'page-failed' || code === 'page-timed-out') && value !== null);
  throw failed ? new FileProblem('pages-failed', { detail: String(failed.value) }) : new FileProblem('no-text');
}
