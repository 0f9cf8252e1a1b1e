import type { Checks } from '../knowledge/knowledge.ts';
import type { Bilingual, Finding } from '../model/finding.ts';
import type { FindingHead } from '../model/finding-list.ts';
import type { DocumentDigest } from '../resolve/digest.ts';

/** Findings, by their heads, that have one cause, and how that is known. */
interface CauseGroup {
  members: readonly FindingHead[];
  reason: Bilingual;
}

/**
 * Gathers, finding by finding, what tells of one cause. Two things do: several rules refute one and the same value in one and the same
 * place ("ngày 24/7/2024" is after the citing document and out of its series); or several say of one annex that it is older than its
 * document (a blank number, a deadline that has passed).
 */
export class CauseMarks {
  readonly #checks: Checks;
  readonly #documents: ReadonlyMap<string, DocumentDigest>;
  readonly #telling: ReadonlySet<string>;
  readonly #refuted = new Map<string, FindingHead[]>();
  readonly #olderParts = new Map<string, { members: FindingHead[]; rules: Set<string>; annex: string; document: string }>();

  constructor(documents: readonly DocumentDigest[], checks: Checks) {
    this.#checks = checks;
    this.#documents = new Map(documents.map((document) => [document.id, document]));
    this.#telling = new Set(checks.causes.older_part.rules);
  }

  /** A finding that no decision set aside: what was has no part in any cause. */
  add(head: FindingHead, finding: Finding): void {
    for (const mark of refutedIn(finding)) {
      const members = this.#refuted.get(mark);
      if (members) members.push(head);
      else this.#refuted.set(mark, [head]);
    }
    if (this.#telling.has(finding.rule)) this.#addPart(head, finding);
  }

  *groups(): Generator<CauseGroup> {
    const { same_value, older_part } = this.#checks.causes;
    for (const members of this.#refuted.values()) if (members.length > 1) yield { members, reason: same_value.words };
    for (const { members, rules, annex, document } of this.#olderParts.values()) if (rules.size > 1) yield { members, reason: fillIn(older_part.words, { annex, document }) };
  }

  #addPart(head: FindingHead, { rule, sides: [side] }: Finding): void {
    if (!side) return;
    const document = this.#documents.get(side.document);
    const annex = document?.annexes.find(({ place }) => place[0] <= side.evidence.start && side.evidence.end <= place[1]);
    if (!document || !annex) return;
    const key = `${document.id}|${annex.place[0]}`;
    const part = this.#olderParts.get(key) ?? { members: [], rules: new Set(), annex: annex.label, document: document.number?.value ?? document.file };
    this.#olderParts.set(key, part);
    part.members.push(head);
    part.rules.add(rule);
  }
}

/** The places whose value a finding holds to be wrong, each once. */
function refutedIn({ sides, verdict }: Finding): Iterable<string> {
  if (!verdict) return [];
  const wrong = new Set(verdict.candidates.map(({ value }) => value).filter((value) => value !== verdict.value));
  return new Set(sides.filter(({ value }) => value !== null && wrong.has(value)).map(({ document, value, evidence }) => `${document}|${evidence.start}|${value}`));
}

/**
 * The findings with those that share a cause together: of each group the most important one is the root, the others name it and follow it.
 * `heads` come most important first.
 */
export function joinCauses(heads: readonly FindingHead[], marks: CauseMarks): FindingHead[] {
  const places = new Map(heads.map((head, at) => [head, at]));
  const groups = new Groups(heads.length);
  const reasons = new Map<number, Bilingual>();
  for (const { members, reason } of marks.groups()) {
    const [first, ...others] = members.map((head) => places.get(head) as number).sort((a, b) => a - b) as [number, ...number[]];
    for (const other of others) {
      groups.join(first, other);
      if (!reasons.has(other)) reasons.set(other, reason);
    }
    if (!reasons.has(first)) reasons.set(first, reason);
  }
  const byRoot = new Map<number, number[]>();
  for (const at of heads.keys()) {
    const root = groups.rootOf(at);
    const list = byRoot.get(root);
    if (list) list.push(at);
    else byRoot.set(root, [at]);
  }
  const head = (at: number) => heads[at] as FindingHead;
  // The first of a group is its most important: findings come in that order.
  return [...byRoot.values()].flatMap(([first, ...others]) => {
    const root = head(first as number);
    if (others.length === 0) return root;
    return [{ ...root, joined: others.map((at) => head(at).id) }, ...others.map((at) => ({ ...head(at), cause: { root: root.id, reason: reasons.get(at) as Bilingual } }))];
  });
}

function fillIn(words: Bilingual, values: Record<string, string>): Bilingual {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { vi: fill(words.vi), en: fill(words.en) };
}

/** Disjoint groups of the numbers below a size. */
class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at);
  }

  rootOf(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) root = this.#parents[root] as number;
    for (let one = at; one !== root; ) {
      const next = this.#parents[one] as number;
      this.#parents[one] = root;
      one = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [low, high] = [this.rootOf(a), this.rootOf(b)].sort((x, y) => x - y) as [number, number];
    this.#parents[high] = low;
  }
}
