import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sql } from '../../src/sql/sql.ts';
import { committed, openNewSample, openSample, type OpenSample } from './open-sample.ts';

let sample: OpenSample;

async function makeProfit({ engine, truth: { costs } }: OpenSample): Promise<void> {
  const rates = Object.entries(costs.contacts).map(([channel, rate]) => ({ channel, ...rate }));
  await engine.create(
    'contact_rate',
    rates
      .map(
        (rate) =>
          sql`select ${rate.channel} as channel, ${rate.per_contact} as per_contact, ${rate.per_minute} as per_minute`,
      )
      .reduce((all, one) => sql`${all} union all ${one}`),
  );
  await engine.create(
    'profit',
    sql`with trade as (
          select customer_id, sum(quantity * unit_price - discount + shipping - quantity * unit_cost)::double
              - ${costs.fulfilment_per_order} * count(distinct case when quantity > 0 then order_id end)
              - ${costs.fulfilment_per_line} * sum(case when quantity > 0 then 1 else 0 end)::double
              - ${costs.handling_per_return} * count(distinct case when quantity < 0 then order_id end) as margin
          from purchases join products on purchases.product_id = products.product_id group by customer_id
        ), service as (
          select customer_id, sum(coalesce(cost::double, per_contact + per_minute * coalesce(duration_seconds, 0)::double / 60)) as cost
          from interactions left join contact_rate on interactions.channel = contact_rate.channel group by customer_id
        )
        select truth_customers.*, acquisition_source as source, coalesce(margin, 0) - coalesce(service.cost, 0) as profit
        from truth_customers
        join customers on customers.customer_id = truth_customers.customer_id
        left join trade on trade.customer_id = truth_customers.customer_id
        left join service on service.customer_id = truth_customers.customer_id`,
  );
}

beforeAll(async () => {
  sample = await openSample(committed, afterAll);
  await makeProfit(sample);
});

describe('unprofitable customers', () => {
  it('are a tenth of the buyers, and most of the demanding', async () => {
    const [losses] = await sample.engine.rows(
      sql`select avg(case when profit < 0 then 1 else 0 end) as share,
            sum(case when is_demanding and profit < 0 then 1 else 0 end) / sum(case when is_demanding then 1 else 0 end) as demanding,
            sum(case when profit > 0 then profit else 0 end) / sum(profit) as peak
          from profit where not is_prospect`,
      { share: 'number', demanding: 'number', peak: 'number' },
    );
    expect(losses!.share).toBeGreaterThan(0.08);
    expect(losses!.share).toBeLessThan(0.14);
    expect(losses!.demanding).toBeGreaterThan(0.8);
    expect(losses!.peak).toBeGreaterThan(1.03);
  });
});

describe('acquisition sources', () => {
  it('rank the good one first and the bad one last by profit after acquisition', async () => {
    const sources = await sample.engine.rows(
      sql`select source, avg(profit) as profit from profit group by source having count(*) >= 50 order by profit desc, source`,
      { source: 'text', profit: 'number' },
    );
    const ranked = sources
      .map(({ source, profit }) => ({ source, left: profit - sample.truth.sources[source]!.cost_per_head }))
      .sort((one, other) => other.left - one.left);
    expect(ranked[0]!.source).toBe('friend');
    expect(sample.truth.sources['friend']!.planted).toBe('good');
    expect(ranked.at(-1)!.source).toBe('deal_portal');
    expect(sample.truth.sources['deal_portal']!.planted).toBe('bad');
    expect(ranked[0]!.left).toBeGreaterThan(1.3 * ranked[2]!.left);
    expect(ranked.at(-1)!.left).toBeLessThan(0.3 * ranked.at(-2)!.left);
  });

  it('cost what their campaigns cost', async () => {
    const [costs] = await sample.engine.rows(
      sql`select sum(abs(cost - heads)) as wrong from campaigns join (
            select acquisition_campaign, count(*) * ${sample.truth.sources['deal_portal']!.cost_per_head}::integer as heads
            from customers where acquisition_source = 'deal_portal' group by acquisition_campaign
          ) as brought on campaign_id = acquisition_campaign`,
      { wrong: 'number' },
    );
    expect(costs!.wrong).toBe(0);
  });
});

describe('campaigns', () => {
  it('are answered on the channel that suits', async () => {
    const [rates] = await sample.engine.rows(
      sql`select avg(case when channel = answers then (outcome in ('clicked', 'answered', 'agreed'))::integer end) as suited,
            avg(case when channel <> answers then (outcome in ('clicked', 'answered', 'agreed'))::integer end) as other
          from interactions join truth_customers on interactions.customer_id = truth_customers.customer_id
          where kind = 'campaign'`,
      { suited: 'number', other: 'number' },
    );
    expect(Math.abs(rates!.suited - sample.truth.campaigns.answer_rate.suited)).toBeLessThan(0.05);
    expect(Math.abs(rates!.other - sample.truth.campaigns.answer_rate.other)).toBeLessThan(0.02);
  });
});

describe('product affinities', () => {
  const measure = async ({ engine }: OpenSample) =>
    engine.rows(
      sql`with basket as (select distinct order_id, product_id from purchases where quantity > 0),
          total as (select count(distinct order_id) as orders from basket),
          single as (select product_id, count(*) as orders from basket group by product_id),
          pair as (
            select one.product_id as one, other.product_id as other, count(*) as orders from basket as one
            join basket as other on one.order_id = other.order_id and one.product_id < other.product_id
            group by one.product_id, other.product_id
          )
          select one, other, pair.orders::double * total.orders / (a.orders * b.orders) as lift
          from pair join single as a on a.product_id = one join single as b on b.product_id = other cross join total
          where pair.orders >= 0.003 * total.orders order by lift desc, one, other`,
      { one: 'text', other: 'text', lift: 'number' },
    );

  it.each([1, 2, 3])('stand out: the six planted pairs have the highest lifts (seed %i)', async (seed) => {
    const one = seed === 1 ? sample : await openNewSample({ customers: 2_000, lines: 10, seed }, onTestFinished);
    const { pairs, lift_at_least: least, lift_of_other_pairs_below: below } = one.truth.affinities;
    const key = (first: string, second: string): string => [first, second].sort().join(' ');
    const found = await measure(one);
    const top = found.slice(0, pairs.length);
    expect(top.map(({ one, other }) => key(one, other)).sort()).toEqual(
      pairs.map((pair) => key(pair.first, pair.second)).sort(),
    );
    expect(Math.min(...top.map(({ lift }) => lift))).toBeGreaterThan(least);
    expect(found[pairs.length]!.lift).toBeLessThan(below);
  });
});
