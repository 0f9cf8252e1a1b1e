import { compiledOnce } from '../../../grammar/compiled.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

const COUNT = '\\d{1,3}(?:\\.\\d{3}){1,3}|\\d{1,6}';
const FRACTION = new RegExp(`(?<![\\d.,/-])(?<part>${COUNT})/(?<whole>${COUNT})(?![\\d/.-]|,\\d)`, 'gu');
/** " xã đạt chuẩn nông thôn mới, chiếm 70%" */
const SHARE = /^ (?<words>[^\d;:%\n]{1,80})(?<share>\d{1,3}(?:,\d{1,3})?)\s?%(?<behind>[^\n]{0,12})/u;
/** The share's own clause ends with it: "70% kế hoạch" is of something else. */
const ENDS = /^(?:[).,;]|$)/u;

/** A share beside the count it is of that is not their ratio: "7/10 xã đạt chuẩn, chiếm 75%". */
export const rule: DocumentRule = {
  name: 'total.share-mismatch',
  *checkDocument({ text }, knowledge) {
    if (!text.includes('%')) return;
    const words = shareWords(knowledge);
    for (const match of text.matchAll(FRACTION)) {
      const { part = '', whole = '' } = match.groups ?? {};
      const end = match.index + match[0].length;
      const found = SHARE.exec(text.slice(end, end + 110));
      if (!found?.groups || words.isDate(text.slice(Math.max(0, match.index - 12), match.index))) continue;
      const { words: between = '', share = '', behind = '' } = found.groups;
      if (!words.leadsToShare(between) || !(ENDS.test(behind.trimStart()) || words.goesOn(behind))) continue;
      const ratio = (100 * numberOf(part)) / numberOf(whole);
      const decimals = share.split(',')[1]?.length ?? 0;
      // Cut off or rounded: a unit of the last digit either way.
      if (!Number.isFinite(ratio) || Math.abs(numberOf(share) - ratio) < 10 ** -decimals) continue;
      const right = `${ratio.toFixed(decimals).replace('.', ',')}%`;
      const at = end + 1 + between.length;
      yield {
        subject: `${match[0]}|${match.index}`,
        values: { counts: match[0], share: `${share}%`, right },
        sides: [{ place: [match.index, end], value: match[0] } satisfies OwnSide, { place: [at, at + share.length], value: `${share}%` }],
        verdict: { value: null, confidence: 'none', decidedBy: [], reason: 'share-or-counts', values: { value: right }, candidates: [] },
      };
    }
  },
};

/** "1.200,5" → 1200.5 */
function numberOf(printed: string): number {
  return Number(printed.replace(/\./g, '').replace(',', '.'));
}

const shareWords = compiledOnce(({ checks, anatomy }: Pick<Knowledge, 'checks' | 'anatomy'>) => {
  const leads = new Set(checks.share_leads.map(fold));
  const dates = [...anatomy.date_words, ...checks.not_counts].map(fold);
  const goesOn = checks.share_ends.map(fold);
  return {
    /** True before "7/10" in "ngày 7/10", "năm học 2023/2024". */
    isDate: (before: string) => dates.some((word) => fold(before).trimEnd().endsWith(word)),
    /** True where between count and share stand what is counted, a comma or bracket, and no more than "chiếm". */
    leadsToShare(between: string) {
      const folded = fold(between);
      const comma = Math.max(folded.lastIndexOf(','), folded.lastIndexOf('('));
      const lead = folded.slice(comma + 1).trim();
      return comma > 0 && (leads.has(lead) || (lead === '' && folded[comma] === '(')) && !/[,(]/.test(folded.slice(0, comma));
    },
    goesOn: (behind: string) => goesOn.some((word) => fold(behind).trimStart().startsWith(word)),
  };
});
