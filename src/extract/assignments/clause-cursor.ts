import { isCapital, skipBlanks, type Words } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { RoleGrammar } from '../../grammar/roles.ts';
import type { TriggerKind } from '../../knowledge/schema/roles.ts';
import type { Passage } from '../passage.ts';
import { type Actor, actorsOf, type Span } from './act.ts';

/** A passage cut into tokens, and the words that tell what they say. */
export interface Setting {
  passage: Passage;
  words: Words;
  tokens: readonly RoleToken[];
  grammar: RoleGrammar;
}

/** What one passage is read with. */
export const settingOf = (passage: Passage, tokens: readonly RoleToken[], grammar: RoleGrammar): Setting => ({ passage, words: passage, tokens, grammar });

export type Agents = Extract<RoleToken, { kind: 'agents' }>;
export type Trigger = Extract<RoleToken, { kind: 'trigger' }>;

/** Roles behind insertions: a leading one ends it, advice only where none of them stands before it. */
const BEHIND_INSERTIONS: ReadonlySet<TriggerKind> = new Set<TriggerKind>(['lead', 'focal', 'advise', 'coordinate']);

/** The words behind a subject up to the end of their clause, and how far they are read. */
export class ClauseCursor {
  readonly setting: Setting;
  readonly clause: Span;
  readonly tokens: readonly RoleToken[];
  /** Where what is not yet told begins. */
  from: number;
  /** Where the last mark, role or list ended: a verb may stand there. */
  boundary: number;

  constructor(setting: Setting, from: number, to: number) {
    this.setting = setting;
    this.clause = [from, to];
    this.from = from;
    this.boundary = from;
    this.tokens = setting.tokens.filter((token) => token.start >= from && token.start < to);
  }

  /** "theo chức năng, nhiệm vụ được giao, ": up to the first role or verb behind it. */
  skipInsertions(): void {
    const { words, grammar } = this.setting;
    this.from = this.behindHelped(this.from);
    for (let count = 0; count < 4; count++) {
      let at = skipBlanks(words.text, this.from);
      while (at < this.clause[1] && ',:'.includes(words.text.charAt(at))) at = skipBlanks(words.text, at + 1);
      this.from = at;
      this.boundary = at;
      if (grammar.isAside(words.folded, at)) {
        const own = this.#behindOne(at);
        if (own > 0) {
          this.from = own;
          this.boundary = own;
          return;
        }
        const comma = words.text.indexOf(',', at);
        if (comma < 0 || comma >= this.clause[1]) return;
        this.from = comma;
        continue;
      }
      const end = grammar.insertion(words.folded, at);
      if (end === 0) return;
      const verb = this.#roleBehindComma(end) ?? this.#firstVerb(end);
      if (verb < 0) return;
      this.from = verb;
    }
  }

  /** "trực tiếp là Chủ tịch UBND xã | chỉ đạo …": behind the one body of an aside that has no comma behind it, where a role or verb begins; 0 elsewhere. */
  #behindOne(at: number): number {
    const { words, grammar } = this.setting;
    const index = this.tokens.findIndex(({ kind, start }) => kind === 'agents' && start >= at);
    const agents = this.tokens[index];
    if (agents?.kind !== 'agents' || agents.list.mentions.some(({ collective }) => collective) || words.text.slice(at, agents.start).includes(',')) return 0;
    const end = skipBlanks(words.text, agents.end);
    const next = this.tokens[index + 1];
    return (next?.kind === 'trigger' && next.start === end) || grammar.isVerb(words.folded, end) ? end : 0;
  }

  /** "giúp Ban Thường vụ Tỉnh ủy | theo dõi …": who is helped comes before what is done; the same offset where nobody is. */
  behindHelped(from: number): number {
    const { words, grammar } = this.setting;
    const helped = grammar.helps(words.folded, skipBlanks(words.text, from));
    if (helped === 0) return from;
    const at = skipBlanks(words.text, helped);
    const principal = this.tokens.find(({ start }) => start >= at);
    return principal?.kind === 'agents' && principal.start === at && !principal.list.mentions.some(({ collective }) => collective) ? principal.end : from;
  }

  /** "căn cứ khả năng cân đối của ngân sách, chủ trì": a leading role behind a comma ends an insertion whatever verbs are in it. */
  #roleBehindComma(from: number): number | null {
    const { text } = this.setting.words;
    const roles = this.tokens.filter((token) => token.start >= from && token.kind === 'trigger' && BEHIND_INSERTIONS.has(token.trigger));
    const role = roles.find((token, index) => {
      const trigger = token.kind === 'trigger' ? token.trigger : null;
      return trigger !== 'coordinate' && (index === 0 || trigger !== 'advise') && /,\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start));
    });
    return role?.start ?? null;
  }

  #firstVerb(from: number): number {
    const { words, grammar } = this.setting;
    let token = this.tokens.findIndex(({ start }) => start >= from);
    for (let at = from; at < this.clause[1]; ) {
      while (token >= 0 && token < this.tokens.length && (this.tokens[token] as RoleToken).start < at) token++;
      const here = token >= 0 ? this.tokens[token] : undefined;
      if (here?.start === at && here.kind !== 'mark') {
        if (here.kind === 'trigger' && here.trigger !== 'mute' && here.trigger !== 'past') return at;
        at = here.end;
      } else if (grammar.isVerb(words.folded, at) && !this.#isName(at)) return at;
      else {
        const blank = words.folded.indexOf(' ', at);
        at = blank < 0 ? this.clause[1] : blank;
      }
      while (at < this.clause[1] && ' ,'.includes(words.text.charAt(at))) at++;
    }
    return -1;
  }

  /** "căn cứ Quyết định": with a capital, and no colon before it, a word is no verb. */
  #isName(at: number): boolean {
    const { text } = this.setting.words;
    return isCapital(text.charAt(at)) && !/[:.]\s?$/.test(text.slice(Math.max(0, at - 2), at));
  }

  /** True where a token stands where a verb may: behind a mark, role or list, with adverbs between. */
  isVerb(token: RoleToken): boolean {
    const { words, grammar } = this.setting;
    return skipBlanks(words.text, this.boundary) === token.start || grammar.behindAdverbs(words, this.boundary) === token.start;
  }

  /** The bodies directly behind a token. */
  agentsAfter(token: RoleToken, index: number): Agents | null {
    const next = this.tokens[index + 1];
    return next?.kind === 'agents' && skipBlanks(this.setting.words.text, token.end) === next.start ? next : null;
  }

  actors(token: Agents): Actor[] {
    return actorsOf(token.list.mentions, this.setting.passage);
  }

  /** Where the verb begins with its adverbs. */
  verbStart(token: RoleToken): number {
    return Math.min(token.start, this.skipMarks(this.boundary));
  }

  /** The offset behind blanks and marks. */
  skipMarks(from: number): number {
    const { text } = this.setting.words;
    let at = skipBlanks(text, from);
    while (at < this.clause[1] && ',:;'.includes(text.charAt(at))) at = skipBlanks(text, at + 1);
    return at;
  }
}
