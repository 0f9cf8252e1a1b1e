import type { Checks } from '../knowledge/knowledge.ts';
import type { Bilingual, Cause, Finding } from '../model/finding.ts';
import type { DocumentDigest } from '../resolve/digest.ts';

/**
 * Joins findings that share a cause: of each group the most important one is the root, the others name it and follow it in the
 * list. Two things tell of one cause: several rules refute one and the same value in one and the same place ("ngày 24/7/2024" is
 * after the citing document and out of its series); or several say of one annex that it is older than its document (a blank
 * number, a deadline that has passed). What was set aside has no part in it. `findings` come most important first.
 */
export function joinCauses(findings: readonly Finding[], documents: readonly DocumentDigest[], checks: Checks): Finding[] {
  const groups = new Groups(findings.length);
  const reasons = new Map<number, Bilingual>();
  const join = (members: Iterable<number>, reason: Bilingual) => {
    const [first, ...others] = [...members];
    if (first === undefined || others.length === 0) return;
    for (const other of others) {
      groups.join(first, other);
      if (!reasons.has(other)) reasons.set(other, reason);
    }
    if (!reasons.has(first)) reasons.set(first, reason);
  };
  for (const members of sameValue(findings)) join(members, checks.causes.same_value.words);
  for (const { members, annex, document } of olderParts(findings, documents, checks)) join(members, fillIn(checks.causes.older_part.words, { annex, document }));
  const byRoot = new Map<number, number[]>();
  for (const at of findings.keys()) {
    const root = groups.rootOf(at);
    const list = byRoot.get(root);
    if (list) list.push(at);
    else byRoot.set(root, [at]);
  }
  // The first of a group is its most important: findings come in that order.
  return [...byRoot.values()].flatMap(([first, ...others]) => {
    const root = findings[first as number] as Finding;
    const cause = (at: number): Cause => ({ root: root.id, reason: reasons.get(at) as Bilingual });
    return [{ ...root, joined: others.map((at) => (findings[at] as Finding).id) }, ...others.map((at) => ({ ...(findings[at] as Finding), cause: cause(at) }))];
  });
}

/** Findings of several rules that hold one value at one place to be wrong. */
function sameValue(findings: readonly Finding[]): Iterable<Set<number>> {
  const marks = new Map<string, Set<number>>();
  for (const [at, { sides, verdict, suppressed }] of findings.entries()) {
    if (!verdict || suppressed) continue;
    const wrong = new Set(verdict.candidates.map(({ value }) => value).filter((value) => value !== verdict.value));
    for (const { document, value, evidence } of sides) {
      if (value === null || !wrong.has(value)) continue;
      const mark = `${document}|${evidence.start}|${value}`;
      const members = marks.get(mark);
      if (members) members.add(at);
      else marks.set(mark, new Set([at]));
    }
  }
  return marks.values();
}

/** Annexes that findings of two rules or more say are older than their documents. */
function* olderParts(findings: readonly Finding[], documents: readonly DocumentDigest[], checks: Checks): Generator<{ members: number[]; annex: string; document: string }> {
  const telling = new Set(checks.causes.older_part.rules);
  const byId = new Map(documents.map((document) => [document.id, document]));
  const parts = new Map<string, { members: number[]; annex: string; document: string }>();
  for (const [at, finding] of findings.entries()) {
    if (!telling.has(finding.rule) || finding.suppressed) continue;
    const [side] = finding.sides;
    if (!side) continue;
    const document = byId.get(side.document);
    const annex = document?.annexes.find(({ place }) => place[0] <= side.evidence.start && side.evidence.end <= place[1]);
    if (!document || !annex) continue;
    const key = `${document.id}|${annex.place[0]}`;
    const part = parts.get(key);
    if (part) part.members.push(at);
    else parts.set(key, { members: [at], annex: annex.label, document: document.number?.value ?? document.file });
  }
  for (const part of parts.values()) if (new Set(part.members.map((at) => findings[at]?.rule)).size > 1) yield part;
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
