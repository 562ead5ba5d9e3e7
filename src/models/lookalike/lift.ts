import { scoreInterval } from '../../math/rates.ts';
import type { Part } from '../evaluation/evaluate.ts';

/** How many times as many hits as at random, with its 95 % interval. */
export interface Lift {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The lift of a part: its share of hits, with the interval of Wilson (1927), divided by that of all rows, which is taken as known. */
export function liftOf({ rows, rate, lift }: Pick<Part, 'rows' | 'rate' | 'lift'>): Lift {
  const base = rate / lift;
  const [low, high] = scoreInterval({ n: rows, successes: rate * rows });
  return { value: lift, low: low / base, high: high / base };
}
