/** Onsets of Vietnamese syllables; `q`, `gi` and the empty one are dealt with apart. */
const ONSETS = ['ngh', 'ch', 'gh', 'kh', 'ng', 'nh', 'ph', 'th', 'tr', 'b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x', ''];
/** Onsets written so only before e, ê, i, y, and those never written before them (c, g, ng: k, gh, ngh stand there). */
const BEFORE_FRONT = new Set(['k', 'gh', 'ngh']);
const NEVER_BEFORE_FRONT = new Set(['c', 'g', 'ng']);

const words = (list: string) => list.split(' ');
/** Rimes without their tone. */
const RIMES = new Set([
  ...words('a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây'),
  ...words('e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu'),
  ...words('o oc oi om on ong oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet'),
  ...words('ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut ưa ư ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu'),
  ...words('uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu'),
  ...words('y yêm yên yêng yêt yêu'),
]);
/** Rimes behind `qu`, whose u is the glide. */
const RIMES_AFTER_QU = new Set(words('a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng ât ây e en eo et ê êch ên ênh êt i it y ych yên yêt ynh yt ơ ôc'));
const STOPS = /(?:ch|[cpt])$/;
const FRONT = /^[eêiy]/;
/** Huyền, sắc, ngã, hỏi, nặng. */
const TONES = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);
/** A syllable closed by a stop has sắc or nặng. */
const TONES_OF_STOPS = new Set(['\u0301', '\u0323']);
/** "nghiêng" */
const LONGEST = 7;

/**
 * True where a word is a well-formed Vietnamese syllable: onset, rime and tone by rule, whatever the case, the composition (NFC or NFD) and the
 * place of the tone mark (`hòa`, `hoà`). It need not be a word that exists; numbers, abbreviations (`UBND`) and foreign names are none.
 */
export function isSyllable(word: string): boolean {
  if (word.length === 0 || word.length > LONGEST * 3) return false;
  let tone: string | null = null;
  let plain = '';
  for (const char of word.toLowerCase().normalize('NFD')) {
    if (!TONES.has(char)) plain += char;
    else if (tone !== null || !/(?:[aeiouy]|\p{M})$/u.test(plain)) return false;
    else tone = char;
  }
  plain = plain.normalize('NFC');
  if (plain.length > LONGEST || (STOPS.test(plain) && !TONES_OF_STOPS.has(tone ?? ''))) return false;
  return isToneless(plain);
}

function isToneless(plain: string): boolean {
  if (plain.startsWith('qu')) return RIMES_AFTER_QU.has(plain.slice(2));
  // "gì", "gìn", "giếng": the i belongs to the rime; "gia", "giới": to the onset.
  if (plain.startsWith('gi') && (RIMES.has(plain.slice(1)) || RIMES.has(plain.slice(2)))) return true;
  for (const onset of ONSETS) {
    if (!plain.startsWith(onset)) continue;
    const rime = plain.slice(onset.length);
    if (!RIMES.has(rime)) continue;
    if (rime.startsWith('yê') && onset !== '') return false;
    return FRONT.test(rime) ? !NEVER_BEFORE_FRONT.has(onset) : !BEFORE_FRONT.has(onset);
  }
  return false;
}

/** What was found of words before: a few hundred syllables make up most of a text. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 4_096;

function isKnownSyllable(word: string): boolean {
  let found = known.get(word);
  if (found === undefined) {
    found = isSyllable(word);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, found);
  }
  return found;
}

/** A word of more than one character; where one is beyond ASCII the letters of Vietnamese show, or what became of them. */
const MARKED_WORD = /[^\s!-/:-@[-`{-~“”‘’–—…\d]{2,40}/gu;
const BEYOND_ASCII = /[^ -~]/;

/** How many words of a text, of two characters or more, have one beyond ASCII, and how many of these are Vietnamese syllables. */
export function countSyllables(text: string): { words: number; valid: number } {
  let count = 0;
  let valid = 0;
  for (const [word] of text.matchAll(MARKED_WORD)) {
    if (!BEYOND_ASCII.test(word)) continue;
    count++;
    if (isKnownSyllable(word)) valid++;
  }
  return { words: count, valid };
}
