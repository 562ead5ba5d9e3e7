import type { Dropped } from '../../model.ts';
import type { Selection, WaitingRow } from './history.ts';

/** A number below a limit with as many digits as it takes to see it: three, or more. */
function below(value: number, limit: number): string {
  for (let digits = 3; digits < 17; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Number(text) < limit) return text;
  }
  return String(value);
}

/** Why a predictor is outside the analysis at the end of a selection. */
function reasonOf(row: WaitingRow, { enter, tolerance, mostSteps }: Selection): string {
  if (row.fToEnter === null) {
    return row.minTolerance > 0 ? 'no degrees of freedom are left' : 'it follows from the predictors in the analysis';
  }
  if (row.minTolerance < tolerance) return `tolerance ${below(row.minTolerance, tolerance)} is below ${tolerance}`;
  if (row.fToEnter < enter) return `F to enter ${below(row.fToEnter, enter)} is below ${enter}`;
  return `the selection ended after ${mostSteps} steps`;
}

/** The predictors that a selection left out or removed, and why, in words that follow their names. */
export function notEntered(selection: Selection): Dropped[] {
  const { start, steps } = selection;
  return (steps.at(-1)?.out ?? start).map((row): Dropped => {
    const removed = steps.findLast((one) => one.action === 'removed' && one.predictor === row.predictor);
    const fate = removed ? `was removed in step ${removed.step}` : 'was not entered';
    return { feature: row.predictor, reason: `${fate}: ${reasonOf(row, selection)}` };
  });
}

/** Why nothing entered: one sentence for an analysis that is left without predictors. */
export function nothingEntered({ start, enter, tolerance }: Selection): string {
  const usable = start.filter((row) => row.fToEnter !== null && row.minTolerance >= tolerance);
  const best = usable.reduce<WaitingRow | null>(
    (most, row) => (most && most.fToEnter! >= row.fToEnter! ? most : row),
    null,
  );
  const why = best
    ? `the largest F to enter, ${below(best.fToEnter!, enter)} of ${best.predictor}, is below ${enter}`
    : 'no predictor varies within the classes by more than rounding';
  return `discriminant: no predictor was entered: ${why}; lower enter under stepwise, choose other predictors, or leave stepwise out to use all`;
}
