import type { DocumentRule } from '../../rule.ts';

/** Letters that a broken font gave another code: `CHƢƠNG` for `CHƯƠNG`. They are put right; the file is not. */
export const rule: DocumentRule = {
  name: 'text.font-mapping',
  *checkDocument({ repairs, text }) {
    const repaired = repairs.filter(({ rule: repair }) => repair === 'font-map');
    if (repaired.length === 0) return;
    const sides = repaired.map(({ start, after }) => {
      const from = start - (/\p{L}{0,12}$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0].length ?? 0);
      const to = start + (/^\p{L}{0,24}/u.exec(text.slice(start, start + 24))?.[0].length ?? 1);
      return { place: [from, Math.max(to, start + 1)] as const, value: after };
    });
    yield { subject: '', values: { letters: [...new Set(repaired.map(({ before, after }) => `${before} → ${after}`))].join(', ') }, sides, verdict: null };
  },
};
