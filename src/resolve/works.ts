import type { System, WorkLink } from '../model/facts.ts';
import type { DocumentDigest } from './digest.ts';
import type { MentionRefs } from './mention-refs.ts';
import type { Series } from './series.ts';

/** A mention by the indices of its document and of itself there. */
export interface MentionRef {
  document: number;
  mention: number;
}

/** A directive as an abstract thing, ours or only cited. */
export interface Work {
  id: string;
  number: string;
  system: System;
  series: Series;
  key: string;
  typeCode: string | null;
  serial: number | null;
  notation: string;
  /** The year of a State number or the term of a Party one, `2025-07` or `XVI 2025-07` where new bodies began to number; null where no date tells. */
  period: string | null;
  /** The kind of act it is called, where one number can be of several: the acts of a legislature and its resolutions are numbered apart. */
  kind: string | null;
  /** Documents of the corpus that are this work. */
  documents: number[];
  mentions: MentionRefs;
}

/** The corpus after resolving: every work, and for every mention the work it means. */
export interface Corpus {
  documents: readonly DocumentDigest[];
  works: readonly Work[];
  links: readonly (readonly WorkLink[])[];
  workById: ReadonlyMap<string, Work>;
}

/** Letters, digits and hyphens only, so that an id can be a file name anywhere. */
export function pathSafe(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('Đ', 'D')
      .replaceAll('đ', 'd')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'x'
  );
}
