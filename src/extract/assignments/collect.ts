import type { AgencyGrammar } from '../../grammar/agencies.ts';
import { type AgencyListGrammar, agencyListGrammar } from '../../grammar/agency-lists.ts';
import { compiledOnce } from '../../grammar/compiled.ts';
import { type DeadlineGrammar, deadlineGrammar } from '../../grammar/deadlines.ts';
import type { Mention } from '../../grammar/mentions.ts';
import type { PlaceContext } from '../../grammar/places.ts';
import type { AssignedAgency, Assignment, Deadline } from '../../model/assignments.ts';
import type { Evidence } from '../../model/evidence.ts';
import { fold, slug } from '../../text/fold.ts';
import type { DocumentView } from '../document-view.ts';
import type { Passage } from '../passage.ts';
import type { Act, Actor, Span } from './act.ts';
import { agencyKey, assignedAgency, placeKey, placesOf } from './agency.ts';
import type { AssignmentKnowledge } from './assignments.ts';
import type { Cover } from './cited-spans.ts';
import type { EnactingClause } from './enacting.ts';

/** The unit a task stands in: its label, address, words, and what lines beside it say of time and money. */
export interface Unit {
  label: string | null;
  eId: string | null;
  /** Words of the heading or row: the task where a sentence has no words of its own for it. */
  title: string | null;
  deadline: Deadline | null;
  funding: string | null;
}

/** A task in a table: the words of its cell instead of those of the sentence. */
export interface CellTask {
  text: string;
  /** Where the row or line stands in the document. */
  at: number;
  deadline: Deadline | null;
  funding: string | null;
}

const fundingPattern = compiledOnce((knowledge: AssignmentKnowledge) => new RegExp(knowledge.roles.funding.pattern, 'u'));

const LONGEST_TASK = 300;
const CONTIGUOUS = 3;
const LONGEST_LABEL = 12;
/** "2. ", "a) ", "- " */
const LABEL = /^\s?(?:[\p{L}\d.]{1,6}[.)]|[-–+•*])\s/u;
/** Where a resolution of a council enacts itself: "Điều 1. Hội đồng nhân dân tỉnh ban hành Nghị quyết …". */
const FIRST_ARTICLE = /(?:^|\.)article-1$/;
const ID_WORDS = 6;
const ID_LETTERS = 60;

/** Turns acts into assignments: agencies resolved, tasks in words, deadlines, evidence, ids; each role of a body in a sentence once. */
export class AssignmentCollector {
  readonly #view: DocumentView;
  readonly #place: PlaceContext;
  readonly #lists: AgencyListGrammar;
  readonly #agencies: AgencyGrammar;
  readonly #deadlines: DeadlineGrammar;
  readonly #funding: RegExp;
  readonly #masked: Cover;
  readonly #enacts: EnactingClause;
  readonly #assignments: { start: number; assignment: Assignment }[] = [];
  readonly #seen = new Map<string, Assignment>();
  readonly #ids = new Map<string, number>();
  readonly #slugs = new Map<string, string>();
  readonly #folds = new Map<string, string>();
  readonly #assigned = new Map<Mention, AssignedAgency>();
  readonly #taskSlugs = new Map<string, string>();
  #lastTask: { passage: Passage; start: number; end: number; text: string } | null = null;
  #lastClause: { passage: Passage; start: number; end: number; deadline: Deadline | null; funding: string | null } | null = null;

  /** `masked` covers cited titles: a horizon in one is no deadline. */
  constructor(view: DocumentView, place: PlaceContext, knowledge: AssignmentKnowledge, masked: Cover, enacts: EnactingClause) {
    this.#view = view;
    this.#place = place;
    this.#lists = agencyListGrammar(knowledge);
    this.#agencies = this.#lists.bodies.agencies;
    this.#deadlines = deadlineGrammar(knowledge);
    this.#funding = fundingPattern(knowledge);
    this.#masked = masked;
    this.#enacts = enacts;
  }

  /** All assignments in the order of their tasks. */
  finish(): Assignment[] {
    return this.#assignments.sort((a, b) => a.start - b.start).map(({ assignment }) => assignment);
  }

