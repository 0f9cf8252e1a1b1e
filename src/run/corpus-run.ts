import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkCorpus } from '../check/check.ts';
import { DOCUMENT_RULES_VERSION } from '../check/check-document.ts';
import type { DecisionBook } from '../check/decision-book.ts';
import { CitationGraph } from '../check/graph.ts';
import { FindingMemory, type KeptFindings } from '../check/memory.ts';
import { knownAgencies } from '../grammar/succession.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PublishedDocument } from '../model/document.ts';
import type { WorkLink } from '../model/facts.ts';
import type { Bilingual, Finding } from '../model/finding.ts';
import { publishDocument } from '../publish/document.ts';
import { formatJson, jsonPieces } from '../publish/json.ts';
import { AgencyRegister } from '../publish/registers/agency-register.ts';
import { IndicatorRegister } from '../publish/registers/indicator-register.ts';
import { type ReportInput, writeReport } from '../publish/report/report.ts';
import { sarifPieces } from '../publish/sarif/sarif.ts';
import { jsonSchemas } from '../publish/schema.ts';
import { TABLE_FILES, TablesWriter } from '../publish/tables/tables-writer.ts';
import { writeWorks } from '../publish/works.ts';
import { writeIfChanged, writePieces, writeStream } from '../publish/write.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import { type Corpus, resolveCorpus } from '../resolve/works.ts';
import { type Cache, knowledgeHash, sha256, stagesKey } from './cache.ts';
import { FactsReader } from './facts-reader.ts';
import type { RunProblem } from './problem.ts';
import type { SourceRecord } from './process-files.ts';
import { CORPUS_VERSION, describeRun, type RunRecord } from './run-record.ts';

export interface CorpusResult {
  record: RunRecord;
  findings: Finding[];
  /** Files written; 0 where the same input had been published before. */
  written: number;
  removed: number;
}

interface State {
  run: string;
  documents: Record<string, string>;
}

/**
 * Resolves, checks and publishes a corpus. Everything is written under a temporary name and renamed; files that would not
 * change are left alone, so a second run on the same input and decisions writes nothing.
 */
export async function publishCorpus(
  sources: readonly SourceRecord[],
  problems: readonly RunProblem[],
  knowledge: Knowledge,
  cache: Cache,
  out: string,
  describe: (problem: RunProblem) => Bilingual,
  version: string,
  { decisions, force = false }: { decisions: DecisionBook; force?: boolean },
): Promise<CorpusResult> {
  const id = sha256(
    JSON.stringify([CORPUS_VERSION, version, knowledgeHash(knowledge), sources.map((source) => [source.file, source.key]), problems, decisions.rejections()]),
  ).slice(0, 16);
  const state = force ? null : readJson<State>(join(out, 'cache', 'state.json'));
  const runFile = join(out, 'runs', `${id}.json`);
  if (
    state?.run === id &&
    existsSync(runFile) &&
    Object.keys(state.documents).every((name) => existsSync(join(out, 'documents', `${name}.json`)) && existsSync(join(out, 'documents', `${name}.txt`))) &&
    ['findings.json', 'findings.sarif', 'works.json', 'report.html', ...TABLE_FILES.map((name) => join('tables', name))].every((name) => existsSync(join(out, name)))
  ) {
    const record = readJson<RunRecord>(runFile);
    const findings = readJson<Finding[]>(join(out, 'findings.json'));
    if (record && findings) return { record, findings, written: 0, removed: 0 };
  }
  const facts = new FactsReader(sources, cache);
  const digests = sources.flatMap((source) => source.digests.map((digest) => ({ ...digest, file: source.file })));
  digests.forEach((digest, at) => {
    digest.index = at;
  });
  const corpus = resolveCorpus(digests, knowledge);
  const graph = new CitationGraph(corpus);
  const memoryFile = join(out, 'cache', 'checks.json');
  const rules = sha256(JSON.stringify([CORPUS_VERSION, DOCUMENT_RULES_VERSION, version, stagesKey(knowledge), knowledgeHash(knowledge)]));
  const earlier = force ? null : readJson<{ rules: string; units: KeptFindings }>(memoryFile);
  const memory = new FindingMemory(earlier?.rules === rules ? earlier.units : {});
  const findings = checkCorpus(
    corpus,
    knowledge,
    (document, start, end) => facts.evidence(document, start, end),
    (document) => facts.drafts(document),
    graph,
    memory,
    decisions,
  );
  const record = describeRun(id, sources, problems, corpus, findings, knowledge, version);

  let written = 0;
  const count = (wrote: boolean) => {
    if (wrote) written++;
  };
  const documents = new DocumentBuilder(sources, corpus, findings, facts);
  const keys = [...documents.keys()];
  const published = Object.fromEntries(keys.map(({ id: name, key }) => [name, key]));
  const saveState = (state: State) => writeIfChanged(join(out, 'cache', 'state.json'), JSON.stringify(state));
  // Were this run killed, the next one must not take what is about to change for what an earlier run wrote.
  saveState({ run: '', documents: Object.fromEntries(Object.entries(state?.documents ?? {}).filter(([name, key]) => published[name] === key)) });
  const agencies = new AgencyRegister(knownAgencies(knowledge));
  const indicators = new IndicatorRegister(knowledge);
  const tables = new TablesWriter(join(out, 'tables'), agencies, indicators);
  try {
    for (const { id: name, key, at } of keys) {
      const json = join(out, 'documents', `${name}.json`);
      const txt = join(out, 'documents', `${name}.txt`);
      const { document, text } = documents.build(at);
      await tables.document(document);
      if (state?.documents[name] === key && existsSync(json) && existsSync(txt)) continue;
      count(writeIfChanged(json, formatJson(document)));
      count(writeIfChanged(txt, text));
    }
    written += await tables.finish(findings, version);
  } catch (error) {
    tables.discard();
    throw error;
  }
  const removed = removeStale(join(out, 'documents'), published);
  count(await writePieces(join(out, 'findings.json'), jsonPieces([], [], findings)));
  const told = problems.map((problem) => ({ ...problem, message: describe(problem) }));
  count(await writePieces(join(out, 'findings.sarif'), sarifPieces({ findings, rules: knowledge.checks.rules, inputs: sources, problems: told, version }, 'vi')));
  count(await writeStream(join(out, 'works.json'), (write) => writeWorks(graph, write)));
  for (const [name, schema] of Object.entries(jsonSchemas())) count(writeIfChanged(join(out, 'schema', name), schema));
  const overview = { indicators: indicators.list(), agencies: agencies.list() };
  count(await writeStream(join(out, 'report.html'), (write) => writeReport(reportInput(record, problems, findings, documents.all(), overview, knowledge, describe), write)));
  count(writeIfChanged(runFile, formatJson(record)));
  saveState({ run: id, documents: published });
  await writePieces(memoryFile, memory.pieces(rules));
  writeIfChanged(join(out, 'cache', 'corpus.json'), JSON.stringify({ sources: sources.map(({ file, sha256: hash, key }) => ({ file, sha256: hash, key })), problems }));
  return { record, findings, written, removed };
}

