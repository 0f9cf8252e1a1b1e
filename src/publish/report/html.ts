/** What may stand in a template: text is escaped, markup goes through as it is, nothing is left out. */
export type Content = string | number | Html | null | undefined | false | readonly Content[];

/** Markup that is already safe. Only `html` and `trusted` make one, so that a plain string can never become markup. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters a browser drops or changes, halves of surrogate pairs, and marks that reorder what stands around them. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;

/** Makes any text safe between tags and in a quoted attribute; characters that cannot be shown become `�`, not nothing. */
export function escapeText(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

function render(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'number') return String(content);
  return typeof content === 'string' ? escapeText(content) : content.map(render).join('');
}

/** Template tag for markup. Every value is escaped unless it is `Html`; attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(strings.reduce((markup, string, index) => markup + render(values[index - 1]) + string));
}

/** Takes markup as it is. For constants of this program only, never for anything that came from a document. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** Puts a separator between the contents that are there. */
export function joined(contents: readonly Content[], separator: Content = ' · '): Content[] {
  return contents.filter((content) => content !== null && content !== undefined && content !== false).flatMap((content, index) => (index === 0 ? [content] : [separator, content]));
}

/** An element id made of any strings; different parts never give the same id, and it needs no further encoding in `href="#…"`. */
export function anchor(kind: 'finding' | 'document' | 'target' | 'agency', ...parts: readonly string[]): string {
  return [kind, ...parts].map((part) => part.replace(/[^\w.-]/gu, (character) => `~${character.codePointAt(0)?.toString(16)}~`)).join(':');
}
