import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownPairs } from '../../src/grammar/known-pairs.ts';
import { recognizedPhraseEdits } from '../../src/normalize/recognized-phrases.ts';
import { knowledge } from '../default-knowledge.ts';

const edits = (text: string, recognized = true) =>
  recognizedPhraseEdits(
    text,
    text.split('\n').map(() => recognized),
    knowledge,
    knownPairs(knowledge),
  );
const corrected = (text: string, recognized = true) =>
  edits(text, recognized).reduceRight((out, { start, end, replacement }) => out.slice(0, start) + replacement + out.slice(end), text);

describe('set phrases in recognized text', () => {
  it.each([
    ['accents of one word', 'giao Sở Xây dựng chủ trì, phôi hợp với các sở', 'giao Sở Xây dựng chủ trì, phối hợp với các sở'],
    ['accents of several words, most of them sound', 'Cộng hỏa xã hôi chủ nghĩa Việt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['capitals', 'ỦY BAN NHÂN DẦN TỈNH', 'ỦY BAN NHÂN DÂN TỈNH'],
    ['a letter that looks like another one', 'Căn cứ Luật Tổ chức chính quyền dịa phuơng', 'Căn cứ Luật Tổ chức chính quyền địa phương'],
    ['a letter read for its neighbour', 'theo quy định cùa pháp iuật', 'theo quy định của pháp luật'],
    ['across the end of a line of print', 'phát triển kinh tê -\nxã hội', 'phát triển kinh tế -\nxã hội'],
    ['another dash', 'phát triển kinh tê – xã hội', 'phát triển kinh tế – xã hội'],
    ['the label of the recipients', 'Nơi nhân:', 'Nơi nhận:'],
    ['the name of a body', 'Sở Nông nghiệp và Phát triển nông thộn báo cáo', 'Sở Nông nghiệp và Phát triển nông thôn báo cáo'],
  ])('%s', (_, given, expected) => {
    expect(corrected(given)).toBe(expected);
  });

  it.each([
    ['text that was not recognized', 'chủ trì, phôi hợp với', false],
    ['a word that goes with the one behind the phrase', 'không chỉ thi hành án', true],
    ['another phrase of the same letters', 'đề nghị đình chỉ vụ án', true],
    ['as many wrong words as leave no phrase', 'nói nhân ái', true],
    ['a phrase whose sign is another one', 'độc lập; tự do; hanh phúc', true],
    ['a letter that does not look alike', 'theo quy định của phúp luật', true],
    ['two words, one of them of other letters', 'kế hoạnh, nơi nhậm', true],
    ['a digit beside it', '5giai đoàn', true],
    ['names', 'ông Phan Hộ Nghiêm, bà Tỷ Lê', true],
    ['a heading over columns', 'Kế\thoach', true],
  ])('%s stays', (_, given, recognized) => {
    expect(corrected(given, recognized)).toBe(given);
  });

  it('changes nothing in the texts of the fixtures, were they recognized', () => {
    const folder = join(import.meta.dirname, '..', '..', 'fixtures');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:txt|md|html)$/.test(name));
    expect(texts.length).toBeGreaterThan(30);
    const changed = texts.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8').normalize('NFC');
      return edits(text).map(({ start, end, replacement }) => `${name}: ${text.slice(start - 20, end + 20)} → ${replacement}`);
    });
    expect(changed).toEqual([]);
  });

  it('no phrase of the list is another one of it with other accents', () => {
    expect(knowledge.repairs.set_phrases.filter((phrase) => corrected(phrase) !== phrase)).toEqual([]);
  });
});
