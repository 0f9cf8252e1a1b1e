import type { z } from 'zod';
import type { Row } from './files.ts';
import type { IndicatorRow, TablesFile, TargetsFile, UnitRow } from './schema/measures.ts';
import type { ChecksFile, PipelineFile } from './schema/pipeline.ts';
import type { AgencyRow, DocumentTypeRow, LawRow, LegislatureRow, PartyTermRow, TerritoryRow } from './schema/registers.ts';
import type { RolesFile } from './schema/roles.ts';
import type { AnatomyFile, CitationsFile, DatesFile, HeadingsFile, RelationsFile, RepairsFile } from './schema/wording.ts';

/** The files of `pipelines/directives/` by the name a stage declares them under. */
export const KNOWLEDGE_FILES = {
  documentTypes: 'document-types.csv',
  agencies: 'agencies.csv',
  territories: 'territories.csv',
  partyTerms: 'party-terms.csv',
  legislatures: 'legislatures.csv',
  laws: 'laws.csv',
  headings: 'headings.yaml',
  repairs: 'repairs.yaml',
  wordPairs: 'word-pairs.txt',
  compounds: 'compounds.txt',
  dates: 'dates.yaml',
  citations: 'citations.yaml',
  relations: 'relations.yaml',
  anatomy: 'anatomy.yaml',
  tables: 'tables.yaml',
  targets: 'targets.yaml',
  indicators: 'indicators.csv',
  units: 'units.csv',
  roles: 'roles.yaml',
  checks: 'checks.yaml',
  pipeline: 'pipeline.yaml',
} as const;

export type KnowledgeName = keyof typeof KNOWLEDGE_FILES;

export type DocumentType = Row<z.infer<typeof DocumentTypeRow>>;
export type Agency = Row<z.infer<typeof AgencyRow>>;
export type Territory = Row<z.infer<typeof TerritoryRow>>;
export type Indicator = Row<z.infer<typeof IndicatorRow>>;
export type Unit = Row<z.infer<typeof UnitRow>>;
export type PartyTerm = Row<z.infer<typeof PartyTermRow>>;
export type Legislature = Row<z.infer<typeof LegislatureRow>>;
export type Law = Row<z.infer<typeof LawRow>>;
export type Checks = z.infer<typeof ChecksFile>;

/** Everything a domain expert may change, parsed and checked; `hashes` are the sha256 of the files' bytes. */
export interface Knowledge {
  documentTypes: readonly DocumentType[];
  agencies: readonly Agency[];
  territories: readonly Territory[];
  partyTerms: readonly PartyTerm[];
  legislatures: readonly Legislature[];
  laws: readonly Law[];
  headings: z.infer<typeof HeadingsFile>;
  repairs: z.infer<typeof RepairsFile>;
  /** Lines of two words and how often the second follows the first: `đô thị 412`. */
  wordPairs: readonly string[];
  /** Words of two syllables: `thi hành`. */
  compounds: readonly string[];
  dates: z.infer<typeof DatesFile>;
  citations: z.infer<typeof CitationsFile>;
  relations: z.infer<typeof RelationsFile>;
  anatomy: z.infer<typeof AnatomyFile>;
  tables: z.infer<typeof TablesFile>;
  targets: z.infer<typeof TargetsFile>;
  indicators: readonly Indicator[];
  units: readonly Unit[];
  roles: z.infer<typeof RolesFile>;
  checks: Checks;
  pipeline: z.infer<typeof PipelineFile>;
  hashes: Readonly<Record<KnowledgeName, string>>;
}
