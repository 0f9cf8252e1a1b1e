import { DecisionBook } from '../check/decision-book.ts';
import { readDecisions } from '../run/decisions-file.ts';
import { say, sayOf } from './locale.ts';

/** The decisions of a folder; each line that is none is named on standard error, and the others count. */
export function loadDecisions(folder: string): DecisionBook {
  const { decisions, problems } = readDecisions(folder);
  for (const { file, line, code, detail } of problems) process.stderr.write(`${say('decisions.problem', { file, line, what: sayOf('decisions', code, { detail }) })}\n`);
  return new DecisionBook(decisions);
}
