import type { Part } from '../evaluation/evaluate.ts';

/** How many times as many hits as at random, with its 95 % interval. */
export interface Lift {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** 97.5 % of the normal distribution lie below. */
const z = 1.959963984540054;

/** The lift of a part: its share of hits, with the interval of Wilson (1927), divided by that of all rows, which is taken as known. */
export function liftOf({ rows, rate, lift }: Pick<Part, 'rows' | 'rate' | 'lift'>): Lift {
  const base = rate / lift;
  const centre = (rate + (z * z) / (2 * rows)) / (1 + (z * z) / rows);
  const half = (z * Math.sqrt((rate * (1 - rate)) / rows + (z * z) / (4 * rows * rows))) / (1 + (z * z) / rows);
  return { value: lift, low: (centre - half) / base, high: (centre + half) / base };
}
