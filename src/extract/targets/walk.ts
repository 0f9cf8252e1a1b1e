import { typeGrammar } from '../../grammar/types.ts';
import type { Citation, Identity } from '../../model/facts.ts';
import type { Branch, Division, Leaf, TreeNode } from '../../model/tree.ts';
import { isCapitalAt, isLetterAt } from '../../text/word-chars.ts';
import { type Calendar, partOf, readCalendar } from '../dates.ts';
import type { DocumentView } from '../document-view.ts';
import { Passage } from '../passage.ts';
import type { LogicalTable } from '../tables/logical-table.ts';
import { trimName, wordsOf } from './clean.ts';
import type { SentenceContext, TargetDraft } from './draft.ts';
import { findHorizons, type Horizon } from './horizons.ts';
import { readSentence } from './sentence.ts';
import { sentencesOf } from './sentences.ts';
import { readTable } from './table.ts';
import type { TableSurroundings } from './table-columns.ts';
import type { TargetTools } from './tools.ts';

/** A draft with the place in the tree it was found at. */
export interface PlacedDraft {
  draft: TargetDraft;
  eId: string | null;
  where: 'prose' | 'table' | 'footnote';
}

const CLAUSE_MARKS = ',;.:()';
const LONGEST_LEAD_IN = 220;
/** A line that announces targets without a colon or year is a heading. */
const LONGEST_BARE_LEAD_IN = 80;
const HEADING_SEEN = 160;
/** What a table is about is told in no more letters. */
const LONGEST_CAPTION = 240;
/** A citation or its title is no longer. */
const LONGEST_MASK = 1_000;

/** Goes through a document's tree and reads each line with what its headings, lead-ins and earlier sentences say of it. */
export class TargetWalk {
  readonly found: PlacedDraft[] = [];
  readonly #view: DocumentView;
  readonly #tools: TargetTools;
  readonly #tables: readonly LogicalTable[];
  readonly #masks: readonly { start: number; end: number }[];
  readonly #types: ReturnType<typeof typeGrammar>;
  readonly #calendar: Calendar;
  readonly #known = new WeakMap<Passage, Horizon[]>();

