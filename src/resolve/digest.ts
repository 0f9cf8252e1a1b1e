import { agencyGrammar } from '../grammar/agencies.ts';
import { numberGrammar } from '../grammar/numbers.ts';
import { anyOf } from '../grammar/words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../model/document.ts';
import type { Citation, DocumentNumber, System } from '../model/facts.ts';
import type { TreeNode } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { shorten } from '../text/shorten.ts';
import { packAbbreviations } from './abbreviations.ts';
import { type Edge, packEdges } from './edges.ts';
import { packFigures } from './figures.ts';
import { type TitleReading, titleSpan, titleWords } from './title-reading.ts';

export type ResolveKnowledge = Pick<Knowledge, 'documentTypes' | 'citations' | 'agencies' | 'territories' | 'anatomy' | 'partyTerms' | 'legislatures' | 'relations'>;

/** A place in a document: offsets in its text. */
export type Place = readonly [start: number, end: number];

/** What mentions say of a work, wherever they stand. */
export interface Saying {
  number: DocumentNumber | null;
  /** Folded number, equal for spellings of one number. */
  key: string | null;
  printed: string;
  type: string | null;
  date: string | null;
  issuerId: string | null;
  issuerName: string | null;
  territory: string | null;
  /** The place as written where no list has it or several places have its name. */
  place: string | null;
  form: Citation['form'];
  relation: Citation['relation'];
  title: string | null;
}

/** Mentions in one document that say the same: same number, day, body, form. */
export interface Mention extends Saying {
  /** The title at each place that has one. */
  readings: readonly TitleReading[];
  places: readonly Place[];
}

/** What the corpus stages keep of a document in memory: no text, no tree. */
export interface DocumentDigest {
  index: number;
  /** Set by `resolve`. */
  id: string;
  file: string;
  sha256: string;
  part: number;
  parts: number;
  system: System | null;
  number: DocumentNumber | null;
  numberKey: string | null;
  numberPlace: Place | null;
  typeName: string | null;
  date: string | null;
  datePlace: Place | null;
  notBefore: string | null;
  issuerId: string | null;
  issuerName: string | null;
  issuerTerritory: string | null;
  /** Territories the document lies in, innermost first. */
  territories: string[];
  /** The place as written where no list has it. */
  ownPlace: string | null;
  title: string | null;
  /** Its own title, to be compared with what others cite. */
  reading: TitleReading | null;
  mentions: Mention[];
  /** Which mentions stand in the titles of others; `readEdges` reads them. */
  edges: string;
  /** Annexes, each with its label: "Phụ lục II". */
  annexes: { label: string; place: Place }[];
  /** Mention index of each citation, in the order of the document's citations. */
  mentionOf: number[];
  titleWords: number;
  citations: number;
  divisions: number;
  targets: number;
  /** Its targets with numbers, to be compared with those of other documents; `readFigures` reads them. */
  figures: string;
  /** The abbreviated names among its recipients; `readAbbreviations` reads them. */
  abbreviations: string;
  assignments: number;
  start: Place;
}

const TITLE_KEPT = 200;

