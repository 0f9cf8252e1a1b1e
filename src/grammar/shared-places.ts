import type { BodyGrammar } from './bodies.ts';
import { type Mention, type MentionKnowledge, skipBlanks, type Words, written } from './mentions.ts';
import { phraseList, phrases } from './phrases.ts';

/**
 * What organs in a list share with the one behind them (domain reference 7.3): places ("Đảng ủy, UBND | các xã, phường"), the one place that
 * is named ("Hội đồng nhân dân, Ủy ban nhân dân | thành phố Đà Nẵng"), or a level ("Hội Nông dân, Hội Phụ nữ | cấp huyện").
 */
export function placeSharing({ roles }: MentionKnowledge, bodies: BodyGrammar): (words: Words, mentions: readonly Mention[]) => readonly Mention[] {
  const { collectives } = roles;
  const sharers = phraseList(collectives.sharers);
  const heads = phraseList(collectives.heads);
  const determiners = phraseList(collectives.determiners);
  const levels = phrases(Object.entries(collectives.levels));

  const shares = ({ folded }: Words, { start, end, collective, found }: Mention): boolean => !collective && !found?.place && sharers.at(folded, start)?.end === end;

  /** Where the organs that share something with a mention begin; its own index where none do. */
  const firstSharer = (words: Words, mentions: readonly Mention[], last: number): number => {
    let first = last;
    while (first > 0 && shares(words, mentions[first - 1] as Mention)) first--;
    return first;
  };

  const severalPlaces = (words: Words, mentions: readonly Mention[]): readonly Mention[] | null => {
    const last = mentions.at(-1) as Mention;
    const first = firstSharer(words, mentions, mentions.length - 1);
    const named = first < mentions.length - 1 ? (bodies.at(words, last.start) ?? heads.at(words.folded, last.start)) : null;
    const at = named && skipBlanks(words.text, named.end);
    if (!at || at >= last.end || !determiners.at(words.folded, at)) return null;
    const share = (each: Mention): Mention => ({ ...each, name: `${each.name} ${written(words, at, last.end)}`, collective: true, level: last.level, found: null, vague: false });
    return mentions.map((each, index) => (index >= first && each !== last ? share(each) : each));
  };

  const onePlace = (words: Words, mentions: readonly Mention[]): readonly Mention[] => {
    let shared: Mention[] | null = null;
    for (const [index, { found }] of mentions.entries()) {
      const first = found?.place ? firstSharer(words, mentions, index) : index;
      if (!found?.place || first === index) continue;
      const { place } = found;
      shared ??= [...mentions];
      for (let at = first; at < index; at++) {
        const each = mentions[at] as Mention;
        if (each.found) shared[at] = { ...each, name: `${each.name} ${written(words, place.start, place.end)}`, found: { ...each.found, place } };
      }
    }
    return shared ?? mentions;
  };

  return (words, mentions) => {
    const last = mentions.at(-1);
    if (!last || mentions.length < 2) return mentions;
    if (!last.collective) return onePlace(words, mentions);
    const several = severalPlaces(words, mentions);
    if (several) return several;
    const body = last.level === null ? null : bodies.at(words, last.start);
    const at = body && skipBlanks(words.text, body.end);
    const end = at && body && at > body.end ? levels.at(words.folded, at)?.end : undefined;
    if (!at || end !== last.end) return onePlace(words, mentions);
    return mentions.map((each) => {
      const same = each.found?.place === null && each.found.rows.some(({ level, territorial }) => level === last.level && territorial === 'yes');
      return same ? { ...each, name: `${each.name} ${written(words, at, end)}`, collective: true, level: last.level, found: null } : each;
    });
  };
}
