import { acquisitionCampaign, arrivals } from './acquisition.ts';
import { weeks, yearOf } from './calendar.ts';
import { drawCharacter } from './character.ts';
import { demanding, demandingShare, prospectShare } from './company.ts';
import { expectedPurchases } from './expected-purchases.ts';
import { shapes, type Population } from './population.ts';
import { rollFor } from './random.ts';
import { segments } from './segments.ts';

/** What a sample is made from. The same options always make the same bytes. */
export interface SampleSize {
  /** Customers and prospects. */
  readonly customers: number;
  /** Mean order lines per customer, returns included, over customers and prospects. */
  readonly lines: number;
  /** Whole number from 0 to 2³² − 1. */
  readonly seed: number;
}

/** A sample decided: everything that its customers share. */
export interface Plan extends SampleSize {
  readonly population: Population;
  /** Mean lines of an order beyond the first, for a segment whose `basket` is 1. */
  readonly basketScale: number;
  /** People brought by each acquisition campaign, by its id, as far as the survey knows. */
  readonly heads: ReadonlyMap<string, number>;
}

/** Customers that the survey looks at, at most: enough for a mean within 1 %. */
const surveyed = 50_000;

/** Return lines per order line: the mean over segments and over demanding and other buyers. */
const meanReturns = segments.reduce(
  (sum, { share, returns }) => sum + share * (demandingShare * demanding.returns + (1 - demandingShare) * returns),
  0,
);

/** Mean orders of a buyer, over the weeks in which buyers arrive. */
function meanOrders(alpha: number): number {
  const total = arrivals.reduce((sum, share) => sum + share, 0);
  const purchases = { ...shapes.purchases, alpha };
  return arrivals.reduce(
    (sum, share, week) => sum + (share / total) * (1 + expectedPurchases(purchases, weeks - week - 0.5)),
    0,
  );
}

/** The alpha (three digits) that gives a buyer `orders` orders on average: bisection on its logarithm; more alpha, fewer orders. */
function solveAlpha(orders: number): number {
  let low = Math.log(1e-3);
  let high = Math.log(1e6);
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (meanOrders(Math.exp(middle)) > orders) low = middle;
    else high = middle;
  }
  return Number(Math.exp(low).toPrecision(3));
}

/**
 * Decides the rate and the baskets that give `lines` lines per customer. A buyer needs B = lines / ((1 − prospects)(1 + returns));
 * he makes B^0.6 orders of B^0.4 lines. The first is planted by alpha, which eq. (9) of BG/NBD gives; r, a, b and the spend stay. For the
 * second, a survey draws the orders of the first 50,000 customers (all, if there are fewer), and sets the mean basket so that the
 * lines come out with the orders which they do make: within 2 % from 2,000 customers up.
 */
export function planSample(size: SampleSize): Plan {
  const perBuyer = size.lines / ((1 - prospectShare) * (1 + meanReturns));
  const { r, a, b } = shapes.purchases;
  const purchases = { r, alpha: solveAlpha(perBuyer ** 0.6), a, b };
  const population: Population = { purchases, spend: shapes.spend };
  const count = Math.min(size.customers, surveyed);
  const heads = new Map<string, number>();
  let first = 0;
  let further = 0;
  for (let index = 0; index < count; index += 1) {
    const character = drawCharacter(rollFor(size.seed, index), population);
    const { kind, history } = character;
    const weight = history.moments.length * (1 + (character.demanding ? demanding.returns : kind.returns));
    first += weight;
    further += weight * kind.basket;
    const campaign = acquisitionCampaign(character.source, yearOf(character.arrival));
    heads.set(campaign, (heads.get(campaign) ?? 0) + size.customers / count);
  }
  const basketScale = further > 0 ? Math.max(0, (size.lines * count - first) / further) : 0;
  return { ...size, population, heads, basketScale };
}
