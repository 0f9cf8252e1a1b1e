import { isRecognized } from '../../recognized-words.ts';
import type { DocumentRule } from '../../rule.ts';

const MAPPINGS: ReadonlySet<string> = new Set(['font-map', 'unmapped-letter', 'unmapped-sign']);
const PRIVATE = /[\ue000-\uf8ff]/g;

/** Letters that a broken font gave another code, `CHƢƠNG` for `CHƯƠNG`, or no meaning at all. They are put right; the file is not. */
export const rule: DocumentRule = {
  name: 'text.font-mapping',
  *checkDocument({ repairs, text, layout }) {
    // What was recognized in a picture has no font: "ñle" for "file" was misread.
    const repaired = repairs.filter(({ rule: repair, start }) => MAPPINGS.has(repair) && !isRecognized(layout, start, start + 1));
    if (repaired.length === 0) return;
    const sides = repaired.map(({ start, after }) => {
      const from = start - (/\p{L}{0,12}$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0].length ?? 0);
      const to = start + (/^\p{L}{0,24}/u.exec(text.slice(start, start + 24))?.[0].length ?? 1);
      return { place: [from, Math.max(to, start + 1)] as const, value: after };
    });
    yield {
      subject: '',
      values: { letters: [...new Set(repaired.map(({ before, after }) => `${before.replace(PRIVATE, '□')} → ${after.trim()}`))].join(', ') },
      sides,
      verdict: null,
    };
  },
};
