const ENDING = /[.!?…]["”’)]*\s+(?=[\p{Lu}\d“"(–-])/gu;
/** `TP. Hồ Chí Minh`, `tr. 5`, `1. 2`: a dot that ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:TP|Tp|tp|TX|TT|GS|PGS|TS|ThS|BS|St|Tr|tr|[A-HJ-UWYZĐ]|\d{1,2})$/u;

/** No sentence is longer: what comes behind is looked at on its own, so that the cost grows with the text and no faster. */
const LONGEST_SENTENCE = 3_000;

/** The sentences of a text, as spans that cover it; a longer one is cut at its last separator. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(ENDING)) {
    if (ABBREVIATED.test(text.slice(Math.max(0, match.index - 6), match.index)) && text.charAt(match.index) === '.') continue;
    const end = match.index + match[0].length;
    cut(text, start, end, sentences);
    start = end;
  }
  if (start < text.length) cut(text, start, text.length, sentences);
  return sentences;
}

function cut(text: string, start: number, end: number, sentences: { start: number; end: number }[]): void {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const separator = Math.max(text.lastIndexOf(';', from + LONGEST_SENTENCE), text.lastIndexOf(',', from + LONGEST_SENTENCE));
    const to = separator > from ? separator + 1 : from + LONGEST_SENTENCE;
    sentences.push({ start: from, end: to });
    from = to;
  }
  sentences.push({ start: from, end });
}
