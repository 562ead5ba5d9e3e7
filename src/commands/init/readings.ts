/** The share of the different values of a column that may be mistakes: a run rejects as many records, where nothing else is said. */
const mistakes = 0.01;

/** How many of the values a reading does not fit; it stops counting beyond `most`. */
function misfits(values: readonly string[], fits: (value: string) => boolean, most: number): number {
  let count = 0;
  for (const value of values) {
    if (!fits(value)) count++;
    if (count > most) break;
  }
  return count;
}

/**
 * The ways to read the values of a column: those that fit every value; where none does, those that fit all but the fewest, as long as these
 * can be mistakes. One impossible date among hundreds does not make dates text.
 */
export function readingsOf<R>(
  values: readonly string[],
  ways: readonly R[],
  fits: (way: R, value: string) => boolean,
): R[] {
  const most = Math.floor(values.length * mistakes);
  const counted = ways.map((way) => ({ way, count: misfits(values, (value) => fits(way, value), most) }));
  const least = Math.min(...counted.map(({ count }) => count));
  return least > most ? [] : counted.filter(({ count }) => count === least).map(({ way }) => way);
}
