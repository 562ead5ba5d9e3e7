import { afterAll, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { fitClv } from '../../../src/models/clv/fit.ts';
import type { FittedClv } from '../../../src/models/clv/fitted.ts';
import { clvOptions } from '../../../src/models/clv/options.ts';
import { prepareClv } from '../../../src/models/clv/prepare.ts';
import { clvScoreSql } from '../../../src/models/clv/score.sql.ts';
import { sharedFolder } from '../../support/running.ts';
import { contentOf, open, openShared, table } from '../support.ts';
import { plantedPurchases, standardErrorsOf } from './support.ts';

const options = { bootstrap: 3, holdout: 'none', margin: 0.25, horizon: { length: 6, unit: 'month' } } as const;
const made = plantedPurchases({ family: 'bgnbd', parameters: [0.8, 3, 0.9, 3] }, 600, 5);
const folder = sharedFolder();
const opened = new Map<string, Promise<Engine>>();
afterAll(async () => {
  for (const engine of opened.values()) await (await engine).close();
});

/** A database with the planted purchases: in memory, or with small row groups on so many threads. */
function database(threads?: number): Promise<Engine> {
  const make = async (): Promise<Engine> => {
    const engine = await (threads === undefined ? open({ threads: 1 }) : openShared(folder, threads));
    await table(engine, 'file.made', made);
    return engine;
  };
  const key = String(threads);
  const engine = opened.get(key) ?? make();
  opened.set(key, engine);
  return engine;
}

interface Outcome {
  readonly fitted: FittedClv;
  /** All scores as one text. */
  readonly scores: string;
}

/** Fits to purchases that were made of the planted ones, and scores them. */
async function outcomeOf(
  purchases: string,
  {
    threads = 2,
    scored = 'select * from scores.clv',
    ...more
  }: { threads?: number; scored?: string; unit?: string } = {},
): Promise<Outcome> {
  const engine = await database(threads);
  await table(engine, 'file.purchase', purchases);
  const asked = clvOptions.parse({ ...options, ...more });
  const prepared = await prepareClv(engine, asked, { relation: 'file.purchase', asOf: '2026-06-30' });
  const fitted = await fitClv(engine, asked, prepared);
  await engine.create('scores.clv', clvScoreSql(fitted, prepared.base));
  await table(engine, 'scores.told', scored);
  return { fitted, scores: await contentOf(engine, 'scores.told') };
}

let known: Promise<Outcome> | undefined;
const plain = (): Promise<Outcome> => (known ??= outcomeOf('select * from file.made'));

const close = (value: number, expected: number, share = 1e-6): void => {
  expect(Math.abs(value / expected - 1)).toBeLessThan(share);
};

it('is the same to the last bit on any number of threads and in any order of the rows', async () => {
  const first = await plain();
  expect(first.fitted.purchases.family).toBe('bgnbd');
  for (const [threads, order] of [
    [2, 'hash(customer_id, day)'],
    [4, 'day desc, customer_id desc'],
  ] as const)
    expect(await outcomeOf(`select * from file.made order by ${order}`, { threads })).toEqual(first);
});

it('does not depend on what customers are called', async () => {
  const renamed = await outcomeOf(`select * replace (md5(customer_id) as customer_id) from file.made`, {
    scored: `select s.* replace (m.customer_id as customer_id) from scores.clv as s
      join (select distinct customer_id from file.made) as m on md5(m.customer_id) = s.customer_id`,
  });
  expect(renamed).toEqual(await plain());
});

it('with every customer three times has the same parameters, and three times all sums', async () => {
  const { fitted } = await plain();
  const thrice = await outcomeOf(
    `select * replace (customer_id || '-' || copy as customer_id) from file.made, range(3) as t (copy)`,
    {
      scored: `select distinct * exclude (copy) from (select * replace (split_part(customer_id, '-', 1) as customer_id), 0 as copy from scores.clv)`,
    },
  );
  for (const [name, value] of Object.entries(fitted.purchases.parameters)) {
    close(thrice.fitted.purchases.parameters[name]!, value);
    const [errors, ofOne] = [thrice.fitted, fitted].map((one) => standardErrorsOf(one.purchases)) as [
      Record<string, number>,
      Record<string, number>,
    ];
    close(errors[name]!, ofOne[name]! / Math.sqrt(3), 1e-4);
  }
  for (const name of ['p', 'q', 'gamma'] as const)
    close(thrice.fitted.spending.model!.parameters[name], fitted.spending.model!.parameters[name]);
  close(thrice.fitted.purchases.logLikelihood, 3 * fitted.purchases.logLikelihood, 1e-12);
  for (const of of ['purchases', 'value'] as const) close(thrice.fitted.totals[of].value, 3 * fitted.totals[of].value);
  expect(thrice.fitted.facts.histories).toBe(fitted.facts.histories);
});

it.each([
  ['day', 7],
  ['month', 7 / (365.25 / 12)],
])('in %ss has the same totals as in weeks', async (unit, ofWeek) => {
  const { fitted } = await plain();
  const other = await outcomeOf('select * from file.made', { unit });
  const { r, alpha, a, b } = fitted.purchases.parameters;
  const expected = { r, alpha: alpha! * ofWeek, a, b };
  for (const [name, value] of Object.entries(expected)) close(other.fitted.purchases.parameters[name]!, value!);
  for (const of of ['purchases', 'value'] as const) close(other.fitted.totals[of].value, fitted.totals[of].value);
  close(other.fitted.totals.alive, fitted.totals.alive);
});

it('in hundredths of the money is worth a hundred times as much', async () => {
  const { fitted } = await plain();
  const cents = await outcomeOf('select * replace (sold * 100 as sold) from file.made');
  expect(cents.fitted.purchases).toEqual(fitted.purchases);
  close(cents.fitted.spending.model!.parameters.gamma, 100 * fitted.spending.model!.parameters.gamma);
  close(cents.fitted.totals.value.value, 100 * fitted.totals.value.value);
});

it('of customers without a repeat purchase learns that fewer come again, and nothing of what is spent', async () => {
  const { fitted } = await plain();
  const more = await outcomeOf(
    `select * from file.made union all
      select 'once' || i, date '2025-10-01', 50, 0, true from range(120) as t (i)`,
  );
  expect(more.fitted.spending.model).toEqual(fitted.spending.model);
  expect(more.fitted.newCustomer.purchases).toBeLessThan(fitted.newCustomer.purchases);
  expect(more.fitted.facts.customers).toBe(fitted.facts.customers + 120);
});
