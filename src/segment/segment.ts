import { type Anatomy, anatomyGrammar } from '../grammar/anatomy.ts';
import { type IdentityWords, identityWords } from '../grammar/identity-words.ts';
import { type LabelGrammar, labelGrammar } from '../grammar/labels.ts';
import { type TypeGrammar, typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { NormalizedText } from '../model/text.ts';
import type { Branch, Leaf, LeafType, Position, Root, TreeNode } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { Locator } from '../text/locator.ts';
import { addresseesEnd } from './addressee-lines.ts';
import { Addresses } from './addresses.ts';
import { AnnexLines } from './annex-lines.ts';
import { readEnd } from './end-lines.ts';
import { headingTitle, isFollowed, isTitleLine } from './heading-lines.ts';
import { LineView } from './line-view.ts';
import { coverChildren, Outline } from './outline.ts';
import { buildTable } from './table.ts';
import { findLetterhead, findTitle, isDivision, isEnacting, isFurniture, startsEnd } from './zones.ts';

export type SegmentKnowledge = Pick<Knowledge, 'anatomy' | 'headings' | 'documentTypes'>;

const FOOTNOTE = /^(?<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\])\s?(?=\S)/u;

/**
 * Turns a document's text into a tree: letterhead, title, preamble, labelled divisions, tables, footnotes, recipients and
 * signatures, annexes (domain reference 3 and 4). Never throws, whatever the text.
 *
 * Afterwards every line of the text lies in exactly one leaf, and a node's position covers its children.
 */
export function segment(content: NormalizedText, knowledge: SegmentKnowledge): Root {
  return new Segmenter(content, knowledge).run();
}

class Segmenter {
  readonly #content: NormalizedText;
  readonly #anatomy: Anatomy;
  readonly #types: TypeGrammar;
  readonly #views: readonly LineView[];
  readonly #locator: Locator;
  readonly #children: TreeNode[] = [];
  readonly #ids = new Addresses();
  readonly #labels: LabelGrammar;
  readonly #identity: IdentityWords;
  readonly #urgency: ReadonlySet<string>;
  readonly #annexes: AnnexLines;
  /** True once a signature or recipients were passed. */
  #ended = false;
  #outline: Outline;
  #at = 0;

  constructor(content: NormalizedText, knowledge: SegmentKnowledge) {
    this.#content = content;
    this.#anatomy = anatomyGrammar(knowledge);
    this.#types = typeGrammar(knowledge);
    this.#labels = labelGrammar(knowledge);
    this.#identity = identityWords(knowledge);
    this.#views = content.lines.map((line) => new LineView(content, line, this.#labels));
    this.#locator = new Locator(content);
    this.#outline = new Outline(this.#children, this.#ids);
    this.#urgency = new Set([...knowledge.anatomy.urgency, ...knowledge.anatomy.confidentiality].map(fold));
    this.#annexes = new AnnexLines(this.#views, this.#anatomy, this.#types, knowledge.anatomy.attachment_titles);
  }

