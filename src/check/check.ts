import type { Checks, Knowledge } from '../knowledge/knowledge.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Bilingual, Finding, Ground, Level, Side, Verdict } from '../model/finding.ts';
import { type FindingHead, FindingList } from '../model/finding-list.ts';
import { termTables } from '../resolve/terms.ts';
import { type Corpus, pathSafe } from '../resolve/works.ts';
import { CauseMarks, joinCauses } from './causes.ts';
import { placeInCorpus } from './check-document.ts';
import { DecisionBook } from './decision-book.ts';
import { CitationGraph } from './graph.ts';
import { documentLabel } from './label.ts';
import { FindingMemory, type FindingStore } from './memory.ts';
import type { CheckContext, CorpusRule, FindingDraft, GroundDraft, OwnDraft, Rule, SideDraft, Value, VerdictDraft } from './rule.ts';
import { RULES } from './rules/catalogue.ts';
import { UnitHashes } from './units.ts';

/** Reads words back from a document; the corpus stages keep places only. */
export type EvidenceReader = (document: number, start: number, end: number) => Evidence;

/** What the document rules found in a document. */
export type OwnDrafts = (document: number) => readonly OwnDraft[];

const LEVELS: readonly Level[] = ['error', 'warning', 'info'];
const CONFIDENCES: readonly Verdict['confidence'][] = ['certain', 'high', 'medium', 'low', 'none'];

/** Most findings stand by themselves. */
const NONE: string[] = [];

/** A head with what its rank depends on besides. */
interface RankedHead extends FindingHead {
  confidence: number;
}

/**
 * Runs the rule catalogue over a resolved corpus; `own` tells what the document rules found in each of its documents. Changes nothing.
 * Levels and messages come from `checks.yaml`; a rule whose level is `off` does not run. Findings are ordered: level, then
 * certainty, then how many documents they touch; those that share a cause follow the most important of them, and those that decisions
 * set aside come last. Findings wait in `store`; where that has what an earlier run of the same rules and knowledge found, only the works,
 * documents and series that changed are checked, with the same result.
 */
export function checkCorpus(
  corpus: Corpus,
  knowledge: CheckContext['knowledge'] & Pick<Knowledge, 'partyTerms'>,
  read: EvidenceReader,
  own: OwnDrafts,
  graph: CitationGraph = new CitationGraph(corpus),
  store: FindingStore | null = null,
  decisions: DecisionBook = new DecisionBook(),
): FindingList {
  const words = (document: number, start: number, end: number) => read(document, Math.max(0, start), end).quote;
  const context: CheckContext = { corpus, graph, terms: termTables(knowledge), knowledge, words };
  const { checks } = knowledge;
  const running = RULES.filter((rule) => checks.rules[rule.name] && checks.rules[rule.name]?.level !== 'off');
  const finished = (drafts: Iterable<RuleDraft>): Finding[] => {
    const findings: Finding[] = [];
    for (const { rule, draft } of drafts) findings.push(finish(rule, draft, checks.rules[rule] as Checks['rules'][string], checks, corpus, read));
    return findings.filter((finding) => finding.level !== 'off');
  };
  const kept = store ?? new FindingMemory();
  const marks = new CauseMarks(corpus.documents, checks);
  // One text for each document's id, and one list where it is alone, however many findings name it.
  const alone = new Map(corpus.documents.map(({ id }) => [id, [id]]));
  const shared = (documents: string[]): string[] => {
    const [first = '', ...others] = documents;
    return (others.length === 0 ? alone.get(first) : undefined) ?? documents.map((document) => alone.get(document)?.[0] ?? document);
  };
  const found: RankedHead[] = [];
  for (const unit of units(context, running, own, store ? new UnitHashes(graph) : null)) {
    for (const { finding, place } of kept.recall(unit.id, unit.hash, () => finished(unit.drafts()))) {
      const { id, level, verdict } = finding;
      const { suppressed, outdated } = decisions.about(finding);
      const confidence = CONFIDENCES.indexOf(verdict?.confidence ?? 'none');
      const head: RankedHead = { id, level, documents: shared(finding.documents), cause: null, joined: NONE, suppressed, outdated, place, confidence };
      found.push(head);
      if (head.suppressed === null) marks.add(head, finding);
    }
  }
  return new FindingList(joinCauses(found.sort(byImportance), marks), ({ place, cause, joined, suppressed, outdated }) => ({
    ...kept.read(place),
    cause,
    joined,
    suppressed,
    outdated,
  }));
}

