import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { repurchaseRemarks, tellHoldout } from '../../../src/models/repurchase/describe.ts';
import { foretoldIn, repurchaseFigures } from '../../../src/models/repurchase/figures.ts';
import { fitRepurchase } from '../../../src/models/repurchase/fit.ts';
import type { FittedRepurchase } from '../../../src/models/repurchase/fitted.ts';
import { repurchaseOptions } from '../../../src/models/repurchase/options.ts';
import { repurchaseScoreSql } from '../../../src/models/repurchase/score.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { contentOf, open, table } from '../support.ts';
import { days, shop, windows } from './shop.ts';
import { inEnglish } from '../../../src/text/remark.ts';

const fitted = (engine: Engine, options: object, former: FittedRepurchase | null = null) =>
  fitRepurchase(engine, repurchaseOptions.parse(options), { asOf: days[2], windows, former });

describe('who buys again', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    await shop(engine);
    return () => engine.close();
  });

  const count = async (query: string): Promise<number> => {
    const [row] = await engine.rows(raw(query), { n: 'integer' }, 1);
    return row!.n;
  };

  it('is counted in windows, of those who had not lapsed before', async () => {
    const { training, holdout } = await fitted(engine, { features: ['hint'] });
    for (const [seen, known, later, since] of [
      [training, 'first.customer', 'second.customer', days[0]],
      [holdout!, 'second.customer', 'features.customer', days[1]],
    ] as const) {
      const active = `select count(*) as n from ${known} as known join ${later} as seen using (customer_id) where known.recency_days <= 365`;
      expect(seen!.customers).toBe(await count(active));
      expect(seen!.again).toBe(await count(`${active} and seen.last_purchased_on > date '${since}'`));
    }
    await engine.create('warehouse.setting', sql`select 60 as active_days`);
    onTestFinished(() => table(engine, 'warehouse.setting', 'select 365 as active_days'));
    const strict = await fitted(engine, { features: ['hint'] });
    expect(strict.training!.customers).toBeLessThan(training!.customers);
    expect(strict.training!.customers).toBe(
      await count('select count(*) as n from first.customer where recency_days <= 60'),
    );
  });

  it('is foretold by a model that beats the naive rule, and measured where it knows nothing', async () => {
    const found = await fitted(engine, { features: ['hint', 'log1p(recency_days)'] });
    const { model, naive, contest } = found.holdout!;
    expect(found.used!.by).toBe('model');
    expect(model!.brier).toBeLessThan(naive.brier);
    expect(contest.comparisons[0]!.difference).toBeCloseTo(model!.brier - naive.brier, 6);
    expect(model!.deciles[0]!.lift).toBeGreaterThan(1.3);
    expect(tellHoldout(found)).toMatch(
      /^measured on the days after 2026-04-01, up to 2026-06-30, by what was known before: \d+ of \d+ active customers bought again/,
    );
    await engine.create('scores.repurchase', repurchaseScoreSql(found, 'features.customer'));
    const [scores] = await engine.rows(
      sql`select count(*) as n, min(probability) as least, max(probability) as most,
          avg(probability) filter (where cast(substr(customer_id, 2) as integer) % 3 = 0) as loyal,
          avg(probability) filter (where cast(substr(customer_id, 2) as integer) % 3 > 0) as others
        from scores.repurchase`,
      { n: 'integer', least: 'number', most: 'number', loyal: 'number', others: 'number' },
      1,
    );
    expect(scores!.n).toBe(await count('select count(*) as n from features.customer where recency_days <= 365'));
    expect(scores!.least).toBeGreaterThan(0);
    expect(scores!.most).toBeLessThan(1);
    expect(scores!.loyal).toBeGreaterThan(scores!.others + 0.2);
  });

  it('is told in sum and by tenths, as the record of a run keeps it', async () => {
    const found = await fitted(engine, { features: ['hint', 'log1p(recency_days)'] });
    const { again, customers, model, naive, rate, constant, since } = found.holdout!;
    for (const way of [model!, naive]) expect(Math.abs(foretoldIn(way) / again - 1)).toBeLessThan(0.1);
    expect(tellHoldout(found)).toContain(`bought again (${((100 * again) / customers).toFixed(1)}%), ${Math.round(foretoldIn(model!))} were foretold. Brier`); // prettier-ignore
    const { holdout, ...figures } = repurchaseFigures(found);
    expect(figures).toEqual({ withinDays: 90, used: 'model', reason: null });
    expect(holdout).toMatchObject({
      since,
      customers,
      again,
      unforetold: 0,
      model: { brier: model!.brier, auc: model!.auc },
    });
    expect(holdout!.oneRate).toEqual({ brier: constant, foretold: rate * customers });
    const { deciles, foretold } = holdout!.naiveRule;
    expect(deciles.reduce((sum, tenth) => sum + tenth.foretold, 0)).toBeCloseTo(foretold, 9);
    expect(deciles.reduce((sum, tenth) => sum + tenth.again, 0)).toBeCloseTo(again, 9);
  });

  it('is foretold by what was used the night before for the same question, unless that is beaten', async () => {
    const options = { features: ['hint'] };
    const fresh = await fitted(engine, options);
    const { comparisons, incumbent } = fresh.holdout!.contest;
    const { difference, error } = comparisons[0]!;
    expect(Math.abs(difference), 'within a standard error').toBeLessThan(error);
    expect([incumbent, fresh.used!.by]).toEqual(['one rate', 'naive rule']);
    const before: FittedRepurchase = { ...fresh, used: { ...fresh.used!, by: 'model' } };
    const next = await fitted(engine, options, before);
    expect([next.holdout!.contest.incumbent, next.used!.by]).toEqual(['model', 'model']);
    const other = await fitted(engine, { ...options, within_days: 60 }, before);
    expect([other.holdout!.contest.incumbent, other.used!.by]).toEqual(['one rate', 'naive rule']);
  });

  it('is foretold from the features of the day that is asked for, by a model that knows no table of one night', async () => {
    const found = await fitted(engine, { features: ['hint'] });
    expect(JSON.stringify(found)).not.toMatch(/(first|second)\.customer/);
    const scored = (known: string) => engine.create('made.score', repurchaseScoreSql(found, known));
    await scored('second.customer');
    const before = await contentOf(engine, 'made.score');
    await scored('features.customer');
    expect(await contentOf(engine, 'made.score')).not.toBe(before);
  });

  it('falls back to the naive rule where a model knows nothing, by either method', async () => {
    await table(engine, 'first.customer', 'select *, hash(customer_id) % 1000 / 1000.0 as noise from first.customer');
    for (const relation of ['second.customer', 'features.customer'])
      await table(engine, relation, `select *, hash(customer_id || 'x') % 1000 / 1000.0 as noise from ${relation}`);
    for (const method of ['discriminant', 'tree']) {
      const found = await fitted(engine, { features: ['noise'], method });
      expect(found.used!.by).toBe('naive rule');
      expect(inEnglish(repurchaseRemarks(found)).at(-1)).toBe(
        'the model does not beat recency alone by more than one standard error; probabilities are by recency alone',
      );
      expect(found.used!.classifier.model).toBe('discriminant');
    }
  });

  it('learns nothing from what was not known yet: features are read as of the day before each window', async () => {
    const honest = await fitted(engine, { features: ['log1p(recency_days)', 'hint'] });
    const cheating = await fitted(engine, { features: ['log1p(recency_days)', 'hint', 'omen'] });
    expect(cheating.holdout!.model!.auc).toBeGreaterThan(0.99); // a table that knows the future would be seen at once
    for (const relation of ['first.customer', 'second.customer'])
      await table(engine, relation, `select * replace (0 as omen) from ${relation}`);
    const blind = await fitted(engine, { features: ['log1p(recency_days)', 'hint', 'omen'] });
    expect(blind.holdout!.model).toEqual(honest.holdout!.model);
    expect(inEnglish(repurchaseRemarks(blind))).toContain('omen is constant; the model does without it');
  });

  it('is not foretold from too few customers, which is said', async () => {
    const of = (days: number) => table(engine, 'warehouse.setting', `select ${days} as active_days`);
    onTestFinished(() => of(365));
    await of(5);
    const some = await fitted(engine, { features: ['hint', 'recency_days', 'omen'] });
    expect(some.holdout).toMatchObject({ model: null, tooFew: expect.stringMatching(/to learn 3 coefficients, at least 30 must have bought and 30 not$/) as string }); // prettier-ignore
    await of(1);
    const found = await fitted(engine, { features: ['hint', 'recency_days', 'omen'] });
    expect(found).toMatchObject({ holdout: null, used: null });
    expect(tellHoldout(found)).toMatch(
      /^nothing is foretold: after 2026-01-01, up to 2026-04-01, \d+ of \d+ active customers bought again; to learn 1 coefficient, at least 10 must have bought and 10 not$/,
    );
    expect(inEnglish(repurchaseRemarks(found))).toEqual([
      'nothing is foretold: past days cannot be learnt from, or had too few customers',
    ]);
    await engine.create('scores.repurchase', repurchaseScoreSql(found, 'features.customer'));
    expect(await count('select count(*) as n from scores.repurchase')).toBe(0);
  });
});

