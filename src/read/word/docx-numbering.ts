import { LabelCounter, type LabelFormat, type LabelLevel } from './labels.ts';
import { child, childElements, type XmlElement } from './xml.ts';

const FORMATS: ReadonlyMap<string, LabelFormat> = new Map([
  ['decimal', 'decimal'],
  ['decimalZero', 'decimal-zero'],
  ['upperRoman', 'upper-roman'],
  ['lowerRoman', 'lower-roman'],
  ['upperLetter', 'upper-letter'],
  ['lowerLetter', 'lower-letter'],
  ['bullet', 'bullet'],
  ['none', 'none'],
]);

interface List {
  abstract: string;
  levels: readonly LabelLevel[];
  /** Levels whose count this list begins anew when it is first used. */
  restarts: number[];
}

const value = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** The labels Word generates, told paragraph by paragraph in the order of the text (`word/numbering.xml`). */
export class DocxNumbering {
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, LabelCounter>();
  readonly #used = new Set<string>();
  /** For each list the level a paragraph style stands for. */
  readonly #levelOfStyle = new Map<string, number>();

  /** @param numberingOfStyle the list that a numbering style refers to */
  constructor(root: XmlElement | null, numberingOfStyle: (style: string) => string | undefined) {
    if (!root) return;
    const abstracts = new Map<string, XmlElement>();
    const lists = new Map<string, XmlElement>();
    for (const element of childElements(root)) {
      if (element.name === 'w:abstractNum') abstracts.set(element.attributes['w:abstractNumId'] ?? '', element);
      if (element.name === 'w:num') lists.set(element.attributes['w:numId'] ?? '', element);
    }
    for (const [id, list] of lists) {
      let abstract = value(child(list, 'w:abstractNumId')) ?? '';
      const style = value(child(abstracts.get(abstract), 'w:numStyleLink'));
      const linked = style === undefined ? undefined : lists.get(numberingOfStyle(style) ?? '');
      if (linked) abstract = value(child(linked, 'w:abstractNumId')) ?? abstract;
      const levels = readLevels(abstracts.get(abstract));
      const restarts: number[] = [];
      for (const override of childElements(list)) {
        if (override.name !== 'w:lvlOverride') continue;
        const at = Number(override.attributes['w:ilvl'] ?? '0');
        const whole = child(override, 'w:lvl');
        if (whole) levels[at] = readLevel(whole, at);
        const start = value(child(override, 'w:startOverride'));
        if (start !== undefined && levels[at]) {
          levels[at] = { ...(levels[at] as LabelLevel), start: toNumber(start, 1) };
          restarts.push(at);
        }
      }
      for (const level of childElements(abstracts.get(abstract) ?? list)) {
        const paragraphStyle = value(child(level, 'w:pStyle'));
        if (paragraphStyle !== undefined) this.#levelOfStyle.set(`${id} ${paragraphStyle}`, Number(level.attributes['w:ilvl'] ?? '0'));
      }
      this.#lists.set(id, { abstract, levels, restarts });
    }
  }

  /** The level that a list keeps for a paragraph style, where it does. */
  levelOf(list: string, style: string): number | undefined {
    return this.#levelOfStyle.get(`${list} ${style}`);
  }

  /** The label of the next paragraph that stands on a level of a list; empty where the list is unknown. */
  next(id: string, level: number): string {
    const list = this.#lists.get(id);
    if (!list) return '';
    let counter = this.#counters.get(list.abstract);
    if (!counter) {
      counter = new LabelCounter(list.levels);
      this.#counters.set(list.abstract, counter);
    }
    if (!this.#used.has(id)) {
      this.#used.add(id);
      for (const at of list.restarts) counter.restart(at);
    }
    return counter.next(level, list.levels);
  }
}

function readLevels(abstract: XmlElement | undefined): LabelLevel[] {
  const levels: LabelLevel[] = [];
  for (const element of abstract ? childElements(abstract) : []) {
    if (element.name !== 'w:lvl') continue;
    const at = Math.max(0, Math.min(8, toNumber(element.attributes['w:ilvl'], 0)));
    levels[at] = readLevel(element, at);
  }
  return levels;
}

function readLevel(element: XmlElement, at: number): LabelLevel {
  const restart = value(child(element, 'w:lvlRestart'));
  return {
    start: toNumber(value(child(element, 'w:start')), 0),
    format: FORMATS.get(value(child(element, 'w:numFmt')) ?? 'decimal') ?? 'decimal',
    text: value(child(element, 'w:lvlText')) ?? '',
    restartsAfter: restart === undefined ? at - 1 : Math.min(at - 1, toNumber(restart, at) - 1),
    arabicOnly: child(element, 'w:isLgl') !== undefined,
  };
}

function toNumber(text: string | undefined, missing: number): number {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isFinite(number) ? number : missing;
}
