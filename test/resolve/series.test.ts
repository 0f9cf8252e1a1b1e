import { describe, expect, it } from 'vitest';
import { runCorpus } from '../check/run-corpus.ts';
import { filesOf, plan } from '../check/written.ts';

/** The works that a plan of Nghệ An cites. */
function worksOf(body: string): string[] {
  const { corpus } = runCorpus(filesOf([plan('Ủy ban nhân dân\ntỉnh Nghệ An', 'Nghệ An', '20/KH-UBND', '10/6/2024', body)]));
  return corpus.works.map(({ id }) => id).filter((id) => !id.includes('20-KH-UBND'));
}

describe('whose number it is', () => {
  it.each([
    [
      'in a title in capitals a code is in capitals too',
      'CHỈ THỊ SỐ 19/CT-TTG NGÀY 16/7/2021 CỦA THỦ TƯỚNG CHÍNH PHỦ; Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ',
      'vn.ttg.2021.19-CT-TTg',
    ],
    ['a ministry whose old code has no B', 'Công văn số 2928/LĐTBXH-BVCSTE ngày 12/8/2014 của Bộ Lao động - Thương binh và Xã hội', 'vn.ldtbxh.2014.2928-LDTBXH-BVCSTE'],
    ['a central body in no list', 'Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021 của Hội đồng Thi đua - Khen thưởng Trung ương', 'vn.hdtdkt.2021.16-KH-HDTDKT'],
    [
      'the province that the same text names with that number and day',
      'Công văn số 847/UBND-VX1 ngày 22/3/2011 của UBND tỉnh Quảng Ninh (đính kèm Công văn số 847/UBND-VX1 ngày 22/3/2011)',
      'vn-qni.ubnd.2011.847-UBND-VX1',
    ],
    ['the Government, in a copy that lost the hyphen', 'Nghị quyết số 30c/NQCP ngày 08/11/2011 của Chính phủ', 'vn.cp.2011.30c-NQ-CP'],
  ])('%s', (_, words, id) => {
    expect(worksOf(`1. Thực hiện ${words}.`)).toEqual([id]);
  });

  it.each([
    ['a district office has the same code', 'Báo cáo số 28/LĐTBXH ngày 12/8/2014 của Phòng Lao động - Thương binh và Xã hội', /^vn-na\./],
    ['a council of the province', 'Kế hoạch số 16/KH-HĐTĐKT ngày 31/8/2021 của Hội đồng Thi đua - Khen thưởng tỉnh', /^vn-na\./],
  ])('… but %s', (_, words, id) => {
    expect(worksOf(`1. Thực hiện ${words}.`)).toEqual([expect.stringMatching(id)]);
  });

  it("… but a number of another day is the own province's", () => {
    expect(worksOf('1. Thực hiện Công văn số 847/UBND-VX1 ngày 22/3/2011 của UBND tỉnh Quảng Ninh; Công văn số 847/UBND-VX1 ngày 15/4/2023.').sort()).toEqual([
      'vn-na.ubnd.2023.847-UBND-VX1',
      'vn-qni.ubnd.2011.847-UBND-VX1',
    ]);
  });

  it('a place in no list has an id that may be the name of a file, with its accents', () => {
    expect(
      worksOf(
        '1. Thực hiện Kế hoạch số 15/KH-UBND ngày 20/8/2023 của Ủy ban nhân dân xã Phú Bình Đông; Kế hoạch số 15/KH-UBND ngày 20/8/2023 của Ủy ban nhân dân xã Phú Bính Đông.',
      ).sort(),
    ).toEqual(['xx-xã-phú-bình-đông.ubnd.2023.15-KH-UBND', 'xx-xã-phú-bính-đông.ubnd.2023.15-KH-UBND']);
  });
});
