import { type KnownPhrases, knownPhrases, type PhraseKnowledge } from '../grammar/known-phrases.ts';
import { pageMarks } from '../grammar/page-marks.ts';
import { bare } from '../text/bare.ts';
import { fold } from '../text/fold.ts';
import { casedLike, isMostlyCapitals } from '../text/letter-case.ts';
import type { RuledEdit } from './characters.ts';

const RULE = 'recognition';
const WORD = /\p{L}+/gu;
/** Lines of a letterhead, a title or signatures are no longer than this. */
const LONGEST_LINE = 120;
/** "số: 3824/UBND-KGVX" */
const LONGEST_NUMBER_LINE = 30;
/** Headings recognized with at most this share of wrong letters are the headings all the same. */
const WRONG_LETTERS = 0.25;
/** A spelling of the text itself counts where it is used this often. */
const FEWEST_USES = 2;

/** Behind the word for a number stands a colon, or a code further on. */
const BEHIND_LABEL = /^.{0,4}[:.]|[/-]\p{Lu}/u;
/** "12 ¡CT-UBND" */
const SLASH_MISREAD = /(?<=[\d…]\s?)[¡|!](?=\s?\p{Lu}{1,4}\s?[-/]\s?\p{Lu})/gu;

/** The rule under the name of a body, read as dots: "ĐẢNG BỘ TỈNH BẾN TRE...". */
const RULE_BELOW = /(?<=\p{Lu})[.…_]{2,10}$/u;

interface Token {
  text: string;
  start: number;
  end: number;
}

/**
 * Corrects what recognition commonly gets wrong in the lines that say who issued what: accents of capitals ("TĨNH QUANG NGÀI"), the
 * word before the number ("Sô:"), the slash of a code ("¡CT-UBND"). Only towards phrases that are known or that the text itself uses,
 * and only where the letters without accents agree; each change is recorded. `recognized` tells which lines come from a picture.
 */
export function recognitionEdits(text: string, recognized: readonly boolean[], knowledge: PhraseKnowledge): RuledEdit[] {
  if (!recognized.includes(true)) return [];
  const phrases = knownPhrases(knowledge);
  const marks = pageMarks(knowledge);
  const own = new OwnSpellings(text);
  const numberWord = knowledge.anatomy.number_words[0] ?? '';
  const edits: RuledEdit[] = [];
  let start = 0;
  let above = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (recognized[index] && line.length <= LONGEST_LINE && line.trim() !== '') {
      const base = start;
      const add = (from: number, to: number, replacement: string) => {
        if (line.slice(from, to) !== replacement) edits.push({ start: base + from, end: base + to, replacement, rule: RULE });
      };
      const tokens = [...line.matchAll(WORD)].map((match): Token => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
      const label = tokens[0];
      const heading = headingOf(line, phrases);
      if (heading) add(line.length - line.trimStart().length, line.trimEnd().length, heading);
      else if (label && label.start <= 1 && isNumberLine(line.slice(label.start), above, marks) && BEHIND_LABEL.test(line.slice(label.end))) {
        add(label.start, label.end, numberWord.charAt(0).toUpperCase() + numberWord.slice(1));
        for (const match of line.matchAll(SLASH_MISREAD)) add(match.index, match.index + 1, '/');
      } else if (isMostlyCapitals(line)) {
        correctPhrases(tokens, phrases, own, add);
        const rule = RULE_BELOW.exec(line);
        if (rule) add(rule.index, line.length, '');
      } else if (isPlaceDate(tokens, marks)) correctPhrases(tokens.slice(0, 6), phrases, null, add);
    }
    if (line.trim() !== '') above = line;
    start += line.length + 1;
  }
  return edits;
}

/** A line that begins with the number's label; with a small letter only alone below the name of a body, not in "Quyết định" / "số: 12/QĐ-UBND ngày". */
function isNumberLine(line: string, above: string, marks: ReturnType<typeof pageMarks>): boolean {
  return marks.numberLabel(line) > 0 && (/^\p{Lu}/u.test(line) || (line.length <= LONGEST_NUMBER_LINE && isMostlyCapitals(above)));
}

