import type { CitationGraph } from '../check/graph.ts';
import type { Work } from '../resolve/works.ts';
import { formatJson } from './json.ts';

/** `works.json`: every work known, ours and cited, with all its mentions; written work by work. */
export async function writeWorks(graph: CitationGraph, write: (chunk: string) => Promise<void>): Promise<void> {
  await write('[');
  let first = true;
  for (const work of graph.corpus.works) {
    await write(`${first ? '' : ','}\n${formatJson(describeWork(work, graph)).trimEnd()}`);
    first = false;
  }
  await write('\n]\n');
}

function describeWork(work: Work, graph: CitationGraph) {
  const titles = work.documents.map((index) => graph.document(index).title).concat(work.mentions.map((ref) => graph.mention(ref).title));
  const types = work.mentions.map((ref) => graph.mention(ref).type);
  const issuers = work.mentions.map((ref) => ({ id: graph.mention(ref).issuerId, name: graph.mention(ref).issuerName }));
  return {
    id: work.id,
    number: work.number,
    system: work.system,
    typeCode: work.typeCode,
    documentType:
      work.documents
        .map((index) => graph.document(index).typeName)
        .concat(types)
        .find((type) => type !== null) ?? null,
    issuer: issuers.find((issuer) => issuer.id !== null) ?? issuers.find((issuer) => issuer.name !== null) ?? null,
    territory: work.series.territory,
    period: work.period,
    dates: graph.datesOf(work),
    title: titles.find((title) => title !== null) ?? null,
    documents: work.documents.map((index) => graph.document(index).id),
    mentions: work.mentions.map((ref) => {
      const mention = graph.mention(ref);
      return {
        document: graph.document(ref.document).id,
        printed: mention.printed,
        issuedOn: mention.date,
        issuer: mention.issuerName,
        form: mention.form,
        relation: mention.relation,
        places: mention.places,
      };
    }),
  };
}
