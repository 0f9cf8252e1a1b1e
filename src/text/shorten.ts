/** A text of at most `width` characters, cut between words and ended with "…" where it was longer. */
export function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const cut = text.slice(0, width);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > width / 2 ? blank : width - 1).replace(/[\s,;:.–-]+$/u, '')}…`;
}
