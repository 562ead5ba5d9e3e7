import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ModelError } from '../../../src/errors.ts';
import { fitDiscriminant } from '../../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../../src/models/discriminant/options.ts';
import { discriminantScoreSql } from '../../../src/models/discriminant/score.sql.ts';
import { sql } from '../../../src/sql/sql.ts';
import { open, table } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';

let engine: Engine;
beforeAll(async () => void (engine = await open()));
afterAll(() => engine.close());

const fit = (options: Record<string, unknown>): Promise<FittedDiscriminant> =>
  fitDiscriminant(engine, discriminantOptions.parse({ class: 'class', predictors: ['a', 'b', 'c'], ...options }), {
    asOf: '2026-11-20',
    relation: 'made.row',
    key: 'id',
  });

/** Two classes with nearly equal means; `near` spreads less than `far`, so only their covariances tell them apart. */
const spread = (n: number, columns = ''): Promise<void> =>
  table(
    engine,
    'made.row',
    `select i as id, case when kind = 0 then 'near' else 'far' end as class, u * (1 + 4 * kind) as a,
        v * (1 + 4 * kind) + u as b, c ${columns}
      from (select i, cast(hash(i * 3) % 2 as integer) as kind, cast(hash(i) % 201 as integer) - 100 as u,
          cast(hash(i + 77) % 201 as integer) - 100 as v, cast(hash(i * 7) % 50 as integer) as c
        from range(${n}) as t (i)) as drawn`,
  );

/** Posteriors of the first class by row. */
const posteriors = async (fitted: FittedDiscriminant): Promise<number[]> => {
  const scores = discriminantScoreSql(fitted, { posteriors: true });
  const rows = await engine.rows(
    sql`select posterior_1 as p from (${scores}) as scored order by customer_id`,
    { p: 'number' },
    10_000,
  );
  return rows.map((row) => row.p);
};

const largest = (left: readonly number[], right: readonly number[]): number =>
  Math.max(...left.map((value, i) => Math.abs(value - right[i]!)));

