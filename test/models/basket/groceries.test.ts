import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { fitBasket } from '../../../src/models/basket/fit.ts';
import { basketOptions } from '../../../src/models/basket/options.ts';
import { basketRulesSql } from '../../../src/models/basket/rule.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';

const datasets = process.env['BEZERO_DATASETS'];
const oracles = '/work/shared/oracles';

describe.skipIf(datasets === undefined)('groceries', () => {
  let engine: Engine;
  const lines = sql`select cast(transaction_id as varchar) as basket, cast(null as varchar) as customer, item from made.line`;
  beforeAll(async () => {
    engine = await open();
    await engine.create('made.line', raw(`select * from read_csv('${datasets}/groceries/groceries_long.csv')`));
  });
  afterAll(() => engine.close());
  it('x', async () => {
    for (const [s, c] of [[0.001, 0.8], [0.001, 0.5], [0.006, 0.25], [0.01, 0.25]] as const) {
      const b = performance.now();
      const fitted = await fitBasket(engine, lines, basketOptions.parse({ support: s, confidence: c, min_count: 2 }), { asOf: null });
      console.log(performance.now() - b, JSON.stringify(fitted));
    }
  }, 100000);
});
