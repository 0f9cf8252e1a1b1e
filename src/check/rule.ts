import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { Bilingual, Verdict } from '../model/finding.ts';
import type { DigitalSignature } from '../model/source.ts';
import type { DocumentDigest, Place } from '../resolve/digest.ts';
import type { Terms } from '../resolve/terms.ts';
import type { Corpus, Work } from '../resolve/works.ts';
import type { CitationGraph, NumberSeries } from './graph.ts';

/** A value put into a message: words as they are, an ISO date to be printed as dd/mm/yyyy, or a text in both languages. */
export type Value = string | { date: string } | Bilingual;

/** A place in the document a document rule reads, and the value that stands there. */
export interface OwnSide {
  place: Place;
  value: string | null;
  /** Source lines of what is no part of the text; the place is then where it was left out, and empty. */
  lines?: readonly [number, number];
}

/** A place in a document of the corpus, and the value that stands there. */
export interface SideDraft extends OwnSide {
  document: number;
}

export interface GroundDraft<S = SideDraft> {
  constraint: string;
  hard: boolean;
  values: Record<string, Value>;
  sides: S[];
}

export interface CandidateDraft<S = SideDraft> {
  value: string;
  mentions: number;
  witnesses: number;
  supports: GroundDraft<S>[];
  refutes: GroundDraft<S>[];
}

export interface VerdictDraft<S = SideDraft> {
  value: string | null;
  confidence: Verdict['confidence'];
  decidedBy: string[];
  /** Key of `verdicts` in checks.yaml. */
  reason: string;
  values: Record<string, Value>;
  candidates: CandidateDraft<S>[];
}

/** What a rule found, before levels, messages and quotes are put to it. */
export interface FindingDraft<S = SideDraft> {
  /** The work, document or value it is about; one finding per rule and subject. A document rule names what it is about within its document. */
  subject: string;
  /** A variety of the rule with a level or message of its own in checks.yaml. */
  kind?: string;
  values: Record<string, Value>;
  sides: S[];
  verdict: VerdictDraft<S> | null;
}

/** What one document rule found in one document; kept beside the document's digest. */
export interface OwnDraft {
  rule: string;
  draft: FindingDraft<OwnSide>;
}

/** What corpus rules may read. Rules change nothing and see neither files nor clock. */
export interface CheckContext {
  corpus: Corpus;
  graph: CitationGraph;
  terms: Terms;
  knowledge: Pick<Knowledge, 'checks' | 'relations' | 'legislatures' | 'documentTypes' | 'citations' | 'anatomy' | 'agencies' | 'territories' | 'indicators' | 'targets'>;
  /** The words of a place in a document: for the few places in dispute, not for reading documents. */
  words(document: number, start: number, end: number): string;
}

/**
 * A rule about what documents say of each other: it sees digests and the citation graph, no texts. It never picks its level:
 * `checks.yaml` does. What it can tell of one work, of one document with the works it cites, or of one series of numbers, it
 * tells there, so that only what a new document touches is checked again; `check` is for what needs the corpus as a whole.
 */
export interface CorpusRule {
  name: string;
  check?(context: CheckContext): Iterable<FindingDraft>;
  checkWork?(work: Work, context: CheckContext): Iterable<FindingDraft>;
  checkCiting?(document: DocumentDigest, context: CheckContext): Iterable<FindingDraft>;
  checkSeries?(series: NumberSeries, context: CheckContext): Iterable<FindingDraft>;
}

/** What a document rule may know of the file its document is from. */
export interface DocumentSource {
  /** As they say of themselves: read, not verified. */
  signatures: readonly DigitalSignature[];
  /** How many documents the file holds. */
  documents: number;
}

/** A rule about one document by itself: it sees all of it, and runs when the document is extracted, not again with each corpus. */
export interface DocumentRule {
  name: string;
  checkDocument(document: ExtractedDocument, knowledge: Knowledge, source: DocumentSource): Iterable<FindingDraft<OwnSide>>;
}

export type Rule = CorpusRule | DocumentRule | (CorpusRule & DocumentRule);
