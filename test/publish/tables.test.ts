import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownAgencies } from '../../src/grammar/succession.ts';
import type { PublishedDocument } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { AgencyRegister } from '../../src/publish/registers/agency-register.ts';
import { IndicatorRegister } from '../../src/publish/registers/indicator-register.ts';
import { csvLine } from '../../src/publish/tables/csv.ts';
import { TABLE_FILES, TABLES, TablesWriter } from '../../src/publish/tables/tables-writer.ts';
import { knowledge } from '../default-knowledge.ts';
import { newFolder } from '../folders.ts';
import { AN_LAO, assignment, by, documentWith, during, HAI_PHONG, target } from './facts-sample.ts';
import { seedDocuments } from './report/sample.ts';

const PROFILE = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'frictionless', 'tabular-data-package.json'), 'utf8')) as object;

interface Field {
  name: string;
  type: string;
  title: string;
  title_vi: string;
  constraints?: { required?: boolean; unique?: boolean; enum?: string[]; pattern?: string; minimum?: number; maximum?: number };
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  schema: { fields: Field[]; primaryKey: string[]; foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[] };
}
type Row = Record<string, string>;

const folder = newFolder();
let folders = 0;

async function write(documents: readonly PublishedDocument[], findings: readonly Finding[] = [], into = join(folder, String(folders++))) {
  const writer = new TablesWriter(into, new AgencyRegister(knownAgencies(knowledge)), new IndicatorRegister(knowledge));
  for (const document of documents) await writer.document(document);
  const written = await writer.finish(findings, '1.2.3');
  return { into, written };
}

const rowsOf = (into: string, table: string): Row[] => parse(readFileSync(join(into, `${table}.csv`)), { columns: true, record_delimiter: '\r\n' }) as Row[];
const packageOf = (into: string) => JSON.parse(readFileSync(join(into, 'datapackage.json'), 'utf8')) as { resources: Resource[]; title_vi: string };

const evidence = (quote: string) => ({ start: 3, end: 3 + quote.length, quote, lines: [7, 9] as [number, number] });
const issuer = { id: 'vn-hp.so-giao-thong-van-tai', name: 'Sở Giao thông vận tải thành phố Hải Phòng', territory: HAI_PHONG, evidence: null, derived: true };
const finding: Finding = {
  id: 'f',
  rule: 'citation.date-conflict',
  level: 'error',
  subject: '06-NQ/TW',
  message: { vi: 'hai ngày', en: 'two dates' },
  documents: ['a', 'b'],
  sides: [
    { document: 'a', label: 'A', file: 'a.txt', value: '2022-01-24', evidence: evidence('x') },
    { document: 'b', label: 'B', file: 'b.txt', value: '2022-10-24', evidence: evidence('y') },
  ],
  cause: null,
  suppressed: null,
  outdated: null,
  joined: [],
  verdict: { value: '2022-01-24', confidence: 'certain', decidedBy: ['cited-earlier'], reason: { vi: 'vì', en: 'because' }, candidates: [] },
};

/** Two documents that use every column, with words that are hard on a CSV. */
function corpus(): PublishedDocument[] {
  const first = documentWith('a', {
    identity: {
      ...documentWith('').identity,
      system: 'state',
      number: {
        value: '08/KH-UBND',
        raw: '08/KH-UBND',
        serial: 8,
        separator: '/',
        notation: 'KH-UBND',
        year: null,
        typeCode: 'KH',
        bodyCode: 'UBND',
        legislature: null,
        system: 'state',
        evidence: null,
        derived: false,
      },
      issuedOn: { value: '2024-01', precision: 'month', notBefore: null, evidence: null, derived: false },
      issuer,
      title: { value: 'về “quy hoạch”,\n"xây dựng"', evidence: evidence('về') },
    },
    targets: [
      target('urbanisation', 'Tỷ lệ đô thị hóa', 2025, {
        area: HAI_PHONG,
        comparator: 'range',
        low: 74,
        high: 76.5,
        responsible: [issuer, { id: null, name: 'Cục Thống kê' }],
        flags: ['arrow', 'base-year'],
      }),
      target(null, 'Số khu bến\tthử', 2030, { low: 5, unit: 'km', comparator: 'change', change: { direction: 'increase', base: 2020, per: 'year' } }),
      target(null, 'SỐ KHU BẾN thử', null, {
        comparator: 'status',
        low: null,
        unit: null,
        canonical: null,
        state: 'đô thị loại II',
        area: AN_LAO,
        raw: '=1+1',
        evidence: evidence('=HYPERLINK("http://x")'),
      }),
    ],
    assignments: [
      assignment('vn-hp.so-giao-thong-van-tai', 'Sở Giao thông vận tải', 'lead', '- Lập đề án', {
        deadline: by('2025'),
        label: 'Nhiệm vụ 7',
        evidence: evidence('+ Sở “A”, dòng\nhai'),
      }),
      assignment(null, 'các sở, ban, ngành', 'coordinate', '@phối hợp', {
        deadline: during('2023', '2030-06'),
        agency: { collective: true, territory: HAI_PHONG, qualifier: 'có liên quan' },
      }),
    ],
  });
  return [first, documentWith('b', { targets: [target('urbanisation', 'Tỷ lệ đô thị hóa', 2025, { low: 40, area: AN_LAO })] })];
}

