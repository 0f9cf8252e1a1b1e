import type { CitationGraph } from './graph.ts';

/** How many sources say so: documents that came in one file are one. */
export function countSources(places: readonly { document: number }[], graph: CitationGraph): number {
  return new Set(places.map(({ document }) => graph.document(document).sha256)).size;
}
