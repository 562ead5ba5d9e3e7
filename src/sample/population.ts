import type { Clock } from './calendar.ts';
import { end } from './calendar.ts';
import type { Dice } from './random.ts';

/**
 * The one population that all buyers come from. Purchases: BG/NBD (Fader, Hardie & Lee 2005), time in weeks: rate
 * λ ~ Gamma(shape r, rate alpha), drop-out after each repeat purchase with probability p ~ Beta(a, b). Spend per order:
 * Gamma-Gamma (Fader & Hardie 2013, note 025): value ~ Gamma(shape p, rate ν), ν ~ Gamma(shape q, rate gamma), in euros.
 */
export interface Population {
  readonly purchases: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };
  readonly spend: { readonly p: number; readonly q: number; readonly gamma: number };
}

/** The planted shapes; `alpha` is solved for the wanted number of orders. Mean order value: p·gamma/(q − 1) = 96 euros. */
export const shapes = {
  purchases: { r: 0.9, a: 0.9, b: 3.5 },
  spend: { p: 6, q: 4, gamma: 48 },
} as const;

/** What a buyer was born with. */
export interface Buyer {
  /** Purchases a week while active. */
  readonly lambda: number;
  /** Probability of leaving after a repeat purchase. */
  readonly dropout: number;
  /** Rate of the Gamma distribution of the order value, per euro: the mean value is `spend.p / nu`. */
  readonly nu: number;
}

/** Draws a buyer from the population. */
export function drawBuyer(dice: Dice, { purchases, spend }: Population): Buyer {
  return {
    lambda: dice.gamma(purchases.r, purchases.alpha)(),
    dropout: dice.beta(purchases.a, purchases.b),
    nu: dice.gamma(spend.q, spend.gamma)(),
  };
}

/** The orders of a buyer: moments in seconds since the first midnight, rising, and whether he is still active at the end. */
export interface History {
  readonly moments: readonly number[];
  readonly active: boolean;
}

/** Draws the orders of a buyer whose first one is at `start` (weeks of his own time): that one, then a BG/NBD process. */
export function drawHistory(dice: Dice, buyer: Buyer, start: number, clock: Clock): History {
  const moments = [clock(start)];
  let time = start;
  for (;;) {
    time += dice.exponential(buyer.lambda);
    const moment = time < 1e6 ? clock(time) : Infinity;
    if (moment >= end) return { moments, active: true };
    moments.push(moment);
    if (dice.chance(buyer.dropout)) return { moments, active: false };
  }
}