  add(act: Act, passage: Passage, unit: Unit, where: Assignment['where'], cell: CellTask | null = null): void {
    const text = cell?.text ?? (this.#words(passage, act.task) || this.#titled(unit, passage, act.clause));
    if (text === '') return;
    const scope = cell ? `${unit.eId}|${text}|${this.#folded(act.actor.mention.name)}` : `${placeKey(act.actor)}|${passage.offset(0)}`;
    // Each order of a giver is a task of its own.
    const key = `${act.role}|${scope}${act.role === 'assign' ? `|${act.task[0]}` : ''}`;
    const elder = this.#seen.get(key);
    if (elder) {
      // A later clause of the same task may give its time.
      if (!cell) elder.deadline ??= this.#clause(passage, act.clause).deadline;
      return;
    }
    const agency = this.#agency(act.actor);
    if (act.role === 'execute' && (unit.label === null || FIRST_ARTICLE.test(unit.eId ?? '')) && this.#enacts(agency, passage.folded.slice(...act.task))) return;
    const [evidence, ...furtherEvidence] = this.#evidence(act, passage);
    if (!evidence) return;
    const clause = cell?.deadline && cell.funding ? null : this.#clause(passage, act.clause);
    const assignment: Assignment = {
      id: this.#id([unit.eId ?? 'body', agencyKey(agency, this.#slug), act.role, this.#taskSlug(text)].join('.')),
      task: { label: unit.label, text, eId: unit.eId },
      agency,
      role: act.role,
      deadline: cell?.deadline ?? clause?.deadline ?? this.#submission(passage, act.submitted) ?? unit.deadline,
      funding: cell?.funding ?? clause?.funding ?? unit.funding,
      where,
      evidence,
      furtherEvidence,
    };
    this.#seen.set(key, assignment);
    this.#assignments.push({ start: cell?.at ?? passage.offset(act.task[0]), assignment });
  }

  /** A task or name has many roles: its slug is made once. */
  readonly #slug = (words: string): string => {
    const made = this.#slugs.get(words) ?? slug(words);
    this.#slugs.set(words, made);
    return made;
  };

  /** A body has many roles: it is resolved once. */
  #agency(actor: Actor): AssignedAgency {
    const made = this.#assigned.get(actor.mention) ?? assignedAgency(actor, this.#agencies, this.#place);
    this.#assigned.set(actor.mention, made);
    return made;
  }

