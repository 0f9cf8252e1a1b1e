import type { Quantity } from '../../grammar/quantities.ts';
import type { TargetWords } from '../../grammar/target-words.ts';
import { fold } from '../../text/fold.ts';
import { isWordAt } from '../../text/word-chars.ts';
import { isShare, type SentenceTools, type SentenceView, type Value } from './sentence-view.ts';

/** A longer name says for itself what it is. */
const LONGEST_SIBLING = 7;

const LONGEST_BARE = 3;

/** The value whose name those behind it share: its name, the kind of its unit, and where it ends. */
export interface Family {
  name: string;
  unit: string | null;
  end: number;
}

/**
 * The whole name of a value before which only the part stands that differs from the name before (domain reference 6.4 rule 4):
 *
 *     Tỷ trọng công nghiệp 45%, | dịch vụ | 38%                                    → Tỷ trọng dịch vụ
 *     Tỷ lệ nhập học đúng độ tuổi cấp tiểu học đạt 99%, | cấp trung học cơ sở | 97% → Tỷ lệ nhập học đúng độ tuổi cấp trung học cơ sở
 *     Tỷ lệ hộ nghèo còn 3%; | dư nợ tín dụng | 5.000 tỷ đồng                      → null: another clause and unit
 */
export function siblingName(sentence: SentenceView, family: Family, value: Value, part: string): string | null {
  const { folded, text, words, tools } = sentence;
  const { quantity, lead, pre, clause } = value;
  if (lead.share) return null;
  const shares = isShare(quantity) && family.unit?.startsWith('%') === true;
  if ((!shares && unitKind(quantity, tools) !== family.unit) || words.growthHeads.startingAt(folded, pre.start)) return null;
  // `… xong về việc đạt 85%, | về | tiền`: the word that leads to the part is shared.
  const led = pre.start > clause ? text.slice(clause, pre.end).trim() : part;
  const length = part.split(' ').length;
  // `từ tiểu học lên trung học cơ sở đạt 99%, | từ trung học cơ sở lên trung học phổ thông | 95%`: as long as what it stands for.
  if (length > LONGEST_SIBLING && (led === part || length > family.name.split(' ').length)) return null;
  const shared = fromSharedWord(family.name, led) ?? (length > LONGEST_SIBLING ? null : fromSharedWord(family.name, part));
  if (length > LONGEST_SIBLING) return shared;
  if (shared !== null || words.predicates.startingAt(folded, pre.start)) return shared;
  // `Diện tích lúa 22.540 ha; | ngô | 4.850 ha`: over a semicolon only a short name right before its value.
  const bare = !lead.verb && !lead.level && lead.change === null && length <= LONGEST_BARE && !words.clauseVerbs.startingAt(folded, pre.start);
  if (folded.slice(family.end, pre.start).includes(';') && !bare) return null;
  return fromParallel(words, family.name, part) ?? fromCopula(words, family.name, part) ?? fromHead(words, family.name, part);
}

/** What tells a unit from others of another kind: `tấn` and `triệu tấn` are of one. */
export function unitKind({ unit }: Quantity, tools: SentenceTools): string | null {
  return unit?.unit ? tools.units.canonical(unit.unit).unit : (unit?.symbol ?? null);
}

/** `… đúng độ tuổi | cấp tiểu học`, `cấp trung học cơ sở`: from where both have most words alike, of two such places the last. */
function fromSharedWord(name: string, part: string): string | null {
  const [folded, words] = [fold(name), fold(part).split(' ')];
  let best = -1;
  let most = 0;
  for (let at = folded.indexOf(words[0] as string, 1); at !== -1 && words[0] !== ''; at = folded.indexOf(words[0] as string, at + 1)) {
    if (isWordAt(folded, at - 1)) continue;
    const own = folded.slice(at).split(' ', words.length);
    const differs = own.findIndex((word, index) => word !== words[index]);
    const alike = differs === -1 ? own.length : differs;
    if (alike === 0 || alike < most) continue;
    most = alike;
    best = at;
  }
  return best === -1 ? null : `${name.slice(0, best)}${part}`;
}

/** `… cấp | tiểu học | đúng độ tuổi`, `trung học cơ sở`: a term of the same kind takes the other's place. */
function fromParallel(words: TargetWords, name: string, part: string): string | null {
  const own = words.parallels.startingAt(fold(part), 0);
  if (!own) return null;
  const folded = fold(name);
  let found: string | null = null;
  for (let at = 0; at < folded.length; at++) {
    if (isWordAt(folded, at - 1)) continue;
    const other = words.parallels.startingAt(folded, at);
    if (other?.value === own.value) found = `${name.slice(0, at)}${part}${name.slice(other.end)}`;
  }
  return found;
}

/** `Tỷ lệ cấp ủy viên | là nữ`, `dưới 40 tuổi`: what the same ones are. */
function fromCopula(words: TargetWords, name: string, part: string): string | null {
  const copula = words.copulas.firstIn(fold(name), 0, name.length);
  if (!copula) return null;
  return `${name.slice(0, words.lead.startingAt(fold(part), 0) ? copula.start : copula.end).trim()} ${part}`;
}

/** `Tỷ trọng | công nghiệp`, `dịch vụ`: the head alone is shared. */
function fromHead(words: TargetWords, name: string, part: string): string | null {
  const head = words.sharedHeads.startingAt(fold(name), 0);
  return head ? `${name.slice(0, head.end)} ${part}` : null;
}
