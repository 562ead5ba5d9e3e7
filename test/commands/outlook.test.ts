import { expect, it, onTestFinished } from 'vitest';
import { readOutlook, sayOutlook } from '../../src/commands/customer/outlook.ts';
import { tablesIn } from '../../src/engine/tables.ts';
import { formatFor } from '../../src/text/format.ts';
import { open, table } from '../models/support.ts';

it('what is foretold of a customer is a probability, the days and the day they begin after; of others nothing', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  expect(
    await readOutlook(engine, await tablesIn(engine), 'x'),
    'a release of before there was such a step',
  ).toBeNull();
  await table(engine, 'scores.repurchase', `select 'x' as customer_id, 0.25::double as probability`);
  const fitted = JSON.stringify({ options: { within_days: 60 }, holdout: { until: '2026-01-31' } });
  await table(
    engine,
    'models.fitted',
    `select * from (values ('kmeans', '{}'), ('repurchase', '${fitted}')) as t (model, fitted)`,
  );
  expect(await readOutlook(engine, await tablesIn(engine), 'x')).toEqual({
    ...{ probability: 0.25, within_days: 60, after: '2026-01-31', by: null, measured: null, was: null },
  });
  const contest = { incumbent: 'model' };
  const holdout = {
    until: '2026-01-31',
    customers: 4_000,
    constant: 0.2,
    model: { brier: 0.19 },
    naive: { brier: 0.18 },
    contest,
  };
  const whole = JSON.stringify({ options: { within_days: 60 }, holdout, used: { by: 'naive rule' } });
  await table(engine, 'models.fitted', `select 'repurchase' as model, '${whole}' as fitted`);
  const told = await readOutlook(engine, await tablesIn(engine), 'x');
  expect(told).toMatchObject({
    by: 'naive rule',
    was: 'model',
    measured: { customers: 4_000, brier: 0.18, one_rate: 0.2 },
  });
  const f = formatFor('en');
  expect(sayOutlook(told!, '2026-01-31', f)).toBe(
    '25% to buy again within 60 days, by recency alone (new: it was by the model); tried on 4,000 customers: Brier score 0.180, of one rate for everybody 0.200',
  );
  expect(sayOutlook({ ...told!, by: null }, '2026-02-03', f)).toBe(
    '25% to buy again within 60 days after 31 January 2026',
  );
  expect(await readOutlook(engine, await tablesIn(engine), `x' or true --`)).toBeNull();
});
