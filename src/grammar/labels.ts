import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DivisionKind } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { fromRoman } from '../text/roman.ts';
import { compiledOnce } from './compiled.ts';

/** A label at the start of a line: `I.`, `1.1.`, `a)`, `-`, `Điều 3.` */
export interface Label {
  kind: DivisionKind;
  /** Tells styles of one kind apart (`1.` and `1)` are two series): the kind and the punctuation. */
  series: string;
  marker: string | null;
  /** What is counted, as one number per level: `1.2` → [1, 2]; letters by their place in each alphabet. */
  values: readonly number[];
  /** Place of a letter in the Vietnamese alphabet of lists, 0 where it is not in it. */
  vietnamese: number;
  /** Length of the label with its punctuation and the blanks after it. */
  length: number;
  /** True where the title may stand on the next line. */
  alone: boolean;
}

export interface LabelGrammar {
  /** Every reading of the start of `line`, outermost kind first; `I.` is Roman one and the letter I. */
  read(line: string): Label[];
  /** True for the cell above the ordinals of a table: "STT". */
  isOrdinalHeader(cell: string): boolean;
}

interface Style {
  kind: DivisionKind;
  pattern: RegExp;
  counting: Knowledge['headings']['styles'][number]['counting'];
  alone: boolean;
}

/** A number above this at the start of a line is a year or a quantity, never a label (domain reference 4.2). */
const LARGEST_NUMBER = 99;

/** The label grammar of `headings.yaml`. */
export const labelGrammar: (knowledge: Pick<Knowledge, 'headings'>) => LabelGrammar = compiledOnce(({ headings }) => {
  const styles: Style[] = headings.styles.map((style) => ({ ...style, pattern: new RegExp(style.pattern, 'uy') }));
  // Most lines begin with no label: one pattern for all styles tells.
  const anyLabel = new RegExp(headings.styles.map(({ pattern }) => `(?:${withoutNames(pattern)})`).join('|'), 'uy');
  const ordinalHeaders = new Set(headings.ordinal_headers.map(fold));
  const { vietnamese, latin } = headings.alphabets;

  const count = (style: Style, value: string, marker: string): number[] | null => {
    switch (style.counting) {
      case 'none':
        return [0];
      case 'arabic': {
        const number = Number(value);
        const limit = style.kind === 'article' ? 999 : LARGEST_NUMBER;
        return number >= 1 && number <= limit ? [number] : null;
      }
      case 'decimal': {
        const levels = value.split('.').map(Number);
        return levels.every((level) => level >= 1) ? levels : null;
      }
      case 'roman': {
        const number = fromRoman(value);
        return number === null ? null : [number];
      }
      case 'letter':
      case 'upper': {
        const at = latin.indexOf(value.toLowerCase());
        if (at >= 0) return [at + 1];
        return value.toLowerCase() === 'đ' ? [4.5] : null;
      }
      case 'ordinal': {
        if (value === '') return [0];
        const ordinal = headings.ordinals[value.toLowerCase()] ?? fromRoman(value) ?? Number.parseFloat(value);
        if (Number.isFinite(ordinal)) return [ordinal];
        const letter = latin.indexOf(value.toLowerCase());
        return letter >= 0 && marker.length > 0 ? [letter + 1] : null;
      }
    }
  };

  return {
    isOrdinalHeader: (cell) => ordinalHeaders.has(fold(cell)),
    read(line) {
      anyLabel.lastIndex = 0;
      if (!anyLabel.test(line)) return [];
      const labels: Label[] = [];
      for (const style of styles) {
        style.pattern.lastIndex = 0;
        const match = style.pattern.exec(line);
        if (!match) continue;
        const { marker = '', bare } = match.groups ?? {};
        const value = match.groups?.value ?? bare ?? '';
        const values = count(style, value, marker);
        if (values === null) continue;
        const text = match[0];
        const punctuation = text.slice((match.groups?.marker ?? '').length).trim();
        const blanks = /^\s*/.exec(line.slice(text.length))?.[0].length ?? 0;
        labels.push({
          kind: style.kind,
          series: style.counting === 'none' ? style.kind : `${style.kind}${bare ? ')' : punctuation || '.'}`,
          marker: style.counting === 'none' ? null : style.kind === 'paren-number' ? value : style.alone || style.kind === 'task' ? wordMarker(marker, value) : marker,
          values,
          vietnamese: style.counting === 'letter' ? vietnamese.indexOf(value) + 1 : 0,
          length: text.length + blanks,
          alone: style.alone,
        });
      }
      return labels;
    },
  };
});

/** The source of a pattern whose groups have no names, so that it can stand beside others that name theirs alike. */
function withoutNames(source: string): string {
  return source.replace(/\(\?<(?![=!])[^>]{1,32}>/g, '(?:');
}

/** "PHỤ LỤC I" and "Phụ lục I" are one label: the word in small letters, its value as printed. */
function wordMarker(marker: string, value: string): string {
  const word = value === '' ? marker : marker.slice(0, marker.lastIndexOf(value));
  return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}${marker.slice(word.length)}`;
}
