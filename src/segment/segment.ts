import { type Anatomy, anatomyGrammar } from '../grammar/anatomy.ts';
import { type IdentityWords, identityWords } from '../grammar/identity-words.ts';
import { type Label, type LabelGrammar, labelGrammar } from '../grammar/labels.ts';
import { type TypeGrammar, typeGrammar } from '../grammar/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { NormalizedText } from '../model/text.ts';
import type { Branch, Leaf, LeafType, Position, Root, TreeNode } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { Locator } from '../text/locator.ts';
import { LineView } from './line-view.ts';
import { Outline } from './outline.ts';
import { buildTable } from './table.ts';
import { findLetterhead, findTitle, isDivision, isEnacting, isTypeLine, startsEnd, startsLetterhead } from './zones.ts';

export type SegmentKnowledge = Pick<Knowledge, 'anatomy' | 'headings' | 'documentTypes'>;

const FOOTNOTE = /^(?<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\])\s?(?=\S)/u;
const LOOK_AHEAD = 400;
const END_ZONE_LINE = 160;
const LONGEST_TITLE = 260;
const LONGEST_RUN_IN_TITLE = 160;

/**
 * Turns a document's text into a tree: letterhead, title, preamble, labelled divisions, tables, footnotes, recipients and
 * signatures, annexes (domain reference 3 and 4). Never throws, whatever the text.
 *
 * Afterwards every line of the text lies in exactly one leaf.
 */
export function segment(content: NormalizedText, knowledge: SegmentKnowledge): Root {
  return new Segmenter(content, knowledge).run();
}

class Segmenter {
  readonly #content: NormalizedText;
  readonly #knowledge: SegmentKnowledge;
  readonly #anatomy: Anatomy;
  readonly #types: TypeGrammar;
  readonly #views: readonly LineView[];
  readonly #locator: Locator;
  readonly #children: TreeNode[] = [];
  readonly #ids = new Set<string>();
  readonly #labels: LabelGrammar;
  readonly #identity: IdentityWords;
  readonly #urgency: ReadonlySet<string>;
  #outline: Outline;
  #at = 0;

  constructor(content: NormalizedText, knowledge: SegmentKnowledge) {
    this.#content = content;
    this.#knowledge = knowledge;
    this.#anatomy = anatomyGrammar(knowledge);
    this.#types = typeGrammar(knowledge);
    this.#labels = labelGrammar(knowledge);
    this.#identity = identityWords(knowledge);
    this.#views = content.lines.map((line) => new LineView(content, line, this.#labels));
    this.#locator = new Locator(content);
    this.#outline = new Outline(this.#children, this.#ids);
    this.#urgency = new Set([...knowledge.anatomy.urgency, ...knowledge.anatomy.confidentiality].map(fold));
  }

