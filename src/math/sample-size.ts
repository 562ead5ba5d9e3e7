import { normalBelow, normalQuantile } from './distributions.ts';

/** What a test of two rates is planned for. */
export interface TestPlan {
  /** Expected of the control group, between 0 and 1. */
  readonly controlRate: number;
  /** Expected of those treated: another one. */
  readonly treatedRate: number;
  /** Control group : treated, above 0: 1 for equal groups, 1/9 for a holdout of 10 %. */
  readonly ratio: number;
  /** Two-sided. */
  readonly alpha: number;
}

/** Standard deviations of the difference, times √(n of the treated), where both have one rate and where each has its own. */
function deviations({ controlRate, treatedRate, ratio }: TestPlan) {
  const common = (treatedRate + ratio * controlRate) / (1 + ratio);
  return {
    alike: Math.sqrt(common * (1 - common) * (1 + 1 / ratio)),
    apart: Math.sqrt(treatedRate * (1 - treatedRate) + (controlRate * (1 - controlRate)) / ratio),
  };
}

/**
 * How many must be treated so that a two-sided test of two rates finds their difference with a probability of `power`; the control group
 * needs `ratio` times as many: n = (z₁₋α⸝₂·√(p̄q̄(1 + 1/r)) + z_power·√(p₁q₁ + p₀q₀/r))² / (p₁ − p₀)² (Fleiss, Tytun & Ury 1980, without the
 * correction for continuity; with r = 1 as `power.prop.test` of R). A fraction: to be rounded up.
 */
export function treatedNeeded(plan: TestPlan, power: number): number {
  const { alike, apart } = deviations(plan);
  const reach = normalQuantile(1 - plan.alpha / 2) * alike + normalQuantile(power) * apart;
  return (reach / (plan.treatedRate - plan.controlRate)) ** 2;
}

/** The probability that such a test of `treated` people finds the difference: the same equation, solved for the power. */
export function powerOf(plan: TestPlan, treated: number): number {
  const { alike, apart } = deviations(plan);
  const distance = Math.abs(plan.treatedRate - plan.controlRate) * Math.sqrt(treated);
  return normalBelow((distance - normalQuantile(1 - plan.alpha / 2) * alike) / apart);
}

/** The smallest rise of a rate that `treated` people show with a probability of `power`; null: not even the rise to 1. */
export function detectableLift(plan: Omit<TestPlan, 'treatedRate'>, treated: number, power: number): number | null {
  const isShown = (lift: number): boolean =>
    powerOf({ ...plan, treatedRate: plan.controlRate + lift }, treated) >= power;
  let [hidden, shown] = [0, 1 - plan.controlRate];
  if (treated <= 0 || !isShown(shown)) return null;
  for (let i = 0; i < 60; i++) {
    const lift = (hidden + shown) / 2;
    if (isShown(lift)) shown = lift;
    else hidden = lift;
  }
  return shown;
}
