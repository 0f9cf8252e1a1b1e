import type { RoleGrammar, RoleToken } from '../../grammar/roles.ts';
import type { Passage } from '../passage.ts';
import type { Cover } from './cited-spans.ts';

/** Cells of a column say the same again and again; longer texts do not. */
const LONGEST_REPEATED = 200;

/** Cuts the passages of a document into tokens; what stands in a citation is passed over: an issuer is given no task. */
export class Tokenizer {
  readonly #cited: Cover;
  readonly #grammar: RoleGrammar;
  readonly #known = new Map<string, readonly RoleToken[]>();

  constructor(cited: Cover, grammar: RoleGrammar) {
    this.#cited = cited;
    this.#grammar = grammar;
  }

  /** The tokens of a passage, those of equal short passages read once. */
  tokens(passage: Passage): readonly RoleToken[] {
    const { text } = passage;
    const first = passage.offset(0);
    if (this.#cited.touches(first, passage.offset(text.length))) return this.#grammar.tokens(passage, (at) => this.#cited.endAt(passage.offset(at)) - first);
    if (text.length > LONGEST_REPEATED) return this.#grammar.tokens(passage, null);
    let tokens = this.#known.get(text);
    if (!tokens) {
      tokens = this.#grammar.tokens(passage, null);
      this.#known.set(text, tokens);
    }
    return tokens;
  }
}
