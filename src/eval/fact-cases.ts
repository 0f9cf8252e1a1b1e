import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../model/document.ts';
import { processText } from '../run/process-text.ts';

/** A target as a careful reader wrote it down; a key that is absent is not judged. */
export interface ExpectedTarget {
  indicator: string;
  year?: number;
  from?: number;
  to?: number;
  period?: string;
  comparator: string;
  low?: number;
  high?: number;
  unit?: string;
  approximate?: boolean;
  modality?: string;
  area?: string;
  scope?: string;
  state?: string;
  change?: { direction: string; base?: number; per?: string };
  responsible?: string[];
  where?: string;
}

/** An assignment as a careful reader wrote it down. `task` is words of the task, or its label. */
export interface ExpectedAssignment {
  agency: string;
  collective?: boolean;
  role: string;
  task: string;
  label?: string;
  deadline?: { from?: string | number; to?: string | number; raw?: string };
  funding?: string;
}

/** What stands in the letterhead above a case. */
interface Letterhead {
  issuer: string;
  place: string;
  issuedOn: string;
  number: string;
  type: string;
  title: string;
}

/** A text and the facts in it. `targets` or `assignments` is absent where they are not judged. */
export interface FactCase {
  /** Unique in its folder; that of a counter-example ends in " (counter)". */
  name: string;
  about: string;
  format: 'text' | 'markdown' | 'html';
  document: Letterhead;
  text: string;
  targets?: ExpectedTarget[];
  assignments?: ExpectedAssignment[];
}

type Written = Partial<Omit<FactCase, 'document' | 'name'>> & { name?: string; document?: Partial<Letterhead>; counter?: Written };

const DEFAULTS: Letterhead = {
  issuer: 'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN',
  place: 'Nghệ An',
  issuedOn: '2022-03-15',
  number: '125/KH-UBND',
  type: 'KẾ HOẠCH',
  title: 'Thực hiện nhiệm vụ phát triển kinh tế - xã hội',
};

/** The cases of a folder of YAML files, each followed by its counter-example. Empty where there is no such folder. */
export function readFactCases(folder: string): FactCase[] {
  const cases: FactCase[] = [];
  for (const file of yamlFiles(folder)) {
    const rows = parse(readFileSync(join(folder, file), 'utf8')) as Written[];
    for (const row of rows) {
      const name = row.name ?? file;
      cases.push(complete(row, name, row));
      if (row.counter) cases.push(complete(row.counter, `${name} (counter)`, row));
    }
  }
  return cases;
}

function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    return [];
  }
}

/** A case with the letterhead and format of the one it stands beside where it has none of its own. */
function complete(row: Written, name: string, base: Written): FactCase {
  const { targets, assignments } = row;
  return {
    name,
    about: row.about ?? '',
    format: row.format ?? base.format ?? 'text',
    document: { ...DEFAULTS, ...(row.document ?? base.document) },
    text: row.text ?? '',
    ...(targets === undefined ? {} : { targets }),
    ...(assignments === undefined ? {} : { assignments }),
  };
}

/** What stands before an excerpt that begins with a later label: `II.`, `2.` */
function before(text: string): string {
  const label = /^(?:#+ |\*\*)?(?<roman>[IVX]+)[.\-/] ?|^(?:#+ |\*\*)?(?<arabic>\d+)[.\-/] ?/.exec(text)?.groups;
  if (label?.roman && label.roman !== 'I') return 'I. MỤC ĐÍCH\nTriển khai đồng bộ các nhiệm vụ được giao.\n\n';
  if (label?.arabic && label.arabic !== '1') return '1. Mục đích\nTriển khai đồng bộ các nhiệm vụ được giao.\n\n';
  return '';
}

/** The bytes of a file that has the case's text between a real letterhead and a signature. */
export function sourceOf({ document, text, format }: FactCase): string {
  const party = /ỦY(?! BAN NHÂN)|ĐẢNG/.test(document.issuer) || /^\d+-(?!\d)/.test(document.number);
  const [year, month, day] = document.issuedOn.split('-') as [string, string, string];
  const number = party && document.number === DEFAULTS.number ? '25-KH/TU' : document.number;
  const head = [
    [document.issuer],
    party ? ['ĐẢNG CỘNG SẢN VIỆT NAM'] : ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    [`Số: ${number}`],
    [`${document.place}, ngày ${day} tháng ${month} năm ${year}`],
    [document.type, document.title],
    // A rule and a basis end the title, whatever it ends in and the text begins with.
    ['---------------'],
    ['Căn cứ tình hình thực tế của địa phương.'],
  ];
  const signed = text.includes('Nơi nhận');
  const tail = signed
    ? []
    : [['Nơi nhận:', '- Như trên;', '- Lưu: VT.'], [party ? `T/M ${document.issuer}` : `TM. ${document.issuer}`, party ? 'BÍ THƯ' : 'CHỦ TỊCH'], ['Nguyễn Văn An']];
  if (format === 'html') {
    const paragraphs = (blocks: readonly string[][]) => blocks.flatMap((block) => block.map((line) => `<p>${line}</p>`)).join('\n');
    return `<html><body>\n${paragraphs(head)}\n${text}\n${paragraphs(tail)}\n</body></html>\n`;
  }
  const bold = (blocks: readonly string[][]) => (format === 'markdown' ? blocks.map((block) => block.map((line) => (/^[\p{Lu}\s]+$/u.test(line) ? `**${line}**` : line))) : blocks);
  const lines = (blocks: readonly string[][]) =>
    bold(blocks)
      .map((block) => block.join(format === 'markdown' ? '\n\n' : '\n'))
      .join('\n\n');
  return `${lines(head)}\n\n${before(text)}${text.trimEnd()}\n\n${lines(tail)}\n`;
}

/** The documents the pipeline finds in a case: one, unless the text itself holds more. */
export function documentsOf(each: FactCase, knowledge: Knowledge): ExtractedDocument[] {
  return processText(new TextEncoder().encode(sourceOf(each)), knowledge).documents;
}
