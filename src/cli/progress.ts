import type { Progress } from '../run/process-files.ts';
import { printable, sayOf } from './locale.ts';

/** Lines printed at most where standard error is no terminal. */
const LINES = 20;

/** Shows stage and file while a run goes on: one line that is written over in a terminal, a few lines elsewhere. */
export class ProgressLine {
  readonly #terminal: boolean;
  #shown = 0;
  #drawn = false;

  constructor(terminal: boolean = process.stderr.isTTY === true) {
    this.#terminal = terminal;
  }

  update({ stage, file, done, total }: Progress): void {
    const text = `[${done}/${total}] ${sayOf('stage', stage)} ${printable(file)}`;
    if (this.#terminal) {
      const width = Math.max(20, (process.stderr.columns ?? 80) - 1);
      process.stderr.write(`\r\u001b[K${text.length > width ? `${text.slice(0, width - 1)}…` : text}`);
      this.#drawn = true;
    } else if (stage === 'done' && done >= this.#shown + Math.max(1, Math.floor(total / LINES))) {
      this.#shown = done;
      process.stderr.write(`${text}\n`);
    }
  }

  stage(name: string): void {
    if (this.#terminal) {
      process.stderr.write(`\r\u001b[K${sayOf('stage', name)} …`);
      this.#drawn = true;
    } else process.stderr.write(`${sayOf('stage', name)} …\n`);
  }

  clear(): void {
    if (this.#drawn) process.stderr.write('\r\u001b[K');
    this.#drawn = false;
  }
}
