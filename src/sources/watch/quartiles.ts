import type { Engine } from '../../engine/engine.ts';
import { parquetFiles } from '../../sql/files.ts';
import { join, name, raw, sql } from '../../sql/sql.ts';
import { canonicalTables, type CanonicalColumn, type TableName } from '../tables.ts';

/** First quartile, median and third quartile of what is not zero, without signs. */
export type Quartiles = readonly [number, number, number];

/** Values below which quartiles tell nothing, nor should: they would be those of single people. */
const fewest = 20;

/** Records that are looked at, evenly over the file. */
const most = 100_000;

/** Columns that have a unit: amounts and quantities. */
function measured(table: TableName, columns: readonly string[]): string[] {
  const canonical: Readonly<Record<string, CanonicalColumn>> = canonicalTables[table].columns;
  return columns.filter((column) => ['money', 'quantity'].includes(canonical[column]?.type ?? ''));
}

/**
 * The quartiles of the amounts and quantities of a load, by column, as values that are there (Hyndman & Fan 1996, type 1).
 *
 * @param rows its Parquet file
 * @param records how many it has
 */
export async function readQuartiles(
  engine: Engine,
  table: TableName,
  columns: readonly string[],
  rows: string,
  records: number,
): Promise<Readonly<Record<string, Quartiles>>> {
  const looked = measured(table, columns);
  if (looked.length === 0 || records < fewest) return {};
  const step = raw(String(Math.ceil(records / most)));
  const id = (kind: 'n' | 'q', i: number, part = '') => raw(`${kind}${i}${part}`);
  const [found] = await engine.rows(
    sql`select ${join(looked.flatMap((_, i) => [id('n', i), ...[1, 2, 3].map((part) => sql`cast(${id('q', i)}[${raw(String(part))}] as double) as ${id('q', i, `_${part}`)}`)]))}
      from (select ${join(
        looked.flatMap((column, i) => {
          const value = sql`case when ${name(column)} <> 0 then abs(${name(column)}) end`;
          return [
            sql`count(${value}) as ${id('n', i)}`,
            sql`quantile_disc(${value}, [0.25, 0.5, 0.75]) as ${id('q', i)}`,
          ];
        }),
      )} from ${parquetFiles([rows], true)} where fault is null and file_row_number % ${step} = 0) as quartiles`,
    Object.fromEntries(
      looked.flatMap((_, i) =>
        [`n${i}`, ...[1, 2, 3].map((part) => `q${i}_${part}`)].map((key) => [key, 'number?' as const]),
      ),
    ),
    1,
  );
  return Object.fromEntries(
    looked.flatMap((column, i) =>
      found![`n${i}`]! < fewest
        ? []
        : [[column, [1, 2, 3].map((part) => found![`q${i}_${part}`]!) as unknown as Quartiles]],
    ),
  );
}
