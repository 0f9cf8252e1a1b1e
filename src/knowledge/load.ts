import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { BUILT, PACKAGE_ROOT } from '../package-root.ts';
import { type LineOf, readCsv, readLines, readYaml } from './files.ts';
import { KNOWLEDGE_FILES, type Knowledge, type KnowledgeName } from './knowledge.ts';
import { KnowledgeError, type KnowledgeProblem } from './problem.ts';
import { IndicatorRow, TablesFile, TargetsFile, UnitRow } from './schema/measures.ts';
import { ChecksFile, PipelineFile } from './schema/pipeline.ts';
import { AgencyRow, DocumentTypeRow, LawRow, LegislatureRow, PartyTermRow, TerritoryRow } from './schema/registers.ts';
import { RolesFile } from './schema/roles.ts';
import { AnatomyFile, CitationsFile, COMPOUND, DatesFile, HeadingsFile, RelationsFile, RepairsFile, WORD_PAIR } from './schema/wording.ts';
import { validateKnowledge } from './validate.ts';

/** The folder of the knowledge that comes with the program. */
export const DEFAULT_KNOWLEDGE = join(PACKAGE_ROOT, 'pipelines', 'directives');

/**
 * What `npm run build` leaves beside the program: the knowledge as it was after parsing and checking, which takes longer than
 * reading a short document. It is used for a folder whose files all have the hashes noted in it.
 */
export const CHECKED = join(PACKAGE_ROOT, 'dist', 'knowledge', 'checked.json');

/**
 * Reads and checks a knowledge folder.
 * @param checked the file of the knowledge as the build checked it, null: none.
 * @throws KnowledgeError naming file, line and what is wrong, for all problems at once.
 */
export function loadKnowledge(folder: string = DEFAULT_KNOWLEDGE, checked: string | null = BUILT ? CHECKED : null): Knowledge {
  const files = readFiles(folder);
  return (checked === null ? null : checkedBefore(files, checked)) ?? checkKnowledge(folder, files);
}

/** The bytes of the files of a knowledge folder with their sha256; what cannot be read is left out. */
type KnowledgeBytes = Partial<Record<KnowledgeName, { bytes: Buffer; hash: string }>>;

function readFiles(folder: string): KnowledgeBytes {
  const files: KnowledgeBytes = {};
  for (const name of Object.keys(KNOWLEDGE_FILES) as KnowledgeName[]) {
    try {
      const bytes = readFileSync(join(folder, KNOWLEDGE_FILES[name]));
      files[name] = { bytes, hash: createHash('sha256').update(bytes).digest('hex') };
    } catch {
      // Told of by checkKnowledge, with all else that is wrong.
    }
  }
  return files;
}

/** The knowledge as the build checked it; null where a file has changed since, or nothing was built. */
function checkedBefore(files: KnowledgeBytes, path: string): Knowledge | null {
  let checked: Knowledge;
  try {
    checked = JSON.parse(readFileSync(path, 'utf8')) as Knowledge;
  } catch {
    return null;
  }
  const names = Object.keys(KNOWLEDGE_FILES) as KnowledgeName[];
  return names.every((name) => files[name]?.hash === checked.hashes[name]) ? checked : null;
}

function checkKnowledge(folder: string, files: KnowledgeBytes): Knowledge {
  const problems: KnowledgeProblem[] = [];
  const hashes = {} as Record<KnowledgeName, string>;
  const places: Partial<Record<KnowledgeName, LineOf>> = {};
  const content = (name: KnowledgeName): string => {
    const file = files[name];
    if (!file) {
      problems.push({ file: KNOWLEDGE_FILES[name], line: 1, key: 'missing-file', values: { folder } });
      return '';
    }
    hashes[name] = file.hash;
    return file.bytes.toString('utf8');
  };
  const yaml = <T>(name: KnowledgeName, schema: z.ZodType<T>) => {
    const before = problems.length;
    const text = content(name);
    const read = problems.length > before ? null : readYaml(KNOWLEDGE_FILES[name], text, schema, problems);
    if (read) places[name] = read.lineOf;
    return read?.value ?? null;
  };
  const csv = <T extends object>(name: KnowledgeName, schema: z.ZodType<T>) => readCsv(KNOWLEDGE_FILES[name], content(name), schema, problems);

  const parts = {
    documentTypes: csv('documentTypes', DocumentTypeRow),
    agencies: csv('agencies', AgencyRow),
    territories: csv('territories', TerritoryRow),
    partyTerms: csv('partyTerms', PartyTermRow),
    legislatures: csv('legislatures', LegislatureRow),
    laws: csv('laws', LawRow),
    headings: yaml('headings', HeadingsFile),
    repairs: yaml('repairs', RepairsFile),
    wordPairs: readLines(KNOWLEDGE_FILES.wordPairs, content('wordPairs'), WORD_PAIR, problems),
    compounds: readLines(KNOWLEDGE_FILES.compounds, content('compounds'), COMPOUND, problems),
    dates: yaml('dates', DatesFile),
    citations: yaml('citations', CitationsFile),
    relations: yaml('relations', RelationsFile),
    anatomy: yaml('anatomy', AnatomyFile),
    tables: yaml('tables', TablesFile),
    targets: yaml('targets', TargetsFile),
    indicators: csv('indicators', IndicatorRow),
    units: csv('units', UnitRow),
    roles: yaml('roles', RolesFile),
    checks: yaml('checks', ChecksFile),
    pipeline: yaml('pipeline', PipelineFile),
  };
  if (problems.length > 0) throw new KnowledgeError(problems);
  const knowledge = { ...parts, hashes } as Knowledge;
  const invalid = validateKnowledge(knowledge, places);
  if (invalid.length > 0) throw new KnowledgeError(invalid);
  return knowledge;
}
