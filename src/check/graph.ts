import type { Citation } from '../model/facts.ts';
import type { DocumentDigest, Mention, Place } from '../resolve/digest.ts';
import { readEdges } from '../resolve/edges.ts';
import type { TitleReading } from '../resolve/title-reading.ts';
import type { Corpus, MentionRef, Work } from '../resolve/works.ts';
import type { CitedWorks } from './carrying-documents.ts';
import { type HigherDocument, HigherDocuments } from './higher-documents.ts';
import { SiblingDocuments } from './sibling-documents.ts';

/** A work that stands in the title of another: "A về tổng kết B". */
export interface TitleEdge {
  outer: Work;
  inner: Work;
  outerMention: Mention;
  relation: Citation['relation'];
  document: number;
  place: Place;
  outerPlace: Place;
}

/** A number of a series with its undisputed day. */
export interface SeriesEntry {
  serial: number;
  date: string;
  work: Work;
  /** True where a document of the corpus gives the date, not only a mention. */
  held: boolean;
}

/** The numbers one body gave in one year or term under one notation, by serial. */
export interface NumberSeries {
  id: string;
  system: Work['system'];
  entries: readonly SeriesEntry[];
}

/** A title of a work and who gives it: a mention, or where `mention` is null the work's own document. */
export interface AttestedTitle {
  reading: TitleReading;
  document: number;
  mention: Mention | null;
}

const NO_WORKS: readonly Work[] = [];
/** A document follows what it carries out, rests on or was told in. */
const FOLLOWED: ReadonlySet<Citation['relation']> = new Set(['implements', 'based-on', 'directed-in'] as const);

/** Works, mentions and title relations as rules need them; built once, in time linear in the mentions. */
export class CitationGraph {
  readonly corpus: Corpus;
  readonly #byInner = new Map<string, TitleEdge[]>();
  readonly #byOuter = new Map<string, TitleEdge[]>();
  readonly #series = new Map<string, SeriesEntry[]>();
  readonly #dates = new Map<string, string[]>();
  readonly #byNumber = new Map<string, Work[]>();
  readonly #byDay = new Map<string, Work[]>();
  readonly #reviews = new Map<string, TitleEdge[]>();
  readonly #higher: HigherDocuments;
  readonly #siblings: SiblingDocuments;

