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

  /**
   * The findings with what was decided about them: `suppressed` where a decision was made for what they assert, `outdated` where it was
   * made for something else they asserted before. Nothing that is handed in is changed.
   */
  applied(findings: readonly Finding[]): Finding[] {
    return findings.map((finding) => {
      const decision = this.#byFinding.get(finding.id);
      if (decision?.verdict !== 'rejected') return finding;
      const { reason, by, date, assertion } = decision;
      return { ...finding, [assertion === assertionHash(finding) ? 'suppressed' : 'outdated']: { reason, by, date } };
    });
  }

  /** Decisions that set aside what is no longer found. */
  unmatched(findings: readonly Pick<Finding, 'id'>[]): Decision[] {
    const found = new Set(findings.map(({ id }) => id));
    return this.rejections().filter(({ finding }) => !found.has(finding));
  }
}
