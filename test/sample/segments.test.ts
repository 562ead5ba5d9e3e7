import { Matrix, inverse } from 'ml-matrix';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join, literal, sql } from '../../src/sql/sql.ts';
import { regionNames } from '../../src/sample/regions.ts';
import { sourceNames } from '../../src/sample/acquisition.ts';
import { categories } from '../../src/sample/products.ts';
import { salesChannels } from '../../src/sample/segments.ts';
import { committed, openSample, type OpenSample } from './open-sample.ts';

/** Somebody as a point, with the index of the planted segment. */
interface Point {
  readonly segment: number;
  readonly at: readonly number[];
}

let sample: OpenSample;
beforeAll(async () => {
  sample = await openSample(committed, afterAll);
});

const codes = (): string[] => sample.truth.segments.map(({ code }) => code);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const column = (points: readonly Point[], j: number): number[] => points.map(({ at }) => at[j]!);
const means = (points: readonly Point[]): number[] => points[0]!.at.map((_, j) => mean(column(points, j)));
const centres = (points: readonly Point[]): number[][] =>
  codes().map((_, segment) => means(points.filter((point) => point.segment === segment)));

function standardise(points: readonly Point[]): Point[] {
  const middle = means(points);
  const deviation = middle.map((m, j) => Math.sqrt(mean(column(points, j).map((value) => (value - m) ** 2))));
  return points.map((point) => ({ ...point, at: point.at.map((value, j) => (value - middle[j]!) / deviation[j]!) }));
}

/** Index of the item with the highest score. */
const best = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

/** Hubert & Arabie (1985). */
function adjustedRand(one: readonly number[], other: readonly number[]): number {
  const pairs = (keys: readonly string[]): number => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  };
  const both = pairs(one.map((a, i) => `${a} ${other[i]!}`));
  const [first, second] = [pairs(one.map(String)), pairs(other.map(String))];
  const chance = (first * second) / ((one.length * (one.length - 1)) / 2);
  return (both - chance) / ((first + second) / 2 - chance);
}

async function readBehaviour(): Promise<Point[]> {
  const shares = join([
    ...categories.map(
      (category) => sql`sum(case when category = ${literal(category)} then net else 0 end)::double / sum(net)::double`,
    ),
    ...salesChannels.map(
      (channel) =>
        sql`count(distinct case when channel = ${literal(channel)} then order_id end) / count(distinct order_id)`,
    ),
    sql`sum(discount)::double / sum(quantity * unit_price)::double`,
    sql`ln(1 + sum(quantity)::double / count(distinct order_id))`,
  ]);
  const rows = await sample.engine.rows(
    sql`with line as (
          select purchases.*, category, quantity * unit_price - discount as net
          from purchases join products on purchases.product_id = products.product_id where quantity > 0
        ), habit as (select customer_id, [${shares}]::double[]::json::varchar as point from line group by customer_id)
        select planted_segment as segment, point from habit
        join truth_customers on habit.customer_id = truth_customers.customer_id order by habit.customer_id`,
    { segment: 'text', point: 'json' },
  );
  return rows.map(({ segment, point }) => ({ segment: codes().indexOf(segment), at: point as number[] }));
}

describe('planted segments', () => {
  it('are neither trivial nor hopeless to find: ARI of the nearest true centre is from 0.90 to 0.97', async () => {
    const points = standardise(await readBehaviour());
    const middles = centres(points);
    const nearest = points.map(({ at }) =>
      best(middles.map((centre) => -centre.reduce((sum, value, j) => sum + (value - at[j]!) ** 2, 0))),
    );
    const rand = adjustedRand(
      points.map(({ segment }) => segment),
      nearest,
    );
    expect(rand).toBeGreaterThan(0.9);
    expect(rand).toBeLessThan(0.97);
  });

  it('have the planted sizes', async () => {
    const sizes = await sample.engine.rows(
      sql`select planted_segment as segment, count(*) as people from truth_customers group by planted_segment`,
      { segment: 'text', people: 'integer' },
    );
    for (const { code, share } of sample.truth.segments) {
      const people = sizes.find(({ segment }) => segment === code)!.people;
      expect(Math.abs(people / 2_000 - share)).toBeLessThan(0.035);
    }
  });
});

describe('who people are', () => {
  async function readAttributes(): Promise<(Point & { prospect: boolean })[]> {
    const rows = await sample.engine.rows(
      sql`select planted_segment as segment, is_prospect as prospect, region, acquisition_source as source,
            datediff('day', birth_date, date '2025-12-31') / 365.25 as age, ln(annual_income::double) as income
          from customers join truth_customers on customers.customer_id = truth_customers.customer_id
          where birth_date is not null and annual_income is not null order by customers.customer_id`,
      { segment: 'text', prospect: 'boolean', region: 'text', source: 'text', age: 'number', income: 'number' },
    );
    const flags = (value: string, of: readonly string[]): number[] => of.slice(1).map((one) => (one === value ? 1 : 0));
    return rows.map(({ segment, prospect, region, source, age, income }) => ({
      segment: codes().indexOf(segment),
      prospect,
      at: [age, income, ...flags(region, regionNames), ...flags(source, sourceNames)],
    }));
  }

  /** Fisher's linear classification functions with priors by size. */
  function fitDiscriminant(points: readonly Point[]): (at: readonly number[]) => number {
    const middles = centres(points);
    const size = middles[0]!.length;
    const within = Matrix.zeros(size, size);
    for (const { segment, at } of points) {
      const off = Matrix.columnVector(at.map((value, j) => value - middles[segment]![j]!));
      within.add(off.mmul(off.transpose()).div(points.length - middles.length));
    }
    const functions = middles.map((centre, segment) => {
      const weights = inverse(within).mmul(Matrix.columnVector(centre)).to1DArray();
      const prior = points.filter((point) => point.segment === segment).length / points.length;
      return { weights, constant: Math.log(prior) - weights.reduce((sum, w, j) => sum + w * centre[j]!, 0) / 2 };
    });
    return (at) =>
      best(functions.map(({ weights, constant }) => weights.reduce((sum, w, j) => sum + w * at[j]!, constant)));
  }

  it('tells the segment of 55 to 76 of 100 buyers, and of the prospects', async () => {
    const people = await readAttributes();
    const classify = fitDiscriminant(people.filter(({ prospect }) => !prospect));
    const hitRatio = (prospects: boolean): number =>
      mean(
        people
          .filter(({ prospect }) => prospect === prospects)
          .map(({ at, segment }) => (classify(at) === segment ? 1 : 0)),
      );
    expect(hitRatio(false)).toBeGreaterThan(0.55);
    expect(hitRatio(false)).toBeLessThan(0.76);
    expect(hitRatio(true)).toBeGreaterThan(0.55);
  });
});
