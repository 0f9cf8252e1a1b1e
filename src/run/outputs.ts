import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CitationGraph } from '../check/graph.ts';
import { knownAgencies } from '../grammar/succession.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PublishedDocument } from '../model/document.ts';
import type { Bilingual } from '../model/finding.ts';
import type { FindingList } from '../model/finding-list.ts';
import { formatJson, jsonPieces } from '../publish/json.ts';
import { AgencyRegister } from '../publish/registers/agency-register.ts';
import { IndicatorRegister } from '../publish/registers/indicator-register.ts';
import { type ReportInput, writeReport } from '../publish/report/report.ts';
import { sarifPieces } from '../publish/sarif/sarif.ts';
import { jsonSchemas } from '../publish/schema.ts';
import { TABLE_FILES, TablesWriter } from '../publish/tables/tables-writer.ts';
import { writeWorks } from '../publish/works.ts';
import { writeIfChanged, writePieces, writeStream } from '../publish/write.ts';
import type { DocumentBuilder } from './document-builder.ts';
import type { RunProblem } from './problem.ts';
import type { RunRecord } from './run-record.ts';
import type { SourceRecord } from './source-record.ts';

/** `cache/state.json`: the run that is published, and for each of its documents what its published form was made from. An empty run: the last one was killed. */
export interface OutputState {
  run: string;
  documents: Record<string, string>;
}

/** What is written of the whole corpus, besides the record of its run. */
export const WHOLE_CORPUS_FILES: readonly string[] = ['findings.json', 'findings.sarif', 'works.json', 'report.html', ...TABLE_FILES.map((name) => join('tables', name))];

/** A checked corpus. */
export interface CheckedCorpus {
  record: RunRecord;
  findings: FindingList;
  documents: DocumentBuilder;
  graph: CitationGraph;
  sources: readonly SourceRecord[];
  problems: readonly (RunProblem & { message: Bilingual })[];
  knowledge: Knowledge;
}

/** Writes everything a run publishes, and takes away documents that are no longer there. `state` is that of the run before. */
export async function writeOutputs(out: string, corpus: CheckedCorpus, state: OutputState | null): Promise<{ written: number; removed: number }> {
  const { record, findings, documents, graph, sources, problems, knowledge } = corpus;
  const version = record.versions.trichluc;
  let written = 0;
  const count = (wrote: boolean) => {
    if (wrote) written++;
  };
  const keys = [...documents.keys()];
  const published = Object.fromEntries(keys.map(({ id, key }) => [id, key]));
  const saveState = (now: OutputState) => writeIfChanged(join(out, 'cache', 'state.json'), JSON.stringify(now));
  // Were this run killed, the next one must not take what is about to change for what an earlier run wrote.
  saveState({ run: '', documents: Object.fromEntries(Object.entries(state?.documents ?? {}).filter(([name, key]) => published[name] === key)) });
  const agencies = new AgencyRegister(knownAgencies(knowledge));
  const indicators = new IndicatorRegister(knowledge);
  const tables = new TablesWriter(join(out, 'tables'), agencies, indicators);
  try {
    for (const { id, key, at } of keys) {
      const json = join(out, 'documents', `${id}.json`);
      const txt = join(out, 'documents', `${id}.txt`);
      const { document, text } = documents.build(at);
      await tables.document(document);
      if (state?.documents[id] === key && existsSync(json) && existsSync(txt)) continue;
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
  count(await writePieces(join(out, 'findings.sarif'), sarifPieces({ findings, rules: knowledge.checks.rules, inputs: sources, problems, version }, 'vi')));
  count(await writeStream(join(out, 'works.json'), (write) => writeWorks(graph, write)));
  for (const [name, schema] of Object.entries(jsonSchemas())) count(writeIfChanged(join(out, 'schema', name), schema));
  const overview = { indicators: indicators.list(), agencies: agencies.list() };
  count(await writeStream(join(out, 'report.html'), (write) => writeReport(reportInput(corpus, overview), write)));
  count(writeIfChanged(join(out, 'runs', `${record.id}.json`), formatJson(record)));
  saveState({ run: record.id, documents: published });
  return { written, removed };
}

export function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return null;
  }
}

function reportInput({ record, problems, findings, documents, knowledge }: CheckedCorpus, overview: Pick<ReportInput, 'indicators' | 'agencies'>): ReportInput {
  const { error = 0, warning = 0, info = 0 } = record.counts.findings;
  return {
    summary: { ...record.counts, findings: { error, warning, info }, problems },
    findings,
    documents: documents.all(),
    document: (at) => documents.build(at),
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