  constructor(view: DocumentView, tables: readonly LogicalTable[], citations: readonly Citation[], calendar: Calendar, tools: TargetTools) {
    this.#calendar = calendar;
    this.#view = view;
    this.#tools = tools;
    this.#tables = tables;
    this.#types = typeGrammar(tools.knowledge);
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
    const words = ` ${documentType?.name ?? ''} ${title?.value ?? ''}`.toLowerCase();
    const horizon = findHorizons(words, readCalendar(words, this.#tools.knowledge), this.#tools.words).find((each) =>
      each.periods.some((period) => year === null || (period.to ?? 9999) >= year),
    );
    const context: SentenceContext = {
      periods: horizon?.periods ?? [],
      periodsFrom: horizon ? 'title' : null,
      lead: null,
      modality: null,
      inGoals: false,
      inPast: false,
      issueYear: year,
    };
    this.#nodes(this.#view.tree.children, context, null, null);
  }

  /** Siblings in order: a lead-in among them governs those after it. The line before a table, or their heading, is its caption. */
  #nodes(nodes: readonly TreeNode[], outer: SentenceContext, eId: string | null, heading: Passage | null): SentenceContext {
    let context = outer;
    let unitLine: string | null = null;
    let caption = heading;
    for (const node of nodes) {
      switch (node.type) {
        case 'division':
          context = this.#division(node, context, outer);
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
          const leaf = node as Leaf;
          const words = this.#view.text.slice(leaf.position.start.offset, leaf.position.end.offset);
          const unit = this.#tools.columns.unitLine(words);
          unitLine = unit ?? unitLine;
          const passage = this.#passage(leaf);
          // "(Kèm theo Kế hoạch số …)" says where the table belongs.
          if (unit === null && words.length < LONGEST_CAPTION && !words.startsWith('(')) caption = passage;
          context = this.#lead(passage, this.#read(passage, context, eId, 'prose'), context, outer);
          break;
        }
        case 'preamble':
          // A letter without headings is nothing but what stands before a first heading.
          context = this.#nodes(
            (node as Branch).children.filter((leaf) => leaf.type === 'paragraph'),
            context,
            eId,
            null,
          );
          break;
        case 'footnote':
          this.#read(this.#passage(node as Leaf), { ...outer, periods: [], periodsFrom: null, inGoals: true, lead: null }, eId, 'footnote');
          break;
        default:
          break;
      }
    }
    return context;
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
    const titled = this.#titled(passage, base, major);
    const drafts = node.kind === 'annex' ? [] : this.#read(passage, titled, node.eId, 'prose');
    const below = this.#lead(passage, drafts, titled, titled);
    // "PHỤ LỤC II" stands in a line of its own above what the annex is about.
    const named = own.length > 1 ? Passage.of(this.#view, (own[1] as Leaf).position.start.offset, last.position.end.offset) : passage;
    this.#nodes(rest, below, node.eId, named.text.length < LONGEST_CAPTION ? named : null);
    return context;
  }

  /** Whether a heading announces targets or tells what has been. */
  #titled(passage: Passage, context: SentenceContext, major: boolean): SentenceContext {
    if (!major) return context;
    const { words } = this.#tools;
    const end = Math.min(passage.folded.length, HEADING_SEEN);
    const goal = words.goalHeadings.firstIn(passage.folded, 0, end);
    const past = words.pastHeadings.firstIn(passage.folded, 0, end);
    if (past && (!goal || past.start < goal.start)) return { ...context, inPast: true, inGoals: false };
    if (goal) return { ...context, inGoals: true, inPast: false };
    return context;
  }

  /** What a line without values of its own says for those below or after it: its years, its indicator. */
  #lead(passage: Passage, drafts: readonly TargetDraft[], context: SentenceContext, outer: SentenceContext): SentenceContext {
    const { words } = this.#tools;
    const { folded, text } = passage;
    const open = /[:：]\s*$/.test(folded);
    if ((drafts.length > 0 && !open) || folded.length > LONGEST_LEAD_IN) return context;
    if (!open && folded.length > LONGEST_BARE_LEAD_IN && !/(?:19|20|21)\d\d/.test(folded)) return context;
    const horizons = this.#horizonsOf(passage).filter((horizon) => !horizon.base);
    const trimmed = trimName(folded, labelEnd(folded), folded.length, words, horizons);
    const name =
      open && words.heads.startingAt(folded, trimmed.start, trimmed.end) && !words.goalHeadings.startingAt(folded, trimmed.start)
        ? wordsOf(text, trimmed.start, trimmed.end, horizons)
        : null;
    const goal = words.goalHeadings.firstIn(folded, 0, folded.length) !== null;
    const horizon = horizons.at(-1);
    const modality = words.modality.firstIn(folded, 0, folded.length)?.value ?? null;
    if (!horizon && !name && !open && !goal) return context;
    const future = horizon && (context.issueYear === null || horizon.periods.some((period) => (period.to ?? period.from ?? 0) >= (context.issueYear as number)));
    return {
      ...context,
      periods: horizon && drafts.length === 0 ? (future ? horizon.periods : []) : context.periods,
      periodsFrom: horizon && drafts.length === 0 ? 'lead' : context.periodsFrom,
      lead: name ?? (open ? null : outer.lead),
      modality: open ? (modality ?? context.modality) : context.modality,
      inGoals: context.inGoals || (goal && !context.inPast),
    };
  }

  /** Reads the sentences of a line, each seeing the years of the one before it. */
  #read(passage: Passage, context: SentenceContext, eId: string | null, where: PlacedDraft['where']): TargetDraft[] {
    const { words } = this.#tools;
    const { folded } = passage;
    // Without a figure a line sets a state at most, and only where a year governs it.
    if (!/\d/.test(folded) && !((context.periodsFrom === 'lead' || context.inGoals) && !context.inPast && words.stateVerbs.firstIn(folded, 0, folded.length))) return [];
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
    return masks;
  }

  /** The horizons of a passage, from the document's calendar where it is one piece of it. */
  #horizonsOf(passage: Passage): Horizon[] {
    const known = this.#known.get(passage);
    if (known) return known;
    const [span, ...more] = passage.spans(0, passage.text.length);
    const calendar = span && more.length === 0 ? partOf(this.#calendar, span[0], span[1]) : readCalendar(passage.folded, this.#tools.knowledge);
    const horizons = this.#horizons(passage, findHorizons(passage.folded, calendar, this.#tools.words));
    this.#known.set(passage, horizons);
    return horizons;
  }

  /** Without those in the name of a programme: "Chương trình mục tiêu quốc gia … giai đoạn 2021-2025". */
  #horizons(passage: Passage, horizons: readonly Horizon[]): Horizon[] {
    let inName = -1;
    return horizons.filter((horizon) => {
      // "… đến năm 2030, tầm nhìn đến năm 2045" is one name.
      const named = this.#inName(passage, horizon.start) || (inName >= 0 && horizon.start - inName <= 3 && horizon.periods[0]?.kind === 'vision');
      if (named) inName = horizon.end;
      return !named;
    });
  }

  #inName({ text, folded }: Passage, at: number): boolean {
    const from = Math.max(0, at - 140);
    // "Nghị quyết đề ra mục tiêu | đến năm 2030": what is announced, no name.
    if (this.#tools.words.goalHeadings.endingAt(folded, folded.charAt(at - 1) === ' ' ? at - 1 : at, from)) return false;
    let back = at;
    while (back > from && !CLAUSE_MARKS.includes(text.charAt(back - 1))) back--;
    for (let i = back; i < at; i++) {
      if (!isCapitalAt(text, i) || isLetterAt(text, i - 1)) continue;
      const type = this.#types.startsWith(folded.slice(i, i + 40));
      if (type && !type.hypernym && at - i - type.length > 12) return this.#tools.words.announcing.firstIn(folded, i, at) === null;
    }
    return false;
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

/** A title ends where a commitment begins: "… về phát triển nhà ở giai đoạn 2022 - 2030, | thành phố phấn đấu …". */
function titleEnd(folded: string, start: number, end: number, { words }: TargetTools): number {
  const line = folded.indexOf('\n', start);
  const limit = line === -1 ? end : Math.min(line, end);
  for (let comma = folded.indexOf(',', start); comma !== -1 && comma < limit; comma = folded.indexOf(',', comma + 1)) {
    if (words.modality.firstIn(folded, comma, Math.min(limit, comma + 30)) || words.openers.startingAt(folded, comma + 2)) return comma;
    if (words.lead.startingAt(folded, comma + 2)) return comma;
  }
  return limit;
}

/** Where the words after a line's label begin: `1.1. `, `a) `, `- `. */
function labelEnd(folded: string): number {
  return /^\s*(?:[-–—•*+·]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđ]|[ivxlc]{1,6})[.)/:-])\s+/u.exec(folded)?.[0].length ?? 0;
}
