import type { Checks, Knowledge } from '../knowledge/knowledge.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Bilingual, Finding, Ground, Level, Side, Verdict } from '../model/finding.ts';
import type { DocumentDigest } from '../resolve/digest.ts';
import { termTables } from '../resolve/terms.ts';
import { type Corpus, pathSafe } from '../resolve/works.ts';
import { placeInCorpus } from './check-document.ts';
import { CitationGraph } from './graph.ts';
import { documentLabel } from './label.ts';
import type { CheckContext, FindingDraft, GroundDraft, OwnDraft, SideDraft, Value, VerdictDraft } from './rule.ts';
import { RULES } from './rules/catalogue.ts';

/** Reads words back from a document; the corpus stages keep places only. */
export type EvidenceReader = (document: number, start: number, end: number) => Evidence;

const LEVELS: readonly Level[] = ['error', 'warning', 'info'];
const CONFIDENCES: readonly Verdict['confidence'][] = ['certain', 'high', 'medium', 'low', 'none'];

/**
 * Runs the rule catalogue over a resolved corpus; `own[i]` is what the document rules found in its i-th document. Changes nothing. Levels and messages come from `checks.yaml`; a rule whose
 * level is `off` does not run. Findings are ordered: level, then certainty, then how many documents they touch.
 */
export function checkCorpus(
  corpus: Corpus,
  knowledge: CheckContext['knowledge'] & Pick<Knowledge, 'partyTerms'>,
  read: EvidenceReader,
  own: readonly (readonly OwnDraft[])[],
  graph: CitationGraph = new CitationGraph(corpus),
): Finding[] {
  const context: CheckContext = { corpus, graph, terms: termTables(knowledge), knowledge };
  const ownByRule = new Map<string, FindingDraft[]>();
  for (const [at, drafts] of own.entries()) {
    for (const { rule, draft } of drafts) {
      const list = ownByRule.get(rule) ?? [];
      list.push(placeInCorpus(draft, corpus.documents[at] as DocumentDigest));
      ownByRule.set(rule, list);
    }
  }
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const settings = knowledge.checks.rules[rule.name];
    if (!settings || settings.level === 'off') continue;
    const drafts = 'check' in rule ? rule.check(context) : (ownByRule.get(rule.name) ?? []);
    for (const draft of drafts) findings.push(finish(rule.name, draft, settings, knowledge.checks, corpus, read));
  }
  return findings.filter((finding) => finding.level !== 'off').sort(byImportance);
}

function byImportance(a: Finding, b: Finding): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    CONFIDENCES.indexOf(a.verdict?.confidence ?? 'none') - CONFIDENCES.indexOf(b.verdict?.confidence ?? 'none') ||
    b.documents.length - a.documents.length ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function finish(rule: string, draft: FindingDraft, settings: Checks['rules'][string], checks: Checks, corpus: Corpus, read: EvidenceReader): Finding {
  const kind = draft.kind === undefined ? undefined : settings.kinds[draft.kind];
  const sides = draft.sides.map((side) => finishSide(side, corpus, read));
  return {
    id: `${rule}:${draft.subject.split('|').map(pathSafe).join(':')}`,
    rule,
    level: kind?.level ?? settings.level,
    subject: draft.subject.split('|')[0] as string,
    message: fill(kind?.message ?? settings.message, draft.values),
    documents: [...new Set(sides.map((side) => side.document))],
    sides,
    verdict: draft.verdict ? finishVerdict(draft.verdict, checks, corpus, read) : null,
  };
}

function finishSide(side: SideDraft, corpus: Corpus, read: EvidenceReader): Side {
  const document = corpus.documents[side.document];
  return {
    document: document?.id ?? '',
    label: document ? documentLabel(document) : '',
    file: document?.file ?? '',
    value: side.value,
    evidence: read(side.document, side.place[0], side.place[1]),
  };
}

function finishVerdict(verdict: VerdictDraft, checks: Checks, corpus: Corpus, read: EvidenceReader): Verdict {
  const ground = (draft: GroundDraft): Ground => ({
    constraint: draft.constraint,
    hard: draft.hard,
    reason: fill(checks.constraints[draft.constraint] ?? { vi: draft.constraint, en: draft.constraint }, draft.values),
    sides: draft.sides.map((side) => finishSide(side, corpus, read)),
  });
  const candidates = verdict.candidates.map((candidate) => ({ ...candidate, supports: candidate.supports.map(ground), refutes: candidate.refutes.map(ground) }));
  const deciding = candidates
    .flatMap((candidate) => (candidate.value === verdict.value ? candidate.supports : candidate.refutes))
    .filter((one) => verdict.decidedBy.includes(one.constraint));
  const base = fill(checks.verdicts[verdict.reason] ?? { vi: verdict.reason, en: verdict.reason }, verdict.values);
  const because = (language: keyof Bilingual) => [...new Set(deciding.map((one) => one.reason[language]))].map((reason) => ` ${reason}`).join('');
  return { value: verdict.value, confidence: verdict.confidence, decidedBy: verdict.decidedBy, reason: { vi: base.vi + because('vi'), en: base.en + because('en') }, candidates };
}

/** Puts values into a message's `{name}` places, dates as dd/mm/yyyy. */
function fill(message: Bilingual, values: Record<string, Value>): Bilingual {
  const text = (language: keyof Bilingual) =>
    message[language]
      .replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        if (value === undefined) return whole;
        if (typeof value === 'string') return value;
        return 'date' in value ? value.date.split('-').reverse().join('/') : value[language];
      })
      // A title that was cut ends with its ellipsis.
      .replaceAll('….', '…');
  return { vi: text('vi'), en: text('en') };
}
