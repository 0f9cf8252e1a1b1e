import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkCorpus, type EvidenceReader } from '../check/check.ts';
import { checkDocument } from '../check/check-document.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { digestDocument } from '../resolve/digest.ts';
import { resolveCorpus } from '../resolve/resolve.ts';
import { sha256 } from '../run/cache.ts';
import { evidenceIn } from '../run/facts-reader.ts';
import { processText } from '../run/process-text.ts';
import { evaluateFactCases } from './evaluate-facts.ts';
import {
  type ExpectedCitation,
  type ExpectedDocument,
  readCases,
  readSeedAssignments,
  readSeedCitations,
  readSeedControls,
  readSeedDocuments,
  readSeedInconsistencies,
  readSeedTargets,
} from './fixtures.ts';
import { judgeIdentity, judgeOutline } from './judge.ts';
import { assignmentScores, judgeAssignments } from './judge-assignments.ts';
import { judgeSeedTargets } from './judge-targets.ts';
import { numberKey } from './number-key.ts';
import { printFindings } from './print-findings.ts';
import { Score } from './score.ts';

const FIXTURES = join(PACKAGE_ROOT, 'fixtures');

function readDocuments(path: string, knowledge: Knowledge): ExtractedDocument[] {
  return processText(readFileSync(path), knowledge).documents;
}

function findingsOf(files: readonly { path: string; documents: readonly ExtractedDocument[] }[], knowledge: Knowledge): Finding[] {
  const documents = files.flatMap(({ path, documents: own }) => own.map((document) => ({ path, document })));
  const digests = documents.map(({ path, document }, index) => digestDocument(document, { file: basename(path), sha256: sha256(path) }, index, knowledge));
  const read: EvidenceReader = (index, start, end) => evidenceIn(documents[index]?.document as ExtractedDocument, start, end);
  const own = documents.map(({ document }) => checkDocument(document, knowledge));
  return [...checkCorpus(resolveCorpus(digests, knowledge), knowledge, read, (at) => own[at] ?? [])];
}

function evaluateSeeds(knowledge: Knowledge): { scores: [string, Score][]; findings: Finding[] } {
  const scores = { documents: new Score(), identity: new Score(), outline: new Score(), numbers: new Score(), dated: new Score() };
  const read = new Map<string, ExtractedDocument[]>();
  const expected = readSeedDocuments(join(FIXTURES, 'seeds'));
  for (const document of expected) {
    const documents = read.get(document.file) ?? readDocuments(join(PACKAGE_ROOT, 'seeds', document.file), knowledge);
    read.set(document.file, documents);
    const found = documents[document.part - 1];
    const label = `${document.file.slice(0, 3)}#${document.part}`;
    scores.documents.compare([`lines ${document.lines?.join('-')}`], found ? [`lines ${found.lines.join('-')}`] : [], label);
    if (found) judge(document, found, label, scores);
  }
  for (const [file, documents] of read) {
    for (const surplus of documents.slice(expected.filter((document) => document.file === file).length))
      scores.documents.falseAlarms.push(`${file}: lines ${surplus.lines.join('-')}`);
  }
  judgeCitations(readSeedCitations(join(FIXTURES, 'seeds')), read, scores);
  const tasks = assignmentScores();
  const rows = readSeedAssignments(join(FIXTURES, 'seeds'));
  for (const [file, documents] of rows.length > 0 ? read : [])
    for (const document of documents) {
      const own = rows.filter((row) => row.file === file && row.part === document.part);
      judgeAssignments(own, document, `${file.slice(0, 3)}#${document.part}`, tasks);
    }
  const targets = new Score();
  const seedTargets = readSeedTargets(join(FIXTURES, 'seeds'));
  for (const [file, documents] of read)
    judgeSeedTargets(
      seedTargets.filter((row) => row.seed === file.slice(0, 3)),
      { targets: documents.flatMap((document) => document.targets) },
      file.slice(0, 3),
      targets,
    );
  return {
    scores: [
      ['documents', scores.documents],
      ['header fields', scores.identity],
      ['outline with depth', scores.outline],
      ['targets with numbers', targets],
      ['numbered citations', scores.numbers],
      ['number + date', scores.dated],
      ['assignments', tasks.assignments],
      ['their deadline and funding', tasks.details],
    ],
    findings: findingsOf(
      [...read].map(([path, documents]) => ({ path, documents })),
      knowledge,
    ),
  };
}

function judge(expected: ExpectedDocument, found: ExtractedDocument, label: string, scores: { identity: Score; outline: Score }): void {
  if (expected.identity) judgeIdentity(expected.identity, found, label, scores.identity);
  if (expected.outline) judgeOutline(expected.outline, found, label, scores.outline);
}

