/** A number as a whole multiple of 2⁻⁹⁶: sums and differences are exact, however much they cancel. */
export type Fixed = bigint;

const bits = 96n;
const one = 2 ** 96;

/** The quotient of two whole numbers, cut at 2⁻⁹⁶. */
export const fixed = (numerator: bigint, denominator: bigint): Fixed => (numerator << bits) / denominator;

/** The nearest double. */
export const fixedToNumber = (value: Fixed): number => Number(value) / one;

/** The quotient of two whole numbers as a double, right to the last bits also where both are beyond 2⁵³. */
export const ratio = (numerator: bigint, denominator: bigint): number => fixedToNumber(fixed(numerator, denominator));

/** The whole number nearest to a quotient, halves away from zero; the denominator is positive. */
export function roundedRatio(numerator: bigint, denominator: bigint): bigint {
  const half = numerator < 0n ? -denominator : denominator;
  return (2n * numerator + half) / (2n * denominator);
}

/** Term by term, the first sums and `sign` times the second ones. */
export const combineSums = (left: readonly bigint[], right: readonly bigint[], sign: 1n | -1n): bigint[] =>
  left.map((value, i) => value + sign * right[i]!);

/** Products about the means, times n: n·Σ(u − ū)(v − v̄) = n·Σuv − Σu·Σv. */
export const aboutMeans = (n: bigint, products: bigint, u: bigint, v: bigint): bigint => n * products - u * v;

/** Squares about the mean, times n: n·Σu² − (Σu)². */
export const aboutMean = (n: bigint, squares: bigint, sum: bigint): bigint => aboutMeans(n, squares, sum, sum);

/** The sum of whole numbers. */
export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
