import type { Assignment } from '../../../model/assignments.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { placeOfWords } from '../../words-at.ts';

/** One task led by a central body and by a body of the place: "phối hợp với Bộ Tài chính là cơ quan chủ trì … Sở Tài chính chủ trì". */
export const rule: DocumentRule = {
  name: 'agency.lead-conflict',
  *checkDocument(document) {
    const leads = new Map<string, Assignment[]>();
    for (const assignment of document.assignments) {
      const { role, task, agency } = assignment;
      if (role !== 'lead' || task.eId === null || agency.collective || agency.level === null) continue;
      leads.set(task.eId, [...(leads.get(task.eId) ?? []), assignment]);
    }
    const sides: OwnSide[] = [];
    const tasks: string[] = [];
    for (const own of leads.values()) {
      const levels = new Set(own.map(({ agency }) => agency.level));
      if (!levels.has('central') || levels.size < 2) continue;
      tasks.push((own[0] as Assignment).task.label ?? ((own[0] as Assignment).task.eId as string));
      for (const { agency, evidence } of own) sides.push({ place: placeOfWords(document.text, agency.raw, evidence), value: agency.name });
    }
    if (sides.length > 0) yield { subject: '', values: { tasks: tasks.join(', ') }, sides, verdict: null };
  },
};
