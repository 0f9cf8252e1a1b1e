import { typeGrammar } from '../../../grammar/types.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import { fold } from '../../../text/fold.ts';
import type { FindingDraft, OwnSide } from '../../rule.ts';

/** "Số: 55/2007/CT-UBND" above "QUYẾT ĐỊNH": the code in the document's own number is that of another type than the one it is titled. */
export function ownType({ identity }: ExtractedDocument, knowledge: Pick<Knowledge, 'documentTypes'>): FindingDraft<OwnSide> | null {
  const { number, documentType } = identity;
  if (!number?.evidence || number.derived || number.value === null || number.typeCode === null || !documentType?.evidence || documentType.derived) return null;
  const types = typeGrammar(knowledge);
  const rows = types.byCode(number.typeCode, number.system, number.year !== null);
  const [right] = rows;
  const titled = types.startsWith(fold(documentType.name))?.rows ?? [];
  // A type of another system, or one whose numbers have no code, tells nothing; nor does a text issued with another document.
  if (!right || titled.length === 0 || titled.some((row) => row.code === '' || row.kind === 'hypernym' || rows.includes(row) || row.code === right.code)) return null;
  const place = ({ start, end }: { start: number; end: number }): OwnSide['place'] => [start, end];
  return {
    subject: 'own',
    kind: 'own',
    values: { number: number.value, word: documentType.name, type: right.name },
    sides: [
      { place: place(number.evidence), value: right.name },
      { place: place(documentType.evidence), value: documentType.name },
    ],
    verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: [] },
  };
}
