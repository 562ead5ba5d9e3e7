import { expect, it, onTestFinished } from 'vitest';
import { readOutlook } from '../../src/commands/customer/outlook.ts';
import { open, table } from '../models/support.ts';

it('what is foretold of a customer is a probability, the days and the day they begin after; of others nothing', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  expect(await readOutlook(engine, 'x'), 'a release of before there was such a step').toBeNull();
  await table(engine, 'scores.repurchase', `select 'x' as customer_id, 0.25::double as probability`);
  const fitted = JSON.stringify({ options: { within_days: 60 }, holdout: { until: '2026-01-31' } });
  await table(
    engine,
    'models.fitted',
    `select * from (values ('kmeans', '{}'), ('repurchase', '${fitted}')) as t (model, fitted)`,
  );
  expect(await readOutlook(engine, 'x')).toEqual({ probability: 0.25, within_days: 60, after: '2026-01-31' });
  expect(await readOutlook(engine, `x' or true --`)).toBeNull();
});
