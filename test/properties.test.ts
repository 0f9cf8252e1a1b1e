import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_STAGES } from '../src/run/stages.ts';
import { knowledge } from './default-knowledge.ts';
import { expectInvariants, expectSameAgain, readOrRefuse } from './invariants.ts';
import { toBytes } from './stages.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:input\..*|.*\.txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const seeds = read('seeds').map((file) => readFileSync(file));
const fixtures = read('fixtures/documents');

/** Pieces that directives are made of, sound and damaged. */
const FRAGMENTS = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'ỦY BAN NHÂN DÂN',
  'UBND THÀNH PHỐ HẢI PHÒNG     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'HUYỆN ỦY AN LÃO',
  '*',
  'Số: 08/KH-UBND',
  'Số 42-CTr/HU',
  'Số:      /KH-UBND',
  'Hải Phòng, ngày 15 tháng 01 năm 2024',
  'Số: 2563/SXD-PTĐT Hải Phòng, ngày 27 tháng 05 năm 2024',
  'KẾ HOẠCH',
  'CHƯƠNG TRÌNH HÀNH ĐỘNG',
  'V/v triển khai thực hiện Kết luận',
  'Kính gửi: Ủy ban nhân dân thành phố Hải Phòng',
  'Căn cứ Luật Quy hoạch số 21/2017/QH14 ngày 24/11/2017;',
  'thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị về quy hoạch đến năm 2030, tầm nhìn đến năm 2045',
  'số 59-',
  'CTr/TU, ngày 31/4/2023',
  'Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017',
  '(sau đây gọi tắt là Nghị quyết số 06-NQ/TW)',
  'Kế hoạch này',
  'số ....-CTr/TU',
  'I. MỤC ĐÍCH, YÊU CẦU',
  'II. NHIỆM VỤ',
  '1. Mục đích',
  '2. Yêu cầu',
  '1.1. Về quy hoạch',
  'a) Nhóm nhiệm vụ:',
  'đ) Các đơn vị.',
  '(1) Báo cáo',
  '- Thống nhất;',
  '+ Rà soát.',
  'Chương II',
  'Điều 3. Tổ chức thực hiện',
  'Nhiệm vụ 1: Lập quy hoạch',
  '2025. Bảo đảm',
  'trước năm',
  'đạt 7m',
  '2',
  'm<sup>2</sup>/người <sup>3</sup>',
  '$\\geq 15m^2/\\text{người}$',
  'chất lƣợng',
  'e\u0302\u0301 e\u0323\u0302',
  '7',
  '- 3 -',
  '-----',
  'TT\tChỉ tiêu\tĐơn vị\t2025',
  '1\tTỷ lệ đô thị hóa\t%\t45',
  '\t\t\t- 26%',
  'STT | Nhiệm vụ',
  '--- | ---',
  '**Nơi nhận:**',
  'Nơi nhận:          TM. ỦY BAN NHÂN DÂN',
  '- Lưu: VT, QH. ✓',
  'KT. CHỦ TỊCH',
  'PHÓ CHỦ TỊCH',
  'Nguyễn Văn A',
  'xem xét, chỉ đạo./. th',
  'PHỤ LỤC I',
  'PHỤ LỤC',
  '(Kèm theo Kế hoạch số 08/KH-UBND ngày 15/01/2024)',
  'Mẫu số 01',
  '“Điều 1. Phạm vi',
  'áp dụng.”',
  '> trích',
  '```',
  '# Kế hoạch',
  '<p>',
  '</p>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<script>',
  '&nbsp;&ge;',
  '\f',
  '\u00a0\u200b\u00ad',
  '\uFFFD',
  'Handwritten text at the top of the page, appearing to be a header or title.',
  'Printed text at the bottom of the page, with a possible signature.',
];
const separator = fc.constantFrom('\n', '\n', '\n\n', ' ', '\r\n', '', '\n \n\n');
const assembled = fc.array(fc.tuple(fc.constantFrom(...FRAGMENTS), separator), { minLength: 1, maxLength: 45 }).map((pairs) => pairs.flat().join(''));

/** What can happen to a file on its way. */
type Damage = { kind: 'drop' | 'double' | 'swap' | 'cut' | 'insert' | 'page'; at: number; length: number; bytes: Uint8Array };
const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom<Damage['kind']>('drop', 'double', 'swap', 'cut', 'insert', 'page'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
});

