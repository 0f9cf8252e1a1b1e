import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KNOWLEDGE_FILES, type Knowledge, type KnowledgeName } from '../knowledge/knowledge.ts';
import { OutputProblem } from './problem.ts';
import { FILE_STAGES } from './stages.ts';

/** sha256, hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The hash of the knowledge files a set of stages declares. */
export function knowledgeHash(knowledge: Knowledge, names: Iterable<KnowledgeName> = Object.keys(KNOWLEDGE_FILES) as KnowledgeName[]): string {
  return sha256(
    [...new Set(names)]
      .sort()
      .map((name) => `${name}=${knowledge.hashes[name]}`)
      .join('\n'),
  );
}

/** What the result of the per-file stages depends on besides the file's bytes: their versions and their knowledge. */
export function stagesKey(knowledge: Knowledge): string {
  const versions = FILE_STAGES.map((stage) => `${stage.name}@${stage.version}`).join(' ');
  return sha256(
    `${versions}\n${knowledgeHash(
      knowledge,
      FILE_STAGES.flatMap((stage) => stage.knowledge),
    )}`,
  );
}

/**
 * Results by the hash of everything they depend on. An entry carries the checksum of its body: one that was cut off or changed
 * counts as absent and is made again.
 */
export class Cache {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Whether there is an entry, whole or not. */
  has(key: string, kind: string): boolean {
    return existsSync(this.#path(key, kind));
  }

  read<T>(key: string, kind: string): T | null {
    try {
      const content = readFileSync(this.#path(key, kind), 'utf8');
      const end = content.indexOf('\n');
      const body = content.slice(end + 1);
      return content.slice(0, end) === sha256(body) ? (JSON.parse(body) as T) : null;
    } catch {
      return null;
    }
  }

  /** @throws OutputProblem */
  write(key: string, kind: string, value: unknown): void {
    this.#put(key, kind, JSON.stringify(value));
  }

  /** Keeps a value and returns it as it will be read: free of any memory the one given shares with larger texts. @throws OutputProblem */
  exchange<T>(key: string, kind: string, value: T): T {
    const body = JSON.stringify(value);
    this.#put(key, kind, body);
    return JSON.parse(body) as T;
  }

  #put(key: string, kind: string, body: string): void {
    const path = this.#path(key, kind);
    const temporary = `${path}.${process.pid}.part`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, `${sha256(body)}\n${body}`);
      renameSync(temporary, path);
    } catch (error) {
      if (existsSync(temporary)) rmSync(temporary);
      throw new OutputProblem(this.folder, error);
    }
  }

  #path(key: string, kind: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.${kind}.json`);
  }
}
