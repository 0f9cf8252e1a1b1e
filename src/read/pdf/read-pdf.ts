import { pageWords } from '../../grammar/pages.ts';
import type { Page } from '../../model/source.ts';
import type { Reader, Reading } from '../read.ts';
import { annotationRoles } from './annotations.ts';
import { composePage } from './compose.ts';
import { furnitureOf, NEIGHBOURS, setAside } from './furniture.ts';
import { interpretPage } from './interpret.ts';
import { layerOf, type PageLayer } from './page-layer.ts';
import { openPdf } from './pdfjs.ts';
import { wordsOf } from './words.ts';

/** Reads a PDF file page by page. @throws FileProblem where it cannot be read at all. */
export const readPdf: Reader = async (bytes, knowledge): Promise<Reading> => {
  const file = await openPdf(bytes, null);
  try {
    const layers = await file.getOptionalContentConfig();
    const words = pageWords(knowledge);
    const window: PageLayer[] = [];
    const pages: Page[] = [];
    let firstLine = 1;
    const finish = (at: number) => {
      const page = composeLayer(window, at, at + 1, words.laysOut, firstLine);
      firstLine += page.text.split('\n').length;
      pages.push(page);
    };
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const content = await interpretPage(page, (group) => group === null || layers.isVisible(group as Parameters<typeof layers.isVisible>[0]));
      const found = wordsOf(content);
      const roles = await annotationRoles(page, found);
      page.cleanup();
      window.push(layerOf(content, found, roles, words.laysOut));
      if (number > NEIGHBOURS) finish(number - 1 - NEIGHBOURS);
    }
    for (let at = pages.length; at < window.length; at++) finish(at);
    return { mediaType: 'application/pdf', encoding: 'pdf', pages, damagedLines: [] };
  } finally {
    await file.destroy();
  }
};

function composeLayer(layers: readonly PageLayer[], at: number, number: number, laysOut: (text: string) => boolean, firstLine: number): Page {
  const layer = layers[at] as PageLayer;
  const neighbours = layers.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1).filter((other) => other !== layer);
  const furniture = furnitureOf(
    layer.edges,
    neighbours.map((other) => other.edges),
    (text) => laysOut(text),
  );
  const { text, marks, words } = composePage(
    layer.lines.filter((line) => !furniture.has(line)),
    layer.tables,
    laysOut,
  );
  return {
    number,
    origin: 'text-layer',
    text,
    firstLine,
    lines: null,
    marks,
    layout: {
      width: round(layer.turn % 2 === 0 ? layer.width : layer.height),
      height: round(layer.turn % 2 === 0 ? layer.height : layer.width),
      words,
      reading: { decision: 'text-layer', reasons: [], engine: null },
      setAside: [...layer.setAside, ...[...furniture].map(([line, kind]) => setAside(kind, line))],
    },
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
