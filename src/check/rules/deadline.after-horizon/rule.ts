import type { Deadline } from '../../../model/assignments.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { placeOfDeadline } from '../../words-at.ts';

/** A task that is due after the time its document is for: 2033 in a plan "đến năm 2030". */
export const rule: DocumentRule = {
  name: 'deadline.after-horizon',
  *checkDocument(document) {
    const horizon = horizonOf(document);
    if (horizon === null) return;
    const found = new Map<string, FindingDraft<OwnSide>>();
    for (const { deadline, evidence } of document.assignments) {
      if (deadline === null || !isBeyond(deadline, horizon.year)) continue;
      const side: OwnSide = { place: placeOfDeadline(document.text, deadline.raw, evidence), value: deadline.to };
      const earlier = found.get(deadline.raw);
      if (earlier) {
        if (!earlier.sides.some(({ place }) => place[0] === side.place[0])) earlier.sides.push(side);
        continue;
      }
      const own: OwnSide = { place: horizon.place, value: String(horizon.year) };
      const verdict = { value: null, confidence: 'none' as const, decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] };
      found.set(deadline.raw, { subject: deadline.raw, values: { deadline: deadline.raw, horizon: String(horizon.year) }, sides: [side, own], verdict });
    }
    yield* found.values();
  },
};

/** The last year its own title names as a horizon, a vision included; days of cited documents are none. */
function horizonOf({ identity, dates }: ExtractedDocument): { year: number; place: OwnSide['place'] } | null {
  const title = identity.title?.evidence;
  if (!title) return null;
  let last: { year: number; place: OwnSide['place'] } | null = null;
  for (const { kind, to, evidence } of dates) {
    if (evidence.start < title.start || evidence.end > title.end || to === null || !HORIZONS.has(kind)) continue;
    const year = Number(to.slice(0, 4));
    if (last === null || year > last.year) last = { year, place: [evidence.start, evidence.end] };
  }
  return last;
}

const HORIZONS: ReadonlySet<string> = new Set(['by', 'in', 'period', 'vision']);

/** The report on a year is due at the beginning of the next one. */
function isBeyond({ to, kind }: Deadline, year: number): boolean {
  if (to === null || kind === 'open' || kind === 'from' || kind === 'recurring' || kind === 'relative') return false;
  const due = Number(to.slice(0, 4));
  return due > year + 1 || (due === year + 1 && to.slice(5, 7) > '03');
}
