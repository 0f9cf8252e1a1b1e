import type { Finding } from '../model/finding.ts';

/** A finding, and where its store has it. */
export interface StoredFinding {
  finding: Finding;
  place: number;
}

/** Where the findings of a run wait until they are told, and where those of an earlier run are. */
export interface FindingStore {
  /** A unit's findings: those of the earlier run where its hash is the same, else what `check` finds now. A unit whose hash is null is checked every time. */
  recall(unit: string, hash: string | null, check: () => readonly Finding[]): Iterable<StoredFinding>;
  read(place: number): Finding;
}

/** What a run found, unit by unit: `[hash, findings]`; as plain JSON. */
export type KeptFindings = Record<string, [hash: string, findings?: readonly Finding[]]>;

/** Units that were checked, and units whose findings were used again. */
export interface UnitCounts {
  checked: number;
  reused: number;
}

/** A store in memory. */
export class FindingMemory implements FindingStore {
  readonly #earlier: Readonly<KeptFindings>;
  readonly #kept: KeptFindings = {};
  readonly #findings: Finding[] = [];
  readonly counts: UnitCounts = { checked: 0, reused: 0 };

  constructor(earlier: Readonly<KeptFindings> = {}) {
    this.#earlier = earlier;
  }

  recall(unit: string, hash: string | null, check: () => readonly Finding[]): StoredFinding[] {
    const earlier = Object.hasOwn(this.#earlier, unit) ? this.#earlier[unit] : undefined;
    const same = hash !== null && earlier?.[0] === hash;
    const findings = same ? (earlier[1] ?? []) : check();
    if (hash !== null) {
      this.counts[same ? 'reused' : 'checked']++;
      this.#kept[unit] = findings.length > 0 ? [hash, findings] : [hash];
    }
    return findings.map((finding) => ({ finding, place: this.#findings.push(finding) - 1 }));
  }

  read(place: number): Finding {
    const finding = this.#findings[place];
    if (!finding) throw new RangeError(`no finding ${place}`);
    return finding;
  }

  /** What this run found, for the next one. */
  kept(): KeptFindings {
    return this.#kept;
  }
}
