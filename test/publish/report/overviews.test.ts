import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { knownAgencies } from '../../../src/grammar/succession.ts';
import type { PublishedDocument } from '../../../src/model/document.ts';
import type { Target } from '../../../src/model/targets.ts';
import { AgencyRegister } from '../../../src/publish/registers/agency-register.ts';
import { IndicatorRegister } from '../../../src/publish/registers/indicator-register.ts';
import { AgenciesOverview } from '../../../src/publish/report/agencies-overview.ts';
import { agenciesSection } from '../../../src/publish/report/agencies-section.ts';
import { scaleOf } from '../../../src/publish/report/target-chart.ts';
import { TargetsOverview } from '../../../src/publish/report/targets-overview.ts';
import { targetsSection } from '../../../src/publish/report/targets-section.ts';
import { knowledge } from '../../default-knowledge.ts';
import { AN_LAO, assignment, by, documentWith, HAI_PHONG, target } from '../facts-sample.ts';

function targetsOf(documents: readonly PublishedDocument[]): TargetsOverview {
  const register = new IndicatorRegister(knowledge);
  for (const document of documents) register.add(document);
  const overview = new TargetsOverview(register.list());
  for (const document of documents) overview.add(document);
  return overview;
}

function tasksOf(documents: readonly PublishedDocument[]): AgenciesOverview {
  const register = new AgencyRegister(knownAgencies(knowledge));
  for (const document of documents) register.add(document);
  const overview = new AgenciesOverview(register.list());
  for (const document of documents) overview.add(document);
  return overview;
}

type Node = ReturnType<typeof parseDocument>['children'][number];
function* nodes(children: readonly Node[]): Generator<Node> {
  for (const node of children) {
    yield node;
    if ('children' in node) yield* nodes(node.children as Node[]);
  }
}
function parse(chunks: Iterable<{ toString(): string }>) {
  const all = [...nodes(parseDocument([...chunks].join(''), { xmlMode: false }).children)];
  const elements = all.flatMap((node) => ('attribs' in node ? [node] : []));
  const textOf = (element: Node) => ('children' in element ? [...nodes(element.children as Node[])].map((node) => ('data' in node ? node.data : '')).join('') : '');
  return {
    elements,
    text: all.map((node) => (node.type === 'text' ? node.data : '')).join(''),
    textOf,
    named: (name: string) => elements.filter((element) => element.name === name),
  };
}
const withTargets = (id: string, ...targets: Target[]) => documentWith(id, { targets });
const section = (documents: readonly PublishedDocument[]) => parse(targetsSection(targetsOf(documents), 0));

