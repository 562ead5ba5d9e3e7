import { join as joinPath } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { join, name, sql } from '../sql/sql.ts';
import { consentingCustomerSql, permittedSql } from './consent.sql.ts';
import type { ExportedFile, ExportOptions } from './segments.ts';

/**
 * Writes `customers.parquet` below `folder`: every column of `marts.customer` with its own type, rows by `customer_id`. Addresses are
 * handed out by consent, as in the segment files, with the `may_…` columns that decided it.
 */
export async function exportParquet(
  engine: Engine,
  folder: string,
  options: ExportOptions = {},
): Promise<ExportedFile[]> {
  const person = consentingCustomerSql(options.suppressions);
  const columns = await engine.check(person);
  const cells = columns.map((column) => sql`${permittedSql(column.name)} as ${name(column.name)}`);
  const file = 'customers.parquet';
  const { rows } = await engine.unload(
    sql`with person as (${person}) select ${join(cells)} from person order by person.customer_id`,
    joinPath(folder, file),
    'parquet',
  );
  return [{ file, rows }];
}
