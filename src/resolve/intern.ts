import type { DocumentNumber } from '../model/facts.ts';
import type { DocumentDigest } from './digest.ts';

/**
 * Shares equal strings and numbers between digests: a corpus cites the same few works again and again, and with one copy of
 * each the memory of a run grows by little more than the places of its mentions.
 */
export class Interner {
  readonly #strings = new Map<string, string>();
  readonly #numbers = new Map<string, DocumentNumber>();

  digest(digest: DocumentDigest): DocumentDigest {
    digest.number = this.#number(digest.number);
    digest.typeName = this.#string(digest.typeName);
    digest.issuerName = this.#string(digest.issuerName);
    digest.title = this.#string(digest.title);
    digest.territories = digest.territories.map((id) => this.#string(id));
    for (const mention of digest.mentions) {
      mention.number = this.#number(mention.number);
      mention.key = this.#string(mention.key);
      mention.printed = this.#string(mention.printed);
      mention.type = this.#string(mention.type);
      mention.date = this.#string(mention.date);
      mention.issuerId = this.#string(mention.issuerId);
      mention.issuerName = this.#string(mention.issuerName);
      mention.territory = this.#string(mention.territory);
      mention.title = this.#string(mention.title);
      for (const reading of mention.readings) reading.words = this.#string(reading.words);
      mention.form = this.#string(mention.form);
      mention.relation = this.#string(mention.relation);
    }
    return digest;
  }

  #string<S extends string | null>(value: S): S {
    if (value === null) return value;
    const known = this.#strings.get(value);
    if (known !== undefined) return known as S;
    this.#strings.set(value, value);
    return value;
  }

  #number(number: DocumentNumber | null): DocumentNumber | null {
    if (number === null) return null;
    const { value, raw, serial, separator, notation, year, typeCode, bodyCode, legislature, system } = number;
    const key = `${value}|${raw}|${separator}|${notation}`;
    let known = this.#numbers.get(key);
    if (!known) {
      known = { value, raw, serial, separator, notation, year, typeCode, bodyCode, legislature, system };
      this.#numbers.set(key, known);
    }
    return known;
  }
}
