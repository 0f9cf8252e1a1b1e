import type { IndicatorFit } from '../../grammar/indicators.ts';
import type { Target } from '../../model/targets.ts';
import { fold } from '../../text/fold.ts';
import type { TargetDraft } from './draft.ts';
import type { TargetTools } from './tools.ts';

/** A fit this good needs no other wording. */
const SURE = 0.9;

/** Links drafts to rows of `indicators.csv`; the same words once, for a table names an indicator for every year. */
export class IndicatorLinker {
  readonly #tools: TargetTools;
  readonly #linked = new Map<string, Target['indicator']>();

  constructor(tools: TargetTools) {
    this.#tools = tools;
  }

  /** The indicator of a draft; `place` are the words that name its area. */
  link(draft: TargetDraft, place: string | undefined): Target['indicator'] {
    const key = `${draft.name}|${draft.context}|${draft.scope?.name}|${draft.change || draft.comparator === 'status' ? '' : draft.unit}`;
    let indicator = this.#linked.get(key);
    if (!indicator) {
      indicator = this.#find(draft, place);
      this.#linked.set(key, indicator);
    }
    return indicator;
  }

  #find(draft: TargetDraft, place: string | undefined): Target['indicator'] {
    const { indicators } = this.#tools;
    const unit = draft.change || draft.comparator === 'status' ? null : draft.unit;
    let fits: IndicatorFit[] = [];
    let link: IndicatorFit | null = null;
    for (const name of this.#variants(draft, place)) {
      const own = indicators.nearest(name, unit, `${draft.name} ${draft.scope?.name ?? ''}`);
      const linked = indicators.link(own);
      if (linked && !this.#mayMean(draft, name, linked)) continue;
      if (linked && (link === null || linked.score > link.score)) link = linked;
      if ((own[0]?.score ?? 0) > (fits[0]?.score ?? 0)) fits = own;
      if (link && link.score > SURE) break;
    }
    const raw = draft.name;
    return {
      id: link?.indicator.id ?? null,
      name: link?.indicator.name ?? raw,
      raw,
      match: link ? { alias: link.alias, score: link.score } : null,
      candidates: link ? [] : fits.map((fit) => ({ id: fit.indicator.id, alias: fit.alias, score: fit.score })),
    };
  }

  /** What likeness of words alone cannot tell: parts, and growth apart from shares and amounts. */
  #mayMean(draft: TargetDraft, name: string, fit: IndicatorFit): boolean {
    const { indicators, words } = this.#tools;
    if (draft.part && !indicators.tellsPart(fit, draft.context, draft.name)) return false;
    if (fit.score === 1) return true;
    const { dimension } = fit.indicator;
    // `khu vực dịch vụ tăng 8%` grows: no change of its share.
    if (draft.change) return dimension !== 'share' || words.ratioHeads.startingAt(fold(name), 0) !== null;
    // `thu ngân sách | 115% dự toán` is no growth.
    return dimension !== 'growth' || words.growthHeads.firstIn(fold(name), 0, name.length) !== null;
  }

  /** The words of an indicator, then without its scope, without brackets and what follows `nhất là`, with the words around them, without the place. */
  #variants(draft: TargetDraft, place: string | undefined): string[] {
    const { name, scope, context, part } = draft;
    // `Số lượt khách (khách quốc tế)` is another indicator than the whole.
    if (part) return [context, name];
    const variants = [name];
    if (scope) {
      const at = name.toLowerCase().indexOf(scope.name);
      if (at > 0) variants.push(`${name.slice(0, at)} ${name.slice(at + scope.name.length)}`);
    }
    const bare = name.replace(/ ?\(([^()]{0,200})\)/g, (whole, inner: string) => (this.#saysLittle(draft, inner) ? '' : whole));
    if (bare !== name && bare.split(' ').length > 4) variants.push(bare);
    if (context !== '') variants.push(`${name} ${context}`);
    // `Tỷ lệ hộ nghèo của xã Yên Sơn`
    if (place !== undefined && name.includes(place)) variants.push(name.replace(place, ' '));
    return variants;
  }

  /** `(giá so sánh 2010)` as printed, `(Xây dựng)`; what else was put in brackets tells names apart. */
  #saysLittle({ value, further }: TargetDraft, inner: string): boolean {
    if ([value, ...further].some(({ passage }) => passage.text.includes(`(${inner}`))) return true;
    return this.#tools.words.clauseVerbs.startingAt(fold(inner), 0)?.end === inner.length;
  }
}