  run(): Root {
    const letterhead = findLetterhead(this.#views, this.#anatomy, this.#types, this.#urgency);
    // Stamps of a signature or a gazette's running head may stand above the letterhead; text above it means it is displaced.
    const late = letterhead !== null && letterhead.from > 0 && isFurniture(this.#views, letterhead.from, this.#anatomy, this.#types);
    const displaced = letterhead !== null && letterhead.from > 0 && !late ? letterhead : null;
    if (late) while (this.#at < letterhead.from) this.#children.push(this.#take('paragraph'));
    if (letterhead && !displaced) this.#letterhead(letterhead.to);
    this.#front(displaced?.from ?? this.#views.length);
    while (this.#at < this.#views.length) {
      if (displaced && this.#at === displaced.from) this.#letterhead(displaced.to);
      else if (startsEnd(this.#views, this.#at, this.#anatomy)) this.#end();
      else if (!this.#annex()) this.#body(displaced?.from ?? -1);
    }
    coverChildren(this.#children);
    return { type: 'root', position: this.#span(0, this.#content.text.length), children: this.#children };
  }

  get #view(): LineView {
    return this.#views[this.#at] as LineView;
  }

  #span(start: number, end: number): Position {
    return this.#locator.position(start, end);
  }

  #leaf(type: LeafType, view: LineView): Leaf {
    const { start, end, depth } = view.line;
    return { type, position: this.#span(start, end), ...(depth === undefined || type !== 'heading' ? {} : { depth }) };
  }

  #branch(type: Branch['type'], children: Leaf[]): Branch {
    const start = children[0]?.position.start ?? this.#span(0, 0).start;
    return { type, position: { start, end: children.at(-1)?.position.end ?? start }, children };
  }

  #take(type: LeafType): Leaf {
    const leaf = this.#leaf(type, this.#view);
    this.#at++;
    return leaf;
  }

  #letterhead(to: number): void {
    const leaves: Leaf[] = [];
    while (this.#at < to) leaves.push(this.#take('letterhead'));
    this.#children.push(this.#branch('header', leaves));
  }

  /** Title, legal bases and addressees: what stands between the letterhead and the first division. */
  #front(stop: number): void {
    const title = findTitle(this.#views, this.#at, this.#anatomy, this.#types, this.#identity);
    if (title) {
      const before: Leaf[] = [];
      while (this.#at < title.from) before.push(this.#take('caption'));
      const leaves: Leaf[] = [];
      while (this.#at < title.to) leaves.push(this.#take('title'));
      while (
        this.#at < this.#views.length &&
        ((isEnacting(this.#view.words, this.#anatomy) && this.#anatomy.addressee(this.#view.folded) < 0) ||
          /^[*\-_.\s]+$/.test(this.#view.words) ||
          this.#anatomy.isAnnexCaption(this.#view.folded))
      )
        leaves.push(this.#take('caption'));
      this.#children.push(this.#branch('front', [...before, ...leaves]));
    }
    this.#addressees();
    const leaves: Leaf[] = [];
    const firstDivision = Math.min(stop, this.#firstDivision());
    while (this.#at < firstDivision) {
      const view = this.#view;
      if (view.line.row || startsEnd(this.#views, this.#at, this.#anatomy)) break;
      const basis = this.#anatomy.isBasis(view.folded);
      if (view.labels.some((label) => label.kind === 'dash') && !basis && firstDivision === this.#views.length) break;
      leaves.push(this.#take(basis ? 'basis' : 'paragraph'));
      if (view.words.endsWith(':') && firstDivision === this.#views.length) break;
    }
    if (leaves.length > 0) this.#children.push(this.#branch('preamble', leaves));
    this.#addressees();
  }

  #firstDivision(): number {
    const outline = new Outline([], new Addresses());
    for (let i = this.#at; i < this.#views.length; i++) {
      const view = this.#views[i] as LineView;
      if (view.line.row || startsEnd(this.#views, i, this.#anatomy)) return i;
      if (this.#annexes.startsAt(i, this.#ended)) return i;
      if (
        isDivision(view) &&
        outline.place(
          view.labels.filter((label) => label.kind !== 'annex'),
          (label) => isFollowed(this.#views, i, label),
        ) &&
        !view.line.quoted
      )
        return i;
    }
    return this.#views.length;
  }

  #addressees(): void {
    const leaves: Leaf[] = [];
    for (const to = addresseesEnd(this.#views, this.#at, this.#anatomy); this.#at < to; ) leaves.push(this.#take('addressee'));
    if (leaves.length > 0) this.#children.push(this.#branch('addressees', leaves));
  }

  /** One or more lines of the body. */
  #body(stop: number): void {
    const view = this.#view;
    if (view.line.row) {
      this.#table(stop);
      return;
    }
    const note = FOOTNOTE.exec(view.words);
    if (note) {
      this.#outline.appendToSection({ ...this.#take('footnote'), marker: note.groups?.mark ?? null });
      return;
    }
    const placement =
      view.labels.length > 0 && !view.line.quoted
        ? this.#outline.place(
            view.labels.filter((label) => label.kind !== 'annex'),
            (label) => isFollowed(this.#views, this.#at, label),
          )
        : null;
    if (!placement) {
      this.#outline.appendToSection(this.#take('paragraph'));
      return;
    }
    const rest = view.words.slice(placement.label.length);
    const item = placement.label.kind === 'dash' || placement.label.kind === 'plus';
    const leaves = [this.#take(item ? 'paragraph' : 'heading')];
    let title = item ? null : headingTitle(view, rest, this.#views[this.#at], this.#anatomy);
    if (placement.label.alone && rest === '') {
      const lines: string[] = [];
      while (this.#at < this.#views.length && this.#at !== stop && lines.length < 4 && isTitleLine(this.#views, this.#at, this.#anatomy)) {
        lines.push(this.#view.words);
        leaves.push(this.#take('heading'));
      }
      title = lines.join(' ') || null;
    }
    this.#outline.enter(placement, title, leaves);
  }

  #table(stop: number): void {
    const rows: LineView[] = [];
    while (this.#at < this.#views.length && this.#view.line.row && this.#at !== stop) {
      rows.push(this.#view);
      this.#at++;
    }
    const parent = this.#outline.section?.eId;
    const nextId = (marker: string | null, task: boolean) => {
      const number = (task ? /[^\s]+$/.exec(marker ?? '')?.[0] : marker)?.replace(/[^\p{L}\d.]+/gu, '-') ?? 'x';
      const base = `${parent ? `${parent}.` : ''}${task ? 'task' : 'row'}-${number}`;
      return this.#ids.unique(base);
    };
    this.#outline.appendToSection(buildTable(rows, this.#locator, this.#labels, nextId));
  }

  #end(): void {
    const ended = (index: number) => this.#annexes.startsAt(index, true);
    const { signatures, recipients, to } = readEnd(this.#views, this.#at, this.#anatomy, this.#types, ended);
    this.#at = to;
    for (const [type, leaf, lines] of [
      ['recipients', 'recipient', recipients],
      ['signatures', 'signature', signatures],
    ] as const)
      if (lines.length > 0)
        this.#children.push(
          this.#branch(
            type,
            lines.map((index) => this.#leaf(leaf, this.#views[index] as LineView)),
          ),
        );
    this.#ended = true;
    // What comes after a signature starts a structure of its own.
    this.#outline = new Outline(this.#children, this.#ids);
  }

  #annex(): boolean {
    if (!this.#annexes.startsAt(this.#at, this.#ended)) return false;
    const { label, title, lines } = this.#annexes.read(this.#at);
    const leaves = lines.map((type) => this.#take(type));
    this.#outline = new Outline(this.#children, this.#ids);
    this.#outline.enter({ label, keep: 0, sequence: null }, title, leaves);
    return true;
  }
}
