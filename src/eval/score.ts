/** Counts of a comparison between what is expected and what was found. */
export class Score {
  hits = 0;
  readonly misses: string[] = [];
  readonly falseAlarms: string[] = [];

  /** Compares two multisets of keys; `label` says where. */
  compare(expected: readonly string[], found: readonly string[], label: string): void {
    const open = new Map<string, number>();
    for (const key of found) open.set(key, (open.get(key) ?? 0) + 1);
    for (const key of expected) {
      const left = open.get(key) ?? 0;
      if (left > 0) {
        this.hits++;
        open.set(key, left - 1);
      } else this.misses.push(`${label}: ${key}`);
    }
    for (const [key, left] of open) for (let i = 0; i < left; i++) this.falseAlarms.push(`${label}: ${key}`);
  }

  get precision(): number {
    const found = this.hits + this.falseAlarms.length;
    return found === 0 ? 1 : this.hits / found;
  }

  get recall(): number {
    const expected = this.hits + this.misses.length;
    return expected === 0 ? 1 : this.hits / expected;
  }

  get f1(): number {
    const { precision, recall } = this;
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  }
}
