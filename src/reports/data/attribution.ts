import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

/** By what orders are credited to touches. */
export const attributionRules = ['first', 'last', 'linear', 'position', 'decay', 'markov'] as const;

/** One of them. */
export type AttributionRule = (typeof attributionRules)[number];

/** What a touch is. */
export type TouchKind = 'referrer' | 'contact' | 'campaign' | 'other';

const touchShape = {
  kind: 'text',
  touch: 'text',
  first: 'number',
  last: 'number',
  linear: 'number',
  position: 'number',
  decay: 'number',
  markov: 'number',
  removal_effect: 'number',
  removal_effect_low: 'number?',
  removal_effect_high: 'number?',
  share_low: 'number?',
  share_high: 'number?',
  orders: 'number',
  net_revenue: 'number',
} as const;

/** Of the orders after touches the shares of one touch by each rule; orders and net revenue by its removal effect. */
export type TouchCredit = Readonly<Row<typeof touchShape>> & { readonly kind: TouchKind };

/** What preceded purchases. */
export interface AttributionData {
  /** Those with the largest shares by removal effect, the largest first. */
  readonly touches: readonly TouchCredit[];
  /** A contact may have led to an order so many days later. */
  readonly lookBack: number;
  /** Orders after a touch. */
  readonly touched: number;
  /** Orders without one. */
  readonly untouched: number;
}

/** At most 12 touches. */
export async function readAttribution(engine: Engine): Promise<AttributionData> {
  const touches = (await engine.rows(
    sql`select ${columnsOf(touchShape)} from (
        select kind, touch,
          max(case when rule = 'first' then share else 0 end) as first, max(case when rule = 'last' then share else 0 end) as last,
          max(case when rule = 'linear' then share else 0 end) as linear, max(case when rule = 'position' then share else 0 end) as position,
          max(case when rule = 'decay' then share else 0 end) as decay, max(case when rule = 'markov' then share else 0 end) as markov,
          max(case when rule = 'markov' then orders else 0 end) as orders, max(case when rule = 'markov' then net_revenue end) as net_revenue
        from marts.attribution where kind <> 'none' group by kind, touch
      ) as credited join models.touch_effect as effect using (kind, touch)
      order by markov desc, kind, touch limit 12`,
    touchShape,
    12,
  )) as TouchCredit[];
  const [counted] = await engine.rows(
    sql`select coalesce(sum(orders) filter (where kind <> 'none'), 0) as touched, coalesce(sum(orders) filter (where kind = 'none'), 0) as untouched
      from marts.attribution where rule = 'last'`,
    { touched: 'number', untouched: 'number' },
    1,
  );
  const [setting] = await engine.rows(sql`select look_back_days from marts.total`, { look_back_days: 'integer' }, 1);
  return { touches, lookBack: setting!.look_back_days, touched: counted!.touched, untouched: counted!.untouched };
}
