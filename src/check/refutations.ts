import { orderTitle } from '../grammar/orders.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import type { Work } from '../resolve/works.ts';
import { fold } from '../text/fold.ts';
import { bodyRegistry } from './bodies.ts';
import type { TitleEdge } from './graph.ts';
import { documentLabel } from './label.ts';
import type { CheckContext, GroundDraft, SideDraft } from './rule.ts';

/** How many grounds of one kind are shown. */
const GROUNDS_SHOWN = 3;
/** So many reviews of one matter are compared with each other. */
const REVIEWS_COMPARED = 200;
/** So many characters may stand between a relation's words and the work: "thực hiện các ". */
const GOVERNED_WITHIN = 12;

/** Every ground against a day for a work. */
export function refutations(work: Work, date: string, context: CheckContext): GroundDraft[] {
  return [
    ...ownNumber(work, date, context),
    ...bodyAtWork(work, date, context),
    ...citedEarlier(work, date, context),
    ...effectBefore(work, date, context),
    ...causeAfter(work, date, context),
    ...stepsOfProcedure(work, date, context),
    ...numberOrder(work, date, context),
  ];
}

/** The year and the legislature that a number carries. */
function ownNumber(work: Work, date: string, { graph, terms }: CheckContext): GroundDraft[] {
  const number = work.mentions.map((ref) => graph.mention(ref).number).find((other) => other !== null);
  if (!number) return [];
  if (number.year !== null && !date.startsWith(String(number.year))) return [{ constraint: 'embedded-year', hard: true, values: { year: String(number.year) }, sides: [] }];
  const sitting = number.legislature === null ? null : terms.legislature(date);
  if (sitting && !sitting.boundary && sitting.number !== number.legislature)
    return [{ constraint: 'legislature', hard: true, values: { legislature: String(number.legislature), date: { date } }, sides: [] }];
  return [];
}

/** No body issues anything before it is founded or after it is dissolved. */
function bodyAtWork(work: Work, date: string, { graph, knowledge }: CheckContext): GroundDraft[] {
  const bodies = bodyRegistry(knowledge);
  for (const ref of work.mentions) {
    const { issuerId, issuerName, places } = graph.mention(ref);
    const body = issuerId === null ? null : bodies.byId(issuerId);
    const [place] = places;
    if (!body || issuerName === null || place === undefined) continue;
    const from = body.valid_from !== null && date.slice(0, body.valid_from.length) < body.valid_from;
    const to = body.valid_to !== null && date.slice(0, body.valid_to.length) > body.valid_to;
    if (from || to)
      return [{ constraint: 'body-validity', hard: true, values: { body: issuerName, date: { date } }, sides: [{ document: ref.document, place, value: issuerName }] }];
  }
  return [];
}

/** "The Hà Tĩnh programme of 30/9/2022 already implements it": no document cites what does not exist yet. */
function citedEarlier(work: Work, date: string, { graph }: CheckContext): GroundDraft[] {
  let earliest: { document: DocumentDigest; side: SideDraft } | null = null;
  for (const ref of work.mentions) {
    const document = graph.document(ref.document);
    const mention = graph.mention(ref);
    const place = mention.places[0];
    if (document.date?.length !== 10 || document.date >= date || mention.form === 'own' || !place || !document.datePlace) continue;
    if (earliest === null || document.date < (earliest.document.date as string)) earliest = { document, side: { document: ref.document, place, value: mention.date } };
  }
  if (earliest === null) return [];
  const { document, side } = earliest;
  return [
    {
      constraint: 'cited-earlier',
      hard: true,
      values: {
        citing: documentLabel(document),
        citingDate: { date: document.date as string },
        date: { date },
      },
      sides: [{ document: document.index, place: document.datePlace as readonly [number, number], value: document.date }, side],
    },
  ];
}

/** What says that a work is dated before what it carries out, reviews, concludes on or was ordered by. */
export function tooEarly(work: Work, date: string, context: CheckContext): GroundDraft[] {
  return [...causeAfter(work, date, context), ...stepsOfProcedure(work, date, context)];
}

/** "2416/UBND-QH of 14/4/2022 has work done to implement it": a cause is not later than its effect. */
function effectBefore(work: Work, date: string, context: CheckContext): GroundDraft[] {
  const { graph, knowledge } = context;
  const effect = graph
    .namedIn(work)
    .filter((edge) => knowledge.relations.causal.includes(edge.relation) && before(soleDate(edge.outer, graph), date) && isGoverned(edge, context))
    .sort((a, b) => ((soleDate(a.outer, graph) as string) < (soleDate(b.outer, graph) as string) ? -1 : 1))[0];
  if (!effect) return [];
  const effectDate = soleDate(effect.outer, graph) as string;
  return [
    {
      constraint: 'effect-before',
      hard: true,
      values: { other: effect.outer.number, otherDate: { date: effectDate }, date: { date } },
      sides: [{ document: effect.document, place: [effect.outerPlace[0], effect.place[1]], value: effectDate }],
    },
  ];
}

