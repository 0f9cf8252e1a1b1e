import type { ExtractedDocument } from '../../../model/document.ts';
import { leavesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, GroundDraft, OwnSide } from '../../rule.ts';

/** The caption of an annex names its document by another number than the letterhead: `Số: 354/QĐ-SNV` and `(Kèm theo Quyết định số 345/QĐ-SNV …)`. */
export const rule: DocumentRule = {
  name: 'self.number-conflict',
  *checkDocument(document) {
    const { number } = document.identity;
    if (!number?.evidence || number.derived || number.value === null) return;
    const others = new Map<string, OwnSide[]>();
    for (const { value, place } of captionNumbers(document)) others.set(value, [...(others.get(value) ?? []), { place, value }]);
    const own: OwnSide = { place: [number.evidence.start, number.evidence.end], value: number.value };
    const ground: GroundDraft<OwnSide> = { constraint: 'own-number', hard: true, values: { number: number.value }, sides: [own] };
    for (const [value, sides] of others) {
      yield {
        subject: value,
        values: { number: number.value, other: value },
        sides: [...sides, own],
        verdict: {
          value: number.value,
          confidence: 'high',
          decidedBy: ['own-number'],
          reason: 'number',
          values: { value: number.value },
          candidates: [
            { value: number.value, mentions: 0, witnesses: 1, supports: [ground], refutes: [] },
            { value, mentions: sides.length, witnesses: 1, supports: [], refutes: [ground] },
          ],
        },
      };
    }
  },
};

/**
 * Numbers of the document's own series and day in the captions of its annexes that are not its own. A document of another day or of
 * another body is another one: an annex may belong to what is amended.
 */
function* captionNumbers({ tree, citations, identity }: ExtractedDocument): Generator<{ value: string; place: OwnSide['place'] }> {
  const { number, issuedOn } = identity;
  if (!number || issuedOn.value?.length !== 10) return;
  for (const { leaf, annex } of leavesOf(tree, 'caption')) {
    if (annex === null) continue;
    const { start, end } = leaf.position;
    for (const { parsed, form, evidence, issuedOn: day } of citations) {
      if (evidence.start < start.offset || evidence.end > end.offset || form === 'own' || parsed?.value == null || day !== issuedOn.value) continue;
      if (parsed.serial === number.serial || parsed.typeCode !== number.typeCode || parsed.bodyCode !== number.bodyCode || parsed.notation !== number.notation) continue;
      yield { value: parsed.value, place: [evidence.start, evidence.end] };
    }
  }
}
