import { afterAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ConfigError, ModelError } from '../../../src/errors.ts';
import { fitClv } from '../../../src/models/clv/fit.ts';
import type { FittedClv } from '../../../src/models/clv/fitted.ts';
import { clvOptions, type ClvOptions } from '../../../src/models/clv/options.ts';
import { outlookOf } from '../../../src/models/clv/outlook.ts';
import {
  discountedPurchases,
  expectedPurchases,
  probabilityAlive,
  residualPurchases,
} from '../../../src/models/clv/predict.ts';
import { prepareClv } from '../../../src/models/clv/prepare.ts';
import { calendarOf, horizonIn, scheduleOf } from '../../../src/models/clv/schedule.ts';
import { scoreBase } from '../../../src/models/clv/score-base.ts';
import { clvScoreColumns, clvScoreSql } from '../../../src/models/clv/score.sql.ts';
import { expectedSpend } from '../../../src/models/clv/spend.ts';
import { raw } from '../../../src/sql/sql.ts';
import { contentOf, counting, open, table } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';
import { isFull } from '../../support/full.ts';

const asOf = '2026-06-30';
const opened: Engine[] = [];
afterAll(async () => {
  for (const engine of opened) await engine.close();
});

/** A company of n customers who buy at rates of their own and stop; every purchase is a row. */
async function company(n: number, threads = 2, order = 'customer_id, day', rest = ''): Promise<Engine> {
  const engine = await open({ threads });
  opened.push(engine);
  const uniform = (of: string) => `((hash(${of}) % 999983 + 0.5) / 999983.0)`;
  await table(
    engine,
    'file.purchase',
    `select 'c' || i as customer_id, date '2025-01-01' + cast(start + step as integer) as day,
        cast(round(10 + 90 * ${uniform('i * 7 + 3')} + 20 * ${uniform('i * 1013 + step * 31')}, 2) as decimal(18, 4)) as sold,
        cast(0 as decimal(18, 4)) as returned, true as is_purchase
      from (
        select i, cast(floor(200 * ${uniform('i')}) as integer) as start, 20 * ${uniform('i * 31 + 1')} as rate,
          545 * ${uniform('i * 31 + 2')} as life from range(${n}) as made (i)
      ) as customer, range(545) as day (step)
      where step = 0 or (step < life and start + step < 545 and ${uniform('i * 1000 + step')} < rate / 365)
      ${rest} order by ${order}`,
  );
  return engine;
}

async function fitAll(engine: Engine, options: ClvOptions): Promise<{ fitted: FittedClv; scored: string }> {
  const prepared = await prepareClv(engine, options, { relation: 'file.purchase', asOf });
  const fitted = await fitClv(engine, options, prepared);
  await engine.create('scores.clv', clvScoreSql(fitted, prepared.base));
  return { fitted, scored: await contentOf(engine, 'scores.clv') };
}

const options = clvOptions.parse({ bootstrap: 4, margin: 0.3, horizon: { length: 100, unit: 'day' } });

