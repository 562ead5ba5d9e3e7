import { describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import { kmeansOptions } from '../../../src/models/kmeans/options.ts';
import { centreDistances } from '../../../src/models/kmeans/compare.ts';
import { open, table } from '../support.ts';
import { judgeKmeans, keepKmeans, type KeptKmeans } from './support.ts';

const options = (more: object = {}) => kmeansOptions.parse({ features: ['a', 'b'], k: 3, restarts: 5, ...more });
const input = { asOf: '2026-01-01', relation: 'shop.customer' };
const later = (asOf: string) => ({ ...input, asOf });

/** 600 customers in three groups; `shift` moves the first column, `far` customers lie far outside. */
async function customers(engine: Engine, { shift = 0, far = 0 } = {}): Promise<void> {
  await table(
    engine,
    'shop.customer',
    `select 'c' || i as customer_id, cast((i % 3) * 100 + (i * 7919) % 31 + ${shift} as double) as a,
      cast((i % 3) * 50 + (i * 104729) % 17 as double) + case when i < ${far} then 500 else 0 end as b from range(600) as t (i)`,
  );
}

async function stored(): Promise<{ engine: Engine; fitted: KeptKmeans }> {
  const engine = await open();
  onTestFinished(() => engine.close());
  await customers(engine);
  return { engine, fitted: await keepKmeans(engine, options(), input) };
}

describe('judgeReuse of a k-means', () => {
  it('goes on while customers are as they were, and says by how much they are not', async () => {
    const { engine, fitted } = await stored();
    const judge = (more: object = {}) => judgeKmeans(engine, fitted, options(more), later('2026-01-05'));
    expect(await judge()).toEqual({
      reuse: true,
      why: [
        { code: 'steady', feature: 'a', psi: 0, limit: 0.25 },
        { code: 'within', share: 0, limit: 0.02 },
      ],
    });
    await customers(engine, { shift: 20 });
    expect(await judge()).toMatchObject({
      reuse: false,
      why: [{ code: 'drifted', feature: 'a', limit: 0.25 }],
    });
    await customers(engine, { far: 30 });
    expect(await judge()).toEqual({
      reuse: false,
      why: [{ code: 'beyond', share: 0.05, limit: 0.02 }],
    });
    expect(await judge({ drift: { beyond: 0.05 } })).toMatchObject({ reuse: true });
  });

  it('takes nobody who was fitted for beyond, not even who is the edge of a segment', async () => {
    const { engine } = await stored();
    const asked = options({ k: 6, drift: { beyond: 0 } });
    const fitted = await keepKmeans(engine, asked, input);
    expect(await judgeKmeans(engine, fitted, asked, input)).toMatchObject({ reuse: true });
  });

  it('asks for a fit where others are to be segmented, or where a column is gone', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await customers(engine);
    const shop = (more: string) =>
      table(engine, 'shop.buyer', `select *${more}, a > 100 as is_prospect from shop.customer`);
    await shop('');
    const buyers = { asOf: '2026-01-01', relation: 'shop.buyer' };
    const fitted = await keepKmeans(engine, options({ k: 2 }), buyers);
    const judge = (more: object = {}) =>
      judgeKmeans(engine, fitted, options({ k: 2, refit: { every_days: 9 }, ...more }), buyers);
    expect(await judge()).toEqual({ reuse: true, why: [{ code: 'young', days: 0 }] });
    expect((await judge({ customers: 'all' })).why).toEqual([{ code: 'options' }]);
    await shop(' exclude (b)');
    expect((await judge()).why).toEqual([{ code: 'gone', column: 'b' }]);
  });

  it('asks for a fit where no customer has an attribute any more', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await customers(engine);
    const keep = (attribute: string) =>
      table(
        engine,
        'warehouse.customer_attribute',
        `select customer_id, '${attribute}' as attribute, case when a > 150 then 'gold' else 'basic' end as value from shop.customer
          union all select 'c1', 'a' || i, '1' from range(1500) as t (i)`,
      );
    await keep('tariff');
    const asked = options({ features: ['a', 'attribute:tariff'], k: 2 });
    const fitted = await keepKmeans(engine, asked, input);
    expect(await judgeKmeans(engine, fitted, asked, input)).toMatchObject({ reuse: true });
    await keep('plan');
    expect((await judgeKmeans(engine, fitted, asked, input)).why).toMatchObject([
      { code: 'gone', column: expect.stringMatching(/^attribute:tariff=\w+$/) as string },
    ]);
  });

  it('asks for a fit where it is too old, by age alone where that was asked', async () => {
    const { engine, fitted } = await stored();
    const judge = async (more: object, day: string) =>
      (await judgeKmeans(engine, fitted, options(more), later(day))).why.map(({ code }) => code);
    expect(await judge({ refit: { every_days: 4 } }, '2026-01-05')).toEqual(['old']);
    expect(await judge({}, '2031-01-01')).toEqual(['steady', 'within']);
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
  });
});

describe('centreDistances(former, now)', () => {
  it('is 0 between a model and itself, and measures in standard deviations of the present one', async () => {
    const { engine, fitted } = await stored();
    const own = centreDistances(fitted, fitted);
    own.forEach((row, c) => {
      expect(row[c]).toBeLessThan(1e-9);
    });
    await customers(engine, { shift: 20 });
    const moved = await fitKmeans(engine, options(), later('2026-01-05'));
    const sd = moved.features[0]!.sd;
    const nearest = centreDistances(fitted, moved).map((row) => Math.min(...row));
    for (const distance of nearest) expect(distance).toBeCloseTo(20 / sd, 6);
    const other = await fitKmeans(engine, options({ features: ['a'] }), input);
    expect(
      centreDistances(fitted, other)
        .flat()
        .every((distance) => distance === Infinity),
    ).toBe(true);
  });
});
