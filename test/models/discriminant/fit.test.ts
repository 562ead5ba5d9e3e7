import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ConfigError, ModelError } from '../../../src/errors.ts';
import { describeDiscriminant } from '../../../src/models/discriminant/describe.ts';
import { fitDiscriminant, learnDiscriminant } from '../../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../../src/models/discriminant/options.ts';
import {
  discriminantScoreColumns,
  discriminantScoreSql,
  noDiscriminantScores,
} from '../../../src/models/discriminant/score.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { customers, open, table } from '../support.ts';
import { strange } from './strange.ts';
import { inEnglish } from '../../../src/text/remark.ts';

let engine: Engine;
const asOf = '2026-11-20';
const predictors = ['age_years', 'acquisition_source', 'email_opt_in', 'channel_share:web'];

beforeAll(async () => {
  engine = await open();
  await customers(engine, 5000);
});
afterAll(() => engine.close());

const fit = (
  options: Record<string, unknown> = {},
  relation = 'features.customer',
  key = 'customer_id',
): Promise<FittedDiscriminant> =>
  fitDiscriminant(engine, discriminantOptions.parse({ predictors, ...options }), { asOf, relation, key });

const made = (options: Record<string, unknown>): Promise<FittedDiscriminant> =>
  fit({ class: 'class', ...options }, 'made.row', 'id');

it.each([{}, { covariance: 'shrunk', shrinkage: { diagonal: 0.1 } }])(
  'learnt alone it is the same analysis, with the same choice of %j, but for how often it is right',
  async (options) => {
    const { resubstitution, crossValidated, heldOut, chance, warnings, ...learnt } = await fit(options);
    expect([resubstitution, crossValidated, heldOut, chance, warnings]).not.toContain(undefined);
    const asked = discriminantOptions.parse({ predictors, ...options });
    expect(await learnDiscriminant(engine, asked, { asOf, relation: 'features.customer' })).toEqual(learnt);
  },
);

