import { parquetFiles } from '../sql/files.ts';
import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { sqlTypes } from './convert.sql.ts';
import type { LoadRecord } from './load-record.ts';
import { canonicalTables, type CanonicalColumn, type TableName } from './tables.ts';

/** The columns that tell a row from another: everything but its key and where it came from. */
export const contentOf = (table: TableName): string[] => [
  ...Object.keys(canonicalTables[table].columns),
  ...(table === 'customers' ? ['attributes'] : []),
];

/** A load as far as its rows go. */
export type LoadRows = Pick<LoadRecord, 'loadId' | 'columns'>;

/** The accepted records of files of one shape; what they do not have is null. */
export function recordsOf(table: TableName, columns: readonly string[], files: readonly string[]): Sql {
  const canonical: Readonly<Record<string, CanonicalColumn>> = canonicalTables[table].columns;
  const selected = [...contentOf(table), 'version'].map((column) => {
    if (columns.includes(column)) return name(column);
    const type = column === 'version' ? 'timestamp' : sqlTypes[canonical[column]?.type ?? 'text'];
    return sql`cast(null as ${raw(type)}) as ${name(column)}`;
  });
  if (files.length === 0) {
    return sql`select ${join(selected)}, cast(null as varchar) as source, cast(null as varchar) as load_id, cast(null as bigint) as row_number where false`;
  }
  return sql`select ${join(selected)}, source, load_id, file_row_number + 1 as row_number
    from ${parquetFiles(files, true)} where fault is null`;
}

/** The records of a table that could be read. Paths are relative to the store. */
export function acceptedSql(table: TableName, loads: readonly LoadRows[]): Sql {
  const shapes = new Map<string, LoadRows[]>();
  for (const load of loads) {
    const shape = load.columns.join(',');
    shapes.set(shape, [...(shapes.get(shape) ?? []), load]);
  }
  if (shapes.size === 0) return recordsOf(table, [], []);
  return join(
    [...shapes.values()].map((alike) =>
      recordsOf(
        table,
        alike[0]!.columns,
        alike.map(({ loadId }) => `loads/${loadId}/${table}.parquet`),
      ),
    ),
    ' union all ',
  );
}

/** Accepted records that no exception takes out so far. */
export const currentSql = (table: TableName, loads: readonly LoadRows[]): Sql => sql`select accepted.*
  from (${acceptedSql(table, loads)}) as accepted
  anti join (select load_id, row_number from raw.exceptions where table_name = ${literal(table)} and outcome <> 'anonymous') as exceptions
    on accepted.load_id = exceptions.load_id and accepted.row_number = exceptions.row_number`;

/** Records read twice in one query are read from the files twice: keeping 10 million of them took 2 GB and as long again. */
export const acceptedAs = (query: Sql): Sql => sql`accepted as not materialized (${query})`;
