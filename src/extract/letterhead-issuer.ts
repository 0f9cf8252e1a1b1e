import { agencyGrammar } from '../grammar/agencies.ts';
import { type IdentityWords, identityWords } from '../grammar/identity-words.ts';
import { levelOf, type PlaceContext } from '../grammar/places.ts';
import type { Agency, Territory } from '../knowledge/knowledge.ts';
import { fold } from '../text/fold.ts';
import type { PlacedLeaf } from './document-view.ts';
import type { LetterheadKnowledge } from './letterhead.ts';

/** Kinds of territories that provinces have their seats in. */
const SEATS: ReadonlySet<string> = new Set(['provincial-city', 'municipality-city', 'town', 'township', 'ward']);
/** Words of the name of a place that is set on a line of its own. */
const LONGEST_PLACE = 3;

/** The body that signs a letterhead, its name in full, and the territory it acts in. */
export interface LetterheadIssuer {
  id: string | null;
  name: string;
  territory: Territory | null;
  /** Territory as written where the registry does not know it. */
  place: string | null;
  /** The nearest known territory around it, for reading the rest of the document. */
  within: Territory | null;
  /** A body of the whole country, or one below it ("BỘ CÔNG THƯƠNG / CỤC HÓA CHẤT"): the town it is dated at is its seat, not its territory. */
  central: boolean;
  /** True where the territory is not printed beside the name but taken from where the document is at home. */
  derived: boolean;
  start: number;
  end: number;
}

/**
 * Reads the issuer out of the letterhead's left column: the superior body first, the issuer last.
 * "ỦY BAN NHÂN DÂN / THÀNH PHỐ HẢI PHÒNG / VĂN PHÒNG", "UBND THÀNH PHỐ HẢI PHÒNG / SỞ XÂY DỰNG", "TỈNH ỦY HÀ TĨNH / *".
 */
