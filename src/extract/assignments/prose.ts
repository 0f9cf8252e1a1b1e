import type { MentionList } from '../../grammar/agency-lists.ts';
import { compiledOnce } from '../../grammar/compiled.ts';
import { type DeadlineGrammar, deadlineGrammar } from '../../grammar/deadlines.ts';
import { labelGrammar } from '../../grammar/labels.ts';
import { isCapital, skipBlanks, written } from '../../grammar/mentions.ts';
import { type Phrases, phraseList, phrases } from '../../grammar/phrases.ts';
import { type RoleGrammar, roleGrammar } from '../../grammar/roles.ts';
import type { Role } from '../../model/assignments.ts';
import type { Branch, Division, Leaf, TreeNode } from '../../model/tree.ts';
import { fold } from '../../text/fold.ts';
import type { DocumentView } from '../document-view.ts';
import { Passage } from '../passage.ts';
import { actorsOf } from './act.ts';
import type { AssignmentKnowledge } from './assignments.ts';
import { type AssignmentCollector, shorten, type Unit } from './collect.ts';
import { QuotedProvisions } from './quoted-provisions.ts';
import { roleHeading } from './role-headings.ts';
import { type Inherited, NOBODY, readSentences } from './sentence.ts';
import type { Tokenizer } from './tokens.ts';

type Attribute = 'deadline' | 'funding' | 'lead' | 'coordinate' | 'execute' | 'other';

const ROLES: Readonly<Partial<Record<Attribute, Role>>> = { lead: 'lead', coordinate: 'coordinate', execute: 'execute' };
/** Kinds of divisions that are no part of a label: their numbering runs through the document or starts a new one. */
const OUTSIDE = new Set(['annex', 'part', 'chapter', 'section', 'subsection']);
const UNLABELLED = new Set(['dash', 'plus']);
/** Items that a paragraph above them may be the beginning of. */
const SPOKEN_TO = new Set(['dash', 'plus', 'letter', 'paren-number']);
const LONGEST_HEADING = 300;
/** What a name has behind its first comma is no longer. */
const LONGEST_NAME_PART = 60;

const NO_UNIT: Unit = { label: null, eId: null, title: null, deadline: null, funding: null };

interface ProseWords {
  attributes: Phrases<Attribute>;
  leads: Phrases<string>;
  tails: Phrases<string>;
  past: RegExp;
}

const proseWords: (knowledge: AssignmentKnowledge) => ProseWords = compiledOnce(({ roles: { headings, attributes } }) => ({
  attributes: phrases(Object.entries(attributes).flatMap(([kind, words]) => words.map((word) => [word, kind as Attribute] as const))),
  leads: phraseList(headings.leads),
  tails: phraseList(headings.tails),
  past: new RegExp(headings.past.pattern, 'u'),
}));

/** Walks the paragraphs and headings of a document and reads who is to do what in them. */
export class ProseReader {
  readonly #view: DocumentView;
  readonly #collector: AssignmentCollector;
  readonly #tokenizer: Tokenizer;
  readonly #grammar: RoleGrammar;
  readonly #deadlines: DeadlineGrammar;
  readonly #knowledge: AssignmentKnowledge;
  readonly #words: ProseWords;
  readonly #provisions: QuotedProvisions;
  readonly #labelLengths = new Map<string, number>();

  constructor(view: DocumentView, collector: AssignmentCollector, tokenizer: Tokenizer, knowledge: AssignmentKnowledge) {
    this.#view = view;
    this.#collector = collector;
    this.#tokenizer = tokenizer;
    this.#knowledge = knowledge;
    this.#grammar = roleGrammar(knowledge);
    this.#deadlines = deadlineGrammar(knowledge);
    this.#words = proseWords(knowledge);
    this.#provisions = new QuotedProvisions(knowledge);
  }

  run(): void {
    this.#siblings(this.#view.tree.children, NOBODY, NO_UNIT, true);
  }

  /** Nodes beside each other: a paragraph that ends in a colon leaves its subject to the items below it. */
  #siblings(nodes: readonly TreeNode[], inherited: Inherited, unit: Unit, top: boolean): void {
    const own = this.#withAttributes(nodes, unit);
    let running = inherited;
    let title = own.title;
    for (const node of nodes) {
      if (node.type === 'division') {
        const spoken = SPOKEN_TO.has(node.kind) || (running.listed && node.kind === 'arabic');
        const started = this.#division(node, spoken ? running : { ...inherited, giver: running.giver }, { ...own, title });
        if (started) title = started;
      } else if (node.type === 'preamble') {
        for (const leaf of (node as Branch).children) running = leadIn(this.#leaf(leaf, inherited, own));
      } else if (node.type === 'paragraph') {
        const leaves = this.#leaf(node as Leaf, inherited, { ...own, title });
        running = top ? leadIn(leaves, running.giver) : leaves;
        title = this.#wordsOf(node) ?? title;
      }
    }
  }

