import { documentLabel } from '../../label.ts';
import type { CorpusRule } from '../../rule.ts';

const WHOLE_DAY = /\d{1,2}\D{1,12}\d{1,2}\D{1,12}\d{4}/u;

/** A document whose own number or day of issue is not in the file. */
export const rule: CorpusRule = {
  name: 'self.identity-missing',
  *checkCiting(document, { words }) {
    const number = document.number?.value ?? null;
    if (number !== null && document.date !== null) return;
    const kind = number === null && document.date === null ? 'number-and-date' : number === null ? 'number' : 'date';
    // "ngày 31 tháng 4 năm 2023" can be read; that there is no such day is told by a rule of its own.
    if (kind === 'date' && document.datePlace !== null && WHOLE_DAY.test(words(document.index, ...document.datePlace))) return;
    yield {
      subject: document.id,
      kind,
      values: {
        document: number === null ? (document.title ?? document.file) : documentLabel(document),
        file: document.file,
        notBefore: document.notBefore ? { date: document.notBefore } : '?',
      },
      sides: [{ document: document.index, place: document.numberPlace ?? document.datePlace ?? document.start, value: null }],
      verdict:
        document.notBefore === null
          ? null
          : { value: null, confidence: 'none', decidedBy: ['latest-citation'], reason: 'not-before', values: { notBefore: { date: document.notBefore } }, candidates: [] },
    };
  },
};
