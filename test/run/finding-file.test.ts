import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { FindingFile } from '../../src/run/finding-file.ts';
import { newFolder } from '../folders.ts';

const findingOf = (id: string, message = id): Finding => ({
  id,
  rule: 'citation.date-conflict',
  level: 'error',
  subject: id,
  message: { vi: message, en: message },
  documents: [],
  sides: [],
  verdict: null,
  cause: null,
  joined: [],
  suppressed: null,
  outdated: null,
});

/** Units with their hashes and what checking them finds. */
type Units = Record<string, [hash: string | null, Finding[]]>;

/** A run over units: which of them were checked, and what the file has at the end. */
function run(path: string, units: Units, { rules = '1', force = false, commit = true } = {}): { checked: string[]; findings: Finding[] } {
  const file = new FindingFile(path, rules, force);
  const checked: string[] = [];
  const places: number[] = [];
  for (const [unit, [hash, found]] of Object.entries(units)) {
    const recalled = file.recall(unit, hash, () => {
      checked.push(unit);
      return found;
    });
    for (const { place } of recalled) places.push(place);
  }
  if (commit) file.commit();
  const findings = places.map((place) => file.read(place));
  if (commit) file.close();
  else file.discard();
  return { checked, findings };
}

const newPath = () => join(newFolder(), 'cache', 'checks.jsonl');
const A: Units = { a: ['1', [findingOf('x'), findingOf('đường sắt', 'Nghị quyết số 06-NQ/TW\n')]], b: ['1', []] };
const foundIn = (units: Units) => Object.values(units).flatMap(([, findings]) => findings);

describe('findings in a file', () => {
  it('come back as they were, before and after the file is in its place', () => {
    const path = newPath();
    expect(run(path, A)).toEqual({ checked: ['a', 'b'], findings: foundIn(A) });
    expect(run(path, A)).toEqual({ checked: [], findings: foundIn(A) });
  });

  it.each<[string, Units, string[]]>([
    ['another hash', { ...A, a: ['2', [findingOf('y')]] }, ['a']],
    ['no hash', { ...A, a: [null, [findingOf('y')]] }, ['a']],
    ['a new unit', { ...A, c: ['1', [findingOf('z')]] }, ['c']],
    ['nothing but one unit gone', { a: A.a as Units[string] }, []],
  ])('are checked again for %s only', (_, units, checked) => {
    const path = newPath();
    run(path, A);
    expect(run(path, units)).toEqual({ checked, findings: foundIn(units) });
    // What was found then is the memory of the run after it.
    expect(run(path, units).checked).toEqual(checked.filter((unit) => units[unit]?.[0] === null));
  });

  it.each([
    ['other rules', { rules: '2' }],
    ['force', { force: true }],
  ])('are all checked again with %s', (_, options) => {
    const path = newPath();
    run(path, A);
    expect(run(path, A, options).checked).toEqual(['a', 'b']);
  });

  it('of a run that was given up leave those of the run before', () => {
    const path = newPath();
    run(path, A);
    const before = readFileSync(path);
    run(path, { a: ['2', []] }, { commit: false });
    expect(readFileSync(path)).toEqual(before);
  });

  it('that were cut off or written over are checked again', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (share, cut) => {
        const path = newPath();
        run(path, A);
        const bytes = readFileSync(path);
        const at = Math.floor(share * (bytes.length - 1));
        if (cut) truncateSync(path, at);
        else writeFileSync(path, Buffer.concat([bytes.subarray(0, at), Buffer.from('\n'), bytes.subarray(at + 1)]));
        expect(run(path, A).findings).toEqual(foundIn(A));
      }),
      { numRuns: 60 },
    );
  });

  it('longer than what is written at once come back too', () => {
    const many: Units = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`u${at}`, ['1', [findingOf(`f${at}`, 'ớ'.repeat(at * 1500))]]]));
    const path = newPath();
    run(path, many);
    expect(run(path, many)).toEqual({ checked: [], findings: foundIn(many) });
  });
});
