import type { CorpusRule } from '../../rule.ts';

/** A document whose own number or day of issue is not in the file. */
export const rule: CorpusRule = {
  name: 'self.identity-missing',
  *checkCiting(document) {
    const number = document.number?.value ?? null;
    if (number !== null && document.date !== null) return;
    const kind = number === null && document.date === null ? 'number-and-date' : number === null ? 'number' : 'date';
    yield {
      subject: document.id,
      kind,
      values: { document: document.title ?? document.file, file: document.file, notBefore: document.notBefore ? { date: document.notBefore } : '?' },
      sides: [{ document: document.index, place: document.numberPlace ?? document.datePlace ?? document.start, value: null }],
      verdict:
        document.notBefore === null
          ? null
          : { value: null, confidence: 'none', decidedBy: ['latest-citation'], reason: 'not-before', values: { notBefore: { date: document.notBefore } }, candidates: [] },
    };
  },
};
