import type { Finding } from '../model/finding.ts';

/** What a run found, unit by unit: `[hash, findings]`; as plain JSON. */
export type KeptFindings = Record<string, [hash: string, findings?: Finding[]]>;

/** Findings of an earlier run, to be used again where nothing changed that their checks can read. */
export class FindingMemory {
  readonly #earlier: Readonly<KeptFindings>;
  readonly #kept: KeptFindings = {};
  /** Units that were checked, and units whose findings were used again. */
  readonly counts = { checked: 0, reused: 0 };

  constructor(earlier: Readonly<KeptFindings> = {}) {
    this.#earlier = earlier;
  }

  /** A unit's findings from the earlier run, else checked now. */
  recall(unit: string, hash: string, check: () => Finding[]): Finding[] {
    const earlier = Object.hasOwn(this.#earlier, unit) ? this.#earlier[unit] : undefined;
    const same = earlier?.[0] === hash;
    const findings = same ? (earlier[1] ?? []) : check();
    this.counts[same ? 'reused' : 'checked']++;
    this.#kept[unit] = findings.length > 0 ? [hash, findings] : [hash];
    return findings;
  }

  /** What this run found, for the next one. */
  kept(): KeptFindings {
    return this.#kept;
  }

  /** The same as JSON, unit by unit: `{ rules, units }`, with the version of the rules it was found by. */
  *pieces(rules: string): Generator<string> {
    yield `{"rules":${JSON.stringify(rules)},"units":{`;
    let first = true;
    for (const unit in this.#kept) {
      yield `${first ? '' : ','}\n${JSON.stringify(unit)}:${JSON.stringify(this.#kept[unit])}`;
      first = false;
    }
    yield '}}\n';
  }
}
