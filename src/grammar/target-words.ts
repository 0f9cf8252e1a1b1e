import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Modality } from '../model/targets.ts';
import { compiledOnce } from './compiled.ts';
import { Phrases } from './phrases.ts';

/** What a word before a value says of it. */
export type LeadWord =
  | { kind: 'comparator'; comparator: 'ge' | 'gt' | 'le' | 'lt'; exceeds: boolean }
  | { kind: 'approximate' }
  | { kind: 'range-start' }
  | { kind: 'verb'; share: boolean }
  | { kind: 'level' }
  | { kind: 'change'; direction: 'increase' | 'decrease'; multiple: boolean }
  | { kind: 'per-year' }
  | { kind: 'modality'; modality: Modality }
  | { kind: 'filler' };

/** The word lists of `targets.yaml`, ready to be looked up in folded text. */
export interface TargetWords {
  /** Words before a value, each with the things it may say, bounds first. */
  lead: Phrases<readonly LeadWord[]>;
  boundsAfter: Phrases<'ge' | 'le'>;
  rangeJoins: Phrases<true>;
  conjunctions: Phrases<true>;
  companions: Phrases<true>;
  respectively: Phrases<true>;
  copulas: Phrases<true>;
  pluralYears: Phrases<true>;
  /** `trong nhiệm kỳ`, `đến cuối nhiệm kỳ` */
  termPeriods: Phrases<'during' | 'by'>;
  shareHead: string;
  shareJoin: string;
  rateJoin: string;
  countHead: string;
  countHeads: Phrases<true>;
  shareOf: Phrases<true>;
  outOf: Phrases<true>;
  scopeWords: Phrases<true>;
  heads: Phrases<true>;
  growthHeads: Phrases<true>;
  timeHeads: Phrases<true>;
  fundingHeads: Phrases<true>;
  /** Of money, what is to come in. */
  revenueHeads: Phrases<true>;
  ordinals: Phrases<{ unlessUnit: boolean }>;
  declaredNouns: Phrases<true>;
  countNouns: Phrases<true>;
  /** Words that begin the name of what is counted: `khu | công nghệ cao`. */
  counters: Phrases<true>;
  compounds: Phrases<true>;
  /** Words behind a value that lead to whom it is for: `2 cm | đối với | nam`. */
  partPrepositions: Phrases<true>;
  activityNouns: Phrases<true>;
  nounStops: Phrases<true>;
  timeUnits: ReadonlySet<string>;
  ageUnits: ReadonlySet<string>;
  classNouns: Phrases<true>;
  ratioHeads: Phrases<true>;
  sharedHeads: Phrases<true>;
  /** Terms with the number of the kind they are of. */
  parallels: Phrases<number>;
  rateBases: Phrases<string>;
  clauseVerbs: Phrases<true>;
  predicates: Phrases<true>;
  nameEnds: Phrases<true>;
  multipleUnits: ReadonlySet<string>;
  /** Words of what has been; true for those that may also describe a noun. */
  past: Phrases<{ adjective: boolean; narrows: boolean }>;
  pastHeadings: Phrases<true>;
  /** `Ranh giới lập quy hoạch`: what begins so describes what there is. */
  descriptions: Phrases<true>;
  goalHeadings: Phrases<true>;
  announcing: Phrases<true>;
  /** `đặt mục tiêu`: what announces a goal and is no part of its name. */
  announcements: Phrases<true>;
  noTargetBefore: Phrases<true>;
  negations: Phrases<true>;
  absences: Phrases<true>;
  namedSums: Phrases<true>;
  backReferences: Phrases<true>;
  planShares: Phrases<true>;
  normHeads: Phrases<true>;
  planCosts: Phrases<true>;
  possessives: Phrases<true>;
  beneficiaries: Phrases<true>;
  base: Phrases<true>;
  results: Phrases<true>;
  deadlines: Phrases<true>;
  baseBrackets: Phrases<true>;
  resultBrackets: Phrases<true>;
  jointNames: Phrases<true>;
  parts: Phrases<true>;
  leadWords: Phrases<true>;
  openers: Phrases<true>;
  homeWords: Phrases<true>;
  perPerson: Phrases<true>;
  raiseWords: Phrases<'increase' | 'decrease'>;
  /** Words that end a name and lead to no value: `nông thôn mới`. */
  nameTails: Phrases<true>;
  trailWords: Phrases<true>;
  perYear: Phrases<true>;
  each: Phrases<true>;
  stateVerbs: Phrases<{ task: boolean }>;
  modality: Phrases<Modality>;
  scopes: readonly { id: string; pattern: RegExp }[];
  country: Phrases<true>;
  wholeYear: Phrases<true>;
  yearWords: Phrases<true>;
  existential: Phrases<true>;
  /** Names that go on with years: `chuẩn nghèo | giai đoạn 2022 - 2025`. */
  datedNames: Phrases<true>;
  /** Words in the name of a body that say it is one of the whole country. */
  countryBodies: Phrases<true>;
}

