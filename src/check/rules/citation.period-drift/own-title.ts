import type { ExtractedDocument } from '../../../model/document.ts';
import type { DateMention } from '../../../model/facts.ts';
import { leavesOf } from '../../../model/tree-walk.ts';
import { fold } from '../../../text/fold.ts';
import type { FindingDraft, OwnSide } from '../../rule.ts';

/** So far before "Quyết định này" stands "kèm theo". */
const BEFORE = 16;

/**
 * The document's title gives what it issues one period, "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch …" or the title of the annex another.
 * `namedBefore` gives the words before a period by which it is told to be of the same thing, `attached` are the words for what comes with a document, `enacting` for issuing one.
 */
export function ownTitle(
  document: ExtractedDocument,
  namedBefore: (date: DateMention) => string | null,
  attached: readonly string[],
  enacting: readonly string[],
): FindingDraft<OwnSide> | null {
  const { identity, dates } = document;
  const title = identity.title?.evidence;
  const periods = dates.filter(({ kind, from, to }) => (kind === 'period' || kind === 'in') && from && to);
  if (!title || periods.length < 2) return null;
  const mine = periods.filter(({ evidence }) => title.start <= evidence.start && evidence.end <= title.end);
  const [own] = mine;
  if (!own || mine.length > 1) return null;
  const name = namedBefore(own);
  if (name === null) return null;
  const places = [...issuing(document, attached, enacting)];
  const others = periods.filter(
    (date) =>
      date.kind === own.kind && years(date) !== years(own) && places.some(([start, end]) => start <= date.evidence.start && date.evidence.end <= end) && namedBefore(date) === name,
  );
  const [other] = others;
  if (!other) return null;
  const side = (date: DateMention): OwnSide => ({ place: [date.evidence.start, date.evidence.end], value: years(date) });
  return {
    subject: `own-title|${years(other)}`,
    kind: 'own-title',
    values: { mine: years(own), other: years(other) },
    sides: [...others.map(side), side(own)],
    verdict: {
      ...{ value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {} },
      candidates: [own, other].map((date) => ({ value: years(date), mentions: 1, witnesses: 1, supports: [], refutes: [] })),
    },
  };
}

const years = ({ from, to }: DateMention): string => [...new Set([from?.slice(0, 4), to?.slice(0, 4)])].join(' - ');

/** Where a document says what it issues: behind "kèm theo Quyết định này" and "ban hành Kế hoạch", to the end of the line, and the titles of its annexes. */
function* issuing({ text, citations, tree, identity }: ExtractedDocument, attached: readonly string[], enacting: readonly string[]): Generator<[number, number]> {
  for (const { form, number, evidence } of citations) {
    if (form !== 'own' || number !== null) continue;
    const before = fold(text.slice(Math.max(0, evidence.start - BEFORE), evidence.start));
    if (!attached.some((words) => before.includes(words))) continue;
    const end = text.indexOf('\n', evidence.end);
    yield [evidence.end, end === -1 ? text.length : end];
  }
  const type = identity.documentType ? ` ${fold(identity.documentType.name)} ` : null;
  // "Ủy ban nhân dân thành phố ban hành Kế hoạch … năm 2024, cụ thể như sau:" above the first heading.
  const first = tree.children.find((node) => node.type === 'division')?.position.start.offset ?? 0;
  if (type !== null) {
    const front = fold(text.slice(0, first));
    for (const verb of enacting) {
      const at = front.lastIndexOf(` ${verb}${type}`);
      const end = front.indexOf('\n', at);
      if (at !== -1 && front.length === first) yield [at, end === -1 ? first : end];
    }
  }
  for (const { leaf, annex } of leavesOf(tree, 'title')) if (annex !== null) yield [leaf.position.start.offset, leaf.position.end.offset];
}