  run(): Root {
    const letterhead = findLetterhead(this.#views, this.#anatomy, this.#types, this.#urgency);
    // Stamps of a signature or a gazette's running head may stand above the letterhead; text above it means it is displaced.
    const late = letterhead !== null && letterhead.from > 0 && this.#isFurniture(letterhead.from);
    const displaced = letterhead !== null && letterhead.from > 0 && !late ? letterhead : null;
    if (late) while (this.#at < letterhead.from) this.#children.push(this.#take('paragraph'));
    if (letterhead && !displaced) this.#letterhead(letterhead.to);
    this.#front(displaced?.from ?? this.#views.length);
    while (this.#at < this.#views.length) {
      if (displaced && this.#at === displaced.from) this.#letterhead(displaced.to);
      else if (startsEnd(this.#views, this.#at, this.#anatomy)) this.#end();
      else if (!this.#annex()) this.#body(displaced?.from ?? -1);
    }
    return { type: 'root', position: this.#span(0, this.#content.text.length), children: this.#children };
  }

  /** True where nothing above a line is a document's: no type, basis, heading or sentence. */
  #isFurniture(to: number): boolean {
    return (
      to <= 24 &&
      this.#views
        .slice(0, to)
        .every((view) => !isTypeLine(view.words, this.#anatomy, this.#types) && !this.#anatomy.isBasis(view.folded) && !isDivision(view) && view.words.length < 160)
    );
  }

  get #view(): LineView {
    return this.#views[this.#at] as LineView;
  }

  #span(start: number, end: number): Position {
    return this.#locator.position(start, end);
  }

  #leaf(type: LeafType, view: LineView): Leaf {
    return { type, position: this.#span(view.line.start, view.line.end) };
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
    const outline = new Outline([], new Set());
    for (let i = this.#at; i < this.#views.length; i++) {
      const view = this.#views[i] as LineView;
      if (view.line.row || startsEnd(this.#views, i, this.#anatomy)) return i;
      if (this.#isAnnexLine(i)) return i;
      if (
        isDivision(view) &&
        outline.place(
          view.labels.filter((label) => label.kind !== 'annex'),
          (label) => this.#followed(label, i),
        ) &&
        !view.line.quoted
      )
        return i;
    }
    return this.#views.length;
  }

  #addressees(): void {
    if (this.#at >= this.#views.length || this.#anatomy.addressee(this.#view.folded) < 0) return;
    const leaves = [this.#take('addressee')];
    while (this.#at < this.#views.length) {
      const { words, labels, folded } = this.#view;
      const item = labels.some((label) => label.kind === 'dash' || label.kind === 'plus') && !this.#anatomy.isBasis(folded);
      const previous = this.#views[this.#at - 1] as LineView;
      const open =
        /[:;,]$/.test(previous.words) &&
        words.length < 160 &&
        labels.length === 0 &&
        !this.#anatomy.isBasis(folded) &&
        /[;.,]$/.test(words) &&
        this.#view.line.gap <= 1 &&
        !/[:;]$/.test(previous.words.replace(/:$/, ''));
      if (!item && !(open && /:$/.test(previous.words) && words.length < 100)) break;
      leaves.push(this.#take('addressee'));
    }
    this.#children.push(this.#branch('addressees', leaves));
  }

  /** A label further down that continues the series proves that this one is a list's item. */
  #followed(label: Label, index: number): boolean {
    for (let i = index + 1; i < Math.min(this.#views.length, index + LOOK_AHEAD); i++) {
      for (const other of (this.#views[i] as LineView).labels) {
        if (other.series !== label.series || other.values.length !== label.values.length) continue;
        const step = (other.values.at(-1) as number) - (label.values.at(-1) as number);
        if (step > 0 && step <= 1 && other.values.slice(0, -1).every((value, level) => value === label.values[level])) return true;
      }
    }
    return false;
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
            (label) => this.#followed(label, this.#at),
          )
        : null;
    if (!placement) {
      this.#outline.appendToSection(this.#take('paragraph'));
      return;
    }
    const rest = view.words.slice(placement.label.length);
    const heading = this.#leaf(placement.label.kind === 'dash' || placement.label.kind === 'plus' ? 'paragraph' : 'heading', view);
    this.#at++;
    const leaves: Leaf[] = [heading];
    let title = placement.label.kind === 'dash' || placement.label.kind === 'plus' ? null : this.#headingTitle(view, rest);
    if (placement.label.alone && rest === '') {
      const lines: string[] = [];
      while (this.#at < this.#views.length && this.#at !== stop && lines.length < 4 && this.#isTitleLine(this.#view)) {
        lines.push(this.#view.words);
        leaves.push(this.#take('heading'));
      }
      title = lines.join(' ') || null;
    }
    const end = leaves.at(-1)?.position.end ?? heading.position.end;
    const division = this.#outline.enter(placement, title, { start: heading.position.start, end });
    division.children.push(...leaves);
  }

  /** The line below a bare "Chương II": capitals or bold, and no label of its own. */
  #isTitleLine(view: LineView): boolean {
    return (
      !view.line.row &&
      view.labels.every((label) => label.kind === 'upper') &&
      view.words.length < 300 &&
      (view.line.strong || this.#anatomy.isCapitals(view.words)) &&
      !startsEnd(this.#views, this.#at, this.#anatomy)
    );
  }

  /** The words of a heading, or the run-in title of an item ("a) Nhóm nhiệm vụ …: …"); null where the line is plain text. */
  #headingTitle(view: LineView, rest: string): string | null {
    if (rest === '') return null;
    const words = rest.replace(/\s*:\s*$/, '');
    const next = this.#views[this.#at];
    const followedByItem = next !== undefined && (next.labels.length > 0 || next.line.row);
    if (words.length <= LONGEST_TITLE && (view.line.strong || this.#anatomy.isCapitals(words) || !/[.;…]$/.test(words) || (followedByItem && !/[.;…]\s/.test(words)))) return words;
    const colon = rest.indexOf(': ');
    return colon > 0 && colon <= LONGEST_RUN_IN_TITLE && !/[.;]\s/.test(rest.slice(0, colon)) ? rest.slice(0, colon) : null;
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
      let eId = base;
      for (let i = 2; this.#ids.has(eId); i++) eId = `${base}_${i}`;
      this.#ids.add(eId);
      return eId;
    };
    this.#outline.appendToSection(buildTable(rows, this.#locator, this.#labels, nextId));
  }

  /** Recipients and signatures, in whichever order the columns were read. */
  #end(): void {
    const recipients: Leaf[] = [];
    const signatures: Leaf[] = [];
    let inRecipients = false;
    const from = this.#at;
    while (this.#at < this.#views.length) {
      const view = this.#view;
      const { words, folded, labels, line } = view;
      if (
        line.row ||
        words.length > END_ZONE_LINE ||
        (this.#at > from && startsLetterhead(this.#views, this.#at, this.#anatomy)) ||
        (this.#at > from && this.#isAnnexLine(this.#at, true))
      )
        break;
      const item = labels.some((label) => label.kind === 'dash' || label.kind === 'plus');
      if (this.#anatomy.recipients(folded) >= 0) {
        if (recipients.length > 0 && !inRecipients) break;
        inRecipients = true;
        recipients.push(this.#take('recipient'));
      } else if (
        this.#anatomy.isAuthority(words) ||
        this.#anatomy.isCapacity(words) ||
        (this.#anatomy.isCapitals(words) &&
          words.length < 100 &&
          labels.every((label) => label.kind === 'upper') &&
          !isTypeLine(words, this.#anatomy, this.#types) &&
          signatures.length > 0 &&
          this.#at < from + 40 &&
          !this.#anatomy.isNationalHeading(folded))
      ) {
        signatures.push(this.#take('signature'));
      } else if (item && inRecipients) recipients.push(this.#take('recipient'));
      else if (this.#anatomy.isPersonName(words) || this.#anatomy.isSigned(folded)) signatures.push(this.#take('signature'));
      else if (inRecipients && !isDivision(view) && (/[;,.]$/.test(words) || this.#anatomy.isArchiveItem(folded)) && words.length < 120) recipients.push(this.#take('recipient'));
      else break;
    }
    if (this.#at === from) {
      signatures.push(this.#take('signature'));
    }
    if (recipients.length > 0) this.#children.push(this.#branch('recipients', recipients));
    if (signatures.length > 0) this.#children.push(this.#branch('signatures', signatures));
    // What comes after a signature starts a structure of its own.
    this.#outline = new Outline(this.#children, this.#ids);
  }

  /** "PHỤ LỤC I", or the title of an attached text ("QUY CHẾ … (Ban hành kèm theo Quyết định số …)") after the signature. */
  #isAnnexLine(index: number, ended = false): boolean {
    const view = this.#views[index] as LineView;
    if (view.line.row || view.line.quoted || view.words.length > 200) return false;
    const label = view.labels.find((found) => found.kind === 'annex');
    if (label) {
      const rest = view.words.slice(label.length);
      const capitals = this.#anatomy.isCapitals(view.words.slice(0, label.length));
      return rest === '' || capitals || view.line.strong || (/^\p{Lu}/u.test(rest) && !/[.;,]$/.test(rest));
    }
    return this.#isAttachment(index, ended);
  }

  #isAttachment(index: number, inEnd: boolean): boolean {
    const view = this.#views[index] as LineView;
    const ended = inEnd || this.#children.some((child) => child.type === 'signatures' || child.type === 'recipients');
    if (!ended || !this.#anatomy.isCapitals(view.words) || view.words.length > 160) return false;
    const titles = this.#knowledge.anatomy.attachment_titles;
    if (!titles.some((title) => view.folded.startsWith(title))) return false;
    for (let i = index + 1; i < Math.min(this.#views.length, index + 8); i++) {
      const next = this.#views[i] as LineView;
      if (this.#anatomy.isAnnexCaption(next.folded)) return true;
      if (isDivision(next) || next.line.row) return false;
    }
    return false;
  }

  #annex(): boolean {
    if (!this.#isAnnexLine(this.#at)) return false;
    const view = this.#view;
    const found = view.labels.find((label) => label.kind === 'annex');
    const type = this.#types.startsWith(view.folded);
    const label: Label = found ?? {
      kind: 'annex',
      series: 'annex',
      marker: type ? view.words.charAt(0) + view.words.slice(1, type.length).toLowerCase() : view.words.slice(0, 40),
      values: [0],
      vietnamese: 0,
      length: type?.length ?? 0,
      alone: true,
    };
    const rest = view.words.slice(label.length);
    const heading = this.#leaf('heading', view);
    this.#at++;
    const leaves: Leaf[] = [heading];
    const lines: string[] = rest === '' ? [] : [rest];
    while (this.#at < this.#views.length && lines.length < 8) {
      const next = this.#view;
      if (next.line.row || next.labels.some((one) => one.kind === 'annex')) break;
      if (this.#anatomy.isAnnexCaption(next.folded) || (next.words.startsWith('(') && next.words.length < 300 && leaves.length < 6)) {
        leaves.push(this.#take('caption'));
        continue;
      }
      if (leaves.at(-1)?.type === 'caption' || startsEnd(this.#views, this.#at, this.#anatomy)) break;
      const capitals = this.#anatomy.isCapitals(next.words);
      const soft = lines.length === 0 || next.line.strong;
      if (next.labels.some((one) => one.kind !== 'upper') || next.words.length > 300 || !(capitals || (soft && !/[.;:]$/.test(next.words)))) break;
      lines.push(next.words);
      leaves.push(this.#take('heading'));
    }
    this.#outline = new Outline(this.#children, this.#ids);
    const division = this.#outline.enter({ label, keep: 0, sequence: null }, lines.join(' ') || null, {
      start: heading.position.start,
      end: leaves.at(-1)?.position.end ?? heading.position.end,
    });
    division.children.push(...leaves);
    return true;
  }
}
