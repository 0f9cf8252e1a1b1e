import type { Rule } from '../rule.ts';
import { rule as agencyAbbreviationVariant } from './agency.abbreviation-variant/rule.ts';
import { rule as agencyCaseVariant } from './agency.case-variant/rule.ts';
import { rule as agencyCollectiveDrift } from './agency.collective-drift/rule.ts';
import { rule as agencyLeadConflict } from './agency.lead-conflict/rule.ts';
import { rule as agencyMultipleLeads } from './agency.multiple-leads/rule.ts';
import { rule as agencyNameVariant } from './agency.name-variant/rule.ts';
import { rule as agencyOutsideValidity } from './agency.outside-validity/rule.ts';
import { rule as attributionDrift } from './citation.attribution-drift/rule.ts';
import { rule as blankNumber } from './citation.blank-number/rule.ts';
import { rule as dateConflict } from './citation.date-conflict/rule.ts';
import { rule as effectBeforeCause } from './citation.effect-before-cause/rule.ts';
import { rule as embeddedYearMismatch } from './citation.embedded-year-mismatch/rule.ts';
import { rule as firstMentionIncomplete } from './citation.first-mention-incomplete/rule.ts';
import { rule as futureDocument } from './citation.future-document/rule.ts';
import { rule as issuerVariant } from './citation.issuer-variant/rule.ts';
import { rule as legislatureTermMismatch } from './citation.legislature-term-mismatch/rule.ts';
import { rule as notationIssuerMismatch } from './citation.notation-issuer-mismatch/rule.ts';
import { rule as notationVariant } from './citation.notation-variant/rule.ts';
import { rule as numberConflict } from './citation.number-conflict/rule.ts';
import { rule as numberDateMonotonicity } from './citation.number-date-monotonicity/rule.ts';
import { rule as periodDrift } from './citation.period-drift/rule.ts';
import { rule as subjectDrift } from './citation.subject-drift/rule.ts';
import { rule as titleDrift } from './citation.title-drift/rule.ts';
import { rule as typeNotationMismatch } from './citation.type-notation-mismatch/rule.ts';
import { rule as typeWordConflict } from './citation.type-word-conflict/rule.ts';
import { rule as typeWordGeneric } from './citation.type-word-generic/rule.ts';
import { rule as countDeclaredVsFound } from './count.declared-vs-found/rule.ts';
import { rule as countLabelSequenceGap } from './count.label-sequence-gap/rule.ts';
import { rule as dateFormat } from './date.format/rule.ts';
import { rule as impossibleDate } from './date.impossible/rule.ts';
import { rule as deadlineAfterHorizon } from './deadline.after-horizon/rule.ts';
import { rule as deadlineBeforeIssue } from './deadline.before-issue/rule.ts';
import { rule as deadlineOutlivesProgramme } from './deadline.outlives-programme/rule.ts';
import { rule as deadlineStartsBeforeIssue } from './deadline.starts-before-issue/rule.ts';
import { rule as overtakenByEvents } from './external.overtaken-by-events/rule.ts';
import { rule as footnoteContentMismatch } from './footnote.content-mismatch/rule.ts';
import { rule as footnoteMarkerReuse } from './footnote.marker-reuse/rule.ts';
import { rule as footnoteOrphanMarker } from './footnote.orphan-marker/rule.ts';
import { rule as layoutDisplacedHeader } from './layout.displaced-header/rule.ts';
import { rule as layoutMultipleDocuments } from './layout.multiple-documents/rule.ts';
import { rule as listLetterGap } from './list.letter-gap/rule.ts';
import { rule as identityMissing } from './self.identity-missing/rule.ts';
import { rule as selfIdentityOnlyInAnnex } from './self.identity-only-in-annex/rule.ts';
import { rule as selfNumberConflict } from './self.number-conflict/rule.ts';
import { rule as selfSignatureIncomplete } from './self.signature-incomplete/rule.ts';
import { rule as selfSigningTime } from './self.signing-time/rule.ts';
import { rule as structureHeadingLevelDrift } from './structure.heading-level-drift/rule.ts';
import { rule as structureUnlabelledBlock } from './structure.unlabelled-block/rule.ts';
import { rule as tableEmptyVsDash } from './table.empty-vs-dash/rule.ts';
import { rule as tableLabelColumnMismatch } from './table.label-column-mismatch/rule.ts';
import { rule as tableMergedCells } from './table.merged-cells/rule.ts';
import { rule as tableSplitRow } from './table.split-row/rule.ts';
import { rule as targetCopiedFromParent } from './target.copied-from-parent/rule.ts';
import { rule as targetDenominatorDrift } from './target.denominator-drift/rule.ts';
import { rule as targetFlatSeries } from './target.flat-series/rule.ts';
import { rule as targetModalityDrift } from './target.modality-drift/rule.ts';
import { rule as targetOperatorDrift } from './target.operator-drift/rule.ts';
import { rule as targetPartWholeOrder } from './target.part-whole-order/rule.ts';
import { rule as targetScopeMismatch } from './target.scope-mismatch/rule.ts';
import { rule as targetSeriesDecreasing } from './target.series-decreasing/rule.ts';
import { rule as targetUnitKindMismatch } from './target.unit-kind-mismatch/rule.ts';
import { rule as targetVacuousBound } from './target.vacuous-bound/rule.ts';
import { rule as targetValueConflict } from './target.value-conflict/rule.ts';
import { rule as textDuplicatedWord } from './text.duplicated-word/rule.ts';
import { rule as textFalseHeading } from './text.false-heading/rule.ts';
import { rule as textFontMapping } from './text.font-mapping/rule.ts';
import { rule as textHallucinatedTail } from './text.hallucinated-tail/rule.ts';
import { rule as textMissingWord } from './text.missing-word/rule.ts';
import { rule as textNearDuplicateDivergence } from './text.near-duplicate-divergence/rule.ts';
import { rule as textOcrConfusion } from './text.ocr-confusion/rule.ts';
import { rule as textSplitCitation } from './text.split-citation/rule.ts';
import { rule as textSymbolCorruption } from './text.symbol-corruption/rule.ts';
import { rule as textWordOrderScramble } from './text.word-order-scramble/rule.ts';
import { rule as totalShareMismatch } from './total.share-mismatch/rule.ts';
import { rule as totalSumMismatch } from './total.sum-mismatch/rule.ts';

