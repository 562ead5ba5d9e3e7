import type { Engine } from '../engine/engine.ts';
import { contrastSegments } from '../models/kmeans/contrast.ts';
import type { FittedKmeans } from '../models/kmeans/fitted.ts';
import { nearestSegments } from '../models/kmeans/neighbours.ts';
import { readWorth } from '../reports/data/worth.ts';
import { describeSegments } from '../segments/describe.ts';
import { featureSql, neighbourSql } from '../segments/feature.sql.ts';
import type { SegmentShares } from '../segments/profile.ts';
import { formerSegmentSql, segmentSql } from '../segments/segment.sql.ts';
import { typicalSql } from '../segments/typical.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { byNumber } from '../text/segment-code.ts';
import { readLanguage } from './language.ts';
import type { TableContext } from './model-part.ts';
import { readLevels } from './segment-levels.ts';
import { knownNames, tellOutgrown } from './segment-names.ts';

/** More than a model has segments. */
const most = 10_000;

async function segmentFeatures(fitted: FittedKmeans | null, { engine }: TableContext): Promise<Sql> {
  if (fitted === null) return featureSql([]);
  const rows = await contrastSegments(engine, fitted);
  return featureSql(
    rows.map(({ baseMean, baseMedian, baseLowerQuartile, baseUpperQuartile, effectSize, baseSd, ...row }) => ({
      ...row,
      base_mean: baseMean,
      base_median: baseMedian,
      base_lower_quartile: baseLowerQuartile,
      base_upper_quartile: baseUpperQuartile,
      effect_size: effectSize,
      base_sd: baseSd,
    })),
  );
}

function segmentNeighbours(fitted: FittedKmeans | null): Sql {
  const found = fitted === null ? [] : nearestSegments(fitted);
  return neighbourSql(found.map(({ segment, nearest, distance }) => ({ segment, nearest_segment: nearest, distance })));
}

/** By segment its part of the net revenue and of the profit of all segments; null where that is not positive, or no cost is known. */
async function readShares(engine: Engine): Promise<Map<string, SegmentShares>> {
  const rows = await engine.rows(
    sql`select assigned.segment, sum(money.net_revenue) as net_revenue, sum(money.profit) as profit
      from scores.segment as assigned join marts.customer_profit as money on money.customer_id = assigned.customer_id
      group by assigned.segment order by assigned.segment`,
    { segment: 'text', net_revenue: 'number', profit: 'number' },
    most,
  );
  const total = (column: 'net_revenue' | 'profit'): number => rows.reduce((all, row) => all + row[column], 0);
  const [revenue, profit] = [total('net_revenue'), total('profit')];
  const isKnown = (await readWorth(engine)) === 'profit';
  return new Map(
    rows.map((row) => [
      row.segment,
      {
        netRevenue: revenue > 0 ? row.net_revenue / revenue : null,
        profit: isKnown && profit > 0 ? row.profit / profit : null,
      },
    ]),
  );
}

/** How many customers each segment has now. */
async function segmentSizes(engine: Engine): Promise<Map<string, number>> {
  const rows = await engine.rows(
    sql`select segment, count(*) as customers from scores.segment group by segment order by segment`,
    { segment: 'text', customers: 'integer' },
    most,
  );
  return new Map(rows.map(({ segment, customers }) => [segment, customers]));
}

/** The segments in the order of their ids. */
const inOrder = ({ clusters }: FittedKmeans): { readonly segment: string }[] => [...clusters].sort(byNumber);

/** The names and sentences of the segments. */
async function segmentWords(fitted: FittedKmeans | null, context: TableContext): Promise<Sql> {
  if (fitted === null) return segmentSql([]);
  const { engine } = context;
  const sizes = await segmentSizes(engine);
  const levels = await readLevels(engine);
  const shares = await readShares(engine);
  const profiles = inOrder(fitted).map(({ segment }) => ({
    segment,
    customers: sizes.get(segment) ?? 0,
    features: levels.get(segment) ?? [],
    shares: shares.get(segment) ?? null,
  }));
  const { t, f } = await readLanguage(engine);
  const known = await knownNames(context, f.locale);
  tellOutgrown(t, profiles, known, context.tell);
  return segmentSql(describeSegments(t, profiles, f, known));
}

/** What segments that are no more were called last, also where the pipeline makes none. */
const formerNames = (_: FittedKmeans | null, { former }: TableContext): Sql =>
  formerSegmentSql(
    ['segments.segment', 'segments.former_segment']
      .map((table) => former?.table(table) ?? null)
      .filter((table) => table !== null),
  );

/** What is told of segments. The words are made from `segments.feature`, so that comes before them. */
export const segmentTables = {
  'segments.feature': segmentFeatures,
  'segments.neighbour': segmentNeighbours,
  'segments.typical_customer': () => typicalSql,
  'segments.segment': segmentWords,
  'segments.former_segment': formerNames,
} as const;
