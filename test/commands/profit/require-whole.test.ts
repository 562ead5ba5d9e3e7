import { expect, it, onTestFinished } from 'vitest';
import { requireWhole } from '../../../src/commands/profit/require-whole.ts';
import { DataError } from '../../../src/errors.ts';
import { open, table } from '../../models/support.ts';

const account = (
  revenue: string,
) => `select ${revenue}::decimal(18,4) as revenue, 0 as returns, 0 as discounts, 0 as net_revenue,
  0 as shipping_charged, 0 as cost_of_goods, 0 as gross_margin, 0 as fulfilment`;

it('groups that lost a row of the file are refused, by the line that differs', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  await table(engine, 'marts.customer_profit', `${account('10')} union all ${account('5.0001')}`);
  await table(engine, 'file.by_1', `${account('15')} union all ${account('0.0001')}`);
  await requireWhole(engine, 'region', 'file.by_1');
  await table(engine, 'file.by_2', account('15'));
  const run = requireWhole(engine, 'region', 'file.by_2');
  await expect(run).rejects.toThrow(DataError);
  await expect(run).rejects.toThrow(
    '--by region: its groups must add up to the whole; revenue is 15.0001, and theirs 15.0000',
  );
});