/** Reduces a document to what resolving and checking the corpus needs. */
export function digestDocument(document: ExtractedDocument, source: { file: string; sha256: string }, index: number, knowledge: ResolveKnowledge): DocumentDigest {
  const numbers = numberGrammar(knowledge);
  const agencies = agencyGrammar(knowledge);
  const { identity } = document;
  const groups = new Map<string, number>();
  const mentions: (Saying & { readings: CollectedReading[]; places: Place[] })[] = [];
  const mentionOf: number[] = [];
  const joint = new RegExp(`^[\\s,;]*(?:${anyOf(knowledge.citations.list_connectors)})?\\s*$`, 'u');
  const openers = knowledge.relations.order_leads.map(fold);
  const indexOf = new Map<string, number>();
  // "A về thực hiện B, C": C may as well stand beside A.
  const listed = document.citations.map((citation, at) => {
    const elder = document.citations[at - 1];
    return elder !== undefined && elder.within === citation.within && joint.test(fold(document.text.slice(elder.evidence.end, citation.evidence.start)));
  });
  // "A; B về …": a semicolon ends what is said of A.
  const sharing = document.citations.map(
    (citation, at) => listed[at] === true && !document.text.slice(document.citations[at - 1]?.evidence.end, citation.evidence.start).includes(';'),
  );
  const titleSpans = document.citations.map((citation) => titleSpan(document.text, citation));
  const named = document.citations.map((citation, at) => ({
    start: citation.evidence.start,
    end: titleSpans[at]?.[1] ?? citation.evidence.end,
    name: citation.parsed && citation.number !== null ? numbers.key(citation.parsed) : '',
  }));
  document.citations.forEach((citation, at) => {
    const groupKey = [
      citation.number ?? citation.parsed?.notation ?? `this ${citation.documentType}`,
      citation.parsed?.raw,
      citation.issuedOn,
      citation.issuer?.name,
      citation.form,
      citation.relation,
      citation.documentType,
    ].join('|');
    let group = groups.get(groupKey);
    if (group === undefined) {
      group = mentions.length;
      groups.set(groupKey, group);
      mentions.push({
        number: citation.parsed,
        key: citation.parsed ? numbers.key(citation.parsed) : null,
        printed: citation.parsed?.raw ?? citation.raw,
        type: citation.documentType,
        date: citation.issuedOn,
        issuerId: citation.issuer?.id ?? null,
        issuerName: citation.issuer?.name ?? null,
        territory: citation.issuer?.territory?.id ?? null,
        place: citation.issuer?.territory && citation.issuer.territory.id === null ? fold(citation.issuer.territory.name) : null,
        form: citation.form,
        relation: citation.relation,
        title: citation.title === null ? null : shorten(citation.title, TITLE_KEPT),
        readings: [],
        places: [],
      });
    }
    const mention = mentions[group] as (typeof mentions)[number];
    mention.places.push([citation.evidence.start, citation.evidence.end]);
    mention.title ??= citation.title === null ? null : shorten(citation.title, TITLE_KEPT);
    const span = titleSpans[at];
    if (span) addReading(mention.readings, titleWords(document.text, span, following(named, at + 1, span[1]), openers), span, sharing[at] === true);
    mentionOf.push(group);
    indexOf.set(citation.id, at);
  });
  placeByKin(mentions);
  const edges: Edge[] = [];
  document.citations.forEach((citation, at) => {
    const outer = citation.within === null ? undefined : indexOf.get(citation.within);
    if (outer !== undefined && !listed[at])
      edges.push({ outer: mentionOf[outer] as number, inner: mentionOf[at] as number, relation: citation.relation, place: [citation.evidence.start, citation.evidence.end] });
  });
  const own = identity.issuer?.territory?.id ? agencies.byId(identity.issuer.territory.id) : undefined;
  let divisions = 0;
  const annexes: DocumentDigest['annexes'] = [];
  const count = (nodes: readonly TreeNode[]) => {
    for (const node of nodes) {
      if (node.type !== 'division') continue;
      if (node.kind !== 'dash' && node.kind !== 'plus') divisions++;
      if (node.kind === 'annex') annexes.push({ label: node.marker ?? '', place: [node.position.start.offset, node.position.end.offset] });
      count(node.children);
    }
  };
  count(document.tree.children);
  const unlisted = identity.issuer?.territory && identity.issuer.territory.id === null ? fold(identity.issuer.territory.name) : null;
  const place = (evidence: { start: number; end: number } | null | undefined): Place | null => (evidence ? [evidence.start, evidence.end] : null);
  const ownTitle = place(identity.title?.evidence);
  const firstLineEnd = document.text.indexOf('\n');
  return {
    index,
    id: '',
    file: source.file,
    sha256: source.sha256,
    part: document.part,
    parts: document.parts,
    system: identity.system,
    number: identity.number,
    numberKey: identity.number && identity.number.value !== null ? numbers.key(identity.number) : null,
    numberPlace: place(identity.number?.evidence),
    typeName: identity.documentType?.name ?? null,
    date: identity.issuedOn.value,
    datePlace: place(identity.issuedOn.evidence),
    notBefore: identity.issuedOn.notBefore,
    issuerId: identity.issuer?.id ?? null,
    issuerName: identity.issuer?.name ?? null,
    issuerTerritory: own?.id ?? null,
    territories: own ? agencies.lineage(own).map((territory) => territory.id) : homeOf(document, agencies),
    ownPlace: unlisted,
    title: identity.title ? shorten(identity.title.value, TITLE_KEPT) : null,
    reading: ownTitle && {
      words: titleWords(
        document.text,
        ownTitle,
        following(named, 0, ownTitle[1]).filter((work) => work.start >= ownTitle[0]),
        openers,
      ),
      places: [ownTitle],
      shared: false,
    },
    mentions,
    edges: packEdges(edges),
    annexes,
    mentionOf,
    titleWords: identity.title?.value.split(' ').length ?? 0,
    citations: document.citations.length,
    divisions,
    targets: document.targets.length,
    figures: packFigures(document.targets, unlisted === null, knowledge.territories.find(({ kind }) => kind === 'country')?.id ?? null),
    abbreviations: packAbbreviations(identity.recipients),
    assignments: document.assignments.length,
    start: [0, firstLineEnd === -1 ? document.text.length : firstLineEnd],
  };
}

