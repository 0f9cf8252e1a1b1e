import { agencyGrammar, levelOf, type PlaceContext } from '../grammar/agencies.ts';
import { anatomyGrammar } from '../grammar/anatomy.ts';
import { citationWords } from '../grammar/citation-words.ts';
import { dateGrammar } from '../grammar/dates.ts';
import { identityWords } from '../grammar/identity-words.ts';
import { numberGrammar } from '../grammar/numbers.ts';
import { typeGrammar } from '../grammar/types.ts';
import type { DocumentType, Knowledge, Territory } from '../knowledge/knowledge.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Identity, Issuer, System } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { DocumentView, PlacedLeaf } from './document-view.ts';
import { type Letterhead, type LetterheadIssuer, readIssuer, readLetterhead } from './letterhead.ts';
import { readList, readSignatories } from './signatories.ts';

export type IdentityKnowledge = Pick<Knowledge, 'anatomy' | 'documentTypes' | 'citations' | 'dates' | 'agencies' | 'territories'>;

/** A document's identity and the places it belongs to, for reading the rest of it. */
export interface ReadIdentity {
  identity: Identity;
  context: PlaceContext;
  /** Lines of the letterhead that could be read: heading, number, date. */
  anchors: number;
}

/**
 * Who issued what, when (domain reference 3): from the letterhead and title, and where that is lost from the annex caption, the
 * signature and the preamble, marked `derived`. What cannot be read stays null.
 */
export function readIdentity(view: DocumentView, knowledge: IdentityKnowledge): ReadIdentity {
  const letterhead = readLetterhead(view, knowledge);
  const title = readTitle(view, letterhead, knowledge);
  const caption = readOwnCaption(view, title.typeName, knowledge);
  const adopted = letterhead.issuedOn?.value ? null : readAdoption(view, knowledge);
  const number = letterhead.number ?? title.number ?? caption?.number ?? null;
  const issuedOn = letterhead.issuedOn?.value
    ? letterhead.issuedOn
    : (title.issuedOn ?? adopted ?? caption?.issuedOn ?? letterhead.issuedOn ?? { value: null, precision: null, notBefore: null, evidence: null, derived: false });
  const system = number?.system ?? letterhead.system ?? systemOfSignature(view, knowledge);
  const { issuer, context } = findIssuer(view, letterhead, title.issuerWords, caption, issuedOn.value, system, knowledge);
  const documentType = findType(title, number, system, knowledge);
  const signatories = readSignatories(view, knowledge);
  return {
    anchors: letterhead.anchors,
    context,
    identity: {
      system,
      documentType,
      number,
      issuedOn,
      place: letterhead.place,
      issuer,
      directingAuthority: readDirectingAuthority(view, issuer, context, knowledge),
      title: letterhead.subject && title.value === null ? letterhead.subject : title.value,
      signatories,
      addressees: readList(view, 'addressees', knowledge),
      recipients: readList(view, 'recipients', knowledge),
      urgency: letterhead.urgency,
      confidentiality: letterhead.confidentiality,
    },
  };
}

interface Title {
  typeName: string | null;
  typeEvidence: Evidence | null;
  typeRows: readonly DocumentType[];
  value: Identity['title'];
  /** "CỦA BAN THƯỜNG VỤ HUYỆN ỦY" under the type name. */
  issuerWords: { words: string; start: number; end: number } | null;
  /** Number and date where the title itself carries them. */
  number: Identity['number'];
  issuedOn: Identity['issuedOn'] | null;
}

