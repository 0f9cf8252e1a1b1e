import { describe, expect, it } from 'vitest';
import { documentOf } from '../stages.ts';

const HEAD = 'KẾ HOẠCH\nPhát triển đô thị đến năm 2030, tầm nhìn đến năm 2045\nI. MỤC TIÊU\n';
/** The dates of a sentence in a plan. */
const dates = (sentence: string) => {
  const { dates: all } = documentOf(`${HEAD}1. ${sentence}\n`);
  return all.filter((date) => date.evidence.lines[0] > 3).map(({ kind, from, to, raw, inTitle }) => ({ kind, from, to, raw, inTitle }));
};

describe('dates and horizons of the text', () => {
  it('stand in order, with their words', () => {
    expect(dates('Hoàn thành trước ngày 30/6/2024; đến năm 2025 đạt 45%, giai đoạn 2026-2030 đạt 60%; báo cáo hằng năm.')).toEqual([
      { kind: 'date', from: '2024-06-30', to: '2024-06-30', raw: 'ngày 30/6/2024', inTitle: false },
      { kind: 'by', from: null, to: '2025-12-31', raw: 'đến năm 2025', inTitle: false },
      { kind: 'period', from: '2026-01-01', to: '2030-12-31', raw: 'giai đoạn 2026-2030', inTitle: false },
      { kind: 'recurring', from: null, to: null, raw: 'hằng năm', inTitle: false },
    ]);
  });

  it('the day of a citation is the citation’s', () => {
    expect(dates('Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022.')).toEqual([]);
  });

  it('… unless no calendar has it', () => {
    expect(dates('Thực hiện Nghị quyết số 06-NQ/TW ngày 31/4/2022.').map((date) => date.kind)).toEqual(['impossible']);
  });

  it('a horizon in the title of a cited work is no deadline', () => {
    expect(
      dates('Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 về phát triển đô thị đến năm 2030, tầm nhìn đến năm 2045; hoàn thành trong năm 2024.').map(({ raw, inTitle }) => [
        raw,
        inTitle,
      ]),
    ).toEqual([
      ['đến năm 2030', true],
      ['tầm nhìn đến năm 2045', true],
      ['trong năm 2024', false],
    ]);
  });

  it('neither is one in the document’s own title', () => {
    const own = documentOf(`${HEAD}1. Hoàn thành trong năm 2024.\n`).dates;
    expect(own.map(({ raw, inTitle }) => [raw, inTitle])).toEqual([
      ['đến năm 2030', true],
      ['tầm nhìn đến năm 2045', true],
      ['trong năm 2024', false],
    ]);
  });

  it('a term of a committee is no period of a target', () => {
    expect(dates('Nghị quyết Đại hội nhiệm kỳ 2020 - 2025.').map((date) => date.kind)).toEqual(['term']);
  });

  it.each(['Diện tích 5-7m, tỷ lệ 1/500.', 'Trong 5 năm tới.', 'Nhóm 4 nước dẫn đầu, 5G, COP26.'])('none: %s', (sentence) => {
    expect(dates(sentence)).toEqual([]);
  });
});
