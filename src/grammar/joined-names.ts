/**
 * The ways a body's folded name is written with what joins its parts changed: "sở kế hoạch đầu tư", "sở kế hoạch - đầu tư" for
 * "sở kế hoạch và đầu tư". `joiners` are words and marks, `,` one of them. A comma is put nowhere before the last part: "sở nội
 * vụ, tài chính" are two bodies.
 */
export function joinedOtherwise(folded: string, joiners: readonly string[]): string[] {
  const parts: string[] = [];
  const joints: string[] = [];
  for (const word of folded.split(/(?<=,)\s+|\s+/)) {
    const bare = word.endsWith(',') ? word.slice(0, -1) : word;
    if (joiners.includes(bare)) joints.push(bare);
    else if (parts.length === joints.length) parts.push(bare);
    else parts[parts.length - 1] += ` ${bare}`;
    if (bare !== word) joints.push(',');
  }
  if (joints.length === 0 || joints.length > MOST_JOINTS || parts.length !== joints.length + 1) return [];
  let names = [parts[0] as string];
  for (const [at, part] of parts.slice(1).entries()) {
    const last = at === joints.length - 1;
    const ways = ['', ...joiners.filter((joiner) => joiner !== ',' || !last)];
    // "bộ lao động- thương binh và xã hội"
    const tight = joints[at] === '-' ? names.flatMap((name) => [`${name}- ${part}`, `${name} -${part}`]) : [];
    names = names.flatMap((name) => ways.map((way) => (way === ',' ? `${name}, ${part}` : way === '' ? `${name} ${part}` : `${name} ${way} ${part}`))).concat(tight);
  }
  return names.filter((name) => name !== folded);
}

/** A name of more parts is a sentence; three joints have 80 ways. */
const MOST_JOINTS = 2;
