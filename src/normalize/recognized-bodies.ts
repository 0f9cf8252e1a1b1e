import type { Knowledge } from '../knowledge/knowledge.ts';
import { lineFlags } from '../text/line-flags.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition-code';
/** The body at the end of a number: "148/NQ-GCP", "14/TB-VPGCP", "15-CTr/TTU". */
const NUMBERED = /\d{1,5}\s?[/-]\s?(?:\d{4}\s?\/\s?)?\p{Lu}\p{L}{0,4}\s?[/-]\s?(?<code>\p{Lu}{2,8})(?![\p{L}\d&-])/dgu;

/**
 * Drops a letter that recognition doubled in the code of a body: `148/NQ-GCP` → `CP`. Only where what was read is no known code, and one
 * of two letters that look alike, left out, makes exactly one. `recognized` tells which lines come from a picture.
 */
export function recognizedBodyEdits(
  text: string,
  recognized: readonly boolean[],
  { agencies, citations, repairs }: Pick<Knowledge, 'agencies' | 'citations' | 'repairs'>,
): RuledEdit[] {
  const codes = new Set([...agencies.flatMap((agency) => agency.codes), ...citations.state_body_codes, ...citations.party_body_codes]);
  const alike = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && (a === b || repairs.doubled_letters.some((pair) => pair.includes(a) && pair.includes(b)));
  const recognizedAt = lineFlags(text, recognized);
  const edits: RuledEdit[] = [];
  for (const { groups: { code = '' } = {}, indices } of text.matchAll(NUMBERED)) {
    const [start, end] = indices?.groups?.code ?? [0, 0];
    if (codes.has(code) || !recognizedAt(start)) continue;
    const doubled = [...code].flatMap((letter, at) => (alike(letter, code[at - 1]) || alike(letter, code[at + 1]) ? [code.slice(0, at) + code.slice(at + 1)] : []));
    const known = [...new Set(doubled)].filter((shorter) => codes.has(shorter));
    if (known.length === 1) edits.push({ start, end, replacement: known[0] as string, rule: RULE });
  }
  return edits;
}
