import type { TriggerKind } from '../knowledge/schema/roles.ts';
import { fold } from '../text/fold.ts';
import { codeTest, isCapitalAt } from '../text/word-chars.ts';
import type { AgencyListGrammar } from './agency-lists.ts';
import { type MentionKnowledge, skipBlanks, type Words } from './mentions.ts';
import { firstWord } from './name-index.ts';
import { phraseList } from './phrases.ts';
import { smallFirstWords } from './role-tokens.ts';

const LONGEST_PERSON = 32;
const BLANK = 0x20;
const COMMA = 0x2c;
const isBlank = codeTest(' \n\t\u00a0');
/** Marks a clause or item begins behind. */
const isClauseMark = codeTest('.;:()–+-');
const isOpeningMark = codeTest('.;):–+-');

/**
 * The test whether a paragraph, read from behind its label, can give a body a task: one begins a clause or stands behind an order. Most
 * paragraphs need no more than this.
 */
export function mayAssignTest({ roles }: MentionKnowledge, lists: AgencyListGrammar): (words: Words, from: number) => boolean {
  const phrasesOf = (...kinds: TriggerKind[]) => roles.triggers.flatMap(({ kind, phrases: own }) => (kinds.includes(kind) ? own : []));
  const leading = phraseList([...phrasesOf('order', 'request', 'given-to'), ...roles.adverbs, ...roles.headings.leads]);
  const headingLeads = phraseList(roles.headings.leads);
  const openings = phraseList(roles.openings);
  const beforeReport = phraseList([...phrasesOf('request'), ...roles.adverbs]);
  const reports = phraseList(phrasesOf('report', 'inform'));
  const determiners = phraseList(roles.collectives.determiners);
  const nouns = new Set(nounWords(roles.collectives.nouns));
  const small = smallFirstWords(roles);

  /** True where a list begins: names of bodies have a capital; collectives and a few heads need none. */
  const isList = (words: Words, at: number): boolean => {
    const { text, folded } = words;
    const word = firstWord(folded, at);
    if (word === '' || !(isCapitalAt(text, at) || small.has(word))) return false;
    const determiner = lists.firstWords.has(word) ? null : determiners.at(folded, at);
    if (!lists.firstWords.has(word) && !(determiner && nouns.has(firstWord(folded, determiner.end + 1)))) return false;
    return lists.at(words, at) !== null;
  };

  /** The offset behind a mark and one blank at most. */
  const behindMark = (text: string, at: number): number => (isBlank(text.charCodeAt(at + 1)) ? at + 2 : at + 1);

  /** True where a phrase before a subject begins the text or a sentence or item of it. */
  const opens = (folded: string): boolean => {
    if (openings.at(folded, 0)) return true;
    for (let at = 0; at < folded.length; at++) {
      if (isOpeningMark(folded.charCodeAt(at)) && isBlank(folded.charCodeAt(at + 1)) && openings.at(folded, at + 2)) return true;
    }
    return false;
  };

  /** "…, | (đề nghị) báo cáo Sở Y tế": a report begins. */
  const isReport = (words: Words, from: number): boolean => {
    let at = from;
    for (let word = beforeReport.at(words.folded, at), count = 0; word && count < 3 && !reports.at(words.folded, at); word = beforeReport.at(words.folded, at), count++)
      at = skipBlanks(words.text, word.end);
    const report = reports.at(words.folded, at);
    return report !== null && isList(words, skipBlanks(words.text, report.end));
  };

  /** "phân công đồng chí | Lê Văn Hải, Phó Chủ tịch UBND tỉnh": a personal name before an office. */
  const isNamed = (words: Words, from: number): boolean => {
    if (!isCapitalAt(words.text, from)) return false;
    const comma = words.text.slice(from, from + LONGEST_PERSON + 1).indexOf(',');
    return comma > 0 && isList(words, skipBlanks(words.text, from + comma + 1));
  };

  return (words, from) => {
    const { folded } = words;
    const { length } = folded;
    let commas = false;
    if (isList(words, 0) || isList(words, from)) return true;
    // "2. Đối với | công đoàn cơ sở"
    const lead = headingLeads.at(folded, skipBlanks(words.text, from));
    if (lead && lists.behindRole(words, skipBlanks(words.text, lead.end)) !== null) return true;
    for (let at = 0; at < length; at++) {
      const code = folded.charCodeAt(at);
      if (code === BLANK) {
        if (at > 0 && leading.endingAt(folded, at) && (isList(words, at + 1) || isNamed(words, at + 1))) return true;
      } else if (isClauseMark(code)) {
        const next = behindMark(folded, at);
        if (isList(words, next) || (next > at + 1 && isList(words, at + 1))) return true;
      } else if (code === COMMA) commas = true;
    }
    if (!commas || !opens(folded)) return false;
    for (let at = folded.indexOf(','); at >= 0; at = folded.indexOf(',', at + 1))
      if (behindMark(folded, at) > at + 1 && (isList(words, at + 2) || isReport(words, at + 2))) return true;
    return false;
  };
}

/** First words of nouns, each once. */
function nounWords(nouns: MentionKnowledge['roles']['collectives']['nouns']): string[] {
  return [...new Set(nouns.flatMap(({ words }) => words.map((word) => firstWord(fold(word), 0))))];
}
