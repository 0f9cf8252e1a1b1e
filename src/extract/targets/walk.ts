import type { Citation, Identity } from '../../model/facts.ts';
import type { Branch, Division, Leaf, TreeNode } from '../../model/tree.ts';
import { type Calendar, partOf, readCalendar } from '../dates.ts';
import type { DocumentView } from '../document-view.ts';
import { Passage } from '../passage.ts';
import type { LogicalTable } from '../tables/logical-table.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import { findHorizons, type Horizon } from './horizons.ts';
import { labelEnd } from './item-labels.ts';
import { HEADING_SEEN, leadIn, titled } from './lead-ins.ts';
import { outsideNames, titleEnd } from './programme-names.ts';
import { readSentence } from './sentence.ts';
import { sentencesOf } from './sentences.ts';
import { readTable } from './table.ts';
import type { TableSurroundings } from './table-columns.ts';
import { type Term, termHorizons, termOf } from './terms.ts';
import type { TargetTools } from './tools.ts';

/** A draft with the place in the tree it was found at. */
export interface PlacedDraft {
  draft: TargetDraft;
  eId: string | null;
  where: 'prose' | 'table' | 'footnote';
}

/** What a table is about is told in no more letters. */
const LONGEST_CAPTION = 240;
/** So many lines above a table may say what it is about and its unit. */
const LAST_LINES = 3;
/** The unit that a line gives for a table, and the words before it, have no more letters. */
const LONGEST_UNIT = 48;
const LONGEST_UNIT_LINE = 70;
/** A citation or its title is no longer. */
const LONGEST_MASK = 1_000;

/** Goes through a document's tree and reads each line with what its headings, lead-ins and earlier sentences say of it. */
export class TargetWalk {
  readonly found: PlacedDraft[] = [];
  readonly #view: DocumentView;
  readonly #tools: TargetTools;
  readonly #tables: readonly LogicalTable[];
  readonly #masks: readonly { start: number; end: number }[];
  readonly #calendar: Calendar;
  /** The term that the title names. */
  #term: Term | null = null;
  #issueYear: number | null = null;
  readonly #known = new WeakMap<Passage, Horizon[]>();

  constructor(view: DocumentView, tables: readonly LogicalTable[], citations: readonly Citation[], calendar: Calendar, tools: TargetTools) {
    this.#calendar = calendar;
    this.#view = view;
    this.#tools = tools;
    this.#tables = tables;
    // "nhiệm kỳ 2020 - 2025" is a term: its years are neither values nor horizons.
    const terms = calendar.horizons.filter(({ kind }) => kind === 'term');
    const cited = citations.flatMap(({ evidence, title }) => {
      const cited = { start: evidence.start, end: evidence.end };
      return title === null ? [cited] : [cited, { start: evidence.end, end: titleEnd(view.folded, evidence.end, evidence.end + title.length + 6, tools) }];
    });
    this.#masks = [...cited, ...terms].sort((a, b) => a.start - b.start);
  }