describe('covariance: separate', () => {
  it('tells classes apart that differ in their spread alone, where pooled cannot', async () => {
    await spread(600);
    const [linear, quadratic] = [await fit({}), await fit({ covariance: 'separate' })];
    expect(linear.crossValidated.hitRatio).toBeLessThan(0.6);
    expect(quadratic.crossValidated.hitRatio).toBeGreaterThan(0.85);
    expect(quadratic.classCovariances!.map((one) => one.class)).toEqual(['far', 'near']);
    const [far, near] = quadratic.classCovariances!;
    expect(Math.sqrt(far!.covariance[0]![0]!)).toBeCloseTo(quadratic.classes[0]!.deviations[0]!, 9);
    expect(far!.logDeterminant).toBeGreaterThan(near!.logDeterminant);
  });

  it('counts in its table what its scores assign', async () => {
    const fitted = await fit({ covariance: 'separate' });
    const rows = await engine.rows(
      sql`select class, assigned_segment, count(*) as n from (${discriminantScoreSql(fitted)}) as scored
        join made.row as known on cast(known.id as varchar) = scored.customer_id group by all`,
      { class: 'text', assigned_segment: 'text', n: 'integer' },
    );
    const { classes, counts } = fitted.resubstitution;
    for (const { class: own, assigned_segment, n } of rows)
      expect(counts[classes.indexOf(own)]![classes.indexOf(assigned_segment)]).toBe(n);
  });

  it('separates completely without breaking', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, i % 2 as class, i % 2 * 1000000 + hash(i) % 10 as a, hash(i + 1) % 10 * (1 + 9 * (i % 2)) as b, hash(i + 2) % 9 as c
        from range(100) as t (i)`,
    );
    const fitted = await fit({ covariance: 'separate', validation: 'leave_one_out' });
    expect(fitted.crossValidated).toMatchObject({ hitRatio: 1, alone: 0 });
    expect(new Set(await posteriors(fitted))).toEqual(new Set([0, 1]));
  });
});

describe('covariance: shrunk', () => {
  it('is the pooled and the separate analysis at its ends', async () => {
    await spread(300);
    const shrunk = async (pooled: number, diagonal: number): Promise<number[]> =>
      posteriors(await fit({ covariance: 'shrunk', shrinkage: { pooled, diagonal } }));
    expect(largest(await shrunk(1, 0), await posteriors(await fit({})))).toBeLessThan(1e-12);
    expect(largest(await shrunk(0, 0), await posteriors(await fit({ covariance: 'separate' })))).toBe(0);
    expect(largest(await shrunk(0.5, 0), await shrunk(0, 0))).toBeGreaterThan(0.01);
  });

  it('draws towards the pooled covariance and the diagonal as Friedman (1989) has it', async () => {
    const [separate, shrunk] = [
      await fit({ covariance: 'separate' }),
      await fit({ covariance: 'shrunk', shrinkage: { pooled: 0.3, diagonal: 0.2 } }),
    ];
    const [n, g] = [separate.customers, 2];
    shrunk.classCovariances!.forEach(({ covariance }, c) => {
      const own = separate.classes[c]!.customers - 1;
      covariance.forEach((row, i) => {
        row.forEach((value, j) => {
          const mixed =
            0.7 * own * separate.classCovariances![c]!.covariance[i]![j]! + 0.3 * (n - g) * separate.covariance[i]![j]!;
          const expected = (mixed / (0.7 * own + 0.3 * (n - g))) * (i === j ? 1 : 0.8);
          expect(Math.abs(value / expected - 1)).toBeLessThan(1e-12);
        });
      });
    });
  });

  it('does not depend on the units of predictors', async () => {
    const options = { covariance: 'shrunk', shrinkage: { pooled: 0.3, diagonal: 0.4 } };
    const before = await posteriors(await fit(options));
    await table(engine, 'made.row', `select id, class, a * 1024 as a, b, c from made.row`);
    expect(largest(await posteriors(await fit(options)), before)).toBeLessThan(1e-12);
  });

  it('chooses its shares by the mean log posterior of rows left out, and shows all it tried', async () => {
    await spread(300);
    const fitted = await fit({ covariance: 'shrunk' });
    expect(fitted.search).toHaveLength(25);
    expect(fitted.search![0]).toMatchObject({ pooled: 1, diagonal: 1 });
    const best = fitted.search!.reduce((top, one) => (one.logPosterior! > top.logPosterior! ? one : top));
    expect(fitted.shrinkage).toEqual({ pooled: best.pooled, diagonal: best.diagonal });
    expect(best.pooled).toBe(0);
    expect(fitted.crossValidated.hitRatio).toBe(best.hitRatio);
    for (const { logPosterior, hitRatio } of fitted.search!) {
      expect(logPosterior).toBeLessThan(0);
      expect(hitRatio).toBeGreaterThan(0.4);
    }
  });

  it('looks only for the share that is not given', async () => {
    const fitted = await fit({ covariance: 'shrunk', shrinkage: { diagonal: 0.1 } });
    expect(fitted.search!.map((one) => one.diagonal)).toEqual([0.1, 0.1, 0.1, 0.1, 0.1]);
    expect((await fit({ covariance: 'shrunk', shrinkage: { pooled: 0.5, diagonal: 0.5 } })).search).toBeNull();
  });

  it('takes the most shrunk of equally good ones, and leaves out those that are singular', async () => {
    // One predictor: the diagonal is all there is. A class without variance of its own needs some of the pooled one.
    await table(
      engine,
      'made.row',
      `select i as id, case when i < 20 then 'still' else 'moving' end as class, case when i < 20 then 5 else hash(i) % 50 end as a
        from range(100) as t (i)`,
    );
    const fitted = await fit({ covariance: 'shrunk', predictors: ['a'] });
    expect(fitted.shrinkage.diagonal).toBe(1);
    const own = fitted.search!.filter((one) => one.pooled === 0);
    expect(own.map(({ logPosterior, hitRatio }) => [logPosterior, hitRatio])).toEqual(own.map(() => [null, null]));
  });

  it('is what shrinkage goes with', () => {
    const parse = (options: object): unknown =>
      discriminantOptions.parse({ predictors: ['a'], shrinkage: { pooled: 0.5 }, ...options });
    expect(() => parse({})).toThrow('goes with covariance: shrunk alone');
    expect(() => parse({ covariance: 'shrunk' })).not.toThrow();
  });
});

describe('singular covariances', () => {
  const reason = /^follows from the predictors before it \(tolerance /;

  it('are met as asked: the later predictors dropped, or kept by shrinking just enough, or refused', async () => {
    await spread(200, ', a + b as d');
    const options = { predictors: ['a', 'b', 'd'] };
    const dropped = await fit(options);
    expect(dropped.dropped).toMatchObject([{ feature: 'd', reason: expect.stringMatching(reason) as string }]);

    const shrunk = await fit({ ...options, singular: 'shrink' });
    expect(shrunk.dropped).toEqual([]);
    expect(shrunk.predictors.map((one) => one.predictor)).toEqual(['a', 'b', 'd']);
    expect(shrunk.shrinkage.pooled).toBe(1);
    expect(shrunk.shrinkage.diagonal).toBeGreaterThan(1e-5);
    expect(shrunk.shrinkage.diagonal).toBeLessThan(0.01);
    expect(inEnglish(shrunk.warnings)).toContainEqual(
      expect.stringMatching(/^d follows from the predictors before it .*; it is kept/),
    );
    expect(inEnglish(shrunk.warnings)).toContainEqual(
      expect.stringMatching(
        /^covariances were drawn towards their diagonal by 0\.00\d+, the least that keeps every predictor/,
      ),
    );
    expect(JSON.parse(JSON.stringify(shrunk))).toEqual(shrunk);

    await expect(fit({ ...options, singular: 'refuse' })).rejects.toThrow(
      /^discriminant: the covariance within classes is singular: d follows from the predictors before it \(tolerance .*\); leave out predictors, or use singular: drop or singular: shrink$/,
    );
  });

  it('of one class name it: dropped, drawn towards the pooled one, or refused', async () => {
    await spread(200);
    await table(
      engine,
      'made.row',
      `select id, class, a, b, case when class = 'near' then 7 else c end as c, case when class = 'near' then a + b else id * 37 % 101 end as d from made.row`,
    );
    const options = { covariance: 'separate', predictors: ['a', 'b', 'c', 'd'] };
    expect((await fit(options)).dropped).toMatchObject([
      { feature: 'c', reason: 'is constant within class near' },
      { feature: 'd', reason: expect.stringMatching(/^follows from .* before it within class near \(tol/) as string },
    ]);
    const shrunk = await fit({ ...options, singular: 'shrink' });
    expect(shrunk.dropped).toEqual([]);
    const [far, near] = shrunk.classCovariances!;
    expect(far!.shrinkage.pooled).toBe(0);
    expect(near!.shrinkage.pooled).toBeGreaterThan(0);
    expect(near!.shrinkage.pooled).toBeLessThan(0.01);
    expect(inEnglish(shrunk.warnings).slice(0, 3)).toEqual([
      'c is constant within class near; it is kept by drawing covariances in',
      expect.stringMatching(/^d follows .* within class near \(tolerance .*\); it is kept by drawing covariances in/),
      expect.stringMatching(/^the covariance of class near is singular; it was drawn towards the pooled one by \d/),
    ]);
    await expect(fit({ ...options, singular: 'refuse' })).rejects.toThrow(
      /^discriminant: the covariance of class near is singular: c is constant within class near; d follows /,
    );
  });

  it('of classes with fewer rows than predictors end in an answer or a sentence', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, case when i = 0 then 'one' when i < 3 then 'two' else 'many' end as class, hash(i) % 50 as a, hash(i + 1) % 50 as b,
        hash(i + 2) % 50 as c from range(40) as t (i)`,
    );
    await expect(fit({ covariance: 'separate' })).rejects.toThrow(
      new ModelError(
        'discriminant: no predictor varies within every class (a, b, c); use covariance: pooled or singular: shrink, or choose others',
      ),
    );
    for (const options of [
      { covariance: 'separate', singular: 'shrink' },
      { covariance: 'shrunk' },
      { covariance: 'shrunk', shrinkage: { pooled: 0.5 } },
    ]) {
      const fitted = await fit(options);
      expect(fitted.predictors).toHaveLength(3);
      expect(fitted.crossValidated.total).toBe(40);
      expect((await posteriors(fitted)).every((p) => p >= 0 && p <= 1)).toBe(true);
      expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
    }
  });

  it('of fewer rows than predictors: as many are kept as can be', async () => {
    const wide = Array.from({ length: 12 }, (_, j) => `hash(i * 31 + ${j}) % 100 as x${j}`).join(', ');
    await table(engine, 'made.row', `select i as id, i % 2 as class, ${wide} from range(10) as t (i)`);
    const predictors = Array.from({ length: 12 }, (_, j) => `x${j}`);
    const dropped = await fit({ predictors, validation: 'leave_one_out' });
    expect(dropped.predictors.length + dropped.dropped.length).toBe(12);
    expect(dropped.predictors.length).toBeLessThanOrEqual(8);
    const shrunk = await fit({ predictors, singular: 'shrink' });
    expect(shrunk.predictors).toHaveLength(12);
    expect((await posteriors(shrunk)).every((p) => p >= 0 && p <= 1)).toBe(true);
  });
});

