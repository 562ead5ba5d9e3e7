import type { Engine } from '../engine/engine.ts';
import { middleOf, type FeatureLevel } from '../segments/profile.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';

/** More rows than segments with their features can have. */
const most = 10_000;

const figures = ['median', 'base_median', 'sd', 'base_sd', 'base_lower_quartile', 'base_upper_quartile'] as const;

/** The figures that tell where the middle is, and the medians; unknown in releases that were written without. */
async function middleFigures(engine: Engine): Promise<Sql> {
  const known = (await engine.check(sql`select * from segments.feature`)).map((column) => column.name);
  return join(
    figures.map((column) => (known.includes(column) ? name(column) : sql`cast(null as double) as ${name(column)}`)),
  );
}

/** By segment, where it stands on the features of the model: what words are made from. */
export async function readLevels(engine: Engine): Promise<Map<string, FeatureLevel[]>> {
  const rows = await engine.rows(
    sql`select segment, feature, effect_size, mean, base_mean, ${await middleFigures(engine)} from segments.feature
      where effect_size is not null and mean is not null order by segment, rank`,
    {
      ...{ segment: 'text', feature: 'text', effect_size: 'number', mean: 'number', base_mean: 'number' },
      ...{ median: 'number?', base_median: 'number?', sd: 'number?', base_sd: 'number?' },
      ...{ base_lower_quartile: 'number?', base_upper_quartile: 'number?' },
    },
    most,
  );
  const found = new Map<string, FeatureLevel[]>();
  for (const { segment, feature, effect_size: effect, mean, base_mean: base, ...row } of rows) {
    const middle = middleOf(effect, {
      median: row.median,
      sd: row.sd,
      baseSd: row.base_sd,
      baseLowerQuartile: row.base_lower_quartile,
      baseUpperQuartile: row.base_upper_quartile,
    });
    const { median: own, base_median: baseMedian } = row;
    const medians = own === null || baseMedian === null ? {} : { medians: { own, base: baseMedian } };
    found.set(segment, [...(found.get(segment) ?? []), { feature, effect, mean, base, ...medians, middle }]);
  }
  return found;
}
