import { anatomyGrammar } from '../../../grammar/anatomy.ts';
import { isoDay } from '../../../grammar/dates.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';

const LEAP_YEAR = 2000;

/** "31/11 " and "30 tháng 02 " before "hằng năm". */
const DAY_AND_MONTH = /(?<![\d/.-])(?<day>\d{1,2})(?:\/(?<month>\d{1,2})|\s\p{L}{5}\s(?<named>\d{1,2}))\s$/u;
const DAY_LENGTH = 16;

/** A day that no calendar has: `31/4/2023`, `29/02/2023`, month 13; and of every year `31/11 hằng năm`. */
export const rule: DocumentRule = {
  name: 'date.impossible',
  *checkDocument({ dates, text }, knowledge) {
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
    for (const { kind, evidence } of dates) {
      if (kind !== 'recurring') continue;
      const from = Math.max(0, evidence.start - DAY_LENGTH);
      const match = DAY_AND_MONTH.exec(text.slice(from, evidence.start));
      if (!match?.groups) continue;
      const number = Number(match.groups.month ?? match.groups.named);
      // A leap year: 29/02 comes again.
      if (number < 1 || number > 12 || isoDay(Number(match.groups.day), number, LEAP_YEAR) !== null) continue;
      const printed = match[0].trimEnd();
      const side: OwnSide = { place: [from + match.index, evidence.end], value: null };
      const earlier = found.get(printed);
      if (earlier) earlier.sides.push(side);
      else found.set(printed, { subject: printed, values: { date: printed }, sides: [side], verdict: null });
    }
    yield* found.values();
  },
};
