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

/** The sum of whole numbers. */
export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
