import { skipBlanks, type Words } from '../../grammar/mentions.ts';
import type { RoleGrammar, RoleToken } from '../../grammar/roles.ts';
import type { Role } from '../../model/assignments.ts';
import type { Passage } from '../passage.ts';
import { type Act, type Actor, actorsOf, type Span } from './act.ts';

/** What the words behind a subject say: the acts, and who is the subject of the next clause. */
export interface Predicate {
  acts: Act[];
  subject: readonly Actor[];
  /** True where the clause tells of what was: it assigns nothing. */
  past: boolean;
}

export interface Setting {
  passage: Passage;
  words: Words;
  tokens: readonly RoleToken[];
  grammar: RoleGrammar;
}

type Agents = Extract<RoleToken, { kind: 'agents' }>;
type Trigger = Extract<RoleToken, { kind: 'trigger' }>;

/** Roles in a chain of verbs ("rà soát, theo dõi …") count only behind so many characters of another task. */
const CHAIN = 20;
const LONGEST_REPORT = 90;

/**
 * Reads the predicate of a clause from left to right: "chủ trì, phối hợp với Sở B tham mưu …" (domain reference 7.1, 7.2).
 * `from` is where the words behind the subject begin, `to` where the clause ends; `had` tells that the subject has a role from an
 * earlier clause of the sentence.
 */
export function readPredicate(setting: Setting, subject: readonly Actor[], from: number, to: number, had: boolean): Predicate {
  return new PredicateReader(setting, subject, from, to, had).run();
}

interface Pending {
  actors: readonly Actor[];
  role: Role;
  trigger: Span | null;
  /** Where the task begins; null: behind the roles that stand together. */
  start: number;
  own: boolean;
}

class PredicateReader {
  readonly #setting: Setting;
  readonly #clause: Span;
  readonly #tokens: readonly RoleToken[];
  readonly #pending: Pending[] = [];
  /** Role words with the bodies they lead to: what is to be done begins behind them. */
  readonly #phrases: Span[] = [];
  readonly #nested: Act[] = [];
  #subject: readonly Actor[];
  #next: readonly Actor[];
  /** Where the last mark, role or list ended: a verb may stand there. */
  #boundary: number;
  #from: number;
  #blocked = false;
  /** True where only the verbs behind "tham mưu" belong to others: the subject may still report. */
  #reportable = false;
  #had: boolean;
  #past = false;

  constructor(setting: Setting, subject: readonly Actor[], from: number, to: number, had: boolean) {
    this.#setting = setting;
    this.#subject = subject;
    this.#next = subject;
    this.#clause = [from, to];
    this.#from = from;
    this.#boundary = from;
    this.#had = had;
    this.#tokens = setting.tokens.filter((token) => token.start >= from && token.start < to);
  }

