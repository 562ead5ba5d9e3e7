import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { audienceMemberSql, audienceSql, type Audience } from '../../src/segments/audience.sql.ts';
import { name, raw, sql } from '../../src/sql/sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
  await engine.create(
    'marts.customer',
    raw(`select * from (values ('a', 10), ('b', 20), ('c', 30), ('d', null)) as customer (customer_id, spend)`),
  );
  await engine.create(
    'decided',
    raw(`select * from (values ('big', 'c', 'exclude'), ('big', 'a', 'include'), ('big', 'b', 'include'), ('big', 'gone', 'include'),
      ('big', 'd', 'exclude'), ('other', 'a', 'include')) as decided (audience, customer_id, kind)`),
  );
});
afterAll(() => engine.close());

const audience = (named: string, condition: string): Audience => ({
  audience: named,
  title: null,
  description: null,
  condition,
});

const counts = {
  audience: 'text',
  customers: 'integer',
  by_condition: 'integer',
  included: 'integer',
  excluded: 'integer',
} as const;

describe('audienceMemberSql(audiences, decided) and audienceSql', () => {
  it('follow the condition and what people decided; an exclusion wins, and whoever is gone has no row', async () => {
    const audiences = [audience('big', 'spend > 15 -- "not small"'), audience("it's", "customer.customer_id in ('a')")];
    await engine.create('segments.audience_member', audienceMemberSql(audiences, name('decided')));
    expect(
      await engine.rows(sql`select * from segments.audience_member order by audience, customer_id`, {
        audience: 'text',
        customer_id: 'text',
        how: 'text',
      }),
    ).toEqual([
      { audience: 'big', customer_id: 'a', how: 'included' },
      { audience: 'big', customer_id: 'b', how: 'condition' },
      { audience: "it's", customer_id: 'a', how: 'condition' },
    ]);
    await engine.create('segments.audience', audienceSql(audiences, name('decided')));
    expect(
      await engine.rows(
        sql`select audience, customers, by_condition, included, excluded from segments.audience order by audience`,
        counts,
      ),
    ).toEqual([
      { audience: 'big', customers: 2, by_condition: 1, included: 1, excluded: 1 },
      { audience: "it's", customers: 1, by_condition: 1, included: 0, excluded: 0 },
    ]);
  });

  it('have the same columns without audiences', async () => {
    const some = [audience('all', 'true')];
    for (const make of [audienceMemberSql, audienceSql])
      expect(await engine.check(make([], name('decided')))).toEqual(await engine.check(make(some, name('decided'))));
  });
});
