import type { Box } from '../../model/layout.ts';
import type { SignFont } from '../symbol-fonts.ts';

/** A font as a file names it. */
export interface PdfFont {
  name: string;
  bold: boolean;
  italic: boolean;
  /** Share of the type size above and below the base line. */
  ascent: number;
  descent: number;
  /** Set where its codes are drawn as other signs than they stand for. */
  signs: SignFont | null;
}

/** Why a glyph is not to be seen on the page; null where it is. */
export type Hiding = 'invisible' | 'white' | 'tiny' | 'outside' | 'layer' | 'covered';

/** A character set on a page. Coordinates are points from the top left corner of the page as it is shown. */
export interface Glyph {
  text: string;
  /** Origin on the base line, and the origin of the glyph after it. */
  x: number;
  y: number;
  endX: number;
  endY: number;
  size: number;
  font: PdfFont;
  blank: boolean;
  hidden: Hiding | null;
  /** Of the annotation or form field that prints it, null for the page itself. */
  annotation: string | null;
}

/** A straight line drawn on the page, upright or level. */
export interface Ruling {
  level: boolean;
  /** y of a level line, x of an upright one. */
  at: number;
  from: number;
  to: number;
}

/** A picture on the page; `upright` where it is drawn as it is stored: neither turned nor mirrored. */
export interface Picture {
  box: Box;
  upright: boolean;
}

/** What a page's drawing instructions put on it. */
export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  rulings: Ruling[];
  /** Areas filled with a colour in which white letters can be read. */
  fills: Box[];
  /** Where pictures are drawn. Their place is known, their content is not looked at. */
  pictures: Picture[];
  /** How many curved or slanted paths were painted: letters can be drawn as such. */
  shapes: number;
}
