import type { Engine } from '../../engine/engine.ts';
import { ratio } from '../../math/exact.ts';
import { numbered } from '../literal.sql.ts';
import type { FittedKmeans } from './fitted.ts';
import { mostSql, unitsSql } from './units.sql.ts';

/** A feature of some customers in the unit of its column, neither transformed nor winsorised. Null: nobody's value is known. */
export interface Units {
  readonly mean: number | null;
  readonly median: number | null;
  /** The quartiles below and above the median. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly low: number | null;
}

/** The units of nobody. */
export const noUnits: Units = { mean: null, median: null, lower: null, upper: null, low: null };

/** Points of a sum: values below 2⁹⁰ of them, so that 2³⁷ values fit 128 bits. */
const bits = 90;

/** How many parts make one where values are summed: of the largest value at least 2⁸⁹, so that the sum of any are right to the last bit. */
const scaleOf = (most: number | null): number =>
  most === null || most === 0 ? 1 : 2 ** Math.min(bits - 1 - Math.floor(Math.log2(most)), 1023);

/** By segment, and under null of all, the units of each feature. Means are of exact sums of whole numbers, whatever the size of the values. */
export async function readUnits(
  engine: Engine,
  fitted: FittedKmeans,
  scores: string,
): Promise<Map<string | null, Units[]>> {
  const places = numbered('', fitted.matrix.columns.length);
  const shapeOf = <K extends string>(letters: readonly string[], kind: K): Record<string, K> =>
    Object.fromEntries(letters.flatMap((letter) => places.map((j) => [`${letter}${j}`, kind] as const)));
  const [largest] = await engine.rows(mostSql(fitted, scores), shapeOf(['most'], 'number?'), 1);
  const scales = places.map((j) => scaleOf(largest![`most${j}`]!));
  const shape = {
    segment: 'text?',
    ...shapeOf(['n', 's'], 'bigint'),
    ...shapeOf(['median', 'lower', 'upper', 'low'], 'number?'),
  } as const;
  const rows = await engine.rows(unitsSql(fitted, scores, scales), shape, fitted.clusters.length + 1);
  return new Map(
    rows.map((row) => [
      row.segment,
      places.map((j, place): Units => {
        const count = (letter: string): bigint => (row as unknown as Record<string, bigint>)[`${letter}${j}`]!;
        const value = (figure: string): number | null => (row as Record<string, number | null>)[`${figure}${j}`]!;
        return {
          mean: count('n') === 0n ? null : ratio(count('s'), count('n')) / scales[place]!,
          median: value('median'),
          lower: value('lower'),
          upper: value('upper'),
          low: value('low'),
        };
      }),
    ]),
  );
}
