import type { Place } from '../resolve/digest.ts';
import type { Work } from '../resolve/works.ts';
import { fold } from '../text/fold.ts';
import { type AttestedReading, attestedReadings } from './attested-titles.ts';
import type { NumberType, TypedMention } from './printed-types.ts';
import type { CheckContext, SideDraft } from './rule.ts';

/** So many words a subject has at least to be told from another one. */
const FEWEST_WORDS = 4;
/** Share of common words below which two subjects that begin differently are two. */
const ALIKE = 0.6;

/** Where a work is called only "văn bản" and given a subject that its document cannot have, and the titles it is known by. */
export interface ForeignSubject {
  mentions: ReadonlySet<TypedMention>;
  sides: SideDraft[];
  known: AttestedReading;
}

/**
 * "Văn bản số 59-CTr/TU … về việc xây dựng, ban hành Kế hoạch": a letter's subject under the number of a programme. Known are the
 * titles given where the work is called by its type, and its own.
 */
export function foreignSubject(work: Work, type: NumberType, mentions: readonly TypedMention[], context: CheckContext): ForeignSubject | null {
  const generic = mentions.filter((one) => one.type.hypernym && one.mention.readings.length > 0);
  if (generic.length === 0) return null;
  const byType = new Set(mentions.flatMap((one) => (one.type.hypernym ? [] : one.mention.readings.map(({ words }) => words))));
  const known = attestedReadings(work, context).filter((reading) => reading.own || byType.has(reading.words));
  const [first] = known;
  if (!first) return null;
  const names = type.names.map(fold);
  const found = new Map<TypedMention, SideDraft[]>();
  for (const one of generic) {
    for (const { words, shared, places } of one.mention.readings) {
      // "Văn bản số 334-KL/TU về Kết luận của …": the subject names the type itself.
      if (shared || words.split(' ').length < FEWEST_WORDS || names.some((name) => words.startsWith(name))) continue;
      if (!known.every((reading) => isOtherMatter(words, reading.words))) continue;
      const sides = places.map((title): SideDraft => ({ document: one.document, place: mentionBefore(one, title), value: one.mention.type }));
      found.set(one, [...(found.get(one) ?? []), ...sides]);
    }
  }
  return found.size === 0 ? null : { mentions: new Set(found.keys()), sides: [...found.values()].flat(), known: first };
}

/** The place of a mention that a title stands directly behind. */
function mentionBefore({ mention }: TypedMention, title: Place): Place {
  return [...mention.places].reverse().find((place) => place[0] < title[0]) ?? title;
}

/** Two subjects that begin differently and share few words. */
function isOtherMatter(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')];
  if (a[0] === b[0]) return false;
  const rest = [...b];
  let common = 0;
  for (const word of a) {
    const at = rest.indexOf(word);
    if (at === -1) continue;
    common++;
    rest.splice(at, 1);
  }
  return (2 * common) / (a.length + b.length) < ALIKE;
}
