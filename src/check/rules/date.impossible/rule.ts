import { anatomyGrammar } from '../../../grammar/anatomy.ts';
import { isoDay } from '../../../grammar/dates.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { placeOfDeadline } from '../../words-at.ts';

const LEAP_YEAR = 2000;

/** "trước ngày 31/11 hằng năm", "ngày 30 tháng 02": a day without a year. */
const DAY_AND_MONTH = /(?<![\d/.-])(?<day>\d{1,2})(?:\/(?<month>\d{1,2})|\s\p{L}{5}\s(?<named>\d{1,2}))(?!\s?[\d/.-])(?!\s\p{L}{3}\s\d)/u;

/** A day that no calendar has: `31/4/2023`, `29/02/2023`, month 13; among deadlines also `31/11 hằng năm`. */
export const rule: DocumentRule = {
  name: 'date.impossible',
  *checkDocument({ dates, assignments, text }, knowledge) {
    const anatomy = anatomyGrammar(knowledge);
    const found = new Map<string, FindingDraft<OwnSide>>();
    for (const { kind, raw, evidence } of dates) {
      if (kind !== 'impossible') continue;
      const printed = raw.slice(anatomy.dateWord(fold(raw)));
      const side: OwnSide = { place: [evidence.start, evidence.end], value: null };
      const earlier = found.get(printed);
      if (earlier) earlier.sides.push(side);
      else found.set(printed, { subject: printed, values: { date: printed }, sides: [side], verdict: null });
    }
    for (const { deadline, evidence } of assignments) {
      if (deadline === null || deadline.to !== null) continue;
      const { day, month, named } = DAY_AND_MONTH.exec(deadline.raw)?.groups ?? {};
      const number = Number(month ?? named);
      // A leap year: 29/02 comes again.
      if (day === undefined || number < 1 || number > 12 || isoDay(Number(day), number, LEAP_YEAR) !== null) continue;
      const printed = DAY_AND_MONTH.exec(deadline.raw)?.[0] as string;
      const side: OwnSide = { place: placeOfDeadline(text, deadline.raw, evidence), value: null };
      const earlier = found.get(printed);
      if (!earlier) found.set(printed, { subject: printed, values: { date: printed }, sides: [side], verdict: null });
      else if (!earlier.sides.some(({ place }) => place[0] === side.place[0])) earlier.sides.push(side);
    }
    yield* found.values();
  },
};