describe('fitDiscriminant(engine, options, input)', () => {
  it('learns the segments from those who have one and scores prospects too', async () => {
    const fitted = await fit();
    expect(fitted.classes.map((one) => one.class)).toEqual(['s1', 's2', 's3']);
    expect(fitted.predictors.map((one) => one.predictor)).toEqual([
      'age_years',
      'acquisition_source=fair',
      'acquisition_source=friend',
      'email_opt_in=false',
      'channel_share:web',
    ]);
    expect(fitted.codings[0]).toMatchObject({ column: 'acquisition_source', reference: 'search' });
    await engine.create('made.scores', discriminantScoreSql(fitted));
    const [counts] = await engine.rows(
      raw(`select
          (select count(*) from features.customer where acquisition_source is not null) as usable,
          count(*) as scored, count(*) filter (where is_prospect) as prospects,
          count(*) filter (where posterior < second_posterior or posterior > 1 or second_posterior < 0) as odd
        from made.scores`),
      { usable: 'integer', scored: 'integer', prospects: 'integer', odd: 'integer' },
    );
    expect(counts!.scored).toBe(counts!.usable);
    expect(counts!.prospects).toBeGreaterThan(300);
    expect(counts!.odd).toBe(0);
  });

  it('counts in its table what its scores assign', async () => {
    const fitted = await fit();
    await engine.create('made.scores', discriminantScoreSql(fitted));
    const rows = await engine.rows(
      raw(
        `select known.segment, assigned_segment, count(*) as n from made.scores join scores.segment as known using (customer_id) group by all`,
      ),
      { segment: 'text', assigned_segment: 'text', n: 'integer' },
    );
    const { classes, counts, total } = fitted.resubstitution;
    expect(total).toBe(fitted.customers);
    for (const { segment, assigned_segment, n } of rows) {
      expect(counts[classes.indexOf(segment)]![classes.indexOf(assigned_segment)]).toBe(n);
    }
  });

  it('cross-validates every customer once, by parts that do not know them', async () => {
    // Pure noise: by resubstitution many predictors look good, by cross-validation they are as good as chance.
    const noise = Array.from({ length: 12 }, (_, j) => `hash(i * 17 + ${j}) % 1000 as x${j}`).join(', ');
    await table(engine, 'made.row', `select i as id, hash(i) % 2 as class, ${noise} from range(80) as t (i)`);
    const fitted = await made({ predictors: Array.from({ length: 12 }, (_, j) => `x${j}`) });
    expect(fitted.crossValidated.total).toBe(80);
    expect(fitted.resubstitution.hitRatio).toBeGreaterThan(fitted.crossValidated.hitRatio + 0.08);
    expect(fitted.crossValidated.hitRatio).toBeLessThan(0.62);
    expect(describeDiscriminant(fitted).worthwhile).toBe(false);
  });

  it('drops constant and dependent predictors by name', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, i % 3 as class, hash(i) % 100 + 20 * (i % 3) as a, hash(i + 1) % 100 as b, 5 as c, i % 3 as d,
        hash(i) % 100 + 20 * (i % 3) + hash(i + 1) % 100 as e,
        'x' as f, cast(null as varchar) as g from range(300) as t (i)`,
    );
    const fitted = await made({ predictors: ['c', 'a', 'b', 'd', 'e', 'f', 'g'] });
    expect(fitted.predictors.map((one) => one.predictor)).toEqual(['a', 'b']);
    expect(fitted.dropped).toMatchObject([
      { feature: 'f', reason: 'is constant' },
      { feature: 'g', reason: 'has no values' },
      { feature: 'c', reason: 'is constant' },
      { feature: 'd', reason: 'is constant within every class' },
      { feature: 'e', reason: expect.stringMatching(/^follows from the predictors before it \(tolerance /) as string },
    ]);
    expect(fitted.matrix.columns.map((column) => column.name)).toEqual(['a', 'b']);
  });

  it('takes priors by size, equal, or given', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, case when i % 4 = 0 then 'few' else 'many' end as class, hash(i) % 97 as a from range(400) as t (i)`,
    );
    const prior = async (priors: unknown): Promise<number[]> =>
      (await made({ predictors: ['a'], priors })).classes.map((one) => one.prior);
    expect(await prior('size')).toEqual([0.25, 0.75]);
    expect(await prior('equal')).toEqual([0.5, 0.5]);
    expect(await prior({ few: 0.9, many: 0.1 })).toEqual([0.9, 0.1]);
    await expect(prior({ few: 1 })).rejects.toThrow('discriminant: priors must name every class; many is missing');
    await expect(prior({ few: 0.5, many: 0.4, none: 0.1 })).rejects.toThrow(
      /priors names none, which is no class; the classes are few, many/,
    );
  });

  it('leaves out or fills missing predictors, counted', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, i % 2 as class, case when i % 10 > 0 then hash(i) % 50 + i % 2 end as a from range(200) as t (i)`,
    );
    const listwise = await made({ predictors: ['a'] });
    expect(listwise.customers).toBe(180);
    expect(describeDiscriminant(listwise).missing).toEqual([{ predictor: 'a', customers: 20, rule: 'listwise' }]);
    expect((await made({ predictors: ['a'], missing: 'mean' })).customers).toBe(200);
  });

  it('separates classes completely without breaking', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, i % 2 as class, i % 2 * 1000 + hash(i) % 10 as a from range(100) as t (i)`,
    );
    const fitted = await made({ predictors: ['a'] });
    expect(fitted.resubstitution.hitRatio).toBe(1);
    expect(fitted.overall.p).toBeGreaterThanOrEqual(0);
    const scores = await engine.rows(discriminantScoreSql(fitted), { posterior: 'number', second_posterior: 'number' });
    expect(scores.every((row) => row.posterior === 1 && row.second_posterior < 1e-100)).toBe(true);
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
  });

  it('says that classes with equal means do not differ', async () => {
    await table(engine, 'made.row', `select i as id, i % 2 as class, i // 2 % 5 as a from range(100) as t (i)`);
    const fitted = await made({ predictors: ['a'] });
    expect(fitted.functions).toEqual([]);
    expect(fitted.overall).toMatchObject({ wilks: 1, f: 0, p: 1 });
    expect(strange(describeDiscriminant(fitted))).toEqual([]);
  });

  it('warns of classes that are small or empty', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, case when i < 2 then 'rare' when i < 4 then 'lost' when i % 2 = 0 then 'x' else 'y' end as class,
        case when i < 2 or i > 3 then hash(i) % 50 end as a, hash(i + 5) % 50 as b from range(200) as t (i)`,
    );
    const { warnings } = await made({ predictors: ['a', 'b'] });
    expect(inEnglish(warnings).slice(0, 2)).toEqual([
      'class lost was left out: none of its customers has every predictor',
      'class rare has 2 customers for 2 predictors; trust it little',
    ]);
  });

  it('warns of an analysis that chance could match', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, case when i % 5 < 3 then 'big' else 'small' end as class, hash(i) % 97 as a from range(400) as t (i)`,
    );
    const fitted = await made({ predictors: ['a'] });
    expect(fitted.functions[0]!.test.p).toBeGreaterThan(0.05);
    expect(inEnglish(fitted.warnings)).toEqual([
      expect.stringMatching(
        /^the predictors do not tell the classes apart by more than chance would \(Wilks' lambda: p = 0\.\d{3}\)/,
      ),
      expect.stringMatching(
        /^60\.0% of customers .*no more than the 60\.0% if everyone were put into big \(.*52\.0%\)/,
      ),
    ]);
  });

  it('warns of an analysis that is significant, but puts right no more than the largest class', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, case when i % 10 = 0 then 'few' else 'many' end as class,
        hash(i) % 100 + case when i % 10 = 0 then 20 else 0 end as a from range(1000) as t (i)`,
    );
    const fitted = await made({ predictors: ['a'] });
    expect(fitted.functions[0]!.test.p).toBeLessThan(0.05);
    expect(inEnglish(fitted.warnings)).toEqual([
      expect.stringMatching(/^90\.0% of customers .*no more than the 90\.0% .* many /),
    ]);
  });

  it('leaves no warning where the classes are told apart', async () => {
    expect(inEnglish((await fit()).warnings)).toEqual([]);
  });

  it('refuses what it cannot learn from, in a sentence', async () => {
    const refused = (options: Record<string, unknown>, message: RegExp | Error): Promise<void> =>
      expect(made(options)).rejects.toThrow(message);
    await table(engine, 'made.row', `select i as id, 'one' as class, i as a, 3 as b from range(20) as t (i)`);
    await refused(
      { predictors: ['a'] },
      new ModelError('discriminant: class has one value, one; at least two classes are needed'),
    );
    await table(engine, 'made.row', `select i as id, cast(null as varchar) as class, i as a from range(20) as t (i)`);
    await refused(
      { predictors: ['a'] },
      new ModelError('discriminant: no customer has a class; there is nothing to learn from'),
    );
    await table(engine, 'made.row', `select i as id, i as class, i as a from range(200) as t (i)`);
    await refused({ predictors: ['a'] }, /class has more than 100 values; it is no class/);
    await table(engine, 'made.row', `select i as id, i % 2 as class, 3 as b, 'x' as c from range(20) as t (i)`);
    await refused({ predictors: ['b'] }, /no predictor varies within the classes \(b\); choose others/);
    await refused({ predictors: ['c'] }, /every predictor is constant/);
    await table(engine, 'made.row', `select i as id, i as class, i as a from range(2) as t (i)`);
    await refused({ predictors: ['a'] }, /2 customers for 2 classes are too few/);
    await table(
      engine,
      'made.row',
      `select i as id, i % 2 as class, case when i % 2 = 0 then hash(i) % 9 end as a from range(50) as t (i)`,
    );
    await refused({ predictors: ['a'] }, /only one class has customers with every predictor; use missing: mean/);
    await expect(fit({ class: 'segmnt' })).rejects.toThrow(
      new ConfigError(
        'discriminant: class must be segment, rfm_segment or a column of features.customer; got segmnt; did you mean segment?',
      ),
    );
  });

  it('has a table without rows for a pipeline without it, with the same columns', async () => {
    const columns = async (query: Parameters<Engine['check']>[0]) =>
      Object.fromEntries((await engine.check(query)).map((column) => [column.name, column.type.toLowerCase()]));
    expect(await columns(noDiscriminantScores)).toEqual(discriminantScoreColumns);
    expect(await columns(discriminantScoreSql(await fit()))).toEqual(discriminantScoreColumns);
    expect(
      await engine.rows(sql`select count(*) as n from (${noDiscriminantScores}) as none`, { n: 'integer' }),
    ).toEqual([{ n: 0 }]);
  });
});