  run(): Predicate {
    this.#skipInsertions();
    this.#openingVerb();
    for (let index = 0; index < this.#tokens.length; index++) {
      const token = this.#tokens[index] as RoleToken;
      if (token.start < this.#from) continue;
      if (token.kind === 'mark') this.#boundary = token.end;
      else if (token.kind === 'agents' && this.#otherSubject(token, index)) break;
      else if (token.kind === 'trigger') {
        const done = this.#trigger(token, index);
        if (done === 'end') break;
        index = done;
      }
      if (this.#past) return { acts: [], subject: [], past: true };
    }
    return { acts: [...this.#acts(), ...this.#nested], subject: this.#next, past: false };
  }

  /** Where a report begins that goes through the body named next: "báo cáo Y (qua Z)". */
  get #reportStart(): number | null {
    const last = this.#pending.at(-1);
    return last?.role === 'report-to' ? last.start : null;
  }

  get #led(): boolean {
    return this.#pending.some(({ role }) => role === 'lead');
  }

  /** "Sở A chủ trì, Sở B phối hợp": a body behind a comma with a role of its own is the subject of the rest. */
  #otherSubject(token: Agents, index: number): boolean {
    const { words, grammar } = this.#setting;
    const next = this.#tokens[index + 1];
    const before = this.#tokens[index - 1];
    if (token.preposition || before?.kind !== 'mark' || (before.mark !== ',' && before.mark !== 'and') || skipBlanks(words.text, before.end) !== token.start) return false;
    if (next?.kind !== 'trigger' || skipBlanks(words.text, token.end) !== next.start || !(next.trigger === 'coordinate' || next.trigger === 'lead')) return false;
    const at = grammar.behindAdverbs(words, this.#skipMarks(next.end));
    if (next.trigger === 'coordinate' && this.#led) {
      const own = at < this.#clause[1] ? at : next.end;
      if (this.#agentsAfter(next, index + 1)) return false;
      this.#add(this.#actors(token), 'coordinate', [next.start, next.end], own, at < this.#clause[1]);
      return true;
    }
    this.#nested.push(...readPredicate(this.#setting, this.#actors(token), token.end, this.#clause[1], false).acts);
    return true;
  }

  /** "theo chức năng, nhiệm vụ được giao, ": up to the first role or verb behind it. */
  #skipInsertions(): void {
    const { words, grammar } = this.#setting;
    for (let count = 0; count < 4; count++) {
      let at = skipBlanks(words.text, this.#from);
      while (at < this.#clause[1] && ',:'.includes(words.text.charAt(at))) at = skipBlanks(words.text, at + 1);
      this.#from = at;
      this.#boundary = at;
      const end = grammar.insertion(words.folded, at);
      if (end === 0) return;
      const verb = this.#roleBehindComma(end) ?? this.#firstVerb(end);
      if (verb < 0) return;
      this.#from = verb;
    }
  }

  /** "căn cứ khả năng cân đối của ngân sách, chủ trì": a leading role behind a comma ends an insertion whatever verbs are in it. */
  #roleBehindComma(from: number): number | null {
    const { text } = this.#setting.words;
    const role = this.#tokens.find(
      (token) =>
        token.start >= from &&
        token.kind === 'trigger' &&
        (token.trigger === 'lead' || token.trigger === 'focal') &&
        /,\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start)),
    );
    return role?.start ?? null;
  }

  #firstVerb(from: number): number {
    const { words, grammar } = this.#setting;
    let token = this.#tokens.findIndex(({ start }) => start >= from);
    for (let at = from; at < this.#clause[1]; ) {
      while (token >= 0 && token < this.#tokens.length && (this.#tokens[token] as RoleToken).start < at) token++;
      const here = token >= 0 ? this.#tokens[token] : undefined;
      if (here?.start === at && here.kind !== 'mark') {
        if (here.kind === 'trigger' && here.trigger !== 'mute' && here.trigger !== 'past') return at;
        at = here.end;
      } else if (grammar.isVerb(words.folded, at)) return at;
      else {
        const blank = words.folded.indexOf(' ', at);
        at = blank < 0 ? this.#clause[1] : blank;
      }
      while (at < this.#clause[1] && ' ,'.includes(words.text.charAt(at))) at++;
    }
    return -1;
  }

  /** Without a role word at its head the predicate is what the subject executes. */
  #openingVerb(): void {
    const { words, grammar } = this.#setting;
    const behind = grammar.behindAdverbs(words, this.#from);
    // "được giao cho Thanh tra tỉnh thực hiện": the adverb is the verb.
    const verb = behind < this.#clause[1] ? behind : this.#from;
    if (verb >= this.#clause[1]) return;
    const token = this.#tokens.find(({ start }) => start === verb || start === this.#from);
    if (token?.kind === 'trigger' && token.trigger !== 'mute' && token.trigger !== 'via') return;
    this.#add(this.#subject, 'execute', null, this.#from, true);
  }

  #add(actors: readonly Actor[], role: Role, trigger: Span | null, start: number, own: boolean): void {
    this.#pending.push({ actors, role, trigger, start, own });
  }

  #phrase(start: number, end: number): void {
    this.#phrases.push([start, end]);
    this.#boundary = end;
  }

  /** True where a token stands where a verb may: behind a mark, role or list, with adverbs between. */
  #isVerb(token: RoleToken): boolean {
    const { words, grammar } = this.#setting;
    return skipBlanks(words.text, this.#boundary) === token.start || grammar.behindAdverbs(words, this.#boundary) === token.start;
  }

  /** The bodies directly behind a token. */
  #agentsAfter(token: RoleToken, index: number): Agents | null {
    const next = this.#tokens[index + 1];
    return next?.kind === 'agents' && skipBlanks(this.#setting.words.text, token.end) === next.start ? next : null;
  }

  #actors(token: Agents): Actor[] {
    return actorsOf(token.list.mentions, this.#setting.passage);
  }

  /** Handles a role word; gives the index of the last token taken, or `end` where the rest belongs to others. */
  #trigger(token: Trigger, index: number): number | 'end' {
    const span: Span = [token.start, token.end];
    const agents = this.#agentsAfter(token, index);
    const verb = this.#isVerb(token);
    switch (token.trigger) {
      case 'past':
        return this.#pastWord(index, verb);
      case 'lead':
        if (verb && !this.#blocked) {
          this.#add(this.#subject, 'lead', span, token.end, false);
          this.#phrase(token.start, token.end);
        }
        return index;
      case 'is-lead':
        return this.#isLead(token, index, span);
      case 'co-lead':
        return this.#coLead(token, index, agents, span);
      case 'coordinate':
        return this.#coordinate(token, index, agents, verb);
      case 'focal':
        if (verb && !this.#blocked) {
          this.#add(this.#subject, 'focal', span, token.end, false);
          this.#phrase(token.start, token.end);
        }
        return index;
      case 'duty':
        if (verb) this.#duty(token);
        return index;
      case 'advise':
        if (!verb || this.#blocked) return index;
        this.#add(this.#subject, 'advise', span, token.start, true);
        this.#boundary = agents?.end ?? token.end;
        this.#blocked = true;
        this.#reportable = !agents;
        return agents ? index + 1 : index;
      case 'guide':
      case 'monitor':
        return this.#verbRole(token, index, agents, verb, span);
      case 'guided-by':
        if (!agents) return index;
        this.#add(this.#actors(agents), 'guide', span, this.#from, true);
        this.#boundary = agents.end;
        return index + 1;
      case 'supervised-by':
        if (!agents) return index;
        this.#add(this.#actors(agents), 'supervise', span, token.start, true);
        return index + 1;
      case 'direct':
      case 'order':
        return this.#direct(token, index, agents, verb, span);
      case 'report':
      case 'inform':
        return this.#report(token, index, verb, span);
      case 'via':
        if (!agents) return index;
        this.#add(this.#actors(agents), 'via', span, this.#reportStart ?? token.start, true);
        this.#boundary = agents.end;
        return index + 1;
      default:
        return index;
    }
  }

  /** "đã" as the verb tells of the past; inside a clause it begins an attribute ("đã giao cho các Bộ chủ trì"). */
  #pastWord(index: number, verb: boolean): number | 'end' {
    if (verb && this.#pending.length === 0) {
      this.#past = true;
      return index;
    }
    const rest = this.#tokens.slice(index + 1);
    const comma = rest.findIndex((other) => other.kind === 'mark' && other.mark === ',');
    if (rest.slice(0, comma < 0 ? rest.length : comma).some((other) => other.kind === 'agents')) return 'end';
    return comma < 0 ? this.#tokens.length : index + comma;
  }