  /** A unit with the time and money that lines beside its tasks give for all of them. */
  #withAttributes(nodes: readonly TreeNode[], unit: Unit): Unit {
    let { deadline, funding } = unit;
    for (const node of nodes) {
      const leaf = node.type === 'paragraph' ? node : node.type === 'division' && SPOKEN_TO.has(node.kind) ? node.children[0] : null;
      if (!leaf) continue;
      const text = this.#view.text.slice(leaf.position.start.offset, leaf.position.end.offset);
      if (!text.includes(':')) continue;
      const label = this.#labelLength(text);
      const attributes = this.#attributesIn(Passage.of(this.#view, leaf.position.start.offset, leaf.position.end.offset), label);
      // "c) Thời gian thực hiện: …" is one, "a) Sở Y tế lập đề án. Thời gian: …" speaks of itself.
      if (node.type === 'division' && !UNLABELLED.has(node.kind) && attributes[0]?.label !== skipBlanks(text, label)) continue;
      for (const { kind, value } of attributes) {
        if (kind === 'deadline') deadline = this.#deadlines.ofCell(value);
        if (kind === 'funding') funding = shorten(value);
      }
    }
    return deadline === unit.deadline && funding === unit.funding ? unit : { ...unit, deadline, funding };
  }

  #labelLength(line: string): number {
    const start = line.slice(0, 40);
    const known = this.#labelLengths.get(start);
    if (known !== undefined) return known;
    const length = labelGrammar(this.#knowledge).read(start)[0]?.length ?? 0;
    this.#labelLengths.set(start, length);
    return length;
  }

  /** "Cơ quan chủ trì: Sở Y tế; thời gian: Quý II/2024": what stands behind such words, clause by clause. */
  #attributesIn(passage: Passage, from: number): { kind: Attribute; value: string; start: number; end: number; label: number }[] {
    const found: { kind: Attribute; value: string; start: number; end: number; label: number }[] = [];
    if (!passage.text.includes(':', from)) return found;
    let at = skipBlanks(passage.text, from);
    while (at >= 0 && at < passage.text.length) {
      const phrase = this.#words.attributes.at(passage.folded, at);
      const colon = phrase ? skipBlanks(passage.text, phrase.end) : -1;
      if (phrase && passage.text.charAt(colon) === ':') {
        found.push({ kind: phrase.value, value: '', start: skipBlanks(passage.text, colon + 1), end: passage.text.length, label: at });
      }
      at = nextClause(passage.text, at);
    }
    return found.map((each, index) => {
      const end = found[index + 1]?.label ?? passage.text.length;
      return { ...each, end, value: shorten(passage.text.slice(each.start, end)) };
    });
  }

  /** Reads a division; gives its words where lines below it at the same level may speak of it. */
  #division(node: Division, inherited: Inherited, above: Unit): string | null {
    if (node.title && !UNLABELLED.has(node.kind) && this.#words.past.test(fold(node.title.slice(0, 80)))) return null;
    const headings = node.children.filter((child) => child.type === 'heading');
    const first = node.children[0];
    const labelled = !UNLABELLED.has(node.kind);
    const unit: Unit = { ...above, eId: node.eId, label: labelled ? labelOf(node, above.label) : above.label, title: (labelled ? node.title : null) ?? above.title };
    const rest = node.children.filter((child) => child !== first && child.type !== 'heading');
    if (!first || (first.type !== 'heading' && first.type !== 'paragraph')) {
      this.#siblings(node.children, inherited, unit, false);
      return null;
    }
    const from = first.position.start.offset;
    const end = (headings.at(-1) ?? first).position.end.offset;
    const passage = Passage.of(this.#view, from, end);
    const role = roleHeading(passage, this.#labelLength(passage.text), this.#knowledge);
    if (role) {
      if (role === 'several') this.#siblings(rest, inherited, { ...above, eId: node.eId }, false);
      else for (const item of rest) this.#bodies(item, role, above);
      return null;
    }
    const own = this.#withAttributes(rest, unit);
    const length = this.#labelLength(passage.text);
    // "a) Cơ quan chủ trì: Bộ Y tế" below the name of a task
    const attribute = this.#attributesIn(passage, length)[0]?.label === skipBlanks(passage.text, length);
    const of = attribute && SPOKEN_TO.has(node.kind) ? { ...own, title: above.title, label: above.label } : own;
    const leaves = this.#passage(passage, length, inherited, of, node.title !== null && rest.length > 0);
    this.#siblings(rest, leaves, { ...own, title: labelled ? shorten(passage.text.slice(this.#labelLength(passage.text))) || own.title : own.title }, false);
    if (labelled) return null;
    return attribute ? null : shorten(passage.text.slice(length));
  }

  /** The bodies of a list below the heading of their role, one or several on a line. */
  #bodies(node: TreeNode, role: Role, unit: Unit): void {
    const leaves = node.type === 'division' ? node.children : [node];
    for (const leaf of leaves) {
      if (leaf.type !== 'paragraph' || unit.title === null) continue;
      const passage = Passage.of(this.#view, leaf.position.start.offset, leaf.position.end.offset);
      const start = skipBlanks(passage.text, this.#labelLength(passage.text));
      const list = this.#grammar.lists.at(passage, start);
      if (!list) continue;
      const cell = { text: unit.title, at: passage.offset(start), deadline: unit.deadline, funding: unit.funding };
      for (const actor of actorsOf(list.mentions, passage))
        this.#collector.add({ actor, role, trigger: null, task: [list.start, list.end], clause: [list.start, list.end] }, passage, unit, 'prose', cell);
    }
  }

  #wordsOf(node: TreeNode): string | null {
    return shorten(this.#view.text.slice(node.position.start.offset, node.position.end.offset)) || null;
  }

  /**
   * The end of a basis may be the sentence of the document: "Căn cứ …; Chủ tịch Ủy ban nhân dân thành phố có ý kiến như sau:" gives
   * the orders below, "Để chấn chỉnh tình trạng nêu trên, Chủ tịch … yêu cầu Công an tỉnh …" is one.
   */
  #basis(leaf: Leaf, unit: Unit): Inherited {
    const { start, end } = leaf.position;
    const passage = Passage.of(this.#view, start.offset, end.offset);
    const tokens = this.#tokenizer.tokens(passage);
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'agents' || token.preposition) continue;
      const at = skipBlanks(passage.text, token.end);
      const next = tokens[index + 1];
      const orders = next?.kind === 'trigger' && next.start === at && (next.trigger === 'order' || next.trigger === 'request');
      if (orders || (this.#grammar.gives(passage.folded, at) && this.#grammar.announces(passage.folded.trimEnd()))) {
        const { acts, leaves } = readSentences(passage, tokens, token.start, NOBODY, this.#grammar);
        for (const act of acts) this.#collector.add(act, passage, unit, 'prose');
        return leadIn(leaves);
      }
    }
    return NOBODY;
  }

  #leaf(leaf: Leaf, inherited: Inherited, unit: Unit): Inherited {
    if (leaf.type === 'basis') return this.#basis(leaf, unit);
    if (leaf.type !== 'paragraph' && leaf.type !== 'heading') return inherited;
    const passage = Passage.of(this.#view, leaf.position.start.offset, leaf.position.end.offset);
    // A numbered paragraph that is no division has its label all the same.
    const label = unit.label === null ? labelGrammar(this.#knowledge).read(passage.text.slice(0, 40))[0] : undefined;
    return this.#passage(passage, this.#labelLength(passage.text), inherited, label?.marker ? { ...unit, label: label.marker } : unit, false);
  }

  /** Reads one passage; `titled` where it is the title of what stands below. */
  #passage(passage: Passage, from: number, inherited: Inherited, above: Unit, titled: boolean): Inherited {
    if (this.#provisions.holds(passage, from)) return inherited;
    let unit = above;
    const attributes = this.#attributesIn(passage, from);
    const [first] = attributes;
    if (first && !(titled && attributes.every(({ value }) => value === ''))) {
      const task = shorten(passage.text.slice(from, first.label));
      if (task !== '') unit = this.#timed({ ...unit, title: task }, attributes);
      this.#roleAttributes(passage, attributes, unit);
      // "Sở Y tế chủ trì lập đề án. Thời gian: Quý II/2024": the sentence before it says who.
      if (task === '' || attributes.some(({ kind }) => ROLES[kind])) return inherited;
    }
    if (inherited.subject.length === 0 && !this.#grammar.mayAssign(passage, skipBlanks(passage.text, from))) return inherited;
    const subject = this.#headed(passage, from);
    if (subject) return { ...inherited, subject, told: false, listed: false };
    const tokens = this.#tokenizer.tokens(passage);
    const bodies = tokens.some(({ kind }) => kind === 'agents');
    if (!bodies && (inherited.subject.length === 0 || titled)) return titled ? inherited : { ...inherited };
    const { acts, leaves } = readSentences(passage, tokens, from, inherited, this.#grammar);
    for (const act of acts) this.#collector.add(act, passage, unit, 'prose');
    return leaves;
  }

  /** A unit with what the attributes of one passage say of time and money. */
  #timed(unit: Unit, attributes: readonly { kind: Attribute; value: string }[]): Unit {
    const of = (kind: Attribute) => attributes.find((each) => each.kind === kind)?.value ?? '';
    return { ...unit, deadline: this.#deadlines.ofCell(of('deadline')) ?? unit.deadline, funding: of('funding') || unit.funding };
  }

  #roleAttributes(passage: Passage, attributes: readonly { kind: Attribute; start: number; end: number }[], unit: Unit): void {
    for (const { kind, start, end } of attributes) {
      const role = ROLES[kind];
      const list = role ? this.#grammar.lists.at(passage, start) : null;
      if (!role || !list || unit.title === null) continue;
      const cell = { text: unit.title, at: passage.offset(start), deadline: unit.deadline, funding: unit.funding };
      for (const actor of actorsOf(list.mentions, passage))
        this.#collector.add({ actor, role, trigger: null, task: [start, end], clause: [start, end] }, passage, unit, 'prose', cell);
    }
  }

  /** "1. Phòng Chính trị, tư tưởng - Học sinh, sinh viên": the heading has all of a name that looks like a list; the document may name it again. */
  #wholeName(passage: Passage, list: MentionList | null): MentionList | null {
    const [only, ...others] = list?.mentions ?? [];
    const { text, folded } = passage;
    if (!list || !only || others.length > 0 || only.collective || only.found?.place || !(text.charAt(list.end) === ',' || this.#grammar.connects(folded, list.end + 1)))
      return list;
    const end = text.trimEnd().replace(/[.:;,]$/, '').length;
    if (end - list.end > LONGEST_NAME_PART) return list;
    for (let at = skipBlanks(text, list.end + 1); at < end; at = nextWord(text, at))
      if (!isCapital(text.charAt(at)) && (this.#grammar.isVerb(folded, at) || this.#grammar.isRole(folded, at))) return list;
    const name = written(passage, only.start, end);
    this.#tokenizer.remember(name);
    return { start: list.start, end, mentions: [{ ...only, end, name, found: null }] };
  }

  /** "1. Sở Y tế", "Điều 5. Trách nhiệm của Sở Y tế", "Sở Y tế có trách nhiệm:": the body that what stands below is for. */
  #headed(passage: Passage, from: number): ReturnType<typeof actorsOf> | null {
    const { text, folded } = passage;
    if (text.length - from > LONGEST_HEADING) return null;
    let at = skipBlanks(text, from);
    const lead = this.#words.leads.at(folded, at);
    if (lead) at = skipBlanks(text, lead.end);
    if (text.charAt(at) === ':') at = skipBlanks(text, at + 1);
    const list = this.#wholeName(passage, this.#grammar.lists.at(passage, at));
    // "TRÁCH NHIỆM CỦA CÁC CƠ QUAN" is the heading of a chapter.
    if (!list || (list.mentions.every(({ collective, qualifier }) => collective && qualifier === null) && isAllCapitals(text.slice(list.start, list.end)))) return null;
    let end = skipBlanks(text, list.end);
    const tail = this.#words.tails.at(folded, end);
    if (tail) end = skipBlanks(text, tail.end);
    while (end < text.length && '.:;,'.includes(text.charAt(end))) end = skipBlanks(text, end + 1);
    return end >= text.length && !(tail && !/[:.]\s*$/.test(text)) ? actorsOf(list.mentions, passage) : null;
  }
}

/** What a paragraph at the head of a document leaves to what follows: who gives the orders, and whom they are for where it only announces them. */
function leadIn(leaves: Inherited, giver: Inherited['giver'] = []): Inherited {
  return leaves.listed ? leaves : { ...NOBODY, giver: leaves.giver.length > 0 ? leaves.giver : giver };
}

/** The label of a division in its unit: "III" above "2" is "III.2", above "3.1" it is "3.1" behind what "3" stands in. */
function labelOf({ kind, marker }: Division, above: string | null): string | null {
  if (marker === null || OUTSIDE.has(kind)) return OUTSIDE.has(kind) ? null : above;
  if (kind === 'article' || kind === 'task' || above === null) return marker;
  const parts = above.split('.');
  const levels = marker.split('.');
  const shared = levels.length > 1 ? levels.slice(0, -1).join('.') : '';
  const tail = parts.slice(parts.length - (levels.length - 1)).join('.');
  return shared !== '' && tail === shared ? [...parts.slice(0, parts.length - (levels.length - 1)), marker].join('.') : `${above}.${marker}`;
}

/** Where the next clause or sentence begins, -1 behind the last. */
function nextClause(text: string, from: number): number {
  CLAUSE_END.lastIndex = from;
  const mark = CLAUSE_END.exec(text);
  return mark ? mark.index + mark[0].length : -1;
}

/** Where the word behind the one at an offset begins. */
function nextWord(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : skipBlanks(text, blank);
}

const isAllCapitals = (text: string): boolean => text === text.toUpperCase();

const CLAUSE_END = /[;.]\s/g;
