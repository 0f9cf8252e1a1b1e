import type { Agency, Knowledge, Territory } from '../knowledge/knowledge.ts';
import type { Reference } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { agencyGrammar } from './agencies.ts';
import { compiledOnce } from './compiled.ts';
import { levelOf } from './places.ts';

/** An agency of the registry, in its territory where it has one, and what followed it. */
export interface KnownAgency {
  id: string;
  name: string;
  /** With the territory: "Sở Xây dựng thành phố Hải Phòng", "Huyện ủy An Lão". */
  fullName: string;
  nameEn: string;
  aliases: readonly string[];
  level: string | null;
  territory: Reference | null;
  /** ISO, as precise as known: the later beginning and the earlier end of body and territory. */
  validFrom: string | null;
  validTo: string | null;
  /** Ids of the agencies that followed, one step on. */
  successors: readonly string[];
}

interface Lived {
  valid_from: string | null;
  valid_to: string | null;
}

/**
 * The registry by the ids facts carry: `bo-xay-dung`, `vn-hp.so-xay-dung`. A territorial agency ends with its body or with its
 * territory, whichever ends first, and goes on as the successor of that one: `vn-hp.so-xay-dung` → `vn-hp.so-xay-dung-2025` →
 * `vn-hp-2025.so-xay-dung-2025`. Null for an id that is not in the registry.
 */
export const knownAgencies: (knowledge: Pick<Knowledge, 'agencies' | 'territories' | 'anatomy' | 'citations'>) => (id: string) => KnownAgency | null = compiledOnce((knowledge) => {
  const grammar = agencyGrammar(knowledge);
  const bodies = new Map(knowledge.agencies.map((body) => [body.id, body]));
  const committees = knowledge.anatomy.party_committees.map(fold);

  /** The same body under the name it has in another kind of territory: Tỉnh ủy → Thành ủy. */
  const fitted = (body: Agency, territory: Territory): Agency | undefined => {
    if (grammar.fitsKind(body, territory)) return body;
    const stem = (row: Agency) => committees.reduce((name, committee) => (name.endsWith(committee) ? name.slice(0, -committee.length) : name), fold(row.name));
    return knowledge.agencies.find((row) => row.level === body.level && stem(row) === stem(body) && grammar.fitsKind(row, territory));
  };

  const successorsOf = (body: Agency, territory: Territory | undefined): string[] => {
    const within = (row: Agency) => (territory && row.territorial === 'yes' ? `${territory.id}.${row.id}` : row.id);
    const next = (ids: readonly string[]) => ids.map((reference) => reference.split(':')[0] as string);
    if (body.successors.length > 0 && (!territory?.valid_to || startOf(body.valid_to) <= startOf(territory.valid_to)))
      return next(body.successors).flatMap((id) => within(bodies.get(id) as Agency));
    return next(territory?.successors ?? []).flatMap((id) => {
      const successor = grammar.byId(id);
      const row = successor && levelOf(successor.kind) === body.level ? fitted(body, successor) : undefined;
      return successor && row ? [`${successor.id}.${row.id}`] : [];
    });
  };

  return (id) => {
    const dot = id.lastIndexOf('.');
    const body = bodies.get(id.slice(dot + 1));
    const territory = dot === -1 ? undefined : grammar.byId(id.slice(0, dot));
    if (!body || (dot !== -1 && !territory)) return null;
    const lives: Lived[] = territory ? [body, territory] : [body];
    return {
      id,
      name: body.name,
      fullName: grammar.fullName(body.name, territory ?? null),
      nameEn: body.name_en,
      aliases: body.aliases,
      level: body.level || null,
      territory: territory ? { id: territory.id, name: grammar.territoryName(territory) } : null,
      validFrom: latest(lives.map((life) => life.valid_from)),
      validTo: earliest(lives.map((life) => life.valid_to)),
      successors: successorsOf(body, territory),
    };
  };
});

/** A day as early as a date may mean, for comparing: `2025-02` begins before `2025-02-15`. */
function startOf(date: string | null): string {
  return date ?? '9999';
}

/** `2025` ends with its last day, so `2025-06-30` is earlier. */
function endOf(date: string): string {
  return `${date}-99-99`.slice(0, 10);
}

function latest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((best, date) => (date !== null && (best === null || date > best) ? date : best), null);
}

function earliest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((best, date) => (date !== null && (best === null || endOf(date) < endOf(best)) ? date : best), null);
}
