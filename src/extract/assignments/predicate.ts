import { skipBlanks } from '../../grammar/mentions.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { Act, Actor, Span } from './act.ts';
import { type Agents, ClauseCursor, type Setting, type Trigger } from './clause-cursor.ts';
import { PendingRoles } from './pending-roles.ts';

/** What the words behind a subject say: the acts, and who is the subject of the next clause. */
export interface Predicate {
  acts: Act[];
  subject: readonly Actor[];
  /** True where the clause tells of what was: it assigns nothing. */
  past: boolean;
}

/** Roles in a chain of verbs ("rà soát, theo dõi …") count only behind so many characters of another task. */
const CHAIN = 20;
const LONGEST_REPORT = 90;
const LONGEST_TIME = 60;
/** Words up to the last figure of a date, without a mark: "trước ngày 10/4/2025 ". */
const TIME_BEFORE_PURPOSE = /^[^,;:.()]{1,48}\d /u;

/**
 * Reads the predicate of a clause from left to right: "chủ trì, phối hợp với Sở B tham mưu …" (domain reference 7.1, 7.2).
 * `from` is where the words behind the subject begin, `to` where the clause ends; `had` tells that the subject has a role from an
 * earlier clause of the sentence.
 */
export function readPredicate(setting: Setting, subject: readonly Actor[], from: number, to: number, had: boolean): Predicate {
  return new PredicateReader(setting, subject, from, to, had).run();
}

class PredicateReader {
  readonly #cursor: ClauseCursor;
  readonly #roles = new PendingRoles();
  readonly #nested: Act[] = [];
  #subject: readonly Actor[];
  #next: readonly Actor[];
  #blocked = false;
  /** True where only the verbs behind "tham mưu" belong to others: the subject may still report. */
  #reportable = false;
  #had: boolean;
  #past = false;
  /** True behind "chỉ đạo kiểm tra, hướng dẫn …": the verbs are what others are to do. */
  #directs = false;

  constructor(setting: Setting, subject: readonly Actor[], from: number, to: number, had: boolean) {
    this.#cursor = new ClauseCursor(setting, from, to);
    this.#subject = subject;
    this.#next = subject;
    this.#had = had;
  }

