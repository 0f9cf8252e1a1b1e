import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program: as users run it, in a process of its own, or in one that has run other commands before. */

export const ROOT = join(import.meta.dirname, '..', '..');
export const SEEDS = join(ROOT, 'seeds');
export const KNOWLEDGE = join(ROOT, 'pipelines', 'directives');
export const PROGRAM = join(ROOT, 'dist', 'cli', 'main.js');

buildOnce();

/** Builds the program if its source has changed since the last build; of several test files that ask at the same time, one builds. */
function buildOnce(): void {
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 16);
  const stamp = join(tmpdir(), `trichluc-test-${name}.built`);
  const lock = join(tmpdir(), `trichluc-test-${name}.lock`);
  for (;;) {
    if (existsSync(PROGRAM) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceState()) return;
    try {
      mkdirSync(lock);
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 120_000) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    try {
      const state = sourceState();
      const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, encoding: 'utf8' });
      if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
      writeFileSync(stamp, state);
      return;
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function sourceState(): string {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return [...files, join(ROOT, 'scripts', 'build.mjs'), join(ROOT, 'scripts', 'programs.json')]
    .sort()
    .map((file) => `${file} ${statSync(file).mtimeMs}`)
    .join('\n');
}

export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  /** `null`: no `--lang` is given. */
  lang?: 'vi' | 'en' | null;
  env?: Record<string, string>;
  /** Options of Node itself. */
  node?: string[];
  uid?: number;
  program?: string;
  /** Words put before the command, as `bash -c 'ulimit …; exec "$0" "$@"'`. */
  before?: string[];
  /** In a process of its own: where the test is about the process. What says something of one implies it. */
  own?: true;
}

/** A process of the program that is under way. */
export interface Running {
  outcome: Promise<Outcome>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when standard error holds a match. */
  says(pattern: RegExp): Promise<void>;
}

export function start(args: readonly string[], { cwd, lang = 'vi', env = {}, node = [], uid, program = PROGRAM, before = [] }: RunOptions = {}): Running {
  const words = [...before, process.execPath, ...node, program, ...args, ...(lang === null ? [] : ['--lang', lang])];
  const child = spawn(words[0] as string, words.slice(1), {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
    for (const watcher of watchers) watcher();
  });
  const outcome = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    outcome,
    kill: (signal) => child.kill(signal),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(stderr)) resolve();
        };
        watchers.add(look);
        child.on('close', () => reject(new Error(`the program ended without saying ${pattern}:\n${stderr}`)));
        look();
      }),
  };
}

/** Runs the program to its end; commands asked for at the same time are run one after the other. */
export function trichluc(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { own, node, uid, program, before } = options;
  if (own || node || uid !== undefined || program || before) return start(args, options).outcome;
  const outcome = lastOutcome.then(() => runWarm(args, options));
  lastOutcome = outcome.catch(() => {});
  return outcome;
}

let lastOutcome: Promise<unknown> = Promise.resolve();
let warm: { child: ChildProcess; ready: Promise<unknown>; build: string } | null = null;
process.once('exit', () => warm?.child.kill());

async function runWarm(args: readonly string[], { cwd = process.cwd(), lang = 'vi', env = {} }: RunOptions): Promise<Outcome> {
  const { child, ready } = warmProgram();
  await ready;
  return new Promise((resolve, reject) => {
    const end = (code: number | null, signal: NodeJS.Signals | null) => {
      warm = null;
      reject(new Error(`the program ended (${signal ?? code}) while it ran ${args.join(' ')}`));
    };
    child.once('exit', end);
    child.once('message', (outcome) => {
      child.off('exit', end);
      resolve(outcome as Outcome);
    });
    child.send({ args: [...args, ...(lang === null ? [] : ['--lang', lang])], cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } });
  });
}

/** The process in which commands are run one after the other; another one after the program was built anew. */
function warmProgram(): NonNullable<typeof warm> {
  const build = `${statSync(PROGRAM).mtimeMs}`;
  if (warm?.build !== build) {
    warm?.child.kill();
    const child = fork(join(ROOT, 'test', 'cli', 'warm-program.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
    warm = { child, ready: once(child, 'message'), build };
  }
  return warm;
}

/** Every file below a folder, with the hash of its content. */
export function contentsOf(folder: string): Map<string, string> {
  return new Map(
    filesBelow(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Every file below a folder, with what changes when it is written again. */
export function stampsOf(folder: string): Map<string, string> {
  return new Map(
    filesBelow(folder).map((file) => {
      const { ino, mtimeMs, size } = statSync(join(folder, file));
      return [file, `${ino} ${mtimeMs} ${size}`];
    }),
  );
}

/** Paths of all files below a folder, sorted, with `/`. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Files that are no output: what a run writes before it renames. */
export const leftoversIn = (folder: string): string[] => filesBelow(folder).filter((file) => !/\.(?:jsonl?|txt|html|csv|sarif)$/.test(file));

export const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;

/** The result of `ingest --json`. */
export interface Report {
  id: string;
  inputs: { file: string; sha256: string; documents: string[] }[];
  problems: { file: string; code: string; severity: string }[];
  counts: { sources: number; documents: number; citations: number; works: number; findings: Record<string, number> };
  documents: { id: string; file: string; part: number; number: string | null }[];
  findings: { id: string; rule: string; level: string }[];
  written: number;
  cached: number;
  out: string;
}

/** Runs `ingest --json` and returns what it printed. */
export async function ingest(paths: readonly string[], out: string, args: readonly string[] = [], options?: RunOptions): Promise<Report & { code: number | null; stderr: string }> {
  const { code, stdout, stderr } = await trichluc(['ingest', ...paths, '--out', out, '--json', ...args], options);
  if (!stdout.startsWith('{')) throw new Error(`ingest printed no JSON (exit code ${code}):\n${stderr}`);
  return { ...(JSON.parse(stdout) as Report), code, stderr };
}

export const seed = (number: number): string => readFileSync(join(SEEDS, readdirSync(SEEDS).find((name) => name.startsWith(`00${number}_`)) as string), 'utf8');
