import type { PlaceContext } from '../../grammar/places.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Citation, Identity, Reference } from '../../model/facts.ts';
import type { Target } from '../../model/targets.ts';
import { fold, slug } from '../../text/fold.ts';
import { isWordAt } from '../../text/word-chars.ts';
import type { Calendar } from '../dates.ts';
import type { DocumentView } from '../document-view.ts';
import type { Passage } from '../passage.ts';
import type { LogicalTable } from '../tables/logical-table.ts';
import type { Place, TargetDraft } from './draft.ts';
import { IndicatorLinker } from './linking.ts';
import { placeOfTitle } from './title-place.ts';
import { type TargetKnowledge, type TargetTools, targetTools } from './tools.ts';
import { type PlacedDraft, TargetWalk } from './walk.ts';

/**
 * The targets of a document (domain reference 6): every committed future value with indicator, area, scope, period, bounds and
 * unit, from prose, tables and footnotes. A value given for several years is one target for each.
 */
export function readTargets(
  view: DocumentView,
  tables: readonly LogicalTable[],
  identity: Identity,
  citations: readonly Citation[],
  calendar: Calendar,
  place: PlaceContext,
  knowledge: TargetKnowledge,
): Target[] {
  const tools = targetTools(knowledge);
  const walk = new TargetWalk(view, tables, citations, calendar, tools);
  walk.run(identity);
  const finisher = new Finisher(view, place, identity, tools);
  return walk.found.flatMap((each) => finisher.finish(each)).sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
}

/** The territory of central bodies. */
const COUNTRY = 'vn';

/** Links, places and quotes drafts. */
class Finisher {
  readonly #view: DocumentView;
  readonly #place: PlaceContext;
  readonly #tools: TargetTools;
  readonly #home: Reference | null;
  readonly #ids = new Set<string>();
  readonly #linker: IndicatorLinker;

