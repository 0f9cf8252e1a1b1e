import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ColumnKind } from '../model/tree.ts';
import { fold } from '../text/fold.ts';
import { compiledOnce } from './compiled.ts';

export interface ColumnGrammar {
  /** What a column holds, by its folded header; null where no word of it is known. */
  kind(header: string): ColumnKind | null;
  /** The unit a line above a table gives for all its values ("Đơn vị tính: %"), as written; null where it gives none. */
  unitLine(line: string): string | null;
  /** True for a cell that says there is nothing: "-". */
  isNone(cell: string): boolean;
  /** True for a cell that repeats the one above: "nt". */
  isSame(cell: string): boolean;
  /** True for the label of a row that sums up the others: "Toàn tỉnh". */
  isTotal(label: string): boolean;
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const LONGEST_HEADER = 200;

/** The column grammar of `tables.yaml`. */
export const columnGrammar: (knowledge: Pick<Knowledge, 'tables'>) => ColumnGrammar = compiledOnce(({ tables }) => {
  const kinds = tables.columns.map(({ kind, pattern, yearless }) => ({ kind, yearless, pattern: new RegExp(pattern, 'u') }));
  const unitLine = new RegExp(tables.unit_line.pattern, 'u');
  const [none, same, total] = [tables.none_cells, tables.same_cells, tables.total_rows].map((words) => new Set(words.map(fold))) as [Set<string>, Set<string>, Set<string>];
  const plain = (text: string) => fold(text).trim();
  return {
    kind(header) {
      const words = header.slice(0, LONGEST_HEADER);
      const year = YEAR.test(words);
      return kinds.find((each) => !(each.yearless && year) && each.pattern.test(words))?.kind ?? null;
    },
    unitLine(line) {
      const match = line.length < 60 ? unitLine.exec(plain(line)) : null;
      const at = match?.groups?.unit ? plain(line).indexOf(match.groups.unit, plain(line).indexOf(':')) : -1;
      return at < 0 ? null : line.trim().slice(at, at + (match?.groups?.unit?.length ?? 0));
    },
    isNone: (cell) => none.has(plain(cell)),
    isSame: (cell) => same.has(plain(cell)),
    isTotal: (label) => total.has(plain(label).replace(/[:.]$/, '')),
  };
});
