/** A number as both readings spell it: blanks and case aside, a lost slash restored. */
export function numberKey(number: string): string {
  return number
    .toUpperCase()
    .replace(/^(\d+) (?=[A-ZĐ]+-)/u, '$1/')
    .replace(/\s+/g, '');
}
