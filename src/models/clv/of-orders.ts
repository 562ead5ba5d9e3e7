import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { percent } from '../../text/percent.ts';
import type { ClvOptions } from './options.ts';
import { orderMarginSql, orderPurchasesSql } from './orders.sql.ts';
import type { PurchaseInput } from './purchase-base.ts';

const purchases = 'models.working_clv_purchase';

/** The purchases of a warehouse as of its day, with the options that follow from its costs, and what must be said of these. */
export interface OfOrders {
  readonly input: PurchaseInput;
  readonly options: ClvOptions;
  readonly remarks: readonly string[];
  /** The margin that the costs leave, in a sentence; null: there is none, or the options named it. */
  readonly margin: string | null;
}

/** Names the purchases of `warehouse.customer_order`, and takes the margin from their costs where the options name none: at most all of the spend. Throws `ModelError` where they leave none. */
export async function readOrders(engine: Engine, options: ClvOptions, asOf: string): Promise<OfOrders> {
  await engine.define(purchases, orderPurchasesSql);
  const given = { input: { relation: purchases, asOf }, options, remarks: [], margin: null };
  if (options.margin !== undefined) return given;
  const [known] = await engine.rows(orderMarginSql, { margin: 'number', net: 'number' }, 1);
  const { margin, net } = known!;
  if (net <= 0) return { ...given, remarks: ['no cost of goods is known, so value is in spend, not in margin'] };
  if (margin <= 0)
    throw new ModelError('clv: purchases must leave a margin; goods and fulfilment cost all that is paid for them');
  const share = Math.min(1, margin / net);
  return {
    ...given,
    options: { ...options, margin: share },
    margin: `by the costs that are known, ${percent(share)} of the spend is margin, after goods and fulfilment: one margin for all`,
  };
}

/** Drops what it named. */
export const dropOrders = (engine: Engine): Promise<void> => engine.drop(purchases);