describe('targets by indicator and year', () => {
  const urban = (year: number, values: Parameters<typeof target>[3]) => target('urbanisation', 'Tỷ lệ đô thị hóa', year, values);

  it('sets areas under one indicator and years beside each other', () => {
    const [indicator] = targetsOf([
      withTargets('a', urban(2030, { area: AN_LAO, low: 70 }), urban(2025, { area: AN_LAO, low: 60 })),
      withTargets('b', urban(2025, { area: HAI_PHONG, low: 74 })),
    ]).list();
    expect(indicator?.lines.map(({ area, values }) => [area, values.map(({ year, amount }) => [year, amount.vi])])).toEqual([
      [
        'huyện An Lão',
        [
          [2025, '60%'],
          [2030, '70%'],
        ],
      ],
      ['thành phố Hải Phòng', [[2025, '74%']]],
    ]);
  });

  it('writes once what several documents say, with the words of each; another value of the same year stands beside it', () => {
    const documents = [
      withTargets('a', urban(2025, { area: AN_LAO, low: 60 })),
      withTargets('b', urban(2025, { area: AN_LAO, low: 60 })),
      withTargets('c', urban(2025, { area: AN_LAO, low: 61 })),
    ];
    const values = targetsOf(documents).list()[0]?.lines[0]?.values ?? [];
    expect(values.map(({ amount, said }) => [amount.vi, said.map(({ speaker }) => speaker.id)])).toEqual([
      ['60%', ['a', 'b']],
      ['61%', ['c']],
    ]);
  });

  it('keeps apart what is not the same: other part of the area, other indicator, other kind of horizon', () => {
    const before = { kind: 'before' as const, from: null, to: 2025 };
    const list = targetsOf([
      withTargets(
        'a',
        urban(2025, { low: 60 }),
        urban(2025, { low: 60, scope: { id: null, name: 'nội thị' } }),
        urban(2025, { low: 60, period: before }),
        target(null, 'Tỷ lệ đô thị hóa', 2025, { low: 60 }),
      ),
    ]).list();
    expect(list.map(({ entry, lines }) => [entry.id, lines.map(({ scope, values }) => [scope, values.length])])).toEqual([
      [
        'urbanisation',
        [
          [null, 2],
          ['nội thị', 1],
        ],
      ],
      [null, [[null, 1]]],
    ]);
  });

  it('leads from each value to its words, document, file and lines', () => {
    const { named, text, elements } = section([withTargets('a', urban(2025, { area: AN_LAO, low: 60, line: 52 }))]);
    const links = named('a').flatMap(({ attribs }) => attribs.href ?? []);
    const ids = elements.flatMap(({ attribs }) => attribs.id ?? []);
    expect(links.filter((href) => href.startsWith('#target:'))).toHaveLength(1);
    for (const href of links.filter((href) => href.startsWith('#target:'))) expect(ids).toContain(href.slice(1));
    expect(links).toContain('#document:a');
    expect(text).toContain('Đến năm 2025, Tỷ lệ đô thị hóa đạt 60%');
    expect(text).toContain('a.txt:52');
  });

  it('gives years with few values a common column that names them', () => {
    const years = [2021, 2022, 2023, 2024, 2025, 2026, 2050];
    const { named, textOf } = section([
      withTargets('a', ...years.flatMap((year) => [urban(year, { low: year - 2000 }), ...(year === 2050 ? [] : [urban(year, { area: AN_LAO, low: 1 })])])),
    ]);
    expect(
      named('th')
        .filter(({ attribs }) => attribs.class === 'year')
        .map(textOf),
    ).toEqual(['2021', '2022', '2023', '2024', '2025', expect.stringContaining('Năm khác')]);
    expect(
      named('td')
        .map(textOf)
        .filter((cell) => cell.includes('50%'))[0],
    ).toContain('2050');
  });

  it('cuts very long words and says where the rest is', () => {
    const quote = 'rất dài '.repeat(200);
    const { text } = section([withTargets('a', { ...urban(2025, { low: 1 }), evidence: { start: 0, end: quote.length, quote, lines: [1, 1] } })]);
    expect(text.length).toBeLessThan(2000);
    expect(text).toContain('còn tiếp trong bản ghi');
  });

  it('has a bound, says what it leaves out, and shows the indicators of most documents first', () => {
    const documents = Array.from({ length: 300 }, (_, at) =>
      withTargets(
        `d${at}`,
        urban(2025, { area: { id: `p${at}`, name: `Tỉnh ${at}` }, low: at }),
        ...Array.from({ length: 5 }, (_, n) => target(null, `Chỉ tiêu ${at}-${n}`, 2025, { low: n })),
      ),
    );
    const overview = targetsOf(documents);
    const { text } = parse(targetsSection(overview, 1800));
    expect(overview.list().length).toBeLessThanOrEqual(200);
    expect(overview.list()[0]).toMatchObject({ entry: { id: 'urbanisation', areas: 300 } });
    expect(overview.list()[0]?.hidden).toBeGreaterThan(250);
    expect(text).toMatch(/the other 1\u202f301 are in tables\/targets\.csv/);
    expect([...targetsSection(overview, 1800)].join('').length).toBeLessThan(1_000_000);
  });

  it('says so where there are none', () => {
    expect(section([]).text).toContain('Không có chỉ tiêu nào.');
  });
});

