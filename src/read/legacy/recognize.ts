import { countSyllables } from '../../text/syllable.ts';
import { convertLegacy } from './convert.ts';
import { CAPITALS_FONT, LEGACY_FONTS, type LegacyEncoding } from './tables.ts';

/** How a run of text is encoded; `capitals`: its font draws small letters as capitals. */
export interface LegacyRun {
  encoding: LegacyEncoding;
  capitals: boolean;
}

const CANDIDATES: readonly LegacyEncoding[] = ['tcvn3', 'vni', 'viscii', 'windows-1258'];
/** Fewer words tell nothing. */
const FEWEST_WORDS = 4;
/** Text in Unicode has more valid syllables than this among its words with marks, text in another encoding fewer (measured: 0.84 and more, 0.42 and less). */
const UNICODE_SHARE = 0.6;
const CONVERTED_SHARE = 0.8;
/** Letters and signs that these encodings put in nearly every line and Vietnamese in Unicode seldom or never. */
const TRACES = /[®µ¶·¸¹¬ª©¨\u00adÐÞþðñøûåäëüöïæß×\u2212\u2219]/g;
/** They are at least one in so many characters. */
const TRACE_RARITY = 80;
const SAMPLE = 20_000;

/** The encoding that a font draws, by its name; null for other fonts. `.VnTimeH Tur` (RTF: a code page's name behind it) and `ABCDEF+.VnTimeH` (PDF: part of a font) are `.VnTimeH`. */
export function encodingOfFont(name: string): LegacyRun | null {
  const plain = name
    .trim()
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/ (?:CE|Cyr|Greek|Tur|Baltic|Hebrew|Arabic|\(Vietnamese\))$/i, '');
  const found = LEGACY_FONTS.find(([pattern]) => pattern.test(plain));
  return found ? { encoding: found[1], capitals: found[1] === 'tcvn3' && CAPITALS_FONT.test(plain) } : null;
}

/**
 * The old encoding of a text whose fonts are not known, told by its words: few of them are Vietnamese syllables as they stand, nearly
 * all are once converted. Null for text in Unicode, in another language, or too short to tell.
 */
export function recognizeEncoding(text: string): LegacyEncoding | null {
  const sample = text.slice(0, SAMPLE);
  if ((sample.match(TRACES)?.length ?? 0) < sample.trim().length / TRACE_RARITY) return null;
  const before = countSyllables(sample);
  if (before.words < FEWEST_WORDS || before.valid >= before.words * UNICODE_SHARE) return null;
  let best: LegacyEncoding | null = null;
  let most = Math.max(before.valid, before.words * (CONVERTED_SHARE - 0.001));
  for (const encoding of CANDIDATES) {
    const after = countSyllables(convertLegacy(sample, encoding));
    // Converting makes one word of several signs or none of them; it must not make words vanish.
    const share = after.words >= before.words * 0.8 ? (after.valid / after.words) * before.words : 0;
    if (share > most) {
      best = encoding;
      most = share;
    }
  }
  return best;
}
