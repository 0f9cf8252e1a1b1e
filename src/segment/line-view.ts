import type { Label, LabelGrammar } from '../grammar/labels.ts';
import type { Line, NormalizedText } from '../model/text.ts';
import { fold } from '../text/fold.ts';

/** A logical line with its words, folded words and labels, each worked out once. */
export class LineView {
  readonly line: Line;
  readonly words: string;
  readonly #grammar: LabelGrammar;
  #folded: string | null = null;
  #labels: readonly Label[] | null = null;

  constructor(content: NormalizedText, line: Line, grammar: LabelGrammar) {
    this.line = line;
    this.words = content.text.slice(line.start, line.end);
    this.#grammar = grammar;
  }

  /** The first characters folded: enough for every test on how a line begins. */
  get folded(): string {
    this.#folded ??= fold(this.words.slice(0, 240));
    return this.#folded;
  }

  get labels(): readonly Label[] {
    this.#labels ??= this.line.row ? [] : this.#grammar.read(this.words);
    return this.#labels;
  }
}
