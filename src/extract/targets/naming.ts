import type { Quantity } from '../../grammar/quantities.ts';
import { fold } from '../../text/fold.ts';
import { anchorOf, companionOf, countedIn, fullerName, growthName, isCountedAgain, objectOf, sharerOf } from './carried-names.ts';
import { trimName, wordsOf } from './clean.ts';
import { countedBy, countsIn, kindOf, partBehind, predicateOf, rateName, sharedPredicate } from './counted-names.ts';
import type { TargetDraft } from './draft.ts';
import { isForCounted } from './measure.ts';
import { placeBefore, withoutPlace } from './named-places.ts';
import { postNoun, wholeAt } from './post-noun.ts';
import { respectiveNames } from './respective.ts';
import { afterBlanks, isOnlyScope, isShare, type Scope, type SentenceView, scopeOf, type Value } from './sentence-view.ts';
import { type Family, siblingName, unitKind } from './siblings.ts';

/** A lead-in of more words is a sentence of its own. */
const LONGEST_LEAD = 14;

/** What the values of a sentence take from those before them. */
export interface Naming {
  values: readonly Value[];
  /** An indicator that a colon or a lead-in announces. */
  lead: string | null;
  previous: TargetDraft | null;
  /** The value that `trong đó` refers to, and how far. */
  anchor: { draft: TargetDraft; until: number } | null;
  /** The last value with a name of its own. */
  family: Family | null;
  /** What contributes: `kinh tế tư nhân đóng góp | 55% GRDP, 35% tổng thu ngân sách`. */
  sharer: string;
  /** What it was last a share of. */
  sharedOf: string;
  /** Names of the values to come, where the first named all of them. */
  respective: string[];
  /** What the values before say of what they count: `hạ tầng cáp quang phủ | 90% hộ gia đình, 100% xã`. */
  subject: string;
}

/** The name of a value's indicator, the words around it, its scope, and where it stands. */
export interface Named {
  name: string;
  context: string;
  /** The context names a part of what the words before it name. */
  part: boolean;
  scope: Scope | null;
  start: number;
}

