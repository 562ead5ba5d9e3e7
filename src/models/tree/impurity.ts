/** What a split makes smaller. */
export type Criterion = 'gini' | 'entropy';

/** x ln x; 0 for 0. */
const entropyTerm = (x: number): number => (x > 0 ? x * Math.log(x) : 0);

/**
 * Mass times impurity of a node, by the masses of its classes: Gini m(1 − Σp²) = m − Σm_c²/m; entropy −m Σp ln p = m ln m
 * − Σ m_c ln m_c (Breiman et al. 1984, 4.3).
 */
export function impurity(criterion: Criterion, masses: readonly number[]): number {
  const mass = masses.reduce((sum, one) => sum + one, 0);
  if (mass === 0) return 0;
  return criterion === 'gini'
    ? mass - masses.reduce((sum, one) => sum + one * one, 0) / mass
    : entropyTerm(mass) - masses.reduce((sum, one) => sum + entropyTerm(one), 0);
}

/** Improvements per mass are compared to 12 decimals, so that rounding decides no ties. */
export const comparable = (improvement: number, mass: number): number => Math.round((improvement / mass) * 1e12);