function readTitle(view: DocumentView, letterhead: Letterhead, knowledge: IdentityKnowledge): Title {
  const types = typeGrammar(knowledge);
  const words = identityWords(knowledge);
  const leaves = view.zone('front').filter((leaf) => leaf.leaf.type === 'title');
  const first = leaves[0];
  const result: Title = { typeName: null, typeEvidence: null, typeRows: [], value: letterhead.subject, issuerWords: null, number: null, issuedOn: null };
  if (!first) return result;
  const type = types.startsWith(fold(first.words)) ?? types.sameLetters(first.words);
  if (!type) return result;
  const name = types.startsWith(fold(first.words)) ? first.words.slice(0, type.length) : (type.rows[0]?.name ?? first.words);
  result.typeName = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
  result.typeEvidence = view.evidence(first.start, first.start + type.length);
  result.typeRows = type.rows;
  let start = first.start + type.length;
  const rest = first.words.slice(type.length);
  const own = readNumberInTitle(view, first, type.length, knowledge);
  if (own) {
    const last = leaves.at(-1) as PlacedLeaf;
    const end = own.end + (/^[\s,]*/.exec(view.text.slice(own.end, last.end))?.[0].length ?? 0);
    return { ...result, ...own, value: end < last.end ? { value: view.text.slice(end, last.end).replace(/\s+/g, ' ').trim(), evidence: view.evidence(end, last.end) } : null };
  }
  const lead = /^[\s:.,–-]*/.exec(rest)?.[0].length ?? 0;
  start += lead;
  const link = words.issuerLink(fold(rest.slice(lead)));
  let from = 0;
  if (rest.slice(lead) === '' || (link > 0 && leaves.length > 1)) {
    if (link > 0) result.issuerWords = { words: rest.slice(lead + link), start: start + link, end: first.end };
    from = 1;
  }
  const next = leaves[from];
  if (from === 1 && next && leaves.length > 2) {
    const below = words.issuerLink(fold(next.words));
    if (below > 0 && next.words.length < 110) {
      result.issuerWords = { words: next.words.slice(below), start: next.start + below, end: next.end };
      from = 2;
    }
  }
  const body = leaves[from];
  const last = leaves.at(-1);
  if (body && last) {
    const begin = from === 0 ? start : body.start;
    if (begin < last.end) result.value = { value: view.text.slice(begin, last.end).replace(/\s+/g, ' ').trim(), evidence: view.evidence(begin, last.end) };
  }
  return result;
}

/** "Quyết định của Thủ tướng Chính phủ số 115/2004/QĐ-TTg ngày 25 tháng 6 năm 2004 về việc …": number and date inside the title. */
function readNumberInTitle(
  view: DocumentView,
  leaf: PlacedLeaf,
  typeLength: number,
  knowledge: IdentityKnowledge,
): (Pick<Title, 'number' | 'issuedOn' | 'issuerWords'> & { end: number }) | null {
  const folded = fold(leaf.words);
  const named = identityWords(knowledge).titleNumber(folded.slice(typeLength));
  if (!named) return null;
  const at = typeLength + named.number;
  const found = numberGrammar(knowledge)
    .find(leaf.words)
    .find((number) => number.start === at);
  if (!found) return null;
  const gap = /^[\s,]*/.exec(folded.slice(found.end))?.[0].length ?? 0;
  const date = dateGrammar(knowledge).at(folded, found.end + gap);
  const end = date?.iso ? date.end : found.end;
  const { issuer } = named;
  const from = typeLength + (issuer?.at ?? 0);
  return {
    number: { ...found.number, evidence: view.evidence(leaf.start + found.start, leaf.start + found.end), derived: false },
    issuedOn: date?.iso
      ? { value: date.iso, precision: date.precision, notBefore: null, evidence: view.evidence(leaf.start + date.start, leaf.start + date.end), derived: false }
      : null,
    issuerWords: issuer && { words: leaf.words.slice(from, from + issuer.length), start: leaf.start + from, end: leaf.start + from + issuer.length },
    end: leaf.start + end,
  };
}

interface OwnCaption {
  number: NonNullable<Identity['number']>;
  issuedOn: Identity['issuedOn'] | null;
  leaf: PlacedLeaf;
}

/**
 * "(Kèm theo Kế hoạch số 08 KH-UBND ngày 15/01/2024 …)" in an annex names the document the annex belongs to, which is this one
 * unless the annexed text is a document of another type.
 */
