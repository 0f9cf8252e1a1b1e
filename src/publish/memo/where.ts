import type { Evidence } from '../../model/evidence.ts';
import type { Division, Root, TreeNode } from '../../model/tree.ts';
import { markdownText } from './markdown-text.ts';
import { isWord, type Language, say, type Word } from './say.ts';

/**
 * The place of words as a letter names it: "điểm a khoản 2 Điều 5 (dòng 40)", "gạch đầu dòng thứ 2, mục 1, mục II (trang 3)"; in
 * English from the outside in. Without the tree of the document only line or page.
 */
export function whereIn(tree: Root | null, { start, lines, page }: Evidence, language: Language): string {
  const inside = page === undefined ? say('line', language, { line: String(lines[0]) }) : say('page', language, { page: String(page) });
  const steps = tree === null ? [] : stepsTo(tree, start, language);
  if (steps.length === 0) return inside;
  if (language === 'en') return `${steps.map(({ text }) => text).join(', ')} (${inside})`;
  const inner = steps.reduceRight((text, step, at) => (text === '' ? step.text : `${text}${ofLaw(step.word, steps[at + 1]?.word) ? ' ' : ', '}${step.text}`), '');
  return `${inner} (${inside})`;
}

/** Point, clause and article of a legal document are named without commas between them. */
function ofLaw(outer: Word, inner: Word | undefined): boolean {
  return (outer === 'article' && inner === 'clause') || (outer === 'clause' && inner === 'letter');
}

interface Step {
  word: Word;
  text: string;
}

function stepsTo(tree: Root, offset: number, language: Language): Step[] {
  const steps: Step[] = [];
  let parent: Division | null = null;
  for (let nodes: readonly TreeNode[] = tree.children; ; ) {
    const node = nodes.find(({ position }) => position.start.offset <= offset && offset < position.end.offset);
    if (!node) return steps;
    if (node.type !== 'division') return isWord(node.type) ? [...steps, { word: node.type, text: say(node.type, language) }] : steps;
    // "2." below an article is a clause.
    const word = node.kind === 'arabic' && parent?.kind === 'article' ? 'clause' : node.kind;
    // A dash has no label; its address counts: "II.1.d2".
    const marker = node.marker ?? /(?<!\d)\d{1,9}$/.exec(node.eId)?.[0];
    if (marker !== undefined) steps.push({ word, text: say(word, language, { marker: markdownText(marker) }) });
    parent = node;
    nodes = node.children;
  }
}
