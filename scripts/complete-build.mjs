// What the compiler does not do: rule pages are read at run time and are copied beside their rules, and the knowledge is kept as it is
// after parsing and checking (`CHECKED` in src/knowledge/load.ts).
import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs';

cpSync('src/check/rules', 'dist/check/rules', { recursive: true, filter: (path) => !path.endsWith('.ts') });
chmodSync('dist/cli/main.js', 0o755);

// A copy of an earlier build would be taken for a check by this one.
rmSync('dist/knowledge/checked.json', { force: true });
const { loadKnowledge } = await import('../dist/knowledge/load.js');
try {
  writeFileSync('dist/knowledge/checked.json', JSON.stringify(loadKnowledge()));
} catch (error) {
  // Every command says what is wrong with the knowledge, in the language of its user; the program itself is built.
  if (error.name !== 'KnowledgeError') throw error;
}
