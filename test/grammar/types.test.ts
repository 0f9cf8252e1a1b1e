import { describe, expect, it } from 'vitest';
import { typeGrammar } from '../../src/grammar/types.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = typeGrammar(knowledge);
const names = (rows: readonly { name: string }[] | undefined) => rows?.map((row) => row.name);

describe('type words', () => {
  it.each([
    ['KẾ HOẠCH triển khai', 'Kế hoạch'],
    ['Nghị quyết số', 'Nghị quyết'],
    ['Quyết định của', 'Quyết định'],
    ['TỜ TRÌNH', 'Tờ trình'],
  ])('%s begins with one', (text, name) => {
    expect(names(grammar.startsWith(fold(text))?.rows)).toContain(name);
  });

  it('the longest one counts', () => {
    const text = fold('CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện');
    expect(text.slice(0, grammar.startsWith(text)?.length)).toBe('chương trình hành động');
  });

  it.each(['Kế hoạchx', 'hoạch', 'Ủy ban', '', '12'])('%j begins with none', (text) => {
    expect(grammar.startsWith(fold(text))).toBeNull();
  });

  it('ends a text before a number', () => {
    const text = fold('thực hiện Chương trình hành động');
    const type = grammar.endsWith(text);
    expect(text.slice(text.length - (type?.length ?? 0))).toBe('chương trình hành động');
    expect(grammar.endsWith(fold('của Bộ Chính trị'))).toBeNull();
  });

  it('văn bản and công văn: a word above the types is marked as such', () => {
    expect(grammar.endsWith('tại văn bản')?.hypernym).toBe(true);
    expect(grammar.endsWith('tại nghị quyết')?.hypernym).toBe(false);
  });

  it('Party QĐ is two types, State QĐ one', () => {
    expect(names(grammar.byCode('QĐ', 'party', false))?.sort()).toEqual(['Quy định', 'Quyết định']);
    expect(names(grammar.byCode('QĐ', 'state', true))).toEqual(['Quyết định']);
  });

  it('Party TT is thông tri, State TT thông tư', () => {
    expect(names(grammar.byCode('TT', 'party', false))).toEqual(['Thông tri']);
    expect(names(grammar.byCode('TT', 'state', true))).toEqual(['Thông tư']);
    // "98/TT-UB", before 2011.
    expect(names(grammar.byCode('TT', 'state', false))).toEqual(['Thông tư', 'Tờ trình']);
  });

  it('a code nobody knows has no type', () => {
    expect(grammar.byCode('XYZ', 'state', false)).toEqual([]);
  });

  it('reads a heading with a mark misread, not another word', () => {
    expect(names(grammar.sameLetters('QUYÉT ĐỊNH')?.rows)).toContain('Quyết định');
    expect(grammar.sameLetters('ỦY BAN NHÂN DÂN')).toBeNull();
  });
});
