import type { SeriesEntry } from './graph.ts';

/**
 * The entries of a series that can all be right: the heaviest choice whose days do not fall as the serials rise. What is not
 * in it contradicts something that weighs more. Entries come sorted by serial, then day; takes n log n for n entries.
 */
export function orderedChain(entries: readonly SeriesEntry[], weight: (entry: SeriesEntry) => number): Set<SeriesEntry> {
  const days = [...new Set(entries.map((entry) => entry.date))].sort();
  const rank = new Map(days.map((date, at) => [date, at + 1]));
  /** For each day the heaviest chain that ends on it or before, as a Fenwick tree of maxima. */
  const best: { total: number; last: number }[] = new Array(days.length + 1).fill({ total: 0, last: -1 });
  const previous: number[] = new Array(entries.length).fill(-1);
  let heaviest = { total: 0, last: -1 };
  for (const [at, entry] of entries.entries()) {
    let chain = { total: 0, last: -1 };
    for (let day = rank.get(entry.date) as number; day > 0; day -= day & -day) if ((best[day] as typeof chain).total > chain.total) chain = best[day] as typeof chain;
    previous[at] = chain.last;
    const longer = { total: chain.total + weight(entry), last: at };
    for (let day = rank.get(entry.date) as number; day <= days.length; day += day & -day) if ((best[day] as typeof chain).total < longer.total) best[day] = longer;
    if (longer.total > heaviest.total) heaviest = longer;
  }
  const chain = new Set<SeriesEntry>();
  for (let at = heaviest.last; at !== -1; at = previous[at] as number) chain.add(entries[at] as SeriesEntry);
  return chain;
}