function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Builds the published form of each document of a corpus, from facts that are read when they are needed. */
class DocumentBuilder {
  readonly #corpus: Corpus;
  readonly #facts: FactsReader;
  readonly #places: { source: SourceRecord; part: number }[];
  readonly #findings = new Map<string, string[]>();

  constructor(sources: readonly SourceRecord[], corpus: Corpus, findings: readonly Finding[], facts: FactsReader) {
    this.#corpus = corpus;
    this.#facts = facts;
    this.#places = sources.flatMap((source) => source.digests.map((_, part) => ({ source, part })));
    for (const finding of findings) {
      for (const document of finding.documents) {
        const list = this.#findings.get(document);
        if (list) list.push(finding.id);
        else this.#findings.set(document, [finding.id]);
      }
    }
  }

  /** Each document's id, and a key that changes with anything its published form depends on. */
  *keys(): Generator<{ at: number; id: string; key: string }> {
    for (const [at, { source, part }] of this.#places.entries()) {
      const { id, links, findings } = this.#context(at);
      yield { at, id, key: sha256(JSON.stringify([CORPUS_VERSION, source.key, source.file, part, id, links, findings])) };
    }
  }

  build(at: number): { document: PublishedDocument; text: string } {
    const { source, part } = this.#places[at] as { source: SourceRecord; part: number };
    const document = this.#facts.document(at);
    const context = { ...this.#context(at), source, textHash: source.textHashes[part] ?? '', noise: part === 0 ? this.#facts.noise(at) : [], paged: this.#facts.paged(at) };
    return { document: publishDocument(document, context), text: document.text };
  }

  *all(): Generator<{ document: PublishedDocument; text: string }> {
    for (const at of this.#places.keys()) yield this.build(at);
  }

  #context(at: number): { id: string; links: WorkLink[]; findings: string[] } {
    const digest = this.#corpus.documents[at] as DocumentDigest;
    const links = digest.mentionOf.map((mention) => this.#corpus.links[at]?.[mention] as WorkLink);
    return { id: digest.id, links, findings: this.#findings.get(digest.id) ?? [] };
  }
}

function reportInput(
  record: RunRecord,
  problems: readonly RunProblem[],
  findings: readonly Finding[],
  documents: ReportInput['documents'],
  overview: Pick<ReportInput, 'indicators' | 'agencies'>,
  knowledge: Knowledge,
  describe: (problem: RunProblem) => Bilingual,
): ReportInput {
  const { error = 0, warning = 0, info = 0 } = record.counts.findings;
  return {
    summary: { ...record.counts, findings: { error, warning, info }, problems: problems.map((problem) => ({ file: problem.file, message: describe(problem) })) },
    findings,
    documents,
    ...overview,
    rules: Object.fromEntries(Object.entries({ ...knowledge.checks.constraints, ...knowledge.checks.rules }).map(([name, { title }]) => [name, title])),
    findingLimit: knowledge.pipeline.options.report_findings,
    detailLimit: knowledge.pipeline.options.report_details,
  };
}

/** Removes documents of an earlier run that the input no longer holds. A file that is no published document is not ours to remove. */
function removeStale(folder: string, published: Readonly<Record<string, string>>): number {
  let removed = 0;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const id = name.replace(/\.json$/, '');
    if (id === name || id in published) continue;
    const document = readJson<Partial<PublishedDocument>>(join(folder, name));
    if (document?.schema !== 'trichluc/document@1' || document.id !== id) continue;
    rmSync(join(folder, `${id}.txt`), { force: true });
    rmSync(join(folder, name), { force: true });
    removed++;
  }
  return removed;
}
