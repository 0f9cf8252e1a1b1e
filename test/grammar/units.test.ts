import { describe, expect, it } from 'vitest';
import { unitGrammar } from '../../src/grammar/units.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = unitGrammar(knowledge);
const at = (text: string) => {
  const found = grammar.at(fold(text), 0);
  return found ? [found.symbol, text.slice(0, found.end)] : null;
};

describe('the longest unit at a place', () => {
  it.each([
    ['m²/người vào năm 2025', 'm²/người', 'm²/người'],
    ['m2/người', 'm²/người', 'm2/người'],
    ['m 2/người', 'm²/người', 'm 2/người'],
    ['m2 / người', 'm²/người', 'm2 / người'],
    ['m² đất', 'm²', 'm² đất'],
    ['triệu đồng/người/năm', 'triệu đồng/người/năm', 'triệu đồng/người/năm'],
    ['tỉ đồng', 'tỷ đồng', 'tỉ đồng'],
    ['nghìn tỷ đồng', 'nghìn tỷ đồng', 'nghìn tỷ đồng'],
    ['% GRDP', '%', '%'],
    ['%/năm', '%/năm', '%/năm'],
    ['ha rừng', 'ha', 'ha'],
  ])('%s: %s', (text, symbol, words) => {
    expect(at(text)).toEqual([symbol, words]);
  });

  it.each(['hai', 'mô hình', 'kmh', 'xã', ''])('none in “%s”', (text) => {
    expect(at(text)).toBeNull();
  });

  it('a rate in no list is told by its base, and has no row', () => {
    expect(grammar.at('kỹ sư/1.000 dân', 0)).toMatchObject({ symbol: 'kỹ sư/1.000 dân', unit: null });
    expect(grammar.at('kỹ sư/đơn vị', 0)).toBeNull();
  });
});

describe('the canonical unit of a dimension', () => {
  it.each([
    ['‰', '%', 0.1],
    ['nghìn ha', 'm²', 10_000_000],
    ['km', 'm', 1000],
    ['tỷ đồng', 'đồng', 1_000_000_000],
    ['tấn', 'kg', 1000],
    ['MW', 'kW', 1000],
    ['m²/người', 'm²/người', 1],
  ])('%s is %s times %d', (symbol, unit, factor) => {
    const found = grammar.named(symbol)?.unit;
    expect(found && grammar.canonical(found)).toEqual({ unit, factor });
  });

  it('is one of its own rows, with factor 1', () => {
    const wrong = knowledge.units.filter((unit) => {
      const { unit: symbol } = grammar.canonical(unit);
      const base = knowledge.units.find((row) => row.symbol === symbol);
      return base?.factor !== 1 || base.dimension !== unit.dimension;
    });
    expect(wrong.map(({ symbol }) => symbol)).toEqual([]);
  });
});

describe('units.csv', () => {
  it('every symbol is found again', () => {
    expect(knowledge.units.filter(({ symbol }) => grammar.named(symbol)?.unit?.symbol !== symbol).map(({ symbol }) => symbol)).toEqual([]);
  });

  it('every form is found again as its own unit', () => {
    const lost = knowledge.units.flatMap(({ symbol, forms }) =>
      forms.flatMap((form) => (grammar.named(form)?.symbol === symbol ? [] : [`${form}: ${symbol}, not ${grammar.named(form)?.symbol}`])),
    );
    expect(lost).toEqual([]);
  });

  it('every symbol is whole in a sentence too', () => {
    const cut = knowledge.units.flatMap(({ symbol }) => (at(`${symbol} .`)?.[0] === symbol ? [] : [symbol]));
    expect(cut).toEqual([]);
  });

  it.each(['đơn vị', 'xã nghèo', 'Sở Y tế', ''])('“%s” is in no row', (words) => {
    expect(grammar.named(words)).toBeNull();
  });
});

describe('a unit per person', () => {
  it.each([
    ['m²', 'm²/người'],
    ['kg', 'kg/người'],
    ['USD', 'USD/người'],
    ['triệu đồng/năm', 'triệu đồng/người/năm'],
  ])('%s: %s', (symbol, expected) => {
    expect(grammar.perPerson(symbol)).toBe(expected);
  });

  it.each(['m²/người', '%', 'xã', 'triệu đồng/ha'])('none of %s', (symbol) => {
    expect(grammar.perPerson(symbol)).toBeNull();
  });
});
