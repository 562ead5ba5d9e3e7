import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import type { WhyNot } from '../../text/en/why-not.ts';
import { percent } from '../../text/percent.ts';
import type { ClvOptions } from './options.ts';
import type { KnownCosts } from './fitted.ts';
import { orderMarginSql, orderPurchasesSql, ownMarginsSql } from './orders.sql.ts';
import type { PurchaseInput } from './purchase-base.ts';
import { tables } from './tables.ts';
import { remark, type Remark } from '../../text/remark.ts';

/** The view that names purchases while they are valued. */
export const purchases = 'models.working_clv_purchase';

/** The purchases of a warehouse as of its day, with the options that follow from its costs, and what must be said of these. */
export interface OfOrders {
  readonly input: PurchaseInput;
  readonly options: ClvOptions;
  readonly remarks: readonly Remark[];
  /** What the margin rests on; null: there is none, or the options named it. */
  readonly costs: KnownCosts | null;
}

/** The margin that the costs leave, in a sentence; null: it is not of them. */
export const sayMargin = ({ margin }: ClvOptions, costs: KnownCosts | null): string | null =>
  costs === null || margin === undefined
    ? null
    : `by the costs that are known, for ${percent(costs.known)} of net revenue, ${percent(margin)} of the spend is margin, after goods and fulfilment; ` +
      'each customer counts with a margin of their own, drawn to that of all where little is known of it';

/**
 * Names the purchases of `warehouse.customer_order`, and takes the margin from their costs where the options name none, at most all of the spend, with one for each customer in `tables.margins`.
 * A margin that the options name counts for everybody as it is: it may hold costs that no order knows. Throws `ModelError` where they leave none.
 */
export async function readOrders(engine: Engine, options: ClvOptions, asOf: string): Promise<OfOrders> {
  await engine.define(purchases, orderPurchasesSql);
  const given = { input: { relation: purchases, asOf }, options, remarks: [], costs: null };
  if (options.margin !== undefined) return given;
  const [known] = await engine.rows(orderMarginSql, { margin: 'number', net: 'number', total: 'number' }, 1);
  const { margin, net, total } = known!;
  if (net <= 0) return { ...given, remarks: [remark('noCostOfGoods')] };
  if (margin <= 0)
    throw new ModelError('clv: purchases must leave a margin; goods and fulfilment cost all that is paid for them', {
      cause: { code: 'noMargin' } satisfies WhyNot,
    });
  const share = Math.min(1, margin / net);
  await engine.create(tables.margins, ownMarginsSql(share));
  return {
    ...given,
    options: { ...options, margin: share },
    costs: { known: total > 0 ? Math.min(1, net / total) : 1 },
  };
}

/** Drops what it named. */
export const dropOrders = (engine: Engine): Promise<void> => engine.drop(purchases);
