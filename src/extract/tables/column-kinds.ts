import type { ColumnGrammar } from '../../grammar/columns.ts';
import type { ColumnKind } from '../../model/tree.ts';
import { fold } from '../../text/fold.ts';

/** What the levels of a header say together, but results where one of them alone says so: "Hộ nghèo đầu năm 2023" above "Số hộ". */
export function kindOf(levels: readonly string[], grammar: ColumnGrammar): ColumnKind | null {
  const plain = (header: string) => fold(header).replace(/[:.]$/, '').trimEnd();
  const kind = grammar.kind(plain(levels.join(' ')));
  if (levels.length === 1) return kind;
  const told = levels.findLast((level) => grammar.kind(plain(level)) === 'actual' || (!/\d/.test(level) && grammar.saysValue(level)));
  if (told === undefined) return kind;
  if (grammar.kind(plain(told)) === 'actual') return 'actual';
  return kind === 'actual' && told === levels.at(-1) ? 'value' : kind;
}
