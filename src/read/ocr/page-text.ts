import type { RecognizedLine, RecognizedPage } from './engine.ts';

function textOfLine({ words }: RecognizedLine): string {
  return words.map(({ text }) => text).join(' ');
}

/** The text of a page in reading order, a line of print a line, tables cell by cell; stamps are left out. */
export function textOfPage({ blocks }: RecognizedPage): string {
  return blocks
    .flatMap((block) => (block.kind === 'line' ? [textOfLine(block.line)] : block.table.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(textOfLine)))))
    .join('\n');
}
