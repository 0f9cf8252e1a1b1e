import { agencyGrammar } from '../../../grammar/agencies.ts';
import { identityWords } from '../../../grammar/identity-words.ts';
import type { Agency } from '../../../knowledge/knowledge.ts';
import { fold } from '../../../text/fold.ts';
import { bodyRegistry } from '../../bodies.ts';
import type { CorpusRule, SideDraft, VerdictDraft } from '../../rule.ts';
import { underOwnCode } from '../../under-own-code.ts';

const PLACES_SHOWN = 6;
/** What may stand between two bodies of a list. */
const LIST_JOINT = 5;

/** A body said to issue a number whose code is another body's: "Ủy ban nhân dân thành phố tại văn bản số 3457/VP-QH". */
export const rule: CorpusRule = {
  name: 'citation.notation-issuer-mismatch',
  *checkWork(work, { graph, knowledge, words }) {
    const bodies = bodyRegistry(knowledge);
    const agencies = agencyGrammar(knowledge);
    const { passesOn } = identityWords(knowledge);
    const sides: SideDraft[] = [];
    let wrong: { body: string; row: Agency; owners: readonly Agency[]; code: string; directed: boolean } | null = null;
    const right: SideDraft[] = [];
    for (const ref of work.mentions) {
      const mention = graph.mention(ref);
      const { number, issuerId, issuerName, form, relation, places } = mention;
      if (number === null || number.value === null || issuerId === null || issuerName === null || form === 'own') continue;
      const row = bodies.byId(issuerId);
      if (row === null || row.codes.length === 0) continue;
      let valued = places.map((place): SideDraft => ({ document: ref.document, place, value: issuerName }));
      // "12/QĐ-UBND của Chủ tịch UBND": who heads a local body signs under its code. A ministry does not sign under the Government's.
      if (bodies.bears(row, number) || bodies.ofNumber(number).some((owner) => row.territorial === 'yes' && bodies.isPartOf(row, owner) && row.name.endsWith(owner.name))) {
        right.push(...valued);
        continue;
      }
      const known = bodies.ofNumber(number).filter((owner) => owner.system === row.system || owner.level === row.level);
      const owners = agencies.validOn(known, mention.date ?? graph.datesOf(work)[0] ?? null);
      // A code in no list may be this body's as well as another's.
      if (owners.length === 0 || owners.some((owner) => owner.name === row.name)) continue;
      // "Nghị định 31/CP và Chỉ thị 814/TTg của Chính phủ, Thủ tướng Chính phủ": the bodies of all works, in one list.
      valued = valued.filter(({ place: [, end] }) => !owners.some(({ name }) => isListed(name, words(ref.document, end, end + name.length + LIST_JOINT))));
      if (valued.length === 0) continue;
      // The code is wrong, not the body: `citation.notation-variant` tells.
      if (underOwnCode(work, mention, row, graph, bodies) !== null) continue;
      sides.push(...valued);
      // "chỉ đạo của Thủ tướng Chính phủ tại công văn số 2694/VPCP-KGXV": named before the letter, it is who speaks through it.
      const directed = relation === 'directed-in' || valued.some(({ place }) => !words(ref.document, place[0], place[1]).includes(issuerName));
      wrong ??= { body: issuerName, row, owners, code: number.bodyCode ?? '', directed };
    }
    if (wrong === null) return;
    const { body, row, owners, code, directed } = wrong;
    const head = row.parent === null ? null : bodies.byId(row.parent);
    // "Thủ tướng Chính phủ" is at the head of the Chính phủ: its office is his.
    const whole = head && row.name.endsWith(head.name) ? head : row;
    // The Bộ Chính trị speaks through the office of the committee that both are of.
    const serves = (owner: Agency) => bodies.isPartOf(owner, whole) || (owner.parent !== null && owner.parent === row.parent && passesOn(fold(owner.name)));
    const conveyed = owners.some(serves);
    const near = owners.filter((owner) => owner.level === row.level && (!conveyed || serves(owner)));
    const territory = agencies.byId(work.series.territory ?? '') ?? null;
    const nearest = near.length > 0 ? near : owners;
    const names = [...new Set(nearest.map(({ name, territorial }) => (territorial === 'yes' ? agencies.fullName(name, territory) : name)))];
    // "Quyết định số 232/QĐ-UBND … của Thủ tướng Chính phủ": which of all the people's committees it is, is told by no word.
    const placed = row.territorial === 'yes' || right.length > 0 || nearest.every(({ territorial }) => territorial !== 'yes');
    yield {
      subject: work.id,
      kind: conveyed && directed ? 'conveyed' : 'other-body',
      values: { number: work.number, body, code, owner: names.slice(0, 2).join(', ') },
      sides: [...sides, ...right.slice(0, PLACES_SHOWN)],
      verdict: likely(placed ? names : [], body, sides.length, code, conveyed || right.length > 0),
    };
  },
};

/** True where a body's name goes on a list: ", Thủ tướng Chính phủ", " và Thủ tướng Chính phủ". */
function isListed(name: string, behind: string): boolean {
  const at = fold(behind).indexOf(fold(name));
  return at > 0 && /^(?:\s?,|\s\p{L}{2,3}\s)\s?$/u.test(behind.slice(0, at));
}

/**
 * Where other places give the number to the only body of its code, that body is meant, and so where it conveys what the body named
 * directs. Else code or body may be wrong.
 */
function likely(names: readonly string[], body: string, mentions: number, code: string, confirmed: boolean): VerdictDraft {
  const [name] = names;
  const ground = { constraint: 'code-of-body', hard: false, values: { code, owner: names.slice(0, 2).join(', ') }, sides: [] };
  const said = { value: body, mentions, witnesses: 1, supports: [], refutes: [ground] };
  if (names.length !== 1 || name === undefined) return { value: null, confidence: 'none', decidedBy: ['code-of-body'], reason: 'cannot-tell', values: {}, candidates: [said] };
  return {
    value: name,
    confidence: confirmed ? 'high' : 'medium',
    decidedBy: ['code-of-body'],
    reason: 'issuer',
    values: { value: name },
    candidates: [said, { value: name, mentions: 0, witnesses: 0, supports: [ground], refutes: [] }],
  };
}