  constructor(corpus: Corpus) {
    this.corpus = corpus;
    for (const work of corpus.works) {
      this.#dates.set(work.id, this.#collectDates(work));
      push(this.#byNumber, `${work.series.territory}|${work.key}`, work);
      if (work.serial !== null) for (const date of this.datesOf(work)) push(this.#byDay, dayKey(work, date), work);
    }
    // Seven hundred districts may each have a number 01 of one day: that is no other body's code.
    for (const [key, [first, ...others]] of this.#byDay) if (others.every((other) => other.notation === first?.notation)) this.#byDay.delete(key);
    for (const document of corpus.documents) this.#addEdges(document);
    for (const work of corpus.works) {
      const [date, another] = this.datesOf(work);
      if (work.serial === null || isInserted(work) || date === undefined || another !== undefined) continue;
      const key = seriesKey(work);
      const entries = this.#series.get(key) ?? [];
      entries.push({ serial: work.serial, date, work, held: work.documents.length > 0 });
      this.#series.set(key, entries);
    }
    this.#higher = new HigherDocuments(corpus.documents, (document) => this.#citedBy(document));
    this.#siblings = new SiblingDocuments(corpus.documents, (document) => this.#citedBy(document));
    for (const entries of this.#series.values()) entries.sort((a, b) => a.serial - b.serial || (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }

  mention(ref: MentionRef): Mention {
    return (this.corpus.documents[ref.document] as DocumentDigest).mentions[ref.mention] as Mention;
  }

  document(index: number): DocumentDigest {
    return this.corpus.documents[index] as DocumentDigest;
  }

  workOf(document: number, mention: number): Work | null {
    const id = this.corpus.links[document]?.[mention]?.id;
    return id ? (this.corpus.workById.get(id) ?? null) : null;
  }

  /** The distinct days a work is given, by mentions and by its own header, in order. */
  datesOf(work: Work): readonly string[] {
    return this.#dates.get(work.id) ?? [];
  }

  /** Titles of other works that name this one. */
  namedIn(work: Work): readonly TitleEdge[] {
    return this.#byInner.get(work.id) ?? [];
  }

  /** Titles of a territory's works that review this one. */
  reviewsOf(work: Work, territory: string | null): readonly TitleEdge[] {
    return this.#reviews.get(`${work.id}|${territory}`) ?? [];
  }

  /** Works that this one's title names. */
  names(work: Work): readonly TitleEdge[] {
    return this.#byOuter.get(work.id) ?? [];
  }

  /** Works of the same series and number, in other years or terms, the work itself included. */
  sameNumber(work: Work): readonly Work[] {
    return this.#byNumber.get(`${work.series.territory}|${work.key}`) ?? NO_WORKS;
  }

  /** The documents of the corpus that a document says it comes with: "(gửi kèm Văn bản số 2563/SXD-PTĐT)". */
  sentWith(index: number): number[] {
    return this.document(index).mentions.flatMap((mention, at) => (mention.relation === 'attached' ? (this.workOf(index, at)?.documents ?? []) : []));
  }

  /** Works of one type, serial and day, the work itself included, where they have several bodies' codes; else none. */
  sameDay(work: Work, date: string): readonly Work[] {
    return this.#byDay.get(dayKey(work, date)) ?? NO_WORKS;
  }

  /** Documents with targets of the territories above a document's own, on a matter it carries out. */
  above(index: number): readonly HigherDocument[] {
    return this.#higher.of(index);
  }

  /** The documents with targets of its own territory that a document carries out. */
  carriedOut(index: number): readonly HigherDocument[] {
    return this.#higher.carriedOut(index);
  }

  /** Documents with targets of neighbouring places on a matter a document carries out too; of each pair the one is told the other. */
  siblingsBefore(index: number): readonly number[] {
    return this.#siblings.before(index);
  }

  /** Every series of numbers in which a body is known. */
  *series(): Generator<NumberSeries> {
    for (const [id, entries] of this.#series) {
      const [first] = entries;
      if (first && first.work.series.territory !== null && first.work.period !== null) yield { id, system: first.work.system, entries };
    }
  }

  /** Every title a work is given, its own first. */
  *titlesOf(work: Work): Generator<AttestedTitle> {
    for (const index of work.documents) {
      const { reading } = this.document(index);
      if (reading && reading.words !== '') yield { reading, document: index, mention: null };
    }
    for (const ref of work.mentions) {
      const mention = this.mention(ref);
      for (const reading of mention.readings) if (reading.words !== '') yield { reading, document: ref.document, mention };
    }
  }

  /** The nearest numbers before and after a serial in a work's series, with undisputed dates. */
  neighbours(work: Work): { before: SeriesEntry | null; after: SeriesEntry | null } {
    const entries = this.#series.get(seriesKey(work)) ?? [];
    let before: SeriesEntry | null = null;
    let after: SeriesEntry | null = null;
    let low = 0;
    let high = entries.length;
    const serial = work.serial ?? 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle] as SeriesEntry).serial < serial) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0 && before === null; i--) before = entries[i] ?? null;
    for (let i = low; i < entries.length && after === null; i++) if ((entries[i] as SeriesEntry).serial > serial) after = entries[i] ?? null;
    return { before, after };
  }

  #citedBy(index: number): CitedWorks {
    const implemented = new Set<Work>();
    const followed = new Set<Work>();
    for (const [at, { relation, form }] of this.document(index).mentions.entries()) {
      const work = form === 'own' || !FOLLOWED.has(relation) ? null : this.workOf(index, at);
      if (!work) continue;
      followed.add(work);
      if (relation === 'implements') implemented.add(work);
    }
    return { implemented, followed };
  }

  #collectDates(work: Work): string[] {
    const dates = new Set<string>();
    for (const index of work.documents) {
      const { date } = this.document(index);
      if (date?.length === 10) dates.add(date);
    }
    for (const ref of work.mentions) {
      const { date } = this.mention(ref);
      if (date?.length === 10) dates.add(date);
    }
    return [...dates].sort();
  }

  #addEdges(document: DocumentDigest): void {
    for (const { outer, inner, relation, place } of readEdges(document.edges)) {
      const outerWork = this.workOf(document.index, outer);
      const innerWork = this.workOf(document.index, inner);
      if (!outerWork || !innerWork || outerWork === innerWork) continue;
      const outerMention = document.mentions[outer] as Mention;
      const outerPlace = [...outerMention.places].reverse().find((other) => other[0] <= place[0]) ?? (outerMention.places[0] as Place);
      const edge: TitleEdge = { outer: outerWork, inner: innerWork, outerMention, relation, document: document.index, place, outerPlace };
      push(this.#byInner, innerWork.id, edge);
      push(this.#byOuter, outerWork.id, edge);
      if (relation === 'reviews') push(this.#reviews, `${innerWork.id}|${outerWork.series.territory}`, edge);
    }
  }
}

/** Normative documents (24/2021/QĐ-TTg) have a series of their own beside the others of their type (112/QĐ-TTg) (NĐ 30/2020 Điều 15.1), each kind of act one. */
function seriesKey(work: Work): string {
  const normative = /^[^|]*\|\d/.test(work.key) ? 'normative' : '';
  return `${work.series.territory ?? '?'}|${work.series.body ?? ''}|${work.notation.toUpperCase()}|${normative}|${work.kind ?? ''}|${work.period ?? '?'}`;
}

/** "30c/NQ-CP": a letter puts a number behind one already given, so its day says nothing of the numbers around it. */
function isInserted(work: Work): boolean {
  return /^\d+\p{L}/u.test(work.number ?? '');
}

function dayKey(work: Work, date: string): string {
  return `${work.system}|${work.serial}|${work.typeCode ?? ''}|${date}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
