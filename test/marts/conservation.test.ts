import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { raw } from '../../src/sql/sql.ts';
import type { Relation } from '../../src/sql/relation.ts';
import { buildLayer, inOrder } from '../support/build.ts';
import { allRelations } from '../support/contracts.ts';
import { isFull } from '../support/full.ts';
import { createInputs, type GivenTables } from '../support/given.ts';

/** A line as it is generated: money in cents; a unit cost of null is unknown. */
interface Line {
  readonly order: number;
  readonly customer: number | null;
  readonly product: number | null;
  readonly rep: 'Ane' | 'Ben' | null;
  readonly channel: 'web' | 'store' | null;
  readonly quantity: number;
  readonly price: number;
  readonly discount: number;
  readonly shipping: number;
  readonly month: 1 | 2;
}

const people = 5;
const someone = fc.option(fc.nat(people - 1));
const cents = (max: number) => fc.nat(max);
const line: fc.Arbitrary<Line> = fc.record({
  order: fc.nat(7),
  customer: someone,
  product: fc.option(fc.nat(3)),
  rep: fc.constantFrom('Ane', 'Ben', null),
  channel: fc.constantFrom('web', 'store', null),
  quantity: fc.integer({ min: -20, max: 5 }).filter((n) => n !== 0),
  price: cents(99_999),
  discount: cents(500),
  shipping: cents(500),
  month: fc.constantFrom(1, 2),
});
const warehouse = fc.record({
  lines: fc.array(line, { maxLength: 25 }),
  unitCosts: fc.array(fc.option(cents(5_000)), { minLength: 4, maxLength: 4 }),
  contacts: fc.array(
    fc.record({
      customer: someone,
      channel: fc.constantFrom('chat', 'web'),
      campaign: fc.option(fc.constantFrom('mail', 'fair', 'lost')),
      cost: fc.option(cents(300)),
      month: fc.constantFrom(1, 2),
    }),
    { maxLength: 12 },
  ),
  began: fc.record({
    mail: fc.constantFrom('2026-01-31', '2025-12-01', null),
    fair: fc.constantFrom('2026-02-01', null),
  }),
  campaigns: fc.record({ mail: fc.option(cents(99_999)), fair: fc.option(cents(99_999)) }),
  cameBy: fc.array(fc.option(fc.constantFrom('fair', 'lost')), { minLength: people, maxLength: people }),
  segments: fc.array(fc.constantFrom('s1', 's2', null), { minLength: people, maxLength: people }),
  rates: fc.record({ order: cents(500), line: cents(50), back: cents(900), chat: cents(300) }),
});
type Generated = typeof warehouse extends fc.Arbitrary<infer T> ? T : never;

const money = (value: number | null): number | null => (value === null ? null : value / 100);
const idOf = (customer: number | null): string | null => (customer === null ? null : `c${customer}`);

const tablesOf = ({ lines, unitCosts, contacts, campaigns, began, ...people }: Generated): GivenTables => ({
  'warehouse.setting': [
    {
      ...{
        as_of: '2026-02-28',
        currency: 'EUR',
        time_zone: 'UTC',
        active_days: 365,
        saved_share: 0.2,
        required_return: 0.5,
      },
      fulfilment_per_order: people.rates.order / 100,
      fulfilment_per_line: people.rates.line / 100,
      handling_per_return: people.rates.back / 100,
    },
  ],
  'warehouse.contact_rate': [{ channel: 'chat', per_contact: people.rates.chat / 100, per_minute: 0 }],
  'raw.products': unitCosts.map((cost, i) => ({
    product_id: `p${i}`,
    category: ['Tea', 'Cups', null][i % 3]!,
    unit_cost: money(cost),
  })),
  'raw.customers': people.cameBy.map((campaign, i) => ({
    ...{ customer_id: `c${i}`, acquisition_campaign: campaign, acquisition_source: campaign },
    ...{ country: 'ES', region: people.segments[i]! },
  })),
  'raw.purchases': lines.map((one, i) => ({
    order_id: `o${one.order}`,
    line_number: String(i),
    // of one order, one customer
    customer_id: idOf(lines.find(({ order }) => order === one.order)!.customer),
    product_id: one.product === null ? null : `p${one.product}`,
    sales_rep: one.rep,
    channel: one.channel,
    purchased_at: `2026-0${one.month}-10 10:00:00`,
    quantity: one.quantity,
    unit_price: one.price / 100,
    discount: one.discount / 100,
    shipping: one.shipping / 100,
  })),
  'raw.interactions': contacts.map((one, i) => ({
    ...{
      interaction_id: `i${i}`,
      customer_id: idOf(one.customer),
      occurred_at: `2026-0${one.month}-05`,
      channel: one.channel,
    },
    ...{ campaign_id: one.campaign, cost: money(one.cost), duration_seconds: 30 },
  })),
  'raw.campaigns': Object.entries(campaigns).map(([campaign_id, cost]) => ({
    ...{ campaign_id, cost: money(cost), started_on: began[campaign_id as keyof typeof began] },
  })),
  'scores.segment': people.segments.flatMap((segment, i) =>
    segment === null ? [] : [{ customer_id: `c${i}`, segment }],
  ),
});

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0);

