import { compiledOnce } from '../../grammar/compiled.ts';
import { labelGrammar } from '../../grammar/labels.ts';
import { skipBlanks } from '../../grammar/mentions.ts';
import { type RoleGrammar, roleGrammar } from '../../grammar/roles.ts';
import type { Role } from '../../model/assignments.ts';
import type { Branch, Division, Leaf, TreeNode } from '../../model/tree.ts';
import { fold } from '../../text/fold.ts';
import type { DocumentView } from '../document-view.ts';
import { Passage } from '../passage.ts';
import { actorsOf } from './act.ts';
import type { AssignmentKnowledge } from './assignments.ts';
import { type Attribute, AttributeReader } from './attributes.ts';
import { settingOf } from './clause-cursor.ts';
import { type AssignmentCollector, shorten, type Unit } from './collect.ts';
import { HeadedBodies } from './headed-bodies.ts';
import { type Inherited, NOBODY } from './inherited.ts';
import { lastBehindComma } from './opening-phrase.ts';
import { QuotedProvisions } from './quoted-provisions.ts';
import { roleHeading } from './role-headings.ts';
import { readSentences } from './sentence.ts';
import { labelOf } from './task-label.ts';
import type { Tokenizer } from './tokens.ts';

const UNLABELLED = new Set(['dash', 'plus']);
/** Items that a paragraph above them may be the beginning of. */
const SPOKEN_TO = new Set(['dash', 'plus', 'letter', 'paren-number']);

const NO_UNIT: Unit = { label: null, eId: null, title: null, deadline: null, funding: null };

const pastHeadings = compiledOnce((knowledge: AssignmentKnowledge) => new RegExp(knowledge.roles.headings.past.pattern, 'u'));

/** Walks the paragraphs and headings of a document and reads who is to do what in them. */
export class ProseReader {
  readonly #view: DocumentView;
  readonly #collector: AssignmentCollector;
  readonly #tokenizer: Tokenizer;
  readonly #grammar: RoleGrammar;
  readonly #attributes: AttributeReader;
  readonly #headed: HeadedBodies;
  readonly #knowledge: AssignmentKnowledge;
  readonly #past: RegExp;
  readonly #provisions: QuotedProvisions;
  readonly #labelLengths = new Map<string, number>();

