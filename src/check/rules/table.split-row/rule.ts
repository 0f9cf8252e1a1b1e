import type { Place } from '../../../resolve/digest.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';
import { branchesOf } from '../../tree-walk.ts';

/** A row that a page break cut in two: behind the repeated header it goes on without an ordinal. */
export const rule: DocumentRule = {
  name: 'table.split-row',
  *checkDocument({ tree, text }) {
    const sides: OwnSide[] = [];
    let before = null as { annex: string; place: Place } | null;
    for (const { branch, annex } of branchesOf(tree, 'table')) {
      const eId = annex?.eId ?? '';
      let headed = false;
      for (const row of branch.children) {
        if (row.type !== 'row') continue;
        const place: Place = [row.position.start.offset, row.position.end.offset];
        if (row.role !== 'header') {
          if (headed && row.role === 'body' && row.marker == null && before?.annex === eId && goesOn(text.slice(...place)))
            sides.push({ place: before.place, value: null }, { place, value: null });
          before = { annex: eId, place };
        }
        headed = row.role === 'header';
      }
    }
    if (sides.length > 0) yield { subject: '', values: { count: String(sides.length / 2) }, sides, verdict: null };
  },
};

/**
 * The rest of a row has no ordinal and either no words in another cell too or a label that begins in mid-sentence; a row of its own
 * (`b) Kết nối …` in all cells) has neither.
 */
function goesOn(row: string): boolean {
  const [ordinal, ...cells] = row.split('\t').map((cell) => cell.trim());
  return ordinal === '' && (cells.includes('') || /^(?:\p{Ll}{2}|[,;.)%–-])/u.test(cells[0] ?? ''));
}
