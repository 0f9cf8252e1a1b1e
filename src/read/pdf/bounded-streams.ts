/** What one stream of a file may unpack to, in bytes: an A3 page of 600 dpi in colour has 210 million, a bomb of 40 kB has gigabytes. */
const MOST_UNPACKED = 256_000_000;

let refused: string | null = null;

/**
 * Bounds what libraries of this thread unpack: a list of bytes, or a stream that is unpacked, beyond `MOST_UNPACKED` is a `RangeError`.
 * pdf.js unpacks a stream whole and has no bound of its own, and what it takes counts for no limit that a thread can be given.
 * For a thread that does nothing else.
 */
export function boundStreams(): void {
  globalThis.Uint8Array = new Proxy(Uint8Array, {
    construct(target, given, asked) {
      // After a refusal the page is given up: pdf.js unpacks the same stream again, in a slower way.
      if (given[0] > (refused === null ? MOST_UNPACKED : MOST_UNPACKED / 16)) throw tooLarge();
      return Reflect.construct(target, given, asked);
    },
  });
  globalThis.DecompressionStream = boundedDecompression(DecompressionStream);
}

function boundedDecompression(Native: typeof DecompressionStream): typeof DecompressionStream {
  return class extends Native {
    override get readable() {
      // Read chunk by chunk only: a pipe through another stream would cost as much as unpacking.
      return chunksOf(super.readable) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
    }
  };
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  // Iterable in Node, which the types of browsers leave out.
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_UNPACKED) throw tooLarge();
    yield chunk;
  }
}

function tooLarge(): RangeError {
  refused = `more than ${MOST_UNPACKED / 1e6} MB unpacked`;
  return new RangeError(refused);
}

/** What was refused since the last call, null: nothing. A library that goes on without what it could not unpack does not tell. */
export function takeRefusal(): string | null {
  const taken = refused;
  refused = null;
  return taken;
}
