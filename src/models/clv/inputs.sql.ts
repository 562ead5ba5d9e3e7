import { sql } from '../../sql/sql.ts';
import type { Inputs } from '../reuse.ts';

/** What lifetime value is fitted to, as features of customers. */
export const clvInputs: Inputs = {
  rows: sql`select cast(frequency as double) as u1, cast(tenure_days - recency_days as double) as u2, cast(tenure_days as double) as u3,
      cast(monetary / frequency as double) as u4
    from features.customer_rfm`,
  features: ['frequency', 'purchase_span_days', 'tenure_days', 'money_per_order'],
};