/** What the description of a table says that its rows do not keep; empty where they keep all of it. */
function violations({ resources }: { resources: Resource[] }, into: string): string[] {
  const found: string[] = [];
  const tables = new Map(resources.map((resource) => [resource.name, rowsOf(into, resource.name)]));
  const keyOf = (row: Row, fields: readonly string[]) => JSON.stringify(fields.map((field) => row[field]));
  for (const { name, schema } of resources) {
    const rows = tables.get(name) as Row[];
    for (const row of rows) {
      for (const { name: field, type, constraints = {} } of schema.fields) {
        const cell = row[field] as string;
        const wrong = (what: string) => found.push(`${name}.${field}: ${JSON.stringify(cell)} ${what}`);
        if (cell === '') {
          if (constraints.required) wrong('is required');
          continue;
        }
        const number = Number(cell);
        if (type === 'integer' && !/^-?\d+$/.test(cell)) wrong('is no integer');
        if (type === 'number' && !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell)) wrong('is no number');
        if (type === 'boolean' && cell !== 'true' && cell !== 'false') wrong('is no boolean');
        if (constraints.enum && !constraints.enum.includes(cell)) wrong('is not in the list');
        if (constraints.pattern && !new RegExp(`^(?:${constraints.pattern})$`).test(cell)) wrong('does not fit the pattern');
        if (constraints.minimum !== undefined && number < constraints.minimum) wrong('is too small');
        if (constraints.maximum !== undefined && number > constraints.maximum) wrong('is too large');
      }
    }
    for (const unique of [schema.primaryKey, ...schema.fields.filter(({ constraints }) => constraints?.unique).map((field) => [field.name])]) {
      const keys = rows.map((row) => keyOf(row, unique));
      if (new Set(keys).size < keys.length) found.push(`${name}: ${unique.join('+')} is not unique`);
    }
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const there = new Set((tables.get(reference.resource || name) as Row[]).map((row) => keyOf(row, reference.fields)));
      for (const row of rows) if (fields.every((field) => row[field] !== '') && !there.has(keyOf(row, fields))) found.push(`${name}: ${keyOf(row, fields)} leads nowhere`);
    }
  }
  return found;
}

