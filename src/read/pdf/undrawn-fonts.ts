/** What pdf.js takes for a font that its surroundings can draw with. */
class UndrawnFont {
  readonly loaded = Promise.resolve();
}

/**
 * The page (of a browser) that pdf.js is told it works in. It takes every font for loaded and draws nothing; without it the library
 * makes the outlines of all letters itself, a tenth of the time it takes to read a page, to draw what nobody looks at.
 */
export function undrawnDocument(): HTMLDocument {
  if (!('FontFace' in globalThis)) Object.defineProperty(globalThis, 'FontFace', { value: UndrawnFont, configurable: true, writable: true });
  return { fonts: { add() {}, delete() {} } } as unknown as HTMLDocument;
}
