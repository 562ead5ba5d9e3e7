import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const curveShape = {
  percentile: 'integer',
  customers: 'integer',
  cumulative_profit: 'number',
  share_of_profit: 'number?',
} as const satisfies Shape;

/** The profit of the best `percentile` percent of customers. */
export type CurvePoint = Readonly<Row<typeof curveShape>>;

const whaleShape = {
  customers: 'integer',
  peak_customers: 'integer',
  profit: 'number',
  peak_profit: 'number',
  eroded: 'number',
  peak_share_of_customers: 'number?',
  peak_ratio: 'number?',
} as const satisfies Shape;

/** How profit is concentrated; see `marts.whale`. */
export type Whale = Readonly<Row<typeof whaleShape>>;

const concentrationShape = {
  customers: 'integer',
  below_zero: 'integer',
  net_revenue: 'number',
  gini: 'number?',
  gini_unbiased: 'number?',
  top_1_share: 'number?',
  top_5_share: 'number?',
  top_10_share: 'number?',
  top_20_share: 'number?',
  top_50_share: 'number?',
} as const satisfies Shape;

/** How unequally customers share the net revenue; see `marts.concentration`. */
export type Concentration = Readonly<Row<typeof concentrationShape>>;

const lorenzShape = {
  percentile: 'integer',
  customers: 'integer',
  cumulative_net_revenue: 'number',
  share_of_net_revenue: 'number?',
} as const satisfies Shape;

/** The net revenue of the `percentile` percent of customers who bring least. */
export type LorenzPoint = Readonly<Row<typeof lorenzShape>>;

const decileShape = {
  decile: 'integer',
  customers: 'integer',
  net_revenue: 'number',
  profit: 'number',
  least_profit: 'number',
  most_profit: 'number',
} as const satisfies Shape;

/** A tenth of the customers, 1 the most profitable. */
export type Decile = Readonly<Row<typeof decileShape>>;

const reasonShape = {
  reason: 'text',
  customers: 'integer',
  profit: 'number',
  excess: 'number',
} as const satisfies Shape;

/** What makes customers lose money: how many, and how much in all. */
export type LossReason = Readonly<Row<typeof reasonShape>>;

const makerShape = {
  customer_id: 'text',
  orders: 'integer',
  revenue: 'number',
  profit: 'number',
  reason: 'text',
  amount: 'number',
  usual_amount: 'number',
  excess: 'number',
  profit_at_usual: 'number',
} as const satisfies Shape;

/** A customer who costs more than they bring, and the line that makes them so; see `marts.loss_maker`. */
export type LossMaker = Readonly<Row<typeof makerShape>>;

/** How profit is spread over customers. */
export interface ProfitSpread {
  readonly whale: Whale;
  readonly curve: readonly CurvePoint[];
  readonly concentration: Concentration;
  readonly lorenz: readonly LorenzPoint[];
  readonly deciles: readonly Decile[];
  /** The most money first. */
  readonly lossReasons: readonly LossReason[];
  /** The worst few. */
  readonly lossMakers: readonly LossMaker[];
}

const noWhale: Whale = {
  ...{ customers: 0, peak_customers: 0, profit: 0, peak_profit: 0, eroded: 0 },
  ...{ peak_share_of_customers: null, peak_ratio: null },
};

const noConcentration: Concentration = {
  ...{ customers: 0, below_zero: 0, net_revenue: 0, gini: null, gini_unbiased: null },
  ...{ top_1_share: null, top_5_share: null, top_10_share: null, top_20_share: null, top_50_share: null },
};

/** Lines of the account that may be a reason, and none of them. */
const reasons = 9;

/** At most 101 points of each curve, 10 deciles, 9 reasons, and as many loss makers as asked for. */
export async function readProfitSpread(engine: Engine, worst = 10): Promise<ProfitSpread> {
  const [whale] = await engine.rows(sql`select ${columnsOf(whaleShape)} from marts.whale`, whaleShape, 1);
  const [concentration] = await engine.rows(
    sql`select ${columnsOf(concentrationShape)} from marts.concentration`,
    concentrationShape,
    1,
  );
  return {
    whale: whale ?? noWhale,
    concentration: concentration ?? noConcentration,
    curve: await engine.rows(
      sql`select ${columnsOf(curveShape)} from marts.whale_curve order by percentile`,
      curveShape,
      101,
    ),
    lorenz: await engine.rows(
      sql`select ${columnsOf(lorenzShape)} from marts.lorenz order by percentile`,
      lorenzShape,
      101,
    ),
    deciles: await engine.rows(
      sql`select ${columnsOf(decileShape)} from marts.profit_decile order by decile`,
      decileShape,
      10,
    ),
    lossReasons: await engine.rows(
      sql`select reason, count(*) as customers, sum(profit) as profit, sum(excess) as excess
        from marts.loss_maker group by reason order by profit, reason`,
      reasonShape,
      reasons,
    ),
    lossMakers: await engine.rows(
      sql`select ${columnsOf(makerShape)} from marts.loss_maker order by profit, customer_id limit ${worst}`,
      makerShape,
      worst,
    ),
  };
}