export function nameOf(sentence: SentenceView, state: Naming, value: Value, index: number): Named | null {
  const { folded, text, holes, words, leading } = sentence;
  const { pre, post, quantity } = value;
  const postWords = postNoun(sentence, value);
  // `Chỉ tiêu nông thôn mới: phấn đấu có | 53 xã đạt chuẩn`: a heading over what names itself.
  const headed =
    value.lead.colon && postWords !== '' && !value.lead.share && (value.quantity.noun || isShare(value.quantity)) && words.goalHeadings.startingAt(folded, pre.start, pre.end);
  const preWords = headed ? '' : wordsOf(text, pre.start, pre.end, holes);
  const scope = scopeOf(words, folded.slice(pre.start, pre.end));
  const whole = anchorOf(sentence, state, value);
  const at = preWords === '' ? value.lead.start : pre.start;
  const percent = isShare(quantity);
  // `kinh phí đạt 2% | GRDP`
  const denominated = percent && words.heads.startingAt(folded, wholeAt(sentence, value)) !== null && !words.existential.firstIn(folded, value.lead.start, quantity.start);
  const made = (name: string, context = '', part = false): Named => ({
    name,
    context,
    part,
    scope: scopeOf(words, folded.slice(value.clause, post.end)) ?? scopeOf(words, fold(name)) ?? (leading ? scopeOf(words, folded.slice(leading.start, leading.end)) : null),
    start: at,
  });
  // `giải ngân đạt tối thiểu 50% và đến 31/01/2026 | đạt 100% | kế hoạch vốn được giao`
  if (preWords === '' && isShare(quantity) && state.previous?.unit === '%' && value.lead.verb && words.planShares.startingAt(folded, afterBlanks(folded, post.start)))
    return { ...state.previous, start: value.lead.start };
  const respective = preWords === '' ? state.respective.shift() : undefined;
  if (respective !== undefined) return made(respective);
  const names = preWords === '' ? null : respectiveNames(sentence, state.values, index, preWords);
  state.respective = names?.slice(1) ?? [];
  if (names) return made(names[0] as string);
  if (preWords !== '' && scope && isOnlyScope(folded.slice(pre.start, pre.end), scope.name, words) && (state.previous || state.lead)) {
    return { name: state.previous?.name ?? (state.lead as string), context: '', part: false, scope, start: at };
  }
  // `tỷ lệ … tại Hà Nội đạt 45%, | Đà Nẵng | đạt 25%`
  if (preWords !== '' && state.previous && postWords === '' && placeBefore(sentence, value)?.alone) {
    const { context, part } = state.previous;
    return { name: withoutPlace(state.previous, sentence), context, part, scope: state.previous.scope, start: at };
  }
  // `tăng 2 cm | đối với nam | và 1,5 cm | đối với nữ`
  const toldPart = partBehind(sentence, value);
  if (toldPart !== '' && (preWords === '' ? state.family : pre.head && partBehind(sentence, state.values[index + 1]) !== '')) {
    if (preWords !== '') state.family = { name: preWords, unit: unitKind(quantity, sentence.tools), end: quantity.end };
    return made(`${state.family?.name} (${toldPart})`, toldPart);
  }
  if (preWords !== '' && postWords !== '' && isForCounted(sentence, value)) return made(`${words.countHead} ${postWords} (${preWords})`, state.lead ?? '');
  if (preWords !== '') {
    if (pre.head) {
      state.subject = '';
      const growth = state.previous ? growthName(sentence, value, state.previous.name) : null;
      if (growth !== null) return made(growth);
      const companion = state.previous ? companionOf(sentence, value, state.previous) : null;
      const object = state.previous ? objectOf(sentence, value, state.previous) : null;
      if (object !== null) return made(`${preWords} ${object}`);
      if (companion !== null) return made(`${preWords} (${companion})`, preWords);
      state.family = { name: preWords, unit: unitKind(quantity, sentence.tools), end: quantity.end };
      state.sharer = value.lead.share ? preWords : '';
      state.sharedOf = postWords;
      const next = state.values[index + 1];
      // `đạt 38% | trẻ nhà trẻ | và 97% | trẻ mẫu giáo`: each value tells of whom.
      if (isShare(quantity) && !value.lead.share && postWords !== '' && next && next.pre.start >= next.pre.end && isShare(next.quantity) && postNoun(sentence, next) !== '')
        return made(`${preWords} (${postWords})`, preWords);
      // `tỷ trọng kinh tế số đạt | 20% GRDP`: of what it is a share.
      return made((value.lead.share || denominated) && postWords !== '' ? `${preWords} ${words.shareJoin} ${postWords}` : preWords, state.lead ?? '');
    }
    // `tuyển sinh 9.000 người, trong đó | cao đẳng | 1.000 người`: of what the whole counts.
    if (whole && (!(postWords !== '' && quantity.noun && !quantity.unit) || isCounted(whole.unit, postWords)))
      // `3,5 triệu lượt khách, trong đó khách quốc tế chiếm | 10%`: a share of what is counted.
      return isShare(quantity) && countsIn(sentence, whole.unit)
        ? made(`${words.shareHead} ${preWords}`, whole.name)
        : made(`${whole.name} (${preWords}${value.lead.share && postWords !== '' ? ` ${postWords}` : ''})`, preWords, true);
    state.sharer = denominated || value.lead.share ? preWords : '';
    state.sharedOf = postWords;
    const sibling = (postWords === '' || denominated) && state.family && !state.lead ? siblingName(sentence, state.family, value, preWords) : null;
    if (sibling !== null) return made(sibling, preWords);
    if (postWords !== '' && denominated && (value.lead.verb || value.lead.level) && !value.lead.share) return made(`${preWords} ${words.shareJoin} ${postWords}`, state.lead ?? '');
    if (postWords !== '' && percent && !value.lead.share) {
      state.subject = preWords;
      // `các cơ quan tiết kiệm | 5% tổng điện năng tiêu thụ`
      if (value.lead.change || raisesPost(value)) return made(`${postWords} (${preWords})`, postWords);
      return made(`${words.shareHead} ${postWords} (${preWords})`);
    }
    if (postWords !== '' && quantity.noun && !quantity.unit) return made(`${words.countHead} ${postWords} (${preWords})`, state.lead ?? '');
    if (postWords === '' && quantity.unit?.unit?.dimension.startsWith('count')) {
      // `Thu hút | 10 triệu lượt khách`: what is counted is `lượt khách`.
      return made(`${words.countHead} ${sentence.tools.units.canonical(quantity.unit.unit).unit} (${preWords})`);
    }
    // `đón | 9 triệu lượt khách | quốc tế`
    if (postWords !== '' && quantity.unit?.unit?.dimension.startsWith('count')) return made(`${countedBy(sentence, value, postWords)} (${preWords})`, state.lead ?? '');
    if (postWords !== '' && quantity.unit && !percent) return made(`${preWords} ${kindOf(sentence, quantity)}${postWords}`, state.lead ?? '');
    if (value.depth > 0 && !state.previous) {
      const outer = outerName(sentence, quantity.start);
      if (outer !== '') return made(outer, preWords);
    }
    state.subject = '';
    const name = value.lead.share && postWords !== '' ? `${preWords} ${denominated ? `${words.shareJoin} ` : ''}${postWords}` : preWords;
    return made(state.lead && index >= 0 ? `${state.lead} ${name}` : name, state.lead ?? '');
  }
  if (postWords !== '') {
    const predicate = predicateOf(sentence, value) !== null;
    const shared = predicate ? '' : sharedPredicate(sentence, state, index);
    // `chi cho khoa học đạt 1,2% GDP; đến năm 2030 đạt | 1,5% GDP`, but `…; có khoảng | 45% số người cao tuổi`: another whole, another sharer.
    const parted = state.previous && folded.slice(state.previous.value.end, value.clause).includes(';');
    if (parted && !value.lead.share && fold(postWords) !== fold(state.sharedOf)) state.sharer = '';
    // `kinh tế tư nhân tăng 11%/năm, đóng góp | 55% GRDP`: what the value before tells of.
    if (percent && value.lead.share && state.sharer === '' && state.previous) state.sharer = sharerOf(sentence, state.previous, value);
    // `kinh tế tư nhân đóng góp 55% GRDP, | khoảng 35% tổng thu ngân sách`
    if (state.sharer !== '' && denominated) return made(`${state.sharer} ${words.shareJoin} ${postWords}`);
    // `giảm 10% | số vụ cháy`: what falls is the number.
    if (percent && value.lead.change) return made(fullerName(sentence, postWords, value.clause), state.subject);
    if (percent && shared !== '') return made(`${words.shareHead} ${postWords} ${shared}`);
    // `chiếm | 14% giá trị sản xuất công nghiệp`: what has the share is not told.
    if (percent && value.lead.share && denominated) return made(`${words.shareHead} ${words.shareJoin} ${postWords}`);
    if (percent) return made(`${words.shareHead} ${postWords}${predicate || state.subject === '' ? '' : ` (${state.subject})`}`);
    if (quantity.noun && !quantity.unit) {
      if (state.previous && isCountedAgain(sentence, state.previous, value, postWords))
        return { name: state.previous.name, context: state.previous.context, part: state.previous.part, scope: state.previous.scope, start: value.lead.start };
      if (state.lead && !predicate && !state.previous) return made(`${state.lead}`, postWords);
      return made(`${words.countHead} ${postWords}`, state.subject);
    }
    if (!value.lead.change) return made(countedBy(sentence, value, postWords), state.subject);
  }
  // `…, trong đó ít nhất 25% | có trình độ sau đại học`
  const part = whole ? words.predicates.startingAt(folded, afterBlanks(folded, post.start), post.end) : null;
  if (whole && part) {
    const said = wordsOf(text, part.start, post.end, holes);
    if (said.includes(' ')) return made(`${whole.name} (${said})`, said, true);
  }
  if (value.depth > 0 && !state.previous) {
    const outer = outerName(sentence, quantity.start);
    if (outer !== '') return made(outer);
  }
  // `đến năm 2025 đạt 60% và đến năm 2030 đạt 75% các cơ quan …`: what is counted stands behind the last.
  const next = state.values[index + 1];
  if (!state.previous && !state.lead && next && isShare(next.quantity) && next.pre.start >= next.pre.end && !folded.slice(quantity.end, next.lead.start).includes(';')) {
    const shared = postNoun(sentence, next);
    if (shared !== '') return made(`${words.shareHead} ${shared}`);
  }
  // `kết nạp 320 đảng viên, phấn đấu | 60% | là đoàn viên thanh niên`
  const said = isShare(quantity) && !value.pre.head ? words.predicates.startingAt(folded, afterBlanks(folded, post.start), post.end) : null;
  if (said && state.previous && countsIn(sentence, state.previous.unit))
    return made(`${words.shareHead} ${countedIn(sentence, state.previous.name)} ${wordsOf(text, said.start, post.end, holes)}`);
  const rate = rateName(sentence, value);
  // `04 xã đạt chuẩn nông thôn mới, bình quân toàn huyện đạt | 15,5 tiêu chí/xã`: something else is counted.
  const [what = '', base] = quantity.unit?.symbol.split('/') ?? [];
  if (state.previous && base && countsIn(sentence, what) && countsIn(sentence, state.previous.unit) && fold(state.previous.unit ?? '') !== fold(what))
    return made(`${words.countHead} ${quantity.unit?.symbol}`);
  // `90% chi hội có quỹ, bình quân từ | 20.000 đồng`: no amount is a ratio.
  // `…, bình quân từ | 20.000 đồng/hội viên`
  const paid =
    state.previous?.unit === '%' && quantity.unit !== null && (sentence.tools.units.named(quantity.unit.symbol.split('/')[0] ?? '')?.unit?.dimension.startsWith('money') ?? false);
  if (state.previous && (paid || !isRate(quantity)) && words.ratioHeads.startingAt(fold(state.previous.name), 0)) return rate === null ? null : made(rate);
  // `GRDP quý II tăng 9%, cả năm tăng | 8,5%`
  if (state.previous?.scope && words.wholeYear.firstIn(folded, value.clause, quantity.start))
    return { ...state.previous, name: withoutScope(state.previous), scope: null, start: value.lead.start };
  if (state.previous && (rate === null || fold(state.previous.unit ?? '') === fold(quantity.unit?.symbol ?? ''))) {
    const own = scopeOf(words, folded.slice(Math.max(value.clause, state.previous.value.end), post.end));
    return { name: state.previous.name, context: state.previous.context, part: state.previous.part, scope: own ?? state.previous.scope, start: value.lead.start };
  }
  if (state.lead && !state.previous) return made(state.lead);
  // `Đất cây xanh bình quân đầu người theo Quyết định số …, | đạt 10-13 m²/người`
  const far = trimName(folded, sentence.start, value.lead.start, words, holes);
  const farWords = index === 0 && value.lead.verb && quantity.unit ? wordsOf(text, far.start, far.end, holes) : '';
  if (farWords.split(' ').length > 2) return made(farWords);
  return rate === null ? null : made(rate);
}

