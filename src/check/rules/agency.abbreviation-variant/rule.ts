import { readAbbreviations } from '../../../resolve/abbreviations.ts';
import type { DocumentDigest } from '../../../resolve/digest.ts';
import type { CorpusRule, SideDraft } from '../../rule.ts';

/** So many places of one spelling are shown. */
const PLACES_KEPT = 12;

/** The places of each spelling of one unit. */
type Spellings = Map<string, SideDraft[]>;

/** Units of one office abbreviated in several ways among recipients: `XDGT&CT` in one document, `XD GT&CT` in another of the same city. */
export const rule: CorpusRule = {
  name: 'agency.abbreviation-variant',
  *check({ corpus }) {
    const homes = new Map<string, Map<string, Spellings>>();
    for (const document of corpus.documents) {
      const home = homeOf(document);
      if (home === null || document.abbreviations === '') continue;
      const units = homes.get(home) ?? new Map<string, Spellings>();
      homes.set(home, units);
      for (const { printed, place } of readAbbreviations(document.abbreviations)) {
        // "XD GT&CT" and "XDGT&CT"; letters, dashes and `&` tell one unit from another.
        const letters = printed.replaceAll(' ', '');
        const spellings: Spellings = units.get(letters) ?? new Map();
        units.set(letters, spellings);
        const sides = spellings.get(printed) ?? [];
        spellings.set(printed, sides);
        if (sides.length < PLACES_KEPT) sides.push({ document: document.index, place, value: printed });
      }
    }
    for (const [home, units] of homes) {
      const differing = [...units.values()].filter((spellings) => spellings.size > 1);
      if (differing.length === 0) continue;
      yield {
        subject: home,
        values: { spellings: differing.map((spellings) => [...spellings.keys()].map((spelling) => `“${spelling}”`).join(' – ')).join('; ') },
        sides: differing.flatMap((spellings) => [...spellings.values()].flat()),
        verdict: null,
      };
    }
  },
};

/** The offices of one territory share their units; a document of no known place is compared with none. */
const homeOf = ({ territories: [own], system }: DocumentDigest): string | null => (own === undefined ? null : `${own}|${system ?? ''}`);
