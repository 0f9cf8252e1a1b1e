import type { Knowledge } from '../knowledge/knowledge.ts';
import { bare } from '../text/bare.ts';
import { compiledOnce } from './compiled.ts';
import { anyWritten } from './words.ts';

/** The words by which marks and filled-in places are found on a scanned page. They are matched without accents: recognition loses those first. */
export interface PageMarks {
  /** Length of the number's label at the start of a word as recognized, 0 without one: 3 in "Số:", in "Sô:44", in "Só:" and in "số:"; not in "số 06-NQ/TW". */
  numberLabel(word: string): number;
  /** Length of the day's label at the start of a word: 4 in "ngày", in "ngày‡4". */
  dayLabel(word: string): number;
  /** Where the word between day and month begins in a word as recognized, -1 without it: 0 in "tháng", 2 in "15tháng". */
  monthAt(word: string): number;
  /** Whether the text of a stamp is that of a receiving office: "ĐẾN Giờ: 9 Ngày: 16/7"; not "HỎA TỐC". */
  isArrival(text: string): boolean;
  /** The mark of urgency or secrecy that a stamp is, as it is written: "HỎA TỐC" where "HÓA TÓC" was read; null for any other. */
  precedence(text: string): string | null;
}

export const pageMarks: (knowledge: Pick<Knowledge, 'anatomy'>) => PageMarks = compiledOnce(({ anatomy }) => {
  const capital = anyWritten(anatomy.number_words.map((word) => bare(word.charAt(0).toUpperCase() + word.slice(1))));
  const number = new RegExp(`^(?:${capital}(?!\\p{L})\\s?[:.;]?|${anyWritten(anatomy.number_words.map(bare))}:)`, 'u');
  const day = new RegExp(`^${anyWritten(anatomy.date_words.map(bare))}`, 'iu');
  const month = new RegExp(`(?<!\\p{L})${anyWritten(anatomy.month_words.map(bare))}$`, 'iu');
  const arrival = new RegExp(`(?<!\\p{L})${anyWritten(anatomy.arrival_stamp_words.map((word) => word.toUpperCase()))}(?!\\p{L})`, 'u');
  const precedence = new Map([...anatomy.urgency, ...anatomy.confidentiality].map((words) => [lettersOf(words), words.toUpperCase()]));
  return {
    numberLabel: (word) => number.exec(bare(word))?.[0].length ?? 0,
    dayLabel: (word) => day.exec(bare(word))?.[0].length ?? 0,
    monthAt: (word) => bare(word).search(month),
    isArrival: (text) => arrival.test(text),
    precedence: (text) => precedence.get(lettersOf(text)) ?? null,
  };
});

function lettersOf(text: string): string {
  return bare(text.normalize('NFC').toLowerCase()).replace(/[^a-z]+/g, '');
}
