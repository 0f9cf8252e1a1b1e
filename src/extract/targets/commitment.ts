import { fold } from '../../text/fold.ts';
import { afterBlanks, isShare, type SentenceView, type Value } from './sentence-view.ts';

/** Whether a value is a commitment: not what has been, not a declared count, not money for the plan. `referred` where it is known what `các tỷ lệ nêu trên` are. */
export function isTarget(sentence: SentenceView, value: Value, name: string, pastAt: number, referred: boolean): boolean {
  const { folded, start, end, horizons, context, words } = sentence;
  const { quantity, lead: before } = value;
  const years = value.periods.map((period) => period.to ?? period.from ?? 0);
  const future = years.length > 0 && (context.issueYear === null || years.some((year) => year >= (context.issueYear as number)));
  if (years.length > 0 && !future) return false;
  if (tellsYearBefore(sentence, value, years)) return false;
  // `số dư đến ngày 30/9/2022 là 125 triệu đồng`, in October
  const day = horizons.find((horizon) => horizon.periods === value.periods)?.day;
  if (day && context.issuedOn && day < context.issuedOn) return false;
  // Without a date of issue no year in a section on the past is known to lie ahead.
  if (context.inPast && !years.some((year) => year > (context.issueYear ?? Number.POSITIVE_INFINITY))) return false;
  if (
    pastAt >= 0 &&
    pastAt <= value.lead.start &&
    !isAnew(sentence, value, pastAt) &&
    !isForecast(sentence, pastAt, years) &&
    !(value.own && future && pastAt === start && context.inPast)
  ) {
    const again = horizons.find((horizon) => horizon.start > pastAt && horizon.start < quantity.end + 40 && horizon.periods === value.periods);
    if (!again || context.inPast) return false;
    // `tỷ lệ hộ nghèo | đã | giảm còn 4,2% trong năm 2022`
    if (again.start >= quantity.end && pastAt >= value.clause && !/[,;:]/.test(folded.slice(pastAt, value.lead.start))) return false;
  }
  if (tellsBase(sentence, value)) return false;
  if (before.comparator !== null && words.negations.startingAt(folded, value.pre.start)) return false;
  if (isNamed(sentence, value) || isPlanShare(sentence, value)) return false;
  // `các tỷ lệ nêu trên lần lượt là 98%, | 90%`: a value without a name has that of the one before.
  if (!referred && words.backReferences.firstIn(folded, value.pre.start < value.pre.end ? value.clause : start, quantity.start)) return false;
  let back = value.lead.start;
  while (back > start && folded.charAt(back - 1) === ' ') back--;
  const none = words.noTargetBefore.endingAt(folded, back, Math.max(start, back - 40));
  // `tăng trưởng kinh tế | cả năm 2024 | đạt 8%`
  if (none && !words.wholeYear.startingAt(folded, none.start)) return false;
  // `nhập dữ liệu | của | 42 trường`
  if (!context.inGoals && quantity.noun && words.possessives.endingAt(folded, back, start)) return false;
  if (words.planCosts.startingAt(fold(name), 0)) return false;
  if (value.depth > 0 && isAside(sentence, value)) return false;
  if (quantity.unit && words.timeUnits.has(quantity.unit.symbol) && !words.timeHeads.firstIn(folded, value.clause, quantity.start)) {
    // `Tuổi thọ trung bình | Khoảng 75 tuổi, trong đó …`
    const plain = fold(name);
    if (!words.timeHeads.firstIn(plain, 0, plain.length)) return false;
  }
  if (quantity.unit === null) {
    const { noun } = quantity;
    if (noun) {
      const declared = words.declaredNouns.startingAt(folded, noun.start);
      const counted = words.countNouns.startingAt(folded, noun.start);
      if (declared && !(counted && counted.end > declared.end)) return false;
      // `phấn đấu giải quyết việc làm cho | 265.000 người`: who are striven for are no activity.
      const striven = value.own && future && words.modality.firstIn(folded, start, before.start)?.value === 'strive';
      if (!context.inGoals && !striven && words.activityNouns.startingAt(folded, noun.start) && !value.pre.head) return false;
    } else if (!value.pre.head || !(before.verb || before.level || (before.comparator !== null && words.rateBases.firstIn(folded, value.pre.start, value.pre.end)))) return false;
  }
  const funding = words.fundingHeads.startingAt(folded, value.pre.start) !== null && words.revenueHeads.startingAt(folded, value.pre.start) === null;
  if ((funding && !context.inGoals) || (isMoney(sentence, value) && words.normHeads.startingAt(folded, value.pre.start))) return false;
  if (name === '') return false;
  if (!future && quantity.unit === null && !value.pre.head && !(context.inGoals && (before.comparator !== null || before.verb || words.perYear.firstIn(folded, start, end))))
    return false;
  if (future) return value.own || context.periodsFrom === 'lead' || context.inGoals || before.modality !== null;
  return context.inGoals || (before.modality !== null && (quantity.unit !== null || before.comparator !== null));
}