interface RuleDraft {
  rule: string;
  draft: FindingDraft;
}

/** A part of the corpus that rules look at by itself, and what they find there. `hash` is null where it has to be checked every time. */
interface Unit {
  id: string;
  hash: string | null;
  drafts(): Iterable<RuleDraft>;
}

function* units(context: CheckContext, rules: readonly Rule[], own: OwnDrafts, hashes: UnitHashes | null): Generator<Unit> {
  const { corpus, graph } = context;
  const corpusRules = rules.filter(isCorpusRule);
  const running = new Set(rules.map((rule) => rule.name));
  const of = (kind: keyof CorpusRule) => corpusRules.filter((rule) => rule[kind] !== undefined);
  const [byWork, byCiting, bySeries, whole] = [of('checkWork'), of('checkCiting'), of('checkSeries'), of('check')];
  for (const work of corpus.works)
    yield {
      id: `work ${work.id}`,
      hash: hashes?.work(work) ?? null,
      *drafts() {
        for (const rule of byWork) for (const draft of rule.checkWork?.(work, context) ?? []) yield { rule: rule.name, draft };
      },
    };
  for (const [at, document] of corpus.documents.entries())
    yield {
      id: `document ${document.id}`,
      hash: hashes?.citing(document, corpus.links[at] ?? []) ?? null,
      *drafts() {
        for (const { rule, draft } of own(at)) if (running.has(rule)) yield { rule, draft: placeInCorpus(draft, document) };
        for (const rule of byCiting) for (const draft of rule.checkCiting?.(document, context) ?? []) yield { rule: rule.name, draft };
      },
    };
  for (const series of graph.series())
    yield {
      id: `series ${series.id}`,
      hash: hashes?.series(series) ?? null,
      *drafts() {
        for (const rule of bySeries) for (const draft of rule.checkSeries?.(series, context) ?? []) yield { rule: rule.name, draft };
      },
    };
  yield {
    id: 'corpus',
    hash: null,
    *drafts() {
      for (const rule of whole) for (const draft of rule.check?.(context) ?? []) yield { rule: rule.name, draft };
    },
  };
}

function isCorpusRule(rule: Rule): rule is CorpusRule {
  return 'check' in rule || 'checkWork' in rule || 'checkCiting' in rule || 'checkSeries' in rule;
}

function byImportance(a: RankedHead, b: RankedHead): number {
  return (
    Number(a.suppressed !== null) - Number(b.suppressed !== null) ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    a.confidence - b.confidence ||
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
    level: levelOf(kind?.level ?? settings.level, settings.recognized, sides),
    subject: draft.subject.split('|')[0] as string,
    message: fill(kind?.message ?? settings.message, draft.values),
    documents: [...new Set(sides.map((side) => side.document))],
    sides,
    verdict: draft.verdict ? finishVerdict(draft.verdict, checks, corpus, read) : null,
    cause: null,
    joined: [],
    suppressed: null,
    outdated: null,
  };
}

/** A finding on words that were recognized in a picture is no more than `recognized`, where the rule has that. */
function levelOf(level: Level, recognized: Level | undefined, sides: readonly Side[]): Level {
  const lower = recognized !== undefined && sides.some(({ evidence }) => evidence.confidence !== undefined) && LEVELS.indexOf(recognized) > LEVELS.indexOf(level);
  return lower ? recognized : level;
}

function finishSide(side: SideDraft, corpus: Corpus, read: EvidenceReader): Side {
  const document = corpus.documents[side.document];
  return {
    document: document?.id ?? '',
    label: document ? documentLabel(document) : '',
    file: document?.file ?? '',
    value: side.value,
    evidence: side.lines ? leftOut(read(side.document, side.place[0], side.place[1]), side.lines) : read(side.document, side.place[0], side.place[1]),
  };
}

/** Evidence of lines that are no part of the text: no words, no columns, but the lines of the source. */
function leftOut({ start, end, quote, page }: Evidence, [from, to]: readonly [number, number]): Evidence {
  return { start, end, quote, lines: [from, to], ...(page === undefined ? {} : { page }) };
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
