import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

const require = createRequire(import.meta.url);

/** A Times-like face with all Vietnamese letters. */
export type Face = 'regular' | 'italic' | 'bold' | 'bold-italic';

const FILES: Record<Face, string> = {
  regular: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  italic: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  'bold-italic': require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
};

const loaded = new Map<Face, opentype.Font>();

function font(face: Face): opentype.Font {
  const known = loaded.get(face);
  if (known) return known;
  const bytes = readFileSync(FILES[face]);
  const parsed = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  loaded.set(face, parsed);
  return parsed;
}

/** The file of a face, and its glyphs: number and width, in thousandths of the type size, of each letter. */
export function fontFile(face: Face): { file: Uint8Array; glyphOf(letter: string): { index: number; width: number } } {
  const { unitsPerEm, glyphs } = font(face);
  return {
    file: readFileSync(FILES[face]),
    glyphOf(letter) {
      const index = font(face).charToGlyphIndex(letter);
      return { index, width: Math.round(((glyphs.get(index).advanceWidth ?? 0) * 1000) / unitsPerEm) };
    },
  };
}

/** Width of a text set in one line, in the unit of `size`. */
export function widthOf(text: string, size: number, face: Face = 'regular'): number {
  return font(face).getAdvanceWidth(text, size);
}

/**
 * The outlines of a text as SVG path data, its baseline beginning at `x`, `y`. Written here because the library's own writing
 * rounds numbers near zero to `NaN`, at which drawing stops in the middle of the line.
 */
export function outline(text: string, x: number, y: number, size: number, face: Face = 'regular'): string {
  const at = (...numbers: number[]) => numbers.map((number) => number.toFixed(2)).join(' ');
  return font(face)
    .getPath(text, x, y, size)
    .commands.map((command) => {
      switch (command.type) {
        case 'C':
          return `C${at(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
        case 'Q':
          return `Q${at(command.x1, command.y1, command.x, command.y)}`;
        case 'Z':
          return 'Z';
        default:
          return `${command.type}${at(command.x, command.y)}`;
      }
    })
    .join('');
}

/** Breaks a paragraph into lines no wider than `width`; the first is shorter by `indent`. A word wider than that stands alone. */
export function breakLines(text: string, width: number, size: number, face: Face = 'regular', indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size, face) > width - (lines.length === 0 ? indent : 0)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}
