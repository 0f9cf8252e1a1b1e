import type { Finding, Side } from '../model/finding.ts';

/** A row of `fixtures/seeds/inconsistencies.tsv`: what a careful reader found; places as `004:221; 000:15-17`. */
export interface ExpectedFinding {
  id: string;
  rule: string;
  severity: 'error' | 'warning' | 'info';
  location_a: string;
  quote_a: string;
  location_b: string;
  likely_right: string;
}

/** How a row of the reader's list fared. `value`: what the rule proposes, null for "cannot tell", undefined where it has no verdict. */
export interface FindingVerdict {
  row: ExpectedFinding;
  outcome: 'found' | 'other-level' | 'other-rule' | 'missed';
  finding: Finding | null;
  value: string | null | undefined;
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
    return { row, outcome, finding, value: finding?.verdict?.value };
  });
  return { verdicts, besides: findings.filter((finding) => !used.has(finding)) };
}

interface Place {
  seed: string;
  from: number;
  to: number;
}

/** "003:25; 000:15-17" */
function placesOf(locations: string): Place[] {
  return locations.split(';').flatMap((location) => {
    const [, seed, from, to] = /^\s*(\d{3}):(\d+)(?:-(\d+))?\s*$/.exec(location) ?? [];
    return seed && from ? [{ seed, from: Number(from), to: Number(to ?? from) }] : [];
  });
}

function isAt({ file, evidence }: Side, { seed, from, to }: Place): boolean {
  return file.startsWith(seed) && evidence.lines[0] <= to && evidence.lines[1] >= from;
}

/** True where one of two quotations holds the other, white space and Markdown aside. */
function overlaps(a: string, b: string): boolean {
  const [one, other] = [a, b].map((quote) => quote.replace(/[\s*#]+/g, '')) as [string, string];
  return one.includes(other) || other.includes(one);
}
