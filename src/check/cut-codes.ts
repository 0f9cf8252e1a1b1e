import type { Agency } from '../knowledge/knowledge.ts';
import type { Mention } from '../resolve/digest.ts';
import type { BodyRegistry } from './bodies.ts';

/** A shorter code with a letter less may be another office's own: "TT" of a centre beside "TTr" of an inspectorate. */
const SHORTEST = 3;

/**
 * The code of the body that a citation names in words, where the number has it with one letter less: "TT" of "942/QĐ-TT … của Thủ
 * tướng Chính phủ" is "TTg", "UBN" is "UBND". Only of central bodies, and of the council and committee at the head of a
 * place, whose codes are the same everywhere: other offices choose theirs. Null where the printed code is one that any body bears.
 */
export function uncutCode({ number, form }: Mention, body: Agency, bodies: BodyRegistry): string | null {
  if (number === null || form === 'own' || number.typeCode === null || number.bodyCode === null || body.system !== number.system) return null;
  const printed = number.bodyCode;
  if (bodies.ofNumber(number).length > 0) return null;
  return body.codes.find((code) => code.length >= SHORTEST && (body.level === 'central' || !body.parent) && lacksOneLetter(printed, code)) ?? null;
}

/** True where the first is the second without one of its letters. */
function lacksOneLetter(short: string, long: string): boolean {
  if (short.length !== long.length - 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1) && /\p{L}/u.test(long[at] as string);
}
