/**
 * A running hash of strings and numbers, 64 bits in two halves: equal input, equal value, on every machine. For telling whether
 * something changed, not against those who forge.
 */
export class Fingerprint {
  #low = 0x9e3779b9;
  #high = 0x85ebca6b;

  add(part: string | number | boolean | null): this {
    const text = part === null ? '\u0000' : typeof part === 'string' ? part : String(part);
    let low = this.#low;
    let high = this.#high;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
    }
    // Where one part ends counts too.
    this.#low = Math.imul(low ^ 0x1f, 0x01000193) ^ (low >>> 13);
    this.#high = Math.imul(high ^ text.length, 0x5bd1e995);
    return this;
  }

  value(): string {
    return (this.#low >>> 0).toString(36) + (this.#high >>> 0).toString(36).padStart(7, '0');
  }
}
