import { join as joinPath } from 'node:path';
import { loadFiles, readLoad } from '../../sources/load-record.ts';
import { parquetFiles } from '../../sql/files.ts';
import { join, sql, type Sql } from '../../sql/sql.ts';
import { tableOfLoad } from './places.ts';

/**
 * The orders of some people, as they were read, as a relation of `id`: what is told of orders alone is theirs too.
 *
 * @param people a relation or a list of ids, to stand behind `in`
 */
export function ordersOf(store: string, people: Sql, loadIds: readonly string[]): Sql {
  const loads = joinPath(store, 'loads');
  const selects = loadIds.flatMap((loadId) => {
    const load = { loadId, table: 'purchases' as const };
    if (tableOfLoad(loads, loadId) !== load.table || !readLoad(loads, load)?.columns.includes('customer_id')) return [];
    return [sql`select order_id from ${parquetFiles([loadFiles(loads, load).rows])} where customer_id in ${people}`];
  });
  const none = sql`select cast(null as varchar) as order_id where false`;
  return sql`(select distinct order_id as id from (${join([none, ...selects], ' union all ')}) as orders where order_id is not null)`;
}
