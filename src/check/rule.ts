import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Bilingual, Verdict } from '../model/finding.ts';
import type { Place } from '../resolve/digest.ts';
import type { Terms } from '../resolve/terms.ts';
import type { Corpus } from '../resolve/works.ts';
import type { CitationGraph } from './graph.ts';

/** A value put into a message: words as they are, an ISO date to be printed as dd/mm/yyyy, or a text in both languages. */
export type Value = string | { date: string } | Bilingual;

export interface SideDraft {
  document: number;
  place: Place;
  value: string | null;
}

export interface GroundDraft {
  constraint: string;
  hard: boolean;
  values: Record<string, Value>;
  sides: SideDraft[];
}

export interface CandidateDraft {
  value: string;
  mentions: number;
  witnesses: number;
  supports: GroundDraft[];
  refutes: GroundDraft[];
}

export interface VerdictDraft {
  value: string | null;
  confidence: Verdict['confidence'];
  decidedBy: string[];
  /** Key of `verdicts` in checks.yaml. */
  reason: string;
  values: Record<string, Value>;
  candidates: CandidateDraft[];
}

/** What a rule found, before levels, messages and quotes are put to it. */
export interface FindingDraft {
  /** The work, document or value it is about; one finding per rule and subject. */
  subject: string;
  /** A variety of the rule with a level or message of its own in checks.yaml. */
  kind?: string;
  values: Record<string, Value>;
  sides: SideDraft[];
  verdict: VerdictDraft | null;
}

/** What rules may read. Rules change nothing and see neither files nor clock. */
export interface CheckContext {
  corpus: Corpus;
  graph: CitationGraph;
  terms: Terms;
  knowledge: Pick<Knowledge, 'checks' | 'relations' | 'legislatures' | 'documentTypes' | 'citations' | 'anatomy'>;
}

/** A rule of the catalogue. It never picks its level: `checks.yaml` does. */
export interface Rule {
  name: string;
  check(context: CheckContext): Iterable<FindingDraft>;
}
