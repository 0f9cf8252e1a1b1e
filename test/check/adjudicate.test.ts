import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { runCorpus } from './run-corpus.ts';
import { district, filesOf, findingAbout, letter, plan, resolution } from './written.ts';

const conflict = (number: string, texts: readonly string[]) => findingAbout('citation.date-conflict', number, texts);
const future = (number: string, texts: readonly string[]) => findingAbout('citation.future-document', number, texts);
const verdict = ({ verdict: found }: Finding) => found && { value: found.value, confidence: found.confidence, decidedBy: found.decidedBy };
const witnesses = ({ verdict: found }: Finding) => Object.fromEntries(found?.candidates.map((candidate) => [candidate.value, candidate.witnesses]) ?? []);

/** Nghị quyết 25-NQ/TU of Nghệ An: `right` is 12/01/2023. */
const cites = (at: number, date: string, day: string) => district(at, date, `1. Thực hiện Nghị quyết số 25-NQ/TU, ngày ${day} của Tỉnh ủy Nghệ An về phát triển nhà ở xã hội.`);
const TEN_WRONG = Array.from({ length: 10 }, (_, at) => cites(at, `${at + 10}/6/2024`, '12/10/2023'));

describe('hard constraints beat counts', () => {
  test('ten documents have the wrong day; one that cites it was issued before that day', () => {
    const finding = conflict('25-NQ/TU', [...TEN_WRONG, cites(10, '15/3/2023', '12/01/2023')]);
    expect(witnesses(finding)).toEqual({ '2023-01-12': 1, '2023-10-12': 10 });
    expect(verdict(finding)).toEqual({ value: '2023-01-12', confidence: 'certain', decidedBy: ['cited-earlier'] });
  });

  test("its own letterhead says what ten documents don't", () => {
    const finding = conflict('25-NQ/TU', [...TEN_WRONG, resolution('Tỉnh ủy Nghệ An', 'Nghệ An', '25-NQ/TU', '12/01/2023', '1. Phát triển nhà ở.')]);
    expect(verdict(finding)).toEqual({ value: '2023-01-12', confidence: 'certain', decidedBy: ['own-header'] });
  });

  test('a letterhead whose number carries another year than its day decides nothing', () => {
    const header = plan('Hội đồng nhân dân\ntỉnh Nghệ An', 'Nghệ An', '27/2023/NQ-HĐND', '10/12/2022', '1. Phát triển nhà ở.');
    const finding = conflict('27/2023/NQ-HĐND', [
      header,
      district(0, '20/12/2023', '1. Thực hiện Nghị quyết số 27/2023/NQ-HĐND ngày 10/12/2023 của Hội đồng nhân dân tỉnh Nghệ An.'),
    ]);
    expect(verdict(finding)).toEqual({ value: '2023-12-10', confidence: 'certain', decidedBy: ['embedded-year'] });
  });

  test('two letterheads of one number contradict each other: nobody can tell', () => {
    const header = (date: string) => resolution('Tỉnh ủy Nghệ An', 'Nghệ An', '25-NQ/TU', date, `1. Phát triển nhà ở. Bản ${date}.`);
    expect(verdict(conflict('25-NQ/TU', [header('12/01/2023'), header('12/10/2023')]))).toEqual({ value: null, confidence: 'none', decidedBy: [] });
  });

  test('the document that gives a day was itself issued before that day', () => {
    const finding = conflict('25-NQ/TU', [cites(0, '10/6/2024', '10/02/2023'), cites(1, '15/5/2023', '02/10/2023')]);
    expect(verdict(finding)).toMatchObject({ value: '2023-02-10', confidence: expect.stringMatching(/certain|high/) });
  });

  test('the year in the number refutes the other year', () => {
    const decree = (at: number, day: string) => district(at, '10/12/2023', `1. Căn cứ Nghị định số 35/2022/NĐ-CP ngày ${day} của Chính phủ.`);
    expect(verdict(conflict('35/2022/NĐ-CP', [decree(0, '28/5/2022'), decree(1, '28/5/2023'), decree(2, '28/5/2023')]))).toMatchObject({
      value: '2022-05-28',
      confidence: expect.stringMatching(/certain|high/),
    });
  });

  test('the legislature in the number refutes a day on which it no longer sat', () => {
    const decree = (at: number, day: string) => district(at, '10/12/2023', `1. Căn cứ Nghị quyết số 1210/2016/UBTVQH13 ngày ${day} của Ủy ban Thường vụ Quốc hội.`);
    expect(verdict(conflict('1210/2016/UBTVQH13', [decree(0, '25/5/2016'), decree(1, '25/8/2016')]))).toMatchObject({
      value: '2016-05-25',
      confidence: expect.stringMatching(/certain|high/),
    });
  });
});

