import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ColumnKind } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';
import { Phrases } from './phrases.ts';

export interface ColumnGrammar {
  /** What a column holds, by its folded header; null where no word of it is known. */
  kind(header: string): ColumnKind | null;
  /** The unit a line above a table gives for all its values ("Đơn vị tính: %"), as written; null where it gives none. */
  unitLine(line: string): string | null;
  /** The same at the end of a line that says more: "Bảng 1. Kịch bản tăng trưởng (đơn vị tính: %)". */
  unitAtEnd(line: string): string | null;
  /** True for a cell that says there is nothing: "-". */
  isNone(cell: string): boolean;
  /** True for a cell that repeats the one above: "nt". */
  isSame(cell: string): boolean;
  /** True for the label of a row that sums up the others: "Toàn tỉnh". */
  isTotal(label: string): boolean;
  /** True for words of a header that say no more than that values stand below: "Kế hoạch", "Chỉ tiêu giao". */
  saysValue(words: string): boolean;
  /** True for words of a header without its years that say what is planned: "Lộ trình thực hiện", "Mục tiêu", "Kế hoạch". */
  plans(words: string): boolean;
  /** The bound that a header sets for the values below it: "Mức tối thiểu năm 2026". */
  bound(header: string): 'ge' | 'le' | null;
  /** False for the header of what a part of a year has brought: "Thực hiện 6 tháng đầu năm 2025". */
  isWholeYear(header: string): boolean;
  /** True for the header of what is planned for a part of a year: "Quý I", "9 tháng đầu năm 2025". */
  isPartYear(header: string): boolean;
  /** Where the words of a folded caption that only lead to what its table is about end ("biểu giao chỉ tiêu"); null where none begin at `at`. */
  captionLead(caption: string, at: number): number | null;
  /** Where the words that say for whom its values are begin: "cho các huyện"; the end of the caption where there are none. */
  captionTail(caption: string, from: number): number;
}

/** `A`, `1`, `(2)`, `5=4/3`, `(6)=(4)+(5)` */
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[A-ZĐ])\)?(?: ?= ?[\d()+\-–*x×:/. ]{1,30})?$/u;

/** True for a row below a header that does no more than number its columns: "A | B | 1 | 2 | 3=2/1". */
export function numbersColumns(cells: readonly string[]): boolean {
  const [first, second] = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/[()]/g, ''));
  const follows = first === 'A' || first === '1' ? second === undefined || second === 'B' || second === '1' || second === '2' : false;
  return follows && cells.every((cell) => cell === '' || COLUMN_NUMBER.test(cell));
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const LONGEST_HEADER = 200;

/** The column grammar of `tables.yaml`. */
export const columnGrammar: (knowledge: Pick<Knowledge, 'tables'>) => ColumnGrammar = compiledOnce(({ tables }) => {
  const kinds = tables.columns.map(({ kind, pattern, yearless }) => ({ kind, yearless, pattern: new RegExp(pattern, 'u') }));
  const unitLine = new RegExp(tables.unit_line.pattern, 'u');
  const partYear = new RegExp(tables.part_year_header.pattern, 'u');
  const [none, same, total] = [tables.none_cells, tables.same_cells, tables.total_rows].map((words) => new Set(words.map(fold))) as [Set<string>, Set<string>, Set<string>];
  const plain = (text: string) => fold(text).trim();
  const unitIn = (line: string): string | null => {
    const match = line.length < 60 ? unitLine.exec(plain(line)) : null;
    const at = match?.groups?.unit ? plain(line).indexOf(match.groups.unit, plain(line).indexOf(':')) : -1;
    return at < 0 ? null : line.trim().slice(at, at + (match?.groups?.unit?.length ?? 0));
  };
  const bounds = new Phrases((['ge', 'le'] as const).flatMap((bound) => tables.bound_headers[bound].map((words) => [words, bound] as const)));
  const [parts, leads, tails] = [tables.parts_of_years, tables.caption_leads, tables.caption_tails].map(Phrases.of) as [Phrases<true>, Phrases<true>, Phrases<true>];
  const kindOf = (words: string) => {
    const year = YEAR.test(words);
    return kinds.find((each) => !(each.yearless && year) && each.pattern.test(words))?.kind ?? null;
  };
  return {
    kind: (header) => kindOf(header.slice(0, LONGEST_HEADER)),
    unitLine: unitIn,
    unitAtEnd(line) {
      for (let at = line.indexOf(' '); at !== -1; at = line.indexOf(' ', at + 1)) {
        const unit = unitIn(line.slice(at + 1));
        if (unit !== null) return unit;
      }
      return null;
    },
    isNone: (cell) => none.has(plain(cell)),
    isSame: (cell) => same.has(plain(cell)),
    isTotal: (label) => total.has(plain(label).replace(/[:.]$/, '')),
    saysValue(words) {
      const kind = kindOf(plain(words).slice(0, LONGEST_HEADER));
      return kind === 'value' || kind === 'indicator';
    },
    plans(words) {
      const kind = kindOf(plain(words).slice(0, LONGEST_HEADER));
      return kind === 'value' || kind === 'indicator' || kind === 'deadline';
    },
    bound: (header) => bounds.firstIn(plain(header), 0, LONGEST_HEADER)?.value ?? null,
    isWholeYear: (header) => parts.firstIn(plain(header), 0, LONGEST_HEADER) === null,
    isPartYear: (header) => partYear.test(plain(header).slice(0, LONGEST_HEADER)),
    captionLead: (caption, at) => leads.startingAt(caption, at)?.end ?? null,
    captionTail: (caption, from) => tails.firstIn(caption, from, caption.length)?.start ?? caption.length,
  };
});
