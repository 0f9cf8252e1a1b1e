import { expect, test } from 'vitest';
import { Fingerprint } from '../../src/check/fingerprint.ts';
import { FindingMemory, type KeptFindings } from '../../src/check/memory.ts';
import { CITATION_SLIPS } from '../../src/eval/mutations/citation-slips.ts';
import { makeCorpus } from '../../src/eval/mutations/citing.ts';
import { printDraft } from '../../src/eval/mutations/print-citing.ts';
import { pick, type Random, randomOf } from '../../src/eval/mutations/random.ts';
import { termTables } from '../../src/resolve/terms.ts';
import { knowledge } from '../default-knowledge.ts';
import { runCorpus, type SourceFile } from './run-corpus.ts';
import { district, filesOf, letter, plan, resolution } from './written.ts';

/** As it comes back from a file. */
const kept = (memory: FindingMemory): KeptFindings => JSON.parse(JSON.stringify(memory.kept())) as KeptFindings;

/** Files of a few corpora of one country, some with an error planted. */
function filesFrom(seed: number): SourceFile[] {
  const random = randomOf(seed);
  const drafts = makeCorpus(1 + Math.floor(random() * 40));
  if (random() < 0.7) pick(random, Object.values(CITATION_SLIPS))(drafts, random, termTables(knowledge));
  return drafts.map((draft, at) => ({ name: `${seed}-${at}.txt`, content: printDraft(draft, randomOf(seed * 7 + at)) }));
}

/** Leaves files out, brings new ones, writes one again. */
function changed(files: readonly SourceFile[], seed: number, random: Random): SourceFile[] {
  const kept = files.filter(() => random() < 0.85);
  const more = random() < 0.7 ? filesFrom(seed) : [];
  return [...kept, ...more].map((file) =>
    random() < 0.1 ? { ...file, content: `${String(file.content)}\n1. Rà soát Nghị quyết số 18-NQ/TW, ngày 16/6/2023 của Ban Chấp hành Trung ương.\n` } : file,
  );
}

test('a run that remembers the one before finds what a run from nothing finds, byte for byte', () => {
  for (let round = 1; round <= 5; round++) {
    const random = randomOf(round * 1009);
    let files = [...filesFrom(round), ...filesFrom(round + 100)];
    let memory = new FindingMemory();
    runCorpus(files, memory);
    for (let step = 1; step <= 3; step++) {
      files = changed(files, round * 1000 + step, random);
      memory = new FindingMemory(kept(memory));
      const remembering = runCorpus(files, memory).findings;
      expect(JSON.stringify(remembering), `round ${round}, step ${step}`).toBe(JSON.stringify(runCorpus(files).findings));
    }
  }
});

const office = (number: string, date: string, body: string) => letter('Ủy ban nhân dân\ntỉnh Nghệ An\nVăn phòng', 'Nghệ An', number, date, body);