describe('the chart of an indicator', () => {
  const linesOf = (...targets: Target[]) => targetsOf([withTargets('a', ...targets)]).list()[0]?.lines ?? [];
  const share = (year: number, low: number, rest: Parameters<typeof target>[3] = {}) => target('x', 'X', year, { low, ...rest });

  it.each([
    ['shares', [share(2025, 40), share(2030, 60)], { from: 0, to: 100 }],
    ['other units', [share(2025, 40, { unit: 'ha' }), share(2030, 600, { unit: 'ha' })], { from: 0, to: 600 }],
    ['shares over 100', [share(2025, 40), share(2030, 120)], { from: 0, to: 120 }],
  ])('has one scale: %s', (_, targets, scale) => {
    expect(scaleOf(linesOf(...targets))).toEqual(scale);
  });

  it.each([
    ['a single value', [share(2025, 40)]],
    ['values of several units', [share(2025, 40), share(2030, 5, { unit: 'ha' })]],
    ['amounts of change, which are no levels', [share(2025, 4, { comparator: 'change', change: { direction: 'increase', base: 2020, per: null } }), share(2030, 60)]],
    ['states', [share(2025, 4, { comparator: 'status', state: 'a' }), share(2030, 4, { comparator: 'status', state: 'b' })]],
    ['nothing but zero', [share(2025, 0, { unit: 'ha' }), share(2030, 0, { unit: 'ha', area: AN_LAO })]],
  ])('is left out for %s', (_, targets) => {
    expect(scaleOf(linesOf(...targets))).toBeNull();
    expect(section([withTargets('a', ...targets)]).named('svg')).toEqual([]);
  });

  it('is a picture with a name, drawn without script or style of its own, and stays within itself', () => {
    const { named, textOf } = section([withTargets('a', share(2025, 40, { comparator: 'ge' }), share(2030, 100), share(2045, 60, { comparator: 'range', low: 60, high: 70 }))]);
    const [svg] = named('svg');
    expect(svg?.attribs.role).toBe('img');
    expect(named('title').map(textOf)).toEqual(['2025: ≥ 40% · 2030: 100% · 2045: 60–70%']);
    const circles = named('circle');
    expect(circles.map(({ attribs }) => attribs.class)).toEqual(['early', 'early', 'last']);
    for (const { attribs } of circles) expect(Number(attribs.cx)).toBeLessThanOrEqual(168);
    expect(named('path').map(({ attribs }) => attribs.class)).toEqual(['axis', 'way', 'bound', 'span']);
  });
});

describe('responsibilities by agency', () => {
  const lead = assignment('vn-hp.so-giao-thong-van-tai', 'Sở Giao thông vận tải', 'lead', 'Mở đường', { deadline: by('2025'), label: 'Nhiệm vụ 7', line: 40 });
  const tasks = [
    lead,
    { ...lead, id: 'other', role: 'coordinate' as const, deadline: null },
    assignment(null, 'các sở, ban, ngành', 'execute', 'Thực hiện', { agency: { collective: true } }),
  ];

  it('folds one block an agency, those with most to do first, with what became of it', () => {
    const documents = [documentWith('a', { assignments: tasks })];
    const { named, textOf, text } = parse(agenciesSection(tasksOf(documents), 3));
    const blocks = named('details').filter(({ attribs }) => attribs['data-find'] === 'agency');
    expect(blocks.map(({ attribs }) => 'open' in attribs)).toEqual([false, false]);
    expect(named('summary').map(textOf)[0]).toMatch(/Sở Giao thông vận tải thành phố Hải Phòng.*Chủ trì/);
    expect(text).toContain('Existed until 02/2025');
    // The last of the line: Sở Xây dựng (2025) of the city as it is after the merger.
    expect(text).toMatch(/Followed by:\s+Sở Xây dựng thành phố Hải Phòng/);
    expect(text).toMatch(/Nhiệm vụ 7 Mở đường[\s\S]*Giao Sở Giao thông vận tải Mở đường[\s\S]*a\.txt:40/);
  });

  it('has a bound and says what it leaves out', () => {
    const documents = Array.from({ length: 200 }, (_, at) => documentWith(`d${at}`, { assignments: [lead, assignment(null, `Công ty ${at}`, 'execute', 'x'.repeat(5000))] }));
    const overview = tasksOf(documents);
    const page = [...agenciesSection(overview, 400)].join('');
    expect(page.length).toBeLessThan(400_000);
    expect(page).toContain('The 150 agencies with most to do are shown; the other 51');
    expect(overview.list()[0]).toMatchObject({ hidden: 170 });
    expect(overview.list()[0]?.tasks).toHaveLength(30);
  });
});
