import { parquetFiles } from '../sql/files.ts';
import { relationName } from '../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { sqlTypes } from './convert.sql.ts';
import type { LoadRecord } from './load-record.ts';
import { canonicalTables, type CanonicalColumn, type TableName } from './tables.ts';

/*
 * Reading accepts records; here it is decided which of them count. Every accepted record that does not is one row of
 * raw.exceptions: (table_name, load_id, row_number, outcome, reason), outcome `rejected`, `skipped`, or `anonymous` for a line
 * that counts without its customer. A record has at most one.
 */

/** The columns that tell a row from another: everything but its key and where it came from. */
const contentOf = (table: TableName): string[] => [
  ...Object.keys(canonicalTables[table].columns),
  ...(table === 'customers' ? ['attributes'] : []),
];

/** A load as far as its rows go. */
type LoadRows = Pick<LoadRecord, 'loadId' | 'columns'>;

/** The records of some loads of one shape; what they do not have is null. */
function recordsOf(table: TableName, columns: readonly string[], loads: readonly LoadRows[]): Sql {
  const canonical: Readonly<Record<string, CanonicalColumn>> = canonicalTables[table].columns;
  const selected = [...contentOf(table), 'version'].map((column) => {
    if (columns.includes(column)) return name(column);
    const type = column === 'version' ? 'timestamp' : sqlTypes[canonical[column]?.type ?? 'text'];
    return sql`cast(null as ${raw(type)}) as ${name(column)}`;
  });
  if (loads.length === 0) {
    return sql`select ${join(selected)}, cast(null as varchar) as source, cast(null as varchar) as load_id, cast(null as bigint) as row_number where false`;
  }
  const files = loads.map(({ loadId }) => `loads/${loadId}/${table}.parquet`);
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
    [...shapes.values()].map((alike) => recordsOf(table, alike[0]!.columns, alike)),
    ' union all ',
  );
}

/** Accepted records that no exception takes out so far. */
export const currentSql = (table: TableName, loads: readonly LoadRows[]): Sql => sql`select accepted.*
  from (${acceptedSql(table, loads)}) as accepted
  anti join (select load_id, row_number from raw.exceptions where table_name = ${literal(table)} and outcome <> 'anonymous') as exceptions
    on accepted.load_id = exceptions.load_id and accepted.row_number = exceptions.row_number`;

/** Records read twice in one query are read from the files twice: keeping 10 million of them took 2 GB and as long again. */
const acceptedAs = (query: Sql): Sql => sql`accepted as not materialized (${query})`;

const exception = (table: TableName, outcome: Sql, reason: Sql): Sql =>
  sql`${literal(table)} as table_name, load_id, row_number, ${outcome} as outcome, ${reason} as reason`;

/** The fault of a record that is blank because its customer was erased: it is no reject. */
export const erasedFault = 'erased';

/** Records of people who were erased. They are blank, and stand for the records of the file that they were. */
export const erasedSql = (table: TableName, loads: readonly LoadRows[]): Sql => sql`
  select ${exception(table, literal('skipped'), literal(erasedFault))}
  from (select load_id, file_row_number + 1 as row_number
    from ${parquetFiles(
      loads.map(({ loadId }) => `loads/${loadId}/${table}.parquet`),
      true,
    )} where fault = ${literal(erasedFault)}) as blank`;

/** The orders in which exceptions are sought; of no further use. */
export const ordersInQuestion = 'working.main.order_in_question';

/** Rows with the same line number set the same bit; numbers below 64 have a bit each, and none has none. */
const lineBit = raw(`case when line_number is not null then
  cast(1 as ubigint) << (coalesce(try_cast(line_number as uinteger), hash(line_number)) % cast(64 as ubigint)) end`);

/**
 * Every order that may have an exception: its lines come from several loads, name several customers, or stand more than once. One pass over the
 * lines finds them; orders whose line numbers only share a bit are among them, and come to nothing.
 */