describe('witnesses', () => {
  test('one against one: cannot tell', () => {
    expect(verdict(conflict('25-NQ/TU', [cites(0, '10/6/2024', '12/10/2023'), cites(1, '15/6/2024', '12/01/2023')]))).toEqual({ value: null, confidence: 'none', decidedBy: [] });
  });

  test('two against two: cannot tell', () => {
    const texts = [cites(0, '10/6/2024', '12/10/2023'), cites(1, '11/6/2024', '12/10/2023'), cites(2, '12/6/2024', '12/01/2023'), cites(3, '13/6/2024', '12/01/2023')];
    expect(verdict(conflict('25-NQ/TU', texts))).toEqual({ value: null, confidence: 'none', decidedBy: [] });
  });

  test('two against one is a weak reason, three against one a better one', () => {
    const wrong = cites(0, '10/6/2024', '12/10/2023');
    const right = [1, 2, 3].map((at) => cites(at, `1${at}/6/2024`, '12/01/2023'));
    expect(verdict(conflict('25-NQ/TU', [wrong, ...right.slice(0, 2)]))).toEqual({ value: '2023-01-12', confidence: 'low', decidedBy: ['witnesses'] });
    expect(verdict(conflict('25-NQ/TU', [wrong, ...right]))).toEqual({ value: '2023-01-12', confidence: 'medium', decidedBy: ['witnesses'] });
  });

  test('two copies of one document in two files are one witness', () => {
    const copy = (more: string) => district(0, '10/6/2024', `1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.${more}`);
    const finding = conflict('25-NQ/TU', [copy(''), copy(' Bản sao.'), cites(1, '15/6/2024', '12/01/2023')]);
    expect(witnesses(finding)).toEqual({ '2023-01-12': 1, '2023-10-12': 1 });
    expect(finding.verdict?.value).toBeNull();
  });

  test('ten mentions in one document are one witness', () => {
    const often = district(0, '10/6/2024', Array.from({ length: 10 }, (_, at) => `${at + 1}. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.`).join('\n\n'));
    const finding = conflict('25-NQ/TU', [often, cites(1, '15/6/2024', '12/01/2023')]);
    expect(finding.verdict?.candidates.map(({ value, mentions, witnesses: count }) => [value, mentions, count])).toEqual([
      ['2023-01-12', 1, 1],
      ['2023-10-12', 10, 1],
    ]);
    expect(finding.verdict?.value).toBeNull();
  });

  test('a cover letter and its attachment in one file are one witness, and so are two copies of a file', () => {
    const body = 'Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An; gửi kèm văn bản số 2563/SXD-PTĐT ngày 27/5/2024 của Sở Xây dựng.';
    const cover = letter('Ủy ban nhân dân\ntỉnh Nghệ An\nVăn phòng', 'Nghệ An', '3824/VP-CN', '07/6/2024', body);
    const attached = letter('UBND tỉnh Nghệ An\nSở Xây dựng', 'Nghệ An', '2563/SXD-PTĐT', '27/5/2024', 'Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.');
    const file = `${cover}\n${attached}`;
    expect(runCorpus(filesOf([file])).documents).toHaveLength(2);
    const finding = conflict('25-NQ/TU', [file, file, cites(1, '15/6/2024', '12/01/2023')]);
    expect(witnesses(finding)).toEqual({ '2023-01-12': 1, '2023-10-12': 1 });
    expect(finding.verdict?.value).toBeNull();
  });
});

