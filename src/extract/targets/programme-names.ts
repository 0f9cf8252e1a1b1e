import { typeGrammar } from '../../grammar/types.ts';
import { isCapitalAt, isLetterAt } from '../../text/word-chars.ts';
import type { Passage } from '../passage.ts';
import type { Horizon } from './horizons.ts';
import type { TargetTools } from './tools.ts';

/** In letters. */
const FARTHEST_DATED = 40;
const CLAUSE_MARKS = ',;.:()';

/** Without those in the name of a programme: "Chương trình mục tiêu quốc gia … giai đoạn 2021-2025". */
export function outsideNames(passage: Passage, horizons: readonly Horizon[], tools: TargetTools): Horizon[] {
  let inName = -1;
  return horizons.filter((horizon) => {
    // "… đến năm 2030, tầm nhìn đến năm 2045" is one name.
    const named =
      isInName(passage, horizon.start, horizon.periods[0]?.kind === 'during', tools) || (inName >= 0 && horizon.start - inName <= 3 && horizon.periods[0]?.kind === 'vision');
    if (named) inName = horizon.end;
    return !named;
  });
}

/** `theo chuẩn nghèo đa chiều | giai đoạn 2022 - 2025`, `bộ tiêu chí quốc gia về y tế | giai đoạn 2021 - 2030`: a span of years right behind what it is for. */
function isDated(folded: string, at: number, words: TargetTools['words']): boolean {
  const from = Math.max(0, at - FARTHEST_DATED, ...[',', ';', ':', '.'].map((mark) => folded.lastIndexOf(mark, at - 1) + 1));
  const dated = words.datedNames.firstIn(folded, from, at);
  return dated !== null && /^[\p{L} ]*\(?$/u.test(folded.slice(dated.end, at)) && !words.lead.firstIn(folded, dated.end, at)?.value.some(({ kind }) => kind === 'verb');
}

function isInName({ text, folded }: Passage, at: number, span: boolean, { words, knowledge }: TargetTools): boolean {
  const types = typeGrammar(knowledge);
  const from = Math.max(0, at - 140);
  // "Nghị quyết đề ra mục tiêu | đến năm 2030": what is announced, no name.
  if (words.goalHeadings.endingAt(folded, folded.charAt(at - 1) === ' ' ? at - 1 : at, from)) return false;
  if (span && isDated(folded, at, words)) return true;
  let back = at;
  while (back > from && !CLAUSE_MARKS.includes(text.charAt(back - 1))) back--;
  for (let i = back; i < at; i++) {
    if (!isCapitalAt(text, i) || isLetterAt(text, i - 1)) continue;
    const type = types.startsWith(folded.slice(i, i + 40));
    if (type && !type.hypernym && at - i - type.length > 12) return words.announcing.firstIn(folded, i, at) === null;
  }
  return false;
}

/** A title ends where a commitment begins: "… về phát triển nhà ở giai đoạn 2022 - 2030, | thành phố phấn đấu …". */
export function titleEnd(folded: string, start: number, end: number, { words }: TargetTools): number {
  const line = folded.indexOf('\n', start);
  const limit = line === -1 ? end : Math.min(line, end);
  for (let comma = folded.indexOf(',', start); comma !== -1 && comma < limit; comma = folded.indexOf(',', comma + 1)) {
    if (words.modality.firstIn(folded, comma, Math.min(limit, comma + 30)) || words.openers.startingAt(folded, comma + 2)) return comma;
    if (words.lead.startingAt(folded, comma + 2)) return comma;
  }
  return limit;
}