describe('who buys again, in other shops', () => {
  const inShop = async (rates: readonly [number, number], options: object) => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await shop(engine, rates);
    return { engine, found: await fitted(engine, options) };
  };

  it('is not foretold where neither model nor recency does better than one rate for everybody', async () => {
    const { found } = await inShop([20, 20], { features: ['hint'] });
    const { model, naive, constant } = found.holdout!;
    expect(Math.min(model!.brier, naive.brier)).toBeGreaterThanOrEqual(constant);
    expect(found.used).toBeNull();
    expect(tellHoldout(found)).toMatch(
      /neither the model nor recency alone foretold the last window better than one rate for everybody by more than one standard error$/,
    );
    expect(inEnglish(repurchaseRemarks(found))).toEqual(['nothing is foretold: one rate for everybody does as well']);
  });

  it('is learnt by a tree also where hardly anybody does, with probabilities of that size', async () => {
    const { engine, found } = await inShop([40, 4], { features: ['hint'], method: 'tree' });
    const { model, again, customers } = found.holdout!;
    expect(again / customers).toBeLessThan(0.25);
    expect(model!.auc).toBeGreaterThan(0.65);
    expect(found.used).toMatchObject({ by: 'model', classifier: { model: 'tree' } });
    await engine.create('scores.repurchase', repurchaseScoreSql(found, 'features.customer'));
    const [mean] = await engine.rows(
      sql`select avg(probability) as rate from scores.repurchase`,
      { rate: 'number' },
      1,
    );
    expect(Math.abs(mean!.rate - again / customers)).toBeLessThan(0.05);
  });

  it('is foretold by recency alone where there are too few customers for the levels of a text, which is said', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await shop(engine, [85, 15], 200);
    for (const [place, relation] of ['first.customer', 'second.customer', 'features.customer'].entries())
      await table(
        engine,
        relation,
        `select *, 'town' || (hash(customer_id || '${place}') % 12) as town from ${relation}`,
      );
    const found = await fitted(engine, { features: ['town'] });
    const { model, naive, constant, unforetold, tooFew, contest } = found.holdout!;
    expect([model, unforetold, found.used!.by]).toEqual([null, 0, 'naive rule']);
    expect(tooFew).toMatch(/to learn 11 coefficients, at least 110 must have bought and 110 not$/);
    expect(naive.brier).toBeLessThan(constant);
    expect(contest.comparisons.map(({ first, second }) => [first, second])).toEqual([['naive rule', 'one rate']]);
    expect(tellHoldout(found)).toMatch(
      /were foretold by recency alone\. Brier score 0\.\d{4}, of one rate for everybody 0\.\d{4} \(p .*\); area under the ROC curve 0\.\d{3}; lift of the best tenth \d\.\d\d; recency competes alone, as there is no model: after 2026-0\d-01/,
    );
    expect(inEnglish(repurchaseRemarks(found))).toEqual([
      'there are too few customers for the coefficients of the model; probabilities are by recency alone',
    ]);
    expect(repurchaseFigures(found).holdout).toMatchObject({ model: null, naiveRule: { brier: naive.brier } });
    // What was used the night before cannot stay where it is not there.
    const before: FittedRepurchase = { ...found, used: { ...found.used!, by: 'model' } };
    const next = await fitted(engine, { features: ['town'] }, before);
    expect([next.holdout!.contest.incumbent, next.used!.by]).toEqual(['one rate', 'naive rule']);
  });

  it('is measured with one rate for those whose values the model cannot take, which is said', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await shop(engine);
    const strange = `case when hash(customer_id || 'strange') % 50 = 0 then -5 else hint end as hint`;
    await table(engine, 'second.customer', `select * replace (${strange}) from second.customer`);
    const found = await fitted(engine, { features: ['log1p(hint)', 'log1p(recency_days)'] });
    const [lost] = await engine.rows(
      sql`select count(*) as n from second.customer where hint = -5 and recency_days <= 365`,
      { n: 'integer' },
      1,
    );
    const { unforetold, model, customers, naive } = found.holdout!;
    expect([unforetold, model!.rows, naive.rows]).toEqual([lost!.n, customers, customers]);
    expect(unforetold).toBeGreaterThan(10);
    // The last window cannot be learnt with such values, but what was measured is told.
    expect(found.used).toBeNull();
    expect(tellHoldout(found)).toMatch(
      new RegExp(
        `; ${unforetold} of them had no value that the model can take, and count with one rate; nothing is foretold: the days after 2026-04-01 or before cannot be learnt from: discriminant: log1p\\(hint\\) needs values above -1`,
      ),
    );
  });

  it('is not foretold where nobody had bought before the windows, which is said', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await shop(engine);
    await table(engine, 'first.customer', 'select * from first.customer limit 0');
    const found = await fitted(engine, {});
    expect(found.reason).toBe(
      'up to 2026-01-01 nobody had bought who had not lapsed; purchases must reach back further',
    );
    expect(inEnglish(repurchaseRemarks(found))).toEqual([
      'nothing is foretold: purchases do not reach back to before the last two windows',
    ]);
  });

  it('is not foretold where a past day has no values of a feature, and the night goes on', async () => {
    const engine = await open();
    onTestFinished(() => engine.close());
    await shop(engine);
    await table(engine, 'first.customer', 'select * replace (cast(null as double) as hint) from first.customer');
    const found = await fitted(engine, { features: ['hint'] });
    expect(found).toMatchObject({ holdout: null, used: null });
    expect(found.reason).toMatch(
      /^the days after 2026-0\d-01 or before cannot be learnt from: discriminant: hint has no values/,
    );
  });
});

it.each([
  'attribute:tariff',
  'annual_income',
  'email_opt_in',
  'log1p(annual_income)',
  'country',
  'gender',
  'known_days',
  'age_years',
])('%s is no feature: it is of today, and may know what is foretold', (feature) => {
  const { error } = repurchaseOptions.safeParse({ features: ['recency_days', feature] });
  expect(error?.issues[0]?.message).toMatch(/must follow from purchases and contacts/);
});
