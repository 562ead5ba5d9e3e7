/*
 * RFM scores by hand: arrays, loops and fractions, written from the text of docs/statistics.md, with nothing of src. Slow and plain.
 */

/** A customer as the reference takes it. */
export interface Measured {
  readonly id: string;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** What the reference says of one. */
export interface Scored {
  readonly id: string;
  readonly scores: readonly [number, number, number];
  /** Between the worst, 0, and the best, 1: [numerator, denominator]. */
  readonly places: readonly (readonly [number, number])[];
}

const compare = (a: number, b: number): number => a - b;

/** The quantiles 0, 1/bins, … 1 as NumPy has them: linspace, then percentile (type 7), operation by operation. */
export function quantilesOf(values: readonly number[], bins: number): number[] {
  const sorted = [...values].sort(compare);
  const found: number[] = [];
  for (let i = 0; i <= bins; i++) {
    const percent = (i === bins ? 1 : i * (1 / bins)) * 100;
    const virtual = (sorted.length - 1) * (percent / 100);
    const before = sorted[Math.floor(virtual)]!;
    const after = sorted[Math.floor(virtual) + 1] ?? before;
    const gamma = virtual - Math.floor(virtual);
    const step = after - before;
    found.push(gamma < 0.5 ? before + step * gamma : after - step * (1 - gamma));
  }
  return found;
}

/** The bin of a value among the different edges, from 1: above one edge, up to and including the next. */
function binOf(value: number, edges: readonly number[]): number {
  let bin = 1;
  while (bin < edges.length - 1 && value > edges[bin]!) bin++;
  return bin;
}

const different = (values: readonly number[]): number[] => [...new Set(values)].sort(compare);

/** Scores 1 … count of one list of values, evenly placed. */
function even(
  values: readonly number[],
  bins: number,
  lowIsBest: boolean,
): { score: number; place: [number, number] }[] {
  const edges = different(quantilesOf(values, bins));
  const count = Math.max(1, edges.length - 1);
  return values.map((value) => {
    const bin = binOf(value, edges);
    const score = lowIsBest ? count + 1 - bin : bin;
    return { score, place: count === 1 ? [1, 2] : [score - 1, count - 1] };
  });
}

/** Scores of the values of one cell: the middle of the quantile bins that a value's bin is made of. */
function middle(values: readonly number[], bins: number): { score: number; place: [number, number] }[] {
  const quantiles = quantilesOf(values, bins);
  const edges = different(quantiles);
  return values.map((value) => {
    const bin = binOf(value, edges);
    const low = bin === 1 ? 1 : quantiles.findIndex((quantile) => quantile > edges[bin - 1]!);
    const high = edges.length === 1 ? bins : quantiles.lastIndexOf(edges[bin]!);
    return { score: Math.ceil((low + high) / 2), place: [low + high - 2, 2 * (bins - 1)] };
  });
}

/** The scores of all customers. */
export function referenceScores(customers: readonly Measured[], bins: number, nested: boolean): Scored[] {
  const all = (pick: (one: Measured) => number): number[] => customers.map(pick);
  const within = (cells: readonly string[], values: readonly number[]) => {
    const found: { score: number; place: [number, number] }[] = [];
    for (const cell of new Set(cells)) {
      const members = cells.flatMap((one, i) => (one === cell ? [i] : []));
      middle(
        members.map((i) => values[i]!),
        bins,
      ).forEach((one, j) => (found[members[j]!] = one));
    }
    return found;
  };
  const r = even(
    all((one) => one.recency),
    bins,
    true,
  );
  const frequencies = all((one) => one.frequency);
  const f = nested
    ? within(
        r.map(({ score }) => `${score}`),
        frequencies,
      )
    : even(frequencies, bins, false);
  const amounts = all((one) => one.monetary);
  const m = nested
    ? within(
        r.map(({ score }, i) => `${score} ${f[i]!.score}`),
        amounts,
      )
    : even(amounts, bins, false);
  return customers.map(({ id }, i) => ({
    id,
    scores: [r[i]!.score, f[i]!.score, m[i]!.score],
    places: [r[i]!.place, f[i]!.place, m[i]!.place],
  }));
}

/** The level 1 … 5 of a place: the nearest of five even steps, halves up, in whole numbers. */
export const referenceLevel = ([top, bottom]: readonly [number, number]): number =>
  1 + Math.floor((8 * top + bottom) / (2 * bottom));

/** `rfm_score` to 4 decimals, halves up, in fractions of whole numbers; weights in ten-thousandths. */
export function referenceScore(places: Scored['places'], weights: readonly number[], bins: number): number {
  let [top, bottom] = [0n, 1n];
  places.forEach(([a, b], i) => {
    top = top * BigInt(b) + bottom * BigInt(weights[i]! * a);
    bottom *= BigInt(b);
  });
  const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0)) * bottom;
  const value = total + BigInt(bins - 1) * top;
  return Number((20_000n * value + total) / (2n * total)) / 10_000;
}
