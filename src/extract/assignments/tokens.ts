import type { MentionList } from '../../grammar/agency-lists.ts';
import type { RoleToken } from '../../grammar/role-tokens.ts';
import type { RoleGrammar } from '../../grammar/roles.ts';
import type { Passage } from '../passage.ts';
import type { Cover } from './cited-spans.ts';

/** Cells of a column say the same again and again; longer texts do not. */
const LONGEST_REPEATED = 200;

/** Cuts the passages of a document into tokens; what stands in a citation is passed over: an issuer is given no task. */
export class Tokenizer {
  readonly #cited: Cover;
  readonly #grammar: RoleGrammar;
  readonly #known = new Map<string, readonly RoleToken[]>();
  /** Names that only this document's headings tell whole: "Phòng Chính trị, tư tưởng - Học sinh, sinh viên". */
  readonly #names: string[] = [];

  constructor(cited: Cover, grammar: RoleGrammar) {
    this.#cited = cited;
    this.#grammar = grammar;
  }

  /** Has a name read whole from now on that its words alone do not show to be one. */
  remember(name: string): void {
    if (!this.#names.includes(name)) this.#names.push(name);
  }

  /** The tokens of a passage, those of equal short passages read once. */
  tokens(passage: Passage): readonly RoleToken[] {
    const { text } = passage;
    const first = passage.offset(0);
    const names = this.#names.some((name) => text.includes(name)) ? (at: number) => this.#nameAt(passage, at) : null;
    if (this.#cited.touches(first, passage.offset(text.length))) return this.#grammar.tokens(passage, (at) => this.#cited.endAt(passage.offset(at)) - first, names);
    if (names) return this.#grammar.tokens(passage, null, names);
    if (text.length > LONGEST_REPEATED) return this.#grammar.tokens(passage, null);
    let tokens = this.#known.get(text);
    if (!tokens) {
      tokens = this.#grammar.tokens(passage, null);
      this.#known.set(text, tokens);
    }
    return tokens;
  }

  #nameAt(passage: Passage, at: number): MentionList | null {
    const name = this.#names.find((each) => passage.text.startsWith(each, at));
    const [body] = name ? (this.#grammar.lists.at(passage, at)?.mentions ?? []) : [];
    if (!name || !body) return null;
    const end = at + name.length;
    return { start: at, end, mentions: [{ ...body, end, name, found: null }] };
  }
}