/** What it carries out is later than the day given for it. */
function causeAfter(work: Work, date: string, context: CheckContext): GroundDraft[] {
  const { graph, knowledge } = context;
  const cause = graph
    .names(work)
    .filter((edge) => knowledge.relations.causal.includes(edge.relation) && before(date, soleDate(edge.inner, graph)) && isGoverned(edge, context))
    .sort((a, b) => ((soleDate(a.inner, graph) as string) > (soleDate(b.inner, graph) as string) ? -1 : 1))[0];
  if (!cause) return [];
  const causeDate = soleDate(cause.inner, graph) as string;
  return [
    {
      constraint: 'cause-after',
      hard: true,
      values: { other: cause.inner.number, otherDate: { date: causeDate }, date: { date } },
      sides: [{ document: cause.document, place: cause.place, value: causeDate }],
    },
  ];
}

/**
 * True where the words directly before a work in a title say what the title's work does with it: "về việc tổng kết Nghị quyết B".
 * Not in "về thực hiện hội nhập quốc tế, Nghị quyết B", where B is the next of a list, nor in "về phát triển đô thị, căn cứ Nghị
 * quyết B", where the sentence goes on behind the comma.
 */
function isGoverned({ document, outerPlace, place, relation }: TitleEdge, { knowledge, words }: CheckContext): boolean {
  const between = fold(words(document, outerPlace[1], place[0]));
  const clause = between.slice(Math.max(between.lastIndexOf(','), between.lastIndexOf(';')) + 1).trimStart();
  return knowledge.relations.relations.some(
    (one) =>
      one.relation === relation &&
      one.phrases.some((phrase) => {
        const at = clause.lastIndexOf(fold(phrase));
        return (at > 0 || (at === 0 && clause.length === between.trimStart().length)) && clause.length - at - phrase.length <= GOVERNED_WITHIN;
      }),
  );
}

/**
 * Two works on one matter come in the order of their procedure: the report on a review before the conclusion on it, the order
 * to do a piece of work before what delivers it.
 */
function stepsOfProcedure(work: Work, date: string, context: CheckContext): GroundDraft[] {
  const { graph, knowledge } = context;
  const isOrder = orderTitle(knowledge);
  const grounds: GroundDraft[] = [];
  const matters = new Map(
    graph
      .names(work)
      .filter((edge) => edge.relation === 'reviews')
      .map((edge) => [edge.inner.id, edge.inner]),
  );
  for (const matter of matters.values()) {
    for (const edge of graph.reviewsOf(matter, work.series.territory).slice(0, REVIEWS_COMPARED)) {
      if (edge.outer === work) continue;
      const otherDate = soleDate(edge.outer, graph);
      if (!before(date, otherDate)) continue;
      const report = knowledge.relations.procedures.some(
        (rule) => rule.relation === edge.relation && rule.before.includes(edge.outer.typeCode ?? '') && rule.after.includes(work.typeCode ?? ''),
      );
      const title = fold(edge.outerMention.title ?? '');
      const order = work.typeCode !== null && isOrder(title);
      if ((!report && !order) || !isGoverned(edge, context)) continue;
      if (grounds.some((ground) => ground.values.other === edge.outer.number)) continue;
      grounds.push({
        constraint: report ? 'report-before-conclusion' : 'order-before-delivery',
        hard: true,
        values: { other: edge.outer.number, otherDate: { date: otherDate as string }, matter: matter.number, date: { date } },
        sides: [{ document: edge.document, place: [edge.outerPlace[0], edge.place[1]], value: otherDate }],
      });
    }
  }
  return grounds.slice(0, GROUNDS_SHOWN);
}

/** In one series a lower number is not later than a higher one. */
function numberOrder(work: Work, date: string, { graph }: CheckContext): GroundDraft[] {
  // Numbers of another year or term prove nothing about this day.
  if (work.system === 'state' && work.period !== null && !date.startsWith(work.period.slice(0, 4))) return [];
  if (work.series.territory === null || graph.datesOf(work).some((other) => work.system === 'state' && other.slice(0, 4) !== date.slice(0, 4))) return [];
  const { before: lower, after: higher } = graph.neighbours(work);
  const grounds: GroundDraft[] = [];
  for (const [entry, wrong] of [
    [lower, lower !== null && before(date, lower.date)],
    [higher, higher !== null && before(higher.date, date)],
  ] as const) {
    if (!entry || !wrong) continue;
    grounds.push({
      constraint: 'number-order',
      hard: entry.held && work.system === 'state',
      values: { other: entry.work.number, otherDate: { date: entry.date }, number: work.number, date: { date } },
      sides: [],
    });
  }
  return grounds;
}

function soleDate(work: Work, graph: CheckContext['graph']): string | null {
  const dates = graph.datesOf(work);
  return dates.length === 1 ? (dates[0] as string) : null;
}

function before(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a < b;
}
