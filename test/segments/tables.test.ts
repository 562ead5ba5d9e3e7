import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { featureSql, neighbourSql } from '../../src/segments/feature.sql.ts';
import { typicalSql } from '../../src/segments/typical.sql.ts';
import { raw, sql } from '../../src/sql/sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

describe('featureSql(rows)', () => {
  const row = {
    segment: 's1',
    feature: `category_share:O'Neill "toys"`,
    customers: 3,
    mean: 0.1 + 0.2,
    median: 1e-300,
    base_mean: -2.5,
    base_median: 0,
    base_lower_quartile: -1,
    base_upper_quartile: 1e-11,
    index: null,
    effect_size: -100,
    sd: null,
    base_sd: 0.5,
    rank: 1,
  };
  const shape = {
    segment: 'text',
    feature: 'text',
    customers: 'integer',
    mean: 'number',
    median: 'number',
    base_mean: 'number',
    base_median: 'number',
    base_lower_quartile: 'number',
    base_upper_quartile: 'number',
    index: 'number?',
    effect_size: 'number?',
    sd: 'number?',
    base_sd: 'number?',
    rank: 'integer',
  } as const;

  it('is a row per feature, to the last bit', async () => {
    expect(await engine.rows(featureSql([row]), shape)).toEqual([row]);
  });

  it('is empty with the same types where there are no segments', async () => {
    expect(await engine.rows(featureSql([]), shape)).toEqual([]);
    expect(await engine.check(featureSql([]))).toEqual(await engine.check(featureSql([row])));
    expect((await engine.check(neighbourSql([]))).map(({ type }) => type)).toEqual(['VARCHAR', 'VARCHAR', 'DOUBLE']);
  });
});

describe('typicalSql', () => {
  it('is the ten nearest to the centre of each segment, equally near ones by their ids', async () => {
    await engine.create(
      'scores.segment',
      raw(`select 'c' || lpad(cast(i as varchar), 2, '0') as customer_id, case when i < 30 then 's1' else 's2' end as segment,
        cast(abs(i - 20) as double) as distance from range(32) as t (i) order by hash(i)`),
    );
    const rows = await engine.rows(
      sql`select segment || ' ' || place || ' ' || customer_id as told from (${typicalSql}) as typical
      order by segment, place`,
      { told: 'text' },
    );
    expect(rows.map(({ told }) => told)).toEqual([
      ...['c20', 'c19', 'c21', 'c18', 'c22', 'c17', 'c23', 'c16', 'c24', 'c15'].map((id, i) => `s1 ${i + 1} ${id}`),
      's2 1 c30',
      's2 2 c31',
    ]);
  });
});
