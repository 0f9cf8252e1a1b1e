import type { Assignment } from '../../../model/assignments.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { groupBy } from '../../target-series.ts';
import { taskName } from '../../task-name.ts';
import { placeOfWords } from '../../words-at.ts';

/** From so many leads on nobody can be held to account; two bodies that lead together are everyday practice. */
const MANY_LEADS = 3;

/** One task with three leads or more of one level: "Các Sở: Kế hoạch và Đầu tư, Xây dựng, Tài chính chủ trì". */
export const rule: DocumentRule = {
  name: 'agency.multiple-leads',
  *checkDocument(document) {
    const leads = document.assignments.filter(({ role, agency, task }) => role === 'lead' && !agency.collective && agency.level !== null && task.eId !== null);
    const tasks: string[] = [];
    const sides: OwnSide[] = [];
    for (const [, own] of groupBy(leads, ({ task, agency }) => `${task.eId}|${agency.level}`)) {
      const joint = phrasesOf(own, document.text).find((phrase) => new Set(phrase.map(({ agency }) => agency.name)).size >= MANY_LEADS);
      if (!joint) continue;
      const [first] = joint as [Assignment, ...Assignment[]];
      tasks.push(taskName(first.task));
      for (const { agency, evidence } of joint) sides.push({ place: placeOfWords(document.text, agency.raw, evidence), value: agency.name });
    }
    if (sides.length > 0) yield { subject: '', values: { tasks: [...new Set(tasks)].join('; ') }, sides, verdict: null };
  },
};

/** Leads that are named in one go, with nothing but commas and joining words between them. */
function phrasesOf(leads: readonly Assignment[], text: string): Assignment[][] {
  const phrases: Assignment[][] = [];
  for (const lead of [...leads].sort((a, b) => a.evidence.start - b.evidence.start)) {
    const before = phrases.at(-1)?.at(-1);
    const between = before ? text.slice(before.evidence.end, Math.max(before.evidence.end, lead.evidence.start)) : null;
    if (between !== null && between.length <= LONGEST_JOINT && !between.includes('\n')) phrases.at(-1)?.push(lead);
    else phrases.push([lead]);
  }
  return phrases;
}

const LONGEST_JOINT = 6;
