import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import PQueue from 'p-queue';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import programs from '../scripts/programs.json' with { type: 'json' };

// A program of its own where recheck has one for the machine, else JavaScript.
const { check } = createRequire(import.meta.url)('recheck') as typeof import('recheck');

const ROOT = join(import.meta.dirname, '..');
const SOURCES = join(ROOT, 'src');
/** Modules that do something when they are imported. */
const PROGRAMS = new Set([...programs.program, ...programs.workshop]);

/**
 * What recheck may spend on one expression. Its fuzzer is bounded by counts, never by a clock, and draws from one seed: a verdict
 * is the same in every run and on every machine. Time only ends what hangs, and then fails the test.
 */
const EFFORT: Parameters<typeof check>[2] = {
  timeout: 60_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  randomSeed: 0,
  attackLimit: 50_000_000,
  maxAttackStringSize: 30_000,
  maxGeneStringSize: 400,
  maxInitialGenerationSize: 200,
  maxGenerationSize: 50,
  maxIteration: 3,
  mutationSize: 25,
  crossoverSize: 10,
};

/** A regular expression as it is compiled, and where. */
interface Found {
  at: string;
  file: string;
  source: string;
  flags: string;
}

/**
 * Expressions that are not linear on a text of any length, but never see one. File, expression (§ stands for words of the
 * knowledge), and what bounds them. Whoever changes the code around one of them checks that the bound still holds.
 */
const BOUNDED: readonly (readonly [file: string, source: string, bound: string])[] = [
  ['src/grammar/anatomy.ts', '[.,:;]+$', 'isCapacity: lines of at most 90 characters'],
  ['src/grammar/anatomy.ts', '[^\\S\\n]{3,}$|\\t\\s*$', 'columnBreak: lines of at most 320 characters'],
  ['src/grammar/anatomy.ts', '[^\\S\\n]{3,}$', 'columnBreak: lines of at most 320 characters'],
  ['src/grammar/anatomy.ts', '\\s+(?=\\p{Lu})', 'columnBreak: lines of at most 320 characters'],
  ['src/extract/letterhead-issuer.ts', '\\s*[-_*]+$', 'lines of a letterhead: at most 110 characters'],
  ['src/grammar/citation-words.ts', '[\\s:“"\'‘]*$', 'the 40 characters before a citation'],
  ['src/extract/citation-parts.ts', '\\s+$', 'the 110 characters before a citation'],
  ['src/extract/citation-parts.ts', '\\s*[,]?\\s*$', 'a title: at most 420 characters'],
  ['src/grammar/citation-words.ts', '\\s*(?:§)?\\s*$', 'the 60 characters before a number'],
  ['src/grammar/identity-words.ts', '^(?<of>\\s+§(?=\\d)', 'one line, and normalized text has no two blanks in a row outside of tables'],
  ['src/grammar/identity-words.ts', '^(?:\\s+§\\s?[/-]', 'one line, and normalized text has no two blanks in a row outside of tables'],
  ['src/segment/outline.ts', '[^\\s]+$', 'the marker of a label'],
  ['src/segment/segment.ts', '[^\\s]+$', 'the marker of a label'],
  ['src/segment/heading-lines.ts', '\\s*:\\s*$', 'normalized text has no two blanks in a row outside of tables'],
  ['src/publish/report/repairs.ts', ' +(?=⏎)|(?<=⏎) +', 'words shortened to LONGEST_CHANGE'],
  ['src/publish/amount.ts', '\\B(?=(?:\\d{3})+$)', 'the digits of a number'],
  ['src/publish/report/words.ts', '\\B(?=(?:\\d{3})+$)', 'the digits of a number'],
  ['src/eval/judge.ts', '[\\s.,;:]+$', 'values of our own fixtures'],
  ['src/segment/table.ts', '[.()]+$|^\\(', 'a cell that is an ordinal: at most 16 characters'],
  ['src/resolve/series.ts', '\\d+$', 'an id of the knowledge'],
  ['src/resolve/clusters.ts', '\\d+$', 'an id of the knowledge'],
  ['src/resolve/works.ts', '^-+|-+$', 'a part of an id: made of one number or name'],
];

function isBounded(found: Found, [file, source]: (typeof BOUNDED)[number]): boolean {
  const parts = source.split('§');
  if (found.file !== file) return false;
  return parts.length === 1 ? found.source === source : found.source.startsWith(parts[0] as string) && found.source.endsWith(parts.at(-1) as string);
}

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .sort();

