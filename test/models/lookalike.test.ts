import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitLookalike } from '../../src/models/lookalike/fit.ts';
import { liftOf } from '../../src/models/lookalike/lift.ts';
import { lookalikeOptions } from '../../src/models/lookalike/options.ts';
import { lookalikeScoreSql } from '../../src/models/lookalike/score.sql.ts';
import { sql } from '../../src/sql/sql.ts';
import { table } from './support.ts';

const asOf = '2026-01-31';

/** 400 buyers and 100 prospects: the likelier red, and the older by `slope`, the higher the profit. */
async function company(slope: number, threads = 2): Promise<Engine> {
  const engine = await openDuckdb({ threads });
  await table(
    engine,
    'features.customer',
    `select 'c' || lpad(i::varchar, 3, '0') as customer_id, i >= 400 as is_prospect, 20 + (i * 37) % 50 as age_years,
        case when (i * 13) % 3 = 0 then 'red' else 'blue' end as gender
      from range(500) as series (i)`,
  );
  await table(
    engine,
    'marts.customer_profit',
    `select customer_id, (((substring(customer_id, 2)::integer * 7919) % 101) + ${slope} * (age_years + case when gender = 'red' then 30 else 0 end))::decimal(18,4) as profit
      from features.customer union all select '', 99999`,
  );
  await table(
    engine,
    'scores.segment',
    `select customer_id, case when age_years > 55 then 's1' else 's2' end as segment from features.customer where not is_prospect`,
  );
  await table(
    engine,
    'segments.segment',
    `select * from (values ('s1', 'Older'), ('s2', 'Younger')) as t (segment, name)`,
  );
  await table(engine, 'warehouse.setting', `select date '${asOf}' as as_of`);
  await table(
    engine,
    'warehouse.interaction',
    `select 'c400' as customer_id, 'x' as campaign_id, date '2026-01-22' as occurred_on
      union all select 'c401', null, date '2026-01-31' union all select null, 'x', date '2026-01-31'`,
  );
  return engine;
}

const options = (more: object = {}) => lookalikeOptions.parse({ features: ['age_years', 'gender'], ...more });

const scoresOf = (engine: Engine, fitted: Parameters<typeof lookalikeScoreSql>[0]) =>
  engine.rows(
    sql`select scored.customer_id, probability, rank, reason, age_years, gender from (${lookalikeScoreSql(fitted)}) as scored
      join features.customer as customer on customer.customer_id = scored.customer_id
      order by probability desc, scored.customer_id`,
    {
      customer_id: 'text',
      probability: 'number',
      rank: 'integer?',
      reason: 'text?',
      age_years: 'integer',
      gender: 'text',
    },
    500,
  );

describe('look-alikes', () => {
  it('rank those who have not bought by likeness to the most profitable buyers, with a reason', async () => {
    const engine = await company(3);
    const fitted = await fitLookalike(engine, options(), { asOf });
    expect(fitted).toMatchObject({ segment: null, why: null });
    expect(fitted.seeds).toBeGreaterThanOrEqual(80);
    expect(fitted.seeds + fitted.others).toBe(400);
    expect(fitted.lift!.low).toBeGreaterThan(1.5);
    const scores = await scoresOf(engine, fitted);
    expect(scores).toHaveLength(100);
    // Ranked is who is as likely one of them as buyers are on the mean.
    const least = fitted.seeds / 400;
    const ranked = scores.filter(({ probability }) => probability >= least);
    expect(ranked.length).toBeGreaterThan(10);
    expect(ranked.length).toBeLessThan(80);
    expect(scores.map(({ rank }) => rank)).toEqual(scores.map((_, i) => (i < ranked.length ? i + 1 : null)));
    expect(scores.filter(({ reason }) => reason !== null).every(({ rank }) => rank !== null)).toBe(true);
    expect(scores[0]!.gender).toBe('red');
    expect(scores[0]!.age_years).toBeGreaterThan(55);
    expect(scores[0]!.reason).toMatch(/^(Age: above the mean|Gender: (red|not blue))$/);
    expect(scores.at(-1)!.reason).toBeNull();
    expect(scores.every(({ probability }) => probability > 0 && probability < 1)).toBe(true);
    await engine.close();
  });

  it('go by a segment, by its name or its code, or the one with the highest profit per head; leave out whom a campaign reached', async () => {
    const engine = await company(3);
    const byName = await fitLookalike(engine, options({ seed: { segment: 'Older' }, exclude_campaign_days: 10 }), {
      asOf,
    });
    expect(byName).toMatchObject({ segment: 's1', why: null });
    expect(byName.lift!.value).toBeGreaterThan(2);
    const ids = (await scoresOf(engine, byName)).map(({ customer_id: id }) => id);
    expect(ids).toHaveLength(99);
    expect(ids).not.toContain('c400');
    expect((await fitLookalike(engine, options({ seed: 'best_segment' }), { asOf })).segment).toBe('s1');
    const shorter = await fitLookalike(engine, options({ seed: { segment: 's1' }, exclude_campaign_days: 9 }), {
      asOf,
    });
    expect(await scoresOf(engine, shorter)).toHaveLength(100);
    await engine.close();
  });

  it('are not ranked, and it is said why, where nothing tells them apart, too few are seeds, or no segment is called so', async () => {
    const engine = await company(0);
    const fitted = await fitLookalike(engine, options(), { asOf });
    expect(fitted.used).toBeNull();
    expect(fitted.why).toEqual({ code: 'noLift' });
    expect(fitted.lift!.low).toBeLessThanOrEqual(1);
    expect(await scoresOf(engine, fitted)).toEqual([]);
    expect((await fitLookalike(engine, options({ share: 0.05 }), { asOf })).why).toMatchObject({
      ...{ code: 'fewSeeds', least: 30 },
    });
    expect((await fitLookalike(engine, options({ seed: { segment: 'Gone' } }), { asOf })).why).toEqual({
      ...{ code: 'noSuchSegment', segment: 'Gone' },
    });
    await engine.close();
  });

  it('are the same on one thread and on four, and through JSON', async () => {
    const results = [];
    for (const threads of [1, 4]) {
      const engine = await company(3, threads);
      const fitted = await fitLookalike(engine, options(), { asOf });
      results.push(
        JSON.stringify([fitted, await scoresOf(engine, JSON.parse(JSON.stringify(fitted)) as typeof fitted)]),
      );
      await engine.close();
    }
    expect(results[0]).toBe(results[1]);
  });

  it('have a lift with the interval of Wilson, 12 of 40 where 10% are: 0.3 from 0.18075 to 0.45430', () => {
    const lift = liftOf({ rows: 40, rate: 0.3, lift: 3 });
    expect(lift.low).toBeCloseTo(1.8075, 3);
    expect(lift.high).toBeCloseTo(4.543, 3);
  });
});
