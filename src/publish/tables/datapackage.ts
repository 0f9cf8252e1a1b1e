import type { StreamedResult } from '../write.ts';
import { packageWords, type TableName, type TableShape, wordsOf } from './table.ts';

/** What a table's description needs besides its columns. */
export interface WrittenTable {
  table: TableShape;
  file: Pick<StreamedResult, 'bytes' | 'sha256'>;
}

/**
 * The Frictionless description of the tables: a Data Package v1 of the profile `tabular-data-package`. Titles and descriptions
 * are English, as the standard has one language; the Vietnamese stand beside them as `title_vi` and `description_vi`. No clock.
 */
export function dataPackage(version: string, tables: readonly WrittenTable[]): object {
  const { title, about } = packageWords;
  return {
    profile: 'tabular-data-package',
    name: 'trichluc',
    title: title.en,
    title_vi: title.vi,
    description: about.en,
    description_vi: about.vi,
    version,
    resources: tables.map(resource),
  };
}

function resource({ table, file }: WrittenTable): object {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: csvName(table.name),
    ...described(table.name),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, skipInitialSpace: false, header: true },
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    schema: {
      fields: table.columns.map(({ name, type, constraints }) => ({
        name,
        type,
        ...described(table.name, name),
        ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
      })),
      missingValues: [''],
      primaryKey: table.primaryKey,
      ...(table.foreignKeys.length > 0
        ? { foreignKeys: table.foreignKeys.map(({ fields, table: resource, reference }) => ({ fields, reference: { resource, fields: reference } })) }
        : {}),
    },
  };
}

function described(table: TableName, column?: string): Record<string, string> {
  const { title, about } = wordsOf(table, column);
  return { title: title.en, title_vi: title.vi, ...(about ? { description: about.en, description_vi: about.vi } : {}) };
}

/** The file of a table. */
export function csvName(table: TableName): string {
  return `${table}.csv`;
}
