import type { Terms } from '../../resolve/terms.ts';
import { type Cite, type Draft, parts } from './citing.ts';
import type { Plant, Planted } from './planted.ts';
import { printCite } from './print-citing.ts';
import { pick, type Random } from './random.ts';

export type CitationSlip = Plant<Draft, Terms>;

/** A citation in a document (`draft`) of the file with the index `file`. */
export interface CitePlace {
  cite: Cite;
  draft: Draft;
  file: number;
}

export const fileOf = (index: number) => `${index + 1}.txt`;

/** Every citation of a corpus. */
export const placesOf = (drafts: readonly Draft[]): CitePlace[] =>
  drafts.flatMap((whole, file) => parts(whole).flatMap((draft) => [...draft.preamble, ...draft.body].map((cite) => ({ draft, file, cite }))));

/** One of the citations that fit. */
export function choosePlace(drafts: readonly Draft[], random: Random, fits: (cite: Cite, draft: Draft) => boolean): CitePlace | null {
  const fitting = placesOf(drafts).filter(({ cite, draft }) => fits(cite, draft));
  return fitting.length === 0 ? null : pick(random, fitting);
}

/** A planted error in a citation, described after it was changed. */
export function inCite({ cite, file }: CitePlace, wrong: string, right: string, told: Partial<Planted> & Pick<Planted, 'rules'>): Planted {
  return { wrong, right, file: fileOf(file), at: printCite({ ...cite, title: null }), alsoAllowed: [], about: cite.number, likely: null, must: false, ...told };
}

/** True where a document of the corpus is the work, or another citation gives the day of it. */
export function isKnownElsewhere(wrong: Cite, drafts: readonly Draft[]): boolean {
  return isHeld(wrong, drafts) || datedElsewhere(wrong, drafts).length > 0;
}

export const isHeld = ({ work }: Cite, drafts: readonly Draft[]): boolean => drafts.flatMap(parts).some((draft) => draft.work === work);

/** Other citations of the same work that print its day. */
export const datedElsewhere = (wrong: Cite, drafts: readonly Draft[]): CitePlace[] =>
  placesOf(drafts).filter(({ cite }) => cite.work === wrong.work && cite !== wrong && cite.style === 'full');
