import type { KnownAgency } from '../../grammar/succession.ts';
import type { AssignedAgency } from '../../model/assignments.ts';
import type { PublishedDocument } from '../../model/document.ts';
import type { Reference } from '../../model/facts.ts';
import { fold } from '../../text/fold.ts';

/** An agency of the corpus, or one that followed it, with what it has to do with the documents. */
export interface AgencyEntry {
  key: string;
  /** Null where the registry does not know it. */
  known: KnownAgency | null;
  name: string;
  collective: boolean;
  level: string | null;
  territory: Reference | null;
  /** Documents it appears in, as issuer or with something to do. */
  documents: number;
  issued: number;
  assignments: number;
  lead: number;
  /** Targets it is responsible for. */
  targets: number;
}

type Named = Reference & Partial<Pick<AssignedAgency, 'collective' | 'level' | 'territory'>>;

/** What identifies an agency across documents: its id, else `~` and its name in lower case, with its territory where one is named. */
export function agencyKey({ id, name, territory }: Named): string {
  if (id !== null) return id;
  const place = territory?.id ?? (territory ? fold(territory.name) : null);
  return `~${spaced(fold(name))}${place === null || place === undefined ? '' : `@${place}`}`;
}

/** "Sở Xây dựng thành phố Hải Phòng": the name with the territory, where the name does not say it. */
export function fullName({ known, name, territory }: Pick<AgencyEntry, 'known' | 'name' | 'territory'>): string {
  return known?.fullName ?? (territory && !name.includes(territory.name) ? `${name} ${territory.name}` : name);
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Gathers the agencies of a corpus document by document; it grows with the number of agencies, not of documents. */
export class AgencyRegister {
  readonly #known: (id: string) => KnownAgency | null;
  readonly #entries = new Map<string, AgencyEntry & { last: string | null }>();

  constructor(known: (id: string) => KnownAgency | null) {
    this.#known = known;
  }

  add({ id: document, identity, targets, assignments }: PublishedDocument): void {
    if (identity.issuer) this.#seen(identity.issuer, document).issued++;
    for (const { agency, role } of assignments) {
      const entry = this.#seen(agency, document);
      entry.assignments++;
      if (role === 'lead' || role === 'co-lead') entry.lead++;
    }
    for (const { responsible } of targets) for (const agency of responsible) this.#seen(agency, document).targets++;
  }

  /** All agencies by key, those included that only followed others. */
  list(): AgencyEntry[] {
    // A successor may have successors of its own: the list grows while it is walked.
    for (const { known } of this.#entries.values()) for (const id of known?.successors ?? []) this.#entry({ id, name: id });
    return [...this.#entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #seen(agency: Named, document: string): AgencyEntry {
    const entry = this.#entry(agency);
    if (entry.last !== document) {
      entry.last = document;
      entry.documents++;
    }
    return entry;
  }

  #entry(agency: Named): AgencyEntry & { last: string | null } {
    const key = agencyKey(agency);
    let entry = this.#entries.get(key);
    if (!entry) {
      const known = agency.id === null ? null : this.#known(agency.id);
      entry = {
        key,
        known,
        name: known?.name ?? spaced(agency.name),
        collective: agency.collective ?? false,
        level: known?.level ?? agency.level ?? null,
        territory: known ? known.territory : (agency.territory ?? null),
        documents: 0,
        issued: 0,
        assignments: 0,
        lead: 0,
        targets: 0,
        last: null,
      };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}
