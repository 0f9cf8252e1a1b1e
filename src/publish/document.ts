import type { ExtractedDocument, PublishedDocument } from '../model/document.ts';
import type { WorkLink } from '../model/facts.ts';
import type { Origin } from '../model/source.ts';

/** What is known of a document besides its extracted facts. */
export interface PublishContext {
  id: string;
  source: { file: string; sha256: string; mediaType: string; origin: Origin; pages: number };
  textHash: string;
  /** The work of each citation, in their order. */
  links: readonly WorkLink[];
  findings: readonly string[];
  /** How the pages of the source were read, and its digital signatures. */
  paged: Pick<PublishedDocument['source'], 'reading' | 'signatures'>;
  noise: PublishedDocument['noise'];
}

/** Puts a document's facts into the shape of the published contract, keys in the contract's order. */
export function publishDocument(document: ExtractedDocument, context: PublishContext): PublishedDocument {
  const { source } = context;
  return {
    schema: 'trichluc/document@1',
    id: context.id,
    source: {
      file: source.file,
      sha256: source.sha256,
      mediaType: source.mediaType,
      origin: source.origin,
      part: document.part,
      parts: document.parts,
      pages: source.pages,
      lines: document.lines,
      ...context.paged,
    },
    text: { file: `${context.id}.txt`, sha256: context.textHash, length: document.text.length },
    identity: document.identity,
    tree: document.tree,
    citations: document.citations.map((citation, at) => ({ ...citation, work: context.links[at] ?? { id: null, status: 'unresolved', reason: 'no-number', candidates: [] } })),
    dates: document.dates,
    targets: document.targets,
    assignments: document.assignments,
    findings: [...context.findings],
    repairs: document.repairs,
    noise: context.noise,
    completeness: document.completeness,
  };
}
