import type { Engine } from '../../engine/engine.ts';
import { ConfigError, ModelError } from '../../errors.ts';
import type { WhyNot } from '../../text/en/why-not.ts';
import { freezeDeep } from '../model.ts';
import { fitClv } from './fit.ts';
import type { FittedClv } from './fitted.ts';
import { dropOrders, readOrders } from './of-orders.ts';
import type { ClvOptions } from './options.ts';
import { prepareClv } from './prepare.ts';
import { whyOf } from './why-of.ts';

/** Nobody is valued, since the purchases that there are say too little. */
export interface UnfittedClv {
  readonly model: 'clv';
  readonly asOf: string;
  readonly options: ClvOptions;
  readonly reason: string;
  /** The same as a code. */
  readonly why: WhyNot;
}

/** The lifetime value of the customers of a warehouse, or why there is none. */
export type ValuedOrders = FittedClv | UnfittedClv;

/** Customers are valued. */
export const isFitted = (valued: ValuedOrders): valued is FittedClv => !('reason' in valued);

/**
 * Fits a lifetime value to `warehouse.customer_order`, in the margin of its costs: `clvScoreSql` has the customers, from `tables`, which whoever calls drops. With a model that is
 * `known`, customers are valued by it. Throws as `fitClv` and
 * `readOrders` do.
 */
export async function fitOrders(
  engine: Engine,
  given: ClvOptions,
  asOf: string,
  known: FittedClv | null = null,
): Promise<FittedClv> {
  try {
    const { input, remarks, options, costs } = await readOrders(engine, given, asOf);
    const prepared = await prepareClv(engine, options, input);
    return await fitClv(engine, options, { ...prepared, costs, remarks: [...remarks, ...prepared.remarks] }, known);
  } finally {
    await dropOrders(engine);
  }
}

/** The same, where what cannot be fitted, or leaves nothing to learn from before its holdout, is a reason to value nobody. */
export async function valueOrders(
  engine: Engine,
  given: ClvOptions,
  asOf: string,
  known: FittedClv | null = null,
): Promise<ValuedOrders> {
  try {
    return await fitOrders(engine, given, asOf, known);
  } catch (error) {
    if (!(error instanceof ModelError || error instanceof ConfigError)) throw error;
    return freezeDeep({ model: 'clv', asOf, options: given, reason: error.message, why: whyOf(error) });
  }
}