  /** "phối hợp với Bộ B là cơ quan chủ trì": the body directly before it leads. */
  #isLead(token: Trigger, index: number, span: Span): number {
    const before = this.#tokens[index - 1];
    const others = before?.kind === 'agents' && skipBlanks(this.#setting.words.text, before.end) === token.start ? before : null;
    this.#add(others ? this.#actors(others) : this.#subject, 'lead', span, token.end, false);
    this.#phrase(token.start, token.end);
    return index;
  }

  #coLead(token: Trigger, index: number, agents: Agents | null, span: Span): number {
    if (!agents || this.#blocked) return index;
    const behindLead = this.#led && this.#isVerb(token);
    // "chủ trì cùng" is one phrase: the subject leads.
    const whole = !this.#led && this.#isVerb(token);
    if (!behindLead && !whole) return index;
    if (whole) this.#add(this.#subject, 'lead', span, token.end, false);
    this.#add(this.#actors(agents), 'co-lead', span, agents.end, false);
    this.#phrase(token.start, agents.end);
    return index + 1;
  }

  #coordinate(token: Trigger, index: number, agents: Agents | null, verb: boolean): number {
    if (!agents && !verb) return index;
    const first = this.#pending.length === 0;
    // "Sở B phối hợp": the subject itself coordinates.
    if (!agents && first && this.#skipMarks(token.end) >= this.#clause[1]) {
      this.#add(this.#subject, 'coordinate', [token.start, token.end], token.end, false);
      return index;
    }
    if (agents) this.#add(this.#actors(agents), 'coordinate', [token.start, token.end], agents.end, false);
    this.#phrase(token.start, agents?.end ?? token.end);
    // Without "chủ trì" the subject executes, unless its only verb is another role.
    if (first && !this.#blocked && !this.#roleFollows(index + (agents ? 1 : 0))) this.#add(this.#subject, 'execute', null, this.#boundary, false);
    return agents ? index + 1 : index;
  }

