import type { Citation } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import type { Place } from './digest.ts';

/**
 * How a document gives the title of a work, for comparing: its words folded, without the opening "về việc", each work named
 * inside reduced to its number, with what that one's title says left out ("thực hiện [06|NQ|TW]").
 */
export interface TitleReading {
  words: string;
  places: readonly Place[];
  /** True behind a list of works ("A và B về …"): the title may be of one of them or of all. */
  shared: boolean;
}

/** What a span of a text is called in a title that names it: the key of the work's number, or nothing. */
interface Inner {
  start: number;
  end: number;
  name: string;
}

/** The span of a citation's title in the text; null where it has none. Titles keep their words, with white space as one blank. */
export function titleSpan(text: string, { title, evidence }: Pick<Citation, 'title' | 'evidence'>): Place | null {
  if (title === null) return null;
  const start = evidence.end + (/^[ ,]{0,3}/.exec(text.slice(evidence.end, evidence.end + 3))?.[0].length ?? 0);
  let at = start;
  for (const char of title) {
    if (char === ' ') while (/\s/.test(text.charAt(at))) at++;
    else if (text.startsWith(char, at)) at += char.length;
    else return null;
  }
  return [start, at];
}

/** The words of `[start, end)` of a text as a title reading has them; `inner` are the works named inside, in order. */
export function titleWords(text: string, [start, end]: Place, inner: readonly Inner[], openers: readonly string[]): string {
  let words = '';
  let at = start;
  for (const work of inner) {
    if (work.start < at || work.start >= end) continue;
    words += ` ${plainWords(text.slice(at, work.start))} ${work.name === '' ? '' : `[${work.name}]`}`;
    at = work.end;
  }
  if (at < end) words += ` ${plainWords(text.slice(at, end))}`;
  const whole = words.replace(/\s+/g, ' ').trim();
  const opener = openers.find((word) => whole.startsWith(`${word} `));
  return opener === undefined ? whole : whole.slice(opener.length + 1);
}

/** Letters and digits of a text, folded, one blank between words; `08` is `8`. */
export function plainWords(text: string): string {
  return (fold(text).match(/\p{L}+|\d+/gu) ?? []).map((word) => word.replace(/^0+(?=\d)/, '')).join(' ');
}
