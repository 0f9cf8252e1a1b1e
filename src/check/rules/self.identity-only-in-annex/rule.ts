import type { DocumentRule } from '../../rule.ts';

/**
 * A document whose own number stands in the caption of an annex only: its letterhead was lost. Below the title of a regulation that was
 * filed alone it stands where it belongs.
 */
export const rule: DocumentRule = {
  name: 'self.identity-only-in-annex',
  *checkDocument({ identity: { number }, text, tree }) {
    if (!number?.derived || number.value === null || !number.evidence) return;
    const { start } = number.evidence;
    if (!tree.children.some((node) => node.type === 'division' && node.kind === 'annex' && node.position.start.offset <= start && start < node.position.end.offset)) return;
    const end = text.indexOf('\n');
    const sides = [
      { place: [number.evidence.start, number.evidence.end] as const, value: number.value },
      { place: [0, end === -1 ? text.length : end] as const, value: null },
    ];
    yield {
      subject: '',
      values: { number: number.value },
      sides,
      verdict: { value: number.value, confidence: 'high', decidedBy: ['annex-caption'], reason: 'annex-caption', values: { value: number.value }, candidates: [] },
    };
  },
};
