import { parentPort, workerData } from 'node:worker_threads';
import { FileProblem } from '../read/file-problem.ts';
import { Cache } from './cache.ts';
import { OutputProblem } from './problem.ts';
import { SourceProcessor } from './source-processor.ts';
import { type Reading, readStage } from './stages.ts';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';

/** The thread in which sources are processed beside others: from their pages, or the bytes of a text, to what is kept of them. */
if (!parentPort) throw new Error('this module runs as a worker thread');
const port = parentPort;
const data = workerData as ThreadData;
const { knowledge } = data;
const cache = new Cache(data.cache);
const processor = new SourceProcessor(knowledge, cache);

const tell = (message: FromThread) => port.postMessage(message);

port.on('message', async ({ job, from }: ToThread) => {
  const read = async (): Promise<Reading | null> => {
    if (from === null) return null;
    return 'bytes' in from ? readStage.run(from.bytes, { knowledge }) : cache.read<Reading>(from.pages, 'pages');
  };
  try {
    const notes = await processor.process(job, read, (name) => tell({ kind: 'stage', name }));
    tell(notes ? { kind: 'done', notes } : { kind: 'unread' });
  } catch (error) {
    if (error instanceof FileProblem) tell({ kind: 'problem', code: error.code, values: error.values });
    else if (error instanceof OutputProblem) tell({ kind: 'output', folder: error.folder, detail: error.detail });
    else tell({ kind: 'failed', message: (error as Error).message });
  }
});
