import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { contrastSegments } from '../../src/models/kmeans/contrast.ts';
import { fitKmeans } from '../../src/models/kmeans/fit.ts';
import { kmeansOptions } from '../../src/models/kmeans/options.ts';
import { kmeansScoreSql } from '../../src/models/kmeans/score.sql.ts';
import { describeSegments } from '../../src/segments/describe.ts';
import { middleOf, type SegmentProfile } from '../../src/segments/profile.ts';
import { languageOf } from '../../src/text/messages.ts';
import { open, table } from '../models/support.ts';

const { t, f } = languageOf('en', 'EUR');
let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

/** The words of `k` segments by features of a table, in the order of their codes. */
async function wordsFor(rows: string, features: readonly string[], k: number) {
  await table(engine, 'made.rows', rows);
  const options = kmeansOptions.parse({ features, k, restarts: 5 });
  const fitted = await fitKmeans(engine, options, { asOf: '2026-11-20', relation: 'made.rows', key: 'id' });
  await engine.create('made.scores', kmeansScoreSql(fitted));
  const contrasts = await contrastSegments(engine, fitted, 'made.scores');
  const codes = fitted.clusters.map(({ segment }) => segment).sort();
  const profiles = codes.map((segment): SegmentProfile => {
    const own = contrasts.filter((row) => row.segment === segment);
    const features = own.map((row) => ({
      feature: row.feature,
      effect: row.effectSize!,
      mean: row.mean!,
      base: row.baseMean!,
      middle: middleOf(row.effectSize!, row),
    }));
    return { segment, customers: own[0]!.customers, features, shares: null };
  });
  return describeSegments(t, profiles, f);
}

describe('a segment in the middle', () => {
  it('is found where it was planted: a tight cluster amid four corners', async () => {
    const planted = `select i as id,
      case i % 5 when 0 then 50.0 when 1 then 10 when 2 then 10 when 3 then 90 else 90 end + (i * 7 % 11 - 5) as height,
      case i % 5 when 0 then 50.0 when 1 then 10 when 2 then 90 when 3 then 10 else 90 end + (i * 5 % 13 - 6) as weight
      from range(500) as t (i)`;
    const words = await wordsFor(planted, ['height', 'weight'], 5);
    const amid = words.filter(({ name }) => name.startsWith('In the middle'));
    expect(amid.map(({ name, customers }) => [name, customers])).toEqual([['In the middle on height, weight', 100]]);
    expect(amid[0]!.description).toMatch(
      /^100 customers, 20% of those in a segment\. They are in the middle on (height and weight|weight and height), and much alike there; on average: /,
    );
  });

  it('is not one at an end that most share, however alike, nor one that is as wide as all', () => {
    const figures = { median: 5, baseLowerQuartile: 1, baseUpperQuartile: 9, sd: 1, baseSd: 4 };
    expect(middleOf(-0.1, figures)).toBe(0.25);
    expect(middleOf(0.2, figures)).toBeNull();
    expect(middleOf(0.1, { ...figures, median: 1 })).toBeNull();
    expect(middleOf(0.1, { ...figures, sd: 2 })).toBeNull();
    expect(middleOf(0, { ...figures, sd: null })).toBeNull();
    expect(middleOf(0, { ...figures, median: 0, baseLowerQuartile: 0, sd: 0 })).toBeNull();
  });
});
