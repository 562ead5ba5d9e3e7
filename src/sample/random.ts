import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { randomGamma, randomNormal } from 'd3-random';
import { scramble } from '../math/random.ts';

/** Cumulated weights of a finite choice: entry i is the share of the items up to and with i; the last is 1. */
export type Weights = Float64Array;

/** All the chance that one customer has: a stream of its own, so that no customer depends on another. */
export interface Dice {
  /** Uniform on [0, 1), in steps of 2⁻³². */
  uniform(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** Whole number from 0 to `count` − 1, all alike. */
  below(count: number): number;
  /** One of the items, all alike. */
  pick<T>(items: readonly T[]): T;
  /** Index of an item, by weight. */
  choose(weights: Weights): number;
  /** Waiting time of a Poisson process with `rate` events per unit of time; `Infinity` at rate 0. */
  exponential(rate: number): number;
  /** Makes a Gamma distribution, to draw from as often as wanted. */
  gamma(shape: number, rate: number): () => number;
  beta(a: number, b: number): number;
  /** For means up to some tens: it takes as many uniform numbers as it counts (Knuth 1969, 3.4.1). */
  poisson(mean: number): number;
  normal(mean: number, deviation: number): number;
}

/** Weights of any size, cumulated for `Dice.choose`. At least one must be positive. */
export function cumulate(weights: readonly number[]): Weights {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const cumulated = Float64Array.from(weights, (weight) => (sum += weight) / total);
  cumulated[cumulated.length - 1] = 1;
  return cumulated;
}

/**
 * The stream of customer `index` in the sample of `seed`: xoroshiro128+ (Blackman & Vigna 2018) started from a hash of both.
 * Distributions are made afresh for each stream, since d3's normal keeps a spare value from one call to the next.
 */
export function rollFor(seed: number, index: number): Dice {
  const first = scramble(index ^ scramble(seed));
  const second = scramble(first ^ seed ^ 0x9e3779b9);
  const third = scramble(second ^ 0x7f4a7c15);
  const generator = xoroshiro128plusFromState([first, second, third, scramble(third ^ index) | 1]);
  const uniform = (): number => (generator.next() >>> 0) * 2 ** -32;
  const gamma = randomGamma.source(uniform);
  const normal = randomNormal.source(uniform);
  const below = (count: number): number => Math.floor(uniform() * count);
  return {
    uniform,
    below,
    chance: (probability) => uniform() < probability,
    pick: (items) => items[below(items.length)]!,
    choose(weights) {
      const at = uniform();
      let index = 0;
      while (at >= weights[index]!) index += 1;
      return index;
    },
    exponential: (rate) => -Math.log1p(-uniform()) / rate,
    gamma: (shape, rate) => gamma(shape, 1 / rate),
    beta(a, b) {
      const x = gamma(a)();
      return x / (x + gamma(b)());
    },
    poisson(mean) {
      const least = Math.exp(-mean);
      let product = uniform();
      let count = 0;
      while (product > least) {
        product *= uniform();
        count += 1;
      }
      return count;
    },
    normal: (mean, deviation) => normal(mean, deviation)(),
  };
}
