import { compiledOnce } from '../grammar/compiled.ts';
import { anyOf } from '../grammar/words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { Target } from '../model/targets.ts';
import type { Division, Root, TreeNode } from '../model/tree.ts';
import { fold } from '../text/fold.ts';

/** A row of a table that holds no value is the heading of those below it. */
const VALUE = /[\p{L})]\P{L}{0,12}\d/u;

/**
 * Tells whether two targets of one name stand below headings that make them targets of two parts: "1. Khu vực đô thị" and "2. Khu vực
 * nông thôn", "Đối với giáo viên mầm non", a row "II | Cấp xã" between them. What only says that goals or tasks follow parts nothing.
 */
export function partedTargets(document: Pick<ExtractedDocument, 'tree' | 'text'>, knowledge: Pick<Knowledge, 'checks'>): (one: Target, other: Target) => boolean {
  const words = headingWords(knowledge);
  const { tree, text } = document;
  return (one, other) => {
    const [first, second] = one.evidence.start < other.evidence.start ? [one, other] : [other, one];
    const [a, b] = [pathTo(tree, first.evidence.start), pathTo(tree, second.evidence.start)];
    let common = 0;
    while (common < a.length && a[common] === b[common]) common++;
    const [mine, theirs] = [a.slice(common), b.slice(common)];
    if (mine.length + theirs.length === 0) return one.where === 'table' && other.where === 'table' && hasGroupRow(text.slice(first.evidence.end, second.evidence.start));
    if ([...mine, ...theirs].some(({ title }) => title !== null && words.part.test(fold(title)))) return true;
    // Each below a heading of its own, both below one: "a) Mầm non" and "b) Tiểu học".
    return common > 0 && [mine, theirs].every((path) => path.length > 1 && !words.generic.test(fold(path[0]?.title ?? '')));
  };
}

function pathTo(tree: Root, offset: number): Division[] {
  const path: Division[] = [];
  for (let nodes: readonly TreeNode[] = tree.children; ; ) {
    const next = nodes.find(({ type, position }) => type === 'division' && position.start.offset <= offset && offset < position.end.offset);
    if (next?.type !== 'division') return path;
    path.push(next);
    nodes = next.children;
  }
}

/** True where a line between two rows names something and has no value. */
function hasGroupRow(between: string): boolean {
  return between
    .split('\n')
    .slice(1, -1)
    .some((line) => /\p{L}{2}/u.test(line) && !VALUE.test(line));
}

const headingWords = compiledOnce(({ checks }: Pick<Knowledge, 'checks'>) => ({
  part: new RegExp(`^${anyOf(checks.part_headings)}(?!\\p{L})`, 'u'),
  generic: new RegExp(`^${anyOf(checks.generic_headings)}(?!\\p{L})`, 'u'),
}));
