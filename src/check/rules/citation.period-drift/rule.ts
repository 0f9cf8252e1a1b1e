import type { ExtractedDocument } from '../../../model/document.ts';
import type { DateMention } from '../../../model/facts.ts';
import { plainWords } from '../../../resolve/title-reading.ts';
import { fold } from '../../../text/fold.ts';
import type { CorpusRule, DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';
import { wordingDrift } from '../../wording-drift.ts';
import { ownTitle } from './own-title.ts';

/** So many words before a period, alike, name one programme. */
const NAMING_WORDS = 8;
/** What a document issues itself is known by fewer. */
const OWN_NAME = 5;
const NAME_KEPT = 18;
const SHORTEST_NAME = 4;
const REACH = 160;

/** One work whose title is given with other years; in one document one programme named with two periods that end together; a title whose period its articles change. */
export const rule: CorpusRule & DocumentRule = {
  name: 'citation.period-drift',
  *checkWork(work, context) {
    const draft = wordingDrift(work, ['years'], context);
    if (draft) yield draft;
  },
  *checkDocument(document, { citations, anatomy }) {
    const programmes = new Map<string, { words: string[]; date: DateMention }[]>();
    for (const date of document.dates) {
      if (date.kind !== 'period' || !date.from || !date.to) continue;
      const words = wordsBefore(document, date);
      if (words.length < NAMING_WORDS) continue;
      const key = `${words.slice(-NAMING_WORDS).join(' ')}|${date.to.slice(0, 4)}`;
      const list = programmes.get(key);
      if (list) list.push({ words, date });
      else programmes.set(key, [{ words, date }]);
    }
    for (const [key, mentions] of programmes) {
      const years = (date: DateMention) => `${date.from?.slice(0, 4)} - ${date.to?.slice(0, 4)}`;
      const periods = [...new Set(mentions.map(({ date }) => years(date)))].sort();
      const [mine, other] = periods;
      if (mine === undefined || other === undefined) continue;
      const sides = mentions.map(({ date }): OwnSide => ({ place: [date.evidence.start, date.evidence.end], value: years(date) }));
      const draft: FindingDraft<OwnSide> = {
        subject: key,
        kind: 'programme',
        values: { number: commonEnd(mentions.map(({ words }) => words)), mine, other },
        sides,
        verdict: null,
      };
      yield draft;
    }
    const named = (date: DateMention): string | null => {
      const words = wordsBefore(document, date);
      return words.length < OWN_NAME ? null : words.slice(-OWN_NAME).join(' ');
    };
    const own = ownTitle(document, named, citations.attached_after_words.map(fold), anatomy.enacting_verbs.map(fold));
    if (own) yield own;
  },
};

/** The words on the line before a period: "… phát triển các đô thị Việt Nam ứng phó với biến đổi khí hậu" before "giai đoạn 2021 - 2030". */
function wordsBefore({ text }: ExtractedDocument, { evidence }: DateMention): string[] {
  const from = Math.max(text.lastIndexOf('\n', evidence.start - 1) + 1, evidence.start - REACH);
  // The first word may be cut in two.
  return plainWords(text.slice(from, evidence.start)).split(' ').slice(1).slice(-NAME_KEPT);
}

/** The words that all lists end in. */
function commonEnd([first = [], ...others]: readonly string[][]): string {
  let length = 0;
  while (length < first.length && others.every((words) => words.at(-1 - length) === first.at(-1 - length))) length++;
  const common = first.slice(first.length - length);
  // "ngày 29 1 2021 của Ban Chấp hành …": the name begins behind the day.
  const digits = common.findLastIndex((word) => /^\d+$/.test(word));
  return common.slice(common.length - 1 - digits >= SHORTEST_NAME ? digits + 1 : 0).join(' ');
}
