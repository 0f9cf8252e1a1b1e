import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkCorpus } from '../check/check.ts';
import { DOCUMENT_RULES_VERSION } from '../check/check-document.ts';
import type { DecisionBook } from '../check/decision-book.ts';
import { CitationGraph } from '../check/graph.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Bilingual } from '../model/finding.ts';
import type { FindingList } from '../model/finding-list.ts';
import { writeIfChanged } from '../publish/write.ts';
import { resolveCorpus } from '../resolve/resolve.ts';
import { type Cache, knowledgeHash, sha256, stagesKey } from './cache.ts';
import { DocumentBuilder } from './document-builder.ts';
import { FactsReader } from './facts-reader.ts';
import { FindingFile } from './finding-file.ts';
import { type OutputState, readJson, WHOLE_CORPUS_FILES, writeOutputs } from './outputs.ts';
import type { RunProblem } from './problem.ts';
import { loadSources } from './process-files.ts';
import { publishedFindings } from './published-findings.ts';
import { CORPUS_VERSION, describeRun, type RunRecord } from './run-record.ts';
import type { SourceRef } from './source-record.ts';

export interface CorpusResult {
  record: RunRecord;
  findings: FindingList;
  /** Files written; 0 where the same input had been published before. */
  written: number;
  removed: number;
  /** To be called when no finding is read any more. */
  close(): void;
}

/**
 * Resolves, checks and publishes a corpus. Everything is written under a temporary name and renamed; files that would not
 * change are left alone, so a second run on the same input and decisions writes nothing.
 * @throws FactsMissing where what is kept of a source cannot be read.
 */
export async function publishCorpus(
  refs: readonly SourceRef[],
  problems: readonly RunProblem[],
  knowledge: Knowledge,
  cache: Cache,
  out: string,
  describe: (problem: RunProblem) => Bilingual,
  version: string,
  { decisions, force = false }: { decisions: DecisionBook; force?: boolean },
): Promise<CorpusResult> {
  const id = sha256(
    JSON.stringify([
      CORPUS_VERSION,
      version,
      stagesKey(knowledge),
      knowledgeHash(knowledge),
      refs.map(({ file, draftsKey }) => [file, draftsKey]),
      problems,
      decisions.rejections(),
    ]),
  ).slice(0, 16);
  const state = force ? null : readJson<OutputState>(join(out, 'cache', 'state.json'));
  if (state?.run === id && isComplete(out, id, state)) {
    const record = readJson<RunRecord>(join(out, 'runs', `${id}.json`));
    const published = record && publishedFindings(out);
    if (published) return { record, ...published, written: 0, removed: 0 };
  }
  const sources = loadSources(refs, knowledge, cache);
  const facts = new FactsReader(sources, cache);
  const digests = sources.flatMap(({ digests, file }) => digests.map((digest) => Object.assign(digest, { file })));
  digests.forEach((digest, at) => {
    digest.index = at;
  });
  const corpus = resolveCorpus(digests, knowledge);
  const graph = new CitationGraph(corpus);
  const rules = sha256(JSON.stringify([CORPUS_VERSION, DOCUMENT_RULES_VERSION, version, stagesKey(knowledge), knowledgeHash(knowledge)]));
  const store = new FindingFile(join(out, 'cache', 'checks.jsonl'), rules, force);
  try {
    const findings = checkCorpus(
      corpus,
      knowledge,
      (document, start, end) => facts.evidence(document, start, end),
      (document) => facts.drafts(document),
      graph,
      store,
      decisions,
    );
    const record = describeRun(id, sources, problems, corpus, findings, knowledge, version);
    const told = problems.map((problem) => ({ ...problem, message: describe(problem) }));
    const documents = new DocumentBuilder(sources, corpus, findings, facts);
    const counts = await writeOutputs(out, { record, findings, documents, graph, sources, problems: told, knowledge }, state);
    store.commit();
    writeIfChanged(join(out, 'cache', 'corpus.json'), JSON.stringify({ sources: sources.map(({ file, sha256: hash, key }) => ({ file, sha256: hash, key })), problems }));
    return { record, findings, ...counts, close: () => store.close() };
  } catch (error) {
    store.discard();
    throw error;
  }
}

/** Whether all that a run wrote is still there. */
function isComplete(out: string, run: string, { documents }: OutputState): boolean {
  const files = [
    join('runs', `${run}.json`),
    ...WHOLE_CORPUS_FILES,
    ...Object.keys(documents).flatMap((name) => [`${name}.json`, `${name}.txt`].map((file) => join('documents', file))),
  ];
  return files.every((file) => existsSync(join(out, file)));
}
