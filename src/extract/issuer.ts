import { agencyGrammar } from '../grammar/agencies.ts';
import { anatomyGrammar } from '../grammar/anatomy.ts';
import { type IdentityWords, identityWords } from '../grammar/identity-words.ts';
import { levelOf, type PlaceContext } from '../grammar/places.ts';
import type { Territory } from '../knowledge/knowledge.ts';
import type { Issuer, System } from '../model/facts.ts';
import { isEnacting } from '../segment/zones.ts';
import { fold } from '../text/fold.ts';
import type { DocumentView } from './document-view.ts';
import { homeTerritory } from './home-territory.ts';
import type { Letterhead, LetterheadKnowledge } from './letterhead.ts';
import { isCentral, type LetterheadIssuer, readIssuer } from './letterhead-issuer.ts';
import type { OwnCaption } from './own-caption.ts';
import type { Title } from './title.ts';

/**
 * The issuing body and the places the document belongs to: from the letterhead, else from the words below the type name, the
 * enacting sentence, the signature or the annex caption, and then `derived`.
 */
export function findIssuer(
  view: DocumentView,
  letterhead: Letterhead,
  titled: Title['issuerWords'],
  caption: OwnCaption | null,
  date: string | null,
  system: System | null,
  knowledge: LetterheadKnowledge,
): { issuer: Issuer | null; context: PlaceContext } {
  const grammar = agencyGrammar(knowledge);
  const home = homeTerritory(view, letterhead, date, knowledge);
  const base: PlaceContext = { own: home ? grammar.lineage(home) : [], date };
  const within = (territory: Territory | null, central: boolean): PlaceContext => (territory ? { own: grammar.lineage(territory), date } : central ? { own: [], date } : base);
  const printed = readIssuer(letterhead.issuerLines, base, knowledge);
  const unplaced = printed?.id === null && !printed.territory && !printed.place && !printed.central;
  if (printed && !unplaced) return { issuer: toIssuer(printed, view, printed.derived, grammar), context: within(printed.within, printed.central) };
  for (const found of bodiesBelow(view, titled, caption, base, system, knowledge)) {
    if (printed && !saysMore(found, printed, fold(view.text.slice(found.start, found.end)))) continue;
    return { issuer: toIssuer(found, view, true, grammar), context: within(found.territory, found.central) };
  }
  if (printed) return { issuer: toIssuer(printed, view, printed.derived, grammar), context: within(printed.within, printed.central) };
  const issuer = issuerOfCode(letterhead, view, date, grammar);
  return { issuer, context: within(null, issuer !== null) };
}

/**
 * "HỘI ĐỒNG NHÂN DÂN" over "Tuy Hòa, ngày …" is that of the line above the legal bases, "HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ YÊN", or "HỘI ĐỒNG
 * NHÂN DÂN TỈNH" of the province that the town lies in.
 */
function saysMore(found: LetterheadIssuer, printed: LetterheadIssuer, line: string): boolean {
  if (found.territory === null || !found.name.startsWith(`${printed.name} `)) return false;
  return line.includes(fold(found.territory.name)) || (line.length > printed.name.length && fold(found.name).startsWith(`${line} `));
}

/** The bodies named where a document says who speaks: below the type name, above the legal bases, before the enacting word, at the signature, in the annex caption. */
function* bodiesBelow(
  view: DocumentView,
  titled: Title['issuerWords'],
  caption: OwnCaption | null,
  base: PlaceContext,
  system: System | null,
  knowledge: LetterheadKnowledge,
): Generator<LetterheadIssuer> {
  const grammar = agencyGrammar(knowledge);
  const identity = identityWords(knowledge);
  const sources: { start: number; end: number; open: boolean }[] = [];
  if (titled) sources.push({ start: titled.start, end: titled.end, open: true });
  for (const { leaf, start, end, words } of [...view.zone('front'), ...view.zone('preamble')]) {
    if ((leaf.type === 'caption' || leaf.type === 'paragraph') && isEnacting(words, anatomyGrammar(knowledge)))
      sources.push({ start: start + bodyOfHead(words, grammar, identity), end, open: false });
  }
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
  // "NGHỊ QUYẾT" / "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH BẮC GIANG LẦN THỨ XIX": whose meeting it is of.
  const [title] = view.zone('front').filter(({ leaf, words }) => leaf.type === 'title' && identity.meetingOrdinal(fold(words)) > 0);
  if (title) sources.push({ start: title.start, end: title.start + identity.meetingOrdinal(fold(title.words)), open: false });
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
    yield {
      id,
      // A body of the whole country is named without it: "Chính phủ".
      name: territory && territory.kind !== 'country' ? grammar.fullName(name, territory) : territory ? name : place ? text.slice(body.start, body.end).replace(/\s+/g, ' ') : name,
      territory,
      place,
      within: territory,
      central: !territory && isCentral(rows),
      derived: true,
      start,
      end: start + (capitals ? end - start : body.end),
    };
  }
}

/**
 * Where the body begins in a line above the legal bases: its head decides under its number ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM"),
 * but the Prime Minister under one of his own.
 */
function bodyOfHead(words: string, grammar: ReturnType<typeof agencyGrammar>, identity: IdentityWords): number {
  const folded = fold(words);
  const head = identity.capacities.find((capacity) => folded.startsWith(`${capacity} `));
  if (!head || grammar.at(words, folded, 0, false)?.rows.some((row) => row.territorial !== 'yes')) return 0;
  return head.length + 1;
}

/** "28/2021/NĐ-CP" is the Government's, also where the scan has lost the line above it: a code that one central body has. */
function issuerOfCode({ number }: Letterhead, view: DocumentView, date: string | null, grammar: ReturnType<typeof agencyGrammar>): Issuer | null {
  if (!number?.bodyCode || !number.evidence) return null;
  const rows = grammar.validOn(grammar.byCode(number.bodyCode), date).filter((row) => row.system === number.system);
  const [row] = rows;
  if (rows.length !== 1 || !row || row.level !== 'central' || row.territorial === 'yes') return null;
  const { start, end } = number.evidence;
  return toIssuer({ id: row.id, name: row.name, territory: null, place: null, within: null, central: true, derived: true, start, end }, view, true, grammar);
}

function wordCase(words: string): string {
  return words.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

function toIssuer(found: LetterheadIssuer, view: DocumentView, derived: boolean, grammar: ReturnType<typeof agencyGrammar>): Issuer {
  const territory = found.territory ? { id: found.territory.id, name: grammar.territoryName(found.territory) } : found.place ? { id: null, name: found.place } : null;
  return { id: found.id, name: found.name, territory, evidence: view.evidence(found.start, found.end), derived };
}
