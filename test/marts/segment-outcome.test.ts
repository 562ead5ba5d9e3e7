import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { raw } from '../../src/sql/sql.ts';
import { buildLayer } from '../support/build.ts';
import { allRelations } from '../support/contracts.ts';
import { createInputs } from '../support/given.ts';

/** The same by its definition: every day of the history with every order after it. */
const plain = (days: string): string => `
  with day as (select as_of, lead(as_of) over (order by as_of) as next_as_of from (select distinct as_of from segments.size)),
  member as (
    select day.as_of, day.next_as_of, m.segment, m.customer_id from day join segments.membership as m
      on m.entered_on <= day.as_of and (m.left_on is null or m.left_on > day.as_of)
    where day.next_as_of is not null
  )
  select member.as_of, member.segment, count(distinct member.customer_id) as customers,
    count(distinct case when o.is_purchase then o.customer_id end) as buyers,
    count(case when o.is_purchase then 1 end) as orders, coalesce(sum(o.net_amount), 0) as net_revenue
  from member left join warehouse.customer_order as o
    on o.customer_id = member.customer_id and o.purchased_on > member.as_of and o.purchased_on <= ${days}
  group by all`;

const told = (of: string, text: string): string => `
  select strftime(as_of, '%Y-%m-%d') || ' ' || segment || ' ' || customers || ' ' || buyers || ' ' || orders || ' ' || net_revenue as told
  from (${of}) as outcome ${text} order by told`;

describe('marts.segment_outcome', () => {
  let engine: Engine;
  const lines = async (query: string): Promise<string[]> =>
    (await engine.rows(raw(query), { told: 'text' })).map((row) => row.told);

  beforeAll(async () => {
    engine = await openDuckdb({ threads: 2 });
    await createInputs(engine, { 'warehouse.setting': [{ as_of: '2026-01-31' }] });
    // 41 days of uneven distance, one of them 90 days ago; 60 customers who change among 4 segments, or are nowhere; 3,000 orders, some of them returns.
    await engine.create(
      'listed',
      raw(`select distinct date '2026-01-31' - cast(i * 7 + i * i % 5 as integer) as as_of from range(40) as t (i)
        union select date '2026-01-31' - 90`),
    );
    await engine.create(
      'place',
      raw(`select 'c' || c as customer_id, as_of, hash(c * 1000 + date_diff('day', as_of, date '2026-01-31') // 21) % 5 as place
        from listed cross join range(60) as t (c)`),
    );
    await engine.create(
      'segments.size',
      raw(`select as_of, 's' || place as segment, count(*) as customers from place where place > 0 group by all`),
    );
    await engine.create(
      'segments.membership',
      raw(`with ranked as (select *, row_number() over (order by as_of) as nth from listed),
        run as (select customer_id, place, nth, nth - row_number() over (partition by customer_id, place order by nth) as stay
          from place join ranked using (as_of)),
        stays as (select customer_id, place, min(nth) as first, max(nth) + 1 as after from run group by customer_id, place, stay)
        select customer_id, 's' || place as segment, entered.as_of as entered_on, gone.as_of as left_on
        from stays join ranked as entered on entered.nth = first left join ranked as gone on gone.nth = after where place > 0`),
    );
    await engine.create(
      'warehouse.customer_order',
      raw(`select cast(i as varchar) as order_id, 'c' || hash(i) % 60 as customer_id,
          date '2026-01-31' - cast(hash(i + 9000) % 300 as integer) as purchased_on, hash(i) % 7 > 0 as is_purchase,
          cast(hash(i) % 9999 / 100 - 20 as decimal(18, 4)) as net_amount
        from range(3000) as t (i)`),
    );
    await buildLayer(engine, ...allRelations().filter(({ id }) => id === 'marts.segment_outcome'));
    return () => engine.close();
  });

  it('is what the definition says, up to the next day of the history', async () => {
    const found = await lines(told('select * from marts.segment_outcome', ''));
    expect(found.length).toBeGreaterThan(100);
    expect(found).toEqual(await lines(told(plain('member.next_as_of'), '')));
  });

  it('is what the definition says for 90 days, and unknown where they are not over', async () => {
    const later = `select as_of, segment, customers, buyers_90_days as buyers, orders_90_days as orders, net_revenue_90_days as net_revenue
      from marts.segment_outcome`;
    const isOver = `where as_of + 90 <= date '2026-01-31'`;
    const found = await lines(told(later, isOver));
    expect(found.length).toBeGreaterThan(50);
    expect(found).toEqual(await lines(told(plain('member.as_of + 90'), isOver)));
    expect(
      await lines(
        `select count(*) || ' ' || count(buyers_90_days) as told from marts.segment_outcome where as_of + 90 > date '2026-01-31'`,
      ),
    ).toEqual([expect.stringMatching(/^[1-9]\d* 0$/)]);
  });

  it('has no shares of a segment that nobody was in', async () => {
    await engine.create('counted', raw('select * from segments.size'));
    await engine.create('segments.size', raw(`select * from counted union all select min(as_of), 's9', 0 from listed`));
    await buildLayer(engine, ...allRelations().filter(({ id }) => id === 'marts.segment_outcome'));
    expect(
      await lines(
        `select concat_ws(' ', customers, buyers, orders, net_revenue, coalesce(buyer_share, -1)) as told
          from marts.segment_outcome where segment = 's9'`,
      ),
    ).toEqual(['0 0 0 0.0000 -1.0']);
  });
});
