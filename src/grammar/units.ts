import type { Knowledge, Unit } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import { isLetterAt } from '../text/word-chars.ts';
import { compiledOnce } from './compiled.ts';
import { Phrases } from './phrases.ts';
import { anyOf } from './words.ts';

/** A unit found in a text. `symbol` is canonical; `unit` is null for a rate that is in no list (`kỹ sư/1.000 dân`). */
export interface FoundUnit {
  start: number;
  end: number;
  symbol: string;
  unit: Unit | null;
}

export interface UnitGrammar {
  /** The longest unit that begins at `offset` of a folded text and ends before `limit`. */
  at(folded: string, offset: number, limit?: number): FoundUnit | null;
  /** The unit a whole cell or bracket names: "m²/người", "%". */
  named(words: string): FoundUnit | null;
  /** The unit per person of a unit: `m²` → `m²/người`, `triệu đồng/năm` → `triệu đồng/người/năm`; null where there is none. */
  perPerson(symbol: string): string | null;
  /** A value in the canonical unit of its dimension. */
  canonical(unit: Unit): { unit: string; factor: number };
}

/** Units of `units.csv`. Blanks around a slash and before a superscript do not count. */
export const unitGrammar: (knowledge: Pick<Knowledge, 'units' | 'targets'>) => UnitGrammar = compiledOnce(({ units, targets }) => {
  // `sáng chế/100.000 dân`, `kỹ sư trên 1.000 dân`: a rate in no list, read by its form.
  const form = new RegExp(
    `(?<what>\\p{L}+(?: \\p{L}+){0,3})\\s?(?:/|${anyOf([targets.rate_join])})\\s?(?<base>${anyOf([...targets.rate_bases, ...Object.keys(targets.rate_base_spellings)])})(?!\\p{L})`,
    'uy',
  );
  const byFirst = new Map<string, { form: string; unit: Unit }[]>();
  const named = new Map<string, Unit>();
  const canonical = new Map<string, Unit>();
  const bySymbol = new Map(units.map((unit) => [unit.symbol, unit]));
  for (const unit of units) {
    if (unit.factor === 1 && !canonical.has(unit.dimension)) canonical.set(unit.dimension, unit);
    for (const form of [unit.symbol, ...unit.forms]) {
      const key = compact(fold(form));
      if (!named.has(key)) named.set(key, unit);
    }
  }
  for (const [form, unit] of [...named].sort((a, b) => b[0].length - a[0].length)) {
    const first = form.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { form, unit }]);
  }
  const perPerson = new Map<string, string>();
  for (const { symbol, dimension } of units) {
    const [base = '', ...rest] = symbol.split('/');
    if (rest.length > 0 && /-per-person(?:-|$)/.test(dimension) && !perPerson.has(base)) perPerson.set(base, symbol);
  }
  const rate = (folded: string, offset: number): FoundUnit | null => {
    form.lastIndex = offset;
    const match = form.exec(folded);
    if (!match?.groups) return null;
    const { what = '', base: printed = '' } = match.groups;
    const base = targets.rate_base_spellings[printed] ?? printed;
    return { start: offset, end: offset + match[0].length, symbol: `${what}/${base}`, unit: null };
  };
  // `8 gam/ngày`, `150 USD/ngày`: a listed unit for each of what stands behind a slash.
  const bases = Phrases.of([...targets.count_nouns, ...targets.rate_bases, ...units.flatMap(({ symbol, forms }) => [symbol, ...forms]).filter((form) => /^\p{L}+$/u.test(form))]);
  const withBase = (folded: string, unit: FoundUnit, limit: number): FoundUnit => {
    if (unit.symbol.includes('/')) return unit;
    let slash = unit.end;
    if (folded.charAt(slash) === ' ') slash++;
    if (folded.charAt(slash) !== '/') return unit;
    const start = folded.charAt(slash + 1) === ' ' ? slash + 2 : slash + 1;
    const base = bases.startingAt(folded, start, limit);
    if (!base) return unit;
    const symbol = `${unit.symbol}/${folded.slice(start, base.end)}`;
    return { start: unit.start, end: base.end, symbol, unit: bySymbol.get(symbol) ?? null };
  };
  // `tr.đồng/ha`: of the listed `triệu đồng/ha`, in another form before the slash.
  const spelledOut = (plain: string): Unit | undefined => {
    const slash = plain.indexOf('/');
    const base = slash === -1 ? undefined : named.get(plain.slice(0, slash));
    return base && named.get(compact(fold(base.symbol)) + plain.slice(slash));
  };
  return {
    at(folded, offset, limit = folded.length) {
      const listed = byFirst.get(folded.charAt(offset)) ?? [];
      for (const { form, unit } of listed) {
        const end = matchCompact(folded, offset, form);
        if (end === -1 || end > limit) continue;
        const last = form.charAt(form.length - 1);
        if (/[\p{L}\d]/u.test(last) && (isLetterAt(folded, end) || /\d/.test(folded.charAt(end)))) continue;
        return withBase(folded, { start: offset, end, symbol: unit.symbol, unit }, limit);
      }
      return folded.charCodeAt(offset) > 96 ? rate(folded, offset) : null;
    },
    named(words) {
      const plain = compact(fold(words).trim());
      const unit = bySymbol.get(words) ?? named.get(plain) ?? spelledOut(plain);
      return unit ? { start: 0, end: words.length, symbol: unit.symbol, unit } : null;
    },
    perPerson(symbol) {
      const [base = '', ...rest] = symbol.split('/');
      const person = perPerson.get(base) ?? null;
      if (rest.length === 0 || person === null) return person;
      const yearly = rest.length === 1 ? named.get(`${person}/${rest[0]}`) : undefined;
      return yearly?.symbol ?? null;
    },
    canonical(unit) {
      const base = canonical.get(unit.dimension) ?? unit;
      return { unit: base.symbol, factor: base === unit ? 1 : unit.factor };
    },
  };
});

/** Without blanks around slashes and before exponents: "m 2 / người" → "m²/người". */
function compact(form: string): string {
  return form
    .split('/')
    .map((part) => part.trim())
    .join('/')
    .replace(/(?<=m)\s?2(?!\d)/g, '²')
    .replace(/(?<=m)\s?3(?!\d)/g, '³')
    .replace(/tỉ(?= |$)/g, 'tỷ')
    .replace(/\s+/g, ' ');
}

/** Where `form` ends when read from `offset`, passing over blanks it lacks; -1 where the text differs. */
function matchCompact(folded: string, offset: number, form: string): number {
  let at = offset;
  for (let i = 0; i < form.length; i++) {
    const char = form.charAt(i);
    let found = folded.charAt(at);
    if (char === '/' || char === '²' || char === '³' || form.charAt(i - 1) === '/') while (found === ' ' && char !== ' ') found = folded.charAt(++at);
    if (found !== char) {
      const same = (char === '²' && found === '2') || (char === '³' && found === '3') || (char === 'ỷ' && found === 'ỉ');
      if (!same) return -1;
    }
    at++;
  }
  return at;
}
