import dice from 'natural/lib/natural/distance/dice_coefficient.js';
import { fold } from '../text/fold.ts';

/** Titles at least this alike tell of one subject (domain reference 1.4 step 3). */
const ALIKE = 0.75;
const SHORTEST = 20;

/**
 * Tells whether two titles name one subject. Titles of yearly documents ("… năm 2023", "… năm 2024") differ by their year only
 * and are two subjects. Null where a title is missing or too short to tell.
 */
export function sameSubject(a: string | null, b: string | null): boolean | null {
  if (a === null || b === null || a.length < SHORTEST || b.length < SHORTEST) return null;
  const [left, right] = [fold(a), fold(b)];
  if (yearsIn(left) !== yearsIn(right)) return false;
  if (namesDiffer(a, b)) return false;
  const length = Math.min(left.length, right.length);
  return dice(left.slice(0, length), right.slice(0, length)) >= ALIKE;
}

/** The years a text names, in order. */
export function yearsIn(text: string): string {
  return [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map((match) => match[0]).join();
}

/** "… khu dân cư xã Nghi Phú", "… khu dân cư xã Hưng Lộc": each title has a name in capitals that the other lacks. */
function namesDiffer(a: string, b: string): boolean {
  const names = (text: string) => [...text.matchAll(/(?<=\p{L}\s)\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)+/gu)].map((match) => fold(match[0]));
  const [left, right] = [fold(a), fold(b)];
  return names(a).some((name) => !right.includes(name)) && names(b).some((name) => !left.includes(name));
}
