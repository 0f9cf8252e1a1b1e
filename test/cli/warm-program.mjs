// Runs commands of the built program one after the other, as test/cli/program.ts asks for them: a process that has run one
// needs a small part of the time for the next.
import { join } from 'node:path';

const { run } = await import(join(import.meta.dirname, '..', '..', 'dist', 'cli', 'run.js'));

process.on('message', async ({ args, cwd, env }) => {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  const said = { stdout: '', stderr: '' };
  const streams = Object.keys(said);
  const written = streams.map((stream) => process[stream].write);
  for (const stream of streams)
    process[stream].write = (text, ...rest) => {
      said[stream] += text;
      rest.find((each) => typeof each === 'function')?.();
      return true;
    };
  const code = await run(args);
  streams.forEach((stream, at) => {
    process[stream].write = written[at];
  });
  process.send({ code, signal: null, ...said });
});
process.on('disconnect', () => process.exit());
process.send('ready');
