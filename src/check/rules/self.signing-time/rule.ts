import { daysBetween } from '../../../resolve/terms.ts';
import type { DocumentRule } from '../../rule.ts';

/** A document goes out on the day it is signed or on the working day after (Decree 30/2020, article 18): over a long holiday that is ten days. */
const MOST_DAYS_AFTER = 10;
/** Signed by a person first, numbered and dated when it goes out: over the same holiday. */
const MOST_DAYS_BEFORE = 10;
/** Vietnam keeps one time, seven hours before Greenwich. */
const ZONE_MS = 7 * 3_600_000;

/**
 * The digital signatures of a file against the day its one document bears: all made well before that day, or the first of them long
 * after it. Times are the signers' own, unless stamped; nothing is verified.
 */
export const rule: DocumentRule = {
  name: 'self.signing-time',
  *checkDocument({ identity: { issuedOn } }, _knowledge, { signatures, documents }) {
    // Which of several documents a signature is meant for cannot be told.
    if (issuedOn.value === null || issuedOn.precision !== 'day' || issuedOn.evidence === null || documents !== 1) return;
    const days = signatures.flatMap(({ signedAt }) => dayOf(signedAt) ?? []).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return;
    const dated = issuedOn.value;
    const [kind, signed] =
      daysBetween(last, dated) > MOST_DAYS_BEFORE ? (['before', last] as const) : daysBetween(dated, first) > MOST_DAYS_AFTER ? (['after', first] as const) : [null, first];
    if (kind === null) return;
    const { start, end } = issuedOn.evidence;
    yield { subject: '', kind, values: { date: { date: dated }, signed: { date: signed } }, sides: [{ place: [start, end], value: dated }], verdict: null };
  },
};

/** The day a moment falls on in Vietnam; null where it is none. */
function dayOf(signedAt: string | null): string | null {
  const moment = signedAt === null ? Number.NaN : Date.parse(signedAt);
  return Number.isNaN(moment) ? null : new Date(moment + ZONE_MS).toISOString().slice(0, 10);
}
