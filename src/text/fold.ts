/** Tone marks on the second letter of an open diphthong moved to the first: `hoà` → `hòa`, `uỷ` → `ủy`. */
const TONE_PLACEMENT: ReadonlyMap<string, string> = new Map(
  ['oà òa', 'oá óa', 'oả ỏa', 'oã õa', 'oạ ọa', 'oè òe', 'oé óe', 'oẻ ỏe', 'oẽ õe', 'oẹ ọe', 'uỳ ùy', 'uý úy', 'uỷ ủy', 'uỹ ũy', 'uỵ ụy'].map(
    (pair) => pair.split(' ') as [string, string],
  ),
);
/**
 * Only where the diphthong ends the syllable (`hoàn` has one spelling), and not in `quý`, whose u belongs to the q. What stands before it is
 * looked at last: the pattern is tried at every letter.
 */
const TONE_PLACEMENT_PATTERN = new RegExp(`(?:${[...TONE_PLACEMENT.keys()].join('|')})(?<!q..)(?!\\p{L})`, 'gu');

/** Most texts are short and have nothing of this. */
const OTHERWISE = /ƣ|o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/;

/**
 * The form of a text in which spellings that mean the same are equal: lower case, one place for the tone mark
 * (`Uỷ ban` = `Ủy ban`), a breve-less `ƣ` read as `ư`. For matching only, never written back.
 * The result has the same length as the input, so offsets found in it hold in the original.
 */
export function fold(text: string): string {
  let lower = text.toLowerCase();
  if (lower.length !== text.length) lower = Array.from(text, keepLength).join('');
  return OTHERWISE.test(lower) ? lower.replaceAll('ƣ', 'ư').replace(TONE_PLACEMENT_PATTERN, (pair) => TONE_PLACEMENT.get(pair) ?? pair) : lower;
}

/** `İ` lower-cases to two code units; such a letter keeps its case so that offsets stay true. */
function keepLength(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}

/** ASCII, lower-case, hyphenated form of a name for ids and file names: `Thủy Nguyên` → `thuy-nguyen`. */
export function slug(name: string): string {
  let out = '';
  let gap = false;
  for (let at = 0; at < name.length; at++) {
    const plain = plainLetters(name.charCodeAt(at));
    if (plain === null) continue;
    if (plain === '') gap = true;
    else {
      out += gap && out !== '' ? `-${plain}` : plain;
      gap = false;
    }
  }
  return out;
}

const PLAIN = new Map<number, string | null>();

/** ASCII letters and digits of a character; empty for what separates words, null for a mark that belongs to the letter before it. */
function plainLetters(code: number): string | null {
  let plain = PLAIN.get(code);
  if (plain === undefined) {
    const letters = String.fromCharCode(code).normalize('NFD').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
    const kept = letters.replace(/\p{M}/gu, '');
    plain = letters !== '' && kept === '' ? null : kept.replace(/[^a-z0-9]+/g, '');
    PLAIN.set(code, plain);
  }
  return plain;
}
