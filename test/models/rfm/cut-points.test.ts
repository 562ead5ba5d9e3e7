import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { noRfmCutPoints, rfmCutPointColumns, rfmCutPointsSql } from '../../../src/models/rfm/cut-points.sql.ts';
import { rfmMeasures } from '../../../src/models/rfm/fitted.ts';
import { raw } from '../../../src/sql/sql.ts';
import { customers, open, table } from '../support.ts';
import { scored, type Written } from './scoring.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
  await customers(engine, 3000);
});
afterAll(() => engine.close());

const ways: [string, Written][] = [
  ['independent', { bins: 5 }],
  ['nested', { bins: 4, binning: 'nested' }],
  ['given', { cut_points: { recency: [7, 30, 90], frequency: [1, 3] } }],
];

describe.each(ways)('models.rfm_cut_point, %s', (_, written) => {
  it('is enough to score every customer in plain SQL', async () => {
    const { fitted, rows } = await scored(engine, written, 'features.customer_rfm');
    await engine.create('models.rfm_cut_point', rfmCutPointsSql(fitted));
    await table(
      engine,
      'made.by_hand',
      `with r as (
        select c.*, p.score as r from features.customer_rfm c join models.rfm_cut_point p on p.measure = 'recency'
          and (p.above is null or c.recency_days > p.above) and (p.up_to is null or c.recency_days <= p.up_to)
      ), f as (
        select r.*, p.score as f from r join models.rfm_cut_point p on p.measure = 'frequency'
          and (p.recency_score is null or p.recency_score = r)
          and (p.above is null or frequency > p.above) and (p.up_to is null or frequency <= p.up_to)
      )
      select f.*, p.score as m from f join models.rfm_cut_point p on p.measure = 'monetary'
        and (p.recency_score is null or p.recency_score = r) and (p.frequency_score is null or p.frequency_score = f)
        and (p.above is null or cast(monetary as double) > p.above) and (p.up_to is null or cast(monetary as double) <= p.up_to)`,
    );
    const found = await engine.rows(raw('select customer_id, r, f, m from made.by_hand'), {
      customer_id: 'text',
      r: 'integer',
      f: 'integer',
      m: 'integer',
    });
    expect(found).toHaveLength(rows.size);
    for (const { customer_id, r, f, m } of found) {
      const row = rows.get(customer_id)!;
      expect([r, f, m]).toEqual(rfmMeasures.map((measure) => row[`${measure}_score`]));
    }
  });
});

describe('models.rfm_cut_point', () => {
  it('has one row a score, with the size of its cell', async () => {
    const { fitted } = await scored(engine, { bins: 3, binning: 'nested' }, 'features.customer_rfm');
    await engine.create('models.rfm_cut_point', rfmCutPointsSql(fitted));
    const [found] = await engine.rows(
      raw(`select count(*) as n, count(distinct (measure, coalesce(recency_score, 0), coalesce(frequency_score, 0), score)) as keys,
          (select sum(customers) from models.rfm_cut_point where measure = 'frequency' and above is null) as customers,
          min(level) as low, max(level) as high
        from models.rfm_cut_point`),
      { n: 'integer', keys: 'integer', customers: 'integer', low: 'integer', high: 'integer' },
    );
    expect(found).toEqual({ n: found!.keys, keys: found!.keys, customers: fitted.customers, low: 1, high: 5 });
  });

  it('has a table without rows for a pipeline without it, with the same columns', async () => {
    const { fitted } = await scored(engine, {}, 'features.customer_rfm');
    for (const query of [noRfmCutPoints, rfmCutPointsSql(fitted)]) {
      const columns = await engine.check(query);
      expect(Object.fromEntries(columns.map(({ name, type }) => [name, type.toLowerCase()]))).toEqual(
        rfmCutPointColumns,
      );
    }
    expect(await engine.rows(noRfmCutPoints, { measure: 'text' })).toEqual([]);
  });
});
