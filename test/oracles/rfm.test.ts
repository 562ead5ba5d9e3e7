import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitRfm } from '../../src/models/rfm/fit.ts';
import { rfmScoreSql } from '../../src/models/rfm/score.sql.ts';
import { literal, raw, sql } from '../../src/sql/sql.ts';
import { datasets, figures, oracle, tableOf } from './support.ts';

/** Edges and scores of `pandas.qcut(value, 5, duplicates='drop')`; see fixtures/README.md. */
interface Oracle {
  readonly customers: number;
  readonly reference_date: string;
  readonly edges: Record<'R' | 'F' | 'M', number[]>;
  readonly counts: Record<'R' | 'F' | 'M', Record<string, number>>;
  readonly sha256: string;
}

const expected = figures('rfm.json') as Record<string, Oracle>;

/**
 * Order lines → one row per customer, as the oracle's script says: days to the reference date, different orders, sum of
 * amounts.
 */
const sources = {
  superstore: {
    file: 'superstore/superstore_orders.csv',
    customer: 'Customer ID',
    order: 'Order ID',
    day: 'Order Date',
    amount: 'Sales',
  },
  cdnow_master: {
    file: 'cdnow/cdnow_master.csv',
    customer: 'customer_id',
    order: 'date',
    day: 'date',
    amount: 'dollar_value',
  },
  cdnow_sample: {
    file: 'cdnow/cdnow_sample.csv',
    customer: 'customer_id',
    order: 'date',
    day: 'date',
    amount: 'dollar_value',
  },
} as const;

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

describe.skipIf(datasets === undefined).each(Object.entries(sources))('RFM of %s', (data, source) => {
  it('has the edges and scores of pandas.qcut, to the last bit', async () => {
    const oracleFigures = expected[data]!;
    const { customer, order, day, amount } = source;
    await engine.create(
      'made.rfm',
      sql`select ${raw(`"${customer}"`)} as customer_id,
          date_diff('day', max(cast(${raw(`"${day}"`)} as date)), date ${literal(oracleFigures.reference_date)}) as recency_days,
          count(distinct ${raw(`"${order}"`)}) as frequency,
          sum(cast(${raw(`"${amount}"`)} as decimal(18, 4))) as monetary
        from read_csv(${literal(join(datasets!, source.file))}, all_varchar = true)
        group by customer_id`,
    );
    const fitted = await fitRfm(engine, { bins: 5 }, { asOf: '2026-11-20', relation: 'made.rfm' });
    const { recency, frequency, monetary } = fitted.scales;
    expect(fitted.customers).toBe(oracleFigures.customers);
    expect({ R: recency.edges, F: frequency.edges, M: monetary.edges }).toEqual(oracleFigures.edges);
    await engine.create('made.scores', rfmScoreSql(fitted));
    const lines = await engine.rows(
      sql`select customer_id || ',' || recency_score || ',' || frequency_score || ',' || monetary_score as line
        from made.scores order by customer_id`,
      { line: 'text' },
      30_000,
    );
    const text = lines.map((row) => row.line).join('\n');
    expect(createHash('sha256').update(text).digest('hex')).toBe(oracleFigures.sha256);
    for (const [letter, measure] of [
      ['R', 'recency'],
      ['F', 'frequency'],
      ['M', 'monetary'],
    ] as const) {
      const rows = await engine.rows(
        raw(`select ${measure}_score as score, count(*) as n from made.scores group by score order by score`),
        { score: 'text', n: 'integer' },
      );
      expect(Object.fromEntries(rows.map((row) => [row.score, row.n]))).toEqual(oracleFigures.counts[letter]);
    }
  });

  it.skipIf(oracle(`rfm_${data}.csv`) === undefined)('equals the oracle customer by customer', async () => {
    await tableOf(
      engine,
      'made.oracle',
      oracle(`rfm_${data}.csv`)!,
      `, types = {'customer_id': 'varchar', 'monetary': 'decimal(18, 4)'}`,
    );
    const [found] = await engine.rows(
      raw(`select count(*) as n, count(*) filter (
            where o.recency_days = r.recency_days and o.frequency = r.frequency and o.monetary = r.monetary
              and s.recency_score = o.qcutv_R and s.frequency_score = o.qcutv_F and s.monetary_score = o.qcutv_M
          ) as same
        from made.oracle o join made.rfm r using (customer_id) join made.scores s using (customer_id)`),
      { n: 'integer', same: 'integer' },
    );
    expect(found).toEqual({ n: expected[data]!.customers, same: expected[data]!.customers });
  });
});
