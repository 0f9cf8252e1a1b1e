import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import { branchesOf } from '../../../model/tree-walk.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule } from '../../rule.ts';

type Signatory = ExtractedDocument['identity']['signatories'][number];

/** A signature without its name, or without authority and capacity: often what a stamp covers; or none at all beside the recipients. */
export const rule: DocumentRule = {
  name: 'self.signature-incomplete',
  *checkDocument({ identity: { signatories, number, issuedOn }, completeness, tree }, knowledge) {
    if (completeness.signature === 'missing') {
      // The signature stands beside the recipients: where they are there and the document is issued, it was lost or never read.
      const recipients = [...branchesOf(tree, 'recipients')].find(({ annex }) => annex === null)?.branch;
      if (!recipients || number?.value == null || issuedOn.value === null) return;
      const { start, end } = recipients.position;
      yield { subject: '', kind: 'none', values: {}, sides: [{ place: [start.offset, end.offset], value: null }], verdict: null };
      return;
    }
    if (completeness.signature !== 'partial' || signatories.every((one) => signsWithoutCapacity(one, knowledge))) return;
    const sides = signatories.map(({ evidence, name, capacity }) => ({ place: [evidence.start, evidence.end] as const, value: name ?? capacity }));
    if (sides.length === 0) return;
    const nameless = signatories.every(({ name }) => name === null);
    yield { subject: '', kind: nameless ? 'name' : 'capacity', values: {}, sides, verdict: null };
  },
};

/** "T/M BỘ CHÍNH TRỊ" and a name: the highest bodies of the Party print no capacity. */
function signsWithoutCapacity({ authority, name }: Signatory, { checks }: Pick<Knowledge, 'checks'>): boolean {
  const folded = fold(authority ?? '');
  return name !== null && checks.sign_without_capacity.some((body) => folded.endsWith(fold(body)));
}
