import { fTail } from '../../math/distributions.ts';
import { raoF } from './wilks.ts';

/**
 * A multivariate criterion with its F approximation. `f` and `p` are null, and `reason` says why, where the
 * approximation has no degrees of freedom.
 */
export interface Criterion {
  readonly value: number;
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
  readonly reason: string | null;
}

/** Do the classes differ in their means? Four answers by the eigenvalues λ of W⁻¹B. */
export interface MultivariateTests {
  /** Π 1/(1 + λ) */
  readonly wilks: Criterion;
  /** Σ λ/(1 + λ) */
  readonly pillai: Criterion;
  /** Σ λ */
  readonly hotellingLawley: Criterion;
  /** The largest λ. Its F is an upper bound, so its p a lower one. */
  readonly roy: Criterion;
}

function criterion(value: number, f: number, df1: number, df2: number): Criterion {
  if (df2 > 0) return { value, f, df1, df2, p: fTail(f, df1, df2), reason: null };
  return { value, f: null, df1, df2, p: null, reason: 'too few cases for an F approximation' };
}

/**
 * Wilks' λ, Pillai's trace, the Hotelling–Lawley trace and Roy's largest root of p predictors and g classes, with the F
 * approximations of R's `summary.manova` and SAS (Pillai 1954; Rao 1973): with q = g − 1, s = min(p, q), e = n − g, m =
 * (|p − q| − 1)/2, k = (e − p − 1)/2,
 *
 * Pillai V: F = (2k + s + 1)/(2m + s + 1) · V/(s − V), s(2m + s + 1) and s(2k + s + 1) degrees of freedom;
 * Hotelling–Lawley U: F = 2(sk + 1)·U/(s²(2m + s + 1)), s(2m + s + 1) and 2(sk + 1);
 * Roy θ: F = θ(e − r + q)/r with r = max(p, q), r and e − r + q.
 */
export function multivariateTests(eigenvalues: readonly number[], n: number, p: number, g: number): MultivariateTests {
  const [q, error] = [g - 1, n - g];
  const s = Math.min(p, q);
  const total = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + term, 0);
  const wide = Math.abs(p - q) + s;
  const deep = error - p + s;
  const wilks = raoF(
    eigenvalues.reduce((product, value) => product / (1 + value), 1),
    n,
    p,
    g,
  );
  const pillai = total(eigenvalues.map((value) => value / (1 + value)));
  const left = total(eigenvalues.map((value) => 1 / (1 + value))) + s - eigenvalues.length;
  const trace = total(eigenvalues);
  const traceDf = s * (error - p - 1) + 2;
  const root = eigenvalues[0] ?? 0;
  const rank = Math.max(p, q);
  const rootDf = error - rank + q;
  return {
    wilks: criterion(wilks.wilks, wilks.f, wilks.df1, wilks.df2),
    pillai: criterion(pillai, ((deep / wide) * pillai) / left, s * wide, s * deep),
    hotellingLawley: criterion(trace, (traceDf * trace) / (s * s * wide), s * wide, traceDf),
    roy: criterion(root, (root * rootDf) / rank, rank, rootDf),
  };
}
