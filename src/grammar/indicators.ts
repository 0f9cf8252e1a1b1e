import dice from 'natural/lib/natural/distance/dice_coefficient.js';
import type { Indicator, Knowledge, Unit } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isWordAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';
import { targetWords } from './target-words.ts';
import { unitGrammar } from './units.ts';
import { anyOf } from './words.ts';

/** A row of the registry that fits some words: by which name or alias, and how well (0 to 1). */
export interface IndicatorFit {
  indicator: Indicator;
  alias: string;
  score: number;
}

export interface IndicatorGrammar {
  /**
   * The rows nearest to the words of an indicator, best first, at most three. `unit` (canonical symbol or counted noun) excludes
   * rows that measure something else, and so do terms of `whole`, the words before anything was left out of them.
   */
  nearest(words: string, unit: string | null, whole?: string): IndicatorFit[];
  /** The row the words mean, or null where none is near enough or two are equally near. */
  link(fits: readonly IndicatorFit[]): IndicatorFit | null;
  /** Whether the row that fits may be a part of a whole: it has the words that tell the part, and nothing that the whole excludes. */
  tellsPart(fit: IndicatorFit, part: string, whole: string): boolean;
  byId(id: string): Indicator | undefined;
}

/** A fit at least this good links; below it the indicator stays unlinked and its candidates are listed. */
const LINKED = 0.78;
/** The best of a fit that must not link. */
const UNLINKED = LINKED - 0.001;
/** Two rows that fit this alike are not told apart. */
const MARGIN = 0.015;
const CANDIDATES = 4;
/** Words by which forms are met: the rarest, and those few forms have. */
const RARE_WORDS = 3;
const FEW_FORMS = 40;
/** A form with less of the words in common is no candidate. */
const LEAST_WORDS = 0.3;
const SHOWN = 3;
const FIGURE = /(?<![\p{L}\d])\d{1,3}(?![\p{L}\d.,])/gu;
/** Of the score, the share of whole words; the rest is letters, which forgives a misread one. */
const WORDS_WEIGHT = 0.65;

/** Endings of dimensions that measure what the one without them does. */
const VARIETIES = ['-usd', '-persons'];

/** Of the words that tell a part, the row must have this share. */
const TOLD = 0.7;

interface Form {
  indicator: Indicator;
  alias: string;
  key: string;
  tokens: readonly string[];
  marks: Marks;
  /** The words as numbers, and what they weigh together. */
  ids: readonly number[];
  weight: number;
}

/** What tells names apart that are alike: figures (`dưới 5 tuổi`), and terms of which one excludes another (`tiểu học`, `trung học cơ sở`). */
interface Marks {
  figures: readonly string[];
  terms: ReadonlyMap<number, ReadonlySet<string>>;
  /** Goods and branches it is about. */
  branches: readonly string[];
  /** What narrows whom or what it is a rate of. */
  narrowings: readonly string[];
}

