/** True where a label stands at the start of a line all the same: the point `2. 100% trạm y tế …` may have been read as text. */
export function standsBetween(label: number | string, text: string): boolean {
  return [`\n${label}.`, `\n${label})`, `\n${label}/`].some((start) => text.includes(start));
}
