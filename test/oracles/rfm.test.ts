import { createHash } from 'node:crypto';
import { join as pathOf } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitRfm } from '../../src/models/rfm/fit.ts';
import type { RfmMeasure } from '../../src/models/rfm/fitted.ts';
import { rfmOptions } from '../../src/models/rfm/options.ts';
import { rfmScoreSql } from '../../src/models/rfm/score.sql.ts';
import { cutWithin } from '../../src/models/rfm/cut.ts';
import { readGroupQuantiles } from '../../src/models/quantile.ts';
import { evenProbabilities } from '../../src/math/quantile.ts';
import { join, literal, raw, sql } from '../../src/sql/sql.ts';
import { referenceScores } from '../models/rfm/reference.ts';
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

/** In how many of the 25 cells of the oracle ties do not matter; in CDNOW's master, of some 940 customers a cell, in none. */
const withoutTies: Record<string, number> = { superstore: 7, cdnow_sample: 6 };

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
        from read_csv(${literal(pathOf(datasets!, source.file))}, all_varchar = true)
        group by customer_id`,
    );
    const fitted = await fitRfm(engine, rfmOptions.parse({}), { asOf: '2026-11-20', relation: 'made.rfm' });
    const edges = (measure: RfmMeasure): number[] => {
      const { low, cutPoints, high } = fitted.scales[measure].cuts[0]!;
      return [low, ...cutPoints, high];
    };
    expect(fitted.customers).toBe(oracleFigures.customers);
    expect({ R: edges('recency'), F: edges('frequency'), M: edges('monetary') }).toEqual(oracleFigures.edges);
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

  it.each([3, 5, 10])('has nested scores in %i bins as the reference computes them by hand', async (bins) => {
    const fitted = await fitRfm(engine, rfmOptions.parse({ bins, binning: 'nested' }), {
      asOf: '2026-11-20',
      relation: 'made.rfm',
    });
    const people = await engine.rows(
      raw(`select customer_id as id, recency_days as recency, frequency, monetary from made.rfm order by customer_id`),
      { id: 'text', recency: 'integer', frequency: 'integer', monetary: 'number' },
      30_000,
    );
    const rows = await engine.rows(
      sql`select customer_id, recency_score as r, frequency_score as f, monetary_score as m, rfm_segment
        from (${rfmScoreSql(fitted)}) as scored order by customer_id`,
      { customer_id: 'text', r: 'integer', f: 'integer', m: 'integer', rfm_segment: 'text' },
      30_000,
    );
    expect(rows.map(({ customer_id, r, f, m }) => `${customer_id} ${r} ${f} ${m}`)).toEqual(
      referenceScores(people, bins, true).map(({ id, scores }) => `${id} ${scores.join(' ')}`),
    );
  });

  /*
   * The oracle's nested columns break ties by customer id (NTILE), so that equal customers differ; ours share. Where no equal
   * values lie on both sides of a cut of the oracle, and the size of its cell leaves 0 or 1 by 5 (else NTILE and quantiles put
   * the odd customers elsewhere), both rules are one.
   */
  it.skipIf(oracle(`rfm_${data}.csv`) === undefined || !withoutTies[data])(
    'cuts the cells of the oracle as it does, without ties',
    async () => {
      const cell = raw('10 * nested_R + nested_F');
      const free = sql`select cell from (
        select cell, low, n, max(high) over (partition by cell order by nested_M rows between unbounded preceding and 1 preceding) as before
        from (
          select ${cell} as cell, nested_M, min(monetary) as low, max(monetary) as high, count(*) as n
          from made.oracle group by ${cell}, nested_M
        ) as class
      ) as classes
      group by cell having bool_and(coalesce(low > before, true)) and sum(n) % 5 < 2`;
      const rows = sql`select ${cell} as cell, monetary as value from made.oracle where ${cell} in (${free})`;
      const found = await readGroupQuantiles(engine, rows, 25, evenProbabilities(5));
      const cells = [...found].map(([number, { n, quantiles }]) => {
        const { cutPoints, scores } = cutWithin([number], quantiles, n);
        expect(scores).toEqual([1, 2, 3, 4, 5]);
        return sql`(${number}, ${join(cutPoints.map((point) => raw(`cast(${point} as double)`)))})`;
      });
      expect(cells.length).toBe(withoutTies[data]);
      const [same] = await engine.rows(
        sql`select count(*) as n, count(*) filter (
          where nested_M = 1 + cast(v > c1 as integer) + cast(v > c2 as integer) + cast(v > c3 as integer) + cast(v > c4 as integer)
        ) as same
        from (select ${cell} as cell, nested_M, cast(monetary as double) as v from made.oracle) as o
        join (values ${join(cells)}) as cut (cell, c1, c2, c3, c4) on cut.cell = o.cell`,
        { n: 'integer', same: 'integer' },
      );
      expect(same!.same).toBe(same!.n);
    },
  );
});
