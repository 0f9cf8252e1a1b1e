import { describe, expect, it } from 'vitest';
import { knownPairs, pairLines } from '../../src/grammar/known-pairs.ts';
import { unmappedLetterEdits } from '../../src/normalize/unmapped-letters.ts';
import { readPdf } from '../../src/read/pdf/read-pdf.ts';
import { NO_SERVICES } from '../../src/read/services.ts';
import { WordPairs } from '../../src/text/word-pairs.ts';
import { knowledge } from '../default-knowledge.ts';
import { linesAt, makePdf } from '../read/pdf/make-pdf.ts';
import { readSeeds } from '../seeds.ts';

const [A, B] = ['\ue032', '\ue03c'];

function repaired(text: string, known: WordPairs = knownPairs(knowledge)): string {
  return unmappedLetterEdits(text, () => known).reduceRight((out, { start, end, replacement }) => out.slice(0, start) + replacement + out.slice(end), text);
}

describe('letters a PDF font does not tell', () => {
  it.each([
    ['one letter of several words', `phát triển kinh tế - x${A} hội; Ủy ban nhân dân cấp x${A}; quy hoạch đ${A} được phê duyệt`, 'ã'],
    ['in capitals', `CỘNG HÒA X${A} HỘI CHỦ NGHĨA VIỆT NAM\nỦY BAN NHÂN DÂN CẤP X${A}`, 'Ã'],
    ['a consonant', `quy hoạch ${A}ô thị, phát triển ${A}ô thị, phân loại ${A}ô thị`, 'đ'],
  ])('%s', (_, text, letter) => {
    expect(repaired(text)).toBe(text.replaceAll(A, letter));
  });

  it('two of them side by side, one found by the other', () => {
    expect(repaired(`phát tri${A}n ${B}ô thị, chương trình phát tri${A}n nhà ở, phân loại ${B}ô thị, quy hoạch ${B}ô thị`)).toBe(
      'phát triển đô thị, chương trình phát triển nhà ở, phân loại đô thị, quy hoạch đô thị',
    );
  });

  it.each([
    ['a word that nothing known stands beside', `Ông Trần Văn H${A}p`],
    ['a word that may be two', `h${A}p`],
    ['a bullet', `${A} Rà soát quy hoạch`],
    ['a letter of foreign names', `Công ty W${A}nd${A}s, Z${A}k`],
  ])('stay unknown in %s', (_, text) => {
    expect(repaired(text)).toBe(text.replaceAll(A, '\ufffd'));
  });

  it('are never filled in wrongly where all of one letter are taken from a seed that the known pairs are not from', () => {
    const seeds = readSeeds().map(({ bytes }) => new TextDecoder().decode(bytes).normalize('NFC'));
    const found = { right: 0, unknown: 0 };
    seeds.forEach((seed, at) => {
      const known = new WordPairs();
      for (const line of pairLines(seeds.filter((_, other) => other !== at))) {
        const [first = '', second = '', count] = line.split(' ');
        known.add(first, second, Number(count));
      }
      const text = seed.slice(0, 20_000);
      for (const letter of new Set(text.match(/[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/gu))) {
        const [edit] = unmappedLetterEdits(text.replaceAll(letter, A), () => known);
        // Of a letter that only begins sentences the case shows nowhere.
        const replacement = edit?.replacement.toLowerCase();
        expect(['\ufffd', letter.toLowerCase()]).toContain(replacement);
        found[replacement === '\ufffd' ? 'unknown' : 'right']++;
      }
    });
    expect(found.right).toBeGreaterThan(found.unknown);
  });

  it('are told apart by their codes when a PDF file is read', async () => {
    const font = { name: 'Times-Roman', toUnicode: { ã: '\0', ọ: '\0' } };
    const texts = linesAt(60, 100, [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6',
      'năm 2015 và tình hình thực tế trên địa bàn tỉnh Quảng Ninh,',
      'Kế hoạch triển khai thực hiện như sau trên địa bàn tỉnh:',
      'Ủy ban nhân dân cấp xã lựa chọn nhà thầu đã được phê duyệt.',
    ]).map((text) => ({ ...text, font }));
    const [page] = (await readPdf(makePdf([{ texts }]), knowledge, NO_SERVICES)).pages;
    const signs = page?.text.match(/[\ue000-\uefff]/g) ?? [];
    expect(signs).toEqual([signs[0], signs[1], signs[0]]);
    expect(new Set(signs).size).toBe(2);
  });
});
