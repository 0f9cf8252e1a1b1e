import { skipBlanks, type Words } from '../../grammar/mentions.ts';
import type { RoleGrammar } from '../../grammar/roles.ts';
import { type Act, type Actor, actorsOf, directsItsOwn } from './act.ts';
import { behindOrdered, behindSubject, namesMember } from './behind-subject.ts';
import { type Agents, agentsAfter, announces, behindColon, type Clause, clausesOf, endsWithoutVerb, orderBehindLabel, postBehindName, subjectBehindLabel } from './clause.ts';
import type { Setting, Trigger } from './clause-cursor.ts';
import { type Inherited, NOBODY } from './inherited.ts';
import { behindOpening } from './opening-phrase.ts';
import { namedLeads, passiveActs, reportedTo } from './passive.ts';
import { readPredicate } from './predicate.ts';

export interface SentenceResult {
  acts: Act[];
  /** What the passage leaves to the items below it. */
  leaves: Inherited;
}

/** Reads who is to do what in the sentences of a passage, from `from` on (behind its label). */
export function readSentences(setting: Setting, from: number, inherited: Inherited): SentenceResult {
  return new SentenceReader(setting, from, inherited).run();
}

class SentenceReader {
  readonly #setting: Setting;
  readonly #words: Words;
  readonly #grammar: RoleGrammar;
  readonly #inherited: Inherited;
  readonly #from: number;
  readonly #acts: Act[] = [];
  #subject: readonly Actor[];
  #had = false;
  /** The acts of the sentence so far whose subject goes on. */
  #going: Act[] = [];
  /** Who directed the subject in the last clause: "UBND tỉnh chỉ đạo Sở A …; | chỉ đạo Sở B …". */
  #director: readonly Actor[] | null = null;
  /** Who gave the order of the last clause; null where it was no order. */
  #orderer: readonly Actor[] | null = null;
  #leaves: Inherited;

  constructor(setting: Setting, from: number, inherited: Inherited) {
    this.#words = setting.words;
    this.#grammar = setting.grammar;
    this.#setting = setting;
    this.#inherited = inherited;
    this.#subject = inherited.subject;
    this.#leaves = inherited;
    this.#from = from;
  }

