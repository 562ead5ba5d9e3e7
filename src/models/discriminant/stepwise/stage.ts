import {
  correlations,
  dot,
  inversePositive,
  logDeterminant,
  tabulate,
  times,
  type Rows,
} from '../../../math/linear-algebra.ts';
import { sweep } from '../../../math/sweep.ts';
import type { Scatter } from '../scatter.ts';
import type { Separation } from './history.ts';
import { separationOf } from './separation.ts';

/** Below this share of its own variance a predictor is the sum of others, and rounding. */
const least = 1e-12;

/** Where a selection stands. */
export interface Stage {
  readonly n: number;
  readonly classes: readonly { readonly class: string; readonly n: number }[];
  /** By predictor: is it in the analysis? */
  readonly entered: readonly boolean[];
  /**
   * [[R, U], [U′, 0]] swept on the predictors in the analysis: R the correlations within classes, U the means of the
   * classes about those of all, times √n_k, in roots of the sums of squares within classes. So UU′ = B, and the corner
   * becomes −G, G = U′W⁻¹U of those in the analysis, which has the eigenvalues of W⁻¹B.
   */
  readonly swept: Rows;
}

/** Before the first step. */
export function firstStage({ n, classes, within }: Scatter): Stage {
  const p = within.length;
  const correlation = correlations(within);
  const offset = (j: number, c: number): number =>
    (Math.sqrt(classes[c]!.n) * classes[c]!.offsets[j]!) / Math.sqrt(within[j]![j]!);
  const swept = tabulate(p + classes.length, p + classes.length, (i, j) => {
    if (i < p) return j < p ? correlation[i]![j]! : offset(i, j - p);
    return j < p ? offset(j, i - p) : 0;
  });
  return { n, classes, entered: Array.from({ length: p }, () => false), swept };
}

/** Enters predictor k, or removes it where it is in the analysis. */
export const toggle = (stage: Stage, k: number): Stage => ({
  ...stage,
  entered: stage.entered.map((one, j) => (j === k ? !one : one)),
  swept: sweep(stage.swept, k),
});

/** How many predictors are in the analysis. */
export const countOf = ({ entered }: Stage): number => entered.filter(Boolean).length;

/** G = U′W⁻¹U of the predictors in the analysis. */
function spreadOf({ entered, swept, classes }: Stage): number[][] {
  const p = entered.length;
  return tabulate(classes.length, classes.length, (a, b) => -swept[p + a]![p + b]!);
}

/** The share of the variance within classes of predictor k that (the others) in the analysis leave unexplained. */
export const toleranceOf = ({ entered, swept }: Stage, k: number): number =>
  Math.max(entered[k]! ? -1 / swept[k]![k]! : swept[k]![k]!, 0);

/** The least tolerance of those in the analysis, and of predictor k, if it entered. */
export function leastToleranceWith(stage: Stage, k: number): number {
  const { entered, swept } = stage;
  const own = toleranceOf(stage, k);
  if (own <= least) return 0;
  return swept.slice(0, entered.length).reduce((smallest, row, j) => {
    return entered[j]! ? Math.min(smallest, -1 / (row[j]! - row[k]! ** 2 / own)) : smallest;
  }, own);
}

/** What would be, if predictor k entered or left. */
export interface Outlook {
  /** F to enter or to remove. */
  readonly f: number;
  readonly separation: Separation;
}

/** I + G */
const withUnit = (spread: Rows): number[][] =>
  spread.map((row, a) => row.map((value, b) => (a === b ? 1 + value : value)));

/** How well the predictors in the analysis separate the classes: λ = 1/|I + G|. */
export function separationNow(stage: Stage): Separation {
  const spread = spreadOf(stage);
  return separationOf(stage, spread, Math.min(Math.exp(-logDeterminant(withUnit(spread))), 1));
}

/**
 * What every predictor would change: with a its diagonal and u its row at the classes, G becomes G + uu′/a and |I + G| =
 * 1/λ grows by the factor 1 + u′(I + G)⁻¹u/a, whether it enters or leaves (of one in the analysis a is below 0). Null
 * where it has no variance of its own, or no degrees of freedom are left.
 */
export function outlooks(stage: Stage): (Outlook | null)[] {
  const { n, classes, entered, swept } = stage;
  const [p, q, g] = [entered.length, countOf(stage), classes.length];
  const spread = spreadOf(stage);
  const inverse = inversePositive(withUnit(spread));
  const { wilks } = separationNow(stage);
  return entered.map((inside, k) => {
    const df = n - g - (inside ? q - 1 : q);
    const pivot = swept[k]![k]!;
    if (df < 1 || (!inside && pivot <= least)) return null;
    const row = swept[k]!.slice(p);
    const growth = dot(row, times(inverse, row)) / pivot;
    const change = inside ? -growth / (1 + growth) : growth;
    const after = tabulate(g, g, (a, b) => spread[a]![b]! + (row[a]! * row[b]!) / pivot);
    return {
      f: (change * df) / (g - 1),
      separation: separationOf(stage, after, Math.min(wilks / (1 + growth), 1)),
    };
  });
}
