/** Where the words after a line's label begin: `1.1. `, `a) `, `- `, `Điều 4. `. */
export function labelEnd(folded: string): number {
  return /^\s*(?:[-–—•*+·]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđ]|[ivxlc]{1,6})[.)/:-]|\p{L}{2,6} \d{1,3}[a-zđ]?\.)\s+/u.exec(folded)?.[0].length ?? 0;
}