/** The account of the whole company in cents, from what was generated alone. */
function accountOf({ lines, unitCosts, contacts, campaigns, rates }: Generated) {
  const isBack = ({ quantity }: Line): boolean => quantity < 0;
  const gross = (one: Line): number => one.quantity * one.price;
  const off = (one: Line): number => (isBack(one) ? -one.discount : one.discount);
  const unitCost = ({ product }: Line): number | null => (product === null ? null : unitCosts[product]!);
  const orders = [...new Set(lines.map(({ order }) => order))].map((order) =>
    lines.filter((one) => one.order === order),
  );
  const unpriced = lines.filter((one) => unitCost(one) === null);
  return {
    revenue: sum(lines, (one) => Math.max(0, gross(one))),
    returns: sum(lines, (one) => Math.max(0, -gross(one))),
    discounts: sum(lines, off),
    net_revenue: sum(lines, (one) => gross(one) - off(one)),
    shipping_charged: sum(lines, ({ shipping }) => shipping),
    cost_of_goods: sum(lines, (one) => one.quantity * (unitCost(one) ?? 0)),
    fulfilment: sum(
      orders,
      (all) =>
        (all.every(isBack) ? 0 : rates.order) +
        rates.line * all.filter((one) => !isBack(one)).length +
        (all.some(isBack) ? rates.back : 0),
    ),
    cost_to_serve: sum(contacts, ({ cost, channel }) => cost ?? (channel === 'chat' ? rates.chat : 0)),
    campaigns: (campaigns.mail ?? 0) + (campaigns.fair ?? 0),
    revenue_without_cost: sum(unpriced, (one) => gross(one) - off(one)),
    lines_without_cost: unpriced.length,
  };
}

const lines = {
  ...{ revenue: 'revenue', returns: 'returns', discounts: 'discounts', net_revenue: 'net_revenue' },
  ...{ shipping_charged: 'shipping_charged', cost_of_goods: 'cost_of_goods', fulfilment: 'fulfilment' },
  ...{ cost_to_serve: 'cost_to_serve', campaigns: 'campaign_cost + acquisition_cost' },
  revenue_without_cost: 'revenue_without_cost',
};

const ofCustomers = ['segment', 'rfm_segment', 'usage_class', 'lifecycle', 'region', 'source'];
const ofSales = ['category', 'product', 'channel', 'sales_rep', 'month'];

/** What the marts on profit are made of, and themselves. */
function needed(ids: readonly string[]): Relation[] {
  const all = inOrder(allRelations());
  const wanted = new Set(ids);
  for (const { id, reads } of all.toReversed()) if (wanted.has(id)) reads.forEach((read) => wanted.add(read));
  return all.filter(({ id }) => wanted.has(id));
}

const relations = needed(
  ['reconciliation', 'service_cost', 'cost_gap', ...[...ofCustomers, ...ofSales].map((by) => `${by}_profit`)].map(
    (mart) => `marts.${mart}`,
  ),
);

