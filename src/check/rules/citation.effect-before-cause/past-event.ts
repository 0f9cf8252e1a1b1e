import { compiledOnce } from '../../../grammar/compiled.ts';
import { anyOf } from '../../../grammar/words.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { ExtractedDocument } from '../../../model/document.ts';
import type { DateMention } from '../../../model/facts.ts';
import { fold } from '../../../text/fold.ts';
import type { FindingDraft, OwnSide } from '../../rule.ts';

const SENTENCE = 320;
const CLAUSE = 200;
/** Minutes tell in their first lines when the meeting was. */
const OPENING = 1500;

/**
 * What a document of an earlier day tells as past: "được Hội đồng nhân dân … thông qua ngày 10/12/2025", "Ngày 08/5/2024, … đã chủ trì cuộc
 * họp", each in a document of the day before.
 */
export function* pastEvents(document: ExtractedDocument, knowledge: Pick<Knowledge, 'checks'>): Generator<FindingDraft<OwnSide>> {
  const { identity, dates, text } = document;
  const { issuedOn } = identity;
  if (issuedOn.value?.length !== 10 || !issuedOn.evidence || issuedOn.derived) return;
  const day = issuedOn.value;
  const own: OwnSide = { place: [issuedOn.evidence.start, issuedOn.evidence.end], value: day };
  const minutes = knowledge.checks.minutes.includes(identity.documentType?.code ?? '');
  for (const date of dates) {
    if (date.kind !== 'date' || date.from?.length !== 10 || date.from <= day || !isPast(date, text, minutes, knowledge)) continue;
    const { start, end } = date.evidence;
    const side: OwnSide = { place: [start, end], value: date.from };
    yield {
      subject: `event|${date.from}`,
      kind: 'event',
      values: { date: { date: day }, otherDate: { date: date.from } },
      sides: [own, side],
      verdict: {
        ...{ value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {} },
        candidates: [day, date.from].map((value) => ({ value, mentions: 0, witnesses: 1, supports: [], refutes: [] })),
      },
    };
    return;
  }
}

function isPast({ evidence: { start, end } }: DateMention, text: string, minutes: boolean, knowledge: Pick<Knowledge, 'checks'>): boolean {
  const words = eventWords(knowledge);
  const before = text.slice(Math.max(0, start - CLAUSE), start);
  const sentence = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf(';'));
  const clause = fold(before.slice(sentence + 1)).trim();
  if (clause !== '') return words.adopted.test(clause) && !words.notYet.test(clause);
  const behind = fold(text.slice(end, end + SENTENCE).split(/\n|\.\s|;/u)[0] as string);
  return words.done.test(behind) || (minutes && start < OPENING && words.meeting.test(behind));
}

const eventWords = compiledOnce(({ checks }: Pick<Knowledge, 'checks'>) => ({
  adopted: new RegExp(`${anyOf(checks.past_events.passive)} .{0,160}${anyOf(checks.past_events.adopted)}$`, 'su'),
  notYet: new RegExp(`(?<!\\p{L})${anyOf(checks.past_events.not_yet)}(?!\\p{L})`, 'u'),
  done: new RegExp(`^[\\s,][^\\d]{0,160}\\s${anyOf(checks.past_events.done)}\\s${anyOf(checks.past_events.verbs)}(?!\\p{L})`, 'u'),
  meeting: new RegExp(`(?<!\\p{L})${anyOf(checks.past_events.meetings)}(?!\\p{L})`, 'u'),
}));
