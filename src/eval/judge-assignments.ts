import type { Assignment } from '../model/assignments.ts';
import type { ExtractedDocument } from '../model/document.ts';
import { fold } from '../text/fold.ts';
import type { ExpectedAssignment } from './fact-cases.ts';
import { Score } from './score.ts';

/** How assignments were judged: agency, role and task together; deadline and funding of those that agree. */
export interface AssignmentScores {
  assignments: Score;
  details: Score;
}

export const assignmentScores = (): AssignmentScores => ({ assignments: new Score(), details: new Score() });

/** Words without case, tone placement, punctuation and double blanks. */
const plain = (words: string): string =>
  fold(words)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** The spellings of an agency that count as its name. */
const names = ({ agency }: Assignment): string[] => [plain(agency.name), plain(agency.raw)];

const describe = (agency: string, role: string, task: string, label: string | null | undefined): string => `${agency} | ${role} | ${label ?? '-'} | ${task.slice(0, 60)}`;

/** Pairs what is expected with what was found: the expected words stand in the task found, or the labels are equal. */
export function judgeAssignments(expected: readonly ExpectedAssignment[], { assignments }: Pick<ExtractedDocument, 'assignments'>, label: string, scores: AssignmentScores): void {
  const open = [...assignments];
  const waiting: ExpectedAssignment[] = [];
  const pair = (row: ExpectedAssignment, fits: (found: Assignment) => boolean): boolean => {
    const at = open.findIndex((found) => found.role === row.role && names(found).includes(plain(row.agency)) && fits(found));
    const [found] = at === -1 ? [] : open.splice(at, 1);
    if (!found) return false;
    scores.assignments.hits++;
    judgeDetails(row, found, label, scores.details);
    return true;
  };
  for (const row of expected) if (!pair(row, ({ task }) => plain(task.text).includes(plain(row.task)))) waiting.push(row);
  for (const row of waiting) {
    const labels = [row.label, row.task].flatMap((words) => (words ? [plain(words)] : []));
    if (!pair(row, ({ task }) => task.label !== null && labels.includes(plain(task.label))))
      scores.assignments.misses.push(`${label}: ${describe(row.agency, row.role, row.task, row.label)}`);
  }
  for (const { agency, role, task } of open) scores.assignments.falseAlarms.push(`${label}: ${describe(agency.name, role, task.text, task.label)}`);
}

/** The first or last day of what is printed less precisely: the end of 2024-06 is 2024-06-30. */
function day(iso: string | null, which: 'first' | 'last'): string | null {
  const [year, month = which === 'first' ? '01' : '12', date] = iso?.split('-') ?? [];
  if (year === undefined || date !== undefined) return iso;
  return which === 'first' ? `${year}-${month}-01` : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

function judgeDetails(row: ExpectedAssignment, found: Assignment, label: string, score: Score): void {
  const check = (name: string, expected: unknown, value: unknown) => {
    if (expected === value) score.hits++;
    else score.misses.push(`${label}: ${row.agency} ${row.role}: ${name}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(value)}`);
  };
  if (row.collective !== undefined) check('collective', row.collective, found.agency.collective);
  if (row.deadline?.from !== undefined) check('from', day(String(row.deadline.from), 'first'), day(found.deadline?.from ?? null, 'first'));
  if (row.deadline?.to !== undefined) check('to', day(String(row.deadline.to), 'last'), day(found.deadline?.to ?? null, 'last'));
  if (row.deadline?.raw !== undefined) check('deadline', true, plain(found.deadline?.raw ?? '').includes(plain(row.deadline.raw)));
  if (row.funding !== undefined) check('funding', true, plain(found.funding ?? '').includes(plain(row.funding)));
}
