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