  constructor(view: DocumentView, collector: AssignmentCollector, tokenizer: Tokenizer, knowledge: AssignmentKnowledge) {
    this.#view = view;
    this.#collector = collector;
    this.#tokenizer = tokenizer;
    this.#knowledge = knowledge;
    this.#grammar = roleGrammar(knowledge);
    this.#attributes = new AttributeReader(knowledge);
    this.#headed = new HeadedBodies(this.#grammar, tokenizer, knowledge);
    this.#past = pastHeadings(knowledge);
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
        const leaves = this.#leaf(node as Leaf, top ? { ...inherited, giver: running.giver } : inherited, { ...own, title });
        running = top ? leadIn(leaves, running.giver) : leaves;
        // "Thời gian: năm 2024 - 2029" is no task.
        if (!this.#isAttribute(node as Leaf)) title = this.#wordsOf(node) ?? title;
      }
    }
  }

  /** A unit with the time and money that lines beside its tasks give for all of them. */
  #withAttributes(nodes: readonly TreeNode[], unit: Unit): Unit {
    const said: Attribute[] = [];
    for (const node of nodes) {
      const leaf = node.type === 'paragraph' ? node : node.type === 'division' && SPOKEN_TO.has(node.kind) ? node.children[0] : null;
      if (!leaf) continue;
      const text = this.#view.text.slice(leaf.position.start.offset, leaf.position.end.offset);
      if (!text.includes(':')) continue;
      const label = this.#labelLength(text);
      const attributes = this.#attributes.in(Passage.of(this.#view, leaf.position.start.offset, leaf.position.end.offset), label);
      // "c) Thời gian thực hiện: …" is one, "a) Sở Y tế lập đề án. Thời gian: …" speaks of itself.
      if (node.type === 'division' && attributes[0]?.label !== skipBlanks(text, label)) continue;
      said.push(...attributes);
    }
    return this.#attributes.timed(unit, said);
  }

  #labelLength(line: string): number {
    const start = line.slice(0, 40);
    const known = this.#labelLengths.get(start);
    if (known !== undefined) return known;
    const length = labelGrammar(this.#knowledge).read(start)[0]?.length ?? 0;
    this.#labelLengths.set(start, length);
    return length;
  }

  /** Reads a division; gives its words where lines below it at the same level may speak of it. */
  #division(node: Division, inherited: Inherited, above: Unit): string | null {
    if (node.title && !UNLABELLED.has(node.kind) && this.#past.test(fold(node.title.slice(0, 80)))) return null;
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
    const attribute = this.#attributes.in(passage, length)[0]?.label === skipBlanks(passage.text, length);
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

  #isAttribute({ position: { start, end } }: Leaf): boolean {
    const words = { text: this.#view.text.slice(start.offset, end.offset), folded: this.#view.folded.slice(start.offset, end.offset) };
    const from = this.#labelLength(words.text);
    return this.#attributes.in(words, from)[0]?.label === skipBlanks(words.text, from);
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
    for (const [index, each] of tokens.entries()) {
      const token = each.kind === 'agents' && each.preposition ? lastBehindComma(each, passage.text) : each;
      if (token?.kind !== 'agents' || token.preposition) continue;
      const at = skipBlanks(passage.text, token.end);
      const next = tokens[index + 1];
      const orders = next?.kind === 'trigger' && next.start === at && (next.trigger === 'order' || next.trigger === 'request');
      if (orders || (this.#grammar.gives(passage.folded, at) && this.#grammar.announces(passage.folded.trimEnd()))) {
        const read = token === each ? tokens : tokens.with(index, token);
        const { acts, leaves } = readSentences(settingOf(passage, read, this.#grammar), token.start, NOBODY);
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
  #passage(whole: Passage, from: number, inherited: Inherited, above: Unit, titled: boolean): Inherited {
    if (this.#provisions.holds(whole, from)) return inherited;
    let unit = above;
    const attributes = this.#attributes.in(whole, from);
    const [first] = attributes;
    let passage = whole;
    if (first && !(titled && attributes.every(({ value }) => value === ''))) {
      const task = shorten(passage.text.slice(from, first.label));
      if (task !== '') unit = this.#attributes.timed({ ...unit, title: task }, attributes);
      this.#roleAttributes(passage, attributes, unit);
      // "Sở Y tế chủ trì lập đề án. Thời gian: Quý II/2024": the sentence before it says who.
      if (task === '' || attributes.some(({ role }) => role !== null)) return inherited;
      passage = whole.sub(0, first.label);
    }
    if (inherited.subject.length === 0 && !this.#grammar.mayAssign(passage, skipBlanks(passage.text, from))) return inherited;
    const subject = this.#headed.of(passage, from);
    if (subject) return { ...inherited, subject, told: false, listed: false };
    const tokens = this.#tokenizer.tokens(passage);
    const bodies = tokens.some(({ kind }) => kind === 'agents');
    if (!bodies && (inherited.subject.length === 0 || titled)) return titled ? inherited : { ...inherited };
    const { acts, leaves } = readSentences(settingOf(passage, tokens, this.#grammar), from, inherited);
    for (const act of acts) this.#collector.add(act, passage, unit, 'prose');
    return leaves;
  }

  #roleAttributes(passage: Passage, attributes: readonly Attribute[], unit: Unit): void {
    for (const { role, start, end } of attributes) {
      const list = role ? this.#grammar.lists.at(passage, start) : null;
      if (!role || !list || unit.title === null) continue;
      const cell = { text: unit.title, at: passage.offset(start), deadline: unit.deadline, funding: unit.funding };
      for (const actor of actorsOf(list.mentions, passage))
        this.#collector.add({ actor, role, trigger: null, task: [start, end], clause: [start, end] }, passage, unit, 'prose', cell);
    }
  }
}

/** What a paragraph at the head of a document leaves to what follows: who gives the orders, and whom they are for where it only announces them. */
function leadIn(leaves: Inherited, giver: Inherited['giver'] = []): Inherited {
  return leaves.listed ? leaves : { ...NOBODY, giver: leaves.giver.length > 0 ? leaves.giver : giver };
}
