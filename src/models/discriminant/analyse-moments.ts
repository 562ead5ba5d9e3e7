import type { FeatureMatrix } from '../matrix.ts';
import { addMoments, noMoments, type GroupMoments, type Moments } from '../moments.ts';
import { analyse, type Analysis } from './analyse.ts';
import { priorsOf } from './classes.ts';
import type { DiscriminantOptions } from './options.ts';
import { scatterMatrices } from './scatter.ts';

export type { Analysis } from './analyse.ts';

/** The sums of each class, by its number from 0, over the folds that are asked for. */
export function byClass(
  groups: readonly GroupMoments[],
  classes: number,
  p: number,
  inFold: (fold: number) => boolean,
): Moments[] {
  const sums = Array.from({ length: classes }, () => noMoments(p));
  for (const moments of groups) {
    const [number, fold] = moments.group as [number, number];
    if (inFold(fold)) sums[number - 1] = addMoments(sums[number - 1]!, moments);
  }
  return sums;
}

/** The analysis of moments by class; classes without customers are left out. Null where nothing can be told apart. */
export function analyseMoments(
  moments: readonly Moments[],
  classes: readonly string[],
  matrix: FeatureMatrix,
  options: DiscriminantOptions,
): Analysis | null {
  const present = classes.flatMap((label, c) => (moments[c]!.n > 0n ? [{ class: label, ...moments[c]! }] : []));
  if (present.length < 2) return null;
  const scatter = scatterMatrices(
    present,
    matrix.columns.map((column) => column.grid),
  );
  const names = matrix.columns.map((column) => column.name);
  return analyse(scatter, names, priorsOf(options.priors, scatter.classes), options);
}
