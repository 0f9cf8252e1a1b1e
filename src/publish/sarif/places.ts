import type { Location, PhysicalLocation } from 'sarif';
import type { Side } from '../../model/finding.ts';
import { printed } from '../report/value.ts';
import type { Language } from './results.ts';
import words from './words.json' with { type: 'json' };

/** The base of all addresses of sources: where they lie is known to who ingested them. */
export const SOURCES = 'SOURCES';

/** The name of a source as a relative URI reference: every segment percent-encoded, `/` between them. */
export function artifactUri(file: string): string {
  return file
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`))
    .join('/');
}

/**
 * Where the words of a side stand: line and column in a source that is a text, else the page or the ordinal of the paragraph or row,
 * which are no lines of the file and stand in `properties`. The document is the logical location.
 */
export function locationOf({ document, label, file, evidence }: Side, language: Language): Location {
  const physical: PhysicalLocation = { artifactLocation: { uri: artifactUri(file), uriBaseId: SOURCES } };
  const { lines, columns, page, boxes, quote } = evidence;
  if (columns) physical.region = { startLine: lines[0], startColumn: columns[0], endLine: lines[1], endColumn: columns[1], snippet: { text: quote } };
  const logical = { name: label, fullyQualifiedName: document, kind: 'document' };
  const base: Location = { physicalLocation: physical, logicalLocations: [logical] };
  if (columns) return base;
  const where = page === undefined ? { lines } : { page, boxes };
  return { ...base, message: { text: page === undefined ? quote : `${words.page[language].replace('{page}', String(page))}: ${quote}` }, properties: { ...where, quote } };
}

/** A side beside the one at fault, with what stands there. */
export function relatedLocation(side: Side, id: number, language: Language): Location {
  const text = side.value === null ? side.label : words.says[language].replace('{label}', () => side.label).replace('{value}', () => printed(side.value as string));
  return { ...locationOf(side, language), id, message: { text } };
}
