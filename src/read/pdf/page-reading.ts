import type { PageLayout, ReadingReason } from '../../model/layout.ts';
import type { Origin, Page } from '../../model/source.ts';
import { composePage } from './compose.ts';
import { furnitureOf, NEIGHBOURS, setAside } from './furniture.ts';
import type { PageLayer } from './page-layer.ts';

/** The words of a page, wherever they came from, and how it was decided to take them from there. */
export interface PageReading {
  layer: PageLayer;
  origin: Origin;
  decision: PageLayout['reading']['decision'];
  reasons: ReadingReason[];
  engine: string | null;
}

/** A page without words. */
export function emptyLayer(width: number, height: number): PageLayer {
  return {
    width,
    height,
    turn: 0,
    words: [],
    lines: [],
    tables: [],
    edges: { top: [], bottom: [], inner: { top: null, bottom: null }, letterhead: false },
    setAside: [],
    pictures: [],
    shapes: 0,
    invisible: false,
  };
}

/**
 * Puts readings together to pages in their order, each as soon as those around it are known: running heads are told by what stands
 * on the pages nearby. Holds no more readings than that needs.
 */
export class PageAssembler {
  readonly pages: Page[] = [];
  readonly #laysOut: (text: string) => boolean;
  readonly #window: PageReading[] = [];
  /** Pages in front of the window. */
  #passed = 0;
  #firstLine = 1;

  constructor(laysOut: (text: string) => boolean) {
    this.#laysOut = laysOut;
  }

  add(reading: PageReading): void {
    this.#window.push(reading);
    if (this.#passed + this.#window.length - this.pages.length > NEIGHBOURS) this.#finishNext();
  }

  finish(): Page[] {
    while (this.pages.length < this.#passed + this.#window.length) this.#finishNext();
    return this.pages;
  }

  #finishNext(): void {
    const at = this.pages.length - this.#passed;
    const page = this.#compose(this.#window[at] as PageReading, at);
    this.#firstLine += page.text.split('\n').length;
    this.pages.push(page);
    if (at >= NEIGHBOURS) {
      this.#window.shift();
      this.#passed++;
    }
  }

  #compose({ layer, origin, decision, reasons, engine }: PageReading, at: number): Page {
    const neighbours = this.#window.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1).filter((other) => other.layer !== layer);
    const furniture = furnitureOf(
      layer.edges,
      neighbours.map((other) => other.layer.edges),
    );
    const body = layer.lines.filter((line) => !furniture.has(line));
    const { text, marks, words, repairs } = composePage(body, layer.tables, layer, this.#laysOut);
    const [width, height] = layer.turn % 2 === 0 ? [layer.width, layer.height] : [layer.height, layer.width];
    return {
      number: this.pages.length + 1,
      origin,
      text,
      firstLine: this.#firstLine,
      lines: null,
      marks,
      ...(repairs.length > 0 ? { repairs } : {}),
      layout: {
        width: Math.round(width * 10) / 10,
        height: Math.round(height * 10) / 10,
        words,
        reading: { decision, reasons, engine },
        setAside: [...layer.setAside, ...[...furniture].map(([line, kind]) => setAside(kind, line))],
      },
    };
  }
}
