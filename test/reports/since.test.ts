import { expect, it, onTestFinished } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { readCustomerChanges } from '../../src/reports/data/since.ts';
import { raw, sql } from '../../src/sql/sql.ts';

const values = { family: "'mbgnbd'", horizon_days: '365', is_margin: 'true', is_used: 'true' };

/** What is told of an earlier warehouse, where `models.clv` now and then differs from the usual in so much; null: it had no such table. */
async function changes(
  now: Partial<typeof values>,
  then: Partial<typeof values> | null,
): Promise<Awaited<ReturnType<typeof readCustomerChanges>>> {
  const engine = await openDuckdb();
  onTestFinished(() => engine.close());
  const clv = (more: Partial<typeof values>) => {
    const columns = Object.entries({ ...values, ...more }).map(([column, value]) => `${value} as ${column}`);
    return sql`select ${raw(columns.join(', '))}`;
  };
  const customers = (lifecycle: string, profit: number, value: number) =>
    sql`select 'a' as customer_id, false as is_prospect, ${lifecycle} as lifecycle, ${profit} as profit, ${value} as lifetime_value`;
  await engine.create('marts.customer', customers('lapsed', -1, 7));
  await engine.create('models.clv', clv(now));
  await engine.create('former.customer', customers('repeating', 1, 5));
  await engine.create('former.clv', clv(then ?? {}));
  const tables: Record<string, string> = { 'marts.customer': 'customer', ...(then && { 'models.clv': 'clv' }) };
  return readCustomerChanges(engine, (relation) => (tables[relation] ? ['former', tables[relation]] : null));
}

const counts = { lapsed: 1, losing: 1 };

it('tells what customers were worth where it is foretold in the same way, and what became of them', async () => {
  expect(await changes({}, {})).toEqual({ ...counts, lifetimeValue: 5 });
});

it.each([
  ['by another model', { family: "'nbd'" }],
  ['over another horizon', { horizon_days: '730' }],
  ['in spend, not in margin', { is_margin: 'false' }],
  ['and not used', { is_used: 'false' }],
])('does not compare values that are foretold %s', async (_, other) => {
  expect(await changes(other, {})).toEqual(counts);
  expect(await changes({}, other)).toEqual(counts);
});

it('does not compare with a release that does not say how it foretold', async () => {
  expect(await changes({}, null)).toEqual(counts);
});
