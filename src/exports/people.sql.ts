import { join, name, sql, type Sql } from '../sql/sql.ts';
import type { ExportColumns, ExportKind } from './columns.ts';
import { consentingCustomerSql, permittedSql } from './consent.sql.ts';
import { guardSql } from './guard.sql.ts';

/** First in the first header: the byte order mark by which spreadsheets know UTF-8. */
const byteOrderMark = '\ufeff';

const written: Readonly<Record<ExportKind, (value: Sql) => Sql>> = {
  text: guardSql,
  money: (value) => sql`cast(${value} as decimal(38, 2))`,
  share: (value) => sql`cast(${value} as decimal(18, 4))`,
  number: (value) => sql`cast(${value} as decimal(18, 4))`,
  whole: (value) => value,
  day: (value) => sql`cast(${value} as date)`,
  flag: (value) => value,
};

/** What `peopleSql` takes. */
export interface PeopleQuery {
  readonly columns: ExportColumns;
  /** Which customers: a condition on `marts.customer`. */
  readonly where: Sql;
  /** Only those of this relation of `customer_id` and further columns, once each. */
  readonly among?: Sql;
  /** Columns whose cells stay empty. */
  readonly unknown?: readonly string[] | undefined;
  /** Their order; it must be total. */
  readonly order: Sql;
  /** A relation of `customer_id`, `channel`: who may not be reached by it. */
  readonly suppressions?: string | undefined;
}

/** The rows of a CSV for people: declared columns, addresses by consent, text guarded, the first header marked. */
export function peopleSql({ columns, where, among, order, suppressions, unknown = [] }: PeopleQuery): Sql {
  const cells = Object.entries(columns).map(([column, kind], i) => {
    const header = i === 0 ? byteOrderMark + column : column;
    return sql`${unknown.includes(column) ? sql`null` : written[kind](permittedSql(column))} as ${name(header)}`;
  });
  return sql`with person as (${consentingCustomerSql(suppressions)})
    select ${join(cells)} from person ${among === undefined ? sql`` : sql`join ${among} as among using (customer_id)`}
    where ${where} order by ${order}`;
}
