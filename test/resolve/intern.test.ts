import { describe, expect, it } from 'vitest';
import { type DocumentDigest, digestDocument, type Mention } from '../../src/resolve/digest.ts';
import { packEdges, readEdges } from '../../src/resolve/edges.ts';
import { Interner } from '../../src/resolve/intern.ts';
import { knowledge } from '../default-knowledge.ts';
import { readSeeds } from '../seeds.ts';

const digests = (): DocumentDigest[] =>
  readSeeds().flatMap(({ file, facts }) => facts.documents.map((document, at) => digestDocument(document, { file, sha256: file }, at, knowledge)));

/** What a mention says and where, read member by member. */
const written = ({ number, key, printed, type, date, issuerId, issuerName, territory, place, form, relation, title, places, readings }: Mention) => ({
  ...{ number, key, printed, type, date, issuerId, issuerName, territory, place, form, relation, title, places },
  readings: readings.map((reading) => ({ words: reading.words, shared: reading.shared, places: reading.places })),
});

describe('a digest as a corpus keeps it in memory', () => {
  it('says what it said', () => {
    const interner = new Interner();
    const packed = digests().map((digest) => interner.digest(digest));
    expect(packed.flatMap(({ mentions }) => mentions.map(written))).toEqual(digests().flatMap(({ mentions }) => mentions.map(written)));
  });

  it('has the number of a work once, whoever cites it, and another number for another spelling', () => {
    const interner = new Interner();
    const numbers = digests()
      .map((digest) => interner.digest(digest))
      .flatMap(({ mentions }) => mentions.flatMap(({ number }) => (number?.value === '06-NQ/TW' ? [number] : [])));
    expect(numbers.length).toBeGreaterThan(1);
    expect(new Set(numbers).size).toBe(new Set(numbers.map(({ raw }) => raw)).size);
  });
});

it.each([
  ['none', []],
  [
    'some',
    [
      { outer: 0, inner: 3, relation: 'implements', place: [12, 40] },
      { outer: 3, inner: 4, relation: 'based-on', place: [41, 60] },
    ],
  ],
] as const)('edges are read as they were packed: %s', (_, edges) => {
  expect(readEdges(packEdges(edges))).toEqual(edges);
});
