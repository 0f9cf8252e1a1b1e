import type { Mention, Place, Saying } from './digest.ts';
import type { TitleReading } from './title-reading.ts';

const NO_READINGS: readonly TitleReading[] = [];

/** Places as one string, `12-40 108-131`: a list of pairs takes four times the memory. */
type PackedPlaces = string;

const packPlaces = (places: readonly Place[]): PackedPlaces => places.map(([start, end]) => `${start}-${end}`).join(' ');

const readPlaces = (packed: PackedPlaces): Place[] =>
  packed === ''
    ? []
    : packed.split(' ').map((one): Place => {
        const dash = one.indexOf('-');
        return [Number(one.slice(0, dash)), Number(one.slice(dash + 1))];
      });

/** A mention as a corpus keeps it in memory: what it says is shared with every mention that says the same, its places are read when asked for. */
export class PackedMention implements Mention {
  readonly #says: Saying;
  readonly #places: PackedPlaces;
  readonly readings: readonly TitleReading[];

  constructor(says: Saying, places: readonly Place[], readings: readonly TitleReading[]) {
    this.#says = says;
    this.#places = packPlaces(places);
    this.readings = readings.length === 0 ? NO_READINGS : readings.map((reading) => new PackedReading(reading));
  }

  get places(): readonly Place[] {
    return readPlaces(this.#places);
  }

  get number(): Saying['number'] {
    return this.#says.number;
  }

  get key(): Saying['key'] {
    return this.#says.key;
  }

  get printed(): Saying['printed'] {
    return this.#says.printed;
  }

  get type(): Saying['type'] {
    return this.#says.type;
  }

  get date(): Saying['date'] {
    return this.#says.date;
  }

  get issuerId(): Saying['issuerId'] {
    return this.#says.issuerId;
  }

  get issuerName(): Saying['issuerName'] {
    return this.#says.issuerName;
  }

  get territory(): Saying['territory'] {
    return this.#says.territory;
  }

  get place(): Saying['place'] {
    return this.#says.place;
  }

  get form(): Saying['form'] {
    return this.#says.form;
  }

  get relation(): Saying['relation'] {
    return this.#says.relation;
  }

  get title(): Saying['title'] {
    return this.#says.title;
  }
}

/** A title reading as a corpus keeps it in memory. */
class PackedReading implements TitleReading {
  readonly words: string;
  readonly shared: boolean;
  readonly #places: PackedPlaces;

  constructor({ words, shared, places }: TitleReading) {
    this.words = words;
    this.shared = shared;
    this.#places = packPlaces(places);
  }

  get places(): readonly Place[] {
    return readPlaces(this.#places);
  }
}