  run(): Predicate {
    this.#cursor.skipInsertions();
    this.#openingVerb();
    for (let index = 0; index < this.#cursor.tokens.length; index++) {
      const token = this.#cursor.tokens[index] as RoleToken;
      if (token.start < this.#cursor.from) continue;
      if (token.kind === 'mark') this.#cursor.boundary = token.end;
      else if (token.kind === 'agents' && this.#otherSubject(token, index)) break;
      else if (token.kind === 'trigger') {
        const done = this.#trigger(token, index);
        if (done === 'end') break;
        index = done;
      }
      if (this.#past) return { acts: [], subject: [], past: true };
    }
    return { acts: [...this.#roles.acts(this.#cursor), ...this.#nested], subject: this.#next, past: false };
  }

  /** "Sở A chủ trì, Sở B phối hợp": a body behind a comma with a role of its own is the subject of the rest. */
  #otherSubject(token: Agents, index: number): boolean {
    const { words, grammar } = this.#cursor.setting;
    const next = this.#cursor.tokens[index + 1];
    const before = this.#cursor.tokens[index - 1];
    if (token.preposition || before?.kind !== 'mark' || (before.mark !== ',' && before.mark !== 'and') || skipBlanks(words.text, before.end) !== token.start) return false;
    if (next?.kind !== 'trigger' || skipBlanks(words.text, token.end) !== next.start || !(next.trigger === 'coordinate' || next.trigger === 'lead')) return false;
    const at = grammar.behindAdverbs(words, this.#cursor.skipMarks(next.end));
    if (next.trigger === 'coordinate' && this.#roles.led) {
      const own = at < this.#cursor.clause[1] ? at : next.end;
      if (this.#cursor.agentsAfter(next, index + 1)) return false;
      this.#roles.add(this.#cursor.actors(token), 'coordinate', [next.start, next.end], own, at < this.#cursor.clause[1]);
      return true;
    }
    this.#nested.push(...readPredicate(this.#cursor.setting, this.#cursor.actors(token), token.end, this.#cursor.clause[1], false).acts);
    return true;
  }

  /** Without a role word at its head the predicate is what the subject executes. */
  #openingVerb(): void {
    const { words, grammar } = this.#cursor.setting;
    const behind = grammar.behindAdverbs(words, this.#cursor.from);
    // "được giao cho Thanh tra tỉnh thực hiện": the adverb is the verb.
    const verb = behind < this.#cursor.clause[1] ? behind : this.#cursor.from;
    if (verb >= this.#cursor.clause[1]) return;
    const token = this.#cursor.tokens.find(({ start }) => start === verb || start === this.#cursor.from);
    if (token?.kind === 'trigger' && token.trigger !== 'mute' && token.trigger !== 'via') return;
    if (this.#timedReport(verb)) return;
    this.#roles.add(this.#subject, 'execute', null, this.#cursor.from, true);
  }

  /** "trước ngày 15/12 hằng năm báo cáo Sở Y tế": no more than a time before the report; it is read from there on. */
  #timedReport(from: number): boolean {
    const { words, grammar } = this.#cursor.setting;
    const report = this.#cursor.tokens.find(({ kind, start }) => kind === 'trigger' && start >= from);
    if (report?.kind !== 'trigger' || report.trigger !== 'report' || report.start - from > LONGEST_TIME) return false;
    if (!grammar.isTimeOpening(words.folded, from) && !grammar.isTimeOpening(words.folded, this.#cursor.from)) return false;
    for (let at = from; at < report.start && at >= from; at = words.folded.indexOf(' ', at) + 1 || report.start) if (grammar.isVerb(words.folded, at)) return false;
    this.#cursor.from = report.start;
    this.#cursor.boundary = report.start;
    return true;
  }

  #phrase(start: number, end: number): void {
    this.#roles.addPhrase(start, end);
    this.#cursor.boundary = end;
  }

  /** Handles a role word; gives the index of the last token taken, or `end` where the rest belongs to others. */
  #trigger(token: Trigger, index: number): number | 'end' {
    const span: Span = [token.start, token.end];
    const agents = this.#cursor.agentsAfter(token, index);
    const verb = this.#cursor.isVerb(token);
    switch (token.trigger) {
      case 'past':
        return this.#pastWord(index, verb);
      case 'lead':
        if (verb && !this.#blocked) {
          this.#roles.add(this.#subject, 'lead', span, token.end, false);
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
          this.#roles.add(this.#subject, 'focal', span, token.end, false);
          this.#phrase(token.start, token.end);
        }
        return index;
      case 'duty':
        if (verb) this.#duty(token);
        return index;
      case 'advise':
        if (!verb || this.#blocked) return index;
        this.#roles.add(this.#subject, 'advise', span, token.start, true);
        this.#cursor.boundary = agents?.end ?? token.end;
        this.#blocked = true;
        this.#reportable = !agents;
        return agents ? index + 1 : index;
      case 'guide':
      case 'monitor':
        return this.#verbRole(token, index, agents, verb, span);
      case 'guided-by':
        if (!agents) return index;
        this.#roles.add(this.#cursor.actors(agents), 'guide', span, this.#cursor.from, true);
        this.#cursor.boundary = agents.end;
        return index + 1;
      case 'supervised-by':
        if (!agents) return index;
        this.#roles.add(this.#cursor.actors(agents), 'supervise', span, token.start, true);
        return index + 1;
      case 'direct':
      case 'order':
        return this.#direct(token, index, agents, verb, span);
      case 'report':
      case 'inform':
        return this.#report(token, index, verb, span);
      case 'via':
        if (!agents) return index;
        this.#roles.add(this.#cursor.actors(agents), 'via', span, this.#roles.reportStart ?? token.start, true);
        this.#cursor.boundary = agents.end;
        return index + 1;
      default:
        return index;
    }
  }

  /** "đã" as the verb tells of the past; inside a clause it begins an attribute ("đã giao cho các Bộ chủ trì"). */
  #pastWord(index: number, verb: boolean): number | 'end' {
    if (verb && this.#roles.list.length === 0) {
      this.#past = true;
      return index;
    }
    const rest = this.#cursor.tokens.slice(index + 1);
    const comma = rest.findIndex((other) => other.kind === 'mark' && other.mark === ',');
    if (rest.slice(0, comma < 0 ? rest.length : comma).some((other) => other.kind === 'agents')) return 'end';
    return comma < 0 ? this.#cursor.tokens.length : index + comma;
  }

  /** "phối hợp với Bộ B là cơ quan chủ trì": the body directly before it leads. */
  #isLead(token: Trigger, index: number, span: Span): number {
    const before = this.#cursor.tokens[index - 1];
    const others = before?.kind === 'agents' && skipBlanks(this.#cursor.setting.words.text, before.end) === token.start ? before : null;
    this.#roles.add(others ? this.#cursor.actors(others) : this.#subject, 'lead', span, token.end, false);
    this.#phrase(token.start, token.end);
    return index;
  }

  #coLead(token: Trigger, index: number, agents: Agents | null, span: Span): number {
    if (!agents || this.#blocked) return index;
    const behindLead = this.#roles.led && this.#cursor.isVerb(token);
    // "chủ trì cùng" is one phrase: the subject leads.
    const whole = !this.#roles.led && this.#cursor.isVerb(token);
    if (!behindLead && !whole) return index;
    if (whole) this.#roles.add(this.#subject, 'lead', span, token.end, false);
    this.#roles.add(this.#cursor.actors(agents), 'co-lead', span, agents.end, false);
    this.#phrase(token.start, agents.end);
    return index + 1;
  }

  #coordinate(token: Trigger, index: number, agents: Agents | null, verb: boolean): number {
    if (!agents && !verb) return index;
    const first = this.#roles.list.length === 0;
    // "Sở B phối hợp": the subject itself coordinates.
    if (!agents && first && this.#cursor.skipMarks(token.end) >= this.#cursor.clause[1]) {
      this.#roles.add(this.#subject, 'coordinate', [token.start, token.end], token.end, false);
      return index;
    }
    if (agents) this.#roles.add(this.#cursor.actors(agents), 'coordinate', [token.start, token.end], agents.end, false);
    this.#phrase(token.start, agents?.end ?? token.end);
    // Without "chủ trì" the subject executes, unless its only verb is another role.
    if (first && !this.#blocked && !this.#roleFollows(index + (agents ? 1 : 0))) this.#roles.add(this.#subject, 'execute', null, this.#cursor.boundary, false);
    return agents ? index + 1 : index;
  }

  /** True where a role of the subject stands as the next verb: "phối hợp với Bộ B để tham mưu cho …". */
  #roleFollows(index: number): boolean {
    const { words, grammar } = this.#cursor.setting;
    const next = this.#cursor.tokens.slice(index + 1).find((token) => token.kind !== 'mark');
    const at = grammar.behindAdverbs(words, this.#cursor.skipMarks(this.#cursor.boundary));
    return next?.kind === 'trigger' && next.start === at && ['advise', 'guide', 'monitor', 'lead', 'focal'].includes(next.trigger);
  }

  #duty(token: Trigger): void {
    const { words, grammar } = this.#cursor.setting;
    this.#phrase(token.start, token.end);
    this.#cursor.from = this.#cursor.skipMarks(token.end);
    this.#cursor.boundary = this.#cursor.from;
    if (this.#roles.list.length > 0) return;
    const at = grammar.behindAdverbs(words, this.#cursor.from);
    const next = this.#cursor.tokens.find(({ start }) => start === at || start === this.#cursor.from);
    if (at < this.#cursor.clause[1] && !(next?.kind === 'trigger' && next.trigger !== 'mute')) this.#roles.add(this.#subject, 'execute', null, this.#cursor.from, true);
  }

  /** "hướng dẫn", "theo dõi": in a chain of verbs only behind a longer task. */
  #verbRole(token: Trigger, index: number, agents: Agents | null, verb: boolean, span: Span): number {
    const taken = agents ? index + 1 : index;
    if (!verb || this.#blocked) return taken;
    // "chỉ đạo rà soát, hướng dẫn tàu thuyền …", but "chỉ đạo …, thường xuyên kiểm tra"
    if (this.#directs && this.#cursor.skipMarks(this.#cursor.boundary) === token.start) return taken;
    const executed = this.#roles.list.some(({ role }) => role === 'execute');
    const role = token.trigger === 'guide' ? 'guide' : 'monitor';
    const { words, grammar } = this.#cursor.setting;
    if (executed && token.start - grammar.behindAdverbs(words, this.#cursor.from) < CHAIN) return taken;
    // "theo dõi, hướng dẫn, đôn đốc" is one activity.
    if (this.#roles.list.some((other) => (other.role === 'monitor' || other.role === 'guide') && token.start - (other.trigger?.[1] ?? 0) < CHAIN)) return taken;
    if (this.#roles.list.some((other) => other.role === role)) return taken;
    const start = this.#cursor.verbStart(token);
    for (const actor of this.#subject) {
      const supervises = role === 'monitor' && this.#cursor.setting.grammar.supervises(actor.mention.name);
      this.#roles.add([actor], supervises ? 'supervise' : role, span, start, true);
    }
    if (agents) this.#blocked = true;
    return taken;
  }

  /** "A chỉ đạo B, C thực hiện": A directs, B and C execute the rest. */
  #direct(token: Trigger, index: number, agents: Agents | null, verb: boolean, span: Span): number | 'end' {
    if (!verb || this.#blocked) return agents ? index + 1 : index;
    if (token.trigger === 'order' && !agents) return index;
    const executed = this.#roles.list.some(({ role }) => role === 'execute');
    if (executed && token.start - this.#cursor.from < CHAIN) return index;
    const role = token.trigger === 'order' ? 'assign' : 'direct';
    const at = agents ? skipBlanks(this.#cursor.setting.words.text, agents.end) : token.end;
    this.#roles.add(this.#subject, role, span, this.#cursor.verbStart(token), true);
    if (!agents) {
      const { words, grammar } = this.#cursor.setting;
      const object = grammar.behindAdverbs(words, token.end);
      this.#directs = grammar.isVerb(words.folded, object);
      // "lãnh đạo việc giám sát": what is directed is no role of its own.
      if (this.#directs) return this.#pastToken(index, object);
      this.#cursor.boundary = token.end;
      return index;
    }
    const actors = this.#cursor.actors(agents);
    if (this.#cursor.skipMarks(at) < this.#cursor.clause[1]) {
      const inner = readPredicate(this.#cursor.setting, actors, at, this.#cursor.clause[1], false);
      this.#nested.push(...inner.acts);
    }
    const [only] = actors;
    if (role === 'direct' && actors.length === 1 && only && !only.mention.collective && this.#subject.every(({ mention }) => !mention.collective)) this.#next = actors;
    return 'end';
  }

  /** The index of the last token that begins before or at an offset; the clause is read on behind it. */
  #pastToken(index: number, offset: number): number {
    const { tokens } = this.#cursor;
    this.#cursor.boundary = offset;
    let last = index;
    while (last + 1 < tokens.length && (tokens[last + 1] as RoleToken).start <= offset) last++;
    if (last > index) this.#cursor.boundary = (tokens[last] as RoleToken).end;
    return last;
  }

  /** Length of what leads to a purpose: "để ", "trước ngày 10/4/2025 để "; 0 where none does. */
  #purposeBehind(from: number): number {
    const { folded } = this.#cursor.setting.words;
    const purpose = this.#cursor.setting.grammar.purpose(folded, from);
    if (purpose > 0) return purpose;
    const time = TIME_BEFORE_PURPOSE.exec(folded.slice(from, from + LONGEST_TIME))?.[0].length ?? 0;
    const behind = time === 0 ? 0 : this.#cursor.setting.grammar.purpose(folded, from + time);
    return behind === 0 ? 0 : time + behind;
  }

  /** "báo cáo (kết quả về) Y": who gets the report; "gửi về Y để tổng hợp": what Y does with it. */
  #report(token: Trigger, index: number, verb: boolean, span: Span): number | 'end' {
    const { words, grammar } = this.#cursor.setting;
    if (this.#blocked && !(verb && this.#reportable)) return index;
    const at = this.#cursor.tokens.findIndex((other, place) => place > index && (other.kind === 'agents' || (other.kind === 'mark' && other.mark !== 'and' && other.mark !== ',')));
    const agents = this.#cursor.tokens[at];
    const between = agents ? words.folded.slice(token.end, agents.start) : '';
    const fits = agents?.kind === 'agents' && between.length <= LONGEST_REPORT && (between.trim() === '' || grammar.endsInLink(between));
    if (!verb && !fits) return index;
    if (this.#roles.list.length === 0 && !this.#had) this.#roles.add(this.#subject, 'execute', null, this.#cursor.verbStart(token), true);
    if (!fits) return index;
    const behind = skipBlanks(words.text, agents.end);
    const purpose = this.#purposeBehind(behind);
    if (token.trigger === 'report' || purpose === 0) this.#roles.add(this.#cursor.actors(agents), 'report-to', span, this.#cursor.verbStart(token), true);
    if (purpose > 0) {
      this.#nested.push(...readPredicate(this.#cursor.setting, this.#cursor.actors(agents), behind + purpose, this.#cursor.clause[1], token.trigger === 'report').acts);
      return 'end';
    }
    this.#cursor.boundary = agents.end;
    this.#blocked = true;
    return at;
  }
}
