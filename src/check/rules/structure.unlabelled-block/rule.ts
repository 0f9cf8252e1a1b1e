import type { Leaf } from '../../../model/tree.ts';
import { leavesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, FindingDraft, OwnSide } from '../../rule.ts';

/** So many labelled rows make a table of labelled rows. */
const FEWEST_LABELLED = 3;
/** Fewer letters are a remark. */
const FEWEST_LETTERS = 20;

interface Section {
  row: Leaf;
  labelled: number;
  /** Rows with words in one cell and nothing else. */
  blocks: Leaf[];
}

/** A section of a table of tasks whose words have no label, agency or deadline, where all other sections have `Nhiệm vụ 1`, `Nhiệm vụ 2`. */
export const rule: DocumentRule = {
  name: 'structure.unlabelled-block',
  *checkDocument({ tree, text }) {
    const tables = new Map<string, { label: string; sections: Section[] }>();
    for (const { leaf, annex } of leavesOf(tree, 'row')) {
      const key = annex?.eId ?? '';
      const table = tables.get(key) ?? { label: '', sections: [] };
      tables.set(key, table);
      if (leaf.role === 'section') table.sections.push({ row: leaf, labelled: 0, blocks: [] });
      const section = table.sections.at(-1);
      if (leaf.role !== 'body' || !section) continue;
      const label = /^(\p{L}[\p{L} ]{1,30}) \d{1,3}$/u.exec(leaf.marker ?? '')?.[1];
      if (label !== undefined) {
        section.labelled++;
        table.label ||= label;
      } else if (leaf.marker == null && isBlock(text.slice(leaf.position.start.offset, leaf.position.end.offset))) section.blocks.push(leaf);
    }
    for (const [annex, { label, sections }] of tables) {
      if (sections.reduce((sum, { labelled }) => sum + labelled, 0) < FEWEST_LABELLED) continue;
      // An introduction above labelled rows has no label either.
      const bare = sections.filter(({ labelled, blocks }) => labelled === 0 && blocks.length > 0);
      if (bare.length > 0) yield draftOf(annex, label, bare);
    }
  },
};

function draftOf(annex: string, label: string, bare: readonly Section[]): FindingDraft<OwnSide> {
  const side = ({ position, marker }: Leaf): OwnSide => ({ place: [position.start.offset, position.end.offset], value: marker ?? null });
  const named = bare.flatMap(({ row }) => (row.marker == null ? [] : [row.marker]));
  return {
    subject: annex,
    values: { sections: named.join(', '), label },
    sides: bare.flatMap(({ row, blocks }) => [...blocks.map(side), side(row)]),
    verdict: null,
  };
}

/** True for a row with words in one cell only. */
function isBlock(row: string): boolean {
  const filled = row.split('\t').filter((cell) => cell.trim() !== '');
  return filled.length === 1 && (filled[0]?.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;
}