  #taskSlug(text: string): string {
    const made = this.#taskSlugs.get(text) ?? slug(text.slice(0, ID_LETTERS)).split('-').slice(0, ID_WORDS).join('-');
    this.#taskSlugs.set(text, made);
    return made;
  }

  readonly #folded = (words: string): string => {
    const made = this.#folds.get(words) ?? fold(words);
    this.#folds.set(words, made);
    return made;
  };

  #id(base: string): string {
    const count = (this.#ids.get(base) ?? 0) + 1;
    this.#ids.set(base, count);
    return count === 1 ? base : `${base}_${count}`;
  }

  /** The words of a task on one line, cut between words. */
  #words(passage: Passage, [start, end]: Span): string {
    const last = this.#lastTask;
    if (last?.passage === passage && last.start === start && last.end === end) return last.text;
    const text = shorten(passage.text.slice(start, Math.min(end, start + 2 * LONGEST_TASK)));
    this.#lastTask = { passage, start, end, text: text.includes(' ') ? text : '' };
    return this.#lastTask.text;
  }

  /** Words for a task that has none of its own: those of the heading, of the clause where the heading only names a body. */
  #titled({ title }: Unit, passage: Passage, clause: Span): string {
    // "…, bố trí nhân lực cho chuyển đổi số; giao Phòng A làm cơ quan đầu mối": of what stands before it in the sentence.
    const mark = Math.max(passage.text.lastIndexOf(';', clause[0]), passage.text.lastIndexOf('. ', clause[0]));
    const before = mark > LONGEST_LABEL ? passage.text.slice(0, mark).replace(LABEL, '') : '';
    if (before.length > LONGEST_LABEL) return shorten(before);
    if (title === null) return '';
    const list = this.#lists.at({ text: title, folded: fold(title) }, 0);
    return list && list.end >= title.length ? this.#words(passage, clause) || title : title;
  }

  /** Deadline and funding that a clause names. */
  #clause(passage: Passage, [start, end]: Span): { deadline: Deadline | null; funding: string | null } {
    const last = this.#lastClause;
    if (last?.passage === passage && last.start === start && last.end === end) return last;
    const folded = this.#unmasked(passage, start, end);
    const match = this.#funding.exec(passage.folded.slice(start, end));
    const funding = match && passage.text.slice(start + match.index, start + match.index + match[0].length).trim();
    this.#lastClause = { passage, start, end, deadline: this.#deadlines.inClause(passage.text.slice(start, end), folded), funding };
    return this.#lastClause;
  }

  /** By when the result of a task is handed in: "…; báo cáo Thủ tướng Chính phủ trong quý III năm 2012", but no report of every year. */
  #submission(passage: Passage, clause: Span | undefined): Deadline | null {
    const deadline = clause ? this.#clause(passage, clause).deadline : null;
    return deadline?.kind === 'by' || deadline?.kind === 'in' ? deadline : null;
  }

  /** The folded words of a clause with blanks where a cited title stands. */
  #unmasked(passage: Passage, start: number, end: number): string {
    if (!this.#masked.touches(passage.offset(start), passage.offset(end))) return passage.folded.slice(start, end);
    let out = '';
    let from = start;
    for (let at = start; at < end; at++) {
      if (at > start && passage.folded.charAt(at - 1) !== ' ') continue;
      const length = Math.min(end - at, this.#masked.endAt(passage.offset(at)) - passage.offset(at));
      if (length <= 0) continue;
      out += `${passage.folded.slice(from, at)}${'_'.repeat(length)}`;
      from = at + length;
      at = from;
    }
    return out + passage.folded.slice(from, end);
  }

  /** The body with the words of its role where they touch; else further evidence for the words and for a shared head. */
  #evidence({ actor, trigger, task }: Act, passage: Passage): Evidence[] {
    const { mention } = actor;
    const { own, head } = placesOf(actor);
    const [first, ...rest] = own;
    if (!first) return [];
    const further = [...rest, ...head];
    if (trigger) {
      const touching = actor.passage === passage && rest.length === 0 && (gap(trigger[1], mention.start) || gap(mention.end, trigger[0]));
      const spans = passage.spans(Math.min(mention.start, trigger[0]), Math.max(mention.end, trigger[1]));
      if (touching && spans.length === 1 && spans[0]) first.splice(0, 2, ...spans[0]);
      else further.push(...passage.spans(trigger[0], trigger[1]));
    }
    // Of a subject in a heading the words of the task are evidence too.
    if (actor.passage !== passage) further.push(...passage.spans(task[0], Math.min(task[1], task[0] + LONGEST_TASK)));
    return [first, ...further].map(([start, end]) => this.#view.evidence(start, end));
  }
}

function gap(from: number, to: number): boolean {
  return to >= from && to - from <= CONTIGUOUS;
}

/** Words on one line without marks at their ends, at most about 300 characters, never cut inside a word. */
export function shorten(words: string): string {
  // Most texts have single blanks: no more of them is looked at than is kept.
  const head = words.slice(0, LONGEST_TASK + 2);
  const line = UNEVEN.test(head) ? words.slice(0, LONGEST_BLANKS).replace(/\s+/g, ' ').trim() : head;
  const cut = line.length <= LONGEST_TASK ? line : line.slice(0, line.lastIndexOf(' ', LONGEST_TASK));
  let end = cut.length;
  while (end > 0 && ' .,;:/'.includes(cut.charAt(end - 1))) end--;
  return cut.slice(0, end);
}

/** Words with the blanks between them that may make a task of 300 characters. */
const LONGEST_BLANKS = 4 * LONGEST_TASK;
const UNEVEN = /^ |[^\S ]| {2}/;
