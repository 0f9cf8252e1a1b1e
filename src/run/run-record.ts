import type { Knowledge } from '../knowledge/knowledge.ts';
import type { CorpusCounts } from '../model/corpus-counts.ts';
import type { FindingList } from '../model/finding-list.ts';
import type { Corpus } from '../resolve/works.ts';
import { knowledgeHash } from './cache.ts';
import type { RunProblem } from './problem.ts';
import type { SourceRecord } from './source-record.ts';
import { FILE_STAGES } from './stages.ts';

/** The version of the corpus stages and of the published shape; raised with every change of either. */
export const CORPUS_VERSION = 17;

/** A document as the summary lists it. */
export interface DocumentSummary {
  id: string;
  file: string;
  part: number;
  number: string | null;
  date: string | null;
  notBefore: string | null;
  type: string | null;
  issuer: string | null;
  title: string | null;
  citations: number;
  divisions: number;
  targets: number;
  assignments: number;
  findings: number;
}

/** `runs/<id>.json`: what went in, with which versions, and what came out. It holds no clock, so that equal runs are equal. */
export interface RunRecord {
  schema: 'trichluc/run@1';
  id: string;
  versions: { trichluc: string; stages: Record<string, number>; corpus: number; knowledge: string };
  inputs: { file: string; sha256: string; documents: string[] }[];
  problems: RunProblem[];
  counts: CorpusCounts & {
    findings: Record<string, number>;
    suppressed: number;
  };
  documents: DocumentSummary[];
}

/** Counts and lists what a run found; findings that decisions set aside are counted by themselves. */
export function describeRun(
  id: string,
  sources: readonly SourceRecord[],
  problems: readonly RunProblem[],
  corpus: Corpus,
  findings: FindingList,
  knowledge: Knowledge,
  version: string,
): RunRecord {
  const perDocument = new Map<string, number>();
  const open = findings.heads.filter(({ suppressed }) => suppressed === null);
  for (const finding of open) for (const document of finding.documents) perDocument.set(document, (perDocument.get(document) ?? 0) + 1);
  const levels: Record<string, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of open) levels[finding.level] = (levels[finding.level] ?? 0) + 1;
  let at = 0;
  const sum = (pick: (document: Corpus['documents'][number]) => number) => corpus.documents.reduce((total, document) => total + pick(document), 0);
  return {
    schema: 'trichluc/run@1',
    id,
    versions: {
      trichluc: version,
      stages: Object.fromEntries(FILE_STAGES.map((stage) => [stage.name, stage.version])),
      corpus: CORPUS_VERSION,
      knowledge: knowledgeHash(knowledge),
    },
    inputs: sources.map((source) => ({ file: source.file, sha256: source.sha256, documents: source.digests.map(() => corpus.documents[at++]?.id ?? '') })),
    problems: [...problems],
    counts: {
      sources: sources.length,
      documents: corpus.documents.length,
      citations: sum((document) => document.citations),
      divisions: sum((document) => document.divisions),
      targets: sum((document) => document.targets),
      assignments: sum((document) => document.assignments),
      works: corpus.works.length,
      findings: levels,
      suppressed: findings.length - open.length,
    },
    documents: corpus.documents.map((document) => ({
      id: document.id,
      file: document.file,
      part: document.part,
      number: document.number?.value ?? null,
      date: document.date,
      notBefore: document.notBefore,
      type: document.typeName,
      issuer: document.issuerName,
      title: document.title,
      citations: document.citations,
      divisions: document.divisions,
      targets: document.targets,
      assignments: document.assignments,
      findings: perDocument.get(document.id) ?? 0,
    })),
  };
}