describe('whatever a company sells, takes back and leaves untold', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 1 });
  });
  afterAll(() => engine.close());

  const cents = async (mart: string, expressions: Readonly<Record<string, string>>) => {
    const columns = Object.entries(expressions).map(
      ([as, one]) =>
        `cast(coalesce(sum(${one}), 0) * 100 as bigint) as ${as}, cast(coalesce(sum(${one}), 0) * 10000 as bigint) % 100 as rest_${as}`,
    );
    const names = Object.keys(expressions);
    const shape = Object.fromEntries(names.flatMap((as) => [as, `rest_${as}`].map((one) => [one, 'integer' as const])));
    const [row] = await engine.rows(raw(`select ${columns.join(', ')} from marts.${mart}`), shape, 1);
    for (const as of names) expect(row![`rest_${as}`]).toBe(0);
    return Object.fromEntries(names.map((as) => [as, row![as]!]));
  };

  it('every table of profit adds up to it, to the cent', async () => {
    await fc.assert(
      fc.asyncProperty(warehouse, async (generated) => {
        for (const { id } of relations) await engine.drop(id);
        await createInputs(engine, tablesOf(generated));
        await buildLayer(engine, ...relations);
        const expected: Record<string, number> = accountOf(generated);
        const served = expected['fulfilment']! + expected['cost_to_serve']! + expected['campaigns']!;
        const profit = expected['net_revenue']! + expected['shipping_charged']! - expected['cost_of_goods']! - served;
        const account = Object.fromEntries(Object.keys(lines).map((line) => [line, expected[line]! + 0]));
        for (const mart of ['customer', ...ofCustomers])
          expect(await cents(`${mart}_profit`, { ...lines, profit: 'profit' }), mart).toEqual({ ...account, profit });
        for (const mart of ofSales)
          expect(
            await cents(`${mart}_profit`, { ...lines, profit: 'coalesce(profit, contribution_margin)' }),
            mart,
          ).toEqual({ ...account, profit });
        expect(await cents('service_cost', { cost: 'cost' })).toEqual({ cost: served });

        const unlike = await engine.rows(
          raw(`select orders.order_id from warehouse.customer_order as orders
            join warehouse.line_account as line on line.order_id = orders.order_id
            group by orders.order_id, orders.fulfilment, orders.return_handling
            having sum(line.fulfilment) <> orders.fulfilment or min(line.fulfilment) < 0
              or coalesce(sum(case when line.is_return then line.fulfilment end), 0) <> orders.return_handling`),
          { order_id: 'text' },
        );
        expect(unlike).toEqual([]);
        const contactCost = ({ cost, channel }: (typeof generated.contacts)[number]): number =>
          cost ?? (channel === 'chat' ? generated.rates.chat : 0);
        const months = await engine.rows(
          raw(`select cast(month as varchar) as month, cast(cost_to_serve * 100 as bigint) as contacts,
              cast((campaign_cost + acquisition_cost) * 100 as bigint) as campaigns
            from marts.month_profit where cost_to_serve <> 0 or campaign_cost + acquisition_cost <> 0 order by month nulls first`),
          { month: 'text?', contacts: 'integer', campaigns: 'integer' },
        );
        const monthOf = (day: string | null): string | null => (day === null ? null : `${day.slice(0, 7)}-01`);
        const spent = [null, '2025-12-01', '2026-01-01', '2026-02-01'].map((month) => ({
          month,
          contacts: sum(
            generated.contacts.filter((one) => monthOf(`2026-0${one.month}-05`) === month),
            contactCost,
          ),
          campaigns: sum(
            (['mail', 'fair'] as const).filter((one) => monthOf(generated.began[one]) === month),
            (one) => generated.campaigns[one] ?? 0,
          ),
        }));
        expect(months).toEqual(spent.filter((one) => one.contacts !== 0 || one.campaigns !== 0));

        const gaps = await engine.rows(
          raw('select missing, sum(units) as units from marts.cost_gap group by missing'),
          {
            missing: 'text',
            units: 'integer',
          },
        );
        const gap = (missing: string): number => gaps.find((one) => one.missing === missing)?.units ?? 0;
        const { contacts, campaigns, cameBy } = generated;
        expect(gap('cost of order lines')).toBe(expected['lines_without_cost']);
        expect(gap('cost of contacts')).toBe(
          contacts.filter((one) => one.cost === null && one.channel === 'web').length,
        );
        expect(gap('cost of campaigns')).toBe(Object.values(campaigns).filter((cost) => cost === null).length);
        expect(gap('campaigns of contacts')).toBe(contacts.filter(({ campaign }) => campaign === 'lost').length);
        expect(gap('campaigns that customers came by')).toBe(cameBy.filter((campaign) => campaign === 'lost').length);
      }),
      { numRuns: isFull ? 5 : 2 },
    );
  });
});