type Add = (from: number, to: number, replacement: string) => void;

function correctPhrases(tokens: readonly Token[], phrases: KnownPhrases, own: OwnSpellings | null, add: Add): void {
  const letters = tokens.map((token) => bare(token.text.normalize('NFC')).toLowerCase());
  let known = 0;
  for (let at = 0; at < tokens.length; ) {
    let length = Math.min(phrases.longest, tokens.length - at);
    let spelling: readonly string[] | null = null;
    for (; length >= 2 && spelling === null; length--) spelling = phrases.spelling(letters.slice(at, at + length));
    if (spelling) {
      spelling.forEach((word, i) => {
        const token = tokens[at + i] as Token;
        if (fold(token.text) !== word) add(token.start, token.end, casedLike(word, token.text));
      });
      known += spelling.length;
    }
    at += spelling?.length ?? 1;
  }
  if (own === null || known > 0 || tokens.length < 2) return;
  const spelling = own.find(letters);
  spelling?.forEach((word, i) => {
    const token = tokens[i] as Token;
    if (fold(token.text) !== word) add(token.start, token.end, casedLike(word, token.text));
  });
}

/** "Quảng Ngài, ngày 5 tháng 4 năm 2020" */
function isPlaceDate(tokens: readonly Token[], marks: ReturnType<typeof pageMarks>): boolean {
  const day = tokens.findIndex((token) => marks.dayLabel(token.text) > 0);
  return day >= 1 && day <= 6 && tokens.slice(day + 1, day + 4).some((token) => marks.monthAt(token.text) >= 0);
}

/** Words that a stamp or the edge of a page left before or behind a heading. */
const STRAY_WORDS = 2;

/** The heading a line is, though letters of it are wrong ("CỘNG HÒA XÃ HỘI CHÚ NGHĨA VIỆT NAM") or a stray word stands at its end. */
function headingOf(line: string, phrases: KnownPhrases): string | null {
  const words = (bare(line.normalize('NFC'))
    .toLowerCase()
    .match(/[a-z]+/g) ?? []) as string[];
  for (const heading of phrases.headings) {
    const wanted = bare(heading).replace(/[^a-z]+/g, '');
    const most = Math.floor(wanted.length * WRONG_LETTERS);
    for (let from = 0; from <= STRAY_WORDS; from++) {
      for (let to = words.length; to >= words.length - STRAY_WORDS && to > from; to--) {
        const letters = words.slice(from, to).join('');
        if (Math.abs(letters.length - wanted.length) > most || distance(letters, wanted, most) > most) continue;
        return isMostlyCapitals(line, 0.7) ? heading.toUpperCase() : heading.replace(/(?<=^|- )\p{L}/gu, (letter) => letter.toUpperCase());
      }
    }
  }
  return null;
}

/** Letters to change, add or drop; anything above `most` is `most + 1`. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] as number;
}

/** How a text itself spells words in its sentences, where small letters keep their accents better than capitals. */
class OwnSpellings {
  readonly #words: readonly string[];
  readonly #letters: readonly string[];

  constructor(text: string) {
    const words = text
      .split('\n')
      .filter((line) => !isMostlyCapitals(line))
      .flatMap((line) => fold(line.normalize('NFC')).match(WORD) ?? []);
    this.#words = words;
    this.#letters = words.map(bare);
  }

  /** The spelling used most for words of these letters; null where none is used at least twice and more than any other. */
  find(letters: readonly string[]): string[] | null {
    const counts = new Map<string, number>();
    for (let at = this.#letters.indexOf(letters[0] ?? ''); at !== -1; at = this.#letters.indexOf(letters[0] ?? '', at + 1)) {
      if (!letters.every((word, i) => this.#letters[at + i] === word)) continue;
      const spelling = this.#words.slice(at, at + letters.length).join(' ');
      counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
    }
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    return first && first[1] >= FEWEST_USES && first[1] > (second?.[1] ?? 0) ? first[0].split(' ') : null;
  }
}
