import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ConfigError, ModelError } from '../../../src/errors.ts';
import { describeRfm } from '../../../src/models/rfm/describe.ts';
import { fitRfm } from '../../../src/models/rfm/fit.ts';
import type { rfmMeasures, FittedRfm } from '../../../src/models/rfm/fitted.ts';
import { rfmOptions } from '../../../src/models/rfm/options.ts';
import { noRfmScores, rfmScoreColumns, rfmScoreSql } from '../../../src/models/rfm/score.sql.ts';
import { levelOf, segmentOf } from '../../../src/models/rfm/segments.ts';
import { sql } from '../../../src/sql/sql.ts';
import { customers, open, table } from '../support.ts';

let engine: Engine;
const asOf = '2026-11-20';
const scoreShape = {
  customer_id: 'text',
  recency_score: 'integer',
  frequency_score: 'integer',
  monetary_score: 'integer',
  rfm_cell: 'text',
  rfm_segment: 'text',
} as const;

beforeAll(async () => {
  engine = await open();
  await customers(engine, 3000);
});
afterAll(() => engine.close());

const fit = (bins: number, relation = 'features.customer_rfm'): Promise<FittedRfm> =>
  fitRfm(engine, rfmOptions.parse({ bins }), { asOf, relation });

/** The score by hand: one more than the inner edges below the value, turned round where low is best. */
function score({ scales }: FittedRfm, measure: (typeof rfmMeasures)[number], value: number): number {
  const { edges, bins, lowIsBest } = scales[measure];
  const bin = 1 + edges.slice(1, -1).filter((edge) => value > edge).length;
  return lowIsBest ? bins + 1 - bin : bin;
}

describe('fitRfm(engine, options, input) and rfmScoreSql(fitted)', () => {
  it.each([2, 3, 5, 7, 10])('scores with %i bins as TypeScript does, and names every customer', async (bins) => {
    const fitted = await fit(bins);
    await engine.create('made.scores', rfmScoreSql(fitted));
    await table(
      engine,
      'made.both',
      `select s.*, r.* exclude (customer_id) from made.scores s join features.customer_rfm r using (customer_id)`,
    );
    const shape = { ...scoreShape, recency_days: 'number', frequency: 'number', monetary: 'number' } as const;
    const rows = await engine.rows(sql`select * from made.both`, shape, 3000);
    expect(rows).toHaveLength(fitted.customers);
    for (const row of rows) {
      const r = score(fitted, 'recency', row.recency_days);
      const f = score(fitted, 'frequency', row.frequency);
      const m = score(fitted, 'monetary', row.monetary);
      expect([row.recency_score, row.frequency_score, row.monetary_score]).toEqual([r, f, m]);
      const [R, F, M] = [
        levelOf(r, fitted.scales.recency.bins),
        levelOf(f, fitted.scales.frequency.bins),
        levelOf(m, fitted.scales.monetary.bins),
      ];
      expect(row.rfm_segment).toBe(segmentOf(R, F, M));
      const wide = Object.values(fitted.scales).some((scale) => scale.bins > 9);
      expect(row.rfm_cell).toBe([r, f, m].join(wide ? '-' : ''));
    }
  });

  it('gives equal values equal scores, and merges cut-points that fall together', async () => {
    await table(
      engine,
      'made.ties',
      `select 'c' || i as customer_id, 1 + i % 3 as recency_days, case when i < 70 then 1 else i end as frequency, cast(i as decimal(18, 4)) as monetary from range(100) as t (i)`,
    );
    const fitted = await fit(5, 'made.ties');
    // pandas.qcut([1]*70 + [70..99], 5, duplicates='drop') has edges 1, 79.2, 99
    expect(fitted.scales.frequency).toMatchObject({ edges: [1, 79.2, 99], bins: 2 });
    expect(fitted.scales.recency.edges).toEqual([1, 2, 3]);
    expect(describeRfm(fitted).scores.filter((row) => row.measure === 'frequency')).toEqual([
      { measure: 'frequency', score: 2, from: 79.2, to: 99 },
      { measure: 'frequency', score: 1, from: 1, to: 79.2 },
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
    expect(rows[0]).toMatchObject({ recency_score: 1, rfm_cell: '111', rfm_segment: 'Need attention' });
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

  it('says what is missing', async () => {
    await table(
      engine,
      'made.none',
      `select '' as customer_id, 1 as recency_days, 1 as frequency, 1 as monetary where false`,
    );
    await expect(fit(5, 'made.none')).rejects.toThrow(
      new ModelError('rfm: no customers to score in made.none; check the input and the as-of day'),
    );
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
