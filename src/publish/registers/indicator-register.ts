import type { PublishedDocument } from '../../model/document.ts';
import type { Target, TargetIndicator } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';

/** What the registry of indicators says of one. */
export interface KnownIndicator {
  id: string;
  name: string;
  name_en: string;
  dimension: string;
  unit: string | null;
  denominator: string | null;
  polarity: string;
}

/** The registries of indicators and units, as far as the register needs them. */
export interface IndicatorKnowledge {
  indicators: readonly KnownIndicator[];
  units: readonly { symbol: string; dimension: string }[];
}

/** An indicator of the corpus, linked to the registry or in the words of the documents. */
export interface IndicatorEntry {
  key: string;
  /** Null where it is not linked. */
  id: string | null;
  known: KnownIndicator | null;
  name: string;
  /** The registry's, else those of its first target that has a unit. */
  unit: string | null;
  dimension: string | null;
  targets: number;
  documents: number;
  areas: number;
  /** Nearest rows of the registry, where it is not linked. */
  candidates: TargetIndicator['candidates'];
  /** Where it was first seen. */
  first: { document: string; file: string; line: number };
}

/** What identifies an indicator across documents: its id, else `~` and its words in lower case. */
export function indicatorKey({ id, raw }: Pick<TargetIndicator, 'id' | 'raw'>): string {
  return id ?? `~${fold(raw).replace(/\s+/g, ' ').trim()}`;
}

/** The area of a target as a key; the country or an unstated place is one area too. */
export function areaKey({ area }: Pick<Target, 'area'>): string {
  return area === null ? '' : (area.id ?? fold(area.name));
}

/** Gathers the indicators of a corpus document by document; it grows with the number of indicators and their areas, not of documents. */
export class IndicatorRegister {
  readonly #known: ReadonlyMap<string, KnownIndicator>;
  readonly #dimensions: ReadonlyMap<string, string>;
  readonly #entries = new Map<string, IndicatorEntry & { last: string; places: Set<string> }>();

  constructor({ indicators, units }: IndicatorKnowledge) {
    this.#known = new Map(indicators.map((row) => [row.id, row]));
    this.#dimensions = new Map(units.map(({ symbol, dimension }) => [symbol, dimension]));
  }

  add({ id: document, source, targets }: PublishedDocument): void {
    for (const target of targets) {
      const { indicator } = target;
      const key = indicatorKey(indicator);
      let entry = this.#entries.get(key);
      if (!entry) {
        const known = indicator.id === null ? null : (this.#known.get(indicator.id) ?? null);
        entry = {
          key,
          id: indicator.id,
          known,
          name: known?.name ?? indicator.name.replace(/\s+/g, ' ').trim(),
          unit: known?.unit ?? null,
          dimension: known?.dimension ?? null,
          targets: 0,
          documents: 0,
          areas: 0,
          candidates: indicator.id === null ? indicator.candidates : [],
          first: { document, file: source.file, line: target.evidence.lines[0] },
          last: '',
          places: new Set(),
        };
        this.#entries.set(key, entry);
      }
      entry.unit ??= target.canonical?.unit ?? target.unit;
      entry.dimension ??= this.#dimensions.get(entry.unit ?? '') ?? null;
      entry.targets++;
      entry.places.add(areaKey(target));
      entry.areas = entry.places.size;
      if (entry.last !== document) {
        entry.last = document;
        entry.documents++;
      }
    }
  }

  /** All indicators: the linked ones by id, then the others by their words. */
  list(): IndicatorEntry[] {
    return [...this.#entries.values()].sort((a, b) => Number(a.id === null) - Number(b.id === null) || (a.key < b.key ? -1 : 1));
  }
}
