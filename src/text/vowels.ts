/** The vowels of Vietnamese, small, each with its tones. */
export const VOWELS = ['aàáảãạ', 'ăằắẳẵặ', 'âầấẩẫậ', 'eèéẻẽẹ', 'êềếểễệ', 'iìíỉĩị', 'oòóỏõọ', 'ôồốổỗộ', 'ơờớởỡợ', 'uùúủũụ', 'ưừứửữự', 'yỳýỷỹỵ'] as const;
/** Its consonants, small. */
export const CONSONANTS = 'bcdđghklmnpqrstvx';

const VOWEL = 1;
const CONSONANT = 2;
/** What each letter is, small or capital; one look instead of a pattern. */
const KINDS = new Uint8Array(0x2000);
for (const letter of VOWELS.join('')) for (const each of [letter, letter.toUpperCase()]) KINDS[each.charCodeAt(0)] = VOWEL;
for (const letter of CONSONANTS) for (const each of [letter, letter.toUpperCase()]) KINDS[each.charCodeAt(0)] = CONSONANT;

/** Where words have two vowels with consonants between them, which no one syllable has ("kế|hoạch"): the offset of the second vowel. */
export function* secondNuclei(text: string): Generator<number> {
  let before = 0;
  let open = false;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind === VOWEL) {
      if (open && before === CONSONANT) yield at;
      open = true;
    } else if (kind !== CONSONANT) open = false;
    before = kind;
  }
}