function isMoney({ tools }: SentenceView, { quantity: { unit } }: Value): boolean {
  // `70 triệu đồng/căn` is in no list, `triệu đồng` is.
  const paid = unit && (unit.unit ?? tools.units.named(unit.symbol.split('/', 1)[0] as string)?.unit);
  return paid?.dimension.startsWith('money') === true;
}

/** `thu ngân sách 18 tỷ đồng, | đạt 100% dự toán`: what the value before comes to, no other value. `giải ngân vốn | đạt 95% kế hoạch` is one. */
function isPlanShare({ folded, quantities, words }: SentenceView, { lead, pre, post, quantity, clause }: Value): boolean {
  if (!isShare(quantity) || lead.change !== null || pre.start < pre.end || !words.planShares.startingAt(folded, afterBlanks(folded, post.start))) return false;
  const before = quantities.findLast((each) => each.end <= lead.start);
  return before !== undefined && !isShare(before) && before.end <= clause && !/[^\p{L}\s,]/u.test(folded.slice(before.end, lead.start));
}

/** In the targets of 2026, `năm 2025, phát hiện | 24 vụ`: what the year before its own had. */
function tellsYearBefore({ context }: SentenceView, { own, lead }: Value, years: readonly number[]): boolean {
  const [planned, ...others] = context.periods;
  if (!own || planned?.kind !== 'in' || planned.to === null || others.length > 0 || lead.modality !== null) return false;
  const last = planned.to;
  return years.length > 0 && years.every((year) => year < last && year === context.issueYear);
}

/** A figure in a name: `không còn phòng học | 3 ca`, `gói tín dụng | 145.000 tỷ đồng`. */
function isNamed({ folded, words }: SentenceView, { lead, pre, quantity }: Value): boolean {
  if (lead.verb || lead.level || lead.change !== null || pre.start >= pre.end) return false;
  if (words.namedSums.endingAt(folded, pre.end, pre.start)) return true;
  // `không để xảy ra vụ ngộ độc | trên 30 người`
  if (!isShare(quantity) && words.absences.endingAt(folded, folded.slice(0, pre.start).trimEnd().length)) return true;
  const absence = isShare(quantity) ? null : words.absences.startingAt(folded, pre.start, pre.end);
  return absence !== null && absence.end < pre.end;
}

/** `so với | năm 2014 là | 10,9 tiêu chí`: where the indicator stood in the year that is compared with. */
function tellsBase({ every }: SentenceView, { lead, quantity }: Value): boolean {
  return lead.verb && lead.change === null && every.some(({ base, start, end }) => base && start >= lead.start && end <= quantity.start);
}

/** `(năm 2020 là 35%)`, `(tăng 5% so với năm 2020)`: beside the target, where the indicator stood. */
function isAside(sentence: SentenceView, value: Value): boolean {
  const { folded, horizons, words } = sentence;
  const open = folded.lastIndexOf('(', value.quantity.start);
  const first = afterBlanks(folded, open + 1);
  // `58,9% (66/112 thôn, tăng thêm 20 thôn)`: what the value before comes to.
  if (/\d/.test(folded.charAt(first)) && first < value.lead.start) return true;
  if (words.parts.startingAt(folded, first) || words.resultBrackets.startingAt(folded, first)) return false;
  // `đạt 85% vào năm 2025 (năm 2030 đạt 95%)`: a later year than the one before the bracket is another target.
  const last = (from: number, to: number) =>
    Math.max(0, ...horizons.filter((horizon) => horizon.start >= from && horizon.end <= to).flatMap((each) => each.periods.map((period) => period.to ?? 0)));
  const earlier = last(sentence.start, open) || Math.max(0, ...sentence.governing.map((period) => period.to ?? 0));
  if (earlier > 0 && last(open, value.quantity.start) > earlier) return false;
  if (first >= value.lead.start) return true;
  return words.baseBrackets.startingAt(folded, first) !== null && !horizons.some((horizon) => horizon.start >= open && horizon.end <= value.quantity.end + 30);
}

/** `nâng cao chất lượng các tiêu chí đã đạt, | xây dựng được 2 xóm …`: a clause of its own behind a word that only narrows a noun. */
function isAnew({ folded, context, words }: SentenceView, { clause, lead }: Value, pastAt: number): boolean {
  if (!context.inGoals || !words.past.startingAt(folded, pastAt)?.value.narrows) return false;
  const comma = folded.indexOf(',', pastAt);
  return comma !== -1 && comma < clause && words.clauseVerbs.startingAt(folded, afterBlanks(folded, comma + 1), lead.start) !== null;
}

/** `Giá trị thương mại | ước đạt | 3.200 tỷ đồng` in the targets of a year to come. */
function isForecast({ folded, context, words }: SentenceView, pastAt: number, years: readonly number[]): boolean {
  const { issueYear } = context;
  return context.inGoals && issueYear !== null && years.length > 0 && years.every((year) => year > issueYear) && words.modality.startingAt(folded, pastAt)?.value === 'expect';
}
