import type { PublishedDocument } from '../../model/document.ts';
import type { Target } from '../../model/targets.ts';
import { fold, slug } from '../../text/fold.ts';
import { needsYearly, printAmount } from '../amount.ts';
import { areaKey, type IndicatorEntry, indicatorKey } from '../registers/indicator-register.ts';
import { type Said, type Speaker, saidIn, speakerOf } from './said.ts';

/** So many indicators, those of most documents first, so many lines of each and values of a line stand in the page; the rest is in `tables/targets.csv`. */
const INDICATORS_SHOWN = 200;
const LINES_SHOWN = 8;
const VALUES_SHOWN = 8;

/** One value, with everybody who says it in these words. */
export interface Value {
  year: number | null;
  kind: NonNullable<Target['period']>['kind'] | null;
  from: number | null;
  amount: { vi: string; en: string };
  change: Target['change'];
  /** The amount does not say that it is that of each year. */
  yearly: boolean;
  /** For the chart; null where there is no level to draw. */
  level: { low: number | null; high: number | null; unit: string | null } | null;
  /** Id of the first target that says it, with its document. */
  id: readonly [document: string, target: string];
  said: Said[];
}

/** The values of one area, and part of it, in the order of their years. */
export interface Line {
  area: string | null;
  scope: string | null;
  values: Value[];
}

/** An indicator and its lines. `hidden` counts the targets that did not fit in. */
export interface IndicatorLines {
  entry: IndicatorEntry;
  lines: Line[];
  hidden: number;
}

/** Gathers the targets of the indicators that are shown, document by document; what it keeps has a bound. */
export class TargetsOverview {
  readonly #shown: Map<string, IndicatorLines & { byKey: Map<string, Line> }>;
  /** How many indicators are not shown. */
  readonly hidden: number;

  constructor(indicators: readonly IndicatorEntry[]) {
    const ranked = [...indicators].sort((a, b) => b.documents - a.documents || b.targets - a.targets || Number(a.id === null) - Number(b.id === null));
    this.#shown = new Map(ranked.slice(0, INDICATORS_SHOWN).map((entry) => [entry.key, { entry, lines: [], hidden: 0, byKey: new Map() }]));
    this.hidden = Math.max(0, ranked.length - INDICATORS_SHOWN);
  }

  add(document: PublishedDocument): void {
    const speaker = speakerOf(document);
    for (const target of document.targets) {
      const indicator = this.#shown.get(indicatorKey(target.indicator));
      if (!indicator) continue;
      const key = `${areaKey(target)}|${target.scope ? fold(target.scope.name) : ''}`;
      let line = indicator.byKey.get(key);
      if (!line && indicator.lines.length < LINES_SHOWN) {
        line = { area: target.area?.name ?? null, scope: target.scope?.name ?? null, values: [] };
        indicator.byKey.set(key, line);
        indicator.lines.push(line);
      }
      if (!line || !put(line, target, speaker)) indicator.hidden++;
    }
  }

  /** The indicators in the order of their names, those of the registry first. */
  list(): IndicatorLines[] {
    const shown = [...this.#shown.values()].filter(({ lines }) => lines.length > 0);
    for (const { lines } of shown) for (const { values } of lines) values.sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
    return shown.sort((a, b) => Number(a.entry.id === null) - Number(b.entry.id === null) || compare(slug(a.entry.name), slug(b.entry.name)) || compare(a.entry.key, b.entry.key));
  }
}

/** The same on every machine: by code units, no collation. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function put(line: Line, target: Target, speaker: Speaker): boolean {
  const { period, change, evidence } = target;
  const amount = { vi: printAmount(target, 'vi'), en: printAmount(target, 'en') };
  const [year, kind, from] = [period?.to ?? period?.from ?? null, period?.kind ?? null, period?.from ?? null];
  const same = line.values.find(
    (value) => value.year === year && value.kind === kind && value.from === from && value.amount.vi === amount.vi && value.change?.base === change?.base,
  );
  if (same) {
    if (same.said.length < VALUES_SHOWN) same.said.push(saidIn(speaker, evidence));
    return true;
  }
  if (line.values.length >= VALUES_SHOWN) return false;
  line.values.push({ year, kind, from, amount, change, yearly: needsYearly(target), level: levelOf(target), id: [speaker.id, target.id], said: [saidIn(speaker, evidence)] });
  return true;
}

/** What a chart can draw: a level, no rise or fall and no state. */
function levelOf({ comparator, low, high, unit, canonical }: Target): Value['level'] {
  if (comparator === 'status' || comparator === 'change') return null;
  const level = canonical ?? { low, high, unit };
  return level.low === null && level.high === null ? null : level;
}
