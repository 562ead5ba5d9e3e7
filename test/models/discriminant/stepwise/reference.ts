import { scatterMatrices, type Scatter } from '../../../../src/models/discriminant/scatter.ts';
import type { StepwiseOptions } from '../../../../src/models/discriminant/stepwise/options.ts';

/** Rows of whole numbers and their classes. */
export interface Data {
  readonly classes: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

const labelsOf = ({ classes }: Data): string[] => [...new Set(classes)].sort();

/** The scatter matrices of rows, by the exact sums that the engine would give. */
export function scatterOf(data: Data): Scatter {
  const p = data.rows[0]!.length;
  const moments = labelsOf(data).map((label) => {
    const rows = data.rows.filter((_, i) => data.classes[i] === label).map((row) => row.map(BigInt));
    const sum = (of: (row: bigint[]) => bigint): bigint => rows.reduce((total, row) => total + of(row), 0n);
    const columns = Array.from({ length: p }, (_, j) => j);
    return {
      class: label,
      n: BigInt(rows.length),
      sums: columns.map((j) => sum((row) => row[j]!)),
      products: columns.flatMap((i) => columns.slice(i).map((j) => sum((row) => row[i]! * row[j]!))),
    };
  });
  return scatterMatrices(
    moments,
    Array.from({ length: p }, () => ({ kind: 'decimal' as const, low: 0, scale: 1 })),
  );
}

type Square = number[][];

/** Determinant by elimination with pivoting. */
function determinant(rows: Square): number {
  const work = rows.map((row) => [...row]);
  let product = 1;
  for (let k = 0; k < work.length; k++) {
    const at = work
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k]!) > Math.abs(work[best]![k]!) ? k + i : best), k);
    if (at !== k) {
      [work[k], work[at]] = [work[at]!, work[k]!];
      product = -product;
    }
    product *= work[k]![k]!;
    for (let i = k + 1; i < work.length; i++) {
      const factor = work[i]![k]! / work[k]![k]!;
      for (let j = k; j < work.length; j++) work[i]![j]! -= factor * work[k]![j]!;
    }
  }
  return product;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Σ (x_i − m_i)(x_j − m_j) */
function products(rows: readonly (readonly number[])[], p: number): Square {
  const means = Array.from({ length: p }, (_, j) => mean(rows.map((row) => row[j]!)));
  return means.map((_, i) =>
    means.map((_, j) => rows.reduce((sum, row) => sum + (row[i]! - means[i]!) * (row[j]! - means[j]!), 0)),
  );
}

/** Everything about a set of predictors by fresh determinants of W, T, and of W bordered by differences of means. */
function separationOf(data: Data, set: readonly number[]) {
  const labels = labelsOf(data);
  const groups = labels.map((label) => data.rows.filter((_, i) => data.classes[i] === label));
  const pick = (rows: readonly (readonly number[])[]): number[][] => rows.map((row) => set.map((j) => row[j]!));
  const within = groups
    .map((rows) => products(pick(rows), set.length))
    .reduce((sum, one) => sum.map((row, i) => row.map((value, j) => value + one[i]![j]!)));
  const total = products(pick(data.rows), set.length);
  const df = data.rows.length - labels.length;
  // d′ W⁻¹ d = −|W d; d′ 0| / |W|
  const quadratic = (d: readonly number[]): number =>
    set.length === 0 ? 0 : -determinant([...within.map((row, i) => [...row, d[i]!]), [...d, 0]]) / determinant(within);
  const centres = groups.map((rows) => set.map((j) => mean(rows.map((row) => row[j]!))));
  const centre = set.map((j) => mean(data.rows.map((row) => row[j]!)));
  const apart = (x: readonly number[], y: readonly number[]): number =>
    df * quadratic(x.map((value, j) => value - y[j]!));
  const pairs = labels.flatMap((one, a) =>
    labels.slice(a + 1).map((other, i) => ({
      classes: [one, other],
      squaredDistance: apart(centres[a]!, centres[a + 1 + i]!),
    })),
  );
  return {
    within: determinant(within),
    wilks: set.length === 0 ? 1 : determinant(within) / determinant(total),
    raoV: groups.reduce((sum, rows, c) => sum + rows.length * apart(centres[c]!, centre), 0),
    nearest: pairs.reduce((least, pair) => (pair.squaredDistance < least.squaredDistance ? pair : least)),
  };
}

/** A stepwise selection that computes every figure of every step afresh from the rows. */
export function reference(
  data: Data,
  { method, enter, remove }: Omit<StepwiseOptions, 'most_steps'>,
  tolerance: number,
) {
  const [n, g, p] = [data.rows.length, labelsOf(data).length, data.rows[0]!.length];
  const places = Array.from({ length: p }, (_, j) => j);
  const known = new Map<string, ReturnType<typeof separationOf>>();
  const separation = (set: readonly number[]): ReturnType<typeof separationOf> => {
    const sorted = [...set].sort((a, b) => a - b);
    const found = known.get(sorted.join()) ?? separationOf(data, sorted);
    known.set(sorted.join(), found);
    return found;
  };
  const own = (k: number, set: readonly number[]): number => {
    const others = set.filter((j) => j !== k);
    const alone = separation([k]).within;
    return separation([...others, k]).within / (others.length > 0 ? separation(others).within : 1) / alone;
  };
  const told = ({ wilks, raoV, nearest }: ReturnType<typeof separationOf>) => ({ wilks, raoV, nearest });
  const look = (set: readonly number[]) => {
    const now = separation(set);
    return {
      in: set.map((k) => {
        const without = separation(set.filter((j) => j !== k));
        const f = ((without.wilks / now.wilks - 1) * (n - set.length - g + 1)) / (g - 1);
        return { predictor: `x${k}`, tolerance: own(k, set), fToRemove: f, without: told(without) };
      }),
      out: places
        .filter((k) => !set.includes(k))
        .map((k) => {
          const more = [...set, k];
          const after = separation(more);
          return {
            predictor: `x${k}`,
            tolerance: own(k, set),
            minTolerance: Math.min(...more.map((j) => own(j, more))),
            fToEnter: ((now.wilks / after.wilks - 1) * (n - set.length - g)) / (g - 1),
            with: told(after),
          };
        }),
    };
  };
  const worth = (one: { wilks: number; raoV: number; nearest: { squaredDistance: number } }): number =>
    method === 'wilks' ? -one.wilks : method === 'rao' ? one.raoV : one.nearest.squaredDistance;
  let set: number[] = [];
  let now = look(set);
  const start = now.out;
  const steps: unknown[] = [];
  for (;;) {
    const leaving = now.in.filter((row) => row.fToRemove < remove).sort((a, b) => worth(b.without) - worth(a.without));
    const entering = now.out
      .filter((row) => row.fToEnter >= enter && row.minTolerance >= tolerance)
      .sort((a, b) => worth(b.with) - worth(a.with));
    const action = leaving.length > 0 ? 'removed' : 'entered';
    const chosen = leaving[0]?.predictor ?? entering[0]?.predictor;
    if (chosen === undefined) return { start, steps, kept: set };
    const k = Number(chosen.slice(1));
    set = action === 'entered' ? [...set, k].sort((a, b) => a - b) : set.filter((j) => j !== k);
    now = look(set);
    const { wilks, raoV, nearest } = separation(set);
    steps.push({ action, predictor: chosen, count: set.length, wilks, raoV, nearest, ...now });
  }
}
