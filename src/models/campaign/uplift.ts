import { shareOf, type Rate } from '../../math/rates.ts';

/** What the arms of one campaign bought. */
export interface Arms {
  readonly treated: Rate;
  readonly control: Rate;
}

/** The rise of the share who buy over several campaigns. */
export interface Uplift {
  readonly difference: number;
  /** Of the difference. */
  readonly variance: number;
  readonly treated: number;
  readonly control: number;
}

/** Of a rate with one more of either kind: above 0 also where nobody bought, or everybody did (Agresti & Caffo 2000). */
function varianceOf({ n, successes }: Rate): number {
  const share = (successes + 1) / (n + 2);
  return (share * (1 - share)) / (n + 2);
}

/**
 * The differences of some campaigns in one, each with the weight n₁n₀/(n₁ + n₀) (Cochran 1954, Mantel & Haenszel 1959): those with another share who buy, or another holdout, are
 * never compared across. Null where no campaign has people in both arms.
 */
export function pooledUplift(campaigns: readonly Arms[]): Uplift | null {
  const both = campaigns.filter(({ treated, control }) => treated.n > 0 && control.n > 0);
  if (both.length === 0) return null;
  const weighted = both.map(({ treated, control }) => ({
    weight: (treated.n * control.n) / (treated.n + control.n),
    difference: shareOf(treated) - shareOf(control),
    variance: varianceOf(treated) + varianceOf(control),
  }));
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const sum = (of: (one: (typeof weighted)[number]) => number): number =>
    weighted.reduce((total, one) => total + of(one), 0);
  return {
    difference: sum(({ weight, difference }) => weight * difference) / all,
    variance: sum(({ weight, variance }) => weight * weight * variance) / (all * all),
    treated: both.reduce((total, { treated }) => total + treated.n, 0),
    control: both.reduce((total, { control }) => total + control.n, 0),
  };
}

/**
 * A measured rise drawn towards what was expected without it: the mean of a normal prior, whose standard deviation is its mean, and the normal likelihood of the
 * measurement (Lindley & Smith 1972); never below 0. A holdout of 30 people moves it little, one of 30,000 replaces it.
 */
export function drawnTowards(prior: number, { difference, variance }: Uplift): number {
  const weight = (prior * prior) / (prior * prior + variance);
  return Math.max(0, weight * difference + (1 - weight) * prior);
}
