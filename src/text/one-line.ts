const UNEVEN = /[^\S ]|\s\s/;

/** Words with one blank for each run of blanks and line ends; most have single blanks already. */
export function oneLine(words: string): string {
  return UNEVEN.test(words) ? words.replace(/\s+/g, ' ') : words;
}
