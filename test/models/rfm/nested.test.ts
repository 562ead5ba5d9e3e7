import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { describeRfm } from '../../../src/models/rfm/describe.ts';
import { fitRfm } from '../../../src/models/rfm/fit.ts';
import { rfmOptions } from '../../../src/models/rfm/options.ts';
import { rfmScoreSql } from '../../../src/models/rfm/score.sql.ts';
import { contentOf, counting, customers, open, table } from '../support.ts';
import { measured, scored, scoreShape } from './scoring.ts';
import { isFull } from '../../support/full.ts';

const nested = rfmOptions.parse({ binning: 'nested' });
const input = { asOf: '2026-11-20' };

describe('nested binning', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it('gives customers whom a cell cannot tell apart the middle of the scores they would take', async () => {
    // Five recency scores of ten customers each; among the most recent all bought once, elsewhere four of ten more often.
    const orders = [1, 1, 1, 1, 1, 1, 2, 3, 4, 5];
    await measured(
      engine,
      Array.from({ length: 50 }, (_, i) => ({
        id: `c${i}`,
        recency: i + 1,
        frequency: i < 10 ? 1 : orders[i % 10]!,
        monetary: i,
      })),
    );
    const { fitted, rows } = await scored(engine, { binning: 'nested' });
    const frequency = (from: number) => orders.map((_, i) => rows.get(`c${from + i}`)!.frequency_score);
    expect(frequency(0)).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
    // Quintiles 1, 1, 1, 1.4, 3.2, 5: the first three are one, and their middle is 2.
    expect(frequency(40)).toEqual([2, 2, 2, 2, 2, 2, 4, 4, 5, 5]);
    const row = (score: number) =>
      describeRfm(fitted).scores.find(
        (one) => one.measure === 'frequency' && one.within[0] === 1 && one.score === score,
      );
    expect(row(2)).toMatchObject({ level: 2, from: 1, to: expect.closeTo(1.4, 12) as number });
    expect(row(5)).toMatchObject({ level: 5, from: 3.2, to: 5 });
  });

  it('gives the middle score to a customer of a cell that nobody was in', async () => {
    // Recency 1 and 101, cut at 21, 41, 61, 81: later customers fall between.
    await measured(engine, [
      { id: 'a', recency: 1, frequency: 1, monetary: 1 },
      { id: 'b', recency: 101, frequency: 9, monetary: 9 },
    ]);
    const { fitted } = await scored(engine, { binning: 'nested' });
    await table(
      engine,
      'made.later',
      `select * from (values ('low', 60, 0, -1e6), ('high', 60, 99, 1e6)) as t (customer_id, recency_days, frequency, monetary)`,
    );
    const rows = await engine.rows(rfmScoreSql({ ...fitted, relation: 'made.later' }), scoreShape);
    expect(rows.map((row) => [row.frequency_score, row.monetary_score])).toEqual([
      [3, 3],
      [3, 3],
    ]);
    // In the middle of all three measures, so in the middle of the weighted mean and of the segments.
    expect(rows.map((row) => [row.rfm_score, row.rfm_segment])).toEqual([
      [3, 'Need attention'],
      [3, 'Need attention'],
    ]);
  });

  it('writes ten scores apart', async () => {
    await customers(engine, 3000);
    const { rows } = await scored(engine, { binning: 'nested', bins: 10 }, 'features.customer_rfm');
    for (const row of rows.values()) {
      expect(row.rfm_cell).toBe([row.recency_score, row.frequency_score, row.monetary_score].join('-'));
    }
  });
});

describe('nested batteries', () => {
  const outcome = async (threads: number, order: string): Promise<string[]> => {
    const engine = await open({ threads });
    await customers(engine, 60_000, order);
    const fitted = await fitRfm(engine, nested, input);
    await engine.create('made.scores', rfmScoreSql(fitted));
    await engine.create('made.again', rfmScoreSql(JSON.parse(JSON.stringify(fitted)) as typeof fitted));
    const content = [
      JSON.stringify(fitted),
      await contentOf(engine, 'made.scores'),
      await contentOf(engine, 'made.again'),
    ];
    await engine.close();
    return content;
  };

  it.runIf(isFull)(
    'gives the same model and scores on 1, 2 and 4 threads, with rows shuffled, and after a round trip through JSON',
    async () => {
      const first = await outcome(1, 'i');
      expect(first[1]).toBe(first[2]);
      expect(await outcome(2, 'i')).toEqual(first);
      expect(await outcome(4, 'md5(cast(i as varchar))')).toEqual(first);
    },
  );

  it.each([
    [2, 4],
    [5, 25],
    [10, 100],
  ])('with %i bins, fetches rows for at most %i cells, at N and at 10 N customers', async (bins, cells) => {
    // A size of each cell, and two values for each quantile of each: recency, frequency, monetary value.
    const bound = (1 + 2 * (bins + 1)) * (1 + bins + cells);
    const fetched = async (n: number) => {
      const engine = await open();
      await customers(engine, n);
      const limits = new Set<number | undefined>();
      const { engine: counted, fetched: rows } = counting(engine);
      const read = counted.rows.bind(counted);
      counted.rows = (query, shape, limit) => {
        limits.add(limit);
        return read(query, shape, limit);
      };
      await fitRfm(counted, rfmOptions.parse({ bins, binning: 'nested' }), input);
      await engine.close();
      return { total: rows.total, limits };
    };
    const [few, many] = [await fetched(6000), await fetched(60_000)];
    const types = 10;
    expect(few.total).toBeGreaterThan(bins * cells);
    expect(few.total).toBeLessThanOrEqual(bound + types);
    expect(many.total).toBeLessThanOrEqual(bound + types);
    expect(many.limits).toEqual(few.limits);
  });
});