export function readIssuer(lines: readonly PlacedLeaf[], context: PlaceContext, knowledge: LetterheadKnowledge): LetterheadIssuer | null {
  if (lines.length === 0) return null;
  const grammar = agencyGrammar(knowledge);
  const identity = identityWords(knowledge);
  const starts: { at: number; leaf: PlacedLeaf }[] = [];
  let text = '';
  for (const leaf of lines) {
    starts.push({ at: text.length, leaf });
    const ordinal = identity.meetingOrdinal(fold(leaf.words));
    const words = ordinal > 0 ? leaf.words.slice(0, ordinal) : leaf.words;
    text += `${titleCase(words.replace(/\s*[-_*]+$/, ''), identity)} `;
  }
  const folded = fold(text);
  const found: { name: string; rows: NonNullable<ReturnType<typeof grammar.at>>['rows']; territory: Territory | null; place: string | null; start: number; end: number }[] = [];
  let at = 0;
  while (at < text.trimEnd().length) {
    const nextLine = starts.find((start) => start.at > at)?.at ?? text.length;
    const body = bodyAt(text, folded, at, nextLine, starts, grammar);
    if (body) {
      const territory = body.place ? grammar.territory(body.place, context) : null;
      let end = body.end;
      let name = canonicalName(body, text);
      // "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ": the rest of a line belongs to the name that begins it.
      const rest = text.slice(end, nextLine).trim();
      const joint = jointBodies(body, text, folded, grammar);
      if (joint) {
        name = joint.name;
        end = joint.end;
        found.push({ name, rows: [], territory: placeInside(text.slice(body.end, end), context, grammar, identity), place: null, start: body.start, end });
      } else if (rest !== '' && !grammar.at(text, folded, end + (text.slice(end).length - text.slice(end).trimStart().length), false)) {
        name = text.slice(body.start, nextLine).trim();
        end = nextLine;
        const placed = identity.endsInPlaceWord(fold(text.slice(body.start, body.nameEnd)));
        // "ĐẢNG ỦY XÃ" is the registered name, "BẢO HÀ" the place it is in.
        found.push({ name, rows: [], territory, place: placed ? rest : null, start: body.start, end });
      } else found.push({ name, rows: body.rows, territory, place: body.place?.name ? placeWords(text, body.place) : null, start: body.start, end });
      at = end;
    } else {
      const place = grammar.placeAt(text, folded, at);
      const last = found.at(-1);
      const line = text.slice(at, nextLine).trim();
      if (place?.name && last) {
        last.territory ??= grammar.territory(place, context);
        last.place ??= placeWords(text, place);
        last.end = place.end;
        at = Math.max(place.end, at + 1);
      } else {
        if (line !== '') {
          const inner = placeInside(line, context, grammar, identity);
          if (last && (identity.endsOpen(fold(last.name)) || identity.beginsOpen(fold(line)))) {
            last.name = `${last.name} ${line}`;
            last.end = nextLine;
          } else if (last && last.place === null && last.territory === null && identity.endsInPlaceWord(fold(last.name)) && line.split(' ').length <= LONGEST_PLACE) {
            // "LIÊN ĐOÀN LAO ĐỘNG TỈNH / PHÚ LONG": the place, where the registry does not know it.
            last.place = line;
            last.end = nextLine;
          } else found.push({ name: line, rows: [], territory: inner, place: null, start: at, end: nextLine });
        }
        at = nextLine;
      }
    }
    while (text[at] === ' ') at++;
  }
  const issuer = found.at(-1);
  if (!issuer) return null;
  const superior = found.at(-2);
  const upper = [...found].reverse().find((body) => body.territory !== null);
  // "ĐẢNG BỘ TỈNH LÀO CAI / ĐẢNG ỦY XÃ BẢO HÀ": a place the registry does not know is not the superior's place.
  const printed = issuer.territory ?? (issuer.place ? null : (upper?.territory ?? null));
  const territory = printed ?? (issuer.place || superior ? null : homeOf(issuer.rows, context));
  const place = issuer.place ?? (territory ? null : (superior?.place ?? null));
  let name = issuer.name;
  let rows = issuer.rows;
  if (superior && identity.needsSuperior(fold(name))) {
    name = `${name} ${superior.name}`;
    const whole = grammar.at(name, fold(name), 0, false);
    rows = whole && (whole.nameEnd === name.length || whole.end === name.length) ? whole.rows : [];
    if (rows[0]) name = rows[0].name;
  }
  // "BAN CHẤP HÀNH TRUNG ƯƠNG / BAN TỔ CHỨC" is the Ban Tổ chức Trung ương.
  if (superior && rows.length === 0) {
    for (const rest of [superior.name, superior.name.split(' ').slice(-2).join(' ')]) {
      const whole = grammar.at(`${name} ${rest}`, fold(`${name} ${rest}`), 0, false);
      if (whole?.rows[0] && whole.nameEnd === name.length + 1 + rest.length) {
        rows = whole.rows;
        name = whole.rows[0].name;
        break;
      }
    }
  }
  const fitting = grammar.validOn(rows, context.date).filter((row) => !territory || row.territorial !== 'yes' || row.level === levelOf(territory.kind));
  const row = fitting.length === 1 ? fitting[0] : undefined;
  const id = row ? (row.territorial === 'yes' ? (territory ? `${territory.id}.${row.id}` : null) : row.id) : null;
  const territorial = rows.length === 0 || rows.some((candidate) => candidate.territorial === 'yes');
  const own = territorial ? territory : null;
  const full = own ? grammar.fullName(name, own) : place && !fold(name).includes(fold(place)) ? joinPlace(name, place) : name;
  const leafAt = (offset: number) => [...starts].reverse().find((start) => start.at <= offset)?.leaf ?? (lines[0] as PlacedLeaf);
  return {
    id,
    name: full,
    territory: own,
    place,
    within: own ?? upper?.territory ?? null,
    central: !own && !upper && [rows, ...found.map((body) => body.rows)].some(isCentral),
    derived: own !== null && printed === null,
    start: leafAt(found.length > 1 && found[0] !== issuer && superior && identity.needsSuperior(fold(issuer.name)) ? superior.start : issuer.start).start,
    end: leafAt(Math.max(issuer.start, issuer.end - 1)).end,
  };
}

/**
 * The body named at an offset. A name goes on in the next line where it is broken, but does not take a part of that line: "BAN CHẤP HÀNH
 * TRUNG ƯƠNG" / "ĐẢNG ĐOÀN QUỐC HỘI" is no "Ban Chấp hành Trung ương Đảng".
 */
