import type { Division } from '../../model/tree.ts';

/** Kinds of divisions that are no part of a label: their numbering runs through the document or starts a new one. */
const OUTSIDE = new Set(['annex', 'part', 'chapter', 'section', 'subsection']);

/** The label of a division in its unit: "III" above "2" is "III.2", above "3.1" it is "3.1" behind what "3" stands in. */
export function labelOf({ kind, marker }: Division, above: string | null): string | null {
  if (marker === null || OUTSIDE.has(kind)) return OUTSIDE.has(kind) ? null : above;
  if (kind === 'article' || kind === 'task' || above === null) return marker;
  const parts = above.split('.');
  const levels = marker.split('.');
  const shared = levels.length > 1 ? levels.slice(0, -1).join('.') : '';
  const tail = parts.slice(parts.length - (levels.length - 1)).join('.');
  return shared !== '' && tail === shared ? [...parts.slice(0, parts.length - (levels.length - 1)), marker].join('.') : `${above}.${marker}`;
}
