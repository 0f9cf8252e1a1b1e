/** The addresses (eId) given in one document so far: hands out new ones without asking for each that is taken. */
export class Addresses {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  has(eId: string): boolean {
    return this.#taken.has(eId);
  }

  add(eId: string): void {
    this.#taken.add(eId);
  }

  /** `base`, or the first of `base_2`, `base_3` … that is free. */
  unique(base: string): string {
    let eId = base;
    let next = this.#next.get(base) ?? 2;
    while (this.#taken.has(eId)) eId = `${base}_${next++}`;
    this.#next.set(base, next);
    this.#taken.add(eId);
    return eId;
  }

  /** `base1`, `base2` … in the order asked. */
  numbered(base: string): string {
    const count = (this.#next.get(`${base}#`) ?? 0) + 1;
    this.#next.set(`${base}#`, count);
    return this.unique(`${base}${count}`);
  }
}