function readOwnCaption(view: DocumentView, typeName: string | null, knowledge: IdentityKnowledge): OwnCaption | null {
  const numbers = numberGrammar(knowledge);
  const types = typeGrammar(knowledge);
  const dates = dateGrammar(knowledge);
  for (const leaf of view.leaves) {
    if (leaf.leaf.type !== 'caption' || !leaf.annex) continue;
    const found = numbers.find(leaf.words)[0];
    if (!found || found.number.value === null) continue;
    const before = citationWords(knowledge).withoutNumberWord(fold(leaf.words.slice(0, found.start)));
    const type = types.endsWith(before);
    const own = typeName ? types.startsWith(fold(typeName)) : null;
    if (own && type && !own.rows.some((row) => type.rows.includes(row))) continue;
    const date = dates.find(fold(leaf.words)).find((candidate) => candidate.start >= found.end);
    const start = leaf.start + before.length - (type?.length ?? 0);
    const evidence = view.evidence(start, leaf.start + found.end);
    const number = { ...found.number, value: found.number.value, raw: evidence.quote, evidence, derived: true };
    const issuedOn = date?.iso
      ? { value: date.iso, precision: date.precision, notBefore: null, evidence: view.evidence(leaf.start + date.start, leaf.start + date.end), derived: true }
      : null;
    return { number, issuedOn, leaf };
  }
  return null;
}

/** "… kỳ họp thứ 10 thông qua ngày 11 tháng 12 năm 2025": resolutions that carry no date in the letterhead. */
function readAdoption(view: DocumentView, knowledge: IdentityKnowledge): Identity['issuedOn'] | null {
  const anatomy = anatomyGrammar(knowledge);
  const dates = dateGrammar(knowledge);
  for (const leaf of [...view.leaves].reverse()) {
    if (leaf.zone !== null || leaf.annex || leaf.words.length > 600) continue;
    const folded = fold(leaf.words);
    const at = anatomy.adoptionDate(folded);
    if (at < 0) continue;
    const date = dates.at(folded, at);
    if (date?.iso) return { value: date.iso, precision: date.precision, notBefore: null, evidence: view.evidence(leaf.start + date.start, leaf.start + date.end), derived: true };
  }
  return null;
}

function systemOfSignature(view: DocumentView, knowledge: IdentityKnowledge): System | null {
  const anatomy = anatomyGrammar(knowledge);
  for (const { words } of view.zone('signatures')) {
    // "T/M", "K/T": the Party writes the mark with a slash, the State with a full stop ("TM.").
    if (anatomy.isAuthority(words)) return /^\p{Lu}\//u.test(words) ? 'party' : 'state';
  }
  return null;
}

function findType(title: Title, number: Identity['number'], system: System | null, knowledge: IdentityKnowledge): Identity['documentType'] {
  const types = typeGrammar(knowledge);
  if (title.typeName !== null) {
    const rows = title.typeRows.filter((row) => system === null || row.system === 'both' || row.system === system);
    const printed = rows.find((row) => number?.typeCode && row.code.toUpperCase() === number.typeCode.toUpperCase());
    const code = printed?.code ?? rows.find((row) => row.code !== '')?.code ?? null;
    return { code: code === '' ? null : code, name: title.typeName, evidence: title.typeEvidence, derived: false };
  }
  if (number === null) return null;
  if (number.typeCode === null) {
    // A State number without a type code is a công văn's (NĐ 30/2020 Phụ lục III).
    return number.legislature === null && number.bodyCode !== null ? { code: null, name: knowledge.anatomy.untyped_document, evidence: number.evidence, derived: true } : null;
  }
  const rows = types.byCode(number.typeCode, number.system);
  return rows.length === 1 && rows[0]
    ? { code: rows[0].code, name: rows[0].name, evidence: number.evidence, derived: true }
    : { code: number.typeCode, name: rows[0]?.name ?? number.typeCode, evidence: number.evidence, derived: true };
}

