import { describe, expect, it } from 'vitest';
import { runCorpus } from '../check/run-corpus.ts';
import { filesOf, plan } from '../check/written.ts';

/** Every work that a number names in plans that say these things, with the days and type words it is given. */
function worksOf(number: string, bodies: readonly string[]): string[] {
  const texts = bodies.map((body, at) => plan('Ủy ban nhân dân\ntỉnh Nghệ An', 'Nghệ An', `${at + 20}/KH-UBND`, '10/6/2024', body));
  const { corpus, digests } = runCorpus(filesOf(texts));
  return corpus.works
    .filter((work) => work.number === number)
    .map(({ id, mentions }) => {
      const said = mentions.map(({ document, mention }) => digests[document]?.mentions[mention]);
      return `${id}: ${said.map((one) => [one?.type, one?.date].filter(Boolean).join(' ')).join(', ')}`;
    });
}

describe('the acts of a legislature and its resolutions', () => {
  it('are two works under one number where their days differ', () => {
    expect(
      worksOf('100/2015/QH13', [
        '1. Căn cứ Bộ luật Hình sự số 100/2015/QH13 ngày 27/11/2015.',
        '1. Thực hiện Nghị quyết số 100/2015/QH13 ngày 12/11/2015 của Quốc hội phê duyệt chủ trương đầu tư các chương trình mục tiêu quốc gia.',
      ]),
    ).toEqual(['vn.qh.2015.100-2015-QH13: Nghị quyết 2015-11-12', 'vn.qh.2015.100-2015-QH13~legal: Bộ luật 2015-11-27']);
  });

  it('are two works where one is cited without a day, or both are', () => {
    expect(
      worksOf('100/2015/QH13', [
        '1. Căn cứ Bộ luật Hình sự số 100/2015/QH13.',
        '1. Thực hiện Nghị quyết số 100/2015/QH13 ngày 12/11/2015 của Quốc hội.',
        '1. Xử lý theo Bộ luật Hình sự số 100/2015/QH13.',
      ]),
    ).toEqual(['vn.qh.2015.100-2015-QH13: Nghị quyết 2015-11-12', 'vn.qh.2015.100-2015-QH13~legal: Bộ luật, Bộ luật']);
    expect(worksOf('100/2015/QH13', ['1. Căn cứ Bộ luật Hình sự số 100/2015/QH13.', '1. Thực hiện Nghị quyết số 100/2015/QH13 của Quốc hội.'])).toHaveLength(2);
  });

  it('are one work under a wrong word where the day is one', () => {
    expect(
      worksOf('136/2024/QH15', [
        '1. Căn cứ Luật số 136/2024/QH15 ngày 26/6/2024 của Quốc hội.',
        '1. Thực hiện Nghị quyết số 136/2024/QH15 ngày 26/6/2024 của Quốc hội về tổ chức chính quyền đô thị.',
      ]),
    ).toHaveLength(1);
  });

  it('leave a number without a word to the act that has its day, or to the only one', () => {
    expect(worksOf('31/2024/QH15', ['1. Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024.', '1. Thực hiện các nhiệm vụ tại văn bản số 31/2024/QH15.'])).toHaveLength(1);
  });
});

describe('decisions and rules of the Party', () => {
  it('are two works with an id each', () => {
    expect(
      worksOf('37-QĐ/TW', [
        '1. Thực hiện Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương về những điều đảng viên không được làm.',
        '1. Thực hiện Quyết định số 37-QĐ/TW, ngày 03/6/2021 của Ban Bí thư về chế độ bồi dưỡng đối với cán bộ tiếp công dân.',
        '1. Quán triệt Quy định số 37-QĐ/TW.',
      ]),
    ).toEqual(['vn.tw.xiii.37-QD-TW: Quyết định 2021-06-03', 'vn.tw.xiii.37-QD-TW~quy-dinh: Quy định 2021-10-25, Quy định']);
  });

  it('are one work where both words have one day', () => {
    expect(
      worksOf('66-QĐ/TW', ['1. Thực hiện Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.', '1. Theo Quyết định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư.']),
    ).toHaveLength(1);
  });
});
