import { mkdir, open } from 'node:fs/promises';
import { dirname, join as joinPath } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { relationName, relationsOf, type Relation } from '../sql/relation.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';
import { consentingCustomerSql, permittedSql } from './consent.sql.ts';
import type { ExportedFile } from './segments.ts';

/** What keeps the types of the tables. */
export type ColumnarFormat = 'parquet' | 'arrow';

/** What an export of marts may be told. */
export interface MartOptions {
  readonly format: ColumnarFormat;
  /** Names without their schema: `customer`, `segment_size`. */
  readonly marts: readonly string[];
  /** A relation of `customer_id`, `channel` (`people.suppression`): whom a channel must not reach, whatever they opted into. */
  readonly suppressions?: string;
  /** Key-value metadata that each file carries: the as-of day, the run, the currency. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What a file tells of the run that made it. */
export const fileMetadata = (made: {
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

/** `customers.parquet`, `marts/segment_size.arrow` */
const fileOf = (mart: string, format: ColumnarFormat): string =>
  mart === 'customer' ? `customers.${format}` : `marts/${mart}.${format}`;

/** Addresses by consent, as in the segment files, with the `may_…` columns that decided it; `sms` stands beside `phone`. */
async function customerSql(engine: Engine, suppressions: string | undefined): Promise<Sql> {
  const person = consentingCustomerSql(suppressions);
  const known = (await engine.check(person)).map((column) => column.name);
  const columns = known.flatMap((column) => (column === 'phone' ? ['phone', 'sms'] : [column]));
  const cells = columns.map((column) => sql`${permittedSql(column)} as ${name(column)}`);
  return sql`with person as (${person}) select ${join(cells)} from person order by person.customer_id`;
}

/** All rows, in the order of the grain. */
function martSql({ id, grain }: Relation): Sql {
  const order = join(grain.map((column) => sql`${name(column)} nulls last`));
  return sql`select * from ${relationName(id)} as mart${grain.length === 0 ? sql`` : sql` order by ${order}`}`;
}

async function writeArrowFile(
  engine: Engine,
  query: Sql,
  path: string,
  metadata: Readonly<Record<string, string>>,
): Promise<{ rows: number }> {
  // Heavy to load, and few runs need it.
  const { writeArrow } = await import('./arrow.ts');
  const file = await open(path, 'w');
  try {
    const send = async (bytes: Uint8Array): Promise<void> => {
      await file.writeFile(bytes);
    };
    return await writeArrow(engine, query, await engine.check(query), 'file', send, metadata);
  } finally {
    await file.close();
  }
}

/** Writes marts with every column of its own type, one file each, below `folder`: `customers.parquet`, `marts/segment_size.parquet`. */
export async function exportMarts(
  engine: Engine,
  folder: string,
  { format, marts, suppressions, metadata = {} }: MartOptions,
): Promise<ExportedFile[]> {
  const relations = relationsOf('marts').filter(({ id }) => marts.includes(id.slice('marts.'.length)));
  const written: ExportedFile[] = [];
  for (const relation of relations) {
    const mart = relation.id.slice('marts.'.length);
    const file = fileOf(mart, format);
    const path = joinPath(folder, file);
    await mkdir(dirname(path), { recursive: true });
    const query = mart === 'customer' ? await customerSql(engine, suppressions) : martSql(relation);
    const { rows } =
      format === 'parquet'
        ? await engine.unload(query, path, 'parquet', metadata)
        : await writeArrowFile(engine, query, path, metadata);
    written.push({ file, rows });
  }
  return written;
}
