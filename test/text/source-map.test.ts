import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, identityMap, type MappedText, MappedTextBuilder, toSource } from '../../src/text/source-map.ts';

const plain = (text: string): MappedText => ({ text, map: identityMap(text.length) });

/** What the source holds for a stretch of a mapped text. */
const sourceOf = (source: string, { map }: MappedText, start: number, end: number): string => source.slice(...toSource(map, start, end));

/** The first stretch of the text that is said to be verbatim and is not. */
function wrongPiece(source: string, { text, map }: MappedText): string | null {
  for (let i = 0; i < map.text.length; i++) {
    if (!map.exact[i]) continue;
    const own = text.slice(map.text[i], map.text[i + 1] ?? map.length);
    const theirs = source.slice(map.from[i], map.to[i]);
    if (own !== theirs) return `${JSON.stringify(own)} is not ${JSON.stringify(theirs)}`;
  }
  return map.length === text.length ? null : `length ${map.length}`;
}

describe('a text and the map to its source', () => {
  it('starts as its own source', () => {
    const mapped = plain('số 59-CTr/TU');
    expect(toSource(mapped.map, 3, 9)).toEqual([3, 9]);
  });

  it('an empty text maps to the beginning', () => {
    expect(toSource(identityMap(0), 0, 0)).toEqual([0, 0]);
  });

  it('leads from a joined number back to both of its lines', () => {
    const source = 'số 59-\nCTr/TU.';
    const mapped = applyEdits(plain(source), [{ start: 6, end: 7, replacement: '' }]);
    expect(mapped.text).toBe('số 59-CTr/TU.');
    expect(sourceOf(source, mapped, 3, 12)).toBe('59-\nCTr/TU');
  });

  it('maps what a repair wrote to what it was written for, as a whole', () => {
    const source = 'chất lƣợng cao';
    const mapped = applyEdits(plain(source), [{ start: 6, end: 7, replacement: 'ư' }]);
    expect(mapped.text).toBe('chất lượng cao');
    expect(sourceOf(source, mapped, 6, 7)).toBe('ƣ');
    expect(sourceOf(source, mapped, 5, 10)).toBe('lƣợng');
    expect(mapped.map.exact).toEqual([1, 0, 1]);
  });

  it('a replacement of the same length is not verbatim', () => {
    const mapped = applyEdits(plain('a\nb'), [{ start: 1, end: 2, replacement: ' ' }]);
    expect(mapped.map.exact).toEqual([1, 0, 1]);
  });

  it('generated text stands at a place and takes nothing from the source', () => {
    const mapped = applyEdits(plain('ab'), [{ start: 1, end: 1, replacement: '\n' }]);
    expect(mapped.text).toBe('a\nb');
    expect(toSource(mapped.map, 1, 2)).toEqual([1, 1]);
  });

  it('generated text at the end stands behind the last character, not before it', () => {
    const mapped = applyEdits(plain('ab'), [{ start: 2, end: 2, replacement: '.' }]);
    expect(toSource(mapped.map, 2, 3)).toEqual([2, 2]);
    expect(toSource(mapped.map, 0, 3)).toEqual([0, 2]);
  });

  it('composes over two edits: what was repaired first keeps its source when more is dropped before it', () => {
    const source = '**chất lƣợng**\nm\n2';
    const bare = applyEdits(plain(source), [
      { start: 0, end: 2, replacement: '' },
      { start: 12, end: 14, replacement: '' },
    ]);
    const repaired = applyEdits(bare, [{ start: 6, end: 7, replacement: 'ư' }]);
    const joined = applyEdits(repaired, [{ start: 12, end: 14, replacement: '²' }]);
    expect(joined.text).toBe('chất lượng\nm²');
    expect(sourceOf(source, joined, 5, 10)).toBe('lƣợng');
    expect(sourceOf(source, joined, 11, 13)).toBe('m\n2');
    expect(wrongPiece(source, joined)).toBeNull();
  });

  it('an edit inside of a repaired stretch still leads to all of it', () => {
    const source = 'e\u0302\u0301x';
    const composed = applyEdits(plain(source), [{ start: 0, end: 3, replacement: 'ế' }]);
    const doubled = applyEdits(composed, [{ start: 0, end: 1, replacement: '[ế]' }]);
    const builder = new MappedTextBuilder(doubled);
    builder.copy(1, 2);
    expect(sourceOf(source, builder.finish(), 0, 1)).toBe('e\u0302\u0301');
  });

  it('copies out of order', () => {
    const builder = new MappedTextBuilder(plain('left right'));
    builder.copy(5, 10);
    builder.replace(4, 5, ' ');
    builder.copy(0, 4);
    const mapped = builder.finish();
    expect(mapped.text).toBe('right left');
    expect(sourceOf('left right', mapped, 6, 10)).toBe('left');
  });

  it('neighbouring verbatim stretches are one piece', () => {
    const builder = new MappedTextBuilder(plain('abcd'));
    builder.copy(0, 2);
    builder.copy(2, 4);
    expect(builder.finish().map).toEqual(identityMap(4));
  });
});

