import type { ExtractedDocument } from '../src/model/document.ts';
import type { NormalizedText, Part } from '../src/model/text.ts';
import type { Division, Leaf, Root, TreeNode } from '../src/model/tree.ts';
import { normalize } from '../src/normalize/normalize.ts';
import type { Reading } from '../src/read/read.ts';
import { readTextSource } from '../src/read/text-source.ts';
import { processText } from '../src/run/process-text.ts';
import { segment } from '../src/segment/segment.ts';
import { split } from '../src/split/split.ts';
import { knowledge } from './default-knowledge.ts';

/** UTF-8 bytes of a text; bytes stay as they are. */
export const toBytes = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

export const readText = (content: string | Uint8Array): Reading => readTextSource(toBytes(content), knowledge);

export const normalizeText = (content: string | Uint8Array): NormalizedText => normalize(readText(content).pages, knowledge);

/** The logical lines of a text after `normalize`. */
export const linesOf = (content: string | Uint8Array): string[] => normalizeText(content).text.split('\n');

export const splitText = (content: string | Uint8Array): Part[] => split(normalizeText(content), knowledge);

/** The tree of a text that is one document. */
export function segmentText(content: string): { root: Root; text: string } {
  const part = splitText(content)[0];
  if (!part) throw new Error('no part');
  return { root: segment(part.content, knowledge), text: part.content.text };
}

/** All documents of a text, every stage run. */
export const documentsOf = (content: string | Uint8Array): ExtractedDocument[] => processText(toBytes(content), knowledge).documents;

/** The only document of a text, every stage run. */
export function documentOf(content: string | Uint8Array): ExtractedDocument {
  const documents = documentsOf(content);
  const [document] = documents;
  if (!document || documents.length !== 1) throw new Error(`${documents.length} documents`);
  return document;
}

/** The divisions of a tree in order, as they nest: `I > 1 > a`; a dash is "-". */
export function outlineOf(content: string): string[] {
  const paths: string[] = [];
  const visit = (node: TreeNode, path: readonly string[]) => {
    if (node.type !== 'division') return;
    const own = [...path, node.marker ?? (node.kind === 'plus' ? '+' : '-')];
    paths.push(own.join(' > '));
    for (const child of node.children) visit(child, own);
  };
  for (const child of segmentText(content).root.children) visit(child, []);
  return paths;
}

/** Every division of a tree, in order. */
export function divisionsOf(root: Root): Division[] {
  const divisions: Division[] = [];
  const visit = (node: TreeNode) => {
    if (node.type !== 'division') return;
    divisions.push(node);
    node.children.forEach(visit);
  };
  root.children.forEach(visit);
  return divisions;
}

/** Every leaf of a tree, in order of the text. */
export function leavesOf(root: Root): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (node: TreeNode) => {
    if (node.type === 'division') node.children.forEach(visit);
    else if ('children' in node && node.type !== 'row') (node.children as Leaf[]).forEach(visit);
    else leaves.push(node as Leaf);
  };
  root.children.forEach(visit);
  return leaves.sort((a, b) => a.position.start.offset - b.position.start.offset);
}

/** The words of the leaves of one type. */
export function wordsOf(content: string, type: Leaf['type']): string[] {
  const { root, text } = segmentText(content);
  return leavesOf(root)
    .filter((leaf) => leaf.type === type)
    .map((leaf) => text.slice(leaf.position.start.offset, leaf.position.end.offset));
}
