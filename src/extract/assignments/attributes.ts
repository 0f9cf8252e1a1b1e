import { compiledOnce } from '../../grammar/compiled.ts';
import { type DeadlineGrammar, deadlineGrammar } from '../../grammar/deadlines.ts';
import { skipBlanks, type Words } from '../../grammar/mentions.ts';
import { type Phrases, phraseList, phrases } from '../../grammar/phrases.ts';
import { type RoleGrammar, roleGrammar } from '../../grammar/roles.ts';
import type { Role } from '../../model/assignments.ts';
import type { AssignmentKnowledge } from './assignments.ts';
import { shorten, type Unit } from './collect.ts';

type Kind = 'deadline' | 'funding' | 'lead' | 'coordinate' | 'execute' | 'other';

/** What stands behind words such as "Thời gian thực hiện: " in a line. */
export interface Attribute {
  kind: Kind;
  /** The role it gives to the bodies it names; null for time, money and the rest. */
  role: Role | null;
  value: string;
  start: number;
  end: number;
  /** Where its words begin. */
  label: number;
}

const ROLES: Readonly<Partial<Record<Kind, Role>>> = { lead: 'lead', coordinate: 'coordinate', execute: 'execute' };
const CLAUSE_END = /[;.]\s|\(/g;

const attributeWords: (knowledge: AssignmentKnowledge) => Phrases<Kind> = compiledOnce(({ roles: { attributes } }) =>
  phrases(Object.entries(attributes).flatMap(([kind, words]) => words.map((word) => [word, kind as Kind] as const))),
);

const orderWords: (knowledge: AssignmentKnowledge) => Phrases<string> = compiledOnce(({ roles: { triggers } }) =>
  phraseList(triggers.flatMap(({ kind, phrases: own }) => (kind === 'order' || kind === 'request' ? own : []))),
);

/** Reads lines and items beside a task that give its roles, its time or its money. */
export class AttributeReader {
  readonly #words: Phrases<Kind>;
  readonly #orders: Phrases<string>;
  readonly #roles: RoleGrammar;
  readonly #deadlines: DeadlineGrammar;

  constructor(knowledge: AssignmentKnowledge) {
    this.#words = attributeWords(knowledge);
    this.#orders = orderWords(knowledge);
    this.#roles = roleGrammar(knowledge);
    this.#deadlines = deadlineGrammar(knowledge);
  }

  /** "Cơ quan chủ trì: Sở Y tế; thời gian: Quý II/2024": the attributes of a line from `from` on, clause by clause. */
  in({ text, folded }: Words, from: number): Attribute[] {
    if (!text.includes(':', from)) return [];
    const found: Omit<Attribute, 'value' | 'end'>[] = [];
    for (let at = skipBlanks(text, from); at >= 0 && at < text.length; at = nextClause(text, at)) {
      const phrase = this.#words.at(folded, at);
      const colon = phrase ? skipBlanks(text, phrase.end) : -1;
      // "Thời hạn hoàn thành: Yêu cầu Phòng Kinh tế tổng hợp …" is an order below a heading.
      const order = colon < 0 ? null : this.#orders.at(folded, skipBlanks(text, colon + 1));
      if (phrase && text.charAt(colon) === ':' && !order && !this.#says({ text, folded }, skipBlanks(text, colon + 1), phrase.value))
        found.push({ kind: phrase.value, role: ROLES[phrase.value] ?? null, start: skipBlanks(text, colon + 1), label: at });
    }
    return found.map((each, index) => {
      const end = found[index + 1]?.label ?? text.length;
      return { ...each, end, value: shorten(text.slice(each.start, end)).replace(/\)$/, '') };
    });
  }

  /** "Kinh phí: Sở Tài chính lập dự toán …" says what a body does with it. */
  #says(words: Words, at: number, kind: Kind): boolean {
    if (kind !== 'funding' && kind !== 'deadline') return false;
    const list = this.#roles.lists.at(words, at);
    return list !== null && this.#roles.isVerb(words.folded, skipBlanks(words.text, list.end));
  }

  /** A unit with what attributes say of its time and money. */
  timed(unit: Unit, attributes: readonly Attribute[]): Unit {
    let { deadline, funding } = unit;
    for (const { kind, value } of attributes) {
      if (kind === 'deadline') deadline = this.#deadlines.ofCell(value) ?? deadline;
      if (kind === 'funding') funding = value || funding;
    }
    return deadline === unit.deadline && funding === unit.funding ? unit : { ...unit, deadline, funding };
  }
}

/** Where the next clause or sentence begins, -1 behind the last. */
function nextClause(text: string, from: number): number {
  CLAUSE_END.lastIndex = from;
  const mark = CLAUSE_END.exec(text);
  return mark ? mark.index + mark[0].length : -1;
}
