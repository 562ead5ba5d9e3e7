import { expect, it } from 'vitest';
import { fitRepurchase } from '../../../src/models/repurchase/fit.ts';
import { repurchaseOptions } from '../../../src/models/repurchase/options.ts';
import { repurchaseScoreSql } from '../../../src/models/repurchase/score.sql.ts';
import { isFull } from '../../support/full.ts';
import { sharedFolder } from '../../support/running.ts';
import { contentOf, openShared } from '../support.ts';
import { days, shop, windows } from './shop.ts';

const folder = sharedFolder();

async function foretold(threads: number): Promise<string> {
  const engine = await openShared(folder, threads);
  try {
    await shop(engine, [60, 10], 20_000);
    const options = repurchaseOptions.parse({ features: ['log1p(recency_days)', 'hint'] });
    const found = await fitRepurchase(engine, options, { asOf: days[2], windows });
    expect(found.used!.by).toBe('model');
    await engine.create('scores.repurchase', repurchaseScoreSql(found, 'features.customer'));
    return `${JSON.stringify(found)} ${await contentOf(engine, 'scores.repurchase')}`;
  } finally {
    await engine.close();
  }
}

it.runIf(isFull)(
  'who buys again is foretold and measured with the same bytes on 1, 2 and 4 threads that share 20,000 customers',
  async () => {
    const once = await foretold(1);
    expect(await foretold(2)).toBe(once);
    expect(await foretold(4)).toBe(once);
  },
);
