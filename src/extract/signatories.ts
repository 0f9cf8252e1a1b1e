import { anatomyGrammar } from '../grammar/anatomy.ts';
import { identityWords } from '../grammar/identity-words.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Identity } from '../model/facts.ts';
import { fold } from '../text/fold.ts';
import { isSyllable } from '../text/syllable.ts';
import type { DocumentView, PlacedLeaf } from './document-view.ts';

type Signatory = Identity['signatories'][number];

/**
 * Who signed, for whom, as what. "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH" is the authority, "PHÓ CHỦ TỊCH" the capacity; a part
 * covered by the stamp is null. Two signatures printed side by side arrive line by line and are paired by order.
 */
export function readSignatories(view: DocumentView, knowledge: Pick<Knowledge, 'anatomy'>): Signatory[] {
  const anatomy = anatomyGrammar(knowledge);
  const identity = identityWords(knowledge);
  const marks = new Set(knowledge.anatomy.signed_marks.map(fold));
  const blocks: PlacedLeaf[][] = [];
  let apart = true;
  for (const leaf of view.leaves) {
    if (leaf.zone !== 'signatures' || leaf.annex) {
      apart ||= leaf.zone !== 'recipients';
      continue;
    }
    if (apart) blocks.push([]);
    apart = false;
    blocks.at(-1)?.push(leaf);
  }
  const signatories: Signatory[] = [];
  for (const block of blocks.slice(0, 1)) {
    const authorities: PlacedLeaf[][] = [];
    const capacities: PlacedLeaf[] = [];
    const names: PlacedLeaf[] = [];
    for (const leaf of block) {
      const folded = fold(leaf.words);
      if (marks.has(folded)) continue;
      if (anatomy.isAuthority(leaf.words)) {
        const last = authorities.at(-1);
        const collective =
          last !== undefined &&
          identity.isDeputy(folded) &&
          names.length < authorities.length &&
          capacities.length < authorities.length &&
          last.length === 1 &&
          identity.isCollective(fold((last[0] as PlacedLeaf).words));
        if (collective) last.push(leaf);
        else authorities.push([leaf]);
      } else if (anatomy.isCapacity(leaf.words.toUpperCase())) capacities.push(leaf);
      else if (anatomy.isPersonName(leaf.words)) names.push(leaf);
      else if (anatomy.isCapitals(leaf.words) && authorities.length > capacities.length && names.length === 0) authorities.at(-1)?.push(leaf);
    }
    const count = Math.max(authorities.length, capacities.length, names.length);
    for (let i = 0; i < count; i++) {
      const authority = authorities[i] ?? (authorities.length === 1 ? authorities[0] : undefined);
      const capacity = capacities[i] ?? null;
      const name = names[i] ?? null;
      const anchor = name ?? capacity ?? authority?.[0];
      if (!anchor) continue;
      signatories.push({
        authority: authority?.map((leaf) => leaf.words).join(' / ') ?? null,
        capacity: capacity?.words ?? null,
        name: name && isReadableName(name, view) ? name.words.replace(CLOSING_MARKS, '') : null,
        evidence: view.evidence(anchor.start, anchor.end),
      });
    }
  }
  return signatories;
}

/** What a page leaves behind a name: "Trần Thành Lập;". */
const CLOSING_MARKS = /[\s.,;]{1,8}$/u;
/** A word of a name is no surer than this where a seal or a pen lies over it. */
const DOUBTFUL_NAME = 0.6;
/** Names of many peoples are no Vietnamese syllables ("Y Vinh Tơr"); where they were recognized they must have been so well. */
const DOUBTFUL_FOREIGN_NAME = 0.85;

/** False for a name that recognition may have got wrong ("rân Ngọc Căng", "Pggi Huy Nam Sơn"): none is better than another person's. */
function isReadableName({ words, start }: PlacedLeaf, view: DocumentView): boolean {
  for (const { 0: word, index } of words.matchAll(/\S+/g)) {
    const letters = word.match(/\p{L}+/gu) ?? [];
    const least = letters.every(isSyllable) ? DOUBTFUL_NAME : DOUBTFUL_FOREIGN_NAME;
    if (view.confidence(start + index, start + index + word.length) < least) return false;
  }
  return true;
}

/** The items of "Kính gửi" or "Nơi nhận", without label, dash and closing punctuation. */
export function readList(view: DocumentView, zone: 'addressees' | 'recipients', knowledge: Pick<Knowledge, 'anatomy'>): Identity['recipients'] {
  const anatomy = anatomyGrammar(knowledge);
  const items: Identity['recipients'] = [];
  for (const { words, start, annex } of view.zone(zone)) {
    if (annex) continue;
    const folded = fold(words);
    const label = Math.max(0, zone === 'addressees' ? anatomy.addressee(folded) : anatomy.recipients(folded));
    let at = label;
    for (const part of words.slice(label).split(/(?<=;)\s*/)) {
      const from = words.indexOf(part, at);
      at = from + part.length;
      const lead = /^[\s:]*(?:[-–—+•*]\s*)?/.exec(part)?.[0].length ?? 0;
      const value = part.slice(lead, lengthWithoutMarks(part));
      if (value === '') continue;
      items.push({ value, evidence: view.evidence(start + from + lead, start + from + lead + value.length) });
    }
  }
  return items;
}

/** The length of an item without blanks and punctuation at its end. */
function lengthWithoutMarks(item: string): number {
  let end = item.length;
  while (end > 0 && (';,.'.includes(item.charAt(end - 1)) || item.charAt(end - 1).trim() === '')) end--;
  return end;
}
