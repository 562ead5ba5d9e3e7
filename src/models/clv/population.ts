import { betaBelow, gammaAbove } from '../../math/distributions.ts';
import { parametersOf, type PurchaseModel } from './fit-purchases.ts';
import type { ClvOptions } from './options.ts';
import { calendarOf } from './schedule.ts';
import { daysIn, daysInYear } from './unit.ts';

/** Customers whose figure lies from one value up to another; null: and more. */
export interface Band {
  readonly from: number;
  readonly to: number | null;
  readonly share: number;
}

/** How a figure differs among customers. */
export interface Spread {
  readonly mean: number;
  readonly bands: readonly Band[];
}

/** How customers differ, as a model has it. */
export interface Population {
  /** Purchases a year of one who is a customer. */
  readonly pace: Spread;
  /** Probability of stopping, with a purchase or within a year; null: nobody stops. */
  readonly stop: (Spread & { readonly per: 'purchase' | 'year' }) | null;
}

/** Bands of a pace, with the last one, of all beyond. */
const most = 13;

/** Customers beyond the last bound are at most so many. */
const beyond = 0.05;

/** 1, 2 or 5 times a power of ten, the least with few customers beyond `most` − 1 bands of it. */
function widthFor(above: (x: number) => number): number {
  for (let power = -3; ; power++)
    for (const digit of [1, 2, 5]) {
      const width = digit * 10 ** power;
      if (above((most - 1) * width) <= beyond || power > 6) return width;
    }
}

function bandsOf(bounds: readonly number[], above: (x: number) => number, isOpen: boolean): Band[] {
  const shares = bounds.map(above);
  const closed = bounds.slice(1).map((to, i) => ({ from: bounds[i]!, to, share: shares[i]! - shares[i + 1]! }));
  return isOpen ? [...closed, { from: bounds.at(-1)!, to: null, share: shares.at(-1)! }] : closed;
}

const tenths = Array.from({ length: 11 }, (_, i) => i / 10);

/** The distributions of the rate of buying, Γ(r, α), and of stopping, Beta(a, b) or Γ(s, β), as shares of customers. */
export function populationOf(model: PurchaseModel, options: ClvOptions): Population {
  const calendar = calendarOf(options);
  const year = daysInYear(calendar) / daysIn(options.unit, calendar);
  const [r, alpha, first, second] = parametersOf(model) as [number, number, number?, number?];
  const faster = (pace: number): number => gammaAbove(pace / year, r, alpha);
  const width = widthFor(faster);
  const bounds = Array.from({ length: most }, (_, i) => Number((i * width).toPrecision(12)));
  const pace = { mean: (r / alpha) * year, bands: bandsOf(bounds, faster, true) };
  if (first === undefined || second === undefined) return { pace, stop: null };
  if (model.family === 'pareto') {
    const within = (p: number): number => (p >= 1 ? 0 : gammaAbove(-Math.log1p(-p) / year, first, second));
    const mean = 1 - (second / (second + year)) ** first;
    return { pace, stop: { per: 'year', mean, bands: bandsOf(tenths, within, false) } };
  }
  const readily = (p: number): number => 1 - betaBelow(p, first, second);
  return { pace, stop: { per: 'purchase', mean: first / (first + second), bands: bandsOf(tenths, readily, false) } };
}
