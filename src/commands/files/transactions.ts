import type { Engine } from '../../engine/engine.ts';
import { DataError } from '../../errors.ts';
import { readField } from '../../sources/convert.sql.ts';
import type { ColumnType } from '../../sources/tables.ts';
import { readTyped } from '../../sources/typed.sql.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { refuseBad, type TypedColumn } from './columns.ts';
import { columnAt, fieldText, fieldValue, textStyleOf, type DataFile } from './data-file.ts';
import type { TransactionColumns } from './guess-columns.ts';

/** What is known of the rows of a file of transactions. */
export interface Transactions {
  /** The day up to which they are read: the last one in the file where none was said. */
  readonly asOf: string;
  /** Rows without a customer, and rows of later days: they are left out. */
  readonly withoutCustomer: number;
  readonly later: number;
  /** Rows without a date, an amount or a quantity: they are left out where that was asked for. */
  readonly withoutValue: number;
  /** Amounts that lost digits: four decimals are kept. */
  readonly rounded: number;
  readonly customers: number;
  /** Orders with a purchase. */
  readonly orders: number;
  /** Of all customers with a purchase. */
  readonly money: number;
  /** Customers who only gave back: they have no scores. */
  readonly onlyReturns: number;
}

/** The typed rows: `customer_id, order_id, day, amount, is_return, is_rounded`, and what else was asked for. */
export const lines = 'file.line';

/** What a user says of the rows. */
export interface TransactionOptions {
  readonly dateFormat?: string | undefined;
  /** The day up to which they are read; left out: the last one in the file. */
  readonly asOf?: string | undefined;
  /** Rows without a date, an amount or a quantity are left out and counted, not refused. */
  readonly skipMissing?: boolean | undefined;
}

/** Further columns of the typed rows, by their names there: headers of money, which may be missing, and of text as it stands. */
export interface FurtherColumns {
  readonly money?: Readonly<Record<string, string>>;
  readonly text?: Readonly<Record<string, string>>;
  /** Header of the share of the price that was taken off: amounts are what is left. */
  readonly discountRate?: string;
}

/** The table that scores are made from: `customer_id, recency_days, frequency, monetary`. */
export const customerTable = 'file.customer';

const holds = (conditions: readonly Sql[]): Sql => sql`coalesce(${join(conditions, ' or ')}, false)`;

/** From here on an amount is a mistake, and sums would not fit. */
const tooLarge = raw('1000000000000');

/**
 * Makes typed rows `row, customer_id, order_id, day, quantity, discount, amount, is_return, is_rounded` and further columns, and says how many were left out for a missing value;
 * refuses the first date, amount or quantity that is missing or is none, and other money that is none. As in `warehouse.order_line`, what is taken off a return makes it smaller.
 */
export async function makeLines(
  engine: Engine,
  file: DataFile,
  columns: TransactionColumns,
  { dateFormat, skipMissing = false }: TransactionOptions,
  further: FurtherColumns = {},
): Promise<number> {
  const style = textStyleOf(file, dateFormat);
  const read = (header: string, type: ColumnType) => {
    const at = file.headers.indexOf(header);
    const typed =
      file.types === null || dateFormat !== undefined ? null : readTyped(columnAt(at), file.types[at]!, type);
    return { header, field: fieldValue(file, header), ...(typed ?? readField(fieldText(file, header), type, style)) };
  };
  const [customer, date, amount] = [
    read(columns.customer, 'id'),
    read(columns.date, 'time'),
    read(columns.amount, 'money'),
  ];
  const quantity = columns.quantity === null ? null : read(columns.quantity, 'quantity');
  const discount = columns.discount === null ? null : read(columns.discount, 'money');
  const rate = further.discountRate === undefined ? null : read(further.discountRate, 'money');
  const monies = Object.entries(further.money ?? {}).map(([as, header]) => ({ as, ...read(header, 'money') }));
  const texts = Object.entries(further.text ?? {}).map(
    ([as, header]) => sql`${fieldText(file, header)} as ${name(as)}`,
  );
  const problem = ({ problems, value }: typeof date): Sql[] => problems!(value).map(({ when }) => when);
  const exact = quantity === null ? amount.value : sql`cast(${quantity.value} as decimal(38, 4)) * ${amount.value}`;
  const isReturn = sql`${(quantity ?? amount).value} < 0`;
  const priced = quantity === null ? exact : sql`case when ${isReturn} then -abs(${exact}) else ${exact} end`;
  const off = discount === null ? null : sql`coalesce(${discount.value}, 0)`;
  const money = off === null ? priced : sql`${priced} - case when ${isReturn} then -abs(${off}) else ${off} end`;
  const share = rate === null ? null : sql`cast(coalesce(${rate.value}, 0) as double)`;
  const takenOff = share === null ? off : sql`abs(cast(${priced} as double)) * ${share} / (1 - ${share})`;
  const typed = (column: typeof date, as: string, what: string): TypedColumn => ({
    ...{ header: column.header, as, value: column.value, what },
    isBad: holds([...(skipMissing ? [] : [sql`${column.field} is null`]), ...problem(column)]),
  });
  const isMissing = holds(
    [date, amount, ...(quantity === null ? [] : [quantity])].map(({ field }) => sql`${field} is null`),
  );
  const faults = [
    typed(date, 'day', 'a date'),
    typed(amount, 'amount', 'an amount'),
    ...(quantity === null ? [] : [typed(quantity, 'quantity', 'a quantity')]),
    ...(discount === null ? [] : [{ ...typed(discount, 'discount', 'an amount'), isBad: holds(problem(discount)) }]),
    ...(rate === null
      ? []
      : [
          {
            ...typed(rate, 'discount', 'a share of the price from 0 up to 1, but not 1: an amount is what is left'),
            isBad: holds([...problem(rate), sql`${rate.value} < 0`, sql`${rate.value} >= 1`]),
          },
        ]),
    ...monies.map((one) => ({ ...typed(one, one.as, 'an amount'), isBad: holds(problem(one)) })),
    ...(quantity === null
      ? []
      : [
          {
            ...typed(amount, 'amount', 'below 1000000000000, times its quantity'),
            isBad: holds([sql`abs(${exact}) >= ${tooLarge}`]),
          },
        ]),
  ];
  const advice = 'Correct the file, or name other columns; --skip-missing leaves out rows without a value';
  await refuseBad(engine, file, faults, skipMissing ? advice.split(';')[0]! : advice);
  const order =
    columns.order === null ? sql`cast(null as varchar)` : readField(fieldText(file, columns.order), 'id', style).value;
  const roundings = [amount, quantity, discount, ...monies].flatMap((one) =>
    one === null ? [] : [one.rounded!(one.value)],
  );
  if (quantity !== null) roundings.push(sql`${exact} <> cast(${exact} as decimal(18, 4))`);
  await engine.create(
    lines,
    sql`select "row", ${customer.value} as customer_id, ${order} as order_id, cast(${date.value} as date) as day,
        cast(${quantity?.value ?? raw('null')} as decimal(18, 4)) as quantity, cast(${takenOff ?? raw('null')} as decimal(18, 4)) as discount,
        cast(${money} as decimal(18, 4)) as amount, ${isReturn} as is_return, ${holds(roundings)} as is_rounded
        ${join([...monies.map(({ as, value }) => sql`, ${value} as ${name(as)}`), ...texts.map((text) => sql`, ${text}`)], '')}
      from ${relationName(file.relation)} where not (${isMissing})`,
  );
  const [kept] = await engine.rows(sql`select count(*) as n from ${relationName(lines)}`, { n: 'integer' }, 1);
  return file.rows - kept!.n;
}

