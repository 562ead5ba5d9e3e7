import { remark, type Remark } from '../../text/remark.ts';
import { familyTitles } from './families.ts';
import type { FittedClv } from './fitted.ts';
import { isFitted, type ValuedOrders } from './value-orders.ts';
import { isWorse } from './summary.sql.ts';

const fixed = (value: number): string => value.toFixed(3);

/** How customers were valued, and how well a fit to the first part of the history foretold the rest; or why nobody is. */
export function tellClv(valued: ValuedOrders): string {
  if (!isFitted(valued)) return `nobody is valued: ${valued.reason}`;
  const { purchases, validation, totals } = valued;
  const parameters = Object.entries(purchases.parameters).map(([parameter, value]) => `${parameter} ${fixed(value)}`);
  const model = `${familyTitles[purchases.family]} in ${purchases.unit}s: ${parameters.join(', ')}; ${Math.round(totals.purchases.value)} purchases foretold`;
  if (validation === null) return model;
  const { until, actual, model: foretold, pace, top } = validation;
  return (
    `${model}; measured after ${until}: ${actual} purchases, ${Math.round(foretold.total)} were foretold, ${Math.round(pace.total)} at the pace so far; ` +
    `grade ${top.grade}: of the ${top.customers} best ${top.model.toFixed(0)} were found, by past spend ${top.baseline.toFixed(0)}`
  );
}

/** What a reader of the values should know. */
export function clvRemarks(valued: ValuedOrders): Remark[] {
  if (!isFitted(valued)) return [remark('nobodyValued', { why: valued.why })];
  return [
    ...valued.remarks,
    ...(valued.purchases.family === 'nbd' ? [remark('riskByRepurchase')] : []),
    ...(isWorse(valued) ? [remark('pastSpendBetter')] : []),
  ];
}

/** What the record of a run keeps, to be followed from night to night. */
export function clvFigures(valued: ValuedOrders) {
  if (!isFitted(valued)) return { reason: valued.reason };
  const { purchases, spending, totals, validation }: FittedClv = valued;
  return {
    reason: null,
    family: purchases.family,
    unit: purchases.unit,
    parameters: purchases.parameters,
    logLikelihood: purchases.logLikelihood,
    spend: spending.model?.parameters ?? { mean: spending.mean },
    totals,
    holdout: validation && {
      ...{ until: validation.until, customers: validation.customers, actual: validation.actual },
      ...{ model: validation.model, pace: validation.pace, top: validation.top },
    },
  };
}
