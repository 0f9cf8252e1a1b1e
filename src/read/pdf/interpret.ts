import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boxOfForm, Covers, clipped, narrowed, rectangleOf } from './covered.ts';
import { readFont, UNKNOWN_FONT } from './fonts.ts';
import { glyphText, type PdfGlyph } from './glyph-text.ts';
import { fillWith, type GraphicsState, hiding, initialState, isOpaque, setParameter } from './graphics-state.ts';
import { apply, IDENTITY, type Matrix, multiply } from './matrix.ts';
import type { PageContent, PdfFont } from './page-content.ts';
import { addPath } from './paths.ts';
import { loadPdfJs } from './pdfjs.ts';

/**
 * Follows the drawing instructions of a page and notes each glyph with its place, each ruling, each filled area. What an annotation
 * or form field prints (the appearance of a digital signature is one) is told apart by its id; images are not looked at.
 */
export async function interpretPage(page: PDFPageProxy, isVisible: (group: unknown) => boolean): Promise<PageContent> {
  const { OPS, AnnotationMode } = await loadPdfJs();
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display', annotationMode: AnnotationMode.ENABLE });
  const content: PageContent = { width: viewport.width, height: viewport.height, glyphs: [], rulings: [], fills: [], pictures: [], shapes: 0 };
  const fonts = new Map<string, { font: PdfFont; scale: number }>();
  const initial = initialState(viewport.transform as unknown as Matrix);
  let state = initial;
  const stack: GraphicsState[] = [];
  const layers: boolean[] = [];
  let matrix: Matrix = IDENTITY;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let annotation: string | null = null;
  const covers = new Covers();
  /** The next path is a clip besides. */
  let clips = false;

  const save = () => {
    stack.push(state);
    state = { ...state };
  };
  const restore = () => {
    notePicture();
    state = stack.pop() ?? state;
  };
  // Pictures are left out of the instructions (they would be decoded): what is left of one is a transform with nothing painted under it.
  let placed: Matrix | null = null;
  const notePicture = () => {
    if (placed && annotation === null) content.pictures.push(pictureAt(placed));
    placed = null;
  };
  const fillings = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const isOpaqueFill = (paint: number) => fillings.has(paint) && isOpaque(state);
  const moveText = (dx: number, dy: number) => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };
  const setFont = (id: string, size: number) => {
    let known = fonts.get(id);
    if (!known) {
      known = readFont(page, id);
      fonts.set(id, known);
    }
    state.font = known.font;
    state.fontScale = known.scale;
    state.size = size;
  };
  const showText = (glyphs: readonly (PdfGlyph | number)[]) => {
    const font = state.font ?? UNKNOWN_FONT;
    const full = multiply(state.transform, multiply(matrix, [state.horizontalScale, 0, 0, 1, x, y + state.rise]));
    const size = Math.abs(state.size) * Math.hypot(full[2], full[3]);
    const hidden = layers.includes(false) ? 'layer' : hiding(state, size);
    let pen = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        pen -= (glyph * state.size) / 1000;
        continue;
      }
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const next = pen + glyph.width * state.size * state.fontScale + spacing;
      const [startX, startY] = apply(full, pen, 0);
      const [endX, endY] = apply(full, next - state.charSpacing, 0);
      const outside = startX < -size || startY < -size || startX > content.width + size || startY > content.height + size;
      const text = glyphText(glyph, font);
      if (text !== '') content.glyphs.push({ text, x: startX, y: startY, endX, endY, size, font, blank: text.trim() === '', hidden: outside ? 'outside' : hidden, annotation });
      pen = next;
    }
    x += pen * state.horizontalScale;
  };

  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i];
    const code = fnArray[i] as number;
    if (code === OPS.beginText || (code === OPS.constructPath && args[0] !== OPS.endPath) || code === OPS.shadingFill || code === OPS.paintFormXObjectBegin || code === OPS.save)
      placed = null;
    switch (code) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        state.transform = multiply(state.transform, args);
        placed = state.transform;
        break;
      case OPS.paintFormXObjectBegin:
        save();
        if (args[0]) state.transform = multiply(state.transform, args[0]);
        if (args[1]) state.clip = narrowed(state.clip, boxOfForm(args[1], state.transform));
        break;
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.beginAnnotation:
        notePicture();
        stack.push(state);
        state = { ...initial, transform: multiply(multiply(initial.transform, args[2]), args[3]) };
        annotation = args[0];
        break;
      case OPS.endAnnotation:
        restore();
        annotation = null;
        break;
      case OPS.beginMarkedContent:
        layers.push(true);
        break;
      case OPS.beginMarkedContentProps:
        layers.push(args[0] !== 'OC' || isVisible(args[1]));
        break;
      case OPS.endMarkedContent:
        layers.pop();
        break;
      case OPS.beginText:
        matrix = IDENTITY;
        x = y = lineX = lineY = 0;
        break;
      case OPS.setTextMatrix:
        matrix = args.length === 1 ? args[0] : args;
        x = y = lineX = lineY = 0;
        break;
      case OPS.moveText:
        moveText(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        moveText(args[0], args[1]);
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.setFont:
        setFont(args[0], args[1]);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0]) {
          if (key === 'Font') setFont(value[0], value[1]);
          else setParameter(state, key, value);
        }
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.horizontalScale = args[0] / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0];
        break;
      case OPS.setFillRGBColor:
        fillWith(state, args[0]);
        break;
      case OPS.setFillTransparent:
        state.fillLight = true;
        state.fillSolid = false;
        break;
      case OPS.setFillColorN:
        state.fillLight = false;
        state.fillSolid = false;
        break;
      case OPS.showText:
        showText(args[0]);
        break;
      case OPS.constructPath:
        if (annotation === null) {
          addPath(content, args, state.transform, state.fillLight || state.fillClear, OPS);
          if (isOpaqueFill(args[0]) && !layers.includes(false)) covers.paint(content, clipped(rectangleOf(args[1][0], state.transform), state.clip));
        }
        if (clips) state.clip = narrowed(state.clip, rectangleOf(args[1][0], state.transform));
        clips = false;
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.shadingFill:
        content.shapes++;
        break;
    }
  }
  notePicture();
  return content;
}

function pictureAt(transform: Matrix): PageContent['pictures'][number] {
  const corners = [apply(transform, 0, 0), apply(transform, 1, 1), apply(transform, 0, 1), apply(transform, 1, 0)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [a, b, c, d] = transform;
  return { box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], upright: a > 0 && d < 0 && Math.abs(b) < 0.01 * a && Math.abs(c) < -0.01 * d };
}
