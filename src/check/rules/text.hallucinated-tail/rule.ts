import type { DocumentRule } from '../../rule.ts';

/** The words of the invented text that the message quotes, in characters. */
const QUOTED = 80;

/** Text a recognition model made up behind the end of a document: `Handwritten text at the top of the page, …`. */
export const rule: DocumentRule = {
  name: 'text.hallucinated-tail',
  *checkDocument({ inventedTail, text }) {
    if (inventedTail === null) return;
    const [from, to] = inventedTail.lines;
    const end = text.trimEnd().length;
    const first = inventedTail.text.trim().split('\n', 1)[0] as string;
    const shown = first.length > QUOTED ? `${first.slice(0, QUOTED).trimEnd()}…` : first;
    yield {
      subject: '',
      values: { words: shown, lines: from === to ? String(from) : `${from}–${to}` },
      // The invented text is no part of the document: its own lines, and the last line that is.
      sides: [
        { place: [end, end], value: shown, lines: inventedTail.lines },
        { place: [text.lastIndexOf('\n', end - 1) + 1, end], value: null },
      ],
      verdict: null,
    };
  },
};
