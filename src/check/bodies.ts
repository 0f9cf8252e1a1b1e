import { compiledOnce } from '../grammar/compiled.ts';
import type { Agency, Knowledge } from '../knowledge/knowledge.ts';
import type { DocumentNumber } from '../model/facts.ts';

/** The registry of bodies as rules need it: a body by the id of a mention's issuer, who stands above whom, whose a code is. */
export interface BodyRegistry {
  /** The row of an issuer id, with or without its territory: "vn-hp.ubnd-tinh", "chinh-phu". */
  byId(id: string): Agency | null;
  /** True where the first is a part of the second, at any depth. */
  isPartOf(part: Agency, whole: Agency): boolean;
  /** The rows that bear one of the codes of a number. */
  ofNumber(number: DocumentNumber): Agency[];
  /** True where one of a number's codes is the body's. */
  bears(body: Agency, number: DocumentNumber): boolean;
}

const DEEPEST = 8;

export const bodyRegistry: (knowledge: Pick<Knowledge, 'agencies'>) => BodyRegistry = compiledOnce(({ agencies }) => {
  const rows = new Map(agencies.map((body) => [body.id, body]));
  const byCode = new Map<string, Agency[]>();
  for (const body of agencies) for (const code of body.codes) byCode.set(code.toUpperCase(), [...(byCode.get(code.toUpperCase()) ?? []), body]);
  const codesOf = ({ notation, typeCode, bodyCode, legislature }: DocumentNumber): string[] => {
    if (legislature !== null) return bodyCode === null ? [] : [bodyCode.toUpperCase()];
    const groups = notation.split(/[-/]/).slice(typeCode === null ? 0 : 1);
    // "SXD-PTĐT": without a type the first code is the body, what follows is a unit of it.
    return (typeCode === null ? groups.slice(0, 1) : groups).map((code) => code.replace(/\d{1,3}$/, '').toUpperCase());
  };
  return {
    byId: (id) => rows.get(id) ?? rows.get(id.slice(id.lastIndexOf('.') + 1)) ?? null,
    isPartOf(part, whole) {
      let at: Agency | undefined = part;
      for (let depth = 0; at?.parent && depth < DEEPEST; depth++) {
        if (at.parent === whole.id) return true;
        at = rows.get(at.parent);
      }
      return false;
    },
    ofNumber: (number) => [...new Set(codesOf(number).flatMap((code) => byCode.get(code) ?? []))],
    bears: (body, number) => {
      const codes = codesOf(number);
      return body.codes.some((code) => codes.includes(code.toUpperCase()));
    },
  };
});
