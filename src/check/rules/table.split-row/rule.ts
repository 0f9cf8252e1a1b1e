import { branchesOf } from '../../../model/tree-walk.ts';
import type { Place } from '../../../resolve/digest.ts';
import { fold } from '../../../text/fold.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

/** So many words of a repeated header are those of the first one. */
const HEADER_ALIKE = 0.7;

/** A row that a page break cut in two: behind the repeated header it goes on without an ordinal. */
export const rule: DocumentRule = {
  name: 'table.split-row',
  *checkDocument({ tree, text, layout }) {
    const sides: OwnSide[] = [];
    let before = null as { annex: string; place: Place; header: string } | null;
    let header = '';
    for (const { branch, annex } of branchesOf(tree, 'table')) {
      const eId = annex?.eId ?? '';
      let headed = false;
      for (const row of branch.children) {
        if (row.type !== 'row') continue;
        const place: Place = [row.position.start.offset, row.position.end.offset];
        const words = text.slice(...place);
        if (row.role === 'header') header = headed ? `${header}\n${words}` : words;
        else {
          if (headed && row.role === 'body' && row.marker == null && before?.annex === eId && isRepeated(header, before.header) && goesOn(words))
            sides.push({ place: before.place, value: null }, { place, value: null });
          before = { annex: eId, place, header };
        }
        headed = row.role === 'header';
      }
    }
    // On printed pages rows go on over the page rightly; who checks the tables wants to know which were joined.
    if (sides.length > 0) yield { subject: '', ...(layout === null ? {} : { kind: 'printed' }), values: { count: String(sides.length / 2) }, sides, verdict: null };
  },
};

/** The same header as that of the rows before, each as it was recognized: of another table begins another row. */
function isRepeated(header: string, before: string): boolean {
  const words = new Set(wordsOf(before));
  const again = wordsOf(header);
  return again.filter((word) => words.has(word)).length >= again.length * HEADER_ALIKE;
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\d]+/gu) ?? [];

/**
 * The rest of a row has no ordinal and either no words in another cell too or a label that begins in mid-sentence; a row of its own
 * (`b) Kết nối …` in all cells) has neither.
 */
function goesOn(row: string): boolean {
  const [ordinal, ...cells] = row.split('\t').map((cell) => cell.trim());
  // "...": a form to be filled in.
  if (!/\p{L}/u.test(row)) return false;
  return ordinal === '' && (cells.includes('') || /^(?:\p{Ll}{2}|[,;.)%–-])/u.test(cells[0] ?? ''));
}
