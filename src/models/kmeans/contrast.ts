import type { Engine, Kind } from '../../engine/engine.ts';
import { cohensD, standardDeviation, type GroupSums } from '../../math/effect-size.ts';
import { sum } from '../../math/exact.ts';
import { numbered } from '../literal.sql.ts';
import { contrastSumsSql, contrastUnitsSql } from './contrast.sql.ts';
import type { MatrixColumn } from '../matrix.ts';
import type { FittedKmeans } from './fitted.ts';

/** A feature of a segment against all customers with a segment, as they are now. Null: nobody's value is known, or it has no meaning. */
export interface FeatureContrast {
  readonly segment: string;
  /** As the user wrote it, or one level of a text or yes/no column: `gender=female`, whose mean is a share. */
  readonly feature: string;
  /** Of the segment, with a known value. */
  readonly customers: number;
  /** In the unit of the column, not transformed. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly baseMean: number | null;
  readonly baseMedian: number | null;
  readonly baseLowerQuartile: number | null;
  readonly baseUpperQuartile: number | null;
  /** The mean in hundredths of that of all: 100 is alike. Null where that is not positive, or some customer has less than 0. */
  readonly index: number | null;
  /** Cohen's d of the transformed values: the segment against all others, in pooled standard deviations within the two. */
  readonly effectSize: number | null;
  /** Standard deviation of the transformed values, divisor n: within the segment, and of all. */
  readonly sd: number | null;
  readonly baseSd: number | null;
  /** Among the features of the segment, from 1: the largest effect of either sign; equal ones in the order of the model. */
  readonly rank: number;
}

interface Units {
  readonly mean: number | null;
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly low: number | null;
}

const nobody: GroupSums = { n: 0n, sum: 0n, squares: 0n };
const figures = ['mean', 'median', 'lower', 'upper', 'low'] as const;
const unknown: Units = { mean: null, median: null, lower: null, upper: null, low: null };

const together = (groups: readonly GroupSums[]): GroupSums => ({
  n: sum(groups.map(({ n }) => n)),
  sum: sum(groups.map((group) => group.sum)),
  squares: sum(groups.map(({ squares }) => squares)),
});

const shapeOf = <K extends Kind | `${Kind}?`>(letters: readonly string[], kind: K, p: number): Record<string, K> =>
  Object.fromEntries(letters.flatMap((letter) => numbered(letter, p).map((column) => [column, kind] as const)));

/** By segment the sums of each feature. */
async function readSums(engine: Engine, fitted: FittedKmeans, scores: string): Promise<Map<string, GroupSums[]>> {
  const p = fitted.matrix.columns.length;
  const shape = { segment: 'text', ...shapeOf(['n', 's', 'q'], 'text', p) } as const;
  const rows = await engine.rows(contrastSumsSql(fitted, scores), shape, fitted.clusters.length);
  return new Map(
    rows.map((row) => [
      row.segment,
      numbered('', p).map((j) => ({
        n: BigInt((row as Record<string, string>)[`n${j}`]!),
        sum: BigInt((row as Record<string, string>)[`s${j}`]!),
        squares: BigInt((row as Record<string, string>)[`q${j}`]!),
      })),
    ]),
  );
}

/** By segment, and under null of all, the means and medians of each feature. */
async function readUnits(engine: Engine, fitted: FittedKmeans, scores: string): Promise<Map<string | null, Units[]>> {
  const p = fitted.matrix.columns.length;
  const shape = { segment: 'text?', ...shapeOf(figures, 'number?', p) } as const;
  const rows = await engine.rows(contrastUnitsSql(fitted, scores), shape, fitted.clusters.length + 1);
  return new Map(
    rows.map((row) => [
      row.segment,
      numbered('', p).map(
        (j) =>
          Object.fromEntries(
            figures.map((figure) => [figure, (row as Record<string, number | null>)[`${figure}${j}`]!] as const),
          ) as unknown as Units,
      ),
    ]),
  );
}

function indexOf(segment: Units, base: Units): number | null {
  if (segment.mean === null || base.mean === null || base.mean <= 0 || base.low! < 0) return null;
  return (100 * segment.mean) / base.mean;
}

/** The standard deviation of a group on a grid, in its transformed unit. */
function deviationOf(group: GroupSums, { grid }: MatrixColumn): number | null {
  const points = standardDeviation(group);
  return points === null ? null : points / grid.scale;
}

const strength = (effect: number | null): number => (effect === null ? -1 : Math.abs(effect));

/**
 * Says of every segment and feature how the segment stands out among everyone whom the model has given a segment: by the scores of
 * tonight, also where the model is of an earlier night. Customers whose value is missing do not count for that feature.
 *
 * @param scores the table of the scores of this model
 */
export async function contrastSegments(
  engine: Engine,
  fitted: FittedKmeans,
  scores = 'scores.segment',
): Promise<FeatureContrast[]> {
  const { columns } = fitted.matrix;
  const sums = await readSums(engine, fitted, scores);
  const units = await readUnits(engine, fitted, scores);
  const base = columns.map((_, j) => together([...sums.values()].map((groups) => groups[j]!)));
  const baseUnits = units.get(null) ?? columns.map(() => unknown);
  return fitted.clusters.flatMap(({ segment }) => {
    const rows = columns.map((column, j) => {
      const group = sums.get(segment)?.[j] ?? nobody;
      const unit = units.get(segment)?.[j] ?? unknown;
      return {
        segment,
        feature: column.name,
        customers: Number(group.n),
        mean: unit.mean,
        median: unit.median,
        baseMean: baseUnits[j]!.mean,
        baseMedian: baseUnits[j]!.median,
        baseLowerQuartile: baseUnits[j]!.lower,
        baseUpperQuartile: baseUnits[j]!.upper,
        index: indexOf(unit, baseUnits[j]!),
        effectSize: cohensD(group, base[j]!),
        sd: deviationOf(group, column),
        baseSd: deviationOf(base[j]!, column),
      };
    });
    const ranked = [...rows].sort((a, b) => strength(b.effectSize) - strength(a.effectSize));
    return rows.map((row) => ({ ...row, rank: ranked.indexOf(row) + 1 }));
  });
}