function judgeCitations(rows: readonly ExpectedCitation[], read: ReadonlyMap<string, readonly ExtractedDocument[]>, scores: { numbers: Score; dated: Score }): void {
  for (const [file, documents] of read) {
    for (const document of documents) {
      const label = `${file.slice(0, 3)}#${document.part}`;
      const own = rows.filter((row) => row.file === file && Number(row.part) === document.part);
      const wanted = (row: ExpectedCitation) => `line ${row.line} ${row.form === 'blank' ? 'blank' : numberKey(row.number)}`;
      const found = document.citations.filter((citation) => citation.number !== null || citation.form === 'blank');
      const got = (citation: (typeof found)[number]) => `line ${citation.evidence.lines[0]} ${citation.number === null ? 'blank' : numberKey(citation.number)}`;
      scores.numbers.compare(own.map(wanted), found.map(got), label);
      scores.dated.compare(
        own.map((row) => `${wanted(row)} ${row.date_iso} ${row.form}`),
        found.map((citation) => `${got(citation)} ${citation.issuedOn ?? ''} ${citation.form}`),
        label,
      );
    }
  }
}

function evaluateCases(knowledge: Knowledge): [string, Score][] {
  const scores = { documents: new Score(), identity: new Score(), outline: new Score(), citations: new Score(), findings: new Score() };
  for (const each of readCases(join(FIXTURES, 'documents'))) {
    const names = [...new Set(each.documents.map((document) => document.file))];
    const files = names.map((name) => ({ path: join(each.folder, name), documents: readDocuments(join(each.folder, name), knowledge) }));
    for (const [at, name] of names.entries()) {
      const parts = Math.max(...each.documents.filter((document) => document.file === name).map((document) => document.part));
      scores.documents.compare([`${name}: ${parts}`], [`${name}: ${files[at]?.documents.length}`], each.name);
    }
    for (const expected of each.documents) {
      const found = files[names.indexOf(expected.file)]?.documents[expected.part - 1];
      if (!found) continue;
      const label = `${each.name}#${expected.part}`;
      judge(expected, found, label, scores);
      if (!expected.citations) continue;
      scores.citations.compare(
        expected.citations.flatMap((citation) =>
          new Array<string>(citation.count).fill(`${citation.number === null ? 'blank' : numberKey(citation.number)} ${citation.date ?? ''} ${citation.form}`),
        ),
        found.citations
          .filter((citation) => citation.number !== null || citation.form === 'blank')
          .map((citation) => `${citation.number === null ? 'blank' : numberKey(citation.number)} ${citation.issuedOn ?? ''} ${citation.form}`),
        label,
      );
    }
    scores.findings.compare(
      each.findings.map((finding) => finding.rule),
      findingsOf(files, knowledge).map((finding) => finding.rule),
      each.name,
    );
  }
  return [
    ['documents', scores.documents],
    ['header fields', scores.identity],
    ['outline with depth', scores.outline],
    ['citations with date and form', scores.citations],
    ['findings', scores.findings],
  ];
}

function print(title: string, scores: readonly [string, Score][]): boolean {
  process.stdout.write(`\n${title}\n`);
  process.stdout.write(`  ${'fact'.padEnd(30)} ${'right'.padStart(6)} ${'missed'.padStart(7)} ${'false'.padStart(6)}  precision  recall      F1\n`);
  let perfect = true;
  for (const [name, score] of scores) {
    process.stdout.write(
      `  ${name.padEnd(30)} ${String(score.hits).padStart(6)} ${String(score.misses.length).padStart(7)} ${String(score.falseAlarms.length).padStart(6)}  ${score.precision.toFixed(4).padStart(9)} ${score.recall.toFixed(4).padStart(7)} ${score.f1.toFixed(4).padStart(7)}\n`,
    );
    for (const miss of score.misses) process.stdout.write(`      missed  ${miss}\n`);
    for (const alarm of score.falseAlarms) process.stdout.write(`      false   ${alarm}\n`);
    perfect &&= score.misses.length === 0 && score.falseAlarms.length === 0;
  }
  return perfect;
}

/** Facts that need not be right in 99 of 100 cases. */
const LOWEST: Readonly<Record<string, number>> = { 'outline with depth': 0.98, 'targets with numbers': 0.97, assignments: 0.95, 'their deadline and funding': 0.95 };

const knowledge = loadKnowledge();
const seeds = evaluateSeeds(knowledge);
print('The five seeds, against what a careful reader found (fixtures/seeds)', seeds.scores);
printFindings(readSeedInconsistencies(join(FIXTURES, 'seeds')), readSeedControls(join(FIXTURES, 'seeds')), seeds.findings);
print('Written documents of other kinds, places and states (fixtures/documents)', evaluateCases(knowledge));
for (const [folder, title] of [
  ['targets', 'Sentences that set targets (fixtures/targets)'],
  ['assignments', 'Sentences that assign tasks (fixtures/assignments)'],
  ['tables', 'Tables (fixtures/tables)'],
  ['plans', 'Whole plans (fixtures/plans)'],
] as const)
  print(title, evaluateFactCases(join(FIXTURES, folder), knowledge));
if (seeds.scores.some(([name, score]) => score.f1 < (LOWEST[name] ?? 0.99))) process.exitCode = 1;