  run(): SentenceResult {
    for (const clause of clausesOf(this.#words, this.#setting.tokens, this.#from)) this.#clause(clause);
    return { acts: this.#acts, leaves: this.#leaves };
  }

  #clause(clause: Clause): void {
    const start = this.#grammar.behindAdverbs(this.#words, clause.start);
    if (start >= clause.end) return;
    const first = clause.tokens.find((token) => token.start >= start);
    const at = first?.start === start ? first : null;
    if (clause.sentence) this.#orderer = null;
    const labelled = orderBehindLabel(this.#words, clause);
    const before = this.#acts.length;
    const speaker = labelled ? null : (subjectBehindLabel(this.#words, clause, this.#grammar) ?? postBehindName(this.#words, clause, start, this.#grammar));
    if (labelled) this.#ordered(clause, labelled, this.#giver(clause));
    else if (speaker) this.#named(clause, speaker);
    else if (at?.kind === 'agents' && !at.preposition) this.#named(clause, at);
    else if (at?.kind === 'trigger' && (at.trigger === 'order' || at.trigger === 'request') && agentsAfter(this.#words, clause, at)) this.#ordered(clause, at, this.#giver(clause));
    else if (this.#grammar.isPast(this.#words.folded.slice(start, start + 80))) this.#subject = [];
    else if (!this.#passive(clause) && !(this.#grammar.isOpening(this.#words.folded, start) && this.#opened(clause))) this.#unnamed(clause, start);
    if (before < this.#acts.length) this.#widen(before, clause);
  }

  /** "X giao A …; giao B …" has one giver; "X chỉ đạo …; phân công A …" has the subject as giver. */
  #giver(clause: Clause): readonly Actor[] {
    if (clause.sentence) return this.#inherited.giver;
    return this.#orderer ?? this.#director ?? (this.#subject.length > 0 && this.#subject !== this.#inherited.subject ? this.#subject : this.#inherited.giver);
  }

  #actors(token: Agents): Actor[] {
    return actorsOf(token.list.mentions, this.#setting.passage);
  }

  /** A clause without a subject of its own goes on with the last one; a new sentence only where it begins with a verb. */
  #unnamed(clause: Clause, start: number): void {
    const { folded } = this.#words;
    const first = clause.tokens.find((token) => token.start >= start);
    const trigger = first?.kind === 'trigger' && first.start === start && first.trigger !== 'mute';
    const own = this.#subject !== this.#inherited.subject;
    if (
      clause.sentence &&
      own &&
      !trigger &&
      !this.#grammar.isVerb(folded, start) &&
      this.#grammar.behindAdverbs(this.#words, clause.start) === skipBlanks(this.#words.text, clause.start)
    ) {
      this.#subject = this.#inherited.subject;
      this.#had = false;
    }
    if (this.#subject.length === 0) {
      this.#impersonal(clause);
      return;
    }
    if (first?.kind === 'trigger' && first.trigger === 'direct' && trigger && this.#director && !clause.sentence) this.#subject = this.#director;
    const going = clause.sentence ? [] : this.#going;
    // "…; trên cơ sở đó …, trình Thủ tướng Chính phủ trong quý IV năm 2012"
    if (going.length > 0 && this.#grammar.submits(folded.slice(clause.start, clause.end))) for (const act of going) act.submitted ??= [clause.start, clause.end];
    if (going.length > 0 && this.#grammar.pays(folded, start)) {
      for (const act of going) act.clause = [act.clause[0], clause.end];
      return;
    }
    if (going.length > 0 && this.#grammar.completes(folded.slice(start, clause.end).trimEnd())) return;
    if (this.#grammar.isNoPredicate(folded, start) && !trigger) {
      this.#acts.push(...reportedTo(this.#setting, clause, this.#subject));
      return;
    }
    if (!own && this.#inherited.told && !trigger && this.#grammar.isObject(folded, start) && !this.#grammar.isVerb(folded, start)) {
      this.#drop();
      return;
    }
    // "Đồng chí Phó Hiệu trưởng trực tiếp xử lý …" below "Ban Giám hiệu" is the task of somebody else.
    if (!own && this.#grammar.isPerson(folded, start)) return;
    // "Chỉ thị này phổ biến đến chi bộ" below "… thực hiện các nhiệm vụ sau:": what is no verb is no task of those named so far above.
    if (!own && this.#inherited.listed && !trigger && !this.#grammar.isVerb(folded, start)) return;
    // The next document of a list, or a remark in brackets.
    if (own && !trigger && !this.#grammar.isVerb(folded, start) && /[^\p{Ll}]/u.test(this.#words.text.charAt(start))) return;
    if (this.#words.text.charAt(start) === '(') return;
    this.#predicate(this.#subject, skipBlanks(this.#words.text, clause.start), clause);
    this.#going = [...going, ...this.#going];
  }

  /** Without a subject only what names its own body counts: "Phối hợp với Bộ X là cơ quan chủ trì". */
  #impersonal(clause: Clause): void {
    for (const token of clause.tokens) {
      // "…, Yêu cầu các bộ, ngành vận dụng …": a capital begins a sentence whatever mark stands before it.
      const capital = this.#words.text.charAt(token.start) !== this.#words.folded.charAt(token.start);
      if (token.kind === 'trigger' && (token.trigger === 'order' || token.trigger === 'request') && capital && agentsAfter(this.#words, clause, token)) {
        this.#ordered(clause, token, this.#inherited.giver);
        return;
      }
    }
    const [agents, role] = behindColon(clause);
    if (agents && role) {
      this.#named(clause, agents);
      return;
    }
    const leads = namedLeads(this.#setting, clause);
    this.#acts.push(...(leads.length > 0 ? leads : reportedTo(this.#setting, clause, [])));
  }

  /** A body at the head of the clause: subject, giver of an order, or neither. */
  #named(clause: Clause, token: Agents): boolean {
    const { text, folded } = this.#words;
    const comma = text.charAt(skipBlanks(text, token.end)) === ',';
    const at = behindSubject(this.#words, clause, token, this.#grammar);
    // "Giám đốc Sở A - Tổ phó;" is a member of a board.
    if (at < clause.end && namesMember(this.#words, at, this.#grammar)) return this.#drop();
    const actors = this.#actors(token);
    if (at >= clause.end) return this.#alone(actors);
    if (text.charAt(at) === ':') return this.#predicate(actors, at + 1, clause);
    const next = clause.tokens.find((other) => other.start === at);
    if (next?.kind === 'trigger' && next.trigger !== 'mute') {
      if (next.trigger === 'past') return this.#drop();
      if (next.trigger === 'order' || next.trigger === 'request') {
        if (agentsAfter(this.#words, clause, next)) return this.#ordered(clause, next, actors);
        if (announces(this.#words, clause, this.#grammar)) return this.#gives(actors);
      }
      if (next.trigger === 'via') return false;
    } else if (this.#grammar.insertion(folded, at) === 0) {
      if (announces(this.#words, clause, this.#grammar) && this.#grammar.gives(folded, at)) return this.#gives(actors);
      if (this.#grammar.isNoPredicate(folded, at)) return this.#drop();
      // "Các cơ quan hành chính, sự nghiệp.": a list that goes on, no task.
      if (comma && endsWithoutVerb(this.#words, clause, at, this.#grammar)) return this.#drop();
    }
    if (announces(this.#words, clause, this.#grammar) && this.#grammar.narrates(folded, this.#grammar.behindAdverbs(this.#words, at))) return this.#drop();
    if (text.charAt(at) !== text.charAt(at).toLowerCase() && !next && !this.#grammar.isVerb(folded, at)) return this.#drop();
    if (this.#grammar.isNorm(folded.slice(at, clause.end))) return this.#drop();
    if (this.#leadsIn(clause, at)) return this.#lists(actors, []);
    return this.#predicate(actors, at, clause);
  }

  /** True for the end of a passage that only announces tasks: "… | tập trung thực hiện một số nhiệm vụ sau:". */
  #leadsIn(clause: Clause, from: number): boolean {
    return clause.end >= this.#words.text.trimEnd().length && this.#grammar.leadsIn(this.#words.folded.slice(from, clause.end).trimEnd());
  }

  /** The items below are tasks of these bodies. */
  #lists(subject: readonly Actor[], giver: readonly Actor[]): true {
    this.#leaves = { subject: subject.filter(({ mention }) => !mention.vague), giver: giver.filter(({ mention }) => !mention.vague), told: false, listed: true };
    return this.#drop();
  }

  #drop(): true {
    this.#subject = [];
    return true;
  }

  /** "1. Sở Y tế": the items below have this subject. */
  #alone(actors: readonly Actor[]): true {
    this.#leaves = { ...this.#leaves, subject: actors, told: false, listed: false };
    this.#subject = actors;
    return true;
  }

  #gives(actors: readonly Actor[]): true {
    this.#leaves = { ...NOBODY, giver: actors };
    return this.#drop();
  }

  /** "Giao Sở X chủ trì …", with who gives the task where it is named. */
  #ordered(clause: Clause, order: Trigger, giver: readonly Actor[]): boolean {
    const agents = agentsAfter(this.#words, clause, order);
    if (!agents) return false;
    const before = this.#acts.length;
    const at = behindOrdered(this.#words, clause, agents, this.#grammar);
    // "Yêu cầu các phòng chuyên môn:" above what they are to do
    const ends = this.#words.text.charAt(at) === ':' && skipBlanks(this.#words.text, at + 1) >= this.#words.text.length;
    if (ends || this.#leadsIn(clause, at)) return this.#lists(this.#actors(agents), giver);
    // "đề nghị Thủ trưởng cơ quan | được Chủ tịch Ủy ban nhân dân giao giải quyết …": what tells who that is is no task.
    if (this.#grammar.isNoPredicate(this.#words.folded, at)) return this.#drop();
    const done = this.#predicate(this.#actors(agents), at, clause);
    this.#orderer = giver;
    const first = this.#acts[before];
    if (first) {
      const task = this.#acts.slice(before).find(({ role }) => role !== 'via' && role !== 'report-to')?.task ?? first.task;
      this.#acts.push(
        ...giver
          .filter(({ mention }) => !mention.vague)
          .map((actor) => ({ actor, role: 'assign' as const, trigger: [order.start, order.end] as const, task, clause: first.clause })),
      );
    }
    return done;
  }

  #predicate(subject: readonly Actor[], from: number, clause: Clause): true {
    if (subject !== this.#subject) this.#had = false;
    const { acts, subject: next, past } = readPredicate(this.#setting, subject, from, clause.end, this.#had);
    if (past) return this.#drop();
    this.#acts.push(...acts);
    this.#going = acts;
    this.#had = acts.length > 0 || this.#had;
    this.#director = next !== subject && !directsItsOwn(subject, next) ? subject : null;
    this.#subject = next;
    if (announces(this.#words, clause, this.#grammar) && clause.end === this.#words.text.length) this.#leaves = { ...this.#leaves, subject, told: acts.length > 0, listed: false };
    return true;
  }

  /** "Căn cứ Kế hoạch này, các sở …": the subject stands behind a comma of the opening phrase. */
  #opened(clause: Clause): boolean {
    const behind = behindOpening(this.#setting, clause);
    if (behind?.kind === 'order') return this.#ordered(clause, behind.order, this.#inherited.giver);
    if (behind?.kind === 'subject') return this.#predicate(behind.subject, behind.at, clause);
    if (behind) this.#named(clause, behind.agents);
    return behind !== null;
  }

  #passive(clause: Clause): boolean {
    const acts = passiveActs(this.#setting, clause);
    if (acts === 'past') return this.#drop();
    this.#acts.push(...(acts ?? []));
    return acts !== null;
  }

  /** "Định kỳ 6 tháng, các sở báo cáo …": the opening says by when what stands behind it is done. */
  #widen(from: number, clause: Clause): void {
    if (!this.#grammar.isTimeOpening(this.#words.folded, skipBlanks(this.#words.text, clause.start))) return;
    for (const [index, act] of this.#acts.entries()) if (index >= from) this.#acts[index] = { ...act, clause: [clause.start, act.clause[1]] };
  }
}
