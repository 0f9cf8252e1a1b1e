/** Descriptors of offered files begin here: the program's own files have small ones. */
const FIRST_DESCRIPTOR = 1 << 20;
/** `struct stat` as musl has it for WebAssembly: its length, where mode and size stand, and a regular file that may be read. */
const STAT = { length: 96, mode: 4, size: 24, regular: 0o100444 };
/** Error numbers of WASI. */
const INVALID = 28;

type SystemValue = number | bigint;
type SystemCall = (...values: SystemValue[]) => number;

/** A file that is offered. `taken`: how many bytes of it were read. */
export interface OfferedFile {
  path: string;
  bytes: Uint8Array;
  taken: number;
}

interface OpenFile {
  file: OfferedFile;
  position: number;
}

/**
 * Files that a program in WebAssembly (built by Emscripten) can open by path and read piece by piece where they lie in our memory,
 * shared memory included; without it a file is copied into the program's own memory whole. All other paths go on to the program's
 * own, empty, file system.
 */
export class OfferedFiles {
  readonly #files = new Map<string, OfferedFile>();
  readonly #open = new Map<number, OpenFile>();
  #memory: WebAssembly.Memory | null = null;
  #next = FIRST_DESCRIPTOR;

  offer(bytes: Uint8Array): OfferedFile {
    const file = { path: `/offered/${this.#next++}`, bytes, taken: 0 };
    this.#files.set(file.path, file);
    return file;
  }

  withdraw({ path }: OfferedFile): void {
    this.#files.delete(path);
  }

  /** The memory of the program, known once it is made. */
  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  /** The program's imports, with the system calls answered here that concern offered files. */
  among(imports: WebAssembly.Imports): WebAssembly.Imports {
    const answers = this.#answers();
    const answered = (name: string, call: WebAssembly.ImportValue) => {
      const answer = answers[name];
      return answer ? (...values: SystemValue[]) => answer(...values.map(Number)) ?? (call as SystemCall)(...values) : call;
    };
    return Object.fromEntries(
      Object.entries(imports).map(([module, calls]) => [module, Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, answered(name, call)]))]),
    );
  }

  /** System calls by name; null from those that concern another file. */
  #answers(): Readonly<Record<string, (...values: number[]) => number | null>> {
    const ofOffered =
      (answer: (open: OpenFile, ...values: number[]) => number) =>
      (descriptor: number, ...values: number[]): number | null => {
        const open = this.#open.get(descriptor);
        return open ? answer(open, ...values) : null;
      };
    return {
      __syscall_openat: (_folder, path) => this.#openAt(path),
      __syscall_fstat64: ofOffered(({ file }, at) => this.#describe(file, at)),
      fd_seek: ofOffered((open, offset, whence, result) => this.#seek(open, offset, whence, result)),
      fd_read: ofOffered((open, vectors, count, result) => this.#read(open, vectors, count, result)),
      fd_close: (descriptor) => (this.#open.delete(descriptor) ? 0 : null),
    };
  }

  #openAt(path: number): number | null {
    const file = this.#files.get(this.#textAt(path));
    if (!file) return null;
    this.#open.set(this.#next, { file, position: 0 });
    return this.#next++;
  }

  #describe({ bytes }: OfferedFile, at: number): number {
    const view = this.#view();
    new Uint8Array(view.buffer, at, STAT.length).fill(0);
    view.setInt32(at + STAT.mode, STAT.regular, true);
    view.setBigInt64(at + STAT.size, BigInt(bytes.length), true);
    return 0;
  }

  #seek(open: OpenFile, offset: number, whence: number, result: number): number {
    const position = offset + ([0, open.position, open.file.bytes.length][whence] ?? Number.NaN);
    if (!(position >= 0)) return INVALID;
    open.position = position;
    this.#view().setBigInt64(result, BigInt(position), true);
    return 0;
  }

  /** `vectors`: pairs of an address and how many bytes are wanted there. */
  #read(open: OpenFile, vectors: number, count: number, result: number): number {
    const view = this.#view();
    const memory = new Uint8Array(view.buffer);
    let total = 0;
    for (let at = vectors; at < vectors + count * 8; at += 8) {
      const piece = open.file.bytes.subarray(open.position, open.position + view.getUint32(at + 4, true));
      memory.set(piece, view.getUint32(at, true));
      open.position += piece.length;
      total += piece.length;
    }
    open.file.taken += total;
    view.setUint32(result, total, true);
    return 0;
  }

  #view(): DataView {
    if (!this.#memory) throw new Error('the program has no memory yet');
    return new DataView(this.#memory.buffer);
  }

  #textAt(at: number): string {
    const bytes = new Uint8Array(this.#view().buffer, at);
    return Buffer.from(bytes.subarray(0, bytes.indexOf(0))).toString('latin1');
  }
}
