import type { DocumentRule } from '../../rule.ts';

/** `ngày 27 tháng 05 năm 2024`: only days below 10 and the months 1 and 2 have a zero before them; in the line of the document's own date. */
export const rule: DocumentRule = {
  name: 'date.format',
  *checkDocument({ text, identity: { issuedOn } }) {
    const { value, evidence } = issuedOn;
    if (evidence === null || value?.length !== 10) return;
    const printed = IN_WORDS.exec(text.slice(evidence.start, evidence.end));
    const [, before, day, between, month, behind, year] = printed ?? [];
    if (!printed || day === undefined || month === undefined) return;
    // Only what the date is read from can be judged: a date in words may stand beside another one.
    if (Number(day) !== Number(value.slice(8)) || Number(month) !== Number(value.slice(5, 7)) || year !== value.slice(0, 4)) return;
    const right = [Number(day) < 10 ? `0${Number(day)}` : day, Number(month) < 3 ? `0${Number(month)}` : String(Number(month))] as const;
    if (right[0] === day && right[1] === month) return;
    const start = evidence.start + printed.index;
    const words = `${before}${right[0]}${between}${right[1]}${behind}${year}`;
    yield {
      subject: '',
      values: { printed: printed[0], right: words },
      sides: [{ place: [start, start + printed[0].length], value: printed[0] }],
      verdict: { value: words, confidence: 'certain', decidedBy: ['form-of-dates'], reason: 'prescribed-form', values: { value: words }, candidates: [] },
    };
  },
};

/** Three numbers with words between them. */
const IN_WORDS = /((?:\p{L}{2,6} )?)(\d{1,2})( \p{L}{2,6} )(\d{1,2})( \p{L}{2,6} )(\d{4})/u;