describe('a line of CSV', () => {
  it('gives every text back exactly, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), (cells) => {
        expect(parse(csvLine(cells), { record_delimiter: '\r\n', relax_column_count: true, skip_empty_lines: false })).toEqual([cells]);
      }),
    );
  });

  it.each([
    [['a', 1.5, true, null], 'a,1.5,true,\r\n'],
    [['một, hai', 'nói "ba"', 'bốn\nnăm'], '"một, hai","nói ""ba""","bốn\nnăm"\r\n'],
    // Nothing is put before what a spreadsheet takes for a formula: a quote is what the document says.
    [['=1+1', '- Sở Xây dựng', '+5%', '@x'], '=1+1,- Sở Xây dựng,+5%,@x\r\n'],
  ])('of %j is %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});

describe('the description of the tables', () => {
  it('keeps the profile of a tabular data package', async () => {
    const { into } = await write(corpus(), [finding]);
    const { $schema: _draft4, ...profile } = PROFILE as { $schema: string };
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(profile);
    expect(validate(packageOf(into)), JSON.stringify(validate.errors)).toBe(true);
    // The profile is not so lax that it lets anything pass.
    expect(validate({ ...packageOf(into), resources: [] })).toBe(false);
    expect(validate({ ...packageOf(into), profile: 'data-package' })).toBe(false);
  });

  it('is true of the rows: types, constraints, keys and references', async () => {
    const { into } = await write(corpus(), [finding]);
    expect(violations(packageOf(into), into)).toEqual([]);
    expect(packageOf(into).resources.map(({ name }) => [name, rowsOf(into, name).length > 0])).toEqual(TABLES.map(({ name }) => [name, name !== 'citations']));
  });

  it('is true of the seeds', async () => {
    const documents = seedDocuments().map(({ document }) => document);
    const { into } = await write(documents);
    expect(violations(packageOf(into), into)).toEqual([]);
    for (const { name } of TABLES) if (name !== 'findings') expect(rowsOf(into, name).length, name).toBeGreaterThan(0);
    // Every quote stands in the table as in the text: nothing was trimmed or escaped.
    const texts = new Map(documents.map((document) => [document.id, document]));
    for (const row of rowsOf(into, 'assignments')) expect(texts.get(row.document as string)?.assignments.some(({ evidence }) => evidence.quote === row.quote)).toBe(true);
  });

  it('would be found untrue: a number that is none, a key twice, a reference that leads nowhere', async () => {
    const { into } = await write(corpus());
    const description = packageOf(into);
    const targets = description.resources.find(({ name }) => name === 'targets') as Resource;
    for (const field of targets.schema.fields) if (field.name === 'raw') field.type = 'number';
    targets.schema.primaryKey = ['document'];
    targets.schema.foreignKeys = [{ fields: ['file'], reference: { resource: 'documents', fields: ['id'] } }];
    expect(violations(description, into)).toEqual(
      expect.arrayContaining([expect.stringMatching(/raw.*no number/), 'targets: document is not unique', 'targets: ["b.txt"] leads nowhere']),
    );
  });

  it('names every file with its size and hash, and every column in both languages', async () => {
    const { into } = await write(corpus());
    for (const { path, bytes, hash, schema } of packageOf(into).resources) {
      const content = readFileSync(join(into, path));
      expect({ bytes, hash }).toEqual({ bytes: content.length, hash: `sha256:${createHash('sha256').update(content).digest('hex')}` });
      expect(content.toString('utf8').split('\r\n')[0]?.split(',')).toEqual(schema.fields.map(({ name }) => name));
      for (const { title, title_vi } of schema.fields) expect([title, title_vi].every(Boolean)).toBe(true);
    }
  });
});

describe('the rows', () => {
  it('say what a target is, with its words and where they stand', async () => {
    const { into } = await write(corpus());
    const [first, second, third] = rowsOf(into, 'targets') as [Row, Row, Row];
    expect(first).toMatchObject({
      document: 'a',
      number: '08/KH-UBND',
      issued_on: '2024-01',
      indicator_id: 'urbanisation',
      area_id: 'vn-hp',
      year_from: '',
      year_to: '2025',
      comparator: 'range',
      low: '74',
      high: '76.5',
      unit: '%',
      approximate: 'false',
      responsible_ids: 'vn-hp.so-giao-thong-van-tai',
      responsible: 'Sở Giao thông vận tải thành phố Hải Phòng; Cục Thống kê',
      flags: 'arrow; base-year',
      file: 'a.txt',
      line_from: '10',
    });
    expect(second).toMatchObject({ indicator_id: '', indicator_key: '~số khu bến thử', change_direction: 'increase', change_base: '2020', change_per: 'year' });
    expect(third).toMatchObject({ state: 'đô thị loại II', low: '', canonical_low: '', quote: '=HYPERLINK("http://x")', line_from: '7', line_to: '9', start: '3' });
  });

  it('say who does what by when; a collective has a key of its own and no id', async () => {
    const { into } = await write(corpus());
    const [first, second] = rowsOf(into, 'assignments') as [Row, Row];
    expect(first).toMatchObject({
      task_label: 'Nhiệm vụ 7',
      task: '- Lập đề án',
      agency_id: 'vn-hp.so-giao-thong-van-tai',
      role: 'lead',
      deadline_to: '2025',
      quote: '+ Sở “A”, dòng\nhai',
    });
    expect(second).toMatchObject({
      agency_key: '~các sở, ban, ngành@vn-hp',
      agency_id: '',
      collective: 'true',
      qualifier: 'có liên quan',
      deadline_from: '2023',
      deadline_to: '2030-06',
      deadline_kind: 'period',
    });
  });

  it('follow an agency through the reorganizations of body and territory', async () => {
    const { into } = await write(corpus());
    const agencies = new Map(rowsOf(into, 'agencies').map((row) => [row.key, row]));
    expect(agencies.get('vn-hp.so-giao-thong-van-tai')).toMatchObject({
      documents: '1',
      issued: '1',
      assignments: '1',
      lead: '1',
      targets: '1',
      valid_to: '2025-02',
      successor_keys: 'vn-hp.so-xay-dung-2025',
    });
    expect(agencies.get('vn-hp.so-xay-dung-2025')).toMatchObject({ documents: '0', valid_to: '2025-06-30', successor_keys: 'vn-hp-2025.so-xay-dung-2025' });
    expect(agencies.get('vn-hp-2025.so-xay-dung-2025')).toMatchObject({ full_name: 'Sở Xây dựng thành phố Hải Phòng', valid_from: '2025-07-01', valid_to: '', successors: '' });
    expect(agencies.get('~cục thống kê')).toMatchObject({ id: '', name: 'Cục Thống kê', targets: '1' });
  });

  it('count indicators over documents and areas, spellings of one as one', async () => {
    const { into } = await write(corpus());
    expect(rowsOf(into, 'indicators').map(({ key, targets, documents, areas, linked }) => ({ key, targets, documents, areas, linked }))).toEqual([
      { key: 'urbanisation', targets: '2', documents: '2', areas: '2', linked: 'true' },
      { key: '~số khu bến thử', targets: '2', documents: '1', areas: '2', linked: 'false' },
    ]);
  });

  it('list findings with all their values and the likely one', async () => {
    const { into } = await write([], [finding]);
    expect(rowsOf(into, 'findings')).toEqual([
      expect.objectContaining({ id: 'f', documents: 'a; b', values: '2022-01-24; 2022-10-24', likely_value: '2022-01-24', confidence: 'certain', places: '2' }),
    ]);
  });
});

describe('an agency', () => {
  const known = knownAgencies(knowledge);
  it.each([
    // The body ends before the territory.
    ['vn-hp.so-giao-thong-van-tai', ['vn-hp.so-xay-dung-2025']],
    // Only the territory ends.
    ['vn-hp.so-y-te', ['vn-hp-2025.so-y-te']],
    // A Tỉnh ủy becomes a Thành ủy where the province merges into a city.
    ['vn-vt.tinh-uy', ['vn-hcm-2025.thanh-uy']],
    // Districts have no successor of their level.
    ['vn-hp-an-lao.ubnd-huyen', []],
    ['vn-hp-2025.so-y-te', []],
  ])('%s is followed by %j', (id, successors) => {
    expect(known(id)?.successors).toEqual(successors);
  });

  it.each(['so-khong-co', 'vn-xx.so-y-te', '', '.', 'vn-hp.'])('%j is not in the registry', (id) => {
    expect(known(id)).toBeNull();
  });
});

describe('writing', () => {
  it('leaves unchanged files alone, and writes only what has changed', async () => {
    const { into, written } = await write(corpus(), [finding]);
    expect(written).toBe(TABLE_FILES.length);
    const inodes = () => Object.fromEntries(readdirSync(into).map((name) => [name, statSync(join(into, name)).ino]));
    const before = inodes();
    expect((await write(corpus(), [finding], into)).written).toBe(0);
    expect(inodes()).toEqual(before);
    // The findings, and the description that carries their hash.
    expect((await write(corpus(), [], into)).written).toBe(2);
    expect(readdirSync(into).sort()).toEqual([...TABLE_FILES].sort());
  });

  it('leaves nothing behind when it is given up', async () => {
    const into = join(folder, 'given-up');
    const writer = new TablesWriter(into, new AgencyRegister(() => null), new IndicatorRegister(knowledge));
    await writer.document(documentWith('a'));
    writer.discard();
    expect(existsSync(into) ? readdirSync(into) : []).toEqual([]);
  });
});
