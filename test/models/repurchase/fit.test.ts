import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { repurchaseRemarks, tellHoldout } from '../../../src/models/repurchase/describe.ts';
import { fitRepurchase } from '../../../src/models/repurchase/fit.ts';
import { repurchaseOptions } from '../../../src/models/repurchase/options.ts';
import { repurchaseScoreSql } from '../../../src/models/repurchase/score.sql.ts';
import type { LabelWindow } from '../../../src/models/repurchase/window.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { open, table } from '../support.ts';

const days = ['2026-01-01', '2026-04-01', '2026-06-30'] as const;

const windows: readonly [LabelWindow, LabelWindow] = [
  { since: days[0], until: days[1], before: 'first.customer', after: 'second.customer' },
  { since: days[1], until: days[2], before: 'second.customer', after: 'features.customer' },
];

/**
 * Three states of 2,000 customers, each known since 2025-01-01. A third of them, the loyal ones, buys in nearly every window, the others seldom. `hint` tells
 * the loyal ones with 80 % certainty; `omen` is 1 for whoever buys in the window to come, and so known only after it.
 */
async function shop(engine: Engine, [loyal, others]: readonly [number, number] = [85, 15]): Promise<void> {
  const buys = (window: number): string =>
    `hash(i * 7 + ${window}) % 100 < case when i % 3 = 0 then ${loyal} else ${others} end`;
  const last = (state: number): string => {
    const seen = [2, 1, 0].filter((window) => window <= state);
    const cases = seen.map(
      (window) => `when ${buys(window)} then date '${days[window]!}' - cast(hash(i * 13 + ${window}) % 80 as integer)`,
    );
    return `case ${cases.join(' ')} else date '2025-09-01' - cast(hash(i) % 300 as integer) end`;
  };
  for (const [state, relation] of ['first.customer', 'second.customer', 'features.customer'].entries())
    await table(
      engine,
      relation,
      `select *, date_diff('day', last_purchased_on, date '${days[state]!}') + 1 as recency_days from (
        select 'c' || i as customer_id, false as is_prospect, ${last(state)} as last_purchased_on,
          case when hash(i * 31) % 10 < 8 then i % 3 = 0 else i % 3 <> 0 end::integer + hash(i * 17) % 1000 / 5000.0 as hint,
          case when ${buys(state + 1)} then 1 else 0 end + hash(i * 19) % 1000 / 5000.0 as omen
        from range(2000) as t (i)) as known`,
    );
  await table(engine, 'warehouse.setting', 'select 365 as active_days');
}

const fitted = (engine: Engine, options: object) =>
  fitRepurchase(engine, repurchaseOptions.parse(options), { asOf: days[2], windows });

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
    const found = await fitted(engine, { features: ['hint'] });
    const { model, naive, difference } = found.holdout!;
    expect(found.used!.by).toBe('model');
    expect(model.brier).toBeLessThan(naive.brier);
    expect(difference.difference).toBeCloseTo(model.brier - naive.brier, 6);
    expect(model.deciles[0]!.lift).toBeGreaterThan(1.3);
    expect(tellHoldout(found)).toMatch(
      /^measured on the days after 2026-04-01, up to 2026-06-30, by what was known before: \d+ of \d+ active customers bought again/,
    );
    await engine.create('scores.repurchase', repurchaseScoreSql(found));
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

  it('falls back to the naive rule where a model knows nothing, by either method', async () => {
    await table(engine, 'first.customer', 'select *, hash(customer_id) % 1000 / 1000.0 as noise from first.customer');
    for (const relation of ['second.customer', 'features.customer'])
      await table(engine, relation, `select *, hash(customer_id || 'x') % 1000 / 1000.0 as noise from ${relation}`);
    for (const method of ['discriminant', 'tree']) {
      const found = await fitted(engine, { features: ['noise'], method });
      expect(found.used!.by).toBe('naive rule');
      expect(repurchaseRemarks(found).at(-1)).toBe(
        'the model did no better than recency alone; probabilities are by recency alone',
      );
      expect(found.used!.classifier.model).toBe('discriminant');
    }
  });

  it('learns nothing from what was not known yet: features are read as of the day before each window', async () => {
    const honest = await fitted(engine, { features: ['log1p(recency_days)', 'hint'] });
    const cheating = await fitted(engine, { features: ['log1p(recency_days)', 'hint', 'omen'] });
    expect(cheating.holdout!.model.auc).toBeGreaterThan(0.99); // a table that knows the future would be seen at once
    for (const relation of ['first.customer', 'second.customer'])
      await table(engine, relation, `select * replace (0 as omen) from ${relation}`);
    const blind = await fitted(engine, { features: ['log1p(recency_days)', 'hint', 'omen'] });
    expect(blind.holdout!.model).toEqual(honest.holdout!.model);
    expect(repurchaseRemarks(blind)).toContain('omen is constant; the model does without it');
  });

  it('is not foretold from too few customers, which is said', async () => {
    await engine.create('warehouse.setting', sql`select 5 as active_days`);
    onTestFinished(() => table(engine, 'warehouse.setting', 'select 365 as active_days'));
    const found = await fitted(engine, { features: ['hint', 'recency_days', 'omen'] });
    expect(found).toMatchObject({ holdout: null, used: null });
    expect(tellHoldout(found)).toMatch(
      /^nothing is foretold: after 2026-01-01, up to 2026-04-01, \d+ of \d+ active customers bought again; to learn from 3 features, at least 30 must have bought and 30 not$/,
    );
    expect(repurchaseRemarks(found)).toEqual([
      'nothing is foretold: past days cannot be learnt from, or had too few customers',
    ]);
    await engine.create('scores.repurchase', repurchaseScoreSql(found));
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
    expect(Math.min(model.brier, naive.brier)).toBeGreaterThanOrEqual(constant);
    expect(found.used).toBeNull();
    expect(tellHoldout(found)).toMatch(
      /neither the model nor recency alone foretold the last window better than one rate for everybody$/,
    );
    expect(repurchaseRemarks(found)).toEqual(['nothing is foretold: one rate for everybody does as well']);
  });

  it('is learnt by a tree also where hardly anybody does, with probabilities of that size', async () => {
    const { engine, found } = await inShop([40, 4], { features: ['hint'], method: 'tree' });
    const { model, again, customers } = found.holdout!;
    expect(again / customers).toBeLessThan(0.25);
    expect(model.auc).toBeGreaterThan(0.65);
    expect(found.used).toMatchObject({ by: 'model', classifier: { model: 'tree' } });
    await engine.create('scores.repurchase', repurchaseScoreSql(found));
    const [mean] = await engine.rows(
      sql`select avg(probability) as rate from scores.repurchase`,
      { rate: 'number' },
      1,
    );
    expect(Math.abs(mean!.rate - again / customers)).toBeLessThan(0.05);
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
