import { numberGrammar } from '../../../grammar/numbers.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import type { Citation } from '../../../model/facts.ts';
import { plainWords } from '../../../resolve/title-reading.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

const REACH = 140;
/** "05 nhóm nhiệm vụ, giải pháp trọng tâm" is seven words; shorter ones ("03 nội dung") may be of any document. */
const FEWEST_WORDS = 6;
const MOST_WORDS = 14;

/** One counted list that a document says is from two others: "05 nhóm nhiệm vụ … đề ra tại Nghị quyết A", "… tại Thông báo B". */
export const rule: DocumentRule = {
  name: 'citation.attribution-drift',
  *checkDocument(document, knowledge) {
    const numbers = numberGrammar(knowledge);
    const links = knowledge.citations.attribution_words.map(fold).sort((a, b) => b.length - a.length);
    const found = new Map<string, { work: string; number: string; side: OwnSide }[]>();
    for (const citation of document.citations) {
      if (citation.parsed === null || citation.number === null || citation.form === 'own') continue;
      const list = countedBefore(document, citation, links);
      if (list === null) continue;
      // Another body's code is another spelling of one work: `citation.notation-variant` has it.
      const { serial, typeCode, year } = citation.parsed;
      const work = serial === null ? numbers.key(citation.parsed) : `${serial}|${typeCode}|${year}`;
      const side: OwnSide = { place: [list.start, citation.evidence.end], value: citation.number };
      const entry = { work, number: citation.number, side };
      const known = found.get(list.words);
      if (known) known.push(entry);
      else found.set(list.words, [entry]);
    }
    for (const [words, places] of found) {
      const works = new Map(places.map(({ work, number }) => [work, number]));
      if (works.size < 2) continue;
      yield { subject: words, values: { list: words, works: [...works.values()].join(', ') }, sides: places.map(({ side }) => side), verdict: null };
    }
  },
};

/** The counted list that stands directly before a citation and is said to be from it, and where it begins. */
function countedBefore({ text }: ExtractedDocument, { evidence }: Citation, links: readonly string[]): { words: string; start: number } | null {
  const from = Math.max(text.lastIndexOf('\n', evidence.start - 1) + 1, evidence.start - REACH);
  const before = fold(text.slice(from, evidence.start)).trimEnd();
  const link = links.find((word) => before.endsWith(` ${word}`));
  if (link === undefined) return null;
  const lead = before.slice(0, -link.length);
  const at = Math.max(...[...lead.matchAll(/(?<![\p{L}\d/.-])\d{1,3}(?=\s)/gu)].map((match) => match.index), -1);
  if (at === -1) return null;
  const words = plainWords(lead.slice(at));
  const count = words.split(' ').length;
  return count < FEWEST_WORDS || count > MOST_WORDS || /[;:.]/.test(lead.slice(at)) ? null : { words, start: from + at };
}
