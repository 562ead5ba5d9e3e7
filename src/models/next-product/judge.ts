import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { meanOf, type Comparison } from './contest.ts';
import type { Foretelling, Measured, SegmentMeasured } from './fitted.ts';
import { coverageSql, differenceSql, lengths, precisionSteps, resultSql, totalsSql } from './judge.sql.ts';
import { listSql } from './list.sql.ts';
import { nearestSql } from './pair.sql.ts';
import { tables } from './tables.ts';
import { rules, ways, type Rule, type Way } from './ways.ts';

const sums = {
  hit_5: 'bigint',
  hit_5_squares: 'bigint',
  hit_10: 'bigint',
  hit_10_squares: 'bigint',
  precision_5: 'bigint',
  precision_5_squares: 'bigint',
  precision_10: 'bigint',
  precision_10_squares: 'bigint',
} as const;

const shape = { way: 'text', customers: 'integer', ...sums } as const;

/** More than a pipeline has segments. */
const mostSegments = 1_000;

type Totals = { readonly way: string; readonly customers: number } & Readonly<Record<keyof typeof sums, bigint>>;

const isRule = (way: Way): way is Rule => rules.some((rule) => rule === way);

const foretellingOf = (row: Totals): Foretelling => ({
  way: row.way as Way,
  hit5: meanOf(row.customers, row.hit_5, row.hit_5_squares),
  hit10: meanOf(row.customers, row.hit_10, row.hit_10_squares),
  map5: meanOf(row.customers, row.precision_5, row.precision_5_squares, precisionSteps),
  map10: meanOf(row.customers, row.precision_10, row.precision_10_squares, precisionSteps),
});

/** In the order of the ways. */
const inOrder = <T extends { readonly way: Way }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => ways.indexOf(a.way) - ways.indexOf(b.way));

/** How two ways compare in a segment. */
interface SegmentComparison extends Comparison {
  readonly segment: string | null;
  readonly customers: number;
}

const comparisonOf = ({ first, second, difference, error }: SegmentComparison): Comparison => ({
  ...{ first, second, difference, error },
});

async function compare(engine: Engine, by: 'all' | 'segment'): Promise<SegmentComparison[]> {
  const rows = await engine.rows(
    differenceSql(by),
    { first: 'text', second: 'text', segment: 'text?', customers: 'integer', sum: 'bigint', squares: 'bigint' },
    mostSegments * ways.length ** 2,
  );
  return rows.map(({ first, second, segment, customers, sum, squares }) => {
    const { mean, error } = meanOf(customers, sum, squares);
    return { first: first as Way, second: second as Way, segment, customers, difference: mean, error };
  });
}

async function bySegment(engine: Engine): Promise<SegmentMeasured[]> {
  const rows = await engine.rows(totalsSql('segment'), { ...shape, segment: 'text?' }, mostSegments * ways.length);
  const segments = [...new Set(rows.map(({ segment }) => segment))];
  const comparisons = await compare(engine, 'segment');
  return segments.map((segment) => {
    const own = rows.filter((row) => row.segment === segment);
    return {
      ...{ segment, customers: own[0]!.customers, ways: inOrder(own.map(foretellingOf)) },
      comparisons: comparisons.filter((one) => one.segment === segment).map(comparisonOf),
    };
  });
}

/** Makes the lists of every way for the customers of the window, and holds them against what they bought. */
async function tryWays(engine: Engine, segments: Sql, products: number): Promise<Map<Way, [number, number]>> {
  const coverage = new Map<Way, [number, number]>();
  for (const way of ways) {
    if (isRule(way)) await engine.create(tables.neighbour, nearestSql(way));
    await engine.create(tables.list, listSql(way, lengths[1]));
    const measured = resultSql(way, segments);
    if (coverage.size === 0) await engine.create(tables.result, measured);
    else await engine.append(tables.result, measured);
    const [found] = await engine.rows(coverageSql, { first_products: 'integer', products: 'integer' }, 1);
    coverage.set(way, [found!.first_products / products, found!.products / products]);
  }
  return coverage;
}

/** How well each way foretold the window whose purchases are in the table of truth. */
export async function judge(
  engine: Engine,
  segments: Sql,
  products: number,
): Promise<{ ways: Measured[]; comparisons: Comparison[]; segments: SegmentMeasured[] }> {
  await engine.create(tables.customer, sql`select distinct customer_id from ${relationName(tables.truth)} as truth`);
  const coverage = await tryWays(engine, segments, products);
  const totals = await engine.rows(totalsSql('way'), shape, ways.length);
  const measured = totals.map((row): Measured => {
    const [coverage5, coverage10] = coverage.get(row.way as Way)!;
    return { ...foretellingOf(row), coverage5, coverage10 };
  });
  return {
    ways: inOrder(measured),
    comparisons: (await compare(engine, 'all')).map(comparisonOf),
    segments: await bySegment(engine),
  };
}
