import { percent } from '../../text/percent.ts';
import type { Validation } from './validation.ts';

/** Totals of the holdout that are off by more than this are told. */
const far = 0.1;

/** What must be said of the level of what is foretold: the grade is of the order of customers alone. */
export function levelRemarks(validation: Validation | null): string[] {
  if (validation === null || validation.actual === 0) return [];
  const off = validation.model.total / validation.actual - 1;
  if (Math.abs(off) <= far) return [];
  return [
    `of the holdout ${percent(Math.abs(off))} too ${off < 0 ? 'few' : 'many'} purchases were foretold: totals to come may be off as far, whatever the grade, which is of the order of customers`,
  ];
}
