import type { ReadLine } from './reader.ts';

const WORD_LEVEL = '5';
const COLUMNS = 12;

/**
 * Reads Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence (0 to 100), text.
 * Words of white space only are left out, and lines without words.
 */
export function parseTsv(tsv: string): ReadLine[] {
  const lines: ReadLine[] = [];
  let key = '';
  for (const row of tsv.split('\n')) {
    if (!row.startsWith(WORD_LEVEL)) continue;
    const columns = row.split('\t');
    if (columns.length < COLUMNS) continue;
    const [, page, block, paragraph, line, , left, top, width, height, confidence] = columns.map(Number) as number[];
    const text = columns
      .slice(COLUMNS - 1)
      .join('\t')
      .trim();
    if (text === '' || left === undefined || top === undefined || width === undefined || height === undefined) continue;
    const lineKey = `${page} ${block} ${paragraph} ${line}`;
    if (lineKey !== key) lines.push({ block: block ?? 0, words: [] });
    key = lineKey;
    lines.at(-1)?.words.push({
      text: text.normalize('NFC'),
      left,
      top,
      right: left + width,
      bottom: top + height,
      confidence: Math.min(1, Math.max(0, (confidence ?? 0) / 100)),
    });
  }
  return lines;
}
