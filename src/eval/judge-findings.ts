import type { Finding, Side } from '../model/finding.ts';
import { fold } from '../text/fold.ts';

/** A row of `fixtures/seeds/inconsistencies.tsv`: what a careful reader found; places as `004:221; 000:15-17`. */
export interface ExpectedFinding {
  id: string;
  rule: string;
  severity: 'error' | 'warning' | 'info';
  location_a: string;
  quote_a: string;
  location_b: string;
  /** `external` where only data outside the corpus tell it. */
  scope: string;
  /** What belongs there, in the reader's words. */
  likely_right: string;
  /** The same as a rule would propose it, alternatives after ` | `; `?` where the reader could not tell, empty where nothing is to be proposed. */
  value: string;
}

/** How a row of the reader's list fared. `value`: what the rule proposes, null for "cannot tell", undefined where it has no verdict. */
export interface FindingVerdict {
  row: ExpectedFinding;
  outcome: 'found' | 'other-level' | 'other-rule' | 'missed';
  finding: Finding | null;
  value: string | null | undefined;
  /** `right` or `wrong` against the reader's value; `cannot-tell` where the rule proposes none; null where there is nothing to judge. */
  proposal: 'right' | 'wrong' | 'cannot-tell' | null;
}

/**
 * Holds findings against the reader's list. A row is found where a finding of its rule and level has a side on one of the lines
 * at which the reader saw the fault (`location_a`). A finding may answer several rows: one cause, one finding.
 */
export function judgeFindings(rows: readonly ExpectedFinding[], findings: readonly Finding[]): { verdicts: FindingVerdict[]; besides: Finding[] } {
  const used = new Set<Finding>();
  const verdicts = rows.map((row): FindingVerdict => {
    const places = placesOf(row.location_a);
    const there = findings.filter((finding) => finding.sides.some((side) => places.some((place) => isAt(side, place))));
    const own = there.filter((finding) => finding.rule === row.rule);
    // One line may hold several faults of a kind: the words tell them apart.
    const quoted = own.filter((finding) => finding.sides.some((side) => places.some((place) => isAt(side, place)) && overlaps(side.evidence.quote, row.quote_a)));
    const likely = quoted.length > 0 ? quoted : own;
    const finding = likely.find(({ level }) => level === row.severity) ?? likely[0] ?? null;
    for (const each of own) used.add(each);
    const outcome = finding ? (finding.level === row.severity ? 'found' : 'other-level') : there.length > 0 ? 'other-rule' : 'missed';
    const value = finding?.verdict?.value;
    return { row, outcome, finding, value, proposal: finding === null ? null : judgeProposal(row.value, value ?? null) };
  });
  return { verdicts, besides: findings.filter((finding) => !used.has(finding)) };
}

function judgeProposal(expected: string, value: string | null): FindingVerdict['proposal'] {
  if (expected === '') return null;
  if (value === null) return expected === '?' ? 'right' : 'cannot-tell';
  return expected.split(' | ').some((one) => bare(one) === bare(value)) ? 'right' : 'wrong';
}

const bare = (value: string) => fold(value).replace(/\s+/g, '');

/** Source lines of a seed. */
interface Place {
  seed: string;
  from: number;
  to: number;
}

/** "003:25; 000:15-17" */
export function placesOf(locations: string): Place[] {
  return locations.split(';').flatMap((location) => {
    const [, seed, from, to] = /^\s*(\d{3}):(\d+)(?:-(\d+))?\s*$/.exec(location) ?? [];
    return seed && from ? [{ seed, from: Number(from), to: Number(to ?? from) }] : [];
  });
}

/** True where a side lies on lines of a place. */
export function isAt({ file, evidence }: Side, { seed, from, to }: Place): boolean {
  return file.startsWith(seed) && evidence.lines[0] <= to && evidence.lines[1] >= from;
}

/** True where one of two quotations holds the other, white space and Markdown aside. */
function overlaps(a: string, b: string): boolean {
  const [one, other] = [a, b].map((quote) => quote.replace(/[\s*#]+/g, '')) as [string, string];
  return one.includes(other) || other.includes(one);
}
