import type { ReadRepair } from '../../model/source.ts';
import { convertLegacy } from '../legacy/convert.ts';
import { encodingOfFont, type LegacyRun, recognizeEncoding } from '../legacy/recognize.ts';
import type { LegacyEncoding } from '../legacy/tables.ts';
import { signFontOf, signOf } from '../symbol-fonts.ts';
import { type Block, type Paragraph, type Run, raise } from './body.ts';

/** Text as it is shown, with the stretches in bold and what was changed; offsets are in `text`. */
export interface SetText {
  text: string;
  strong: (readonly [start: number, end: number])[];
  repairs: ReadRepair[];
}

/** Characters that fonts of symbols put in the private use area. */
const PRIVATE_USE = /[\uf020-\uf0ff]/g;

/** A tab in text: wide enough to part columns that were set with tabs. A tab of the page parts cells. */
const TAB = '    ';

/** Turns runs into the text that is shown, old encodings converted run by run, with the generated label in front. */
export class Setter {
  readonly #fonts = new Map<string, LegacyRun | null>();
  /** The encoding of text whose font does not tell it; null: Unicode. */
  readonly #fallback: LegacyEncoding | null;
  readonly #used = new Set<string>();

  constructor(blocks: readonly Block[]) {
    this.#fallback = recognizeEncoding([...this.#undeclared(blocks)].join('\n'));
  }

  /** The old encodings that were met. */
  get encodings(): string[] {
    return [...this.#used].sort();
  }

  set({ label, runs }: Paragraph): SetText {
    const out: SetText = { text: label === '' ? '' : `${label} `, strong: [], repairs: [] };
    for (let at = 0; at < runs.length; ) {
      const first = runs[at] as Run;
      const exponent = first.raised ? raise(first.text) : null;
      const legacy = exponent === null ? this.#legacyOf(first.font) : null;
      let text = '';
      const bold: [number, number][] = [];
      // A letter and its mark may stand in two runs ("HOA" + "Ø"): runs of one encoding are converted together.
      for (; at < runs.length; at++) {
        const run = runs[at] as Run;
        if (run !== first && (exponent !== null || (run.raised && raise(run.text) !== null))) break;
        if (run.revision !== first.revision || run.capitals !== first.capitals || (run !== first && !isSame(this.#legacyOf(run.font), legacy))) break;
        const start = text.length;
        text += exponent ?? run.text.replaceAll('\t', TAB).replace(PRIVATE_USE, (char) => signOf(char.charCodeAt(0), signFontOf(run.font ?? '') ?? 'ornaments'));
        if (run.strong) bold.push([start, text.length]);
      }
      if (first.revision === 'deleted-text' || first.revision === 'hidden-text') {
        if (text.trim() !== '') out.repairs.push({ rule: first.revision, before: text, after: '', start: out.text.length, end: out.text.length });
        continue;
      }
      const start = out.text.length;
      this.#append(out, text, legacy, first.capitals === true);
      // Converting changes lengths: a group that is bold in part is bold in proportion.
      const scale = text.length === 0 ? 1 : (out.text.length - start) / text.length;
      for (const [from, to] of bold) out.strong.push([start + Math.round(from * scale), start + Math.round(to * scale)]);
      if (first.revision === 'inserted-text' && text.trim() !== '')
        out.repairs.push({ rule: 'inserted-text', before: '', after: out.text.slice(start), start, end: out.text.length });
    }
    return out;
  }

  #append(out: SetText, text: string, legacy: LegacyRun | null, capitals: boolean): void {
    if (!legacy) {
      out.text += capitals ? text.toUpperCase() : text;
      return;
    }
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) out.text += '\n';
      const converted = convertLegacy(line, legacy.encoding);
      const shown = capitals || legacy.capitals ? converted.toUpperCase() : converted;
      if (shown !== line) {
        this.#used.add(legacy.encoding);
        out.repairs.push({ rule: `legacy-${legacy.encoding}`, before: line, after: shown, start: out.text.length, end: out.text.length + shown.length });
      }
      out.text += shown;
    }
  }

  #legacyOf(font: string | null): LegacyRun | null {
    const declared = this.#declared(font);
    return declared ?? (this.#fallback ? { encoding: this.#fallback, capitals: false } : null);
  }

  #declared(font: string | null): LegacyRun | null {
    if (font === null) return null;
    let legacy = this.#fonts.get(font);
    if (legacy === undefined) {
      legacy = encodingOfFont(font);
      this.#fonts.set(font, legacy);
    }
    return legacy;
  }

  *#undeclared(blocks: readonly Block[]): Generator<string> {
    for (const block of blocks) {
      if (block.kind === 'paragraph') yield block.runs.map((run) => (this.#declared(run.font) ? ' ' : run.text)).join('');
      else for (const row of block.rows) for (const cell of row) yield* this.#undeclared(cell.blocks);
    }
  }
}

function isSame(a: LegacyRun | null, b: LegacyRun | null): boolean {
  return a === b || (a !== null && b !== null && a.encoding === b.encoding && a.capitals === b.capitals);
}
