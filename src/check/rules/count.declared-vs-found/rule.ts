import { compiledOnce } from '../../../grammar/compiled.ts';
import { anyOf } from '../../../grammar/words.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Division } from '../../../model/tree.ts';
import { divisionsOf, leavesOf } from '../../../model/tree-walk.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** A sentence that announces so many items and is followed by more or fewer: "(33 nhiệm vụ)" with 32 of them below. */
export const rule: DocumentRule = {
  name: 'count.declared-vs-found',
  *checkDocument({ tree, text }, knowledge) {
    const { announced, bracketed, counts } = patterns(knowledge);
    const rows = labelledRows(tree);
    for (const division of divisionsOf(tree)) {
      const children = division.children.filter((child): child is Division => child.type === 'division');
      const start = division.position.start.offset;
      const end = children[0]?.position.start.offset ?? division.position.end.offset;
      const lead = fold(text.slice(start, Math.min(end, start + LONGEST_LEAD))).trimEnd();
      const [count, noun, at] = declaredIn(children.length > 0 ? announced : bracketed, lead);
      if (count === null) continue;
      const listed = children.filter(({ kind }) => kind === children[0]?.kind);
      const labelled = listed.length > 0 ? null : (rows.get(noun) ?? null);
      const found = labelled ? new Set(labelled.map(({ value }) => value)).size : listed.length;
      if (found < 2 || found === count) continue;
      // "04 nhóm nhiệm vụ với 12 nhiệm vụ cụ thể sau:" announces the groups as well, and these are listed.
      const sentence = lead.slice(lead.lastIndexOf('. ', at) + 1);
      if ([...sentence.matchAll(counts)].some(([, other]) => Number(other) === found)) continue;
      const last = labelled ? labelled.at(-1) : sideOf(listed.at(-1) as Division, text);
      const sides: OwnSide[] = [{ place: [start + at, start + at + String(lead.slice(at)).length], value: String(count) }, ...(last ? [last] : [])];
      yield { subject: division.eId, values: { declared: String(count), noun, found: String(found) }, sides, verdict: null };
    }
  },
};

/** The announcement stands at the beginning of a division, in its heading or first sentence. */
const LONGEST_LEAD = 400;

const patterns = compiledOnce(({ checks }: Pick<Knowledge, 'checks'>) => {
  const nouns = anyOf(checks.counted_nouns);
  return {
    // "tập trung thực hiện 05 nhiệm vụ trọng tâm sau đây:" before the items.
    announced: new RegExp(`(?<![\\d.,/])(?<count>\\d{1,2})\\s(?<noun>${nouns})(?:\\s[^.;:\\d]{0,60})?\\s${anyOf(checks.count_ends)}\\s?:$`, 'u'),
    counts: new RegExp(`(?<![\\d.,/])(\\d{1,2})\\s${nouns}(?!\\p{L})`, 'gu'),
    // "Các nhiệm vụ cụ thể (33 nhiệm vụ):" where the items are rows of an annex.
    bracketed: new RegExp(`\\((?:${anyOf(checks.count_leads)} )?(?<count>\\d{1,3})\\s(?<noun>${nouns})\\)`, 'u'),
  };
});

function declaredIn(pattern: RegExp, lead: string): [count: number | null, noun: string, at: number] {
  const match = pattern.exec(lead);
  return match?.groups ? [Number(match.groups.count), match.groups.noun as string, match.index] : [null, '', 0];
}

/** Rows labelled with a word and a number, by the folded word. */
function labelledRows(tree: Parameters<typeof leavesOf>[0]): Map<string, OwnSide[]> {
  const rows = new Map<string, OwnSide[]>();
  for (const { leaf } of leavesOf(tree, 'row')) {
    const word = /^(\p{L}[\p{L} ]{1,30}) \d{1,3}$/u.exec(leaf.marker ?? '')?.[1];
    if (word === undefined) continue;
    const list = rows.get(fold(word)) ?? [];
    list.push({ place: [leaf.position.start.offset, leaf.position.end.offset], value: leaf.marker ?? null });
    rows.set(fold(word), list);
  }
  return rows;
}

/** The first line of an item, without what is below it. */
function sideOf({ position, marker, title }: Division, text: string): OwnSide {
  const start = position.start.offset;
  const line = text.indexOf('\n', start);
  const titled = title === null ? position.end.offset : start + (marker?.length ?? 0) + 2 + title.length;
  return { place: [start, Math.min(position.end.offset, titled, line === -1 ? text.length : line)], value: marker };
}
