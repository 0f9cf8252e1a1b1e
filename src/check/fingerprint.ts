/** A fingerprint as two whole numbers of 32 bits. */
export interface Print {
  readonly low: number;
  readonly high: number;
}

/**
 * A running hash of strings, numbers and other fingerprints, 64 bits in two halves: equal input, equal value, on every machine.
 * For telling whether something changed, not against those who forge.
 */
export class Fingerprint implements Print {
  low = 0x9e3779b9;
  high = 0x85ebca6b;

  add(part: string | number | boolean | null): this {
    const text = part === null ? '\u0000' : String(part);
    let { low, high } = this;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
    }
    // Where one part ends counts too.
    this.low = Math.imul(low ^ 0x1f, 0x01000193) ^ (low >>> 13);
    this.high = Math.imul(high ^ text.length, 0x5bd1e995);
    return this;
  }

  /** A whole number below 2³², faster than its digits. */
  addNumber(part: number): this {
    this.low = Math.imul(this.low ^ part, 0x01000193) ^ (this.low >>> 15);
    this.high = Math.imul(this.high ^ part ^ 0x3f, 0x5bd1e995) ^ (this.high >>> 13);
    return this;
  }

  /** All that another fingerprint stands for. */
  addPrint({ low, high }: Print): this {
    return this.addNumber(low).addNumber(high);
  }

  value(): string {
    return (this.low >>> 0).toString(36) + (this.high >>> 0).toString(36).padStart(7, '0');
  }
}