describe('sources that copy each other are one', () => {
  const tail =
    'Đây là nhiệm vụ trọng tâm, thường xuyên của cả hệ thống chính trị, các đơn vị phải bố trí đủ nguồn lực, phân công cán bộ chuyên trách và báo cáo kết quả trước ngày 15 hằng tháng.';
  const cite = (day: string) => `Thực hiện Nghị quyết số 25-NQ/TU, ngày ${day} của Tỉnh ủy Nghệ An.`;

  test('two plans with one passage word for word beside the citation', () => {
    const copied = [0, 1].map((at) => district(at, `1${at}/6/2024`, `1. ${cite('12/10/2023')} ${tail}`));
    expect(witnesses(conflict('25-NQ/TU', [...copied, district(2, '12/6/2024', `1. ${cite('12/01/2023')}`)]))).toEqual({ '2023-01-12': 1, '2023-10-12': 1 });
  });

  test('nearly word for word is a copy too', () => {
    const copied = [tail, tail.replace('trọng tâm, ', '').replace('ngày 15', 'ngày 20')].map((words, at) => district(at, `1${at}/6/2024`, `1. ${cite('12/10/2023')} ${words}`));
    expect(witnesses(conflict('25-NQ/TU', [...copied, district(2, '12/6/2024', `1. ${cite('12/01/2023')}`)]))).toEqual({ '2023-01-12': 1, '2023-10-12': 1 });
  });

  test('the formula of a citation is no copy', () => {
    const plain = [0, 1].map((at) => district(at, `1${at}/6/2024`, `1. ${cite('12/10/2023')}`));
    expect(witnesses(conflict('25-NQ/TU', [...plain, district(2, '12/6/2024', `1. ${cite('12/01/2023')}`)]))).toEqual({ '2023-01-12': 1, '2023-10-12': 2 });
  });

  test('other words beside the citation make another source', () => {
    const other = 'Các xã, thị trấn rà soát quỹ đất, lập danh mục dự án và công khai cho người dân biết để giám sát, đồng thời kiểm tra việc cấp phép xây dựng trên địa bàn.';
    const plain = [tail, other].map((words, at) => district(at, `1${at}/6/2024`, `1. ${cite('12/10/2023')} ${words}`));
    expect(witnesses(conflict('25-NQ/TU', [...plain, district(2, '12/6/2024', `1. ${cite('12/01/2023')}`)]))).toEqual({ '2023-01-12': 1, '2023-10-12': 2 });
  });

  test('a letter and the document it sends, in two files', () => {
    const sent = letter('UBND tỉnh Nghệ An\nSở Xây dựng', 'Nghệ An', '2563/SXD-PTĐT', '27/5/2024', cite('12/10/2023'));
    const cover = letter(
      'Ủy ban nhân dân\ntỉnh Nghệ An\nVăn phòng',
      'Nghệ An',
      '3824/VP-CN',
      '07/6/2024',
      `${cite('12/10/2023')} Văn phòng gửi các sở (gửi kèm Văn bản số 2563/SXD-PTĐT ngày 27/5/2024 của Sở Xây dựng).`,
    );
    expect(witnesses(conflict('25-NQ/TU', [cover, sent, cites(1, '15/6/2024', '12/01/2023')]))).toEqual({ '2023-01-12': 1, '2023-10-12': 1 });
  });
});

describe('when the issuing body existed', () => {
  test('a day before the body was founded is refuted', () => {
    const text = (at: number, day: string) => district(at, '10/12/2025', `1. Thực hiện Hướng dẫn số 23-HD/BTGDVTW, ngày ${day} của Ban Tuyên giáo và Dân vận Trung ương.`);
    expect(verdict(conflict('23-HD/BTGDVTW', [text(0, '14/4/2025'), text(1, '14/4/2024'), text(2, '14/4/2024')]))).toMatchObject({
      value: '2025-04-14',
      decidedBy: ['body-validity'],
    });
  });
});