/** Ordered edits without overlap on a text of a length, from random cuts. */
function editsOn(length: number, cuts: readonly number[], words: readonly string[]): Edit[] {
  const at = cuts.map((cut) => Math.floor(cut * (length + 1))).sort((a, b) => a - b);
  const edits: Edit[] = [];
  for (let i = 0; i + 1 < at.length; i += 2) {
    const [start, end] = [at[i] as number, at[i + 1] as number];
    if (start >= (edits.at(-1)?.end ?? 0)) edits.push({ start, end, replacement: words[i % words.length] ?? '' });
  }
  return edits;
}

describe('whatever edits are applied, one after the other', () => {
  const round = fc.tuple(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { maxLength: 12 }),
    fc.array(fc.constantFrom('', ' ', '\n', 'ư', 'x²', 'abc'), { minLength: 1, maxLength: 6 }),
  );
  const scenario = fc.tuple(fc.string({ unit: fc.constantFrom(...'aăâ \nbcƣ-12/'), maxLength: 40 }), fc.array(round, { minLength: 1, maxLength: 4 }));

  it('every verbatim character equals the character of the source it maps to', () => {
    fc.assert(
      fc.property(scenario, ([source, rounds]) => {
        let mapped = plain(source);
        for (const [cuts, words] of rounds) mapped = applyEdits(mapped, editsOn(mapped.text.length, cuts, words));
        expect(wrongPiece(source, mapped)).toBeNull();
      }),
      { numRuns: 1500 },
    );
  });

  it('pieces cover the text in order, and every range maps into the source', () => {
    fc.assert(
      fc.property(scenario, ([source, rounds]) => {
        let mapped = plain(source);
        for (const [cuts, words] of rounds) mapped = applyEdits(mapped, editsOn(mapped.text.length, cuts, words));
        const { map, text } = mapped;
        expect(map.text).toEqual([...map.text].sort((a, b) => a - b));
        expect(new Set(map.text).size).toBe(map.text.length);
        expect(map.text[0] ?? 0).toBe(0);
        for (let start = 0; start <= text.length; start += 3) {
          for (let end = start; end <= text.length; end += 5) {
            const [from, to] = toSource(map, start, end);
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(source.length);
            expect(from).toBeLessThanOrEqual(to);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a range that grows leads to a source range that does not shrink', () => {
    fc.assert(
      fc.property(scenario, ([source, rounds]) => {
        let mapped = plain(source);
        for (const [cuts, words] of rounds) mapped = applyEdits(mapped, editsOn(mapped.text.length, cuts, words));
        let last = 0;
        for (let end = 1; end <= mapped.text.length; end++) {
          const [, to] = toSource(mapped.map, 0, end);
          expect(to).toBeGreaterThanOrEqual(last);
          last = to;
        }
      }),
      { numRuns: 300 },
    );
  });
});
