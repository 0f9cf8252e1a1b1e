import type { Decision } from '../model/decision.ts';
import type { Finding } from '../model/finding.ts';
import { assertionHash } from './assertion.ts';

/** The decisions people made about findings; of several about one finding the last counts. */
export class DecisionBook {
  readonly #byFinding: ReadonlyMap<string, Decision>;

  constructor(decisions: readonly Decision[] = []) {
    this.#byFinding = new Map(decisions.map((decision) => [decision.finding, decision]));
  }

  /** Those that set a finding aside, in an order that does not depend on when they were made. */
  rejections(): Decision[] {
    return [...this.#byFinding.values()].filter(({ verdict }) => verdict === 'rejected').sort((a, b) => (a.finding < b.finding ? -1 : 1));
  }

  /** What was decided about a finding: `suppressed` where a decision was made for what it asserts, `outdated` where it was made for something else it asserted before. */
  about(finding: Finding): Pick<Finding, 'suppressed' | 'outdated'> {
    const decision = this.#byFinding.get(finding.id);
    if (decision?.verdict !== 'rejected') return { suppressed: null, outdated: null };
    const { reason, by, date, assertion } = decision;
    const settingAside = { reason, by, date };
    return assertion === assertionHash(finding) ? { suppressed: settingAside, outdated: null } : { suppressed: null, outdated: settingAside };
  }

  /** Decisions that set aside what is no longer found. */
  unmatched(findings: readonly Pick<Finding, 'id'>[]): Decision[] {
    const found = new Set(findings.map(({ id }) => id));
    return this.rejections().filter(({ finding }) => !found.has(finding));
  }
}
