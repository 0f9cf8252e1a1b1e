import type { Citation } from '../model/facts.ts';
import type { Place } from './digest.ts';

/** "A về … thực hiện B": mention B stands in the title of mention A. */
export interface Edge {
  outer: number;
  inner: number;
  relation: Citation['relation'];
  place: Place;
}

/** The edges of a document as one string: a corpus keeps those of every document in memory. */
export function packEdges(edges: readonly Edge[]): string {
  return edges.map(({ outer, inner, relation, place }) => [outer, inner, relation, ...place].join('|')).join('\n');
}

/** Reads what `packEdges` made. */
export function readEdges(packed: string): Edge[] {
  if (packed === '') return [];
  return packed.split('\n').map((line): Edge => {
    const [outer, inner, relation, start, end] = line.split('|');
    return { outer: Number(outer), inner: Number(inner), relation: relation as Citation['relation'], place: [Number(start), Number(end)] };
  });
}