/** `3.850 nhà tạm, trong đó hộ nghèo 2.600 | nhà`: the thing counted, in as many words or fewer. */
function isCounted(unit: string | null, noun: string): boolean {
  return ` ${fold(unit ?? '')} `.startsWith(` ${fold(noun)} `);
}

function isRate({ unit }: Quantity): boolean {
  return unit === null || /^[%‰]/.test(unit.symbol) || unit.symbol.includes('/');
}

function withoutScope({ name, scope }: TargetDraft): string {
  const at = scope ? fold(name).indexOf(scope.name) : -1;
  return at === -1 || !scope ? name : `${name.slice(0, at)}${name.slice(at + scope.name.length)}`.replace(/ {2,}/g, ' ').trim();
}

/** `giảm tai nạn giao thông từ | 5 - 10% | số vụ, số người chết`: the verb stands before what the words behind the value tell of. */
function raisesPost({ pre, lead }: Value): boolean {
  return pre.raise !== null && !lead.verb && !lead.level;
}

/** The name before the bracket a value stands in. */
function outerName(sentence: SentenceView, at: number): string {
  const { folded, text, start, holes, words } = sentence;
  const open = folded.lastIndexOf('(', at);
  const from = Math.max(start, ...[';', ':', '.'].map((mark) => folded.lastIndexOf(mark, open - 1) + 1));
  const trimmed = trimName(folded, from, open, words, holes);
  return wordsOf(text, trimmed.start, trimmed.end, holes);
}

/** `Cơ cấu kinh tế: nông nghiệp 15%, …`: what a colon announces before the first value. */
export function sentenceLead(sentence: SentenceView, first: Value): string | null {
  const { folded, text, start, holes, words } = sentence;
  const colon = folded.lastIndexOf(':', first.clause);
  if (colon < start || colon >= first.lead.start) return null;
  const from = trimName(folded, Math.max(start, ...['.', ';'].map((mark) => folded.lastIndexOf(mark, colon) + 1)), colon, words, holes);
  const name = wordsOf(text, from.start, from.end, holes);
  if (name === '' || name.split(' ').length > LONGEST_LEAD || !words.heads.startingAt(folded, from.start, from.end)) return null;
  return words.goalHeadings.startingAt(folded, from.start, from.end) ? null : name;
}
