import type { Rule } from '../rule.ts';
import { rule as agencyCaseVariant } from './agency.case-variant/rule.ts';
import { rule as agencyCollectiveDrift } from './agency.collective-drift/rule.ts';
import { rule as agencyLeadConflict } from './agency.lead-conflict/rule.ts';
import { rule as agencyNameVariant } from './agency.name-variant/rule.ts';
import { rule as blankNumber } from './citation.blank-number/rule.ts';
import { rule as dateConflict } from './citation.date-conflict/rule.ts';
import { rule as embeddedYearMismatch } from './citation.embedded-year-mismatch/rule.ts';
import { rule as futureDocument } from './citation.future-document/rule.ts';
import { rule as legislatureTermMismatch } from './citation.legislature-term-mismatch/rule.ts';
import { rule as notationVariant } from './citation.notation-variant/rule.ts';
import { rule as countDeclaredVsFound } from './count.declared-vs-found/rule.ts';
import { rule as countLabelSequenceGap } from './count.label-sequence-gap/rule.ts';
import { rule as impossibleDate } from './date.impossible/rule.ts';
import { rule as deadlineBeforeIssue } from './deadline.before-issue/rule.ts';
import { rule as deadlineStartsBeforeIssue } from './deadline.starts-before-issue/rule.ts';
import { rule as footnoteMarkerReuse } from './footnote.marker-reuse/rule.ts';
import { rule as layoutDisplacedHeader } from './layout.displaced-header/rule.ts';
import { rule as layoutMultipleDocuments } from './layout.multiple-documents/rule.ts';
import { rule as listLetterGap } from './list.letter-gap/rule.ts';
import { rule as identityMissing } from './self.identity-missing/rule.ts';
import { rule as selfIdentityOnlyInAnnex } from './self.identity-only-in-annex/rule.ts';
import { rule as selfSignatureIncomplete } from './self.signature-incomplete/rule.ts';
import { rule as tableLabelColumnMismatch } from './table.label-column-mismatch/rule.ts';
import { rule as tableSplitRow } from './table.split-row/rule.ts';
import { rule as targetScopeMismatch } from './target.scope-mismatch/rule.ts';
import { rule as targetUnitKindMismatch } from './target.unit-kind-mismatch/rule.ts';
import { rule as targetVacuousBound } from './target.vacuous-bound/rule.ts';
import { rule as targetValueConflict } from './target.value-conflict/rule.ts';
import { rule as textDuplicatedWord } from './text.duplicated-word/rule.ts';
import { rule as textFalseHeading } from './text.false-heading/rule.ts';
import { rule as textFontMapping } from './text.font-mapping/rule.ts';
import { rule as textSplitCitation } from './text.split-citation/rule.ts';
import { rule as textSymbolCorruption } from './text.symbol-corruption/rule.ts';

/** Every rule, in the order they run. */
export const RULES: readonly Rule[] = [
  dateConflict,
  futureDocument,
  embeddedYearMismatch,
  legislatureTermMismatch,
  notationVariant,
  blankNumber,
  impossibleDate,
  identityMissing,
  deadlineBeforeIssue,
  deadlineStartsBeforeIssue,
  agencyNameVariant,
  agencyCaseVariant,
  agencyLeadConflict,
  agencyCollectiveDrift,
  targetValueConflict,
  targetScopeMismatch,
  targetVacuousBound,
  targetUnitKindMismatch,
  tableLabelColumnMismatch,
  textSymbolCorruption,
  selfIdentityOnlyInAnnex,
  selfSignatureIncomplete,
  countDeclaredVsFound,
  countLabelSequenceGap,
  listLetterGap,
  footnoteMarkerReuse,
  layoutMultipleDocuments,
  layoutDisplacedHeader,
  textSplitCitation,
  textFalseHeading,
  textFontMapping,
  textDuplicatedWord,
  tableSplitRow,
];
