import type { PageImage } from './engine.ts';
import { flattenBackground } from './pixels/background.ts';
import { darkenPale } from './pixels/contrast.ts';
import { compose, type Mapping } from './pixels/geometry.ts';
import type { GrayImage } from './pixels/gray.ts';
import { separateInk } from './pixels/ink.ts';
import { resize } from './pixels/resize.ts';
import { sharpen } from './pixels/sharpness.ts';
import { findDirection, skewOf } from './pixels/skew.ts';
import { type QuarterTurn, straighten, turnQuarter } from './pixels/turn.ts';

/** Dots an inch: finer pictures are reduced to this. Below it accents of real scans are lost (ổ as ô), which clean pages made by machine do not show. */
const FINE_DPI = 300;
/** Coarser pictures than this are enlarged: the engine needs letters some 20 pixels high. */
const COARSE_DPI = 140;
const ENLARGED_DPI = 250;
/** A picture this much too fine is taken as it is. */
const TOLERANCE = 1.15;
/** A picture is never enlarged more than this, nor to more pixels: an A3 page at 300 dots an inch has 17 million. */
const MAX_ENLARGEMENT = 4;
const MAX_PIXELS = 40_000_000;
/** The short side of A4, in inches: the size of a page that does not tell its own. */
const SHORT_SIDE = 8.27;

/** A page ready to be read: upright, straight, even, black on white, at 140 to 345 dots an inch. */
export interface PreparedPage {
  print: GrayImage;
  /** Coloured ink of the same page at the same places; null where there is none. */
  colour: GrayImage | null;
  dpi: number;
  rotation: QuarterTurn;
  skew: number;
  /** From pixels of `print` to pixels of the given image. */
  back: Mapping;
}

/** A page before it is turned: even, black on white, of the size it is read at. */
export interface EvenPage {
  print: GrayImage;
  colour: GrayImage | null;
  dpi: number;
  given: { width: number; height: number };
}

/**
 * Cleans a page. The order matters: ink is separated while there is colour; the background is made even before turning,
 * which fills corners with white; small pages are enlarged, and blurred ones sharpened, before they are turned, which costs sharpness.
 */
export async function evenPage(image: PageImage): Promise<EvenPage> {
  const given = image.dpi ?? Math.min(image.width, image.height) / SHORT_SIDE;
  const wanted = given > FINE_DPI * TOLERANCE ? FINE_DPI / given : given < COARSE_DPI ? ENLARGED_DPI / given : 1;
  const scale = Math.min(wanted, MAX_ENLARGEMENT, Math.sqrt(MAX_PIXELS / (image.width * image.height)));
  const ink = separateInk(scale < 1 ? await resize(image, scale) : image);
  const enlarge = (layer: GrayImage) => (scale > 1 ? resize(layer, scale) : layer);
  return {
    print: await sharpen(await enlarge(darkenPale(flattenBackground(ink.print))), given * scale),
    colour: ink.colour && (await enlarge(ink.colour)),
    dpi: given * scale,
    given: { width: image.width, height: image.height },
  };
}

/** Turns a cleaned page by quarters, then straightens it. */
export function uprightPage({ print, colour, dpi, given }: EvenPage, { turn, skew }: LikelyTurn): PreparedPage {
  const upright = turnQuarter(print, turn);
  const straight = straighten(upright.image, skew);
  const enlarged: Mapping = [given.width / print.width, 0, 0, 0, given.height / print.height, 0];
  return {
    print: straight.image,
    colour: colour && straighten(turnQuarter(colour, turn).image, skew).image,
    dpi,
    rotation: turn,
    skew,
    back: compose(enlarged, compose(upright.back, straight.back)),
  };
}

/** Lines of text that stand out this much lie flat. */
const CLEARLY_UPRIGHT = 1.5;
/** Text that stands out this much less than text set the other way lies on its side. */
const SIDEWAYS = 1.15;

/** A turn that may make a page upright, and how crooked the page is then, in degrees. */
export interface LikelyTurn {
  turn: QuarterTurn;
  skew: number;
}

/** The turns that may make a page upright, the likelier first. Whether text stands on its head only its reading tells. */
export function likelyTurns({ print, dpi }: EvenPage): readonly [LikelyTurn, LikelyTurn] {
  const flat = findDirection(print, dpi);
  const sideways = flat.prominence < CLEARLY_UPRIGHT ? findDirection(turnQuarter(print, 90).image, dpi) : null;
  // A page on its head is as crooked as it is on its feet.
  if (sideways && sideways.prominence > flat.prominence * SIDEWAYS) return both(90, 270, skewOf(sideways));
  return both(0, 180, skewOf(flat));
}

/** The turns of a page that lies on its side. */
export function sidewaysTurns({ print, dpi }: EvenPage): readonly LikelyTurn[] {
  return both(90, 270, skewOf(findDirection(turnQuarter(print, 90).image, dpi)));
}

function both(one: QuarterTurn, other: QuarterTurn, skew: number): readonly [LikelyTurn, LikelyTurn] {
  return [
    { turn: one, skew },
    { turn: other, skew },
  ];
}
