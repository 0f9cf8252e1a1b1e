import { toRoman } from '../../../text/roman.ts';
import type { Layout } from './plan.ts';

/** A piece of a document before it is laid out. `at`: which item of its list, from 0. */
export type Block = Labelled | { kind: 'head' | 'annex'; lines: string[] } | { kind: 'table'; rows: string[][] };

interface Labelled {
  kind: 'section' | 'division' | 'text' | 'dash' | 'number' | 'letter';
  text: string;
  at?: number;
}

/** Columns of wrapped text. */
const WIDTH = 84;
const LETTERS = [...'abcdđeghiklm'];

/** Prints blocks as plain text, wrapped text, Markdown or HTML. */
export function layOut(blocks: readonly Block[], layout: Layout): string {
  let section = 0;
  let division = 0;
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'section') {
      section++;
      division = 0;
    } else if (block.kind === 'division') division++;
    return print(block, section, division, layout);
  });
  return layout.markup === 'html' ? `<html><body>\n${lines.join('\n')}\n</body></html>\n` : `${lines.join('\n')}\n`;
}

function print(block: Block, section: number, division: number, layout: Layout): string[] {
  const { markup } = layout;
  if ('rows' in block) return [...table(block.rows, layout), ''];
  if ('lines' in block) {
    const bold = markup === 'markdown' ? block.lines.map((line) => (line === line.toUpperCase() && /\p{L}/u.test(line) ? `**${line}**` : line)) : block.lines;
    return markup === 'html' ? bold.map((line) => `<p>${line}</p>`) : [...(markup === 'markdown' ? bold.map((line, at) => (at < bold.length - 1 ? `${line}  ` : line)) : bold), ''];
  }
  const label = labelOf(block, section, division, layout);
  const line = label === '' ? block.text : `${label} ${block.text}`;
  if (markup === 'html') return [`<p>${block.kind === 'section' ? `<b>${line}</b>` : line}</p>`];
  if (markup === 'markdown') return [block.kind === 'section' ? `## **${line}**` : block.kind === 'division' && block.text.length < 40 ? `**${line}**` : line, ''];
  return markup === 'wrapped' ? [...wrap(line), ''] : [line, ''];
}

function labelOf(block: Labelled, section: number, division: number, { headings }: Layout): string {
  switch (block.kind) {
    case 'section':
      return headings === 'upper' ? `${'ABCDEFGH'[section - 1]}.` : `${toRoman(section)}.`;
    case 'division':
      return `${division}.`;
    case 'dash':
      return '-';
    case 'number':
      return `${(block.at ?? 0) + 1}.`;
    case 'letter':
      return `${LETTERS[block.at ?? 0]})`;
    default:
      return '';
  }
}

function table(rows: readonly string[][], { table: kind }: Layout): string[] {
  if (kind === 'tab') return rows.map((row) => row.join('\t'));
  if (kind === 'html') return ['<table>', ...rows.map((row) => `<tr>${row.map((one) => `<td>${one.replace(/</g, '&lt;').replace(/>/g, '&gt;')}</td>`).join('')}</tr>`), '</table>'];
  const [head = [], ...rest] = rows;
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rest.map((row) => `| ${row.join(' | ')} |`)];
}

function wrap(line: string): string[] {
  const lines: string[] = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) as string;
    if (last !== '' && last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
