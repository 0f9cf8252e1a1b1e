import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceIn } from '../../src/run/facts-reader.ts';
import { processText } from '../../src/run/process-text.ts';
import { knowledge } from '../default-knowledge.ts';

const HEAD = 'ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\n\nSố: 207/KH-UBND\n\nNghệ An, ngày 10 tháng 6 năm 2024\n\nKẾ HOẠCH\nPhát triển đô thị\n\n';

/** A word no other place has, in a source of lines with emphasis, breaks and blanks before it. */
const written = fc.record({
  before: fc.array(fc.constantFrom('**Nghị quyết** ', 'thực hiện ', '*số* ', '  ', 'tỷ lệ\n', 'đô thị ', '\n\n2. ', '\t', '😀 ', 'Hà\u0300 '), { maxLength: 12 }),
  bold: fc.boolean(),
});

test('line and column lead from a finding back to the words in a source of lines', () => {
  fc.assert(
    fc.property(written, ({ before, bold }) => {
      const source = `${HEAD}1. Rà soát ${before.join('')}${bold ? '**Zkx**' : 'Zkx'} hết.\n`;
      const [document] = processText(new TextEncoder().encode(source), knowledge).documents;
      const at = document?.text.indexOf('Zkx') ?? -1;
      if (!document || at < 0) throw new Error('the words are lost');
      const { lines, columns } = evidenceIn(document, at, at + 3, true);
      const line = source.split('\n')[lines[0] - 1] ?? '';
      expect(columns && line.slice(columns[0] - 1, columns[1] - 1)).toBe('Zkx');
      expect(evidenceIn(document, at, at + 3)).not.toHaveProperty('columns');
    }),
  );
});
