import { documentsAtFault, sidesAtFault } from '../../check/fault.ts';
import type { Checks } from '../../knowledge/knowledge.ts';
import type { Finding, Side } from '../../model/finding.ts';
import type { FindingList } from '../../model/finding-list.ts';
import type { Root } from '../../model/tree.ts';
import type { DocumentSummary } from '../../run/run-record.ts';
import { shorten } from '../../text/shorten.ts';
import { printed } from '../report/value.ts';
import { markdownText } from './markdown-text.ts';
import { type Language, say } from './say.ts';
import { whereIn } from './where.ts';

const PLACES_SHOWN = 5;
const COMPARED_SHOWN = 3;
const LONGEST_QUOTE = 300;
const LONGEST_TITLE = 200;

/** What memos are written from. */
export interface MemoInput {
  findings: FindingList;
  /** The documents letters are written about; those of others that the findings name are left out. */
  documents: readonly DocumentSummary[];
  rules: Checks['rules'];
  verdicts: Checks['verdicts'];
  /** The outline of a document; null where it is gone. */
  treeOf(document: string): Root | null;
}

/**
 * Letters in Markdown to the offices that issued documents at fault, one a document, in the order of the findings: where, what contradicts
 * what, on what grounds, what is proposed. Findings about the copy at hand (`about: copy` in checks.yaml) are no business of the issuer.
 */
export function* memos(input: MemoInput, language: Language): Generator<string> {
  const documents = new Map(input.documents.map((document) => [document.id, document]));
  const byDocument = new Map<DocumentSummary, string[]>();
  for (const finding of input.findings) {
    if (input.rules[finding.rule]?.about === 'copy' || finding.suppressed) continue;
    for (const document of documentsAtFault(finding).flatMap((id) => documents.get(id) ?? [])) {
      const list = byDocument.get(document);
      if (list) list.push(finding.id);
      else byDocument.set(document, [finding.id]);
    }
  }
  if (byDocument.size === 0) yield `${say('nothing', language)}\n`;
  let first = true;
  for (const [document, ids] of byDocument) {
    const own = new Set(ids);
    // What shares a cause is told with its root, where the root is about this document too.
    const told = ids.flatMap((id) => input.findings.find(id) ?? []).filter(({ cause }) => cause === null || !own.has(cause.root));
    const entries = told.map((finding, at) => entry(at + 1, finding, document, input, language));
    yield `${first ? '' : '\n---\n\n'}${letter(document, entries, language)}`;
    first = false;
  }
}

function letter(document: DocumentSummary, entries: readonly string[], language: Language): string {
  const issuer = document.issuer === null ? say('unknownIssuer', language) : markdownText(document.issuer);
  const { short, full } = namesOf(document, language);
  return `${[
    `# ${say('title', language, { document: short })}`,
    `**${say('to', language, { issuer })}**`,
    say('opening', language, { document: full, count: String(entries.length).padStart(2, '0') }),
    ...entries,
    say('closing', language, { issuer }),
    `*${say('source', language, { file: markdownText(document.file) })}*`,
  ].join('\n\n')}\n`;
}

/** "Kế hoạch số 08/KH-UBND", and the same with day, issuer and subject. */
function namesOf({ number, type, file, date, issuer, title }: DocumentSummary, language: Language): { short: string; full: string } {
  const kind = type === null ? say('plain', language) : markdownText(type);
  const short = number === null ? say('inFile', language, { type: kind, file: markdownText(file) }) : say('numbered', language, { type: kind, number: markdownText(number) });
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  // Days below 10 and the months January and February have a zero before them: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.
  const dated = day === '' ? '' : say('dated', language, { day, month: Number(month) < 3 ? month : String(Number(month)), year });
  const by = issuer === null ? '' : say('by', language, { issuer: markdownText(issuer) });
  const about = title === null ? '' : say('about', language, { title: markdownText(shorten(title, LONGEST_TITLE)) });
  return { short, full: short + dated + by + about };
}

function entry(number: number, finding: Finding, document: DocumentSummary, { findings, rules, verdicts, treeOf }: MemoInput, language: Language): string {
  const { rule, message, sides, verdict, joined } = finding;
  const wrong = sidesAtFault(finding);
  const own = wrong.filter((side) => side.document === document.id);
  const others = sides.filter((side) => !own.includes(side) && !(wrong.includes(side) && wrong.length < sides.length));
  const tree = treeOf(document.id);
  const quote = (side: Side) => markdownText(shorten(side.evidence.quote, LONGEST_QUOTE));
  // "125,5", "80", "30" of one sentence stand in one place.
  const places = new Map<string, string[]>();
  for (const side of own.slice(0, PLACES_SHOWN)) {
    const where = whereIn(tree, side.evidence, language);
    places.set(where, [...(places.get(where) ?? []), quote(side)]);
  }
  const lines = [...places].map(([where, quotes]) => say('at', language, { where, quote: [...new Set(quotes)].join('”, “') }));
  if (own.length > PLACES_SHOWN) lines.push(say('more', language, { count: String(own.length - PLACES_SHOWN) }));
  const compare = (side: Side) =>
    side.document === document.id
      ? say('compareOwn', language, { where: whereIn(tree, side.evidence, language), quote: quote(side) })
      : say('compare', language, { label: markdownText(side.label), quote: quote(side) });
  // One place of each document is enough to compare with.
  const compared = [...new Map(others.map((side) => [`${side.document}|${side.value}`, side])).values()];
  for (const side of compared.slice(0, COMPARED_SHOWN)) lines.push(compare(side));
  if (compared.length > COMPARED_SHOWN) lines.push(say('moreCompared', language, { count: String(compared.length - COMPARED_SHOWN) }));
  for (const other of joined.flatMap((id) => findings.find(id) ?? [])) lines.push(say('sameCause', language, { message: markdownText(other.message[language]) }));
  const reason = verdict ? groundsOf(verdict, verdicts, language) : '';
  if (reason !== '') lines.push(say('grounds', language, { reason: markdownText(reason) }));
  lines.push(proposal(finding, language));
  const title = markdownText(rules[rule]?.title[language] ?? rule);
  const lead = `${number}. `;
  return [`${lead}**${title}.** ${markdownText(message[language])}`, '', ...lines.map((line) => `${' '.repeat(lead.length)}- ${line}`)].join('\n');
}

/** Why, in words; that it cannot be told is said where the proposal stands. */
function groundsOf({ reason }: NonNullable<Finding['verdict']>, verdicts: Checks['verdicts'], language: Language): string {
  const open = verdicts['cannot-tell']?.[language] ?? '';
  return open !== '' && reason[language].startsWith(open) ? reason[language].slice(open.length).trim() : reason[language];
}

function proposal({ verdict }: Finding, language: Language): string {
  if (!verdict) return say('confirm', language);
  if (verdict.value === null) return say('cannotTell', language);
  // "Ngày đúng có lẽ là …" is nothing to be corrected without asking.
  return say(verdict.confidence === 'certain' ? 'correct' : 'probably', language, { value: markdownText(printed(verdict.value)) });
}
