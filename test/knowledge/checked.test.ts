import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { CHECKED, DEFAULT_KNOWLEDGE, loadKnowledge } from '../../src/knowledge/load.ts';
// Builds the program.
import '../cli/program.ts';
import { knowledge } from '../default-knowledge.ts';
import { newFolder } from '../folders.ts';

/** A copy of the knowledge in which a file says something else. */
function changed(file: string, from: string, to: string): string {
  const folder = newFolder();
  cpSync(DEFAULT_KNOWLEDGE, folder, { recursive: true });
  const content = readFileSync(join(folder, file), 'utf8');
  expect(content).toContain(from);
  writeFileSync(join(folder, file), content.replace(from, to));
  return folder;
}

describe('the knowledge kept by the build', () => {
  it('is what parsing and checking gives', () => {
    expect(JSON.parse(readFileSync(CHECKED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(knowledge)));
    expect(loadKnowledge(DEFAULT_KNOWLEDGE, CHECKED)).toEqual(knowledge);
  });

  it('is what is used for files that have not changed, wherever they lie', () => {
    const marked = join(newFolder(), 'checked.json');
    writeFileSync(marked, readFileSync(CHECKED, 'utf8').replace('"level":"error"', '"level":"info"'));
    const levels = ({ checks }: Knowledge) => Object.values(checks.rules).map(({ level }) => level);
    expect(levels(loadKnowledge(changed('checks.yaml', '', ''), marked))).not.toEqual(levels(knowledge));
  });

  it('is not used where a file has changed', () => {
    const folder = changed('checks.yaml', '    level: error\n', '    level: info\n');
    expect(loadKnowledge(folder, CHECKED)).toEqual(loadKnowledge(folder, null));
    expect(loadKnowledge(folder, CHECKED).checks).not.toEqual(knowledge.checks);
  });

  it('does not hide what is wrong in a changed file', () => {
    const folder = changed('checks.yaml', '    level: error\n', '    level: grave\n');
    expect(() => loadKnowledge(folder, CHECKED)).toThrow(/checks\.yaml:\d+/);
  });
});
