import type { MentionList } from '../../grammar/agency-lists.ts';
import { compiledOnce } from '../../grammar/compiled.ts';
import { isCapital, skipBlanks, written } from '../../grammar/mentions.ts';
import { type Phrases, phraseList } from '../../grammar/phrases.ts';
import type { RoleGrammar } from '../../grammar/roles.ts';
import type { Passage } from '../passage.ts';
import { type Actor, actorsOf } from './act.ts';
import type { AssignmentKnowledge } from './assignments.ts';
import type { Tokenizer } from './tokens.ts';

const LONGEST_HEADING = 300;
/** What a name has behind its first comma is no longer. */
const LONGEST_NAME_PART = 60;

const headingWords: (knowledge: AssignmentKnowledge) => { leads: Phrases<string>; tails: Phrases<string> } = compiledOnce(({ roles: { headings } }) => ({
  leads: phraseList(headings.leads),
  tails: phraseList(headings.tails),
}));

/** Tells headings that name the bodies what stands below is for. */
export class HeadedBodies {
  readonly #grammar: RoleGrammar;
  readonly #tokenizer: Tokenizer;
  readonly #words: { leads: Phrases<string>; tails: Phrases<string> };

  /** Names that a heading tells whole are remembered by the tokenizer. */
  constructor(grammar: RoleGrammar, tokenizer: Tokenizer, knowledge: AssignmentKnowledge) {
    this.#grammar = grammar;
    this.#tokenizer = tokenizer;
    this.#words = headingWords(knowledge);
  }

  /** "1. Sở Y tế", "Điều 5. Trách nhiệm của Sở Y tế", "Sở Y tế có trách nhiệm:": the bodies of a passage that says no more, read from `from` on. */
  of(passage: Passage, from: number): Actor[] | null {
    const { text, folded } = passage;
    if (text.length - from > LONGEST_HEADING) return null;
    let at = skipBlanks(text, from);
    const lead = this.#words.leads.at(folded, at);
    if (lead) at = skipBlanks(text, lead.end);
    if (text.charAt(at) === ':') at = skipBlanks(text, at + 1);
    const named = this.#grammar.lists.at(passage, at) ?? (lead ? this.#grammar.lists.behindRole(passage, at) : null);
    const list = this.#wholeName(passage, named);
    // "TRÁCH NHIỆM CỦA CÁC CƠ QUAN" is the heading of a chapter.
    if (!list || (list.mentions.every(({ collective, qualifier }) => collective && qualifier === null) && isAllCapitals(text.slice(list.start, list.end)))) return null;
    let end = skipBlanks(text, list.end);
    if (list.mentions.at(-1)?.collective) end = this.#behindRelative(passage, end);
    const tail = this.#words.tails.at(folded, end);
    if (tail) end = skipBlanks(text, tail.end);
    while (end < text.length && '.:;,'.includes(text.charAt(end))) end = skipBlanks(text, end + 1);
    return end >= text.length && !(tail && !/:\s*$/.test(text)) ? actorsOf(list.mentions, passage) : null;
  }

  /** "6. UBND các xã, phường | có điểm du lịch": behind what tells which are meant, up to the mark that ends the heading. */
  #behindRelative({ text, folded }: Passage, from: number): number {
    if (!this.#grammar.isRelative(folded, from, 'heading') || this.#grammar.isRole(folded, from)) return from;
    const end = text.trimEnd().replace(/[.:;,]$/, '').length;
    if (end - from > LONGEST_NAME_PART || /[,;.:]/.test(text.slice(from, end))) return from;
    for (let at = nextWord(text, from); at < end; at = nextWord(text, at)) if (this.#grammar.isRole(folded, at)) return from;
    return end;
  }

  /** "1. Phòng Chính trị, tư tưởng - Học sinh, sinh viên": the heading has all of a name that looks like a list; the document may name it again. */
  #wholeName(passage: Passage, list: MentionList | null): MentionList | null {
    const [only, ...others] = list?.mentions ?? [];
    const { text, folded } = passage;
    if (!list || !only || others.length > 0 || only.collective || only.found?.place || !(text.charAt(list.end) === ',' || this.#grammar.connects(folded, list.end + 1)))
      return list;
    const end = text.trimEnd().replace(/[.:;,]$/, '').length;
    if (end - list.end > LONGEST_NAME_PART) return list;
    for (let at = skipBlanks(text, list.end + 1); at < end; at = nextWord(text, at))
      if (!isCapital(text.charAt(at)) && (this.#grammar.isVerb(folded, at) || this.#grammar.isRole(folded, at))) return list;
    const name = written(passage, only.start, end);
    this.#tokenizer.remember(name);
    return { start: list.start, end, mentions: [{ ...only, end, name, found: null }] };
  }
}

/** Where the word behind the one at an offset begins. */
function nextWord(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? text.length : skipBlanks(text, blank);
}

const isAllCapitals = (text: string): boolean => text === text.toUpperCase();
