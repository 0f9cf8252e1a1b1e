import type { Rule } from '../rule.ts';
import { rule as blankNumber } from './citation.blank-number/rule.ts';
import { rule as dateConflict } from './citation.date-conflict/rule.ts';
import { rule as embeddedYearMismatch } from './citation.embedded-year-mismatch/rule.ts';
import { rule as futureDocument } from './citation.future-document/rule.ts';
import { rule as legislatureTermMismatch } from './citation.legislature-term-mismatch/rule.ts';
import { rule as notationVariant } from './citation.notation-variant/rule.ts';
import { rule as impossibleDate } from './date.impossible/rule.ts';
import { rule as identityMissing } from './self.identity-missing/rule.ts';

/** Every rule, in the order they run. */
export const RULES: readonly Rule[] = [dateConflict, futureDocument, embeddedYearMismatch, legislatureTermMismatch, notationVariant, blankNumber, impossibleDate, identityMissing];
