import { join } from 'node:path';
import type { PublishedDocument } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { formatJson } from '../json.ts';
import type { AgencyRegister } from '../registers/agency-register.ts';
import type { IndicatorRegister } from '../registers/indicator-register.ts';
import { StreamedFile, writeIfChanged } from '../write.ts';
import { AGENCIES_TABLE } from './agencies-table.ts';
import { ASSIGNMENTS_TABLE } from './assignments-table.ts';
import { CITATIONS_TABLE } from './citations-table.ts';
import { csvLine } from './csv.ts';
import { csvName, dataPackage, type WrittenTable } from './datapackage.ts';
import { DOCUMENTS_TABLE } from './documents-table.ts';
import { FINDINGS_TABLE } from './findings-table.ts';
import { INDICATORS_TABLE } from './indicators-table.ts';
import { cellsOf, type Table, type TableShape } from './table.ts';
import { TARGETS_TABLE } from './targets-table.ts';

/** Every table, in the order of the package. */
export const TABLES = [DOCUMENTS_TABLE, CITATIONS_TABLE, TARGETS_TABLE, ASSIGNMENTS_TABLE, AGENCIES_TABLE, INDICATORS_TABLE, FINDINGS_TABLE] as const;

/** What lies in `tables/`. */
export const TABLE_FILES: readonly string[] = [...TABLES.map(({ name }) => csvName(name)), 'datapackage.json'];

/** Writes the tables document by document: nothing of a document is kept but what the registers count. */
export class TablesWriter {
  readonly #folder: string;
  readonly #agencies: AgencyRegister;
  readonly #indicators: IndicatorRegister;
  readonly #files = new Map<string, StreamedFile>();

  constructor(folder: string, agencies: AgencyRegister, indicators: IndicatorRegister) {
    this.#folder = folder;
    this.#agencies = agencies;
    this.#indicators = indicators;
  }

  async document(document: PublishedDocument): Promise<void> {
    this.#agencies.add(document);
    this.#indicators.add(document);
    await this.#rows(DOCUMENTS_TABLE, [document]);
    await this.#rows(
      CITATIONS_TABLE,
      document.citations.map((fact) => ({ document, fact })),
    );
    await this.#rows(
      TARGETS_TABLE,
      document.targets.map((fact) => ({ document, fact })),
    );
    await this.#rows(
      ASSIGNMENTS_TABLE,
      document.assignments.map((fact) => ({ document, fact })),
    );
  }

  /** Writes the tables of the whole corpus and the description of all. Returns how many files have changed. */
  async finish(findings: Iterable<Finding>, version: string): Promise<number> {
    const agencies = this.#agencies.list();
    const byKey = new Map(agencies.map((entry) => [entry.key, entry]));
    await this.#rows(
      AGENCIES_TABLE,
      agencies.map((entry) => ({ entry, successors: (entry.known?.successors ?? []).flatMap((key) => byKey.get(key) ?? []) })),
    );
    await this.#rows(INDICATORS_TABLE, this.#indicators.list());
    for (const finding of findings) await this.#rows(FINDINGS_TABLE, [finding]);
    let written = 0;
    const described: WrittenTable[] = [];
    for (const table of TABLES) {
      const file = await (await this.#file(table)).commit();
      described.push({ table, file });
      if (file.written) written++;
    }
    if (writeIfChanged(join(this.#folder, 'datapackage.json'), formatJson(dataPackage(version, described)))) written++;
    return written;
  }

  /** Leaves no temporary file behind. */
  discard(): void {
    for (const file of this.#files.values()) file.discard();
  }

  async #rows<Row>(table: Table<Row>, rows: readonly Row[]): Promise<void> {
    const file = await this.#file(table);
    if (rows.length > 0) await file.write(rows.map((row) => csvLine(cellsOf(table, row))).join(''));
  }

  async #file({ name, columns }: TableShape): Promise<StreamedFile> {
    let file = this.#files.get(name);
    if (!file) {
      file = new StreamedFile(join(this.#folder, csvName(name)));
      this.#files.set(name, file);
      await file.write(csvLine(columns.map((column) => column.name)));
    }
    return file;
  }
}