/** Up to when the typed rows are read, and what of them does not count in full. */
export async function spanOf(
  engine: Engine,
  file: DataFile,
  options: TransactionOptions,
  withoutValue: number,
): Promise<Pick<Transactions, 'asOf' | 'withoutCustomer' | 'rounded'>> {
  const [known] = await engine.rows(
    sql`select max(day) as last, count(*) - count(customer_id) as nobody, count(case when is_rounded then 1 end) as rounded
      from ${relationName(lines)}`,
    { last: 'day?', nobody: 'integer', rounded: 'integer' },
    1,
  );
  const asOf = options.asOf ?? known!.last;
  if (asOf === null)
    throw new DataError(
      `${file.shownAs}: must hold transactions; it has no rows${withoutValue > 0 ? ' with all values' : ''}`,
    );
  return { asOf, withoutCustomer: known!.nobody, rounded: known!.rounded };
}

/**
 * Recency, frequency and monetary value of each customer of a file, as `features.customer_rfm` has them: days from the last purchase to the
 * day after the as-of day (1 = bought on the as-of day), orders with a purchase, and the sum of all amounts, returns taken off. A line with a
 * negative quantity, or where none is known a negative amount, is a return; an order with another line is a purchase. Without a column of orders, an order is what a customer buys on a day.
 * A line that names no order is one of its own.
 */
export async function makeCustomers(
  engine: Engine,
  file: DataFile,
  columns: TransactionColumns,
  options: TransactionOptions,
): Promise<Transactions> {
  const withoutValue = await makeLines(engine, file, columns, options);
  const { asOf, withoutCustomer, rounded } = await spanOf(engine, file, options, withoutValue);
  const day = sql`cast(${asOf} as date)`;
  const order =
    columns.order === null ? sql`cast(day as varchar)` : sql`coalesce('o' || order_id, 'r' || row_number() over ())`;
  await engine.create(
    customerTable,
    sql`with line as (
        select customer_id, ${order} as order_id, day, amount, is_return from ${relationName(lines)} where customer_id is not null and day <= ${day}
      ), orders as (
        select customer_id, order_id, min(day) as day, not bool_and(is_return) as is_purchase, sum(amount) as amount
        from line group by customer_id, order_id
      )
      select customer_id,
        cast(date_diff('day', max(case when is_purchase then day end), ${day}) + 1 as integer) as recency_days,
        cast(count(case when is_purchase then 1 end) as integer) as frequency,
        cast(sum(amount) as decimal(18, 4)) as monetary
      from orders group by customer_id`,
  );
  const [later] = await engine.rows(
    sql`select count(*) as n from ${relationName(lines)} where customer_id is not null and day > ${day}`,
    { n: 'integer' },
    1,
  );
  const [sums] = await engine.rows(
    sql`select count(case when frequency > 0 then 1 end) as customers, cast(coalesce(sum(frequency), 0) as bigint) as orders,
        coalesce(sum(case when frequency > 0 then monetary end), 0) as money, count(case when frequency = 0 then 1 end) as nothing
      from ${relationName(customerTable)}`,
    { customers: 'integer', orders: 'integer', money: 'number', nothing: 'integer' },
    1,
  );
  return {
    ...{
      asOf,
      withoutValue,
      rounded,
      withoutCustomer,
      later: later!.n,
      customers: sums!.customers,
      orders: sums!.orders,
    },
    ...{ money: sums!.money, onlyReturns: sums!.nothing },
  };
}
