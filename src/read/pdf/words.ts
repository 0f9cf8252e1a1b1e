import type { Box } from '../../model/layout.ts';
import type { LegacyEncoding } from '../legacy/tables.ts';
import { widen } from './geometry.ts';
import type { Glyph, Hiding, PageContent, PdfFont } from './page-content.ts';

/** Direction of writing in quarter turns, clockwise; null for slanted text. */
export type Turn = 0 | 1 | 2 | 3;

/** Glyphs set next to each other, without a blank between them. */
export interface Word {
  text: string;
  /** In the frame the text is read in. */
  box: Box;
  /** On the page as it is shown. */
  place: Box;
  /** y of the base line, for upright text. */
  baseline: number;
  size: number;
  font: PdfFont;
  turn: Turn | null;
  hidden: Hiding | null;
  /** Set directly behind the word before it, as a raised `2` behind `m`. */
  glued: boolean;
  raised: boolean;
  annotation: string | null;
  /** What stood in its place, and why it was changed. */
  changed?: { rule: `legacy-${LegacyEncoding}` | 'handwriting' | 'stamp-covered' | 'recognition-doubt'; from: string };
  /** 0 to 1 where the word was recognized in a picture. */
  confidence?: number;
}

/** A gap of this share of the type size parts words, whatever the file says. */
const WORD_GAP = 0.22;
/** A blank that is printed narrower than this is none: the file sets letters by hand. */
const NARROWEST_BLANK = 0.06;
/** How far back a glyph may be set onto the one before it (kerning, accents) and still go on with it. */
const STEP_BACK = 0.35;
const SAME_LINE = 0.08;
/** A raised sign is no larger than this share of the letters it stands at, and its base line is this much above theirs. */
const RAISED_SIZE = 0.8;
const RAISED_BY = 0.18;

/** How many words may be set in the middle of one, as the ordinal of its row: "chứ", "1", "c". */
const MOST_BETWEEN = 2;

/** The words of a page, in the order of its drawing instructions; a word that is printed twice to look bold is there once. */
export function wordsOf(content: PageContent): Word[] {
  const words: Word[] = [];
  const ends: Glyph[] = [];
  let open: Word | null = null;
  let last: Glyph | null = null;
  let blankBetween = false;
  const close = () => {
    if (open && last) {
      words.push(open);
      ends.push(last);
    }
    open = null;
  };
  /** Opens the word again that others interrupted and this glyph goes on with. */
  const resume = (glyph: Glyph): Word | null => {
    const from = Math.max(0, ends.length - MOST_BETWEEN - 1);
    const at = ends.slice(from).findIndex((end) => touches(end, glyph));
    if (at === -1) return null;
    ends.splice(from + at, 1);
    return words.splice(from + at, 1)[0] ?? null;
  };
  for (const glyph of content.glyphs) {
    if (glyph.blank) {
      blankBetween = true;
      continue;
    }
    const link: Link = last && open ? linkOf(last, glyph, blankBetween) : 'apart';
    if (link === 'same' && open) extend(open, glyph);
    else {
      const before: Word | null = open;
      close();
      const interrupted: Word | null = link === 'apart' && !blankBetween ? resume(glyph) : null;
      if (interrupted) extend(interrupted, glyph);
      open = interrupted ?? start(glyph, content);
      if (before && (link === 'raised' || link === 'lowered')) {
        open.glued = true;
        open.raised = link === 'raised';
      }
    }
    last = glyph;
    blankBetween = false;
  }
  close();
  return withoutDoubles(words);
}

/** How a glyph stands to the one before it. */
type Link = 'same' | 'raised' | 'lowered' | 'apart';

