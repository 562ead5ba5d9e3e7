import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine.ts';
import { raw, type Sql } from '../../src/sql/sql.ts';

const goods = 2_000;
const days = 731;

/** A number between 0 and 1 that follows from what it is of, and from which one of those it is. */
const uniform = (of: string, which: number): string => `((hash(${of} * 32 + ${which}) % 999983 + 0.5) / 999983.0)`;

/** One of a list, each as likely as the next. */
const oneOf = (list: readonly string[], of: string, which: number): string =>
  `[${list.map((one) => `'${one}'`).join(', ')}][1 + cast(floor(${list.length} * ${uniform(of, which)}) as integer)]`;

const person = (i: string): string => `'C' || lpad(cast(${i} as varchar), 8, '0')`;
const good = (g: string): string => `'P' || lpad(cast(${g} as varchar), 5, '0')`;

/** `day` from 2024-01-01 on, with a time of day. */
const moment = (day: string, of: string): string =>
  `cast(timestamp '2024-01-01' + to_days(cast(${day} as integer)) + to_minutes(cast(480 + floor(840 * ${uniform(of, 31)}) as integer)) as varchar)`;

const customers = (people: number): string => `
  select ${person('i')} as customer_id, 'Name ' || i as name, 'person' || i || '@example.org' as email,
    cast(date '1940-01-01' + cast(floor(24000 * ${uniform('i', 11)}) as integer) as varchar) as birth_date,
    ${oneOf(['female', 'male'], 'i', 12)} as gender, ${oneOf(['ES', 'FR', 'DE', 'PT'], 'i', 13)} as country,
    round(12000 + 60000 * pow(${uniform('i', 14)}, 2), 2) as annual_income,
    ${oneOf(['search', 'social', 'referral', 'fair', 'letter'], 'i', 15)} as acquisition_source,
    case when ${uniform('i', 16)} < 0.6 then 'yes' else 'no' end as email_opt_in
  from range(${people}) as t (i) order by i`;

const products = `
  select ${good('g')} as product_id, 'Good ' || g as name,
    ${oneOf(['Mountain', 'Camping', 'Textiles', 'Kitchen', 'Garden', 'Pantry', 'Books', 'Toys', 'Tools', 'Music'], 'g', 1)} as category,
    round(3 + 90 * pow(${uniform('g', 2)}, 3), 2) as list_price,
    round((3 + 90 * pow(${uniform('g', 2)}, 3)) * (0.4 + 0.35 * ${uniform('g', 3)}), 2) as unit_cost
  from range(${goods}) as t (g) order by g`;

/** Who bought when: orders `o` of people `i`, on a `day`. They buy and stop by a BG/NBD with r = ½, α = 4.6 weeks, a = 1, b = 5, 99 orders at most. */
const ordersSoFar = (people: number): string => `
  with person as (
    select i, floor(${days - 60} * ${uniform('i', 2)}) as start,
      -ln(${uniform('i', 3)}) * pow(cos(2 * pi() * ${uniform('i', 4)}), 2) / ${7 * 4.6} as rate,
      1 + floor(ln(${uniform('i', 5)}) / ln(pow(${uniform('i', 6)}, ${1 / 5}))) as most
    from range(${people}) as t (i)
  ), visit as (
    select *, unnest(range(1 + cast(least(98, most, ceil(rate * ${days} + 10 * sqrt(rate * ${days}) + 20)) as integer))) as step from person
  ), timed as (
    select i, step, 100 * i + step as o, floor(start + sum(cast(case when step = 0 then 0 else least(-ln(${uniform('100 * i + step', 1)}) / rate, 1000) end as decimal(18, 6)))
      over (partition by i order by step)) as day
    from visit
  )
  select i, step, o, ${uniform('i', 1)} as size, day from timed where day < ${days}`;

/** One more day: orders of those who keep a pace, with one line in a hundred of those so far. */
const ordersNext = (people: number): string => `
  select i, 99 as step, 100 * i + 99 as o, ${uniform('i', 1)} as size, ${days} as day
  from range(${people}) as t (i) where ${uniform('i', 5)} < 0.124 * pow(${uniform('i', 4)}, 2.3)`;

/** Order lines, by time. Whoever buys much at a time has up to six lines an order, others two. */
const purchases = (orders: string): string => `
  select 'O' || lpad(cast(o as varchar), 10, '0') as order_id, line as line_number, ${person('i')} as customer_id, product_id,
    ${moment('day', 'o')} as purchased_at, quantity, list_price as unit_price,
    case when ${uniform('o * 8 + line', 5)} < 0.2 then round(list_price * quantity * 0.1, 2) else 0 end as discount,
    ${oneOf(['web', 'store', 'phone'], 'o', 6)} as channel
  from (
    select *, ${good(`cast(floor(${goods} * pow(${uniform('o * 8 + line', 7)}, 2)) as integer)`)} as bought,
      1 + cast(floor(3 * pow(${uniform('o * 8 + line', 8)}, 3)) as integer) as quantity
    from (select *, unnest(range(1, 2 + cast(floor((2 + 4 * size) * ${uniform('o', 9)}) as integer))) as line from (${orders}))
  ) join (${products}) on product_id = bought
  order by day, hash(o), line`;

/** Contacts, by time. */
const interactions = (people: number, from: number, perPerson: number): string => `
  select 'I' || lpad(cast(n as varchar), 10, '0') as interaction_id, ${person(`cast(floor(${people} * ${uniform('n', 21)}) as bigint)`)} as customer_id,
    ${moment(from === 0 ? `floor(${days} * ${uniform('n', 22)})` : `${from}`, 'n')} as occurred_at,
    ${oneOf(['email', 'email', 'web', 'call_center', 'store'], 'n', 23)} as channel,
    case when ${uniform('n', 24)} < 0.5 then 'inbound' else 'outbound' end as direction,
    round(0.05 + 2 * pow(${uniform('n', 25)}, 4), 2) as cost
  from range(${from === 0 ? 0 : 1_000_000_000}, ${from === 0 ? 0 : 1_000_000_000} + cast(${people} * ${perPerson} as bigint)) as t (n)
  order by occurred_at, n`;

/** Writes the exports of a made-up shop: about ten order lines and five contacts a customer, in two years. @returns rows of each file */
export async function writeCompany(engine: Engine, folder: string, people: number): Promise<Record<string, number>> {
  return write(engine, folder, {
    customers: customers(people),
    products,
    purchases: purchases(ordersSoFar(people)),
    interactions: interactions(people, 0, 5),
  });
}

/** Writes what comes in on the next day: one order line and one contact more for every hundred. @returns rows of each file */
export async function writeNextDay(engine: Engine, folder: string, people: number): Promise<Record<string, number>> {
  return write(engine, folder, {
    'purchases-2': purchases(ordersNext(people)),
    'interactions-2': interactions(people, days, 0.05),
  });
}

async function write(engine: Engine, folder: string, tables: Record<string, string>): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const [name, query] of Object.entries(tables)) {
    rows[name] = (await engine.unload(raw(query) satisfies Sql, join(folder, `${name}.csv`), 'machine-csv')).rows;
  }
  return rows;
}
