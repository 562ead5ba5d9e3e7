import { join as joinPath } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { join, name, sql } from '../sql/sql.ts';
import { consentingCustomerSql, permittedSql } from './consent.sql.ts';
import type { ExportedFile, ExportOptions } from './segments.ts';

/** What a Parquet export may be told. */
export interface ParquetOptions extends ExportOptions {
  /** Key-value metadata that the file carries: the as-of day, the run, the currency. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What a Parquet file tells of the run that made it. */
export const parquetMetadata = (made: {
  readonly asOf: string;
  readonly currency: string;
  readonly run: string;
  readonly versions: Readonly<Record<string, string>>;
}): Record<string, string> => ({
  as_of: made.asOf,
  currency: made.currency,
  run: made.run,
  bezero: made.versions['bezero'] ?? '',
});

/**
 * Writes `customers.parquet` below `folder`: every column of `marts.customer` with its own type, rows by `customer_id`. Addresses are
 * handed out by consent, as in the segment files, with the `may_…` columns that decided it; `sms` stands beside `phone`.
 */
export async function exportParquet(
  engine: Engine,
  folder: string,
  { suppressions, metadata = {} }: ParquetOptions = {},
): Promise<ExportedFile[]> {
  const person = consentingCustomerSql(suppressions);
  const known = (await engine.check(person)).map((column) => column.name);
  const columns = known.flatMap((column) => (column === 'phone' ? ['phone', 'sms'] : [column]));
  const cells = columns.map((column) => sql`${permittedSql(column)} as ${name(column)}`);
  const file = 'customers.parquet';
  const { rows } = await engine.unload(
    sql`with person as (${person}) select ${join(cells)} from person order by person.customer_id`,
    joinPath(folder, file),
    'parquet',
    metadata,
  );
  return [{ file, rows }];
}