test.each<[string, string[], string]>([
  [
    'an earlier citation refutes a day',
    [
      district(0, '10/6/2024', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.'),
      district(1, '11/6/2024', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An.'),
    ],
    district(2, '15/3/2023', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An.'),
  ],
  [
    'the document itself arrives',
    [district(0, '10/6/2024', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.')],
    resolution('Tỉnh ủy Nghệ An', 'Nghệ An', '25-NQ/TU', '12/01/2023', '1. Phát triển nhà ở.'),
  ],
  [
    'a neighbour in the series tells the day of a number',
    [office('3100/VP-CN', '27/5/2024', 'Thực hiện Văn bản số 3057/VP-CN ngày 24/7/2024 của Văn phòng Ủy ban nhân dân tỉnh.')],
    office('3050/VP-CN', '23/5/2024', 'Triển khai nhiệm vụ.'),
  ],
  [
    'the report on a review refutes the day of its conclusion',
    [
      district(
        0,
        '27/5/2024',
        '1. Thực hiện Kết luận số 334-KL/TU ngày 19/4/2021 của Tỉnh ủy về việc tổng kết Nghị quyết số 04-NQ/TU ngày 03/01/2012 của Tỉnh ủy; Kết luận số 334-KL/TU ngày 19/4/2024 của Tỉnh ủy.',
      ),
    ],
    district(1, '28/5/2024', '1. Xét Báo cáo số 526-BC/TU ngày 19/4/2024 của Tỉnh ủy về tổng kết Nghị quyết số 04-NQ/TU ngày 03/01/2012 của Tỉnh ủy.'),
  ],
  [
    'the day of a work that another only mentions',
    [district(0, '27/5/2024', '1. Thực hiện Nghị quyết số 25-NQ/TU.')],
    district(1, '28/5/2024', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An.'),
  ],
  [
    'another body of one day and number',
    [district(0, '27/5/2024', '1. Thực hiện Thông báo số 14/TB-CP ngày 27/01/2023 của Văn phòng Chính phủ.')],
    district(
      1,
      '28/5/2024',
      '1. Thực hiện Thông báo số 14/TB-VPCP ngày 27/01/2023 của Văn phòng Chính phủ.\n\n2. Rà soát Thông báo số 14/TB-VPCP ngày 27/01/2023 của Văn phòng Chính phủ.',
    ),
  ],
  [
    'a neighbouring district with the passage a word was lost in',
    [
      district(
        0,
        '27/5/2024',
        '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An: đến năm 2025, tỷ lệ đô thị hóa đạt 45%; nâng cấp hệ thống thoát nước tại các đô thị, tỷ lệ đất giao thông trên đất xây dựng đô thị đạt 18%.',
      ),
    ],
    district(
      1,
      '28/5/2024',
      '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An: đến năm 2025, tỷ lệ đô thị hóa đạt 45%; nâng cấp đồng bộ hệ thống thoát nước tại các đô thị, tỷ lệ đất giao thông trên đất xây dựng đô thị đạt 18%.',
    ),
  ],
  [
    'what a document came with',
    [
      office('3824/VP-CN', '07/6/2024', 'Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An (gửi kèm Văn bản số 2563/SXD-PTĐT ngày 27/5/2024 của Sở Xây dựng).'),
      district(1, '28/5/2024', '1. Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/01/2023 của Tỉnh ủy Nghệ An.'),
    ],
    letter('UBND tỉnh Nghệ An\nSở Xây dựng', 'Nghệ An', '2563/SXD-PTĐT', '27/5/2024', 'Thực hiện Nghị quyết số 25-NQ/TU, ngày 12/10/2023 của Tỉnh ủy Nghệ An.'),
  ],
])('what a new document changes elsewhere is seen: %s', (_, texts, added) => {
  const files = filesOf([...texts, added]);
  const before = new FindingMemory();
  const earlier = runCorpus(files.slice(0, -1), before).findings;
  const after = runCorpus(files, new FindingMemory(kept(before))).findings;
  const fresh = runCorpus(files).findings;
  expect(JSON.stringify(after)).toBe(JSON.stringify(fresh));
  // Worth something only while the new document does change a finding about the others.
  expect(JSON.stringify(fresh)).not.toBe(JSON.stringify(earlier));
});

test('a document that cites one work again has that work, itself and its series checked, and nothing else', () => {
  const texts = Array.from({ length: 8 }, (_, at) => district(at, `1${at}/6/2024`, `1. Thực hiện Kế hoạch số ${at + 40}/KH-UBND ngày 05/4/2023 của Ủy ban nhân dân tỉnh Nghệ An.`));
  const files = filesOf([
    ...texts,
    plan('Ủy ban nhân dân\ntỉnh Hà Tĩnh', 'Hà Tĩnh', '77/KH-UBND', '20/6/2024', '1. Thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị.'),
  ]);
  const before = new FindingMemory();
  runCorpus(files.slice(0, -1), before);
  expect(before.counts.reused).toBe(0);
  const memory = new FindingMemory(kept(before));
  runCorpus(files, memory);
  // Its own work, the one it cites, the document, and the series of both.
  expect(memory.counts).toEqual({ checked: 5, reused: before.counts.checked });
  const again = new FindingMemory(kept(memory));
  runCorpus(files, again);
  expect(again.counts).toEqual({ checked: 0, reused: memory.counts.checked + memory.counts.reused });
});

test('a hash tells parts and their order, and is the same on every machine', () => {
  const hash = (...parts: (string | number | boolean | null)[]) => {
    const made = new Fingerprint();
    for (const part of parts) made.add(part);
    return made.value();
  };
  expect(hash('ab', 'c')).not.toBe(hash('a', 'bc'));
  expect(hash('a', 'b')).not.toBe(hash('b', 'a'));
  expect(hash(null)).not.toBe(hash(''));
  expect(hash('06-NQ/TW', 2022, true)).toBe(hash('06-NQ/TW', 2022, true));
  const many = new Set(Array.from({ length: 200_000 }, (_, at) => hash(`${at}/QĐ-UBND`)));
  expect(many.size).toBe(200_000);
});
