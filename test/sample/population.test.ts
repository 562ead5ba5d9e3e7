import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedPurchases } from '../../src/sample/expected-purchases.ts';
import { sql } from '../../src/sql/sql.ts';
import { openNewSample, type OpenSample } from './open-sample.ts';

describe('expected purchases', () => {
  // CDNOW, at the optimum of Fader, Hardie & Lee (2005); the values that they print and, for t = 52, the R package BTYD.
  const cdnow = { r: 0.2425945, alpha: 4.4136021, a: 0.792922, b: 2.4259067 };

  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [52, 1.444],
  ])('are those of eq. (9) at t = %d', (t, expected) => {
    expect(expectedPurchases(cdnow, t)).toBeCloseTo(expected, 4);
  });

  it.each([cdnow, { r: 0.9, alpha: 9.67, a: 0.9, b: 3.5 }, { r: 2, alpha: 0.2, a: 3, b: 1.5 }])(
    'agree with the mean over p of what is expected given p, (1 − (α/(α + pt))^r)/p: %o',
    (purchases) => {
      const steps = 200_000;
      let sum = 0;
      let weight = 0;
      for (let i = 0; i < steps; i += 1) {
        // p = u³ makes the density smooth at zero.
        const u = (i + 0.5) / steps;
        const p = u ** 3;
        const density = p ** (purchases.a - 1) * (1 - p) ** (purchases.b - 1) * u ** 2;
        sum += (density * (1 - (purchases.alpha / (purchases.alpha + p * 100)) ** purchases.r)) / p;
        weight += density;
      }
      expect(expectedPurchases(purchases, 100)).toBeCloseTo(sum / weight, 7);
    },
  );
});

describe('the planted population, in 20,000 customers', () => {
  let sample: OpenSample;
  beforeAll(async () => {
    sample = await openNewSample({ customers: 20_000, lines: 10, seed: 11 }, afterAll);
    await sample.engine.create(
      'sale',
      sql`select customer_id, order_id, min(purchased_at) as sold_at, sum(quantity * unit_price - discount)::double as amount
          from purchases where quantity > 0 group by customer_id, order_id`,
    );
    await sample.engine.create(
      'buyer',
      sql`select customer_id, count(*) - 1 as repeats, avg(amount) as mean_amount, var_samp(amount) as variance,
            (epoch(timestamp '2026-01-01') - epoch(min(sold_at))) / 604800 as weeks
          from sale group by customer_id`,
    );
  });

  it('repeats as eq. (9) expects, whatever the age of the customer', async () => {
    const ages = await sample.engine.rows(
      sql`select floor(weeks / 20)::integer as age, count(*) as buyers, avg(repeats) as repeats,
            stddev_samp(repeats) / sqrt(count(*)) as error, avg(weeks) as weeks from buyer group by age order by age`,
      { age: 'integer', buyers: 'integer', repeats: 'number', error: 'number', weeks: 'number' },
    );
    expect(ages).toHaveLength(8);
    for (const { repeats, error, weeks } of ages) {
      expect(Math.abs(repeats - expectedPurchases(sample.truth.bg_nbd, weeks))).toBeLessThan(4 * error + 0.02);
    }
  });

  it('has the planted rates and drop-out: λ has mean r/α, p has mean a/(a + b)', async () => {
    const { r, alpha, a, b } = sample.truth.bg_nbd;
    const [mean] = await sample.engine.rows(
      sql`select avg(purchase_rate) as rate, var_samp(purchase_rate) as spread, avg(dropout) as dropout from truth_customers`,
      { rate: 'number', spread: 'number', dropout: 'number' },
    );
    expect(mean!.rate / (r / alpha)).toBeCloseTo(1, 1);
    expect(mean!.spread / (r / alpha ** 2)).toBeCloseTo(1, 0);
    expect(mean!.dropout / (a / (a + b))).toBeCloseTo(1, 1);
  });

  it('leaves after a repeat purchase with probability p, and buys at rate λ until then', async () => {
    const [counts] = await sample.engine.rows(
      sql`select sum(case when is_active then 0 else 1 end) as gone, sum(repeats * dropout) as expected
          from truth_customers join buyer on buyer.customer_id = truth_customers.customer_id`,
      { gone: 'number', expected: 'number' },
    );
    expect(counts!.gone / counts!.expected).toBeGreaterThan(0.97);
    expect(counts!.gone / counts!.expected).toBeLessThan(1.03);
  });

  it('spends p·γ/(q − 1) an order in the mean, as the Gamma-Gamma model says', async () => {
    const { p, q, gamma, mean_order_value: planted } = sample.truth.gamma_gamma;
    const [spend] = await sample.engine.rows(
      sql`select avg(mean_amount) as mean, avg(mean_amount * spend_rate) as shape, corr(mean_amount, repeats) as correlation
          from buyer join truth_customers on buyer.customer_id = truth_customers.customer_id`,
      { mean: 'number', shape: 'number', correlation: 'number' },
    );
    expect(planted).toBe((p * gamma) / (q - 1));
    expect(Math.abs(spend!.mean / planted - 1)).toBeLessThan(0.03);
    expect(Math.abs(spend!.shape / p - 1)).toBeLessThan(0.01);
    expect(Math.abs(spend!.correlation)).toBeLessThan(0.03);
  });

  it('varies within a customer by 1/p of the squared mean', async () => {
    const [spread] = await sample.engine.rows(
      sql`select avg(variance * spend_rate * spend_rate) as shape from buyer
          join truth_customers on buyer.customer_id = truth_customers.customer_id where repeats >= 1`,
      { shape: 'number' },
    );
    expect(Math.abs(spread!.shape / sample.truth.gamma_gamma.p - 1)).toBeLessThan(0.05);
  });

  it('is one for all segments: rate, loyalty and spend do not differ', async () => {
    const segments = await sample.engine.rows(
      sql`select planted_segment as segment, avg(repeats) as repeats, avg(mean_amount) as amount
          from buyer join truth_customers on buyer.customer_id = truth_customers.customer_id
          group by planted_segment order by planted_segment`,
      { segment: 'text', repeats: 'number', amount: 'number' },
    );
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [repeats, amount] = [mean(segments.map((one) => one.repeats)), mean(segments.map((one) => one.amount))];
    expect(segments).toHaveLength(5);
    for (const one of segments) {
      expect(Math.abs(one.repeats / repeats - 1)).toBeLessThan(0.1);
      expect(Math.abs(one.amount / amount - 1)).toBeLessThan(0.08);
    }
  });
});