function findIssuer(
  view: DocumentView,
  letterhead: Letterhead,
  titled: Title['issuerWords'],
  caption: OwnCaption | null,
  date: string | null,
  system: System | null,
  knowledge: IdentityKnowledge,
): { issuer: Issuer | null; context: PlaceContext } {
  const grammar = agencyGrammar(knowledge);
  const identity = identityWords(knowledge);
  const home = homeTerritory(view, letterhead, date, knowledge);
  const base: PlaceContext = { own: home ? grammar.lineage(home) : [], date };
  const withTerritory = (territory: Territory | null): PlaceContext => (territory ? { own: grammar.lineage(territory), date } : base);
  const printed = readIssuer(letterhead.issuerLines, base, knowledge);
  if (printed) return { issuer: toIssuer(printed, view, false, grammar), context: withTerritory(printed.within ?? home) };

  const sources: { start: number; end: number; open: boolean }[] = [];
  if (titled) sources.push({ start: titled.start, end: titled.end, open: true });
  for (const leaf of view.zone('preamble')) {
    // "Uỷ ban nhân dân huyện An Lão xây dựng Kế hoạch …": the subject of the enacting sentence.
    for (const match of leaf.words.matchAll(/(?:^|[;,.]\s)(?=\p{Lu})/gu)) {
      const start = leaf.start + match.index + match[0].length;
      const body = grammar.at(view.text, view.folded, start, false);
      if (body && identity.enacts(view.folded.slice(body.end, body.end + 24))) sources.push({ start, end: body.end, open: false });
    }
  }
  for (const leaf of view.zone('signatures')) {
    const mark = identity.onBehalf(leaf.words);
    if (mark > 0 && !leaf.annex) sources.push({ start: leaf.start + mark, end: leaf.end, open: true });
  }
  if (caption) {
    const at = identity.issuerLinkWithin(fold(caption.leaf.words));
    if (at >= 0) sources.push({ start: caption.leaf.start + at, end: caption.leaf.end, open: false });
  }
  for (const { start, end, open } of sources) {
    const words = view.text.slice(start, end);
    const capitals = words === words.toUpperCase();
    const text = capitals ? wordCase(words) : words;
    const body = grammar.at(text, fold(text), 0, open);
    if (!body) continue;
    const named = body.place ? grammar.territory(body.place, base) : null;
    const levels = body.rows.filter((row) => system === null || row.system === system).map((row) => row.level);
    const kind = body.place?.kind;
    const territory = named ?? (kind ? grammar.ownTerritory(kind, base) : null) ?? base.own.find((own) => levels.includes(levelOf(own.kind) as (typeof levels)[number])) ?? null;
    const rows = body.rows.filter((row) => (system === null || row.system === system) && (!territory || row.level === levelOf(territory.kind)));
    const name = body.rows[0]?.name ?? text.slice(body.start, body.nameEnd);
    const row = rows.length === 1 ? rows[0] : undefined;
    const id = row ? (row.territorial === 'yes' ? (territory ? `${territory.id}.${row.id}` : null) : row.id) : null;
    const place = territory ? null : (body.place?.name ?? null);
    const found: LetterheadIssuer = {
      id,
      name: territory ? grammar.fullName(name, territory) : place ? text.slice(body.start, body.end).replace(/\s+/g, ' ') : name,
      territory,
      place,
      within: territory,
      start,
      end: start + (capitals ? end - start : body.end),
    };
    return { issuer: toIssuer(found, view, true, grammar), context: withTerritory(territory) };
  }
  return { issuer: null, context: base };
}

