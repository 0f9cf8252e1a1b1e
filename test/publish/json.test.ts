import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, jsonPieces } from '../../src/publish/json.ts';

const joined = (pieces: Iterable<string>) => [...pieces].join('');

describe('JSON in pieces', () => {
  it('is the list alone, an item at a time', () => {
    expect([...jsonPieces([], [], [{ number: '06-NQ/TW' }, { number: '15-CTr/TU' }])]).toEqual(['[\n  { "number": "06-NQ/TW" }', ',\n  { "number": "15-CTr/TU" }', '\n]', '\n']);
    expect(joined(jsonPieces([], [], []))).toBe('[]\n');
  });

  it('puts the items in the place of the list that the path leads to', () => {
    const log = { version: '2.1.0', none: undefined, runs: [{ tool: {}, results: [], language: 'vi' }] };
    const results = [{ rule: 'a' }, { rule: 'b' }];
    expect(JSON.parse(joined(jsonPieces(log, ['runs', '0', 'results'], results)))).toEqual({ version: '2.1.0', runs: [{ tool: {}, results, language: 'vi' }] });
  });

  it('is laid out like that of the whole where the list does not fit a line', () => {
    const long = 'x'.repeat(200);
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (items, other) => {
        const list = [long, ...items];
        const value = (of: unknown[]) => ({ first: other, runs: [of], last: other });
        expect(joined(jsonPieces(value([]), ['runs', '0'], list))).toBe(formatJson(value(list)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the lines of JSON', () => {
  const row = (length: number) => ({ name: 'x'.repeat(length), count: 12 });

  it('hold an object or list that fits, and end inside one that does not', () => {
    // { "name": "…", "count": 12 } has 27 characters beside the name.
    expect(formatJson(row(123)).split('\n')).toHaveLength(2);
    expect(formatJson(row(124)).split('\n')).toHaveLength(5);
    expect(formatJson(['x'.repeat(144)]).split('\n')).toHaveLength(2);
    expect(formatJson(['x'.repeat(145)]).split('\n')).toHaveLength(4);
  });

  it('count what is escaped as it is printed: quotation marks take two characters', () => {
    expect(formatJson({ name: '"'.repeat(61), count: 12 }).split('\n')).toHaveLength(2);
    expect(formatJson({ name: '"'.repeat(62), count: 12 }).split('\n')).toHaveLength(5);
  });

  it('say what JSON.stringify says, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(formatJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('hold nothing of an undefined member, and empty ones are empty', () => {
    expect(formatJson({ a: undefined, b: [], c: {}, d: [undefined] })).toBe('{ "b": [], "c": {}, "d": [] }\n');
  });
});
