import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { paint, type Style } from './paint.ts';
import { wrap } from './terminal-table.ts';

/** How headings are shown that stand for something: those below `## ✗` get its sign and colour. */
const SIGNS: Readonly<Record<string, Style>> = { '✗': ['red', 'bold'], '✓': ['green', 'bold'] };
const INDENT = '  ';

/**
 * A page of Markdown as lines for a terminal: headings, wrapped paragraphs and lists, blocks of code. `titles` gives another text for
 * a heading of the second level, as a language wants it.
 */
export function markdownLines(markdown: string, width: number, titles: (text: string) => string = (text) => text): string[] {
  const lines: string[] = [];
  let sign: string | undefined;
  for (const node of unified().use(remarkParse).parse(markdown).children) {
    if (node.type === 'heading' && node.depth === 2) sign = plainText(node.children);
    lines.push('', ...blockLines(node, width, titles, sign));
  }
  return lines.slice(1);
}

function blockLines(node: RootContent, width: number, titles: (text: string) => string, sign: string | undefined): string[] {
  switch (node.type) {
    case 'heading': {
      const text = plainText(node.children);
      const style = sign === undefined ? undefined : SIGNS[sign];
      if (node.depth <= 2) return [paint(style ?? 'bold', titles(text))];
      return wrap(text, width - 4).map((line, at) => `${INDENT}${at === 0 && style && sign ? paint(style, sign) : ' '} ${paint('bold', line)}`);
    }
    case 'paragraph':
      return wrap(inline(node.children), width - INDENT.length).map((line) => INDENT + line);
    case 'list':
      return node.children.flatMap((item) => itemLines(item, width));
    case 'code':
      return [...(node.meta ? [`${INDENT}${INDENT}${paint('dim', node.meta)}`] : []), ...node.value.split('\n').flatMap((line) => codeLines(line, width))];
    default:
      return [];
  }
}

function itemLines({ children }: ListItem, width: number): string[] {
  const text = children.map((child) => (child.type === 'paragraph' ? inline(child.children) : '')).join(' ');
  return wrap(text, width - 4).map((line, at) => `${INDENT}${at === 0 ? '-' : ' '} ${line}`);
}

function codeLines(line: string, width: number): string[] {
  const lines = wrap(line, width - 6);
  return (lines.length > 0 ? lines : ['']).map((one) => `${INDENT}${INDENT}${paint('dim', '│')} ${one}`.trimEnd());
}

function inline(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'inlineCode') return paint('cyan', node.value);
      return 'children' in node ? inline(node.children) : '';
    })
    .join('');
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : '')).join('');
}
