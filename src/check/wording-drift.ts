import { compiledOnce } from '../grammar/compiled.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { plainWords } from '../resolve/title-reading.ts';
import type { Work } from '../resolve/works.ts';
import { fold } from '../text/fold.ts';
import { type AttestedReading, attestedReadings, judgeWording } from './attested-titles.ts';
import type { CheckContext, FindingDraft, SideDraft } from './rule.ts';
import { type TitleDifference, titleDifferences } from './title-difference.ts';

/** So many readings of one title are compared with the likeliest. */
const READINGS_COMPARED = 200;
const PLACES_SHOWN = 12;

interface Drift {
  difference: TitleDifference;
  readings: AttestedReading[];
}

const periodWords = compiledOnce(({ checks }: Pick<Knowledge, 'checks'>): ReadonlySet<string> => new Set(checks.title_period_words.map(fold)));

/**
 * Where titles given for one work differ in wording from the likeliest one, as one draft; only differences of the wanted kinds. A title
 * behind a list of works is taken for this work's where it is all but the same; not for its years: "Kế hoạch số 12 và số 15 … năm 2024".
 */
export function wordingDrift(work: Work, kinds: readonly TitleDifference['kind'][], context: CheckContext): FindingDraft | null {
  const readings = attestedReadings(work, context, !kinds.includes('years'));
  const [right] = readings;
  if (!right || right.shared || readings.length < 2) return null;
  const agreeing: AttestedReading[] = [right];
  const drifts = new Map<string, Drift>();
  for (const reading of readings.slice(1, READINGS_COMPARED)) {
    const differences = titleDifferences(reading.words, right.words, periodWords(context.knowledge));
    if (differences === null) continue;
    if (differences.length === 0) agreeing.push(reading);
    for (const difference of differences) {
      if (!kinds.includes(difference.kind)) continue;
      const { endsWith, mine, other } = difference;
      if (endsWith && (isOwnPeriod(`${endsWith} ${mine}`, reading, context) || isOwnPeriod(`${endsWith} ${other}`, right, context))) continue;
      const key = `${difference.kind}|${difference.mine}|${difference.other}`;
      const drift = drifts.get(key) ?? { difference, readings: [] };
      drift.readings.push(reading);
      drifts.set(key, drift);
    }
  }
  const found = [...drifts.values()];
  const [worst] = [...found].sort((a, b) => kinds.indexOf(a.difference.kind) - kinds.indexOf(b.difference.kind));
  if (!worst) return null;
  const { kind, mine, other } = worst.difference;
  const valued = (list: readonly AttestedReading[], value: string): SideDraft[] => list.flatMap((reading) => reading.sides.map((side) => ({ ...side, value })));
  return {
    subject: work.id,
    kind,
    values: { number: work.number, mine, other },
    sides: [
      ...found.flatMap(({ difference, readings: list }) => valued(list, difference.mine)),
      ...[...new Set(found.map(({ difference }) => difference.other))].flatMap((value) => valued(agreeing, value).slice(0, PLACES_SHOWN)),
    ],
    verdict: judgeWording({ value: other, readings: agreeing }, { value: mine, readings: worst.readings }, context),
  };
}

/** "Kế hoạch thực hiện Nghị quyết số 05-NQ/TU về phát triển du lịch giai đoạn 2023 - 2025": the years are those of the plan; not where another document has them too. */
function isOwnPeriod(years: string, { own, sides }: AttestedReading, { graph }: CheckContext): boolean {
  const words = years.replaceAll(' - ', ' ');
  return (
    !own &&
    new Set(sides.map(({ document }) => document)).size === 1 &&
    sides.some(({ document, place: [start, end] }) => {
      const { reading, title } = graph.document(document);
      const within = reading?.places.some((place) => place[0] <= start && end <= place[1]) ?? false;
      return within || plainWords(title ?? '').includes(words);
    })
  );
}
