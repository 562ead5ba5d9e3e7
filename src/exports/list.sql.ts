import { join, name, sql, type Sql } from '../sql/sql.ts';
import { consentingCustomerSql } from './consent.sql.ts';

/** Which customers a file or a sheet holds. */
export interface Listed {
  /** A condition on `marts.customer` and `may_email` … `may_ads`. */
  readonly where: Sql;
  /** Only those of this relation of `customer_id` and further columns, once each; who is no customer any more has these columns alone. */
  readonly among?: Sql;
  /** Their order, by columns of `chosen`; it must be total. */
  readonly order: Sql;
}

/** Column → its value, over the columns of `marts.customer`, `may_email` … `may_ads`, `currency` and those of `among`. */
export type Cells = Readonly<Record<string, Sql>>;

const chosenSql = ({ where, among }: Listed, suppressions: string | undefined): Sql => sql`
  person as (
    select customer.*, (select currency from warehouse.setting) as currency
    from (${consentingCustomerSql(suppressions)}) as customer
  ),
  chosen as (
    select * from ${among === undefined ? sql`person` : sql`${among} as among left join person using (customer_id)`}
    where ${where}
  )`;

/** The rows of a file: its cells, in order. `suppressions` names a relation of `customer_id` and `channel`: whom a channel must not reach. */
export const listSql = (listed: Listed, cells: Cells, suppressions?: string): Sql =>
  sql`with ${chosenSql(listed, suppressions)}
    select ${join(Object.entries(cells).map(([column, value]) => sql`${value} as ${name(column)}`))}
    from chosen order by ${listed.order}`;

/** The same people by `place`, from 1 on, with all they are known by: the relation `numbered`, behind `with`. */
export const numberedSql = (listed: Listed, suppressions?: string): Sql =>
  sql`${chosenSql(listed, suppressions)},
  numbered as (select chosen.*, row_number() over (order by ${listed.order}) as place from chosen)`;

/** How many they are. */
export const countSql = (listed: Listed, suppressions?: string): Sql =>
  sql`with ${chosenSql(listed, suppressions)} select count(*) as n from chosen`;
