import type { Knowledge } from '../knowledge/knowledge.ts';
import { compiledOnce } from './compiled.ts';
import { anyOf } from './words.ts';

/** What a page of a web site says about itself. */
export interface PageWords {
  /** Where a folded text says that there is nothing to read, or -1; a text that holds a document's number is one. */
  notice(folded: string): number;
  /** True where the text of a table's cell begins like a letterhead or like signatures: the table lays out a page. */
  laysOut(text: string): boolean;
}

export const pageWords: (knowledge: Pick<Knowledge, 'anatomy'>) => PageWords = compiledOnce(({ anatomy }) => {
  const notice = new RegExp(anatomy.error_page.pattern, 'u');
  const number = new RegExp(`${anyOf(anatomy.number_words)}\\s?:?\\s?\\d{1,5}\\s?[/-]`, 'u');
  const layout = new RegExp(anatomy.layout_table.pattern, 'iu');
  return {
    notice(folded) {
      const at = folded.search(notice);
      return at >= 0 && !number.test(folded) ? at : -1;
    },
    laysOut: (text) => layout.exec(text.trimStart())?.index === 0,
  };
});