export const ordersInQuestionSql = (
  loads: readonly LoadRows[],
): Sql => sql`select order_id from (${currentSql('purchases', loads)}) as accepted
  group by order_id
  having min(hash(load_id, customer_id)) <> max(hash(load_id, customer_id)) or count(line_number) > bit_count(bit_or(${lineBit}))`;

/** The accepted records of a table whose key may have an exception. */
const inQuestionSql = (table: TableName, loads: readonly LoadRows[]): Sql =>
  table === 'purchases'
    ? sql`select * from (${currentSql(table, loads)}) as accepted semi join ${relationName(ordersInQuestion)} using (order_id)`
    : currentSql(table, loads);

/** Orders that two sources know by one id: whether they are one order cannot be told. */
export const ordersOfSeveralSourcesSql = (loads: readonly LoadRows[]): Sql => sql`with
  ${acceptedAs(inQuestionSql('purchases', loads))},
  shared as (select order_id from accepted group by order_id having min(source) <> max(source))
  select ${exception('purchases', literal('rejected'), literal('order_of_several_sources'))}
  from accepted join shared using (order_id)`;

/** Lines of an order that a later load holds again: the later load has the whole order. */
export const replacedOrdersSql = (loads: readonly LoadRows[]): Sql => sql`with
  ${acceptedAs(sql`select * from (${inQuestionSql('purchases', loads)}) as accepted join raw.placed_load using (load_id)`)},
  repeated as (
    select order_id, max(sequence) as newest from accepted group by order_id having min(sequence) <> max(sequence)
  )
  select ${exception('purchases', literal('skipped'), literal('replaced_by_a_later_file'))}
  from accepted join repeated using (order_id) where sequence < newest`;

/** Orders whose lines name more than one customer: whose they are cannot be told. */
export const sharedOrdersSql = (loads: readonly LoadRows[]): Sql => sql`with
  ${acceptedAs(inQuestionSql('purchases', loads))},
  shared as (select order_id from accepted group by order_id having min(customer_id) <> max(customer_id))
  select ${exception('purchases', literal('rejected'), literal('order_of_several_customers'))}
  from accepted join shared using (order_id)`;

/**
 * Rows whose key stands more than once: of several loads the latest counts; within a load exact repeats count once; of rows that
 * differ the one with the latest version counts, and where nothing tells which is newer all are rejected.
 */
export function repeatedKeysSql(table: TableName, loads: readonly LoadRows[]): Sql {
  const { key } = canonicalTables[table];
  const keys = join(key.map((column) => name(column)));
  const content = join(contentOf(table).map((column) => name(column)));
  return sql`with
    ${acceptedAs(inQuestionSql(table, loads))},
    repeated as (
      select ${keys} from accepted where ${name(key.at(-1)!)} is not null group by ${keys} having count(*) > 1
    ),
    candidates as (
      select ${keys}, load_id, row_number, sequence, version, md5(cast(row(${content}) as varchar)) as content
      from accepted join repeated using (${keys}) join raw.placed_load using (load_id)
    ),
    ranked as (
      select *,
        max(sequence) over (partition by ${keys}) as newest,
        min(content) over (partition by ${keys}, sequence) = max(content) over (partition by ${keys}, sequence) as alike,
        count(version) over (partition by ${keys}, sequence) = count(*) over (partition by ${keys}, sequence) as versioned,
        max(version) over (partition by ${keys}, sequence) as newest_version,
        row_number() over latest_first as place,
        first_value(content) over latest_first as kept
      from candidates
      window latest_first as (partition by ${keys} order by sequence desc, version desc nulls last, content, load_id, row_number)
    )
    select ${exception(
      table,
      sql`case when sequence = newest and not alike and not versioned then 'rejected' else 'skipped' end`,
      sql`case when sequence < newest then 'replaced_by_a_later_file' when alike then 'exact_repeat'
        when not versioned then 'conflicting_rows_of_one_key' when content = kept then 'exact_repeat'
        when version = newest_version then 'other_values_at_the_same_time' else 'older_version' end`,
    )}
    from ranked where place > 1 or (sequence = newest and not alike and not versioned)`;
}

