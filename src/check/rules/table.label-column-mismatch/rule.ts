import type { DocumentRule } from '../../rule.ts';

/** A value that stands in the column of one year while its label names another: `… vào năm 2030` under `Đến năm 2025`. */
export const rule: DocumentRule = {
  name: 'table.label-column-mismatch',
  *checkDocument({ targets }) {
    for (const { id, flags, indicator, period, evidence, furtherEvidence, raw } of targets) {
      if (!flags.includes('label-year')) continue;
      const year = String(period?.to ?? '');
      yield {
        subject: id,
        values: { indicator: indicator.raw, year, value: raw },
        sides: [evidence, ...furtherEvidence].map(({ start, end }) => ({ place: [start, end] as const, value: raw })),
        verdict: { value: year, confidence: 'high', decidedBy: ['label'], reason: 'label-names-year', values: { value: year }, candidates: [] },
      };
    }
  },
};
