import type { GivenTables } from './given.ts';

const product = (product_id: string, category: string | null, unit_cost: number | null) => ({
  product_id,
  category,
  unit_cost,
});

const line = (
  order_id: string,
  customer_id: string | null,
  product_id: string,
  day: string,
  quantity: number,
  price: number,
) => ({
  order_id,
  line_number: `${product_id}${quantity < 0 ? '-back' : ''}`,
  customer_id,
  product_id,
  purchased_at: `${day} 10:00:00`,
  quantity,
  unit_price: price,
  channel: order_id.startsWith('w') ? 'web' : 'store',
});

const contact = (interaction_id: string, customer_id: string, day: string, channel: string, kind: string) => ({
  interaction_id,
  customer_id,
  occurred_at: `${day} 12:00:00`,
  channel,
  direction: 'inbound',
  kind,
  duration_seconds: 60,
});

/**
 * A company small enough to check by hand, with everything that makes profit hard: returns, a return without its purchase, refunds
 * larger than sales, anonymous lines, unknown costs, prospects, unlisted customers and products, lines and contacts after the as-of day.
 */
export const company: GivenTables = {
  'warehouse.setting': [
    {
      as_of: '2026-01-31',
      currency: 'EUR',
      time_zone: 'Europe/Madrid',
      active_days: 365,
      look_back_days: 90,
      fulfilment_per_order: 3,
      fulfilment_per_line: 0.5,
      handling_per_return: 4,
      saved_share: 0.2,
      required_return: 0.5,
    },
  ],
  'warehouse.contact_rate': [
    { channel: '*', per_contact: 0, per_minute: 0 },
    { channel: 'call_center', per_contact: 1, per_minute: 2 },
  ],
  'raw.products': [product('tea', 'Tea', 4), product('cup', 'Cups', 2), product('rug', null, null)],
  'raw.customers': [
    {
      customer_id: 'ane',
      name: 'Ane',
      country: 'ES',
      region: 'Gipuzkoa',
      acquisition_source: 'fair',
      email_opt_in: true,
    },
    { customer_id: 'ben', name: 'Ben', country: 'UK', region: 'Kent', acquisition_source: 'search' },
    { customer_id: 'noa', name: 'נועה', country: 'IL', acquired_on: '2026-01-10' },
    { customer_id: 'next', name: 'Next', acquired_on: '2026-02-01' },
  ],
  'raw.purchases': [
    { ...line('w1', 'ane', 'tea', '2025-12-01', 3, 10), discount: 2, shipping: 3 },
    line('w1', 'ane', 'cup', '2025-12-01', 2, 5),
    line('w2', 'ane', 'tea', '2026-01-31', 1, 10),
    line('w2', 'ane', 'tea', '2026-02-01', -1, 10),
    line('s1', 'ben', 'cup', '2026-01-02', 1, 5),
    line('s2', 'ben', 'tea', '2026-01-09', -2, 10),
    line('s3', 'unlisted', 'rug', '2026-01-15', 1, 80),
    line('s4', null, 'pot', '2026-01-20', 2, 6.25),
    line('s5', 'ane', 'rug', '2026-02-01', 1, 80),
  ],
  'raw.interactions': [
    contact('i1', 'ben', '2026-01-03', 'call_center', 'complaint'),
    contact('i2', 'noa', '2026-01-12', 'call_center', 'question'),
    contact('i3', 'ane', '2026-01-12', 'web', 'question'),
    contact('i4', 'ane', '2026-02-02', 'call_center', 'question'),
  ],
  'scores.rfm': [
    { customer_id: 'ane', recency_score: 5, frequency_score: 5, rfm_segment: 'champions' },
    { customer_id: 'ben', recency_score: 1, frequency_score: 1, rfm_segment: 'lost' },
    { customer_id: 'unlisted', recency_score: 3, frequency_score: 1, rfm_segment: 'new' },
  ],
  'scores.segment': [
    { customer_id: 'ane', segment: 's1' },
    { customer_id: 'ben', segment: 's2' },
    { customer_id: 'unlisted', segment: 's1' },
  ],
  'scores.likely_segment': [{ customer_id: 'noa', segment: 's1', probability: 0.75, model: 'discriminant' }],
  'scores.repurchase': [{ customer_id: 'ane', probability: 0.25 }],
  'segments.segment': [
    { segment: 's1', name: 'Large', customers: 2 },
    { segment: 's2', name: 'Small', customers: 1 },
  ],
};
