import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ConfigError, ModelError } from '../../../src/errors.ts';
import { describeRfm } from '../../../src/models/rfm/describe.ts';
import { fitRfm } from '../../../src/models/rfm/fit.ts';
import type { FittedRfm } from '../../../src/models/rfm/fitted.ts';
import { rfmOptions } from '../../../src/models/rfm/options.ts';
import { noRfmScores, rfmScoreColumns, rfmScoreSql } from '../../../src/models/rfm/score.sql.ts';
import { customers, open, table } from '../support.ts';
import { scored, scoreShape } from './scoring.ts';

let engine: Engine;
const asOf = '2026-11-20';
beforeAll(async () => {
  engine = await open();
  await customers(engine, 3000);
});
afterAll(() => engine.close());

const fit = (bins: number, relation = 'features.customer_rfm'): Promise<FittedRfm> =>
  fitRfm(engine, rfmOptions.parse({ bins }), { asOf, relation });

describe('fitRfm(engine, options, input) and rfmScoreSql(fitted)', () => {
  it('cuts at quantiles, each bin up to and including its upper edge', async () => {
    const { scales, customers: n } = await fit(4);
    expect(n).toBeGreaterThan(2000);
    const [cut, ...others] = scales.recency.cuts;
    expect(others).toEqual([]);
    expect(cut).toMatchObject({ within: [], customers: n, scores: [4, 3, 2, 1], places: [5040, 3360, 1680, 0] });
    expect(scales.monetary.cuts[0]).toMatchObject({ scores: [1, 2, 3, 4], places: [0, 1680, 3360, 5040] });
    expect(cut!.cutPoints).toHaveLength(3);
  });

  it('cuts at the points of the options, which give the number of scores', async () => {
    await table(
      engine,
      'made.given',
      `select 'c' || i as customer_id, 1 + i as recency_days, 1 + i % 4 as frequency, i * 10 as monetary from range(100) as t (i)`,
    );
    const written = { cut_points: { recency: [30, 90], monetary: [-5, 99.5, 5000] }, bins: 2 };
    const { fitted, rows } = await scored(engine, written, 'made.given');
    const scores = (id: string) => [rows.get(id)!.recency_score, rows.get(id)!.monetary_score];
    expect([scores('c29'), scores('c30'), scores('c89'), scores('c90')]).toEqual([
      [3, 3],
      [2, 3],
      [2, 3],
      [1, 3],
    ]);
    expect([scores('c9'), scores('c10')]).toEqual([
      [3, 2],
      [3, 3],
    ]);
    expect(new Set([...rows.values()].map((row) => row.frequency_score))).toEqual(new Set([1, 2]));
    expect(describeRfm(fitted).scores.filter((row) => row.measure !== 'frequency')).toEqual([
      { measure: 'recency', within: [], score: 3, level: 5, from: 1, to: 30 },
      { measure: 'recency', within: [], score: 2, level: 3, from: 30, to: 90 },
      { measure: 'recency', within: [], score: 1, level: 1, from: 90, to: 100 },
      { measure: 'monetary', within: [], score: 4, level: 5, from: 5000, to: 5000 },
      { measure: 'monetary', within: [], score: 3, level: 4, from: 99.5, to: 5000 },
      { measure: 'monetary', within: [], score: 2, level: 2, from: -5, to: 99.5 },
      { measure: 'monetary', within: [], score: 1, level: 1, from: -5, to: -5 },
    ]);
  });

  it('gives equal values equal scores, and merges cut-points that fall together', async () => {
    await table(
      engine,
      'made.ties',
      `select 'c' || i as customer_id, 1 + i % 3 as recency_days, case when i < 70 then 1 else i end as frequency, cast(i as decimal(18, 4)) as monetary from range(100) as t (i)`,
    );
    const fitted = await fit(5, 'made.ties');
    // pandas.qcut([1]*70 + [70..99], 5, duplicates='drop') has edges 1, 79.2, 99
    expect(fitted.scales.frequency.cuts).toMatchObject([{ low: 1, cutPoints: [79.2], high: 99, scores: [1, 2] }]);
    expect(fitted.scales.recency.cuts).toMatchObject([{ low: 1, cutPoints: [2], high: 3, scores: [2, 1] }]);
    expect(describeRfm(fitted).scores.filter((row) => row.measure === 'frequency')).toEqual([
      { measure: 'frequency', within: [], score: 2, level: 5, from: 79.2, to: 99 },
      { measure: 'frequency', within: [], score: 1, level: 1, from: 1, to: 79.2 },
    ]);
  });

  it('scores one customer, and customers who are all alike, in the middle', async () => {
    await table(
      engine,
      'made.alike',
      `select 'c' || i as customer_id, 5 as recency_days, 2 as frequency, 9.5 as monetary from range(3) as t (i)`,
    );
    const fitted = await fit(5, 'made.alike');
    const rows = await engine.rows(rfmScoreSql(fitted), scoreShape);
    expect(rows[0]).toMatchObject({ recency_score: 1, rfm_cell: '111', rfm_score: 3, rfm_segment: 'Need attention' });
  });

  it('keeps its cut-points: later values beyond the ends go to the end bins', async () => {
    const fitted = await fit(5);
    await table(
      engine,
      'features.later',
      `select * from (values ('old', 99999, 0, -1e6), ('new', 0, 999, 1e9)) as t (customer_id, recency_days, frequency, monetary)`,
    );
    const rows = await engine.rows(rfmScoreSql({ ...fitted, relation: 'features.later' }), scoreShape);
    expect(rows.map((row) => [row.customer_id, row.recency_score, row.monetary_score])).toEqual([
      ['old', 1, 1],
      ['new', 5, 5],
    ]);
  });

  it('leaves out customers without one of the three measures', async () => {
    await table(
      engine,
      'made.partial',
      `select 'c' || i as customer_id, case when i <> 1 then i end as recency_days, case when i <> 2 then 1 end as frequency,
        case when i <> 3 then 9.5 end as monetary from range(6) as t (i)`,
    );
    const { fitted, rows } = await scored(engine, { bins: 2 }, 'made.partial');
    expect([fitted.customers, [...rows.keys()].sort()]).toEqual([3, ['c0', 'c4', 'c5']]);
  });

  it('says what is missing', async () => {
    await table(
      engine,
      'made.none',
      `select '' as customer_id, 1 as recency_days, 1 as frequency, 1 as monetary where false`,
    );
    await expect(fit(5, 'made.none')).rejects.toThrow(
      new ModelError('rfm: no customers to score in made.none; check the input and the as-of day'),
    );
    await table(
      engine,
      'made.endless',
      `select 'a' as customer_id, 1 as recency_days, 1 as frequency, cast('infinity' as double) as monetary`,
    );
    for (const binning of ['independent', 'nested'] as const) {
      await expect(scored(engine, { binning }, 'made.endless')).rejects.toThrow(
        new ModelError('rfm: monetary must be finite; it is not for every customer'),
      );
    }
    await table(engine, 'made.part', `select '' as customer_id, 1 as recency_days`);
    await expect(fit(5, 'made.part')).rejects.toThrow(
      new ConfigError('rfm: made.part must have a column frequency of numbers'),
    );
  });

  it('has a table without rows for a pipeline without it, with the same columns', async () => {
    const columns = async (query: Parameters<Engine['check']>[0]) =>
      Object.fromEntries((await engine.check(query)).map((column) => [column.name, column.type.toLowerCase()]));
    expect(await columns(noRfmScores)).toEqual(rfmScoreColumns);
    expect(await columns(rfmScoreSql(await fit(5)))).toEqual(rfmScoreColumns);
    expect(await engine.rows(noRfmScores, scoreShape)).toEqual([]);
  });
});
