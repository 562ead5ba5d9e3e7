import { remark, type Remark } from '../../text/remark.ts';

/** What is known of one k. All figures but k are of the sample. */
export interface KCriteria {
  readonly k: number;
  /** Sum of squared distances to the centres. */
  readonly within: number;
  /** Share of the customers in the smallest segment, 0 … 1. */
  readonly smallestShare: number;
  /** Mean silhouette (Rousseeuw 1987), −1 … 1: the larger, the better; and by segment. */
  readonly silhouette: number;
  readonly silhouettes: readonly number[];
  /** Caliński & Harabasz (1974): the larger, the better. Null: it has no value. */
  readonly calinskiHarabasz: number | null;
  /** Davies & Bouldin (1979): the smaller, the better. Null: it has no value. */
  readonly daviesBouldin: number | null;
  /** Gap statistic and its standard error (Tibshirani et al. 2001). Null: the sum of squares is 0. */
  readonly gap: number | null;
  readonly gapError: number | null;
  /** Median adjusted Rand index with the partitions of the resamples: 1 = the same every time. */
  readonly rand: number;
  /** By segment: how well the resamples find it again, mean Jaccard similarity (Hennig 2007), 0 … 1. */
  readonly jaccard: readonly number[];
}

/** A k with what the rule says of it. */
export interface JudgedK extends KCriteria {
  /** Every segment is at least as large as asked. */
  readonly largeEnough: boolean;
  readonly stable: boolean;
  /** Both: it can be chosen. */
  readonly admissible: boolean;
}

/** From when on a k is stable: good agreement by Steinley (2004), and every segment stable by Hennig (2007). */
export const stableFrom = { rand: 0.8, jaccard: 0.75 } as const;

/** Silhouettes nearer than this are equal. */
const tie = 1e-9;

/** The rule, in a sentence for people. */
export const choiceRule =
  'the largest mean silhouette among the k whose segments all have the smallest share and are stable ' +
  `(median adjusted Rand index at least ${stableFrom.rand}, every segment’s Jaccard similarity at least ${stableFrom.jaccard}); ` +
  'of equal ones the smaller k; where none is stable, among those with the smallest share; where none has it, among all';

/** Says of each k whether it can be chosen. */
export function judge(criteria: readonly KCriteria[], smallestShare: number): JudgedK[] {
  return criteria.map((one) => {
    const largeEnough = one.smallestShare >= smallestShare;
    const stable = one.rand >= stableFrom.rand && one.jaccard.every((found) => found >= stableFrom.jaccard);
    return { ...one, largeEnough, stable, admissible: largeEnough && stable };
  });
}

/** Those that a k is chosen from by `choiceRule`, and why they are not admissible, or null. At least one must be given. */
export function poolOf(judged: readonly JudgedK[]): {
  readonly pool: readonly JudgedK[];
  readonly warning: Remark | null;
} {
  const from = judged[0]!.k;
  const to = judged.at(-1)!.k;
  const pools: [readonly JudgedK[], Remark | null][] = [
    [judged.filter((one) => one.admissible), null],
    [judged.filter((one) => one.largeEnough), remark('unstableK', { from, to })],
    [judged, remark('smallShareK', { from, to })],
  ];
  const [pool, warning] = pools.find(([some]) => some.length > 0)!;
  return { pool, warning };
}

/** Chooses a k by `choiceRule`. At least one must be given. `warning`: why none was admissible, or null. */
export function choose(judged: readonly JudgedK[]): { readonly k: number; readonly warning: Remark | null } {
  const { pool, warning } = poolOf(judged);
  const best = pool.reduce((first, one) => (one.silhouette > first.silhouette + tie ? one : first));
  return { k: best.k, warning };
}
