import { userInfo } from 'node:os';
import dice from 'natural/lib/natural/distance/dice_coefficient.js';
import { assertionHash } from '../check/assertion.ts';
import type { Finding } from '../model/finding.ts';
import { appendDecision, decisionsFolder } from '../run/decisions-file.ts';
import { OutputProblem } from '../run/problem.ts';
import { publishedFindings } from '../run/published-findings.ts';
import { ExitCode } from './exit-code.ts';
import { getLocale, printable, say } from './locale.ts';
import { failWith } from './problems.ts';

const PROPOSED = 3;
const ALIKE = 0.4;

export interface DecideOptions {
  out: string;
  decisions?: string;
  reason: string;
  by?: string;
  date?: string;
  /** The finding stands: takes back what set it aside. */
  confirm: boolean;
}

/** `trichluc decide <finding>`: records that a finding is set aside, or stands, and why. The output is left as it is until the next check. */
export function decide(id: string, options: DecideOptions): ExitCode {
  try {
    const published = publishedFindings(options.out);
    if (published === null) {
      process.stderr.write(`${say('problem.noCorpus', { folder: options.out })}\n`);
      return ExitCode.usage;
    }
    const { findings } = published;
    const finding = findings.find(id);
    published.close();
    const reason = options.reason.trim();
    if (!finding || reason === '') {
      process.stderr.write(`trichluc: ${finding ? say('decide.noReason') : unknown(id, findings.heads)}\n`);
      return ExitCode.usage;
    }
    const { rule, subject, message } = finding;
    const decision = { verdict: options.confirm ? 'confirmed' : 'rejected', reason, by: options.by?.trim() || userName(), date: options.date ?? today() } as const;
    const file = record(decisionsFolder(options.out, options.decisions), { finding: id, rule, subject, assertion: assertionHash(finding), ...decision });
    process.stdout.write(`${say(options.confirm ? 'decide.confirmed' : 'decide.done', { message: message[getLocale()], file })}\n`);
    return ExitCode.done;
  } catch (error) {
    return failWith(error);
  }
}

function record(folder: string, decision: Parameters<typeof appendDecision>[1]): string {
  try {
    return appendDecision(folder, decision);
  } catch (error) {
    throw new OutputProblem(folder, error);
  }
}

function unknown(id: string, findings: readonly Pick<Finding, 'id'>[]): string {
  const near = findings
    .map((finding) => ({ id: finding.id, likeness: dice(id, finding.id) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, PROPOSED)
    .map((one) => printable(one.id));
  return near.length > 0 ? say('decide.unknown', { id, near: near.join(', ') }) : say('decide.unknownAlone', { id });
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without a name, as in a container.
    return process.env.USER || String(process.getuid?.() ?? '?');
  }
}

/** Today where the user is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
