import type { DocumentRule } from '../../rule.ts';

/** A document that came in one file with another: a letter and what it sends. */
export const rule: DocumentRule = {
  name: 'layout.multiple-documents',
  *checkDocument({ part, parts, text }) {
    if (part < 2) return;
    const end = text.indexOf('\n');
    yield { subject: '', values: { part: String(part), parts: String(parts) }, sides: [{ place: [0, end === -1 ? text.length : end], value: null }], verdict: null };
  },
};