describe('the keyboard comes last', () => {
  test('of three days the one from which both others are one digit away, and not surely', () => {
    const texts = [cites(0, '10/6/2024', '12/01/2023'), cites(1, '11/6/2024', '12/07/2023'), cites(2, '12/6/2024', '13/01/2023')];
    expect(verdict(conflict('25-NQ/TU', texts))).toEqual({ value: '2023-01-12', confidence: 'low', decidedBy: ['one-keystroke-from-all'] });
  });

  test('of two days neither', () => {
    expect(verdict(conflict('25-NQ/TU', [cites(0, '10/6/2024', '12/01/2023'), cites(1, '11/6/2024', '12/07/2023')]))?.value).toBeNull();
  });

  test('witnesses beat it', () => {
    const texts = [cites(0, '10/6/2024', '12/01/2023'), ...[1, 2, 3].map((at) => cites(at, `1${at}/6/2024`, '12/07/2023')), cites(4, '12/6/2024', '13/01/2023')];
    expect(verdict(conflict('25-NQ/TU', texts))).toMatchObject({ value: '2023-07-12', decidedBy: ['witnesses'] });
  });
});

describe('cause before effect', () => {
  test('the next work of a list behind a title that begins with such a word is not carried out by it', () => {
    const list = (day: string) =>
      `Thực hiện Nghị quyết số 25-NQ/TU, ngày ${day} của Tỉnh ủy về thực hiện có hiệu quả chính sách nhà ở xã hội, Quyết định số 410/QĐ-UBND ngày 20/8/2023 của Ủy ban nhân dân tỉnh.`;
    expect(verdict(conflict('25-NQ/TU', [district(0, '10/12/2024', `1. ${list('12/4/2022')}`), cites(1, '11/12/2024', '12/4/2024')]))?.value).toBeNull();
  });

  const program = (at: number, day: string, cause: string) =>
    district(at, '10/12/2024', `1. Thực hiện Chương trình hành động số 59-CTr/TU, ngày ${day} của Tỉnh ủy về thực hiện Nghị quyết số 06-NQ/TW, ngày ${cause} của Bộ Chính trị.`);

  test('what carries it out is older than the one day given for it', () => {
    const finding = conflict('06-NQ/TW', [
      program(0, '07/11/2022', '24/01/2023'),
      district(1, '11/12/2024', '1. Thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị.'),
    ]);
    expect(verdict(finding)).toEqual({ value: '2022-01-24', confidence: 'high', decidedBy: ['effect-before'] });
  });

  test('it carries out what is younger than the one day given for it', () => {
    const finding = conflict('59-CTr/TU', [
      program(0, '07/11/2021', '24/01/2022'),
      district(1, '11/12/2024', '1. Thực hiện Chương trình hành động số 59-CTr/TU, ngày 07/11/2022 của Tỉnh ủy Nghệ An.'),
    ]);
    expect(verdict(finding)).toEqual({ value: '2022-11-07', confidence: 'high', decidedBy: ['cause-after'] });
  });

  test('the report on a review comes before the conclusion on it', () => {
    const body = (year: number) =>
      `1. Thực hiện Kết luận số 334-KL/TU ngày 19/4/${year} của Tỉnh ủy về việc tổng kết Nghị quyết số 04-NQ/TU ngày 03/01/2012 của Tỉnh ủy.\n\n2. Xét Báo cáo số 526-BC/TU ngày 19/4/2024 của Tỉnh ủy về tổng kết Nghị quyết số 04-NQ/TU ngày 03/01/2012 của Tỉnh ủy.`;
    const finding = conflict('334-KL/TU', [
      district(0, '27/5/2024', body(2021)),
      district(1, '07/6/2024', body(2021)),
      district(2, '08/6/2024', '1. Thực hiện Kết luận số 334-KL/TU ngày 19/4/2024 của Tỉnh ủy Nghệ An.'),
    ]);
    expect(verdict(finding)).toMatchObject({ value: '2024-04-19', decidedBy: ['report-before-conclusion'] });
  });

  test('the next work of a list is no part of the title before it', () => {
    const list =
      'Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/4/2022 của Tỉnh ủy về thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị, Chương trình hành động số 59-CTr/TU, ngày 07/11/2023 của Tỉnh ủy.';
    const finding = conflict('25-NQ/TU', [
      district(0, '10/12/2024', `1. ${list}`),
      district(1, '11/12/2024', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/4/2024 của Tỉnh ủy Nghệ An.'),
    ]);
    expect(verdict(finding)).toEqual({ value: null, confidence: 'none', decidedBy: [] });
  });

  test('a ground that refutes every candidate decides nothing', () => {
    const list =
      'Thực hiện Nghị quyết số 148/NQ-CP ngày 11/11/2022 của Chính phủ về triển khai Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị và thực hiện Chương trình hành động số 59-CTr/TU ngày 07/11/2023 của Tỉnh ủy.';
    const other = (at: number) => district(at, '11/12/2024', '1. Thực hiện Nghị quyết số 148/NQ-CP ngày 11/11/2022 của Chính phủ.');
    const finding = conflict('148/NQ-CP', [
      district(0, '10/12/2024', `1. ${list}`),
      other(1),
      other(2),
      district(3, '10/12/2024', '1. Thực hiện Nghị quyết số 148/NQ-CP ngày 11/12/2022 của Chính phủ.'),
    ]);
    expect(verdict(finding)).toMatchObject({ value: '2022-11-11', decidedBy: ['witnesses'] });
  });
});

describe('order of numbers in a series', () => {
  const province = 'của Ủy ban nhân dân tỉnh';
  const wrong = district(1, '10/12/2023', `1. Thực hiện Kế hoạch số 125/KH-UBND ngày 04/5/2023 ${province}.`);

  test('between two cited numbers: a reason', () => {
    const right = district(
      0,
      '10/12/2023',
      `1. Thực hiện Kế hoạch số 120/KH-UBND ngày 15/3/2023 ${province}; Kế hoạch số 130/KH-UBND ngày 15/4/2023 ${province}; Kế hoạch số 125/KH-UBND ngày 05/4/2023 ${province}.`,
    );
    expect(verdict(conflict('125/KH-UBND', [right, wrong]))).toEqual({ value: '2023-04-05', confidence: 'medium', decidedBy: ['number-order'] });
  });

  test('before a higher number whose document we hold: a hard one', () => {
    const right = district(0, '10/12/2023', `1. Thực hiện Kế hoạch số 125/KH-UBND ngày 05/4/2023 ${province}.`);
    const held = plan('Ủy ban nhân dân\ntỉnh Nghệ An', 'Nghệ An', '130/KH-UBND', '15/4/2023', '1. Phát triển nhà ở.');
    expect(verdict(conflict('125/KH-UBND', [right, wrong, held]))).toEqual({ value: '2023-04-05', confidence: 'high', decidedBy: ['number-order'] });
  });

  test('numbers of another year prove nothing', () => {
    const about = 'ban hành Chương trình hành động về xây dựng Nhà nước pháp quyền xã hội chủ nghĩa';
    const resolutionOf = (at: number, day: string) => district(at, '10/12/2023', `1. Thực hiện Nghị quyết số 99/NQ-CP ngày ${day} của Chính phủ ${about}.`);
    const later = district(2, '10/12/2023', '1. Thực hiện Nghị quyết số 148/NQ-CP ngày 11/11/2022 của Chính phủ.');
    expect(verdict(conflict('99/NQ-CP', [resolutionOf(0, '10/7/2022'), resolutionOf(1, '10/7/2023'), later]))).toEqual({ value: null, confidence: 'none', decidedBy: [] });
  });
});

describe('slips of one kind', () => {
  test('day and month exchanged, against two witnesses', () => {
    expect(verdict(conflict('25-NQ/TU', [cites(0, '10/6/2024', '10/02/2023'), cites(1, '11/6/2024', '10/02/2023'), cites(2, '12/6/2024', '02/10/2023')]))).toMatchObject({
      value: '2023-02-10',
      decidedBy: ['witnesses'],
    });
  });

  const about = 'phê duyệt điều chỉnh quy hoạch chung thành phố Vinh đến năm 2030';
  const decision = (at: number, date: string, day: string) => district(at, date, `1. Thực hiện Quyết định số 323/QĐ-TTg ngày ${day} của Thủ tướng Chính phủ ${about}.`);

  test('a year slip of a State document is one work by its subject, and already cited decides', () => {
    expect(verdict(conflict('323/QĐ-TTg', [decision(0, '10/12/2022', '30/3/2022'), decision(1, '10/12/2023', '30/3/2023')]))).toMatchObject({
      value: '2022-03-30',
      decidedBy: ['cited-earlier'],
    });
  });

  test('a year slip without any ground stays open', () => {
    expect(verdict(conflict('323/QĐ-TTg', [decision(0, '10/12/2023', '30/3/2022'), decision(1, '10/12/2023', '30/3/2023')]))).toEqual({
      value: null,
      confidence: 'none',
      decidedBy: [],
    });
  });

  test('a year slip across a congress is found by the subject', () => {
    const text = (at: number, day: string) =>
      district(
        at,
        '10/12/2023',
        `1. Thực hiện Nghị quyết số 06-NQ/TW, ngày ${day} của Bộ Chính trị về quy hoạch, xây dựng, quản lý và phát triển bền vững đô thị Việt Nam đến năm 2030.`,
      );
    expect(verdict(conflict('06-NQ/TW', [text(0, '24/01/2022'), text(1, '24/01/2021'), text(2, '24/01/2022')]))).toMatchObject({ value: '2022-01-24' });
  });

  test('a day after the citing document: the same number elsewhere tells, whatever other years have that number', () => {
    const texts = [
      district(0, '03/11/2023', '1. Thực hiện Kế hoạch số 514/KH-UBND ngày 10/02/2024 của Ủy ban nhân dân tỉnh.'),
      district(1, '04/11/2023', '1. Thực hiện Kế hoạch số 514/KH-UBND ngày 10/02/2023 của Ủy ban nhân dân tỉnh; Kế hoạch số 514/KH-UBND ngày 16/02/2022 của Ủy ban nhân dân tỉnh.'),
    ];
    expect(verdict(future('514/KH-UBND', texts))).toMatchObject({ value: '2023-02-10' });
  });

  test('a place in a series is a strong reason only near a neighbour', () => {
    // 99 of 2022 would lie near 29/7 if numbers ran evenly up to 148 of 11/11; the right day is 30/8/2021.
    const texts = [
      district(0, '18/8/2022', '1. Thực hiện Nghị quyết số 99/NQ-CP ngày 30/8/2022 của Chính phủ.'),
      district(1, '10/12/2023', '1. Thực hiện Nghị quyết số 148/NQ-CP ngày 11/11/2022 của Chính phủ.'),
    ];
    expect(future('99/NQ-CP', texts).verdict?.confidence).toMatch(/^(?:low|none)$/);
  });
});

test('every ground that decides is told, with its days in print', () => {
  const { verdict: found } = conflict('25-NQ/TU', [...TEN_WRONG, cites(10, '15/3/2023', '12/01/2023')]);
  expect(found?.reason.vi).toBe(
    'Ngày đúng là 12/01/2023. 30/KH-UBND (Ủy ban nhân dân huyện Kỳ Sơn) ngày 15/03/2023 đã viện dẫn văn bản này, nên nó không thể ban hành ngày 12/10/2023.',
  );
  const sides = found?.candidates.flatMap((candidate) => candidate.refutes).flatMap((ground) => ground.sides.map((side) => side.evidence.quote));
  expect(sides).toEqual(['ngày 15 tháng 3 năm 2023', 'Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An'].map((quote) => expect.stringContaining(quote)));
});
