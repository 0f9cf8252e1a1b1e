import { compiledOnce } from '../grammar/compiled.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Target } from '../model/targets.ts';

type KindTest = (target: Target) => boolean;

function ofDimension(dimension: string, units: ReadonlySet<string> | null): (knowledge: Pick<Knowledge, 'indicators'>) => KindTest {
  return compiledOnce(({ indicators }: Pick<Knowledge, 'indicators'>) => {
    const ids = new Set(indicators.filter((row) => row.dimension === dimension).map(({ id }) => id));
    return ({ indicator, unit, comparator }) => indicator.id !== null && comparator !== 'change' && ids.has(indicator.id) && (units === null || units.has(unit ?? ''));
  });
}

/** Tells targets that say how many of a hundred; by the registry, for growth and the fulfilment of a plan may be more. */
export const isShareOf = ofDimension('share', new Set(['%']));
/** Tells targets that count things. */
export const isCountOf = ofDimension('count', null);
