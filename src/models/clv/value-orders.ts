import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { freezeDeep } from '../model.ts';
import { fitClv } from './fit.ts';
import type { FittedClv } from './fitted.ts';
import { dropOrders, readOrders } from './of-orders.ts';
import type { ClvOptions } from './options.ts';
import { prepareClv } from './prepare.ts';

/** Nobody is valued, since the purchases that there are say too little. */
export interface UnfittedClv {
  readonly model: 'clv';
  readonly asOf: string;
  readonly options: ClvOptions;
  readonly reason: string;
}

/** The lifetime value of the customers of a warehouse, or why there is none. */
export type ValuedOrders = FittedClv | UnfittedClv;

/** Customers are valued. */
export const isFitted = (valued: ValuedOrders): valued is FittedClv => !('reason' in valued);

/**
 * Fits a lifetime value to `warehouse.customer_order`: `clvScoreSql` has the customers, from `tables`, which whoever calls drops. What cannot be fitted is a reason to
 * value nobody. Throws `ConfigError` where the holdout leaves nothing to learn from.
 */
export async function valueOrders(engine: Engine, given: ClvOptions, asOf: string): Promise<ValuedOrders> {
  const { input, options, remarks } = await readOrders(engine, given, asOf);
  try {
    const prepared = await prepareClv(engine, options, input);
    return await fitClv(engine, options, { ...prepared, remarks: [...remarks, ...prepared.remarks] });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return freezeDeep({ model: 'clv', asOf, options, reason: error.message });
  } finally {
    await dropOrders(engine);
  }
}
