import { parentPort } from 'node:worker_threads';
import { FileProblem } from '../file-problem.ts';
import { OcrProblem, type PageImage, type RecognizedPage } from '../ocr/engine.ts';
import { boundStreams } from './bounded-streams.ts';
import { readPdfHere } from './read-pdf.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

/** The thread in which PDF files are read: what is made to keep a program busy keeps this thread busy, and it can be ended. */
if (!parentPort) throw new Error('this module runs as a worker thread');
const port = parentPort;
boundStreams();
const waiting = new Map<number, { resolve(page: RecognizedPage): void; reject(error: Error): void }>();
let next = 0;

const tell = (message: FromThread, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on('message', (message: ToThread) => {
  if (message.kind === 'read') void read(message);
  else {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'recognized') asked?.resolve(message.page);
    else asked?.reject(message.code ? new OcrProblem(message.code, message.message) : new Error(message.message));
  }
});

async function read({ bytes, anatomy, password, recognizes, skip }: Extract<ToThread, { kind: 'read' }>): Promise<void> {
  try {
    const services = { recognize: recognizes ? recognize : null, password };
    tell({ kind: 'done', reading: await readPdfHere(bytes, { anatomy }, services, { skip: new Set(skip), onPage: (number) => tell({ kind: 'page', number }) }) });
  } catch (error) {
    if (error instanceof FileProblem) tell({ kind: 'problem', code: error.code, values: error.values });
    else tell({ kind: 'failed', message: (error as Error).message });
  }
}

function recognize(image: PageImage): Promise<RecognizedPage> {
  const id = next++;
  const { buffer, byteLength } = image.data;
  tell({ kind: 'recognize', id, image }, buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []);
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}
