import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PhysicalLine } from './physical-lines.ts';

const RULE = /^[-_=*–—~][-_=*–—~\s]{2,}$/;

/** Page numbers and printed rules: no words of the document. A rule leaves its trace on the line after it. */
export function dropFurniture(
  lines: readonly PhysicalLine[],
  gap: number,
  repairs: Knowledge['repairs'],
  lengthUnits: ReadonlySet<string>,
  drop: (line: PhysicalLine, rule: string) => void,
): { kept: PhysicalLine[]; ruled: Set<PhysicalLine> } {
  const pageNumber = new RegExp(repairs.page_number.pattern, 'u');
  const kept: PhysicalLine[] = [];
  const ruled = new Set<PhysicalLine>();
  let pendingRule = false;
  let pendingGap = 0;
  lines.forEach((line, index) => {
    const previous = kept.at(-1);
    const next = lines[index + 1];
    if (!line.row && RULE.test(line.text)) {
      drop(line, 'rule');
      pendingRule = true;
      pendingGap += line.gap;
      return;
    }
    if (!line.row && line.text.length < 20 && pageNumber.test(line.text)) {
      const bare = /^\d+$/.test(line.text);
      const unit = /(\p{L}{1,2})$/u.exec(previous?.text ?? '')?.[1] ?? '';
      const superscript = /^[23]$/.test(line.text) && lengthUnits.has(unit);
      const isolated = line.gap > gap || (next?.gap ?? gap + 1) > gap || line.page !== (next?.page ?? line.page) || line.page !== (previous?.page ?? line.page);
      if (!superscript && (!bare || isolated) && !/^\d{4}$/.test(line.text)) {
        drop(line, 'page-number');
        pendingGap += line.gap;
        return;
      }
    }
    const own = pendingGap > 0 ? { ...line, gap: line.gap + pendingGap } : line;
    if (pendingRule) ruled.add(own);
    pendingRule = false;
    pendingGap = 0;
    kept.push(own);
  });
  return { kept, ruled };
}
