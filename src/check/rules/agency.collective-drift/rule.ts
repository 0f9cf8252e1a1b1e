import { levelOf } from '../../../grammar/places.ts';
import type { Assignment } from '../../../model/assignments.ts';
import { fold } from '../../../text/fold.ts';
import { proposal } from '../../proposal.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { placeOfWords } from '../../words-at.ts';

/**
 * A collective of places that takes in one of another level, beside the same collective without it: `UBND các quận, huyện, thị trấn`
 * and `UBND các quận, huyện`.
 */
export const rule: DocumentRule = {
  name: 'agency.collective-drift',
  *checkDocument(document, { anatomy, citations }) {
    const joining = new Set(citations.list_connectors.map(fold));
    const kinds = Object.entries(anatomy.territory_kinds).map(([word, kind]) => ({ word: fold(word), level: levelOf(kind) }));
    const lists = new Map<string, { level: string; odd: string[]; members: string[]; assignments: Assignment[] }>();
    for (const assignment of document.assignments) {
      if (!assignment.agency.collective) continue;
      const listed = membersOf(fold(assignment.agency.raw), joining).map((part) => kinds.find(({ word }) => part === word || part.endsWith(` ${word}`)));
      if (listed.length < 2 || listed.some((kind) => kind === undefined)) continue;
      const members = listed.map((kind) => kind?.word as string);
      const level = listed[0]?.level as string;
      const key = members.join(', ');
      const list = lists.get(key) ?? { level, odd: listed.flatMap((kind) => (kind && below(kind.level, level) ? [kind.word] : [])), members, assignments: [] };
      lists.set(key, list);
      list.assignments.push(assignment);
    }
    const sidesOf = (assignments: readonly Assignment[]): OwnSide[] => {
      const sides = assignments.map(({ agency, evidence }): OwnSide => ({ place: placeOfWords(document.text, agency.raw, evidence), value: agency.raw }));
      return sides.filter((side, at) => sides.findIndex((other) => other.place[0] === side.place[0]) === at);
    };
    for (const mixed of lists.values()) {
      // "các huyện, thị xã và các xã, thị trấn": two kinds of the lower level are a group of their own.
      if (mixed.odd.length !== 1) continue;
      const usual = mixed.members.filter((member) => !mixed.odd.includes(member));
      // "các huyện, thị trấn, thành phố" beside "các huyện, thị xã, thành phố": a list of one level that has all the others.
      const plain = lists.get(usual.join(', ')) ?? [...lists.values()].find(({ odd, members }) => odd.length === 0 && usual.every((member) => members.includes(member)));
      if (!plain) continue;
      yield {
        subject: mixed.members.join(', '),
        values: { mixed: mixed.members.join(', '), odd: mixed.odd.join(', '), plain: plain.members.join(', ') },
        sides: [...sidesOf(mixed.assignments), ...sidesOf(plain.assignments)],
        // The list without the odd member, as the document itself has it elsewhere.
        verdict: proposal(
          plain.assignments.map(({ agency }) => agency.raw),
          'medium',
          'wording',
        ),
      };
    }
  },
};

/** Cities in the plural lie in a province and stand beside its districts; communes, wards and townships do not. */
function below(level: string, than: string): boolean {
  return level === 'commune' && than !== 'commune';
}

/** The members of a list: "ủy ban nhân dân các quận, huyện và thị trấn" has three. */
function membersOf(folded: string, joining: ReadonlySet<string>): string[] {
  return folded.split(',').flatMap((stretch) => {
    const members: string[][] = [[]];
    for (const word of stretch.split(' ')) {
      if (joining.has(word)) members.push([]);
      else if (word !== '') members.at(-1)?.push(word);
    }
    return members.filter((words) => words.length > 0).map((words) => words.join(' '));
  });
}
