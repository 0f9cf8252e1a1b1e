import { fold } from '../../../text/fold.ts';
import { registeredName, spellingsOf } from '../../agency-spellings.ts';
import type { DocumentRule } from '../../rule.ts';

/** One body under names whose parts are joined in another way: `Sở Giao thông và vận tải` beside `Sở Giao thông vận tải`. */
export const rule: DocumentRule = {
  name: 'agency.name-variant',
  *checkDocument(document, { citations }) {
    const joining = new Set([...citations.list_connectors, ...citations.name_joiners].map(fold));
    for (const [id, { agency, places }] of spellingsOf(document)) {
      const right = wordsOf(agency.name);
      const own = [...places].filter(([raw]) => fold(raw) === fold(agency.name));
      for (const [raw, sides] of places) {
        const printed = wordsOf(raw);
        if (spelled(raw) === spelled(agency.name) || bare(printed, joining) !== bare(right, joining)) continue;
        // "Ngân hàng Nhà nước - Chi nhánh Quảng Ngãi": a dash before a capital parts a body from its branch.
        if (printed.join(' ') === right.join(' ') && spelled(raw.replace(PARTED, ' ')) === spelled(agency.name)) continue;
        yield {
          subject: `${id}|${fold(raw)}`,
          kind: printed.join(' ') === right.join(' ') ? 'mark' : 'word',
          values: { printed: raw, right: agency.name },
          sides: [...sides, ...own.flatMap(([, others]) => others)],
          verdict: registeredName(agency.name, own.length > 0),
        };
      }
    }
  },
};

const PARTED = /\s?[-–—]\s?(?=\p{Lu})/u;

/** A name whose dashes and blanks are of one kind. */
const spelled = (name: string): string => fold(name).replace(/[–—]/g, '-').replace(/ ?- ?/g, ' - ');

const wordsOf = (name: string): string[] => fold(name).match(/[\p{L}\d]+/gu) ?? [];

/** Words without those that join. */
const bare = (words: readonly string[], joining: ReadonlySet<string>): string => words.filter((word) => !joining.has(word)).join(' ');
