import type { Agency } from '../knowledge/knowledge.ts';
import type { Mention } from '../resolve/digest.ts';
import type { BodyRegistry } from './bodies.ts';

/** A shorter code with a letter less may be another office's own: "TT" of a centre beside "TTr" of an inspectorate. A single letter is no office's. */
const SHORTEST = 3;
const SHORTEST_IF_SINGLE = 2;

/**
 * The code of the body that a citation names in words, where the number has it with one letter less: "TT" of "942/QĐ-TT … của Thủ
 * tướng Chính phủ" is "TTg", "UBN" is "UBND". Only of central bodies, and of the council and committee at the head of a
 * place, whose codes are the same everywhere: other offices choose theirs. Null where the printed code is one that any body bears.
 */
export function uncutCode({ number, form }: Mention, body: Agency, bodies: BodyRegistry, codes: ReadonlySet<string>): string | null {
  if (number === null || form === 'own' || number.typeCode === null || number.bodyCode === null || body.system !== number.system) return null;
  const printed = number.bodyCode;
  if (bodies.ofNumber(number).length > 0) return null;
  const shortest = printed.length === 1 ? SHORTEST_IF_SINGLE : SHORTEST;
  return (
    body.codes.find(
      (code) => code.length >= shortest && (body.level === 'central' || (body.parent ? isOfParent(body, code, bodies) : codes.has(code))) && lacksOneLetter(printed, code),
    ) ?? null
  );
}

/** The board of a committee has the committee's code. */
function isOfParent(body: Agency, code: string, bodies: BodyRegistry): boolean {
  return bodies.byId(body.parent as string)?.codes.includes(code) ?? false;
}

/** True where the first is the second without one of its letters. */
function lacksOneLetter(short: string, long: string): boolean {
  if (short.length !== long.length - 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1) && /\p{L}/u.test(long[at] as string);
}
