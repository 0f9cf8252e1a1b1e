import type { DocumentDigest } from '../resolve/digest.ts';
import { plainWords } from '../resolve/title-reading.ts';
import type { CitationGraph } from './graph.ts';
import type { CheckContext, SideDraft } from './rule.ts';

/** How many sources say so: documents that came in one file are one. */
export function countSources(places: Iterable<{ document: number }>, graph: CitationGraph): number {
  const sources = new Set<string>();
  for (const { document } of places) sources.add(graph.document(document).sha256);
  return sources.size;
}

/** Documents of one number, body and day are copies of one document, whatever files they came in. */
function copyKey({ numberKey, issuerId, issuerTerritory, date }: DocumentDigest): string | null {
  return numberKey === null || issuerId === null || date?.length !== 10 ? null : `${numberKey}|${issuerId}|${issuerTerritory}|${date}`;
}

/** So many sources are compared with each other; of more than that, copies are seldom all. */
const SOURCES_COMPARED = 48;
const PLACES_READ = 3;
const REACH = 280;
/** Passages of fewer words are formulas that everyone writes. */
const FEWEST_WORDS = 12;
const SHINGLE = 4;
const NEARLY_ALL = 0.6;

/**
 * How many independent sources say so (domain reference 1.4 step 6). One source are: documents of one file; copies of one document in
 * several files; a document and the letter that it comes with; documents whose passages around the citation are nearly word for word the same. The citation itself
 * is a formula and proves no copying. Reads the passages, so it is for values in dispute only.
 */
export function independentSources(sides: readonly SideDraft[], context: CheckContext): number {
  const { graph } = context;
  const bySource = new Map<string, SideDraft[]>();
  for (const side of sides) {
    const { sha256 } = graph.document(side.document);
    const list = bySource.get(sha256);
    if (list) list.push(side);
    else bySource.set(sha256, [side]);
  }
  const compared = [...bySource.values()].slice(0, SOURCES_COMPARED);
  const passages = compared.map((list) => list.slice(0, PLACES_READ).map((side) => shinglesAround(side, context)));
  const documents = compared.map((list) => new Set(list.map((side) => side.document)));
  const copies = documents.map((own) => new Set([...own].flatMap((document) => copyKey(graph.document(document)) ?? [])));
  const sent = documents.map((own) => new Set([...own].flatMap((document) => graph.sentWith(document))));
  const group = compared.map((_, at) => at);
  const rootOf = (at: number): number => (group[at] === at ? at : rootOf(group[at] as number));
  for (let a = 0; a < compared.length; a++) {
    for (let b = a + 1; b < compared.length; b++) {
      if (rootOf(a) === rootOf(b)) continue;
      const together = intersects(sent[a], documents[b]) || intersects(sent[b], documents[a]) || intersects(copies[a], copies[b]);
      if (together || passages[a]?.some((one) => passages[b]?.some((other) => nearlySame(one, other)))) group[rootOf(b)] = rootOf(a);
    }
  }
  return bySource.size - compared.length + new Set(group.map((_, at) => rootOf(at))).size;
}

function intersects<T>(a: ReadonlySet<T> | undefined, b: ReadonlySet<T> | undefined): boolean {
  return a !== undefined && b !== undefined && [...a].some((one) => b.has(one));
}

/** Runs of words on the line around a citation, without the citation and the clause behind it, which is mostly its title. */
function shinglesAround({ document, place }: SideDraft, { words }: CheckContext): Set<string> {
  const [start, end] = place;
  const before =
    words(document, start - REACH, start)
      .split('\n')
      .at(-1) ?? '';
  const behind = words(document, end, end + REACH).split('\n')[0] ?? '';
  const clause = /[;.](?=\s|$)/.exec(behind)?.index ?? behind.length;
  const shingles = new Set<string>();
  // The two sides of the citation are no neighbours, and the words at the far ends may be cut.
  const parts = [plainWords(before).split(' ').slice(1), plainWords(behind.slice(clause)).split(' ').slice(0, -1)];
  if (parts.reduce((sum, part) => sum + part.length, 0) < FEWEST_WORDS) return shingles;
  for (const part of parts) for (let at = 0; at + SHINGLE <= part.length; at++) shingles.add(part.slice(at, at + SHINGLE).join(' '));
  return shingles;
}

function nearlySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  let common = 0;
  for (const one of a) if (b.has(one)) common++;
  return common >= NEARLY_ALL * Math.min(a.size, b.size) && common >= FEWEST_WORDS / 2;
}
