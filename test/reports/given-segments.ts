import type { GivenRow } from '../support/given.ts';

const names: Readonly<Record<string, string>> = { s1: 'Loyal regulars', s2: 'Passers-by', s3: 'Hagglers' };
const nameOf = (segment: string): string | null => names[segment] ?? null;

/** Rows of `marts.segment_size` on a day: `s1` → customers. */
export function sizesOn(as_of: string, sizes: Readonly<Record<string, number>>): GivenRow[] {
  const all = Object.values(sizes).reduce((sum, customers) => sum + customers, 0);
  return Object.entries(sizes).map(([segment, customers]) => ({
    as_of,
    segment,
    segment_name: nameOf(segment),
    customers,
    share: customers / all,
  }));
}

/** Rows of `marts.segment_migration`: `[from, to, customers]`. */
export function movesOn(as_of: string, previous_as_of: string, moves: readonly [string, string, number][]): GivenRow[] {
  const sum = (which: 0 | 1, code: string): number =>
    moves.filter((move) => move[which] === code).reduce((total, [, , customers]) => total + customers, 0);
  return moves.map(([from, to, customers]) => ({
    as_of,
    previous_as_of,
    from_segment: from,
    from_segment_name: nameOf(from),
    to_segment: to,
    to_segment_name: nameOf(to),
    customers,
    from_share: customers / sum(0, from),
    to_share: customers / sum(1, to),
  }));
}

/** Two days of three segments, and of a fourth that is no more. */
export const segmentHistory = {
  'marts.segment_size': [
    ...sizesOn('2025-12-31', { s1: 38, s2: 36, s3: 14, s4: 10 }),
    ...sizesOn('2026-01-31', { s1: 40, s2: 35, s3: 25 }),
  ],
  'marts.segment_migration': movesOn('2026-01-31', '2025-12-31', [
    ['s1', 's1', 36],
    ['s1', 's2', 2],
    ['s2', 's2', 33],
    ['s2', 's3', 2],
    ['s2', 'none', 1],
    ['s3', 's3', 14],
    ['s4', 's1', 1],
    ['s4', 's3', 9],
    ['none', 's1', 3],
  ]),
};

const judged = (k: number, silhouette: number, rand: number, jaccard: number, smallestShare: number) => {
  const [stable, largeEnough] = [rand >= 0.8 && jaccard >= 0.75, smallestShare >= 0.02];
  return {
    k,
    within: 100 / k,
    smallestShare,
    silhouette,
    silhouettes: Array.from({ length: k }, () => silhouette),
    calinskiHarabasz: 800 - 10 * k,
    daviesBouldin: 0.5 + k / 10,
    gap: k / 4,
    gapError: 0.01,
    rand,
    jaccard: [...Array.from({ length: k - 1 }, () => 0.99), jaccard],
    largeEnough,
    stable,
    admissible: stable && largeEnough,
  };
};

/** How three segments were chosen out of two to six. */
export const choice = {
  from: 2,
  to: 6,
  chosen: 3,
  ruled: 3,
  rule: 'the largest mean silhouette of those that are stable',
  sample: 4096,
  smallestShare: 0.02,
  resamples: 20,
  references: 10,
  criteria: [
    judged(2, 0.31, 0.95, 0.93, 0.4),
    judged(3, 0.42, 0.97, 0.91, 0.25),
    judged(4, 0.55, 0.71, 0.52, 0.1),
    judged(5, 0.57, 0.9, 0.85, 0.01),
    judged(6, 0.2, 0.6, 0.3, 0.004),
  ],
};

const cut = (
  measure: string,
  score: number,
  above: number | null,
  up_to: number | null,
  within: number | null = null,
) => ({
  measure,
  recency_score: within,
  frequency_score: null,
  score,
  level: score,
  above,
  up_to,
  customers: 100,
});

/** Three scores of recency, two of orders, three of money. */
export const cutPoints = [
  cut('recency', 3, null, 30.6),
  cut('recency', 2, 30.6, 90),
  cut('recency', 1, 90, null),
  cut('frequency', 1, null, 1),
  cut('frequency', 2, 1, null),
  cut('monetary', 1, null, 99.5),
  cut('monetary', 2, 99.5, 240),
  cut('monetary', 3, 240, null),
];

/** The same with orders cut within each recency score. */
export const nestedCutPoints = [
  ...cutPoints.filter(({ measure }) => measure === 'recency'),
  ...[1, 2, 3].flatMap((within) => [
    cut('frequency', 1, null, within, within),
    cut('frequency', 3, within, null, within),
  ]),
];

/** A fitted RFM as it is stored. */
export const rfm = (options: object = {}) => ({
  model: 'rfm',
  asOf: '2026-01-31',
  options: { bins: 3, binning: 'independent', weights: { recency: 1, frequency: 1, monetary: 1 }, ...options },
});

/** Rows of `marts.cohort`: of each cohort how many bought, month by month; the last month of all may be open. */
export function cohortRows(
  cohorts: Readonly<Record<string, readonly number[]>>,
  each: number,
  openMonth: string | null = null,
): GivenRow[] {
  return Object.entries(cohorts).flatMap(([cohort_month, active]) =>
    active.map((active_customers, period) => {
      const at = Number(cohort_month.slice(0, 4)) * 12 + Number(cohort_month.slice(5, 7)) - 1 + period;
      const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
      return {
        cohort_month,
        period,
        month,
        is_complete: month !== openMonth,
        customers: active[0]!,
        active_customers,
        retention: active_customers / active[0]!,
        orders: active_customers,
        net_revenue: each * active_customers,
      };
    }),
  );
}
