import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ExitCode } from '../../src/cli/exit-code.ts';
import { newFolder } from '../folders.ts';
import { ingest } from './program.ts';

const FILES = 10_000;

it('ten thousand tiny files are read and published in little memory', async () => {
  const folder = newFolder();
  const input = join(folder, 'in');
  mkdirSync(input);
  for (let i = 0; i < FILES; i++) {
    writeFileSync(join(input, `${i}.txt`), i % 4 === 0 ? `Thực hiện Nghị quyết số ${i + 1}-NQ/TW ngày 24/01/2022 của Bộ Chính trị.\n` : `Dòng ${i}.\n`);
  }
  const { code, counts, problems } = await ingest([input], join(folder, 'out'), [], { node: ['--max-old-space-size=256'] });
  expect({ code, counts }).toMatchObject({ code: ExitCode.done, counts: { sources: FILES, documents: FILES / 4, citations: FILES / 4 } });
  expect(problems.filter((problem) => problem.code === 'no-directive')).toHaveLength((FILES * 3) / 4);
  expect(readdirSync(join(folder, 'out', 'documents'))).toHaveLength(FILES / 2);
});