  constructor(view: DocumentView, place: PlaceContext, identity: Identity, tools: TargetTools) {
    this.#view = view;
    this.#place = place;
    this.#tools = tools;
    this.#linker = new IndicatorLinker(tools);
    const own = this.#isOfCountry(identity) ? undefined : place.own[0];
    const { territory = null } = identity.issuer ?? {};
    // A commune that is in no list is still the place of its own plan, and not the province above it.
    const home = own && !(territory && territory.id === null) ? { id: own.id, name: tools.agencies.territoryName(own) } : (territory ?? this.#country(identity));
    const about = home?.id === COUNTRY ? placeOfTitle(identity.title?.value ?? '', identity.issuedOn.value, tools) : null;
    this.#home = about ? { id: about.id, name: tools.agencies.territoryName(about) } : home;
  }

  /** "Ủy ban Quốc gia về Chuyển đổi số" is in no list: where it is dated is its seat, not its territory. */
  #isOfCountry({ issuer }: Identity): boolean {
    if (!issuer || issuer.id !== null || issuer.territory !== null) return false;
    const folded = fold(issuer.name);
    if (!this.#tools.words.countryBodies.firstIn(folded, 0, folded.length)) return false;
    for (let at = 0; at < folded.length; at++) if (!isWordAt(folded, at - 1) && this.#tools.agencies.placeAt(issuer.name, folded, at)?.kind) return false;
    return true;
  }

  /** A central body's targets are the country's. */
  #country(identity: Identity): Reference | null {
    const country = this.#tools.agencies.byId(COUNTRY);
    return (identity.issuer?.id || this.#isOfCountry(identity)) && country ? { id: country.id, name: this.#tools.agencies.territoryName(country) } : null;
  }

  finish({ draft, eId, where }: PlacedDraft): Target[] {
    const indicator = this.#linker.link(draft, this.#named(draft)?.words);
    const area = this.#area(draft);
    const unit = draft.unit ?? (indicator.id !== null && draft.comparator !== 'status' ? (this.#tools.indicators.byId(indicator.id)?.unit ?? null) : null);
    const value = this.#evidence(draft.clause, draft.value);
    const periods: (Target['period'] | null)[] = draft.periods.length > 0 ? draft.periods : [null];
    return periods.map((period) => {
      const key = [
        'target',
        eId ?? 'text',
        indicator.id ?? slug(indicator.raw).slice(0, 60),
        draft.scope?.id,
        period ? `${period.kind}-${[period.from, period.to].filter(Boolean).join('-')}` : null,
        draft.comparator,
        [draft.low, draft.high].filter((bound) => bound !== null).join('-') || null,
      ];
      return {
        id: this.#unique(key.filter(Boolean).join(':')),
        indicator,
        area,
        scope: draft.scope ? { id: draft.scope.id, name: draft.scope.name } : null,
        period,
        comparator: draft.comparator,
        low: draft.low,
        high: draft.high,
        unit,
        canonical: this.#canonical(draft, unit),
        approximate: draft.approximate,
        modality: draft.modality,
        state: draft.state,
        change: draft.change,
        where,
        responsible: [],
        flags: draft.flags,
        eId,
        raw: draft.value.passage.text.slice(draft.value.start, draft.value.end).trim(),
        evidence: value.main,
        furtherEvidence: [...value.others, ...draft.further.flatMap((place) => this.#spans(place))],
      };
    });
  }

  #unique(id: string): string {
    let unique = id;
    for (let i = 2; this.#ids.has(unique); i++) unique = `${id}~${i}`;
    this.#ids.add(unique);
    return unique;
  }

  /** A place named in the clause, the country where it says so, else the issuer's own territory (domain reference 6.4 rule 9). */
  #area(draft: TargetDraft): Reference | null {
    const { agencies } = this.#tools;
    if (draft.area === 'country') {
      const country = agencies.byId(COUNTRY);
      return country ? { id: country.id, name: agencies.territoryName(country) } : null;
    }
    return this.#named(draft)?.area ?? this.#home;
  }

  /** The place a draft names, and the words that name it. */
  #named({ area: place }: TargetDraft): { area: Reference; words: string } | null {
    if (!place || place === 'country') return null;
    const { passage, start, end, whole, opening } = place;
    const found = this.#placeIn(passage, start, end, whole === true) ?? (opening ? this.#placeIn(passage, opening.start, opening.end, false) : null);
    if (found || !whole) return found;
    const words = passage.text.slice(start, end).trim();
    return { area: { id: null, name: words }, words };
  }

  #placeIn(passage: Passage, start: number, end: number, whole: boolean): { area: Reference; words: string } | null {
    const { agencies } = this.#tools;
    for (let at = start; at < end; at++) {
      if (isWordAt(passage.text, at - 1)) continue;
      const found = agencies.placeAt(passage.text, passage.folded, at);
      // `xã NTM nâng cao`: a place in no list is no abbreviation.
      const abbreviated = found?.name && found.rows.length === 0 && found.name === found.name.toUpperCase() && /\p{Ll}/u.test(passage.text.slice(start, end));
      if (found && found.name !== null && !abbreviated && (found.kind !== null || whole)) {
        const territory = agencies.territory(found, this.#place);
        const words = passage.text.slice(found.start, found.end);
        return { area: territory ? { id: territory.id, name: agencies.territoryName(territory) } : { id: null, name: words }, words };
      }
      if (whole) return null;
      if (found) at = found.end - 1;
    }
    return null;
  }

  #canonical({ low, high }: TargetDraft, unit: string | null): Target['canonical'] {
    const found = unit === null ? null : this.#tools.units.named(unit)?.unit;
    if (!found) return null;
    const { unit: base, factor } = this.#tools.units.canonical(found);
    const convert = (value: number | null) => (value === null ? null : Number((value * factor).toPrecision(12)));
    return { low: convert(low), high: convert(high), unit: base };
  }

  /** The quote that holds the value, and the other places a cut cell has the clause in. */
  #evidence(clause: Place, value: Place): { main: Evidence; others: Evidence[] } {
    const at = value.passage.offset(value.start);
    const spans = clause.passage.spans(Math.min(clause.start, value.start), Math.max(clause.end, value.end));
    const evidence = spans.map(([start, end]) => this.#view.evidence(start, end));
    const main = evidence.find((each) => each.start <= at && at < each.end) ?? (evidence[0] as Evidence);
    return { main, others: evidence.filter((each) => each !== main) };
  }

  #spans({ passage, start, end }: Place): Evidence[] {
    return passage.spans(start, end).map(([from, to]) => this.#view.evidence(from, to));
  }
}