function apply(source: Uint8Array, { kind, at, length, bytes }: Damage): Uint8Array {
  const buffer = Buffer.from(source);
  const start = Math.floor(at * buffer.length);
  const end = Math.min(buffer.length, start + length);
  switch (kind) {
    case 'drop':
      return Buffer.concat([buffer.subarray(0, start), buffer.subarray(end)]);
    case 'double':
      return Buffer.concat([buffer.subarray(0, end), buffer.subarray(start)]);
    case 'cut':
      return buffer.subarray(0, Math.max(1, start));
    case 'insert':
      return Buffer.concat([buffer.subarray(0, start), bytes, buffer.subarray(start)]);
    case 'page':
      return Buffer.concat([buffer.subarray(0, start), Buffer.from('\n\n7\n\n\f'), buffer.subarray(start)]);
    case 'swap': {
      const lines = buffer.toString('latin1').split('\n');
      const one = Math.floor(at * lines.length) % lines.length;
      const other = (one + length) % lines.length;
      [lines[one], lines[other]] = [lines[other] as string, lines[one] as string];
      return Buffer.from(lines.join('\n'), 'latin1');
    }
  }
}

const mutilated = fc
  .tuple(
    fc.constantFrom(...seeds.map((_, index) => index)),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 500, max: 9000 }),
    fc.array(damage, { minLength: 1, maxLength: 8 }),
  )
  .map(([index, from, length, damages]) => {
    const seed = seeds[index] as Uint8Array;
    const start = Math.floor(from * Math.max(1, seed.length - length));
    return damages.reduce(apply, seed.subarray(start, start + length) as Uint8Array);
  });

describe('whatever the file holds, every stage keeps its promise', () => {
  it('random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectInvariants(toBytes(text))),
      { numRuns: 800 },
    );
  });

  it('random characters of the kinds that mean something here', () => {
    const unit = fc.constantFrom(...'\n\n\n  \t\r\f\vaAăĂđĐêẾơƠuUỶỷ0123456789.,;:-–/()[]“”"*_#>|<&$\\^{}+%²✓…ƣ\u0301\u0323\u00a0\u200b\u2028\ufeff\u{1F600}');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (text) => expectInvariants(toBytes(text))),
      { numRuns: 1500 },
    );
  });

  it('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectInvariants(bytes)),
      { numRuns: 500 },
    );
  });

  it('pieces of directives in any order', () => {
    fc.assert(
      fc.property(assembled, (text) => expectInvariants(toBytes(text))),
      { numRuns: 1200 },
    );
  });

  it('seeds that were damaged on the way', () => {
    fc.assert(
      fc.property(mutilated, (bytes) => expectInvariants(bytes)),
      { numRuns: 150 },
    );
  });
});

describe('the seeds and the fixtures', () => {
  it.each(seeds.map((bytes, index) => [index, bytes] as const))('seed %i', (_, bytes) => {
    expectInvariants(bytes);
    expectSameAgain(bytes);
  });

  it.each(fixtures.map((file) => [file.slice(ROOT.length + 1), file] as const))('%s', (_, file) => {
    expectInvariants(readFileSync(file));
    expectSameAgain(readFileSync(file));
  });
});

describe('the same source gives the same a second time, and from the JSON of its pages', () => {
  it('pieces of directives in any order', () => {
    fc.assert(
      fc.property(assembled, (text) => expectSameAgain(toBytes(text))),
      { numRuns: 250 },
    );
  });

  it('seeds that were damaged on the way', () => {
    fc.assert(
      fc.property(mutilated, (bytes) => expectSameAgain(bytes)),
      { numRuns: 40 },
    );
  });
});

describe('a stage can be run from the JSON of the stage before it', () => {
  it('what each gives is what its schema says, and nothing is lost on the way', () => {
    fc.assert(
      fc.property(assembled, (text) => {
        const reading = readOrRefuse(toBytes(text));
        if (reading === null) return;
        let value: unknown = reading;
        for (const stage of FILE_STAGES.slice(1)) {
          const input = (stage.input as { parse(value: unknown): unknown }).parse(JSON.parse(JSON.stringify(value)));
          expect(input).toEqual(value);
          value = (stage.run as (input: unknown, context: unknown) => unknown)(input, { knowledge });
          expect((stage.output as { parse(value: unknown): unknown }).parse(value)).toEqual(value);
        }
      }),
      { numRuns: 100 },
    );
  });
});
