import type { Work } from '../resolve/works.ts';
import type { CandidateDraft, CheckContext, GroundDraft, SideDraft, VerdictDraft } from './rule.ts';
import { countSources, independentSources } from './witnesses.ts';

/** A title some places give for a work, by its comparable words. */
export interface AttestedReading {
  words: string;
  /** True where the work's own document gives it. */
  own: boolean;
  /** True where every place has it behind a list of works ("A và B về …"): it may be the title of one of them or of all. */
  shared: boolean;
  sides: SideDraft[];
  /** The citations that the titles stand behind. */
  cited: SideDraft[];
  /** How many of the places are mentions. */
  mentions: number;
  sources: number;
}

/** Titles shorter than this, in words, are descriptions rather than titles. */
const SHORTEST = 3;

/** The titles given for one work, the likeliest first: its own document's, then what most sources and most places give, then the longest. Titles that may be those of a whole list of works are left out, or stand last `withShared`. */
export function attestedReadings(work: Work, { graph }: CheckContext, withShared = false): AttestedReading[] {
  const found = new Map<string, AttestedReading>();
  for (const { reading, document, mention } of graph.titlesOf(work)) {
    if ((reading.shared && !withShared) || reading.words.split(' ', SHORTEST).length < SHORTEST) continue;
    const entry = found.get(reading.words) ?? { words: reading.words, own: false, shared: true, sides: [], cited: [], mentions: 0, sources: 0 };
    found.set(reading.words, entry);
    entry.shared &&= reading.shared;
    if (mention === null) entry.own = true;
    else entry.mentions += reading.places.length;
    for (const place of reading.places) {
      entry.sides.push({ document, place, value: null });
      entry.cited.push({ document, place: [...(mention?.places ?? [])].reverse().find((other) => other[0] < place[0]) ?? place, value: null });
    }
  }
  for (const entry of found.values()) entry.sources = countSources(entry.sides, graph);
  return [...found.values()].sort(
    (a, b) =>
      Number(b.own) - Number(a.own) ||
      Number(a.shared) - Number(b.shared) ||
      b.sources - a.sources ||
      b.mentions - a.mentions ||
      b.words.length - a.words.length ||
      (a.words < b.words ? -1 : 1),
  );
}

/** Weighs two wordings of one title: the work's own title beats any count; else the number of independent sources; else it cannot tell. */
export function judgeWording(
  right: { value: string; readings: readonly AttestedReading[] },
  wrong: { value: string; readings: readonly AttestedReading[] },
  context: CheckContext,
): VerdictDraft {
  const [theirs, mine] = [weigh(right, context), weigh(wrong, context)];
  const candidates = [theirs.candidate, mine.candidate];
  const decided = (confidence: VerdictDraft['confidence'], constraint: string): VerdictDraft => ({
    value: right.value,
    confidence,
    decidedBy: [constraint],
    reason: 'wording',
    values: { value: right.value },
    candidates,
  });
  if (theirs.own && !mine.own) return decided('certain', 'own-title');
  if (theirs.candidate.witnesses >= 2 * mine.candidate.witnesses) return decided(theirs.candidate.witnesses >= 3 ? 'high' : 'medium', 'witnesses');
  return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates };
}

function weigh({ value, readings }: { value: string; readings: readonly AttestedReading[] }, context: CheckContext): { own: boolean; candidate: CandidateDraft } {
  const cited = readings.flatMap((reading) => reading.cited);
  const mentions = readings.reduce((sum, reading) => sum + reading.mentions, 0);
  const own = readings.find((reading) => reading.own);
  const witnesses = independentSources(cited, context);
  const supports: GroundDraft[] = [{ constraint: 'witnesses', hard: false, values: { count: String(witnesses), mentions: String(mentions) }, sides: [] }];
  if (own) supports.unshift({ constraint: 'own-title', hard: true, values: { value }, sides: own.sides.slice(0, 1) });
  return { own: own !== undefined, candidate: { value, mentions, witnesses, supports, refutes: [] } };
}
