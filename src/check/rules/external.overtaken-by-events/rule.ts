import { compiledOnce } from '../../../grammar/compiled.ts';
import { anyOf } from '../../../grammar/words.ts';
import type { Knowledge, Law } from '../../../knowledge/knowledge.ts';
import { daysBetween } from '../../../resolve/terms.ts';
import { fold } from '../../../text/fold.ts';
import { printDay } from '../../print-day.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

const LEAD = 60;
const BEHIND = 30;

/** A task to draft a law that had been passed before the document was issued: "Xây dựng Luật Nhà ở (sửa đổi)" in January 2024. */
export const rule: DocumentRule = {
  name: 'external.overtaken-by-events',
  *checkDocument({ text, identity }, knowledge) {
    const issued = identity.issuedOn.value;
    if (issued?.length !== 10) return;
    const years = Number(knowledge.checks.rules[rule.name]?.options.within_years ?? 0);
    const passed = knowledge.laws.filter((law) => law.passed <= issued && daysBetween(law.passed, issued) <= years * 366);
    if (passed.length === 0) return;
    const { drafting, revised } = draftingWords(knowledge);
    const folded = fold(text);
    const sides: OwnSide[] = [];
    const found = new Set<Law>();
    for (const law of passed) {
      const name = fold(`${knowledge.citations.law_word} ${law.name}`);
      for (let at = folded.indexOf(name); at !== -1; at = folded.indexOf(name, at + name.length)) {
        const end = at + name.length;
        const lead = drafting.exec(folded.slice(Math.max(0, at - LEAD), at));
        // Only a new version is drafted: "triển khai Luật Nhà ở (sửa đổi)" carries it out.
        if (!lead || !revised.test(folded.slice(end, end + BEHIND))) continue;
        sides.push({ place: [at - lead[0].length, end], value: law.number });
        found.add(law);
      }
    }
    if (found.size === 0) return;
    const named = [...found].map(({ name, number, passed: day }) => `${name} (${number}, ${printDay(day)})`);
    yield { subject: '', values: { laws: named.join('; '), issued: { date: issued } }, sides: sides.sort((a, b) => a.place[0] - b.place[0]), verdict: null };
  },
};

const draftingWords: (knowledge: Pick<Knowledge, 'citations'>) => { drafting: RegExp; revised: RegExp } = compiledOnce(({ citations }) => ({
  drafting: new RegExp(`(?<!\\p{L})${anyOf(citations.drafting_words)}(?:\\s${anyOf(citations.draft_words)})?\\s$`, 'u'),
  revised: new RegExp(`^\\s?\\(${anyOf(citations.revised_words)}(?!\\p{L})`, 'u'),
}));
