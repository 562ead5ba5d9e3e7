import { ModelError } from '../../errors.ts';
import { submatrix } from '../../math/linear-algebra.ts';
import { droppedFor, type Dropped } from '../model.ts';
import { mixedCovariance, towardsDiagonal, type Shrinkage } from './covariances.ts';
import { faultsOf, leastShare, whyFaulty, type Fault } from './faults.ts';
import type { DiscriminantOptions } from './options.ts';
import { keepPredictors, type Scatter } from './scatter.ts';
import type { Selection } from './stepwise/history.ts';
import { notEntered } from './stepwise/not-entered.ts';
import { select } from './stepwise/select.ts';

/** Predictors by their place, why some cannot be used, and how far the pooled covariance is drawn to its diagonal to use the rest. */
export interface Choice {
  readonly kept: readonly number[];
  readonly dropped: readonly Dropped[];
  /** Those that would be dropped, were covariances not drawn in. */
  readonly mended: readonly Dropped[];
  readonly diagonal: number;
  /** Null: not stepwise. */
  readonly selection: Selection | null;
}

/** How singular covariances are met, and from which tolerance on they are no longer. */
type Limits = Pick<DiscriminantOptions, 'singular' | 'tolerance' | 'stepwise'>;

const refusal = (dropped: readonly Dropped[], what: string): ModelError =>
  new ModelError(
    `discriminant: the ${what} is singular: ${dropped.map(({ feature, reason }) => `${feature} ${reason}`).join('; ')}; ` +
      'leave out predictors, or use singular: drop or singular: shrink',
  );

/**
 * Drops predictors that do not vary within classes, then those that the ones before them nearly determine; with
 * `shrink` the latter stay, and the covariance is drawn towards its diagonal. Stepwise, of those that vary the ones that
 * enter are kept.
 */
export function choosePredictors(
  scatter: Scatter,
  names: readonly string[],
  { singular, tolerance, stepwise }: Limits,
): Choice {
  const faults = faultsOf(scatter.within, tolerance);
  const describe = (fault: Fault): Dropped => {
    const apart = fault.tolerance === null && scatter.total[fault.place]![fault.place]! > 0;
    return droppedFor(names[fault.place]!, whyFaulty(fault, apart ? 'every class' : undefined));
  };
  const constant = faults.filter((fault) => fault.tolerance === null);
  if (stepwise !== undefined) {
    const varying = names.flatMap((_, j) => (constant.some(({ place }) => place === j) ? [] : [j]));
    const listed = varying.map((j) => names[j]!);
    const { selection, kept } = select(keepPredictors(scatter, varying), listed, stepwise, tolerance);
    return {
      kept: kept.map((k) => varying[k]!),
      dropped: [...constant.map(describe), ...notEntered(selection)],
      mended: [],
      diagonal: 0,
      selection,
    };
  }
  const dependent = faults.filter((fault) => fault.tolerance !== null);
  if (singular === 'refuse' && faults.length > 0) throw refusal(faults.map(describe), 'covariance within classes');
  const mend = singular === 'shrink';
  const leave = mend ? constant : [...constant, ...dependent];
  const kept = names.flatMap((_, j) => (leave.some(({ place }) => place === j) ? [] : [j]));
  const within = submatrix(scatter.within, kept);
  const holds = (share: number): boolean => faultsOf(towardsDiagonal(within, share), tolerance).length === 0;
  return {
    kept,
    dropped: leave.map(describe),
    mended: mend ? dependent.map(describe) : [],
    diagonal: mend ? leastShare(0, holds) : 0,
    selection: null,
  };
}

/** The same for predictors that are constant, or follow from others, in the covariance of one class. */
export function chooseForClasses(
  choice: Choice,
  scatter: Scatter,
  names: readonly string[],
  shrinkage: Shrinkage,
  { singular, tolerance }: Limits,
): Choice {
  let { kept } = choice;
  const found: Dropped[] = [];
  for (const own of scatter.classes) {
    const faults = faultsOf(mixedCovariance(own, scatter, kept, shrinkage), tolerance);
    const described = faults.map((fault) =>
      droppedFor(names[kept[fault.place]!]!, whyFaulty(fault, { class: own.class })),
    );
    if (singular === 'refuse' && faults.length > 0) throw refusal(described, `covariance of class ${own.class}`);
    if (singular === 'drop') kept = kept.filter((_, i) => !faults.some(({ place }) => place === i));
    found.push(...described);
  }
  if (singular === 'shrink') return { ...choice, mended: [...choice.mended, ...found] };
  return { ...choice, kept, dropped: [...choice.dropped, ...found] };
}
