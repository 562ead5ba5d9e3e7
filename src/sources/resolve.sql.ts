import { parquetFiles } from '../sql/files.ts';
import { relationName } from '../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';
import { acceptedAs, acceptedSql, contentOf, currentSql, type LoadRows } from './accepted.sql.ts';
import { keysInQuestion, leadingKey } from './keys-in-question.sql.ts';
import { canonicalTables, type TableName } from './tables.ts';

/*
 * Reading accepts records; here it is decided which of them count. Every accepted record that does not is one row of
 * raw.exceptions: (table_name, load_id, row_number, outcome, reason), outcome `rejected`, `skipped`, or `anonymous` for a line
 * that counts without its customer. A record has at most one.
 */

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

/** The accepted records of a table whose key may have an exception. */
const inQuestionSql = (table: TableName, loads: readonly LoadRows[]): Sql =>
  sql`select * from (${currentSql(table, loads)}) as accepted semi join ${relationName(keysInQuestion(table))} using (${leadingKey(table)})`;

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