export const targetWords: (knowledge: Pick<Knowledge, 'targets'>) => TargetWords = compiledOnce(({ targets }) => {
  const lead = new Map<string, LeadWord[]>();
  const add = (words: readonly string[], make: (word: string) => LeadWord) => {
    for (const word of words) lead.set(word, [...(lead.get(word) ?? []), make(word)]);
  };
  for (const comparator of ['ge', 'gt', 'le', 'lt'] as const)
    add(targets.comparators[comparator], (word) => ({ kind: 'comparator', comparator, exceeds: targets.exceed_words.includes(word) }));
  add(targets.approximate, () => ({ kind: 'approximate' }));
  add(targets.range_start, () => ({ kind: 'range-start' }));
  add(targets.level_verbs, () => ({ kind: 'level' }));
  add(targets.increase_words, (word) => ({ kind: 'change', direction: 'increase', multiple: targets.multiple_words.includes(word) }));
  add(targets.decrease_words, () => ({ kind: 'change', direction: 'decrease', multiple: false }));
  add(targets.value_verbs, (word) => ({ kind: 'verb', share: targets.share_verbs.includes(word) }));
  for (const [modality, words] of Object.entries(targets.modality)) add(words, () => ({ kind: 'modality', modality: modality as Modality }));
  add(targets.per_year, () => ({ kind: 'per-year' }));
  add(targets.fillers, () => ({ kind: 'filler' }));
  const tasks = new Set(targets.task_states);
  const unlessUnit = new Set(targets.ordinals_unless_unit);
  return {
    lead: new Phrases(lead),
    boundsAfter: new Phrases([...targets.bounds_after.ge.map((word) => [word, 'ge'] as const), ...targets.bounds_after.le.map((word) => [word, 'le'] as const)]),
    rangeJoins: Phrases.of(targets.range_joins),
    conjunctions: Phrases.of(targets.conjunctions),
    companions: Phrases.of(targets.companions),
    respectively: Phrases.of(targets.respectively),
    copulas: Phrases.of(targets.copulas),
    pluralYears: Phrases.of(targets.plural_years),
    termPeriods: new Phrases((['during', 'by'] as const).flatMap((kind) => targets.term_periods[kind].map((term) => [term, kind] as const))),
    shareHead: targets.share_head,
    shareJoin: targets.share_join,
    rateJoin: targets.rate_join,
    countHead: targets.count_head,
    countHeads: Phrases.of(targets.count_heads),
    shareOf: Phrases.of(targets.share_of),
    outOf: Phrases.of(targets.out_of),
    scopeWords: Phrases.of(targets.scope_words),
    heads: Phrases.of(targets.heads),
    growthHeads: Phrases.of(targets.growth_heads),
    timeHeads: Phrases.of(targets.time_heads),
    fundingHeads: Phrases.of(targets.funding_heads),
    revenueHeads: Phrases.of(targets.revenue_heads),
    ordinals: new Phrases(targets.ordinal_words.map((word) => [word, { unlessUnit: unlessUnit.has(word) }] as const)),
    declaredNouns: Phrases.of(targets.declared_nouns),
    countNouns: Phrases.of(targets.count_nouns),
    counters: Phrases.of(targets.counters),
    compounds: Phrases.of(targets.compounds),
    partPrepositions: Phrases.of(targets.part_prepositions),
    activityNouns: Phrases.of(targets.activity_nouns),
    nounStops: Phrases.of(targets.noun_stops),
    timeUnits: new Set(targets.time_units),
    ageUnits: new Set(targets.age_units),
    classNouns: Phrases.of(targets.class_nouns),
    ratioHeads: Phrases.of(targets.ratio_heads),
    sharedHeads: Phrases.of(targets.shared_heads),
    parallels: new Phrases(targets.parallels.flatMap((terms, kind) => terms.map((term) => [term, kind] as const))),
    rateBases: new Phrases([...targets.rate_bases.map((base) => [base, base] as const), ...Object.entries(targets.rate_base_spellings)]),
    clauseVerbs: Phrases.of(targets.clause_verbs),
    predicates: Phrases.of(targets.predicates),
    nameEnds: Phrases.of(targets.name_ends),
    multipleUnits: new Set(targets.multiple_units),
    past: new Phrases(targets.past_words.map((word) => [word, { adjective: targets.past_adjectives.includes(word), narrows: targets.past_narrowings.includes(word) }] as const)),
    pastHeadings: Phrases.of(targets.past_headings),
    descriptions: Phrases.of(targets.description_openers),
    goalHeadings: Phrases.of(targets.goal_headings),
    announcing: Phrases.of(targets.announcing_verbs),
    announcements: Phrases.of(targets.announcements),
    noTargetBefore: Phrases.of(targets.no_target_before),
    negations: Phrases.of(targets.negations),
    absences: Phrases.of(targets.absences),
    namedSums: Phrases.of(targets.named_sums),
    backReferences: Phrases.of(targets.back_references),
    planShares: Phrases.of(targets.plan_shares),
    normHeads: Phrases.of(targets.norm_heads),
    planCosts: Phrases.of(targets.plan_costs),
    possessives: Phrases.of(targets.possessives),
    beneficiaries: Phrases.of(targets.beneficiary_words),
    base: Phrases.of(targets.base_words),
    results: Phrases.of(targets.result_words),
    deadlines: Phrases.of(targets.deadline_words),
    baseBrackets: Phrases.of(targets.base_brackets),
    resultBrackets: Phrases.of(targets.result_brackets),
    jointNames: Phrases.of(targets.joint_names),
    parts: Phrases.of(targets.part_words),
    leadWords: Phrases.of(targets.lead_words),
    openers: Phrases.of(targets.openers),
    homeWords: Phrases.of(targets.home_words),
    perPerson: Phrases.of(targets.per_person_words),
    raiseWords: new Phrases((['increase', 'decrease'] as const).flatMap((direction) => targets.raise_words[direction].map((word) => [word, direction] as const))),
    nameTails: Phrases.of(targets.name_tails),
    trailWords: Phrases.of(targets.trail_words),
    perYear: Phrases.of(targets.per_year),
    each: Phrases.of(targets.each_words),
    stateVerbs: new Phrases(targets.state_verbs.map((word) => [word, { task: tasks.has(word) }] as const)),
    modality: new Phrases(Object.entries(targets.modality).flatMap(([modality, words]) => words.map((word) => [word, modality as Modality] as const))),
    scopes: targets.scopes.map(({ id, pattern }) => ({ id, pattern: new RegExp(pattern, 'u') })),
    country: Phrases.of(targets.country_words),
    wholeYear: Phrases.of(targets.whole_year),
    yearWords: Phrases.of(targets.year_words),
    existential: Phrases.of(targets.existential_verbs),
    datedNames: Phrases.of(targets.dated_names),
    countryBodies: Phrases.of(targets.country_body_words),
  };
});