function linkOf(last: Glyph, glyph: Glyph, blankBetween: boolean): Link {
  const [ux, uy] = direction(last);
  const dx = glyph.x - last.endX;
  const dy = glyph.y - last.endY;
  const along = dx * ux + dy * uy;
  const across = -dx * uy + dy * ux;
  const size = Math.max(last.size, glyph.size);
  if (along > size * WORD_GAP || (along < -size * STEP_BACK && !/^\p{M}/u.test(glyph.text))) return 'apart';
  if (blankBetween && along > size * NARROWEST_BLANK) return 'apart';
  if (last.hidden !== glyph.hidden || last.annotation !== glyph.annotation) return 'apart';
  if (Math.abs(across) <= size * SAME_LINE) return 'same';
  if (across < -last.size * RAISED_BY && glyph.size < last.size * RAISED_SIZE) return 'raised';
  // Back on the line behind a raised sign, or a sign set below it ("CO₂").
  const unlike = Math.min(last.size, glyph.size) < size * RAISED_SIZE;
  return across > 0 && across < size && unlike ? 'lowered' : 'apart';
}

/** True for a glyph set right behind another one: no blank has room between them. */
function touches(end: Glyph, glyph: Glyph): boolean {
  return Math.hypot(glyph.x - end.endX, glyph.y - end.endY) <= Math.min(end.size, glyph.size) * NARROWEST_BLANK && linkOf(end, glyph, false) === 'same';
}

function direction(glyph: Glyph): [number, number] {
  const length = Math.hypot(glyph.endX - glyph.x, glyph.endY - glyph.y);
  return length > 0 ? [(glyph.endX - glyph.x) / length, (glyph.endY - glyph.y) / length] : [1, 0];
}

function turnOf(glyph: Glyph): Turn | null {
  const [x, y] = direction(glyph);
  if (Math.abs(y) < 0.05) return x > 0 ? 0 : 2;
  if (Math.abs(x) < 0.05) return y > 0 ? 1 : 3;
  return null;
}

function start(glyph: Glyph, content: PageContent): Word {
  const box = boxOf(glyph);
  const covered = glyph.hidden === 'white' && content.fills.some((fill) => fill[0] <= box[0] && fill[1] <= box[1] && fill[2] >= box[2] && fill[3] >= box[3]);
  return {
    text: glyph.text,
    box,
    place: box,
    baseline: glyph.y,
    size: glyph.size,
    font: glyph.font,
    turn: turnOf(glyph),
    hidden: covered ? null : glyph.hidden,
    glued: false,
    raised: false,
    annotation: glyph.annotation,
  };
}

function extend(word: Word, glyph: Glyph): void {
  word.text += glyph.text;
  // The box is the word's own: it has been nowhere else yet.
  widen(word.box, boxOf(glyph));
  // The first glyph may have no width of its own, as a mark.
  word.turn ??= turnOf(glyph);
}

function boxOf(glyph: Glyph): Box {
  const { x, y, endX, endY, size, font } = glyph;
  const [ux, uy] = direction(glyph);
  // Across the line, away from the letters' feet.
  const [upX, upY] = [uy * size, -ux * size];
  const [topX, topY, bottomX, bottomY] = [upX * font.ascent, upY * font.ascent, upX * font.descent, upY * font.descent];
  return [
    Math.min(x + topX, endX + topX, x + bottomX, endX + bottomX),
    Math.min(y + topY, endY + topY, y + bottomY, endY + bottomY),
    Math.max(x + topX, endX + topX, x + bottomX, endX + bottomX),
    Math.max(y + topY, endY + topY, y + bottomY, endY + bottomY),
  ];
}

function withoutDoubles(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    // What was printed again over its own covered place is there to be seen.
    const key = `${word.text}\n${Math.round(word.box[1] / 4)}${word.hidden === 'covered' ? '\ncovered' : ''}`;
    const alike = seen.get(key);
    if (!alike) {
      seen.set(key, [word]);
      return true;
    }
    const double = alike.some((other) => Math.abs(other.box[0] - word.box[0]) < word.size * 0.15 && Math.abs(other.baseline - word.baseline) < word.size * 0.15);
    if (!double) alike.push(word);
    return !double;
  });
}
