import type { Engine } from '../../engine/engine.ts';
import type { GroupMoments } from '../moments.ts';
import { analyseLinear, byClass, sumsOf, type Analysis, type Sums } from './analyse-moments.ts';
import type { Classifier } from './classifier.ts';
import type { Shrinkage } from './covariances.ts';
import { sumsWithout, workingClassifier, type Working } from './cross-validate.ts';
import type { DiscriminantOptions } from './options.ts';
import { choosePredictors } from './predictors.ts';
import { classCovariances } from './quadratic.ts';
import { contestSql, logarithmStep } from './shrinkage-search.sql.ts';
import { foldRowsSql } from './table.sql.ts';

/** The most shrunk first. */
const grid = { pooled: [1, 0.75, 0.5, 0.25, 0], diagonal: [1, 0.5, 0.2, 0.05, 0] };

/** Squared terms, or linear costs, of one query: more than this are split. */
const widest = 60;

/** How well a shrinkage does by rows that took no part in the fit; nulls where it leaves a covariance singular. */
export interface SearchPoint extends Shrinkage {
  /** Mean over the rows of the natural logarithm of the posterior probability of their own class. */
  readonly logPosterior: number | null;
  readonly hitRatio: number | null;
}

/** What was tried, the most shrunk first, and what was taken. */
interface ShrinkageSearch {
  readonly chosen: Shrinkage;
  readonly points: readonly SearchPoint[];
}

/** The shrinkages to try: what is given is not looked for. */
function candidates({ shrinkage: { pooled, diagonal } }: DiscriminantOptions): Shrinkage[] {
  const shares = (given: number | undefined, values: readonly number[]): readonly number[] =>
    given === undefined ? values : [given];
  return shares(pooled, grid.pooled).flatMap((one) =>
    shares(diagonal, grid.diagonal).map((other) => ({ pooled: one, diagonal: other })),
  );
}

/** The analyses of the same sums by several shrinkages; null where a covariance is singular. */
function analyses(sums: Sums, options: DiscriminantOptions, tried: readonly Shrinkage[]): (Analysis | null)[] | null {
  const { scatter, names } = sums;
  const choice = choosePredictors(scatter, names, options);
  const linear = analyseLinear(sums, choice, options);
  if (!linear || choice.kept.length === 0) return null;
  return tried.map((shrinkage) => {
    const covariances = classCovariances(scatter.classes, scatter, choice.kept, shrinkage, options.tolerance);
    return covariances && { ...linear, mended: [], shrinkage, classCovariances: covariances };
  });
}

interface Score {
  readonly hits: bigint;
  readonly steps: bigint;
}

/** How classifiers do on a fold. */
async function judge(
  engine: Engine,
  working: Working,
  fold: number,
  classifiers: readonly Classifier[],
  numbers: readonly number[],
): Promise<Score[]> {
  const perClass = classifiers.some(({ quadratic }) => quadratic) ? classifiers[0]!.rule.columns.length : 1;
  const width = Math.max(Math.floor(widest / (numbers.length * perClass)), 1);
  const scores: Score[] = [];
  for (let i = 0; i < classifiers.length; i += width) {
    const some = classifiers.slice(i, i + width);
    const shape = Object.fromEntries(
      some.flatMap((_, m) => [`h${m + 1}`, `l${m + 1}`]).map((c) => [c, 'bigint'] as const),
    );
    const [row] = await engine.rows(contestSql(foldRowsSql(working.table, fold), some, numbers), shape, 1);
    scores.push(...some.map((_, m) => ({ hits: row![`h${m + 1}`]!, steps: row![`l${m + 1}`]! })));
  }
  return scores;
}

/**
 * Chooses how far covariances are drawn in (Friedman 1989): the shares whose analyses of all folds but one give the
 * rows of that one the largest mean logarithm of the posterior probability of their own class; of equally good ones
 * the most shrunk. Those that leave a class with a singular covariance, in any fold or in all, are out. Null where
 * nothing can be judged.
 */
async function search(
  engine: Engine,
  working: Working,
  groups: readonly GroupMoments[],
  options: DiscriminantOptions,
  tried: readonly Shrinkage[],
): Promise<ShrinkageSearch | null> {
  const { classes, matrix } = working;
  const lenient = options.singular === 'refuse' ? ({ ...options, singular: 'drop' } as const) : options;
  const all = sumsOf(
    byClass(groups, classes.length, matrix.columns.length, () => true),
    classes,
    matrix,
  );
  const possible = (all && analyses(all, lenient, tried))?.map((one) => one !== null) ?? [];
  const totals = tried.map(() => ({ hits: 0n, steps: 0n }));
  let rows = 0n;
  for (let fold = 0; fold < options.folds; fold++) {
    const sums = sumsWithout(working, groups, fold);
    const found = sums && analyses(sums, lenient, tried);
    if (!found) continue;
    found.forEach((one, m) => (possible[m] &&= one !== null));
    const able = found.flatMap((one, m) => (one && possible[m] ? [{ one, m }] : []));
    if (able.length === 0) continue;
    const labels = able[0]!.one.classes.map((one) => one.class);
    const numbers = labels.map((label) => classes.indexOf(label) + 1);
    const classifiers = able.map(({ one }) => workingClassifier(working, one));
    const scores = await judge(engine, working, fold, classifiers, numbers);
    able.forEach(({ m }, i) => {
      totals[m]!.hits += scores[i]!.hits;
      totals[m]!.steps += scores[i]!.steps;
    });
    rows += groups.reduce((sum, { group, n }) => sum + (group[1] === fold ? n : 0n), 0n);
  }
  if (rows === 0n || !possible.includes(true)) return null;
  const best = totals.reduce(
    (top, one, m) => (possible[m] && (top < 0 || one.steps > totals[top]!.steps) ? m : top),
    -1,
  );
  const points = tried.map((shrinkage, m): SearchPoint => {
    if (!possible[m]) return { ...shrinkage, logPosterior: null, hitRatio: null };
    const { hits, steps } = totals[m]!;
    return {
      ...shrinkage,
      logPosterior: (Number(steps) * logarithmStep) / Number(rows),
      hitRatio: Number(hits) / Number(rows),
    };
  });
  return { chosen: tried[best]!, points };
}

/** What covariances are drawn in by, and how it was found where it was looked for. */
export async function shrinkageOf(
  engine: Engine,
  working: Working,
  groups: readonly GroupMoments[],
  options: DiscriminantOptions,
): Promise<{ shrinkage: Shrinkage; search: readonly SearchPoint[] | null }> {
  if (options.covariance !== 'shrunk') {
    return { shrinkage: { pooled: options.covariance === 'pooled' ? 1 : 0, diagonal: 0 }, search: null };
  }
  const tried = candidates(options);
  const found = tried.length === 1 ? null : await search(engine, working, groups, options, tried);
  return { shrinkage: found?.chosen ?? tried[0]!, search: found?.points ?? null };
}
