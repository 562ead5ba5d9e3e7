import { describe, expect, it } from 'vitest';
import { raw } from '../../src/sql/sql.ts';
import { buildLayer } from '../support/build.ts';
import { allRelations } from '../support/contracts.ts';
import { fingerprints } from '../support/fingerprint.ts';
import { createInputs } from '../support/given.ts';
import { isFull } from '../support/full.ts';
import { temporaryFolder } from '../support/running.ts';
import { openShared } from '../models/support.ts';

const relations = allRelations();

/** 26,000 order lines and 4,000 contacts of 1,200 customers in row groups that several threads share; in this order or another. */
async function build(threads: number, order: string): Promise<Record<string, string>> {
  const engine = await openShared(temporaryFolder(), threads);
  await createInputs(engine);
  await engine.append(
    'raw.purchases',
    raw(`select 'o' || i // 3 as order_id, cast(i % 3 as varchar) as line_number,
        case when i % 50 > 0 then 'c' || hash(i // 3) % 1000 end as customer_id, 'p' || hash(i) % 300 as product_id,
        timestamp '2024-01-01' + to_minutes(i * 8) as purchased_at, case when hash(i) % 20 = 0 then -1 else 1 end as quantity,
        cast(hash(i) % 10000 as decimal(18, 4)) / 100 as unit_price, cast(hash(i + 1) % 100 as decimal(18, 4)) / 100 as discount
      from range(26000) as series (i) order by ${order}`),
  );
  await engine.append(
    'raw.products',
    raw(`select 'p' || i as product_id, 'category ' || i % 7 as category, cast(i % 40 as decimal(18, 4)) as unit_cost
      from range(280) as series (i) order by ${order}`),
  );
  await engine.append(
    'raw.interactions',
    raw(`select 'i' || i as interaction_id, 'c' || hash(i) % 1200 as customer_id, 'email' as channel,
        timestamp '2024-01-01' + to_minutes(i * 50) as occurred_at, cast(hash(i) % 300 as decimal(18, 4)) / 100 as cost
      from range(4000) as series (i) order by ${order}`),
  );
  await engine.append(
    'scores.segment',
    raw(`select 'c' || i as customer_id, 's' || i % 4 as segment from range(1000) as series (i) order by ${order}`),
  );
  await buildLayer(engine, ...relations);
  const content = await fingerprints(engine, relations);
  await engine.close();
  return content;
}

describe('every relation is the same to the last bit', () => {
  it.runIf(isFull)('on 1 thread and on 4, with the rows in any order', async () => {
    const one = await build(1, 'i');
    expect(one['marts.customer']).toMatch(/^1[12]\d\d rows/);
    expect(await build(4, 'hash(i)')).toEqual(one);
  });
});
