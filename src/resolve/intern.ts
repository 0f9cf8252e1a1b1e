import type { DocumentNumber } from '../model/facts.ts';
import type { DocumentDigest, Mention, Saying } from './digest.ts';
import { PackedMention } from './packed-mention.ts';
import type { TitleReading } from './title-reading.ts';

/**
 * Shares equal strings and numbers between digests: a corpus cites the same few works again and again, and with one copy of
 * each the memory of a run grows by little more than the places of its mentions.
 */
export class Interner {
  readonly #strings = new Map<string, string>();
  readonly #numbers = new Map<string, DocumentNumber>();
  readonly #sayings = new Map<string, Saying>();

  digest(digest: DocumentDigest): DocumentDigest {
    digest.number = this.#number(digest.number);
    digest.typeName = this.#string(digest.typeName);
    digest.issuerName = this.#string(digest.issuerName);
    digest.title = this.#string(digest.title);
    digest.territories = digest.territories.map((id) => this.#string(id));
    digest.mentions = digest.mentions.map((mention) => new PackedMention(this.#saying(mention), mention.places, this.#readings(mention.readings)));
    return digest;
  }

  #saying(mention: Mention): Saying {
    const { printed, type, date, issuerId, issuerName, territory, place, form, relation, title } = mention;
    const key = [mention.key, mention.number?.notation, printed, type, date, issuerId, issuerName, territory, place, form, relation, title].join('|');
    let known = this.#sayings.get(key);
    if (!known) {
      known = { number: this.#number(mention.number), key: mention.key, printed, type, date, issuerId, issuerName, territory, place, form, relation, title };
      this.#sayings.set(key, known);
    }
    return known;
  }

  #readings(readings: readonly TitleReading[]): TitleReading[] {
    return readings.map((reading) => ({ ...reading, words: this.#string(reading.words) }));
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
