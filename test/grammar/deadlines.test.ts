import { describe, expect, it } from 'vitest';
import { deadlineGrammar } from '../../src/grammar/deadlines.ts';
import { fold } from '../../src/text/fold.ts';
import { knowledge } from '../default-knowledge.ts';

const grammar = deadlineGrammar(knowledge);

describe('the deadline of a clause', () => {
  it.each([
    ['lắp đặt biển báo, hoàn thành trước ngày 30/6/2025', { kind: 'by', from: null, to: '2025-06-30' }],
    ['sơ tán dân trước 18 giờ ngày 06/9/2024', { kind: 'by', to: '2024-09-06', raw: 'trước 18 giờ ngày 06/9/2024' }],
    ['gửi báo cáo trước 17 giờ 00 ngày 15/10/2025', { kind: 'by', to: '2025-10-15' }],
    ['lập đề án trong quý II/2024', { kind: 'in', from: '2024-04', to: '2024-06' }],
    ['nâng cấp trạm bơm đến hết năm 2026', { kind: 'by', from: null, to: '2026' }],
    ['tu bổ di tích trong 6 tháng đầu năm 2025', { kind: 'in', from: '2025-01', to: '2025-06' }],
    ['báo cáo trước ngày 15/12 hằng năm', { kind: 'recurring', from: null, to: null, raw: 'trước ngày 15/12 hằng năm' }],
    ['trả lời trong vòng 10 ngày làm việc', { kind: 'relative', from: null, to: null }],
  ])('%s', (text, expected) => {
    expect(grammar.inClause(text, fold(text))).toMatchObject(expected);
  });

  it.each(['họp lúc 8 giờ ngày 06/9/2024', 'thực hiện Chương trình giai đoạn 2021-2025', 'phát triển đô thị đến năm 2030, tầm nhìn đến năm 2045', 'tuyên truyền sâu rộng'])(
    'is not in “%s”',
    (text) => {
      expect(grammar.inClause(text, fold(text))).toBeNull();
    },
  );

  it.each([
    ['2023-2030', { kind: 'period', from: '2023', to: '2030' }],
    ['Tháng 6/2025', { kind: 'in', to: '2025-06' }],
    ['Thường xuyên', { kind: 'recurring' }],
    ['Theo tiến độ dự án', { kind: 'open', from: null, to: null }],
  ])('of a cell: %s', (text, expected) => {
    expect(grammar.ofCell(text)).toMatchObject(expected);
  });
});
