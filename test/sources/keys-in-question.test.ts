import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import {
  hasDistinctKeys,
  keysInQuestion,
  keysInQuestionSql,
  type LoadKeys,
} from '../../src/sources/keys-in-question.sql.ts';
import {
  ordersOfSeveralSourcesSql,
  repeatedKeysSql,
  replacedOrdersSql,
  sharedOrdersSql,
} from '../../src/sources/resolve.sql.ts';
import { compile, join as list, literal, raw, sql, type Sql } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { sharedFolder } from '../support/running.ts';

const store = sharedFolder();
const engine = await openDuckdb({ searchPath: store });
afterAll(() => engine.close());

const columns = ['order_id', 'line_number', 'customer_id', 'unit_price'];
const loads = ['a', 'b', 'c'].map((loadId) => ({ loadId, columns }));
/** The loads as earlier versions left them. */
const unknown = loads.map((load): LoadKeys => ({ ...load, records: 1 }));

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

/** No load has a line twice, nor an order of two customers: what is to be decided is between loads. */
const onceALoad = fc
  .uniqueArray(row, { minLength: 10, maxLength: 30, selector: ({ load, order, line }) => `${load} ${order} ${line}` })
  .map((rows) => rows.map((one) => ({ ...one, customer: one.load === 'b' ? 'c2' : 'c1' })));

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

/** The loads with what is known of their keys; the `largest` is taken for one that holds most records. */
async function judge(largest: number): Promise<LoadKeys[]> {
  const judged: LoadKeys[] = [];
  for (const [i, load] of loads.entries()) {
    const file = join(store, 'loads', load.loadId, 'purchases.parquet');
    const isDistinct = await hasDistinctKeys(engine, 'purchases', columns, file);
    judged.push({ ...load, records: i === largest ? 9 : 1, hasDistinctKeys: isDistinct });
  }
  return judged;
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
  await engine.create(keysInQuestion('purchases'), orders);
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
  let [found, distinct] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(row, { minLength: 10, maxLength: 60 }), onceALoad), async (rows) => {
      await writeLoads(rows);
      const few = await exceptionsAmong(keysInQuestionSql('purchases', unknown));
      const judged = await judge(rows.length % 3);
      if (judged.every((load) => load.hasDistinctKeys)) distinct++;
      const fewer = await exceptionsAmong(keysInQuestionSql('purchases', judged));
      const all = await exceptionsAmong(raw(`select 'o' || range as order_id from range(1, 10)`));
      found += all.length;
      expect(few).toEqual(all);
      expect(fewer).toEqual(all);
    }),
    { numRuns: isFull ? 60 : 15 },
  );
  expect(distinct).toBeGreaterThan(isFull ? 10 : 2);
  expect(found).toBeGreaterThan(isFull ? 100 : 20);
});

it('the keys of smaller loads are looked up where one load holds most records, and nowhere else', () => {
  const isLookedUp = (...records: number[]): boolean =>
    compile(
      keysInQuestionSql(
        'customers',
        records.map((n, i) => ({ loadId: String(i), columns: ['customer_id'], records: n, hasDistinctKeys: true })),
      ),
    ).text.includes('with other as');
  expect([isLookedUp(7), isLookedUp(1, 100, 49), isLookedUp(100, 30, 30), isLookedUp(5, 5)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('an order whose line numbers differ is not looked at, one that has a line twice is', async () => {
  const made = (order: string, ...lines: (string | null)[]): Row[] =>
    lines.map((one) => ({ load: 'a', order, line: one, customer: 'c1', price: 1 }));
  await writeLoads([...made('o1', '1', '2', '3'), ...made('o2', '7', '7', null), ...made('o3', null, null)]);
  await forgetExceptions();
  expect(await engine.rows(keysInQuestionSql('purchases', unknown), { order_id: 'text' })).toEqual([
    { order_id: 'o2' },
  ]);
});
