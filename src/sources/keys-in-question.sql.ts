import type { Engine } from '../engine/engine.ts';
import { join, name, raw, sql, type Sql } from '../sql/sql.ts';
import { currentSql, recordsOf, type LoadRows } from './accepted.sql.ts';
import type { LoadRecord } from './load-record.ts';
import { canonicalTables, type TableName } from './tables.ts';

/*
 * Exceptions are sought among few keys: those that stand more than once. Whether a key does within one load is known since the load was read;
 * between loads, the keys of the smaller ones are looked up in the largest, so that a night with little news does not go through all there is.
 * Keys that are looked up are kept meanwhile: 6 million of 30 like loads took 1.7 GB, and 0.8 GB where all were gone through, in less time.
 */

/** The first column of a table's key: of purchases the order, which is looked at as a whole. */
export const leadingKey = (table: TableName): Sql => name(canonicalTables[table].key[0]!);

/** The keys in which exceptions of a table are sought; of no further use. */
export const keysInQuestion = (table: TableName): string => `working.main.${table}_in_question`;

/** Rows with the same line number set the same bit; numbers below 64 have a bit each, and none has none. */
const lineBit = raw(`case when line_number is not null then
  cast(1 as ubigint) << (coalesce(try_cast(line_number as uinteger), hash(line_number)) % cast(64 as ubigint)) end`);

/**
 * Every key that may have an exception. Of purchases, the orders whose lines come from several loads, name several customers, or stand more than
 * once: one pass over the lines finds them, and those whose line numbers only share a bit, which come to nothing.
 */
function repeatedSql(table: TableName, records: Sql): Sql {
  const key = leadingKey(table);
  const isRepeated =
    table === 'purchases'
      ? sql`min(hash(load_id, customer_id)) <> max(hash(load_id, customer_id)) or count(line_number) > bit_count(bit_or(${lineBit}))`
      : sql`count(*) > 1`;
  return sql`select ${key} from (${records}) as accepted where ${key} is not null group by ${key} having ${isRepeated}`;
}

/** A load as far as its keys go. */
export type LoadKeys = LoadRows & Pick<LoadRecord, 'records' | 'hasDistinctKeys'>;

/** The keys of some loads that may have an exception: those that stand in several; where some load may hold one twice, or none holds most records, all that are repeated. */
export function keysInQuestionSql(table: TableName, loads: readonly LoadKeys[]): Sql {
  const key = leadingKey(table);
  const [largest, ...others] = loads.toSorted((a, b) => b.records - a.records);
  const isLittle = 2 * others.reduce((sum, { records }) => sum + records, 0) <= largest!.records;
  if (!isLittle || !loads.every(({ hasDistinctKeys }) => hasDistinctKeys))
    return repeatedSql(table, currentSql(table, loads));
  return sql`with other as not materialized (select ${key}, load_id from (${currentSql(table, others)}) as accepted)
    select ${key} from other group by ${key} having min(load_id) <> max(load_id)
    union
    select ${key} from (${currentSql(table, [largest!])}) as accepted semi join other using (${key})`;
}

/** Whether no key stands twice among the accepted records of a Parquet file, and no order names two customers. */
export async function hasDistinctKeys(
  engine: Engine,
  table: TableName,
  columns: readonly string[],
  file: string,
): Promise<boolean> {
  const records = recordsOf(table, columns, [file]);
  const repeated = repeatedSql(table, records);
  const found =
    table === 'purchases'
      ? sql`select order_id from (${records}) as accepted semi join (${repeated}) as repeated using (order_id)
          group by order_id having min(customer_id) <> max(customer_id) or count(line_number) > count(distinct line_number)`
      : repeated;
  const [counted] = await engine.rows(
    sql`select count(*) as n from (${join([found, sql`limit 1`], ' ')}) as repeated`,
    { n: 'integer' },
    1,
  );
  return counted!.n === 0;
}
