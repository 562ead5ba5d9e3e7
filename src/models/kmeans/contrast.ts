import type { Engine } from '../../engine/engine.ts';
import { cohensD, standardDeviation, type GroupSums } from '../../math/effect-size.ts';
import { sum } from '../../math/exact.ts';
import { numbered } from '../literal.sql.ts';
import { contrastSumsSql } from './contrast.sql.ts';
import type { MatrixColumn } from '../matrix.ts';
import type { FittedKmeans } from './fitted.ts';
import { noUnits, readUnits, type Units } from './units.ts';

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

const nobody: GroupSums = { n: 0n, sum: 0n, squares: 0n };

const together = (groups: readonly GroupSums[]): GroupSums => ({
  n: sum(groups.map(({ n }) => n)),
  sum: sum(groups.map((group) => group.sum)),
  squares: sum(groups.map(({ squares }) => squares)),
});

/** By segment the sums of each feature. */
async function readSums(engine: Engine, fitted: FittedKmeans, scores: string): Promise<Map<string, GroupSums[]>> {
  const places = numbered('', fitted.matrix.columns.length);
  const sums = places.flatMap((j) => [`n${j}`, `s${j}`, `q${j}`]);
  const shape = { segment: 'text', ...Object.fromEntries(sums.map((column) => [column, 'text'] as const)) } as const;
  const rows = await engine.rows(contrastSumsSql(fitted, scores), shape, fitted.clusters.length);
  return new Map(
    rows.map((row) => {
      const count = (column: string): bigint => BigInt((row as Record<string, string>)[column]!);
      return [
        row.segment,
        places.map((j) => ({ n: count(`n${j}`), sum: count(`s${j}`), squares: count(`q${j}`) })),
      ] as const;
    }),
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
  const baseUnits = units.get(null) ?? columns.map(() => noUnits);
  return fitted.clusters.flatMap(({ segment }) => {
    const rows = columns.map((column, j) => {
      const group = sums.get(segment)?.[j] ?? nobody;
      const unit = units.get(segment)?.[j] ?? noUnits;
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