/** Every literal of the sources, and every place that compiles one out of strings. */
function readSources(): { literals: Found[]; compiled: string[] } {
  const literals: Found[] = [];
  const compiled: string[] = [];
  for (const file of files) {
    const tree = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const at = (node: ts.Node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node) => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        literals.push({ at: at(node), file, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') compiled.push(file);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { literals, compiled };
}

/** What is wrong with an expression; null where its time grows with its text. */
async function judge({ source, flags }: Pick<Found, 'source' | 'flags'>): Promise<string | null> {
  // A sticky expression tries one place only; recheck searches with all others. Whether places of groups are told costs nothing, and it knows no such flag.
  const result = await check(source, flags.replace('d', ''), EFFORT);
  if (result.status === 'safe') return null;
  if (result.status === 'vulnerable') return `${result.complexity.summary}, attack ${result.attack.pattern.slice(0, 80)}`;
  return `no verdict (${result.error.kind}): write it so that it can be judged`;
}

const queue = new PQueue({ concurrency: availableParallelism() });
const verdicts = new Map<string, Promise<string | null>>();

/** The verdict on an expression; equal ones of several places are judged once. */
function verdictOn({ source, flags }: Found): Promise<string | null> {
  const key = `/${source}/${flags}`;
  const verdict = verdicts.get(key) ?? queue.add(() => judge({ source, flags }));
  verdicts.set(key, verdict);
  return verdict;
}

const NativeRegExp = globalThis.RegExp;
const seen = new Map<string, Found>();

/** Notes what a module of ours compiles with `new RegExp`. */
function watch(): void {
  globalThis.RegExp = new Proxy(NativeRegExp, {
    construct(target, args: [string | RegExp, string?], newTarget) {
      const made = Reflect.construct(target, args, newTarget) as RegExp;
      const frame = new Error().stack?.split('\n').find((line) => line.includes(SOURCES) || /[/(]src\//.test(line));
      const match = frame && /(?:^|[/(\s])(src\/[^:()]+\.ts):(\d+)/.exec(frame.replaceAll(`${ROOT}/`, ''));
      if (match) {
        const found = { at: `${match[1]}:${match[2]}`, file: match[1] as string, source: made.source, flags: made.flags };
        seen.set(`${found.file} ${found.source} ${found.flags}`, found);
      }
      return made;
    },
  });
}

/** Makes a grammar out of the knowledge; other functions of its module do not know what to do with it. */
function compile(grammar: unknown, knowledge: unknown): void {
  if (typeof grammar !== 'function') return;
  try {
    grammar(knowledge);
  } catch {
    // Not a grammar.
  }
}

describe('every regular expression takes time that grows with its text and no faster', () => {
  const { literals, compiled } = readSources();

  beforeAll(async () => {
    watch();
    const { loadKnowledge } = await import('../src/knowledge/load.ts');
    const { RECOGNITION_STEPS } = await import('../src/normalize/recognition.ts');
    const { processText } = await import('../src/run/process-text.ts');
    const knowledge = loadKnowledge();
    for (const file of files) {
      if (PROGRAMS.has(file)) continue;
      const module = (await import(join(ROOT, file))) as Record<string, unknown>;
      if (file.startsWith('src/grammar/')) for (const value of Object.values(module)) compile(value, knowledge);
    }
    for (const step of RECOGNITION_STEPS) step('Số: 12/KH-UBND', [true], knowledge);
    for (const entry of readdirSync(join(ROOT, 'seeds'))) {
      if (entry.endsWith('.txt')) processText(readFileSync(join(ROOT, 'seeds', entry)), knowledge);
    }
    globalThis.RegExp = NativeRegExp;
  });
  afterAll(() => {
    globalThis.RegExp = NativeRegExp;
  });

  const offenders = async (list: readonly Found[]) => {
    const judged = list
      .filter((found) => !BOUNDED.some((entry) => isBounded(found, entry)))
      .map(async (found) => ({ place: `${found.at} /${found.source}/${found.flags}`, problem: await verdictOn(found) }));
    return (await Promise.all(judged)).flatMap(({ place, problem }) => (problem === null ? [] : [`${place}: ${problem}`]));
  };

  it.each([...new Set(literals.map((found) => found.file))])(
    '%s',
    async (file) => {
      expect(await offenders(literals.filter((found) => found.file === file))).toEqual([]);
    },
    300_000,
  );

  it('those made of strings, the patterns of the knowledge among them', async () => {
    expect(await offenders([...seen.values()].filter((found) => found.file !== 'src/knowledge/validate.ts'))).toEqual([]);
  }, 600_000);

  it('none of the places in the per-file stages that make one was missed', () => {
    const stages = compiled.filter((file) => /^src\/(?:text|grammar|read|normalize|split|segment|extract)\//.test(file));
    const watched = new Set([...seen.values()].map((found) => found.file));
    expect([...new Set(stages)].filter((file) => !watched.has(file))).toEqual([]);
  });

  it('every exception is still needed', () => {
    const all = [...literals, ...seen.values()];
    expect(BOUNDED.filter((entry) => !all.some((found) => isBounded(found, entry))).map(([file, source]) => `${file} ${source}`)).toEqual([]);
  });

  it('says where an expression stands', () => {
    expect(literals[0]?.at).toMatch(/^src\/.+\.ts:\d+$/);
    for (const found of seen.values()) expect(relative(ROOT, join(ROOT, found.file))).toBe(found.file);
  });

  it('is able to tell a bad one', async () => {
    expect(await judge({ source: '^(a+)+$', flags: '' })).toContain('exponential');
    expect(await judge({ source: '\\s+$', flags: '' })).toContain('polynomial');
    expect(await judge({ source: '^a+$', flags: '' })).toBeNull();
    // Too large for automata: found by the fuzzer, or not at all.
    expect(await judge({ source: 'x{0,90}(?:,? (?:cơ quan|đơn vị|ngành|tổ chức|địa phương|và))*(?: (?:tổ chức))? (?:thực hiện|tham mưu)', flags: 'u' })).toContain('polynomial');
    expect(await judge({ source: 'x{0,90}(?:,? (?:cơ quan|đơn vị|ngành|tổ chức|địa phương|và)){0,9} (?:thực hiện|tham mưu)', flags: 'u' })).toBeNull();
  });
});
