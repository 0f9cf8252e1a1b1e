import { leavesOf } from '../../../model/tree-walk.ts';
import type { DocumentRule, OwnSide } from '../../rule.ts';

const RAISED = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/gu;
/** "m²", "km²": a power, no mark; behind a year ("24/6/2022²") it may be one. */
const POWER = /(?<!\p{L})[kcd]?m\s?$/u;

interface Part {
  notes: Map<string, OwnSide>;
  places: [number, number][];
}

/** A footnote whose mark stands nowhere in its part while the marks of others do: "³ Theo Quyết định …" below a text that has ¹ and ² only. */
export const rule: DocumentRule = {
  name: 'footnote.orphan-marker',
  *checkDocument({ tree, text }) {
    const parts = new Map<string, Part>();
    for (const { leaf, annex } of leavesOf(tree, 'footnote')) {
      if (!leaf.marker || !/^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}$/u.test(leaf.marker)) continue;
      const key = annex ? `${annex.position.start.offset}|${annex.position.end.offset}` : `0|${text.length}`;
      const part: Part = parts.get(key) ?? { notes: new Map(), places: [] };
      parts.set(key, part);
      const { start, end } = leaf.position;
      part.places.push([start.offset, end.offset]);
      part.notes.set(leaf.marker, { place: [start.offset, end.offset], value: leaf.marker });
    }
    for (const [key, { notes, places }] of parts) {
      const [from = 0, to = 0] = key.split('|').map(Number);
      const marks = new Set<string>();
      for (const match of text.slice(from, to).matchAll(RAISED)) {
        const at = from + match.index;
        if (places.some(([start, end]) => start <= at && at < end) || POWER.test(text.slice(Math.max(0, at - 4), at))) continue;
        marks.add(match[0]);
      }
      const orphans = [...notes].filter(([mark]) => !marks.has(mark));
      // Where no mark of the part was kept, the copy has lost them all.
      if (orphans.length === 0 || orphans.length * 2 > notes.size) continue;
      yield { subject: key, values: { marks: orphans.map(([mark]) => mark).join(', ') }, sides: orphans.map(([, side]) => side), verdict: null };
    }
  },
};
