import type { Anatomy } from '../grammar/anatomy.ts';
import type { Label } from '../grammar/labels.ts';
import type { LineView } from './line-view.ts';
import { isDivision, startsEnd } from './zones.ts';

const LOOK_AHEAD = 400;
const LONGEST_TITLE = 260;
const LONGEST_RUN_IN_TITLE = 160;

/** True where a label further down continues the series of one at `index`: that proves that it is a list's item. */
export function isFollowed(views: readonly LineView[], index: number, label: Label): boolean {
  for (let i = index + 1; i < Math.min(views.length, index + LOOK_AHEAD); i++) {
    for (const other of (views[i] as LineView).labels) {
      if (other.series !== label.series || other.values.length !== label.values.length) continue;
      const step = (other.values.at(-1) as number) - (label.values.at(-1) as number);
      if (step > 0 && step <= 1 && other.values.slice(0, -1).every((value, level) => value === label.values[level])) return true;
    }
  }
  return false;
}

const PLAIN_TITLE = 120;

/**
 * True for the line below a bare "Chương II" that is its title: without a label of its own, and in capitals, bold, or short and
 * unended above the next heading.
 */
export function isTitleLine(views: readonly LineView[], index: number, anatomy: Anatomy): boolean {
  const view = views[index] as LineView;
  const { words, labels, line } = view;
  if (line.row || words.length >= 300 || labels.some((label) => label.kind !== 'upper')) return false;
  if (line.strong || anatomy.isCapitals(words)) return !startsEnd(views, index, anatomy);
  const next = views[index + 1];
  return words.length < PLAIN_TITLE && /^\p{Lu}.*[^.,;:]$/u.test(words) && next !== undefined && isDivision(next);
}

/**
 * The words of a heading behind its label, or the run-in title of an item ("a) Nhóm nhiệm vụ …: …"); null where the line is plain
 * text. `next` is the line below.
 */
export function headingTitle(view: LineView, rest: string, next: LineView | undefined, anatomy: Anatomy): string | null {
  if (rest === '') return null;
  const words = rest.replace(/\s*:\s*$/, '');
  const followedByItem = next !== undefined && (next.labels.length > 0 || next.line.row);
  if (words.length <= LONGEST_TITLE && (view.line.strong || anatomy.isCapitals(words) || !/[.;…]$/.test(words) || (followedByItem && !/[.;…]\s/.test(words)))) return words;
  const colon = rest.indexOf(': ');
  return colon > 0 && colon <= LONGEST_RUN_IN_TITLE && !/[.;]\s/.test(rest.slice(0, colon)) ? rest.slice(0, colon) : null;
}