function wordCase(words: string): string {
  return words.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

function toIssuer(found: LetterheadIssuer, view: DocumentView, derived: boolean, grammar: ReturnType<typeof agencyGrammar>): Issuer {
  const territory = found.territory ? { id: found.territory.id, name: grammar.territoryName(found.territory) } : found.place ? { id: null, name: found.place } : null;
  return { id: found.id, name: found.name, territory, evidence: view.evidence(found.start, found.end), derived };
}

/**
 * The territory a document is at home in: named in the letterhead, else the place it is dated at, else the one its text names
 * most. "An Lão" is a district of two provinces; the province named in the text decides.
 */
function homeTerritory(view: DocumentView, letterhead: Letterhead, date: string | null, knowledge: IdentityKnowledge): Territory | null {
  const grammar = agencyGrammar(knowledge);
  const sample = view.text.slice(0, 60_000);
  const folded = view.folded.slice(0, 60_000);
  const counts = new Map<Territory, number>();
  const provinces = new Map<string, number>();
  const note = (territory: Territory | null, weight: number) => {
    if (!territory || territory.kind === 'country') return;
    counts.set(territory, (counts.get(territory) ?? 0) + weight);
    const province = grammar.lineage(territory).find((row) => row.kind === 'province' || row.kind === 'city');
    if (province) provinces.set(province.id, (provinces.get(province.id) ?? 0) + weight);
  };
  const places: { place: NonNullable<ReturnType<typeof grammar.placeAt>>; weight: number }[] = [];
  for (const { kindAt, nameAt, committee } of identityWords(knowledge).placesInText(folded)) {
    if (!/\p{Lu}/u.test(sample.charAt(nameAt))) continue;
    const place = grammar.placeAt(sample, folded, committee ? nameAt : kindAt);
    if (place?.name && place.rows.length > 0) places.push({ place, weight: 1 });
  }
  const bare: PlaceContext = { own: [], date };
  for (const { place, weight } of places) if (place.rows.length === 1 || grammar.territory(place, bare)) note(grammar.territory(place, bare), weight);
  const province = [...provinces].sort((a, b) => b[1] - a[1])[0]?.[0];
  const context: PlaceContext = { own: province ? grammar.lineage(grammar.byId(province) as Territory) : [], date };
  if (letterhead.place) {
    const words = letterhead.place.value;
    const place = grammar.placeAt(words, fold(words), 0);
    const territory = place ? grammar.territory(place, context) : null;
    if (territory) return territory;
  }
  for (const { place, weight } of places) if (place.rows.length > 1 && !grammar.territory(place, bare)) note(grammar.territory(place, context), weight);
  if (letterhead.anchors > 0) return province ? (grammar.byId(province) ?? null) : null;
  // Without a letterhead the most named place is the best witness; the lower of two wins, since a district names its province too.
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  return ranked[0]?.[0] ?? null;
}

/** "Chủ tịch Ủy ban nhân dân thành phố có ý kiến như sau": whose order a letter passes on, where that is not its issuer. */
function readDirectingAuthority(view: DocumentView, issuer: Issuer | null, context: PlaceContext, knowledge: IdentityKnowledge): Issuer | null {
  const grammar = agencyGrammar(knowledge);
  const words = identityWords(knowledge);
  for (const leaf of view.leaves) {
    if (leaf.zone !== 'preamble' && leaf.leaf.type !== 'paragraph') continue;
    const folded = fold(leaf.words);
    const at = Math.min(...words.directing.map((phrase) => folded.indexOf(phrase)).filter((index) => index >= 0));
    if (!Number.isFinite(at)) continue;
    for (let start = Math.max(0, at - 120); start < at; start++) {
      if (!/\p{Lu}/u.test(leaf.words.charAt(start)) || /\p{L}/u.test(leaf.words.charAt(start - 1))) continue;
      const head = words.capacities.find((capacity) => folded.startsWith(`${capacity} `, start));
      const bodyAt = start + (head ? head.length + 1 : 0);
      const body = grammar.at(leaf.words, folded, bodyAt, false);
      if (!body || words.withoutPerfect(folded.slice(body.end, at)).trim() !== '') continue;
      const resolved = grammar.resolve(body, leaf.words, context);
      const territory = resolved.territory?.id ? (grammar.byId(resolved.territory.id) ?? null) : null;
      const name = `${head ? `${leaf.words.slice(start, bodyAt)}` : ''}${grammar.fullName(leaf.words.slice(body.start, body.end), territory)}`;
      if (!head && issuer && issuer.id !== null && issuer.id === resolved.id) return null;
      if (head && issuer && !words.passesOn(fold(issuer.name))) return null;
      return { id: resolved.id, name, territory: resolved.territory, evidence: view.evidence(leaf.start + start, leaf.start + body.end), derived: false };
    }
  }
  return null;
}
