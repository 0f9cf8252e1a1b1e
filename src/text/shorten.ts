/** A text of at most `width` characters, cut between words and ended with "…" where it was longer. */
export function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const cut = text.slice(0, width);
  const blank = cut.lastIndexOf(' ');
  let end = blank > width / 2 ? blank : width - 1;
  while (end > 0 && ' ,;:.–-'.includes(cut.charAt(end - 1))) end--;
  return `${cut.slice(0, end)}…`;
}
