import type { Agency } from '../../../knowledge/knowledge.ts';
import { bodyRegistry } from '../../bodies.ts';
import type { CheckContext, CorpusRule, SideDraft, VerdictDraft } from '../../rule.ts';
import { countSources } from '../../witnesses.ts';

const PLACES_SHOWN = 20;

interface Said {
  row: Agency;
  name: string;
  sides: SideDraft[];
}

/** One work, several issuing bodies: a committee and its standing board, or two bodies of one code that are not the same. */
export const rule: CorpusRule = {
  name: 'citation.issuer-variant',
  *checkWork(work, context) {
    const { graph, knowledge } = context;
    const bodies = bodyRegistry(knowledge);
    const said = new Map<string, Said>();
    for (const ref of work.mentions) {
      const { number, issuerId, issuerName, form, places } = graph.mention(ref);
      const row = issuerId === null ? null : bodies.byId(issuerId);
      // A body whose code the number lacks is another finding.
      if (row === null || issuerName === null || number === null || form === 'own' || !bodies.bears(row, number)) continue;
      const entry = said.get(row.id) ?? { row, name: issuerName, sides: [] };
      said.set(row.id, entry);
      for (const place of places) if (entry.sides.length < PLACES_SHOWN) entry.sides.push({ document: ref.document, place, value: row.name });
    }
    const all = [...said.values()];
    if (all.length < 2) return;
    // A local committee, its executive and its board are one; of two bodies of the centre each signs for itself.
    const apart = all.some((a, at) =>
      all.slice(at + 1).some((b) => a.row.level === 'central' && b.row.level === 'central' && !bodies.isPartOf(a.row, b.row) && !bodies.isPartOf(b.row, a.row)),
    );
    if (!apart && new Set(all.map(({ row }) => row.name)).size < 2) return;
    // One source that writes "Tỉnh ủy" in short where all others have its standing board leaves no question open.
    const least = Number(knowledge.checks.rules[rule.name]?.options.least_sources ?? 1);
    if (!apart && all.filter(({ sides }) => countSources(sides, graph) >= least).length < 2) return;
    yield {
      subject: work.id,
      kind: apart ? 'other-body' : 'part-of',
      values: { number: work.number, bodies: all.map(({ name }) => name).join(', ') },
      sides: all.flatMap(({ sides }) => sides),
      verdict: apart ? bySources(all, context) : partOf(all, context),
    };
  },
};

/** Of a committee and its board the board is the more precise: it signs for both. */
function partOf(all: readonly Said[], context: CheckContext): VerdictDraft {
  const bodies = bodyRegistry(context.knowledge);
  const [part] = [...all].sort((a, b) => (bodies.isPartOf(a.row, b.row) ? -1 : bodies.isPartOf(b.row, a.row) ? 1 : 0));
  const value = (part as Said).row.name;
  return { value, confidence: 'medium', decidedBy: ['most-specific'], reason: 'issuer', values: { value }, candidates: candidates(all, context, value) };
}

function bySources(all: readonly Said[], context: CheckContext): VerdictDraft {
  const ranked = [...all].map((one) => ({ ...one, sources: countSources(one.sides, context.graph) })).sort((a, b) => b.sources - a.sources);
  const [first, second] = ranked;
  if (!first || !second || first.sources < 2 * second.sources)
    return { value: null, confidence: 'none', decidedBy: [], reason: 'cannot-tell', values: {}, candidates: candidates(all, context, null) };
  return { value: first.row.name, confidence: 'low', decidedBy: ['witnesses'], reason: 'issuer', values: { value: first.row.name }, candidates: candidates(all, context, null) };
}

function candidates(all: readonly Said[], { graph }: CheckContext, specific: string | null): VerdictDraft['candidates'] {
  return all.map(({ row, sides }) => {
    const witnesses = countSources(sides, graph);
    const counted = { constraint: 'witnesses', hard: false, values: { count: String(witnesses), mentions: String(sides.length) }, sides: [] };
    const precise = { constraint: 'most-specific', hard: false, values: { body: row.name }, sides: [] };
    return { value: row.name, mentions: sides.length, witnesses, supports: row.name === specific ? [precise, counted] : [counted], refutes: [] };
  });
}
