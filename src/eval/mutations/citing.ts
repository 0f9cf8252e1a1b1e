import { HOMES, type Home } from './homes.ts';
import { pick, type Random, randomOf, shuffled } from './random.ts';
import { CENTRAL, localWorks, printDay, type TrueWork, two } from './works.ts';

/** A place in a document where a work is cited, and how. */
export interface Cite {
  work: TrueWork;
  style: 'full' | 'short';
  type: string;
  issuer: string;
  date: string;
  number: string;
  title: string | null;
  relation: string;
}

/** A document to be printed: what it cites, where and in which words. */
export interface Draft {
  work: TrueWork;
  preamble: Cite[];
  body: Cite[];
  /** What stands between the works of the preamble. */
  joint: '; ' | ', ';
  /** The document that came in the same file, below its cover letter. */
  attached: Draft | null;
  /** A line of the letterhead that is missing. */
  lost?: 'number' | 'date';
}

/** The issuer as a document of some place writes it: in full, or "của Tỉnh ủy" at home. */
function issuerFor(work: TrueWork, reader: Home, random: Random): string {
  const mine = work.home === reader || work.home === reader.parent;
  if (work.home.level === 'central' || !mine || random() < 0.5) return work.issuer;
  if (work.system === 'party') return work.home.level === 'province' && random() < 0.3 ? `Ban Thường vụ ${work.home.party}` : work.home.party;
  if (work.issuer.startsWith('Hội đồng')) return `Hội đồng nhân dân ${work.home.kind}`;
  return random() < 0.5 ? `UBND ${work.home.kind}` : `Ủy ban nhân dân ${work.home.kind}`;
}

function cite(work: TrueWork, reader: Home, style: Cite['style'], relation: string, random: Random): Cite {
  const titled = style === 'full' && random() < 0.6;
  const date = printDay(work.date, work.system === 'party' && random() < 0.2 ? 'hyphen' : random() < 0.15 ? 'long' : 'slash');
  return { work, style, type: work.type, issuer: issuerFor(work, reader, random), date, number: work.number, title: titled ? work.title : null, relation };
}

/** The documents of a file: a cover letter and what it sends. */
export const parts = (draft: Draft): Draft[] => (draft.attached ? [draft, draft.attached] : [draft]);

/** A corpus of two or three documents that agree with each other and with the truth. */
export function makeCorpus(seed: number): Draft[] {
  const random = randomOf(seed);
  const families = shuffled(random, HOMES).slice(0, random() < 0.4 ? 2 : 1);
  const homes = families.flatMap((family) => [family[0] as Home, pick(random, family.slice(1))]);
  const works = homes.flatMap((home) => localWorks(home, random));
  const all = [...CENTRAL, ...works];
  const authors = shuffled(
    random,
    works.filter((work) => work.date >= '2022-01-01' && !['Quyết định', 'Báo cáo'].includes(work.type) && !work.issuer.startsWith('Hội đồng')),
  );
  const count = random() < 0.5 ? 2 : 3;
  const shared = shuffled(random, all).slice(0, 6);
  const drafts = authors.slice(0, count).map((work): Draft => {
    const readable = (other: TrueWork) =>
      other !== work && other.date < work.date && (other.home.level === 'central' || other.home === work.home || other.home === work.home.parent || random() < 0.4);
    const pool = [...new Set([...shared, ...shuffled(random, all).slice(0, 5)])].filter(readable);
    const preamble = pool.slice(0, 3).map((other) => cite(other, work.home, 'full', pick(random, ['Thực hiện', 'Căn cứ']), random));
    const body: Cite[] = [];
    for (const other of pool.slice(0, 7)) {
      const said = preamble.some((one) => one.work === other) || body.some((one) => one.work === other);
      body.push(cite(other, work.home, said && random() < 0.5 ? 'short' : 'full', '', random));
    }
    return { work, preamble, body, joint: random() < 0.7 ? '; ' : ', ', attached: null };
  });
  return random() < 0.3 ? drafts.map((draft) => withCoverLetter(draft, random)) : drafts;
}

/** The letter that sends a document on, in the same file: it cites the document and copies what its preamble cites. */
function withCoverLetter(draft: Draft, random: Random): Draft {
  const { work } = draft;
  if (work.home.level !== 'province' || work.type === 'Công văn') return draft;
  const date = `${Number(work.date.slice(0, 4)) + (work.date.slice(5, 7) === '12' ? 1 : 0)}-${work.date.slice(5, 7) === '12' ? '01' : two(Number(work.date.slice(5, 7)) + 1)}-12`;
  const letter: TrueWork = {
    system: 'state',
    // Letters are numbered in the order of their days.
    number: `${2000 + Number(date.slice(5, 7)) * 60 + Math.floor(random() * 50)}/UBND-NC`,
    type: 'Công văn',
    date,
    issuer: `${work.home.committee} ${work.home.name}`,
    home: work.home,
    title: `gửi ${work.type} ${work.title.split(' số ')[0] ?? ''}`,
  };
  const body = [cite(work, work.home, 'full', '', random), ...draft.preamble.slice(0, 2).map((one) => ({ ...one }))];
  return { work: letter, preamble: [], body, joint: '; ', attached: draft };
}
