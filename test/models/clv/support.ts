import { randomExponential, randomGamma } from 'd3-random';
import { uniformStream } from '../../../src/math/random.ts';
import type { Histories } from '../../../src/models/clv/histories.ts';
import type { Unit } from '../../../src/models/clv/unit.ts';

/** One customer's x, t_x and T. */
export type Triple = readonly [repeats: number, recency: number, age: number];

/** Histories of customers, equal ones counted together. */
export function historiesOf<U extends Unit>(triples: readonly Triple[], unit: U): Histories<U> {
  const counts = new Map<string, { triple: Triple; n: number }>();
  for (const triple of triples) {
    const known = counts.get(triple.join()) ?? { triple, n: 0 };
    known.n += 1;
    counts.set(triple.join(), known);
  }
  const rows = [...counts.values()].sort(({ triple: a }, { triple: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const column = (i: 0 | 1 | 2): Float64Array => Float64Array.from(rows, ({ triple }) => triple[i]);
  return {
    unit,
    repeats: column(0),
    recency: column(1),
    age: column(2),
    customers: Float64Array.from(rows, ({ n }) => n),
  };
}

/** How the customers of a made company buy and stop. */
export type Planted =
  | {
      readonly family: 'bgnbd' | 'mbgnbd';
      readonly parameters: readonly [r: number, alpha: number, a: number, b: number];
    }
  | { readonly family: 'pareto'; readonly parameters: readonly [r: number, alpha: number, s: number, beta: number] }
  | { readonly family: 'nbd'; readonly parameters: readonly [r: number, alpha: number] };

/** Days on which customers buy after their first purchase, by a planted model in weeks; T is 30 to 78 weeks. */
function plant({ family, parameters }: Planted, customers: number, seed: number) {
  const uniform = uniformStream(seed, 7);
  const [r, alpha] = parameters;
  const gamma = randomGamma.source(uniform);
  const rateOf = gamma(r, 1 / alpha);
  return Array.from({ length: customers }, () => {
    const age = 30 + 48 * uniform();
    const rate = rateOf();
    let lifetime = Infinity;
    let stop = 0;
    if (family === 'pareto') lifetime = randomExponential.source(uniform)(gamma(parameters[2], 1 / parameters[3])())();
    else if (family !== 'nbd') {
      const [x, y] = [gamma(parameters[2])(), gamma(parameters[3])()];
      stop = x / (x + y);
    }
    const times: number[] = [];
    let isAlive = family !== 'mbgnbd' || uniform() >= stop;
    const wait = randomExponential.source(uniform)(rate);
    for (let t = wait(); isAlive && t < Math.min(age, lifetime); t += wait()) {
      times.push(t);
      if (uniform() < stop) isAlive = false;
    }
    return { age, times };
  });
}

/** Histories of a planted company, times as they are. */
export const plantedHistories = (planted: Planted, customers: number, seed: number): Histories<'week'> =>
  historiesOf(
    plant(planted, customers, seed).map(({ age, times }): Triple => [times.length, times.at(-1) ?? 0, age]),
    'week',
  );

/** Purchases `customer_id, day, sold, returned, is_purchase` of a planted company up to 2026-06-30, by the text of a select; amounts differ by customer and by purchase. */
export function plantedPurchases(planted: Planted, customers: number, seed: number): string {
  const uniform = uniformStream(seed, 8);
  const rows = plant(planted, customers, seed).flatMap(({ age, times }, i) => {
    const [first, worth] = [Math.round(7 * age), 10 + 90 * uniform()];
    return [0, ...times].map((time) => {
      const amount = (worth * (0.5 + uniform())).toFixed(2);
      return `('c${i}', date '2026-06-30' - ${first - Math.min(first, Math.round(7 * time))}, ${amount})`;
    });
  });
  return `select customer_id, day, cast(amount as decimal(18, 4)) as sold, cast(0 as decimal(18, 4)) as returned, true as is_purchase
    from (values ${rows.join(', ')}) as purchase (customer_id, day, amount)`;
}

/** Standard errors of parameters by name, from the covariances of their logarithms. */
export const standardErrorsOf = ({
  parameters,
  covariance,
}: {
  readonly parameters: Readonly<Record<string, number>>;
  readonly covariance: readonly (readonly number[])[] | null;
}): Record<string, number> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value], i) => [name, value * Math.sqrt(covariance![i]![i]!)]),
  );
