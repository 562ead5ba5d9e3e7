import { randomGamma } from 'd3-random';
import { quantileOf } from '../../math/quantile.ts';
import { uniformStream } from '../../math/random.ts';
import { attributeMarkov, type RemovalEffect, type Transition } from './markov.ts';

/** The ends that 95 of 100 values lie between. */
export type Interval = readonly [low: number, high: number];

/** How far the figures of a touch might lie elsewhere. */
export interface Spread {
  readonly effect: Interval;
  readonly share: Interval;
}

const replicates = 500;
const seed = 1;

/** Fewer visits say nothing of where paths go from a touch. */
const leastVisits = 30;

const intervalOf = (values: readonly number[]): Interval => {
  const sorted = values.toSorted((a, b) => a - b);
  return [quantileOf(sorted, 0.025), quantileOf(sorted, 0.975)];
};

/**
 * 95 % intervals of removal effects by the Bayesian bootstrap (Rubin 1981) of where paths go from each state: its shares are drawn from the Dirichlet distribution with its counts, so that a
 * chain that ends goes on to end. A touch that paths leave fewer than 30 times has none.
 *
 * @returns by touch
 */
export function spreadOfEffects(transitions: readonly Transition[]): ReadonlyMap<string, Spread> {
  const visits = new Map<string, number>();
  for (const { from, to, count } of transitions)
    if (from !== null && from !== to) visits.set(from, (visits.get(from) ?? 0) + count);
  const told = [...visits].filter(([, count]) => count >= leastVisits).map(([touch]) => touch);
  const drawn = new Map(told.map((touch): [string, RemovalEffect[]] => [touch, []]));
  for (let i = 0; i < replicates && told.length > 0; i++) {
    const gamma = randomGamma.source(uniformStream(seed, i));
    const other = transitions.map((one) => ({ ...one, count: gamma(one.count)() }));
    for (const effect of attributeMarkov(other).effects) drawn.get(effect.touch)?.push(effect);
  }
  return new Map(
    [...drawn].map(([touch, effects]) => [
      touch,
      { effect: intervalOf(effects.map(({ effect }) => effect)), share: intervalOf(effects.map(({ share }) => share)) },
    ]),
  );
}
