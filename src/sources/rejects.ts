import type { Engine } from '../engine/engine.ts';
import { parquetFiles } from '../sql/files.ts';
import { join as list, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import type { PlacedLoad } from './load-record.ts';
import { linesSql, rowPositionsSql } from './positions.sql.ts';

const storedIn = ({ loadId }: PlacedLoad, file: string): string => `loads/${loadId}/${file}.parquet`;

/** Rejected while reading. */
const readRejects = (load: PlacedLoad): Sql => sql`select line, record, column_name, reason, value, record_text
  from ${parquetFiles([storedIn(load, 'rejects')])}`;

/** Rejected for what the record means beside others; its text is what was read of it, as JSON. */
function meaningRejects(load: PlacedLoad): Sql {
  const positions = { refused: storedIn(load, 'refused'), shifts: storedIn(load, 'shifts'), skip: load.skip };
  const fields = load.columns.map((column) => sql`${literal(column)}, ${name(column)}`);
  const rows = sql`select rows.row_number, exceptions.reason, rows.record_text
    from (select file_row_number + 1 as row_number, cast(json_object(${list(fields)}) as varchar) as record_text
      from ${parquetFiles([storedIn(load, load.table)], true)}) as rows
    join raw.exceptions as exceptions on exceptions.load_id = ${literal(load.loadId)}
      and exceptions.outcome = 'rejected' and exceptions.row_number = rows.row_number`;
  return linesSql(
    positions,
    sql`select record, '' as column_name, reason, cast(null as varchar) as value, record_text from (${rowPositionsSql(positions, rows)}) as rejected`,
  );
}

/** Makes `raw.rejects`: every rejected record with file, line, column, reason and its text. */
export async function writeRejects(engine: Engine, loads: readonly PlacedLoad[]): Promise<void> {
  const meant = await engine.rows(
    sql`select distinct load_id from raw.exceptions where outcome = 'rejected' order by load_id`,
    { load_id: 'text' },
    Math.max(loads.length, 1),
  );
  const withMeaning = new Set(meant.map(({ load_id }) => load_id));
  const none =
    raw(`select '' as load_id, '' as source, '' as table_name, '' as file, cast(0 as bigint) as line, cast(0 as bigint) as record,
    '' as column_name, '' as reason, '' as value, '' as record_text where false`);
  const parts = loads.flatMap((load) => {
    const selects = [
      ...(load.rejected > 0 ? [readRejects(load)] : []),
      ...(withMeaning.has(load.loadId) ? [meaningRejects(load)] : []),
    ];
    return selects.map(
      (
        select,
      ) => sql`select ${literal(load.loadId)} as load_id, ${literal(load.source)} as source, ${literal(load.table)} as table_name,
        ${literal(load.file)} as file, line, record, column_name, reason, value, record_text from (${select}) as rejects`,
    );
  });
  await engine.create(
    'raw.rejects',
    sql`select * from (${list([none, ...parts], ' union all ')}) as rejects order by source, table_name, file, record, column_name`,
  );
}
