import { slug } from '../../text/fold.ts';
import type { IndicatorEntry } from '../registers/indicator-register.ts';
import { csvLine } from './csv.ts';
import { flag, list, type Table, text, whole } from './table.ts';

/** `indicators.csv`: every indicator that appears, linked or not; for the others what it takes to link them. */
export const INDICATORS_TABLE: Table<IndicatorEntry> = {
  name: 'indicators',
  columns: [
    text('key', ({ key }) => key, { required: true, unique: true }),
    text('id', ({ id }) => id),
    flag('linked', ({ id }) => id !== null),
    text('name', ({ name }) => name, { required: true }),
    text('name_en', ({ known }) => known?.name_en || null),
    text('dimension', ({ dimension }) => dimension),
    text('unit', ({ unit }) => unit),
    text('denominator', ({ known }) => known?.denominator || null),
    text('polarity', ({ known }) => known?.polarity || null),
    whole('targets', ({ targets }) => targets, { required: true, minimum: 1 }),
    whole('documents', ({ documents }) => documents, { required: true, minimum: 1 }),
    whole('areas', ({ areas }) => areas, { required: true, minimum: 1 }),
    list('candidates', ({ candidates }) => candidates.map(({ id, alias, score }) => `${id} (${alias}) ${score}`)),
    text('row_to_paste', (entry) => (entry.id === null ? rowToPaste(entry) : null)),
  ],
  primaryKey: ['key'],
  foreignKeys: [],
};

const LONGEST_ID = 48;

/**
 * A row for `indicators.csv` of the knowledge, in the order of its columns (id, name, name_en, dimension, unit, denominator,
 * polarity, sector, aliases, source). What only an archivist can say is left empty.
 */
function rowToPaste({ name, unit, dimension, first }: IndicatorEntry): string {
  return csvLine([shortId(name), name, null, dimension ?? 'count', unit, null, null, null, null, `${first.document} (${first.file}:${first.line})`]).trimEnd();
}

/** An id made of the first words of a name. */
function shortId(name: string): string {
  const id = slug(name);
  return id.length <= LONGEST_ID ? id || 'indicator' : id.slice(0, id.lastIndexOf('-', LONGEST_ID));
}