describe('what is scored', () => {
  it.each(['pooled', 'separate', 'shrunk'])(
    'has distances and typicality, and no broken number, %s',
    async (covariance) => {
      await spread(200);
      const fitted = await fit({ covariance });
      // Values far beyond what was fitted come later.
      await table(
        engine,
        'made.row',
        `select * from made.row union all select 1000 + i, 'far', x, -x, x from (values (1, 1e300), (2, 1e18), (3, -1e9)) as far (i, x)`,
      );
      const rows = await engine.rows(
        sql`select * from (${discriminantScoreSql(fitted, { functions: true })}) as scored order by customer_id`,
        {
          ...({ customer_id: 'text', assigned_segment: 'text', posterior: 'number', second_segment: 'text' } as const),
          ...({ second_posterior: 'number', is_prospect: 'boolean', squared_distance: 'number' } as const),
          ...({ typicality: 'number', second_squared_distance: 'number', score_1: 'number' } as const),
        },
      );
      expect(rows).toHaveLength(203);
      for (const row of rows) {
        expect(row.posterior + row.second_posterior).toBeCloseTo(1, 12);
        expect(Number.isFinite(row.squared_distance) && Number.isFinite(row.score_1)).toBe(true);
        expect(row.typicality).toBeGreaterThanOrEqual(0);
        expect(row.typicality).toBeLessThanOrEqual(1);
        if (Number(row.customer_id) > 1000) expect(row.typicality).toBe(0);
      }
      // Within the classes D² has the mean of χ² with p degrees of freedom, up to the loss of the means.
      const [own] = await engine.rows(
        sql`select avg(squared_distance) as mean from (${discriminantScoreSql(fitted)}) as scored
        join made.row as known on cast(known.id as varchar) = scored.customer_id and known.class = scored.assigned_segment where known.id < 1000`,
        { mean: 'number' },
      );
      expect(own!.mean).toBeGreaterThan(1);
      expect(own!.mean).toBeLessThan(5);
    },
  );
});

it('refuses values that are not numbers, by name', async () => {
  await table(
    engine,
    'made.row',
    `select i as id, i % 2 as class, case when i = 3 then 'nan'::double else i end as a from range(20) as t (i)`,
  );
  await expect(fit({ predictors: ['a'], covariance: 'separate' })).rejects.toThrow(
    'discriminant: a must be finite; it is not for 1 customer',
  );
});
