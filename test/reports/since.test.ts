import { expect, it, onTestFinished } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { readCustomerChanges } from '../../src/reports/data/since.ts';
import { readDecided } from '../../src/reports/data/since-decided.ts';
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

it('tells which segments people call otherwise, and who entered and left audiences that there were', async () => {
  const engine = await openDuckdb();
  onTestFinished(() => engine.close());
  const segment = (name: string) => sql`select 's1' as segment, ${name} as name union all select 's2', 'Same'`;
  const member = (...members: string[]) =>
    sql`select split_part(member, ':', 1) as audience, split_part(member, ':', 2) as customer_id
      from unnest(${raw(`['${members.join("','")}']`)}) as listed(member)`;
  await engine.create('segments.segment', segment('New'));
  await engine.create('former.segment', segment('Old'));
  await engine.create('segments.audience', sql`select 'a' as audience, 'Anne' as title union all select 'b', null`);
  await engine.create('segments.audience_member', member('a:1', 'a:2', 'a:3', 'b:1'));
  await engine.create('former.audience_member', member('a:1', 'a:4', 'gone:1'));
  const former = (relation: string) => ['former', relation.split('.')[1]!];
  expect(await readDecided(engine, former)).toEqual({
    renamed: [{ before: 'Old', now: 'New' }],
    audiences: [{ audience: 'Anne', entered: 2, left: 1 }],
  });
  expect(await readDecided(engine, () => null)).toEqual({});
});

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
