import type { Engine } from '../engine/engine.ts';
import { join, literal, name, sql } from '../sql/sql.ts';
import { sampleTables, type SampleTable } from './tables.ts';

/** Turns a CSV of the sample into Parquet with exact types, row by row in the same order; empty fields become nulls. */
export async function convertToParquet(
  engine: Engine,
  table: SampleTable,
  csv: string,
  parquet: string,
): Promise<void> {
  const columns = join(
    Object.entries(sampleTables[table]).map(([column, type]) => sql`${name(column)}: ${literal(type)}`),
  );
  const records = sql`read_csv(${literal(csv)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    nullstr = '', timestampformat = '%Y-%m-%dT%H:%M:%S', columns = {${columns}})`;
  await engine.unload(sql`select * from ${records}`, parquet, 'parquet');
}