/** Rows of these sources whose customer no customers table lists. */
export const unknownCustomersSql = (
  table: TableName,
  loads: readonly LoadRows[],
  outcome: 'rejected' | 'anonymous',
  sources: readonly string[],
): Sql => sql`select ${exception(table, literal(outcome), literal('unknown_customer'))}
  from (${currentSql(table, loads)}) as accepted
  anti join raw.customers as customers on accepted.customer_id = customers.customer_id
  where accepted.customer_id is not null and accepted.source in (${join(sources.map(literal))})`;

/** Counts the keys that former loads hold and these do not. An order is one key. */
export function removedKeysSql(table: TableName, former: readonly LoadRows[], now: readonly LoadRows[]): Sql {
  const key = name(canonicalTables[table].key[0]!);
  return sql`select count(*) as removed from (
    select ${key} from (${acceptedSql(table, former)}) as former except select ${key} from (${acceptedSql(table, now)}) as now
  ) as removed`;
}

/** Lines without a number are numbered within their order by what they hold, so that their order in the file does not matter. */
const lineNumber = (numbered: boolean): Sql =>
  numbered
    ? raw('line_number')
    : sql`coalesce(line_number, cast(row_number() over (
        partition by order_id, line_number
        order by product_id nulls last, purchased_at, quantity, amount nulls last, unit_price nulls last, discount nulls last,
          md5(cast(row(${join(contentOf('purchases').map((column) => name('counted', column)))}) as varchar)),
          counted.load_id, counted.row_number
      ) as varchar))`;

/** Which money columns of a purchase are turned into the pipeline's currency. */
const moneyColumns = Object.entries(canonicalTables.purchases.columns)
  .filter(([, { type }]) => type === 'money')
  .map(([column]) => column);

/** What a table of the raw layer looks like: what counts, one row a key. */
export function rawTableSql(
  table: TableName,
  loads: readonly LoadRows[],
  facts: {
    readonly numbered: boolean;
    readonly currency: string;
    readonly converted: boolean;
    readonly anonymised: boolean;
  },
): Sql {
  const current = currentSql(table, loads);
  if (table !== 'purchases') {
    return sql`select ${join(contentOf(table).map((column) => name(column)))}, source, load_id, row_number as record from (${current}) as counted`;
  }
  const own = literal(facts.currency);
  const columns = Object.keys(canonicalTables.purchases.columns).map((column) => {
    if (column === 'line_number') return sql`${lineNumber(facts.numbered)} as line_number`;
    if (column === 'customer_id' && facts.anonymised)
      return raw('case when anonymous.load_id is null then customer_id end as customer_id');
    if (column === 'currency') return sql`${own} as currency`;
    if (facts.converted && moneyColumns.includes(column)) {
      return sql`cast(round(${name(column)} * coalesce(rate.rate, 1), 4) as decimal(18,4)) as ${name(column)}`;
    }
    return name(column);
  });
  const rates = facts.converted
    ? sql`left join raw.rate as rate on rate.currency = counted.currency
        and counted.purchased_at >= rate.from_day and (rate.until_day is null or counted.purchased_at < rate.until_day)`
    : raw('');
  const anonymous = facts.anonymised
    ? raw(`left join (select load_id, row_number from raw.exceptions where table_name = 'purchases' and outcome = 'anonymous') as anonymous
        on anonymous.load_id = counted.load_id and anonymous.row_number = counted.row_number`)
    : raw('');
  return sql`select ${join(columns)}, source, counted.load_id, counted.row_number as record
    from (${current}) as counted ${rates} ${anonymous}`;
}
