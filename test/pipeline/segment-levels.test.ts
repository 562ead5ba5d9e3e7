import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { readLevels } from '../../src/pipeline/segment-levels.ts';
import { featureSql } from '../../src/segments/feature.sql.ts';
import { raw } from '../../src/sql/sql.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

it('reads where segments stand, also from a release that was written without deviations', async () => {
  const figures = { customers: 9, mean: 5.1, median: 5, base_mean: 5, base_median: 6, index: 102, effect_size: 0.1 };
  const spread = { base_lower_quartile: 2, base_upper_quartile: 8, sd: 1, base_sd: 4 };
  await engine.create(
    'segments.feature',
    featureSql([{ segment: 's1', feature: 'x', rank: 1, ...figures, ...spread }]),
  );
  const level = { feature: 'x', effect: 0.1, mean: 5.1, base: 5, medians: { own: 5, base: 6 } };
  expect((await readLevels(engine)).get('s1')).toEqual([{ ...level, middle: 0.25 }]);
  const later = Object.keys(spread).join(', ');
  await engine.create('segments.older', raw(`select * exclude (${later}) from segments.feature`));
  await engine.create('segments.feature', raw('select * from segments.older'));
  expect((await readLevels(engine)).get('s1')).toEqual([{ ...level, middle: null }]);
});
