/** Letters of the Basic Latin to Latin Extended Additional blocks, which hold all Vietnamese ones. */
const LIMIT = 0x1f00;
const CASES = new Uint8Array(LIMIT);
for (let code = 0; code < LIMIT; code++) {
  const char = String.fromCharCode(code);
  if (char !== char.toLowerCase()) CASES[code] = 1;
  else if (char !== char.toUpperCase()) CASES[code] = 2;
}

/** True where at least `share` of a text's letters are capitals, and at least two are. */
export function isMostlyCapitals(text: string, share = 0.85): boolean {
  let upper = 0;
  let lower = 0;
  const mostLower = text.length * (1 - share) + 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letterCase = code < LIMIT ? CASES[code] : 0;
    if (letterCase === 1) upper++;
    else if (letterCase === 2 && ++lower > mostLower) return false;
  }
  return upper >= 2 && upper >= (upper + lower) * share;
}

/** A word of small letters in the case of another: all capitals, a capital first letter, or as it is. */
export function casedLike(word: string, like: string): string {
  if (like === like.toUpperCase() && like.length > 1) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