  /** True where a role of the subject stands as the next verb: "phối hợp với Bộ B để tham mưu cho …". */
  #roleFollows(index: number): boolean {
    const { words, grammar } = this.#setting;
    const next = this.#tokens.slice(index + 1).find((token) => token.kind !== 'mark');
    const at = grammar.behindAdverbs(words, this.#skipMarks(this.#boundary));
    return next?.kind === 'trigger' && next.start === at && ['advise', 'guide', 'monitor', 'lead', 'focal'].includes(next.trigger);
  }

  #duty(token: Trigger): void {
    const { words, grammar } = this.#setting;
    this.#phrase(token.start, token.end);
    this.#from = this.#skipMarks(token.end);
    this.#boundary = this.#from;
    if (this.#pending.length > 0) return;
    const at = grammar.behindAdverbs(words, this.#from);
    const next = this.#tokens.find(({ start }) => start === at || start === this.#from);
    if (at < this.#clause[1] && !(next?.kind === 'trigger' && next.trigger !== 'mute')) this.#add(this.#subject, 'execute', null, this.#from, true);
  }

  /** "hướng dẫn", "theo dõi": in a chain of verbs only behind a longer task. */
  #verbRole(token: Trigger, index: number, agents: Agents | null, verb: boolean, span: Span): number {
    const taken = agents ? index + 1 : index;
    if (!verb || this.#blocked) return taken;
    const executed = this.#pending.some(({ role }) => role === 'execute');
    const role = token.trigger === 'guide' ? 'guide' : 'monitor';
    if (executed && token.start - this.#from < CHAIN) return taken;
    // "theo dõi, hướng dẫn, đôn đốc" is one activity.
    if (this.#pending.some((other) => (other.role === 'monitor' || other.role === 'guide') && token.start - (other.trigger?.[1] ?? 0) < CHAIN)) return taken;
    if (this.#pending.some((other) => other.role === role)) return taken;
    const start = this.#verbStart(token);
    for (const actor of this.#subject) {
      const supervises = role === 'monitor' && this.#setting.grammar.supervises(actor.mention.name);
      this.#add([actor], supervises ? 'supervise' : role, span, start, true);
    }
    if (agents) this.#blocked = true;
    return taken;
  }

  /** Where the verb begins with its adverbs. */
  #verbStart(token: RoleToken): number {
    return Math.min(token.start, this.#skipMarks(this.#boundary));
  }

  /** "A chỉ đạo B, C thực hiện": A directs, B and C execute the rest. */
  #direct(token: Trigger, index: number, agents: Agents | null, verb: boolean, span: Span): number | 'end' {
    if (!verb || this.#blocked) return agents ? index + 1 : index;
    if (token.trigger === 'order' && !agents) return index;
    const executed = this.#pending.some(({ role }) => role === 'execute');
    if (executed && token.start - this.#from < CHAIN) return index;
    const role = token.trigger === 'order' ? 'assign' : 'direct';
    const at = agents ? skipBlanks(this.#setting.words.text, agents.end) : token.end;
    this.#add(this.#subject, role, span, this.#verbStart(token), true);
    if (!agents) {
      this.#boundary = token.end;
      return index;
    }
    const actors = this.#actors(agents);
    if (this.#skipMarks(at) < this.#clause[1]) {
      const inner = readPredicate(this.#setting, actors, at, this.#clause[1], false);
      this.#nested.push(...inner.acts);
    }
    const [only] = actors;
    if (role === 'direct' && actors.length === 1 && only && !only.mention.collective && this.#subject.every(({ mention }) => !mention.collective)) this.#next = actors;
    return 'end';
  }

  /** "báo cáo (kết quả về) Y": who gets the report; "gửi về Y để tổng hợp": what Y does with it. */
  #report(token: Trigger, index: number, verb: boolean, span: Span): number | 'end' {
    const { words, grammar } = this.#setting;
    if (this.#blocked && !(verb && this.#reportable)) return index;
    const at = this.#tokens.findIndex((other, place) => place > index && (other.kind === 'agents' || (other.kind === 'mark' && other.mark !== 'and' && other.mark !== ',')));
    const agents = this.#tokens[at];
    const between = agents ? words.folded.slice(token.end, agents.start) : '';
    const fits = agents?.kind === 'agents' && between.length <= LONGEST_REPORT && (between.trim() === '' || grammar.endsInLink(between));
    if (!verb && !fits) return index;
    if (this.#pending.length === 0 && !this.#had) this.#add(this.#subject, 'execute', null, this.#verbStart(token), true);
    if (!fits) return index;
    const behind = skipBlanks(words.text, agents.end);
    const purpose = grammar.purpose(words.folded, behind);
    if (token.trigger === 'report' || purpose === 0) this.#add(this.#actors(agents), 'report-to', span, this.#verbStart(token), true);
    if (purpose > 0) {
      this.#nested.push(...readPredicate(this.#setting, this.#actors(agents), behind + purpose, this.#clause[1], token.trigger === 'report').acts);
      return 'end';
    }
    this.#boundary = agents.end;
    this.#blocked = true;
    return at;
  }

  #skipMarks(from: number): number {
    const { text } = this.#setting.words;
    let at = skipBlanks(text, from);
    while (at < this.#clause[1] && ',:;'.includes(text.charAt(at))) at = skipBlanks(text, at + 1);
    return at;
  }

  #acts(): Act[] {
    return this.#pending.flatMap(({ actors, role, trigger, start, own }) => {
      const task: Span = [own ? this.#skipMarks(start) : this.#behindPhrases(start), this.#clause[1]];
      return actors.filter(({ mention }) => !mention.vague).map((actor) => ({ actor, role, trigger, task, clause: this.#clause }));
    });
  }

  /** Behind the roles that follow each other: "chủ trì, phối hợp với Sở B" leads to what is to be done. */
  #behindPhrases(start: number): number {
    const { words } = this.#setting;
    let at = this.#skipMarks(start);
    for (const [from, to] of this.#phrases) if (from >= at && from - at <= 4 && words.text.slice(at, from).trim().length <= 3) at = this.#skipMarks(to);
    return at;
  }
}
