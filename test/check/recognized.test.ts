import { expect, test } from 'vitest';
import { checkCorpus } from '../../src/check/check.ts';
import { checkDocument } from '../../src/check/check-document.ts';
import type { ExtractedDocument } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { digestDocument } from '../../src/resolve/digest.ts';
import { resolveCorpus } from '../../src/resolve/resolve.ts';
import { evidenceIn } from '../../src/run/facts-reader.ts';
import { processText } from '../../src/run/process-text.ts';
import { knowledge } from '../default-knowledge.ts';
import { district } from './written.ts';

/** The document with a place for each of its words, as recognized in a picture or, without confidences, as read from a text layer. */
function onPage(document: ExtractedDocument, confidence: number | null): ExtractedDocument {
  const words = [...document.text.matchAll(/\S+/g)];
  return {
    ...document,
    layout: {
      start: words.map(({ index }) => index),
      end: words.map(({ index, 0: word }) => index + word.length),
      box: words.flatMap((_, at) => [10, at, 90, at + 1]),
      confidence: confidence === null ? null : words.map(() => confidence),
      page: words.map(() => 1),
    },
  };
}

function findingsOf(document: ExtractedDocument): Finding[] {
  const digest = digestDocument(document, { file: 'a.pdf', sha256: '0' }, 0, knowledge);
  return [
    ...checkCorpus(
      resolveCorpus([digest], knowledge),
      knowledge,
      (_, start, end) => evidenceIn(document, start, end),
      () => checkDocument(document, knowledge),
    ),
  ];
}

const levelsOf = (body: string, rule: string, confidence: number | null): string[] => {
  const { documents } = processText(new TextEncoder().encode(district(0, '10/6/2024', body)), knowledge);
  return findingsOf(onPage(documents[0] as ExtractedDocument, confidence)).flatMap((finding) => (finding.rule === rule ? [finding.level] : []));
};

const GAP = 'I. MỤC TIÊU\n\n1. Mở rộng đô thị.\n\nII. NHIỆM VỤ\n\n1. Lập quy hoạch.\n\nIV. TỔ CHỨC THỰC HIỆN\n\n1. Các phòng thực hiện.';
const COUNT = '1. Tập trung thực hiện 04 nhiệm vụ trọng tâm sau:\n\na) Lập quy hoạch.\n\nb) Lập chương trình.\n\nc) Lập đề án.\n\n2. Các phòng thực hiện.';
const DAY = '1. Thực hiện Văn bản số 23/SXD-QLN ngày 31/02/2024 của Sở Xây dựng.';
const REPEATED = '1. Các phòng phải phải thực hiện.';

const UNNUMBERED = district(0, '10/6/2024', '1. Các phòng thực hiện.')
  .replace(/Số: [^\n]+/, 'Số:          /KH-UBND')
  .replace(/, ngày 10 tháng 6 năm 2024/, ', ngày      tháng     năm');

test.each([
  ['a document without number and day is an error in a text layer', null, 'error'],
  ['in a picture they may be there, written by hand', 0.91, 'warning'],
])('%s', (_, confidence, level) => {
  const { documents } = processText(new TextEncoder().encode(UNNUMBERED), knowledge);
  const found = findingsOf(onPage(documents[0] as ExtractedDocument, confidence)).filter(({ rule }) => rule === 'self.identity-missing');
  expect(found.map((finding) => finding.level)).toEqual([level]);
});

test.each([
  ['a label missing in a text layer is an error', GAP, 'count.label-sequence-gap', null, 'error'],
  ['in a picture it may have been misread', GAP, 'count.label-sequence-gap', 0.91, 'info'],
  ['a count its list does not have, in a text layer', COUNT, 'count.declared-vs-found', null, 'error'],
  ['the same in a picture', COUNT, 'count.declared-vs-found', 0.91, 'warning'],
  ['a day that no calendar has, in a text layer', DAY, 'date.impossible', null, 'error'],
  ['the same in a picture: a digit may have been misread', DAY, 'date.impossible', 0.91, 'warning'],
  ['a rule without a level of its own for pictures keeps its level', REPEATED, 'text.duplicated-word', 0.91, 'info'],
] as const)('%s', (_, body, rule, confidence, level) => {
  expect(levelsOf(body, rule, confidence)).toEqual([level]);
});

const LETTERS = '1. Các phòng thực hiện:\n\na) Lập quy hoạch.\n\nb) Lập chương trình.\n\nd) Lập đề án.\n\n2. Các xã theo dõi.';
const UNREAD = LETTERS.replace('b) Lập chương trình.\n', 'b) Lập chương trình.\n\n©) Lập dự toán.\n');
const SEVERAL = LETTERS.replace('d) Lập đề án.', 'e) Lập đề án.');
const STRANGE = '1. Các xã gửi tệp mềm v\u01b0ớng mắc: ki\u01a3n nghị của nhân dân.';
const BROKEN = '1. Thực hiện Chương trình hành động số 59-\nCTr/TU ngày 07/11/2023 của Thành ủy.';

test.each([
  ['a letter missing in a text layer', LETTERS, 'list.letter-gap', null, 1],
  ['a letter missing in a picture, every line being labelled', LETTERS, 'list.letter-gap', 0.91, 1],
  ['a line that cannot be read as a point, in a text layer', UNREAD, 'list.letter-gap', null, 1],
  ['in a picture it is the point whose letter was misread', UNREAD, 'list.letter-gap', 0.91, 0],
  ['several letters missing in a text layer', SEVERAL, 'list.letter-gap', null, 1],
  ['in a picture the one behind them was misread', SEVERAL, 'list.letter-gap', 0.91, 0],
  ['a letter of no Vietnamese word in a text layer: its font is broken', STRANGE, 'text.font-mapping', null, 1],
  ['what was recognized in a picture has no font', STRANGE, 'text.font-mapping', 0.91, 0],
  ['a number broken at the end of a line of a page', BROKEN, 'text.split-citation', null, 0],
] as const)('%s', (_, body, rule, confidence, count) => {
  expect(levelsOf(body, rule, confidence)).toHaveLength(count);
});
