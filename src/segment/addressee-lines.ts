import type { Anatomy } from '../grammar/anatomy.ts';
import type { LineView } from './line-view.ts';

/** The line behind the addressees that begin at a line with "Kính gửi", or that line itself where none do. */
export function addresseesEnd(views: readonly LineView[], from: number, anatomy: Anatomy): number {
  const first = views[from];
  if (!first || anatomy.addressee(first.folded) < 0) return from;
  let at = from + 1;
  for (; at < views.length; at++) {
    const { words, labels, folded, line } = views[at] as LineView;
    const basis = anatomy.isBasis(folded);
    const item = labels.some((label) => label.kind === 'dash' || label.kind === 'plus') && !basis;
    // "Kính gửi:" / "Sở Xây dựng;": one addressee on a line of its own.
    const alone =
      (views[at - 1] as LineView).words.endsWith(':') &&
      !/[:;]:$/.test((views[at - 1] as LineView).words) &&
      words.length < 100 &&
      labels.length === 0 &&
      !basis &&
      /[;.,]$/.test(words) &&
      line.gap <= 1;
    if (!item && !alone) break;
  }
  return at;
}
