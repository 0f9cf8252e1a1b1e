import { compiledOnce } from '../../grammar/compiled.ts';
import { phraseList } from '../../grammar/phrases.ts';
import type { AssignedAgency } from '../../model/assignments.ts';
import type { Identity } from '../../model/facts.ts';
import { fold } from '../../text/fold.ts';
import type { AssignmentKnowledge } from './assignments.ts';

const enactments = compiledOnce((knowledge: AssignmentKnowledge) => phraseList(knowledge.roles.enactments));

/**
 * True for what an issuer says of its own document: "Chính phủ ban hành Nghị định sửa đổi …" in a decree of the Government. The same
 * words in a document of another body, or of another type, are a task.
 */
export type EnactingClause = (agency: AssignedAgency, task: string) => boolean;

/** The test for the enacting clause of a document; always false where its issuer or type is unknown. */
export function enactingClause({ issuer, documentType }: Identity, knowledge: AssignmentKnowledge): EnactingClause {
  if (!issuer || !documentType) return () => false;
  const type = fold(documentType.name);
  const own = fold(issuer.name);
  const words = enactments(knowledge);
  return (agency, task) => {
    const verb = words.at(task, 0);
    if (!verb || !task.startsWith(` ${type}`, verb.end)) return false;
    const name = fold(agency.name);
    // "Bộ trưởng Bộ Công Thương" speaks for the ministry, "Ủy ban nhân dân tỉnh" is the one whose name has the province.
    return (issuer.id !== null && agency.id === issuer.id) || name.endsWith(own) || own.startsWith(name);
  };
}
