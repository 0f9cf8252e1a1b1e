import { performance } from 'node:perf_hooks';
import { checkCorpus } from '../src/check/check.ts';
import { CitationGraph } from '../src/check/graph.ts';
import { FindingMemory } from '../src/check/memory.ts';
import { numberGrammar } from '../src/grammar/numbers.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { packEdges } from '../src/resolve/edges.ts';
import { Interner } from '../src/resolve/intern.ts';
import { resolveCorpus } from '../src/resolve/resolve.ts';

const PER_DOCUMENT = 50;
const WRONG_IN = 1000;
const DAY = 86_400_000;
const knowledge = loadKnowledge();
const numbers = numberGrammar(knowledge);

/** mulberry32 */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const day = (year, share) => new Date(Date.UTC(year, 0, 1) + Math.floor(share * 364) * DAY).toISOString().slice(0, 10);

/** Works of provinces, in the order of their numbers: a fifth as many as there are citations, a few of them cited by everyone. */
function works(count) {
  const provinces = knowledge.territories.filter((row) => row.kind === 'province' || row.kind === 'city');
  const types = [
    ['KH', 'Kế hoạch'],
    ['QĐ', 'Quyết định'],
    ['CT', 'Chỉ thị'],
    ['TB', 'Thông báo'],
    ['CTr', 'Chương trình'],
  ];
  const perSeries = Math.max(2, Math.ceil(count / (provinces.length * types.length * 5)));
  return Array.from({ length: count }, (_, at) => {
    const province = provinces[at % provinces.length];
    const [code, type] = types[Math.floor(at / provinces.length) % types.length];
    const year = 2019 + (Math.floor(at / (provinces.length * types.length)) % 5);
    const serial = 1 + Math.floor(at / (provinces.length * types.length * 5));
    const value = `${serial}/${code}-UBND`;
    const [{ number }] = numbers.find(`số ${value}`);
    return {
      province,
      type,
      number,
      key: numbers.key(number),
      date: day(year, serial / (perSeries + 1)),
      words: `phát triển nhiệm vụ ${code} ${serial} trên địa bàn tỉnh giai đoạn ${year} ${year + 5}`,
      value,
    };
  });
}

/** A digest of a document that cites works, most of them from the few that everyone cites; one citation in a thousand has a wrong day. */
function document(at, known, random, sha) {
  const home = knowledge.territories.find((row) => row.kind === 'district') ?? knowledge.territories[0];
  const year = 2024 + (at % 2);
  const serial = 1 + Math.floor(at / 2);
  const value = `${serial}/UBND-B${at % 7}`;
  const [{ number }] = numbers.find(`số ${value}`);
  const mentions = Array.from({ length: PER_DOCUMENT }, (_, place) => {
    const work = known[Math.floor(known.length * random() ** 3)];
    const wrong = random() < 1 / WRONG_IN;
    const start = 1000 + place * 200;
    return {
      number: work.number,
      key: work.key,
      printed: work.value,
      type: work.type,
      date: wrong ? work.date.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) : work.date,
      issuerId: `${work.province.id}.ubnd-tinh`,
      issuerName: 'Ủy ban nhân dân tỉnh',
      territory: work.province.id,
      place: null,
      form: 'full',
      relation: 'implements',
      title: null,
      readings: place % 5 === 0 ? [{ words: work.words, places: [[start + 60, start + 120]], shared: false }] : [],
      places: [[start, start + 60]],
    };
  });
  return {
    index: at,
    id: '',
    file: `${at}.txt`,
    sha256: sha,
    part: 1,
    parts: 1,
    system: 'state',
    number,
    numberKey: numbers.key(number),
    numberPlace: [0, 10],
    typeName: 'Công văn',
    date: day(year, Math.min(0.99, serial / 12000)),
    datePlace: [20, 40],
    notBefore: null,
    issuerId: null,
    issuerName: `Phòng ${at % 7} số ${at}`,
    issuerTerritory: home.id,
    territories: [home.id],
    ownPlace: null,
    title: null,
    reading: null,
    mentions,
    edges: packEdges(Array.from({ length: 4 }, (_, edge) => ({ outer: edge * 10, inner: edge * 10 + 1, relation: 'implements', place: mentions[edge * 10 + 1].places[0] }))),
    annexes: [],
    mentionOf: [],
    titleWords: 0,
    citations: PER_DOCUMENT,
    divisions: 0,
    targets: 0,
    figures: '',
    abbreviations: '',
    assignments: 0,
    start: [0, 10],
  };
}

const read = (_, start, end) => ({ start, end, quote: 'Kế hoạch số', lines: [1, 1] });

function timed(work) {
  global.gc?.();
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

/** Checking from 10³ to 10⁶ citations: time by step, each in microseconds a citation, and the memory that is held at the end. */
export function checkGrowth() {
  console.log('\nchecking generated corpora; µs per citation by step, MB held');
  console.log('  citations   documents   works   findings     resolve    graph    check   all s      MB   one more document: again s, units checked');
  for (const citations of process.argv.includes('--small') ? [1e3, 1e4, 1e5] : [1e3, 1e4, 1e5, 1e6]) {
    const random = randomOf(citations);
    const known = works(Math.ceil(citations / 5));
    const count = citations / PER_DOCUMENT;
    const interner = new Interner();
    const documents = Array.from({ length: count }, (_, at) => interner.digest(document(at, known, random, `${citations}-${at}`)));
    const own = () => [];
    const memory = new FindingMemory();
    // The program ends between the two runs: of the first one only what it found is kept.
    const first = (() => {
      const resolved = timed(() => resolveCorpus(documents, knowledge));
      const graph = timed(() => new CitationGraph(resolved.value));
      const checked = timed(() => checkCorpus(resolved.value, knowledge, read, own, graph.value, memory));
      global.gc?.();
      const held = process.memoryUsage().heapUsed / 1e6;
      return { resolve: resolved.ms, graph: graph.ms, check: checked.ms, works: resolved.value.works.length, findings: checked.value.length, held };
    })();
    documents.push(interner.digest(document(count, known, random, `${citations}-${count}`)));
    const next = new FindingMemory(memory.kept());
    const again = timed(() => {
      const corpus = resolveCorpus(documents, knowledge);
      return checkCorpus(corpus, knowledge, read, own, new CitationGraph(corpus), next);
    });
    const each = (ms) => ((ms * 1000) / citations).toFixed(1).padStart(8);
    const all = first.resolve + first.graph + first.check;
    console.log(
      `  ${String(citations).padStart(9)} ${String(count).padStart(11)} ${String(first.works).padStart(7)} ${String(first.findings).padStart(10)}    ${each(first.resolve)} ${each(first.graph)} ${each(first.check)} ${(all / 1000).toFixed(2).padStart(7)} ${first.held.toFixed(0).padStart(7)}   ${(again.ms / 1000).toFixed(2).padStart(8)}, ${next.counts.checked} of ${next.counts.checked + next.counts.reused}`,
    );
  }
}
