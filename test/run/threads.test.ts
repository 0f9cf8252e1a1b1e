import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentsOf, ingest, seed } from '../cli/program.ts';
import { newFolder } from '../folders.ts';

/** Enough for a run to go on in threads beside the program's own. */
const FILES = 60;

it('sources processed beside each other give what they give one after the other, those of one content too', async () => {
  const folder = newFolder();
  const input = join(folder, 'in');
  mkdirSync(input);
  for (let i = 0; i < FILES; i++) writeFileSync(join(input, `${100 + i}.txt`), seed(0).slice(0, 9_000).replace('KẾ HOẠCH', `KẾ HOẠCH ${i}`));
  const last = seed(1).slice(0, 30_000);
  for (const name of ['x', 'y', 'z']) writeFileSync(join(input, `${name}.txt`), last);
  const one = await ingest([input], join(folder, 'one'), ['--concurrency', '1']);
  const beside = await ingest([input], join(folder, 'beside'), ['--concurrency', '3']);
  expect(one.counts.sources).toBe(FILES + 1);
  expect(beside).toMatchObject({ code: one.code, counts: one.counts, problems: one.problems, cached: 2 });
  expect(contentsOf(join(folder, 'beside'))).toEqual(contentsOf(join(folder, 'one')));
});