function bodyAt(
  text: string,
  folded: string,
  at: number,
  nextLine: number,
  lines: readonly { at: number }[],
  grammar: ReturnType<typeof agencyGrammar>,
): ReturnType<typeof grammar.at> {
  const body = grammar.at(text, folded, at, false);
  if (!body || body.end <= nextLine || lines.some((line) => line.at === body.end + 1) || body.end >= text.trimEnd().length) return body;
  const line = text.slice(0, nextLine).trimEnd();
  const within = grammar.at(line, folded.slice(0, line.length), at, false);
  return within && within.end === line.length ? within : body;
}

/** "HĐND - UBND TỈNH HÒA BÌNH", "BỘ TÀI CHÍNH - BỘ NỘI VỤ": bodies that issue together, each as the registry spells it. */
function jointBodies(first: FoundBody, text: string, folded: string, grammar: ReturnType<typeof agencyGrammar>): { name: string; end: number } | null {
  const names = [canonicalName(first, text)];
  let { end } = first;
  for (;;) {
    const dash = /^ [-–] ?/.exec(text.slice(end, end + 3));
    const next = dash ? grammar.at(text, folded, end + dash[0].length, false) : null;
    if (!next) break;
    names.push(next.place ? `${canonicalName(next, text)} ${placeWords(text, next.place)}` : canonicalName(next, text));
    end = next.end;
  }
  return names.length > 1 ? { name: names.join(' - '), end } : null;
}

/** Whether all bodies a name may mean are of the whole country. */
export function isCentral(rows: readonly Agency[]): boolean {
  return rows.length > 0 && rows.every((row) => row.level === 'central' && row.territorial !== 'yes');
}

/**
 * The territory of a body whose second line was lost ("ỦY BAN NHÂN DÂN" above "Ninh Bình, ngày …"): where the document is at home. A
 * town may be the seat of its province as well, so it tells nothing.
 */
function homeOf(rows: readonly Agency[], { own }: PlaceContext): Territory | null {
  const [home] = own;
  if (!home || SEATS.has(home.kind)) return null;
  return rows.some((row) => row.territorial === 'yes' && row.level === levelOf(home.kind)) ? home : null;
}

function placeInside(line: string, context: PlaceContext, grammar: ReturnType<typeof agencyGrammar>, identity: IdentityWords): Territory | null {
  const folded = fold(line);
  for (const at of identity.placesWithKind(folded)) {
    const place = grammar.placeAt(line, folded, at);
    if (place?.name) return grammar.territory(place, context);
  }
  return null;
}

type FoundBody = NonNullable<ReturnType<ReturnType<typeof agencyGrammar>['at']>>;

/** The registry's spelling of a body's name, so that "ỦY BAN NHÂN DÂN" and "UBND" read alike. */
function canonicalName(body: FoundBody, text: string): string {
  return body.rows[0]?.name ?? text.slice(body.start, body.nameEnd);
}

/** "Liên đoàn Lao động tỉnh" and "tỉnh Phú Long": the kind of the place stands in both. */
function joinPlace(name: string, place: string): string {
  const words = place.split(' ');
  const shared = [2, 1].find((count) => words.length > count && ` ${fold(name)}`.endsWith(` ${fold(words.slice(0, count).join(' '))}`)) ?? 0;
  return `${name} ${words.slice(shared).join(' ')}`;
}

/** "xã Đại Lộc": the kind of a place in small letters, as in a sentence. */
function placeWords(text: string, { start, end, name }: { start: number; end: number; name: string | null }): string {
  const named = end - (name?.length ?? 0);
  return text.slice(start, named).toLowerCase() + text.slice(named, end);
}

/** "SỞ GIÁO DỤC VÀ ĐÀO TẠO" → "Sở Giáo dục và Đào tạo": only for names that are in no list; lower case is kept. */
function titleCase(words: string, identity: IdentityWords): string {
  if (/\p{Ll}/u.test(words.replace(/\p{Lu}[\p{Lu}\p{Ll}]*/gu, (word) => (word === word.toUpperCase() ? '' : word)))) return words;
  return words.replace(/\p{L}+/gu, (word) => (word.length > 1 && !/^[IVXLC]+$/.test(word) && !identity.isAbbreviation(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word));
}
