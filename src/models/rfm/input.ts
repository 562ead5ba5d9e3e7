import { ModelError } from '../../errors.ts';
import type { FitInput } from '../model.ts';

/** The table that RFM scores are made from and the column that identifies its rows; the defaults are the warehouse's own. */
export const featuresRead = ({ relation = 'features.customer_rfm', key = 'customer_id' }: FitInput) => ({
  relation,
  key,
});

/** Throws `ModelError` where the lowest or the highest value is infinite or no number: quantiles 0 and 1 show it. */
export function requireFinite(column: string, quantiles: readonly number[]): void {
  if (!quantiles.every(Number.isFinite)) {
    throw new ModelError(`rfm: ${column} must be finite; it is not for every customer`);
  }
}
