import { baseId } from '../grammar/places.ts';
import type { Agency } from '../knowledge/knowledge.ts';
import type { Mention } from '../resolve/digest.ts';
import type { Work } from '../resolve/works.ts';
import type { BodyRegistry } from './bodies.ts';
import type { CitationGraph } from './graph.ts';

/**
 * "14/TB-CP … của Văn phòng Chính phủ" where the corpus has 14/TB-VPCP of the same day: the work of the same type, serial and day
 * whose code is that of the body named in words, while the code as printed is another's. Null where the printed code is the
 * body's or no such work is known: two bodies may issue a number 14 on one day.
 */
export function underOwnCode(work: Work, mention: Mention, body: Agency | null, graph: CitationGraph, bodies: BodyRegistry): Work | null {
  if (mention.date === null || mention.number === null || body === null || bodies.bears(body, mention.number)) return null;
  const territory = mention.territory ?? (mention.issuerId?.includes('.') ? mention.issuerId.slice(0, mention.issuerId.lastIndexOf('.')) : null);
  for (const kin of graph.sameDay(work, mention.date)) {
    if (kin === work) continue;
    const number = numberOf(kin, graph);
    if (number === null || !bodies.bears(body, number)) continue;
    if (body.territorial === 'yes' && territory !== null && kin.series.territory !== null && baseId(territory) !== kin.series.territory) continue;
    return kin;
  }
  return null;
}

/** A work's number as its document or a mention has it. */
function numberOf({ documents, mentions }: Work, graph: CitationGraph): Mention['number'] {
  const [document] = documents;
  if (document !== undefined) return graph.document(document).number;
  const [first] = mentions;
  return first === undefined ? null : graph.mention(first).number;
}
