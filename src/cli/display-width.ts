import stringWidth from 'string-width';

/** Text of which every code unit takes one column: Vietnamese in composed letters, and the signs it is printed with. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2022\u2026\u2190-\u2193\u2212\u2248\u2264\u2265]*$/;

/** How many columns a text takes in a terminal. Nearly all texts are plain, and telling that is far cheaper than measuring. */
export function displayWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