describe('a lifetime value', () => {
  it.runIf(isFull)(
    'is the same to the last bit on 1, 2 and 4 threads, with rows shuffled, and with purchases split into rows',
    async () => {
      const first = await fitAll(await company(700, 1), options);
      const shuffled = await fitAll(await company(700, 4, 'md5(customer_id || day)'), options);
      expect(shuffled).toEqual(first);
      const engine = await company(700, 2, 'hash(customer_id)');
      await engine.create(
        'file.purchase',
        raw(`select customer_id, day, part as sold, returned, is_purchase
        from (select *, unnest([cast(1 as decimal(18, 4)), sold - 1]) as part from file.purchase) as split`),
      );
      expect(await fitAll(engine, options)).toEqual(first);
    },
    60_000,
  );

  it('has scores in SQL that are those of its functions, also after a round trip through JSON; it is frozen', async () => {
    const engine = await company(600);
    const prepared = await prepareClv(engine, options, { relation: 'file.purchase', asOf });
    const made = await fitClv(engine, options, prepared);
    const fitted = JSON.parse(JSON.stringify(made)) as FittedClv;
    expect(fitted).toEqual(made);
    expect([made, made.purchases.parameters, made.validation!.tracking].every(Object.isFrozen)).toBe(true);
    const { purchases, spending } = fitted;
    await scoreBase(engine, options, prepared.base, fitted, outlookOf(options), 'scores.history');
    await engine.create('scores.clv', clvScoreSql(fitted, prepared.base, 'scores.history'));
    const columns = await engine.check(raw('select * from scores.clv'));
    expect(Object.fromEntries(columns.map(({ name, type }) => [name, type.toLowerCase()]))).toEqual(clvScoreColumns);
    const rows = await engine.rows(
      raw(`select score.*, base.recency_days, base.age_days, base.spend, last_purchased_on <= due_on and '${asOf}' <= next_purchase_on as is_later
        from scores.clv as score join ${prepared.base.base} as base using (customer_id, repeats, first_purchased_on, last_purchased_on) order by customer_id`),
      {
        repeats: 'integer',
        recency_days: 'integer',
        age_days: 'integer',
        spend: 'number',
        p_alive: 'number',
        expected_purchases: 'number',
        discounted_purchases: 'number',
        residual_purchases: 'number',
        expected_spend: 'number',
        lifetime_value: 'number',
        overdue: 'number',
        is_later: 'boolean?',
      },
    );
    expect(rows).toHaveLength(600);
    const calendar = calendarOf(options);
    const horizon = horizonIn(options.horizon, 'week', calendar);
    let [purchasesSum, valueSum] = [0, 0];
    for (const row of rows) {
      const history = {
        unit: 'week' as const,
        repeats: row.repeats,
        recency: row.recency_days / 7,
        age: row.age_days / 7,
      };
      const model = { ...purchases, unit: 'week' as const };
      const schedule = scheduleOf(horizon, options.discount, 'week', calendar);
      const worth = expectedSpend(spending.model!, row.repeats, row.spend / row.repeats);
      expect(row.p_alive).toBeCloseTo(probabilityAlive(model, history), 13);
      expect(row.expected_purchases).toBeCloseTo(expectedPurchases(model, history, horizon), 12);
      expect(row.discounted_purchases).toBeCloseTo(discountedPurchases(model, history, schedule), 12);
      expect(row.residual_purchases).toBeCloseTo(residualPurchases(model, history, options.discount, calendar), 9);
      expect(row.expected_spend).toBeCloseTo(worth, 9);
      expect(Math.abs(row.lifetime_value - row.discounted_purchases * worth * 0.3)).toBeLessThan(5.1e-5);
      expect(row.overdue >= 0 && row.overdue < 1 && row.is_later !== false).toBe(true);
      purchasesSum += row.expected_purchases;
      valueSum += row.lifetime_value;
    }
    const { totals } = fitted;
    expect(totals.purchases.value).toBeCloseTo(purchasesSum, 8);
    expect(Math.abs(totals.value.value - valueSum)).toBeLessThan(600 * 5.1e-5);
  }, 60_000);

  it('says how far totals may be off, by resampling customers', async () => {
    const engine = await company(1500);
    const { fitted } = await fitAll(engine, clvOptions.parse({ ...options, bootstrap: 60, holdout: 'none' }));
    const { low, high, value } = fitted.totals.purchases;
    const sd = (high! - low!) / (2 * 1.96);
    expect(low! < value && value < high!).toBe(true);
    expect(sd / value).toBeGreaterThan(0.001);
    expect(sd / value).toBeLessThan(0.1);
    const none = await fitAll(engine, clvOptions.parse({ ...options, bootstrap: 0, holdout: 'none' }));
    expect(none.fitted.totals.purchases).toEqual({ value, low: null, high: null });
    expect(none.fitted.validation).toBeNull();
  }, 60_000);

  it('fits to a sample by hash beyond a bound, says so, scores everybody, and fetches as few rows of many customers', async () => {
    const bounded = clvOptions.parse({ ...options, most: 700, bootstrap: 0 });
    const fetchedOf = async (n: number) => {
      const made = await company(n);
      const { engine, fetched } = counting(made);
      // Columns of numbers are bounded by ids.
      (engine as { numbers: Engine['numbers'] }).numbers = (query) => made.numbers(query);
      const { fitted } = await fitAll(engine, bounded);
      return { fetched, fitted };
    };
    const [few, many] = [await fetchedOf(1500), await fetchedOf(4500)];
    expect(many.fitted.fittedOn).toBe(700);
    expect(inEnglish(many.fitted.remarks)).toContain('the models are fitted to a sample of 700 of 4500 customers');
    expect(many.fitted.purchases.customers).toBe(700);
    const scored = await opened.at(-1)!.rows(raw('select count(*) as n from scores.clv'), { n: 'integer' });
    expect(scored[0]!.n).toBe(4500);
    expect(many.fetched.most).toBeLessThanOrEqual(Math.max(few.fetched.most, 546));
    const whole = await fitAll(await company(4500), clvOptions.parse({ ...options, bootstrap: 0, holdout: 'none' }));
    const [sampled, all] = [many.fitted.totals.purchases.value, whole.fitted.totals.purchases.value];
    expect(Math.abs(sampled / all - 1)).toBeLessThan(0.1);
  }, 60_000);

  it('holds out what it is told to, and nothing that leaves too little', async () => {
    const engine = await company(600);
    const prepared = await prepareClv(engine, options, { relation: 'file.purchase', asOf });
    const until = async (holdout: ClvOptions['holdout']) =>
      (await fitClv(engine, { ...options, bootstrap: 0, holdout }, prepared)).validation?.until;
    expect(await until('auto')).toBe('2026-03-22');
    expect(await until({ days: 91 })).toBe('2026-03-31');
    expect(await until('2026-01-31')).toBe('2026-01-31');
    await expect(until('2026-06-30')).rejects.toThrow(ConfigError);
    await expect(until('2025-01-10')).rejects.toThrow('at least 14 days after the first purchase');
  });

  it.each([
    ['nobody bought twice', `select 'c' || i, date '2025-01-01', 5, 0, true from range(50) as t (i)`, 'none has'],
    ['nobody at all', `select 'c', date '2027-01-01', 5, 0, true`, 'nobody has'],
    ['no customers are known', `select null, date '2025-01-01', 5, 0, true`, 'nobody has'],
  ])('throws a ModelError where %s', async (_, rows, sentence) => {
    const engine = await company(1);
    await table(
      engine,
      'file.purchase',
      `select customer_id::varchar as customer_id, day, sold::decimal(18,4) as sold, returned::decimal(18,4) as returned, is_purchase from (${rows}) as line (customer_id, day, sold, returned, is_purchase)`,
    );
    const fit = fitAll(engine, options);
    await expect(fit).rejects.toThrow(ModelError);
    await expect(fit).rejects.toThrow(sentence);
  });

  it('takes one mean for all where amounts do not differ, and says so', async () => {
    const engine = await company(600);
    await engine.create(
      'file.purchase',
      raw('select * replace (cast(20 as decimal(18, 4)) as sold) from file.purchase'),
    );
    const { fitted } = await fitAll(engine, options);
    expect(fitted.spending).toEqual({ model: null, mean: 20 });
    expect(inEnglish(fitted.remarks).join()).toContain('every purchase is taken to be worth the mean, 20.00');
    expect(fitted.totals.value.value).toBeGreaterThan(0);
  });
});
