import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOWLEDGE, loadKnowledge } from '../../src/knowledge/load.ts';
import { ROOT, readJson } from '../cli/program.ts';
import { knowledge } from '../default-knowledge.ts';
import { newFolder } from '../folders.ts';

const built = (await import(join(ROOT, 'dist', 'knowledge', 'load.js'))) as { loadKnowledge: typeof loadKnowledge };

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
    expect(readJson(ROOT, 'dist', 'knowledge', 'checked.json')).toEqual(JSON.parse(JSON.stringify(knowledge)));
    expect(built.loadKnowledge()).toEqual(knowledge);
  });

  it('is not used where a file has changed', () => {
    const folder = changed('checks.yaml', '    level: error\n', '    level: info\n');
    expect(built.loadKnowledge(folder).checks).toEqual(loadKnowledge(folder).checks);
    expect(built.loadKnowledge(folder).checks).not.toEqual(built.loadKnowledge().checks);
  });

  it('does not hide what is wrong in a changed file', () => {
    const folder = changed('checks.yaml', '    level: error\n', '    level: grave\n');
    expect(() => built.loadKnowledge(folder)).toThrow(/checks\.yaml:\d+/);
  });
});