/**
 * "Công văn số 847/UBND-VX1 ngày 22/3/2011" in a text that also says "… của UBND tỉnh Quảng Ninh" of that number and day is that province's,
 * not the document's own: a mention without a body is in the place of its only kin that has one.
 */
function placeByKin(mentions: readonly Saying[]): void {
  const placed = new Map<string, Saying[]>();
  for (const mention of mentions) if (mention.key !== null && (mention.territory ?? mention.place) !== null) placed.set(mention.key, [...(placed.get(mention.key) ?? []), mention]);
  for (const mention of mentions) {
    if (mention.key === null || mention.issuerName !== null || mention.form === 'own') continue;
    const kin = (placed.get(mention.key) ?? []).filter(({ date }) => date === null || mention.date === null || date === mention.date);
    const [first] = kin;
    if (!first || kin.some(({ territory, place }) => territory !== first.territory || place !== first.place)) continue;
    mention.territory = first.territory;
    mention.place = first.place;
  }
}

/** The citations from an index on that begin before an offset. */
function following<T extends { start: number }>(citations: readonly T[], from: number, before: number): T[] {
  let to = from;
  while (to < citations.length && (citations[to] as T).start < before) to++;
  return citations.slice(from, to);
}

interface CollectedReading extends TitleReading {
  places: Place[];
}

function addReading(readings: CollectedReading[], words: string, place: Place, shared: boolean): void {
  const known = readings.find((reading) => reading.words === words && reading.shared === shared);
  if (known) known.places.push(place);
  else readings.push({ words, places: [place], shared });
}

/** Without a known issuer the place line and the agencies cited say where a document is at home. */
function homeOf(document: ExtractedDocument, agencies: ReturnType<typeof agencyGrammar>): string[] {
  const counts = new Map<string, number>();
  for (const { issuer } of document.citations) {
    const territory = issuer?.territory?.id ? agencies.byId(issuer.territory.id) : undefined;
    const province = territory ? agencies.lineage(territory).find((row) => row.kind === 'province' || row.kind === 'city') : undefined;
    if (province) counts.set(province.id, (counts.get(province.id) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  const territory = best ? agencies.byId(best[0]) : undefined;
  return territory ? agencies.lineage(territory).map((row) => row.id) : [];
}
