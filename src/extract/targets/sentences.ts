const ENDING = /[.!?…]["”’)]*\s+(?=[\p{Lu}\d“"(–-])/gu;
/** `TP. Hồ Chí Minh`, `tr. 5`, `1. 2`: a dot that ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:TP|Tp|tp|TX|TT|GS|PGS|TS|ThS|BS|St|Tr|tr|[A-HJ-UWYZĐ]|\d{1,2})$/u;

/** The sentences of a text, as spans that cover it. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(ENDING)) {
    if (ABBREVIATED.test(text.slice(Math.max(0, match.index - 6), match.index)) && text.charAt(match.index) === '.') continue;
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
