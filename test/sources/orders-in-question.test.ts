import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import {
  ordersInQuestion,
  ordersInQuestionSql,
  ordersOfSeveralSourcesSql,
  repeatedKeysSql,
  replacedOrdersSql,
  sharedOrdersSql,
} from '../../src/sources/resolve.sql.ts';
import { join as list, literal, raw, sql, type Sql } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { sharedFolder } from '../support/running.ts';

const store = sharedFolder();
const engine = await openDuckdb({ searchPath: store });
afterAll(() => engine.close());

const columns = ['order_id', 'line_number', 'customer_id', 'unit_price'];
const loads = ['a', 'b', 'c'].map((loadId) => ({ loadId, columns }));

/** Numbers that share a bit, words, more than 64 of them, and none. */
const line = fc.oneof(
  fc.constantFrom('1', '2', '01', '65', '129', 'x', 'y', null),
  fc.nat(200).map((number) => String(number)),
);
const row = fc.record({
  load: fc.constantFrom('a', 'a', 'a', 'a', 'b', 'c'),
  order: fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7', 'o8', 'o9'),
  line,
  customer: fc.constantFrom('c1', 'c1', 'c1', 'c2', null),
  price: fc.constantFrom(1, 2),
});
interface Row {
  readonly load: string;
  readonly order: string;
  readonly line: string | null;
  readonly customer: string | null;
  readonly price: number;
}

const text = (value: string | null | undefined): Sql => (value == null ? raw('null') : literal(value));

async function writeLoads(rows: readonly Row[]): Promise<void> {
  for (const { loadId } of loads) {
    mkdirSync(join(store, 'loads', loadId), { recursive: true });
    const own = [...rows, null].flatMap((one, i) =>
      one === null || one.load === loadId
        ? [
            sql`(${raw(String(i))}, ${text(one?.order)}, ${text(one?.line)}, ${text(one?.customer)}, ${raw(String(one?.price ?? 0))})`,
          ]
        : [],
    );
    // Of one source: a, b; of another: c. The last row is there to give types, and has a fault.
    await engine.unload(
      sql`select cast(order_id as varchar) as order_id, cast(line_number as varchar) as line_number, cast(customer_id as varchar) as customer_id,
          cast(unit_price as decimal(18, 4)) as unit_price, ${literal(loadId === 'c' ? 'till' : 'shop')} as source, ${literal(loadId)} as load_id,
          case when order_id is null then 'missing' end as fault
        from (values ${list(own)}) as made (place, order_id, line_number, customer_id, unit_price) order by place`,
      join(store, 'loads', loadId, 'purchases.parquet'),
      'parquet',
    );
  }
}

async function forgetExceptions(): Promise<void> {
  await engine.create(
    'raw.exceptions',
    raw(
      `select '' as table_name, '' as load_id, cast(0 as bigint) as row_number, '' as outcome, '' as reason where false`,
    ),
  );
}

/** The exceptions of purchases where these orders are looked at. */
async function exceptionsAmong(orders: Sql): Promise<unknown[]> {
  await engine.create(
    'raw.placed_load',
    raw(`select * from (values ('a', 0), ('b', 1), ('c', 2)) as t (load_id, sequence)`),
  );
  await forgetExceptions();
  await engine.create(ordersInQuestion, orders);
  for (const query of [
    ordersOfSeveralSourcesSql(loads),
    replacedOrdersSql(loads),
    repeatedKeysSql('purchases', loads),
    sharedOrdersSql(loads),
  ])
    await engine.append('raw.exceptions', query);
  return engine.rows(raw('select * from raw.exceptions order by all'), {
    load_id: 'text',
    row_number: 'integer',
    outcome: 'text',
    reason: 'text',
  });
}

it('exceptions of purchases are the same where every order is looked at', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 10, maxLength: 60 }), async (rows) => {
      await writeLoads(rows);
      const few = await exceptionsAmong(ordersInQuestionSql(loads));
      const all = await exceptionsAmong(raw(`select 'o' || range as order_id from range(1, 10)`));
      found += all.length;
      expect(few).toEqual(all);
    }),
    { numRuns: isFull ? 40 : 10 },
  );
  expect(found).toBeGreaterThan(isFull ? 100 : 20);
});

it('an order whose line numbers differ is not looked at, one that has a line twice is', async () => {
  const made = (order: string, ...lines: (string | null)[]): Row[] =>
    lines.map((one) => ({ load: 'a', order, line: one, customer: 'c1', price: 1 }));
  await writeLoads([...made('o1', '1', '2', '3'), ...made('o2', '7', '7', null), ...made('o3', null, null)]);
  await forgetExceptions();
  expect(await engine.rows(ordersInQuestionSql(loads), { order_id: 'text' })).toEqual([{ order_id: 'o2' }]);
});