/** Every rule, in the order they run. */
export const RULES: readonly Rule[] = [
  dateConflict,
  futureDocument,
  numberDateMonotonicity,
  numberConflict,
  effectBeforeCause,
  embeddedYearMismatch,
  legislatureTermMismatch,
  notationVariant,
  notationIssuerMismatch,
  blankNumber,
  typeWordConflict,
  typeWordGeneric,
  typeNotationMismatch,
  issuerVariant,
  titleDrift,
  subjectDrift,
  periodDrift,
  attributionDrift,
  firstMentionIncomplete,
  overtakenByEvents,
  impossibleDate,
  dateFormat,
  identityMissing,
  selfNumberConflict,
  deadlineBeforeIssue,
  deadlineStartsBeforeIssue,
  deadlineAfterHorizon,
  deadlineOutlivesProgramme,
  agencyNameVariant,
  agencyCaseVariant,
  agencyAbbreviationVariant,
  agencyLeadConflict,
  agencyMultipleLeads,
  agencyOutsideValidity,
  agencyCollectiveDrift,
  targetValueConflict,
  targetOperatorDrift,
  targetDenominatorDrift,
  targetModalityDrift,
  targetCopiedFromParent,
  targetPartWholeOrder,
  targetSeriesDecreasing,
  targetFlatSeries,
  totalSumMismatch,
  totalShareMismatch,
  targetScopeMismatch,
  targetVacuousBound,
  targetUnitKindMismatch,
  tableLabelColumnMismatch,
  textSymbolCorruption,
  textWordOrderScramble,
  selfIdentityOnlyInAnnex,
  selfSignatureIncomplete,
  selfSigningTime,
  countDeclaredVsFound,
  countLabelSequenceGap,
  listLetterGap,
  footnoteContentMismatch,
  footnoteMarkerReuse,
  footnoteOrphanMarker,
  layoutMultipleDocuments,
  layoutDisplacedHeader,
  textHallucinatedTail,
  textSplitCitation,
  textFalseHeading,
  textFontMapping,
  textDuplicatedWord,
  textMissingWord,
  textNearDuplicateDivergence,
  textOcrConfusion,
  structureUnlabelledBlock,
  structureHeadingLevelDrift,
  tableEmptyVsDash,
  tableMergedCells,
  tableSplitRow,
];
