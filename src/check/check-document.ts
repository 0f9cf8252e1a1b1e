import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { DigitalSignature } from '../model/source.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import type { DocumentSource, FindingDraft, GroundDraft, OwnDraft, OwnSide, SideDraft } from './rule.ts';
import { RULES } from './rules/catalogue.ts';

/** Raised when a document rule or what it finds changes: drafts are kept with the results of a file. */
export const DOCUMENT_RULES_VERSION = 25;

/** A file of one document without signatures. */
const UNSIGNED: DocumentSource = { signatures: [], documents: 1 };

/** The document rules' view of a file. */
export function documentSource({ signatures = [], documents }: { signatures?: readonly DigitalSignature[] | undefined; documents: readonly unknown[] }): DocumentSource {
  return { signatures, documents: documents.length };
}

/** Runs the document rules on one document. Levels play no part: they and the messages are put to the drafts with the corpus. */
export function checkDocument(document: ExtractedDocument, knowledge: Knowledge, source: DocumentSource = UNSIGNED): OwnDraft[] {
  return RULES.flatMap((rule) => ('checkDocument' in rule ? [...rule.checkDocument(document, knowledge, source)].map((draft) => ({ rule: rule.name, draft })) : []));
}

/**
 * A draft of a document rule as one of the corpus: its subject begins with the document's id, its sides are in that document,
 * and its message can say `{document}`.
 */
export function placeInCorpus(draft: FindingDraft<OwnSide>, document: Pick<DocumentDigest, 'id' | 'index' | 'number' | 'file'>): FindingDraft {
  const side = (own: OwnSide): SideDraft => ({ ...own, document: document.index });
  const ground = (own: GroundDraft<OwnSide>): GroundDraft => ({ ...own, sides: own.sides.map(side) });
  return {
    ...draft,
    subject: draft.subject === '' ? document.id : `${document.id}|${draft.subject}`,
    values: { document: document.number?.value ?? document.file, ...draft.values },
    sides: draft.sides.map(side),
    verdict: draft.verdict && {
      ...draft.verdict,
      candidates: draft.verdict.candidates.map((candidate) => ({ ...candidate, supports: candidate.supports.map(ground), refutes: candidate.refutes.map(ground) })),
    },
  };
}
