import type { TargetWords } from '../../grammar/target-words.ts';
import { codeTest, isBlankAt } from '../../text/word-chars.ts';
import { spanAt } from './sentence-view.ts';

const isLeadingMark = codeTest(',;:.()“”"–-+*•¹²³⁴⁵⁶⁷⁸⁹');
const isTrailingMark = codeTest(',;:.(“"–-¹²³⁴⁵⁶⁷⁸⁹');

/** Cuts words that lead to a name and end in a value off both ends of a stretch; what `holes` cover (horizons) is blank. */
export function trimName(
  folded: string,
  start: number,
  end: number,
  words: TargetWords,
  holes: readonly { start: number; end: number }[],
): { start: number; end: number; raise: 'increase' | 'decrease' | null } {
  let from = start;
  let to = end;
  let raise: 'increase' | 'decrease' | null = null;
  for (let moved = true; moved && from < to; ) {
    moved = false;
    while (from < to && (isBlankAt(folded, from) || isLeadingMark(folded.charCodeAt(from)))) from++;
    const hole = spanAt(holes, from);
    if (hole) {
      from = hole.end;
      moved = true;
      continue;
    }
    const head = words.heads.startingAt(folded, from, to);
    const lead = words.leadWords.startingAt(folded, from, to);
    // `bình quân | mỗi năm` leads to a name, `bình quân | lương thực đầu người` is one.
    if (head && !(lead && lead.end > head.end)) break;
    // `nâng cấp 05 cảng` is a task, not a rise.
    const task = lead && words.clauseVerbs.startingAt(folded, from, to);
    if (lead && !(task && task.end > lead.end)) {
      const raised = words.raiseWords.startingAt(folded, from, to);
      if (raised) raise = raised.value;
      from = lead.end;
      moved = true;
    }
  }
  const named = words.nameEnds.firstIn(folded, Math.min(to, from + 12), to);
  if (named) to = named.start;
  for (let moved = true; moved && from < to; ) {
    moved = false;
    while (from < to && (isBlankAt(folded, to - 1) || isTrailingMark(folded.charCodeAt(to - 1)))) to--;
    const hole = holes.find((each) => each.start < to && to <= each.end);
    if (hole) {
      to = Math.max(from, hole.start);
      moved = true;
      continue;
    }
    const trail = words.trailWords.endingAt(folded, to, from);
    // `người từ 65 tuổi | trở lên`
    if (trail && trail.start >= from && !words.boundsAfter.endingAt(folded, to, from) && !words.nameTails.endingAt(folded, to, from)) {
      to = trail.start;
      moved = true;
    }
  }
  return { start: from, end: Math.max(from, to), raise };
}

/** A stretch of a passage without what `holes` cover, blanks folded, footnote marks and brackets dropped. */
export function wordsOf(text: string, start: number, end: number, holes: readonly { start: number; end: number }[]): string {
  let words = '';
  let at = start;
  for (const hole of holes) {
    if (hole.end <= at || hole.start >= end) continue;
    words += text.slice(at, Math.max(at, hole.start));
    at = Math.min(end, hole.end);
  }
  words += text.slice(at, end);
  const plain = words
    .replace(/\s/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?[¹³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?= |$|[,;.)])/gu, '')
    .replace(/ (?=[,;:.)])/g, '')
    .replace(/, ?,/g, ',')
    // `Số bác sĩ trên một vạn dân (1)`
    .replace(/ ?\(\d{1,2}\)$/, '');
  let from = 0;
  let to = plain.length;
  while (from < to && LEADING.includes(plain.charAt(from))) from++;
  while (to > from && TRAILING.includes(plain.charAt(to - 1))) to--;
  return plain.slice(from, to);
}

const LEADING = '* ,;:.)–-';
const TRAILING = '* ,;:.…(–-';
