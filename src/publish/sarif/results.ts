import type { Result } from 'sarif';
import { assertionHash } from '../../check/assertion.ts';
import { sidesAtFault } from '../../check/fault.ts';
import { RULE_NAMES } from '../../check/rule-page.ts';
import type { Bilingual, Finding, Level } from '../../model/finding.ts';
import { locationOf, relatedLocation } from './places.ts';

export type Language = keyof Bilingual;

/** A level as SARIF names it. */
export function sarifLevel(level: Level): 'error' | 'warning' | 'note' | 'none' {
  return level === 'info' ? 'note' : level === 'off' ? 'none' : level;
}

/**
 * A finding as a result. `locations` are the places to be corrected, where the verdict tells them; else the first side, which the rule
 * is most about. All other sides are related locations.
 */
export function resultOf(finding: Finding, language: Language): Result {
  const { id, rule, level, message, documents, sides, verdict, cause, joined, suppressed } = finding;
  const wrong = sidesAtFault(finding);
  const first = wrong.length < sides.length ? wrong : sides.slice(0, 1);
  const others = sides.filter((side) => !first.includes(side));
  const text = (own: Language) => (verdict ? `${message[own]} ${verdict.reason[own]}` : message[own]);
  const result: Result = {
    ruleId: rule,
    ruleIndex: RULE_NAMES.indexOf(rule),
    level: sarifLevel(level),
    message: { text: text(language) },
    locations: first.map((side) => locationOf(side, language)),
    partialFingerprints: { 'trichluc/finding/v1': id, 'trichluc/assertion/v1': assertionHash(finding) },
    properties: {
      id,
      message: { vi: text('vi'), en: text('en') },
      documents,
      verdict: verdict && { value: verdict.value, confidence: verdict.confidence, decidedBy: verdict.decidedBy },
      cause: cause?.root ?? null,
      joined,
    },
  };
  if (suppressed) result.suppressions = [{ kind: 'external', status: 'accepted', justification: suppressed.reason, properties: { by: suppressed.by, date: suppressed.date } }];
  if (others.length > 0) result.relatedLocations = others.map((side, at) => relatedLocation(side, at, language));
  return result;
}