/** Links the words of an indicator to `indicators.csv` through an index of their rarest words: the cost does not grow with the rows. */
export const indicatorGrammar: (knowledge: Pick<Knowledge, 'indicators' | 'units' | 'targets'>) => IndicatorGrammar = compiledOnce((knowledge) => {
  const { indicators, targets } = knowledge;
  const units = unitGrammar(knowledge);
  const silent = new Set(targets.silent_words.flatMap((phrase) => (phrase.includes(' ') ? [] : [fold(phrase)])));
  const silentPhrases = targets.silent_words.filter((phrase) => phrase.includes(' ')).map(fold);
  const synonyms = new Map(Object.entries(targets.synonyms).map(([word, same]) => [fold(word), fold(same)]));
  const synonymPhrases = [...synonyms].filter(([word]) => word.includes(' ')).sort((a, b) => b[0].length - a[0].length);

  const keyOf = (words: string): string => {
    let key = ` ${fold(words)
      .replace(/[^\p{L}\d%²³+]+/gu, ' ')
      .trim()} `;
    for (const phrase of silentPhrases) if (key.includes(phrase)) key = key.replaceAll(` ${phrase} `, ' ');
    for (const [word, same] of synonymPhrases) if (key.includes(word)) key = key.replaceAll(` ${word} `, ` ${same} `);
    return key.trim();
  };
  const tokensOf = (key: string): string[] => {
    const tokens: string[] = [];
    for (const token of key.split(' ')) {
      if (token === '' || silent.has(token)) continue;
      const same = synonyms.get(token) ?? token;
      for (const part of same.split(' ')) if (!tokens.includes(part)) tokens.push(part);
    }
    return tokens;
  };
  const { parallels } = targetWords(knowledge);
  const branch = new RegExp(`(?<!\\p{L})${anyOf(targets.branches)}(?!\\p{L})`, 'gu');
  const narrowing = new RegExp(`(?<!\\p{L})${anyOf(targets.narrowings)}(?!\\p{L})`, 'gu');
  const marksOf = (words: string): Marks => {
    const folded = fold(words);
    const terms = new Map<number, Set<string>>();
    for (let at = 0; at < folded.length; at++) {
      if (isWordAt(folded, at - 1)) continue;
      const term = parallels.startingAt(folded, at);
      if (!term) continue;
      const word = folded.slice(term.start, term.end);
      terms.set(term.value, (terms.get(term.value) ?? new Set()).add(synonyms.get(word) ?? word));
      at = term.end - 1;
    }
    return { figures: folded.match(FIGURE) ?? [], terms, branches: folded.match(branch) ?? [], narrowings: folded.match(narrowing) ?? [] };
  };
  const contradict = (one: Marks, other: Marks): boolean => {
    if (one.figures.length > 0 && other.figures.length > 0 && !one.figures.some((figure) => other.figures.includes(figure))) return true;
    for (const [kind, terms] of one.terms) {
      const others = other.terms.get(kind);
      if (others && ![...terms].some((term) => others.has(term))) return true;
    }
    return false;
  };
  const forms: Form[] = [];
  const byId = new Map<string, Indicator>();
  for (const indicator of indicators) {
    byId.set(indicator.id, indicator);
    const own = marksOf(indicator.name);
    for (const alias of [indicator.name, ...indicator.aliases]) {
      const key = keyOf(alias);
      const marks = marksOf(alias);
      // An alias that leaves a term out means the name's: `giá trị sản xuất nông nghiệp tăng` is its `tốc độ tăng`.
      forms.push({
        indicator,
        alias,
        key,
        tokens: tokensOf(key),
        marks: { ...marks, terms: new Map([...own.terms, ...marks.terms]), branches: [...own.branches, ...marks.branches] },
        ids: [],
        weight: 0,
      });
    }
  }
  const frequency = new Map<string, number>();
  for (const { tokens } of forms) for (const token of tokens) frequency.set(token, (frequency.get(token) ?? 0) + 1);
  const weightOf = (token: string) => Math.log(1 + forms.length / (frequency.get(token) ?? 0.5));
  const weights = new Map([...frequency.keys()].map((token) => [token, weightOf(token)]));
  const unknown = Math.log(1 + forms.length / 2);
  const weigh = (tokens: readonly string[]) => tokens.reduce((sum, token) => sum + (weights.get(token) ?? unknown), 0);
  const idOf = new Map([...weights.keys()].map((token, id) => [token, id]));
  const index: number[][] = [...weights].map(() => []);
  const exact = new Map<string, number[]>();
  forms.forEach((form, at) => {
    form.weight = weigh(form.tokens);
    form.ids = form.tokens.map((token) => idOf.get(token) as number);
    for (const id of form.ids) (index[id] as number[]).push(at);
    exact.set(form.key, [...(exact.get(form.key) ?? []), at]);
  });
  const idTokens = [...weights.keys()];
  /** What each word of the query weighs, by its number; all zero between queries. */
  const shares = new Float64Array(weights.size);
  const met = new Uint8Array(forms.length);
  const kinds = indicators.map(({ unit }) => (unit === null ? null : (units.named(unit)?.unit ?? null)));
  const kindsOf = new Map(indicators.map((indicator, at) => [indicator, kinds[at] ?? null]));
  /** Whether a row may be measured in a unit, `found` where that is a listed one. */
  const measures = (indicator: Indicator, unit: string | null, found: Unit | null): boolean => {
    if (unit === null || indicator.unit === null || unit === indicator.unit) return true;
    const own = kindsOf.get(indicator);
    if (found && own) return kindOf(found.dimension) === kindOf(own.dimension);
    if (indicator.dimension === 'count') return !found || found.dimension.startsWith('count');
    return !found && unit.includes('/') && indicator.unit.includes('/');
  };

  return {
    nearest(words, unit, whole = words) {
      const key = keyOf(words);
      if (key === '') return [];
      const found = unit === null ? null : (units.named(unit)?.unit ?? null);
      for (const at of exact.get(key) ?? []) {
        const { indicator, alias } = forms[at] as Form;
        if (measures(indicator, unit, found)) return [{ indicator, alias, score: 1 }];
      }
      // Most words share too little with any form for their marks to matter.
      let marks: Marks | null = null;
      const tokens = tokensOf(key);
      const weight = weigh(tokens);
      const ids = tokens.flatMap((token) => idOf.get(token) ?? []).sort((a, b) => (index[a] as number[]).length - (index[b] as number[]).length);
      for (const id of ids) shares[id] = weights.get(idTokens[id] as string) as number;
      // Forms are met by the rarest words; what they share is then weighed whole.
      const candidates: number[] = [];
      for (const [place, id] of ids.entries()) {
        const list = index[id] as number[];
        if (place >= RARE_WORDS && list.length > FEW_FORMS) break;
        for (const at of list) {
          if (met[at] === 1) continue;
          met[at] = 1;
          candidates.push(at);
        }
      }
      const best: { form: Form; words: number }[] = [];
      for (const at of candidates) {
        met[at] = 0;
        const form = forms[at] as Form;
        let common = 0;
        for (const id of form.ids) common += shares[id] as number;
        const share = (2 * common) / (weight + form.weight);
        if (share < LEAST_WORDS || (best.length === CANDIDATES && share <= (best[CANDIDATES - 1] as { words: number }).words)) continue;
        if (!measures(form.indicator, unit, found)) continue;
        marks ??= whole === words ? marksOf(words) : { ...marksOf(words), terms: marksOf(whole).terms };
        const { branches } = marks;
        if (contradict(marks, form.marks) || branches.some((each) => !form.marks.branches.includes(each))) continue;
        let place = best.length;
        while (place > 0 && (best[place - 1] as { words: number }).words < share) place--;
        best.splice(place, 0, { form, words: share });
        if (best.length > CANDIDATES) best.pop();
      }
      for (const id of ids) shares[id] = 0;
      const fits = new Map<string, IndicatorFit>();
      for (const { form, words: share } of best) {
        const other = fits.get(form.indicator.id);
        // Letters can add no more than their weight: a form that cannot reach the best one is not compared.
        if (share * WORDS_WEIGHT + 1 - WORDS_WEIGHT < (other?.score ?? 0)) continue;
        const alike = WORDS_WEIGHT * share + (1 - WORDS_WEIGHT) * dice(form.key, key);
        // Another denominator is another indicator, however alike the words: a candidate and no more.
        const score = marks && narrowedAlike(marks, form.marks) ? alike : Math.min(alike, UNLINKED);
        if (!other || other.score < score) fits.set(form.indicator.id, { indicator: form.indicator, alias: form.alias, score: Math.round(score * 1000) / 1000 });
      }
      return [...fits.values()].sort((a, b) => b.score - a.score || (a.indicator.id < b.indicator.id ? -1 : 1)).slice(0, SHOWN);
    },
    link(fits) {
      const [first, second] = fits;
      if (!first || first.score < LINKED) return null;
      return second && first.score < 1 && first.score - second.score < MARGIN ? null : first;
    },
    tellsPart(fit, part, whole) {
      if (contradict(marksOf(whole.replace(part, '')), marksOf(fit.indicator.name))) return false;
      const form = tokensOf(keyOf(fit.alias));
      const tokens = tokensOf(keyOf(part));
      return weigh(tokens.filter((token) => form.includes(token))) >= TOLD * weigh(tokens);
    },
    byId: (id) => byId.get(id),
  };
});

function narrowedAlike({ narrowings }: Marks, other: Marks): boolean {
  return narrowings.every((each) => other.narrowings.includes(each)) && other.narrowings.every((each) => narrowings.includes(each));
}

/** A share and a growth are both per cent, money is money in dollars too (`money-per-person-usd`), and visitors may be counted as persons; other dimensions must be the same. */
function kindOf(dimension: string): string {
  const variety = VARIETIES.find((ending) => dimension.endsWith(ending));
  if (variety) return dimension.slice(0, -variety.length);
  return dimension === 'share' || dimension === 'growth' || dimension === 'share-points' ? 'share' : dimension;
}