  run(identity: Identity): void {
    const { issuedOn, title, documentType } = identity;
    const year = Number((issuedOn.value ?? issuedOn.notBefore)?.slice(0, 4)) || null;
    this.#issueYear = year;
    const words = ` ${documentType?.name ?? ''} ${title?.value ?? ''}`.toLowerCase();
    const calendar = readCalendar(words, this.#tools.knowledge);
    this.#term = calendar.horizons.map(termOf).find((term) => term !== null) ?? null;
    const horizon = findHorizons(words, calendar, this.#tools.words).find((each) => each.periods.some((period) => year === null || (period.to ?? 9999) >= year));
    const context: SentenceContext = {
      periods: horizon?.periods ?? [],
      periodsFrom: horizon ? 'title' : null,
      lead: null,
      modality: null,
      inGoals: false,
      inPast: false,
      issuedOn: issuedOn.precision === 'day' ? issuedOn.value : null,
      issueYear: year,
    };
    this.#nodes(this.#view.tree.children, context, null, null);
  }

  /** Siblings in order: a lead-in among them governs those after it. The line before a table, or their heading, is its caption. */
  #nodes(nodes: readonly TreeNode[], outer: SentenceContext, eId: string | null, heading: Passage | null): SentenceContext {
    let context = outer;
    let unitLine = heading === null ? null : this.#unitLine(heading.text);
    let caption = heading;
    // "Mục tiêu cụ thể đến năm 2030" directly above "a) Về kinh tế" stands over all of a), b) …
    let over = outer;
    let kind: Division['kind'] | null = null;
    for (const [at, node] of nodes.entries()) {
      switch (node.type) {
        case 'division':
          if (nodes[at - 1]?.type === 'paragraph') [over, kind] = [context, node.kind];
          else if (node.kind !== kind) [over, kind] = [outer, node.kind];
          context = this.#division(node, context, over);
          break;
        case 'table': {
          const { start, end } = (node as Branch).position;
          for (let at = firstFrom(this.#tables, start.offset); at < this.#tables.length; at++) {
            const table = this.#tables[at] as LogicalTable;
            if (table.start >= end.offset) break;
            this.#table(table, { context, unitLine, caption });
          }
          break;
        }
        case 'paragraph':
        case 'heading':
        case 'caption': {
          const passage = this.#passage(node as Leaf);
          unitLine = this.#unitLine(passage.text) ?? unitLine;
          caption = this.#captionOf(passage) ?? caption;
          const drafts = this.#read(passage, context, eId, 'prose');
          context = leadIn(passage, this.#horizonsOf(passage), drafts, context, outer, this.#tools);
          break;
        }
        case 'preamble': {
          // A letter without headings is nothing but what stands before a first heading.
          const paragraphs = (node as Branch).children.filter((leaf) => leaf.type === 'paragraph');
          context = this.#nodes(paragraphs, context, eId, null);
          for (const leaf of paragraphs.slice(-LAST_LINES)) {
            const passage = this.#passage(leaf as Leaf);
            unitLine = this.#unitLine(passage.text) ?? unitLine;
            caption = this.#captionOf(passage) ?? caption;
          }
          break;
        }
        case 'footnote':
          this.#read(this.#passage(node as Leaf), { ...outer, periods: [], periodsFrom: null, inGoals: true, lead: null }, eId, 'footnote');
          break;
        default:
          break;
      }
    }
    return context;
  }

  /** A line that may say what the table below it is about: "(Kèm theo Kế hoạch số …)" says where it belongs, "Đơn vị tính: %" its unit. */
  #captionOf(passage: Passage): Passage | null {
    return passage.text.length < LONGEST_CAPTION && !passage.text.startsWith('(') && this.#tools.columns.unitLine(passage.text) === null ? passage : null;
  }

  /** The unit that a line gives for a table below it, at its end where it says more: "Bảng 1. Kịch bản tăng trưởng (đơn vị tính: %)". */
  #unitLine(text: string): string | null {
    const { columns } = this.#tools;
    if (text.indexOf(':', text.length - LONGEST_UNIT) === -1) return null;
    return columns.unitLine(text) ?? columns.unitAtEnd(text.slice(-LONGEST_UNIT_LINE));
  }

  #passage(leaf: Leaf): Passage {
    return Passage.of(this.#view, leaf.position.start.offset, leaf.position.end.offset);
  }

  /** A division: its heading may announce targets, years or an indicator for what is below it. Returns what its younger siblings see. */
  #division(node: Division, context: SentenceContext, outer: SentenceContext): SentenceContext {
    const headings = node.children.filter((child) => child.type === 'heading');
    const first = node.children[0];
    const own = headings.length > 0 ? headings : first && first.type === 'paragraph' ? [first] : [];
    const rest = node.children.slice(own.length);
    const last = own.at(-1) as Leaf | undefined;
    if (!last) {
      this.#nodes(rest, context, node.eId, null);
      return context;
    }
    const start = (own[0] as Leaf).position.start.offset;
    const passage = Passage.of(this.#view, start, last.position.end.offset);
    const item = node.kind === 'dash' || node.kind === 'plus';
    // "c) Điểm đánh giá chỉ số PCI không thấp hơn 68 điểm." is a sentence, no heading over others.
    const sentence = rest.length === 0 && /[.;]\s*$/.test(passage.text);
    const major = !item && !sentence && (node.title !== null || passage.text.length < HEADING_SEEN);
    // A heading above this one's rank ends what lead-ins among its elder siblings said.
    const base = major ? { ...outer, lead: outer.lead } : context;
    const headed = major ? titled(passage, base, this.#tools) : base;
    const drafts = node.kind === 'annex' ? [] : this.#read(passage, headed, node.eId, 'prose');
    const below = leadIn(passage, this.#horizonsOf(passage), drafts, headed, headed, this.#tools);
    // "PHỤ LỤC II" stands in a line of its own above what the annex is about.
    const named = own.length > 1 ? Passage.of(this.#view, (own[1] as Leaf).position.start.offset, last.position.end.offset) : passage;
    this.#nodes(rest, below, node.eId, named.text.length < LONGEST_CAPTION ? named : null);
    return context;
  }

  /** Reads the sentences of a line, each seeing the years of the one before it. */
  #read(passage: Passage, context: SentenceContext, eId: string | null, where: PlacedDraft['where']): TargetDraft[] {
    const { words } = this.#tools;
    const { folded } = passage;
    // Without a figure a line sets a state at most, and only where a year governs it.
    if (!/\d/.test(folded) && !((context.periodsFrom === 'lead' || context.inGoals) && !context.inPast && words.stateVerbs.firstIn(folded, 0, folded.length))) return [];
    if (words.descriptions.startingAt(folded, labelEnd(folded))) return [];
    const masks = this.#masksOf(passage);
    const horizons = this.#horizonsOf(passage);
    const drafts: TargetDraft[] = [];
    let inner = context;
    for (const { start, end } of sentencesOf(passage.text)) {
      const from = start === 0 ? labelEnd(folded) : start;
      const result = readSentence(passage, from, end, horizons, masks, inner, this.#tools);
      drafts.push(...result.drafts);
      inner = { ...inner, before: result.drafts, periods: result.periods, periodsFrom: result.periods === context.periods ? context.periodsFrom : 'lead' };
    }
    for (const draft of drafts) this.found.push({ draft, eId, where });
    return drafts;
  }

  #masksOf(passage: Passage): { start: number; end: number }[] {
    const masks: { start: number; end: number }[] = [];
    const [first, last] = [passage.offset(0), passage.offset(passage.text.length)];
    for (let at = firstFrom(this.#masks, first - LONGEST_MASK); at < this.#masks.length; at++) {
      const mask = this.#masks[at] as { start: number; end: number };
      if (mask.start >= last) break;
      if (mask.end <= first) continue;
      const found = passage.locate(mask.start, mask.end);
      if (found) masks.push(found);
    }
    // `trong nhiệm kỳ 2025 - 2030` is a horizon here.
    const horizons = masks.length > 0 ? this.#horizonsOf(passage) : [];
    return masks.filter((mask) => !horizons.some((horizon) => horizon.start <= mask.start && mask.end <= horizon.end));
  }

  /** The horizons of a passage, from the document's calendar where it is one piece of it. */
  #horizonsOf(passage: Passage): Horizon[] {
    const known = this.#known.get(passage);
    if (known) return known;
    const [span, ...more] = passage.spans(0, passage.text.length);
    const calendar = span && more.length === 0 ? partOf(this.#calendar, span[0], span[1]) : readCalendar(passage.folded, this.#tools.knowledge);
    const found = outsideNames(passage, findHorizons(passage.folded, calendar, this.#tools.words), this.#tools);
    const terms = termHorizons(passage.folded, calendar.horizons, this.#term, this.#issueYear, this.#tools.words);
    const horizons = terms.length > 0 ? [...found, ...terms].sort((a, b) => a.start - b.start) : found;
    this.#known.set(passage, horizons);
    return horizons;
  }

  #table(table: LogicalTable, around: TableSurroundings): void {
    readTable(table, around, this.#tools, {
      masks: (passage) => this.#masksOf(passage),
      horizons: (passage) => this.#horizonsOf(passage),
      found: (draft, eId) => this.found.push({ draft, eId, where: 'table' }),
    });
  }
}

/** The first of some spans, in order, that begins at an offset or behind it. */
function firstFrom(spans: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
