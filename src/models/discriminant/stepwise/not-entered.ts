import type { WhyDropped } from '../../../text/en/remarks/classes.ts';
import { droppedFor, type Dropped } from '../../model.ts';
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
function whyOut(
  row: WaitingRow,
  { enter, tolerance, mostSteps }: Selection,
): Pick<Extract<WhyDropped, { code: 'notEntered' }>, 'because' | 'value' | 'limit'> {
  if (row.fToEnter === null)
    return { because: row.minTolerance > 0 ? 'noFreedom' : 'follows', value: '', limit: tolerance };
  if (row.minTolerance < tolerance)
    return { because: 'tolerance', value: below(row.minTolerance, tolerance), limit: tolerance };
  if (row.fToEnter < enter) return { because: 'f', value: below(row.fToEnter, enter), limit: enter };
  return { because: 'ended', value: '', limit: mostSteps };
}

/** The predictors that a selection left out or removed, and why. */
export function notEntered(selection: Selection): Dropped[] {
  const { start, steps } = selection;
  return (steps.at(-1)?.out ?? start).map((row): Dropped => {
    const removed = steps.findLast((one) => one.action === 'removed' && one.predictor === row.predictor);
    return droppedFor(row.predictor, {
      code: 'notEntered',
      removed: removed?.step ?? null,
      ...whyOut(row, selection),
    });
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
