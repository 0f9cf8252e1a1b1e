import type { Comparator, Target } from '../model/targets.ts';
import { fold } from '../text/fold.ts';
import type { Place } from './digest.ts';

/** A target with a number, as the corpus rules compare it with those of other documents. Amounts are in the canonical unit. */
export interface Figure {
  /** Id of the indicator. */
  indicator: string;
  /** Id of the territory it is for, or `OWN_PLACE`. */
  area: string;
  /** The part of it, folded; empty for all of it. */
  scope: string;
  year: number;
  comparator: Comparator;
  low: number | null;
  high: number | null;
  unit: string;
  /** A number by itself in the cell of a table, where a bound may have been left out. */
  bare: boolean;
  /** `khoảng` stands before it. */
  approximate: boolean;
  place: Place;
}

/** The area of targets in a document of a place that no list has. */
export const OWN_PLACE = '~';

/** Of a document with more targets only the first ones are compared: a bound for hostile texts. */
const FIGURES_KEPT = 120;

/**
 * The targets of a document that other documents can be held against, as one string: a corpus keeps those of every document in memory.
 * `country` is the id of the country; in a document of a place that is in no list (`listed` false) all targets but the country's are its own.
 */
export function packFigures(targets: readonly Target[], listed: boolean, country: string | null): string {
  const lines: string[] = [];
  for (const target of targets) {
    const { indicator, area, scope, period, comparator, canonical, evidence } = target;
    const territory = listed || (area !== null && area.id === country) ? (area?.id ?? null) : OWN_PLACE;
    if (indicator.id === null || territory === null || canonical === null) continue;
    if (period?.to == null || period.kind === 'during' || period.kind === 'from' || period.kind === 'vision') continue;
    if (comparator === 'status' || comparator === 'change' || (canonical.low === null && canonical.high === null)) continue;
    const fields = [
      indicator.id,
      territory,
      fold(scope?.name ?? '').replace(/[|\n]/g, ' '),
      period.to,
      comparator,
      canonical.low ?? '',
      canonical.high ?? '',
      canonical.unit ?? '',
    ];
    lines.push([...fields, (isBare(target) ? 'b' : '') + (target.approximate ? 'a' : ''), evidence.start, evidence.end].join('|'));
    if (lines.length === FIGURES_KEPT) break;
  }
  return lines.join('\n');
}

/** Reads what `packFigures` made. */
export function readFigures(packed: string): Figure[] {
  if (packed === '') return [];
  return packed.split('\n').map((line): Figure => {
    const [indicator = '', area = '', scope = '', year, comparator, low, high, unit = '', marks = '', start, end] = line.split('|');
    return {
      ...{ indicator, area, scope, year: Number(year), comparator: comparator as Comparator },
      ...{
        low: low ? Number(low) : null,
        high: high ? Number(high) : null,
        unit,
        bare: marks.includes('b'),
        approximate: marks.includes('a'),
        place: [Number(start), Number(end)],
      },
    };
  });
}

/** `90`, `62,5` or `90%` in a cell, without a word. */
export function isBare({ where, comparator, raw }: Pick<Target, 'where' | 'comparator' | 'raw'>): boolean {
  return where === 'table' && comparator === 'eq' && /^[\d.,\s%]+$/.test(raw);
}
