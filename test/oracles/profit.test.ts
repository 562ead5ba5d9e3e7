import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { AccountFound } from '../../src/commands/profit/read-account.ts';
import type { ProfitGroups } from '../../src/commands/profit/groups.ts';
import { recordingEffects } from '../support/effects.ts';
import { sharedFolder } from '../support/running.ts';
import { datasets, oracle } from './support.ts';

interface Figures {
  readonly rows: number;
  readonly sales: number;
  readonly profit: number;
  readonly orders: number;
  readonly customers: number;
}

interface Expected {
  readonly total: Figures;
  readonly by: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
  readonly whale: {
    readonly customers: number;
    readonly profitable: number;
    readonly sum_of_losses: number;
    readonly peak_pct_of_customers: number;
    readonly peak_cumulative_profit_pct: number;
    readonly points: Readonly<Record<string, number>>;
  };
  readonly sales_concentration: {
    readonly gini: number;
    readonly gini_unbiased: number;
    readonly lorenz: Readonly<Record<string, number>>;
    readonly top_share: Readonly<Record<string, number>>;
  };
  readonly profit_deciles: readonly { decile: number; customers: number; sales: number; profit: number }[];
}

/** Amounts have four decimals; sums of doubles are brought back to them first, so that half a cent is half a cent on both sides. */
const cents = (value: number): string => Number(value.toFixed(4)).toFixed(2);
const orders = datasets === undefined ? '' : join(datasets, 'superstore', 'superstore_orders.csv');
const figures = oracle('profit_superstore.json');

describe.skipIf(figures === undefined)('bezero profit of Superstore against pandas (needs $BEZERO_DATASETS)', () => {
  const expected = figures === undefined ? ({} as Expected) : (JSON.parse(readFileSync(figures, 'utf8')) as Expected);
  let told: AccountFound & { readonly by: readonly ProfitGroups[] };
  const folder = sharedFolder();
  let customers: Readonly<Record<string, string>>[];

  beforeAll(async () => {
    const effects = recordingEffects(folder);
    const by = 'Segment,Category,Sub-Category,Region,Ship Mode,Discount';
    const given = [
      '--amount',
      'Sales',
      '--no-quantity',
      '--profit',
      'Profit',
      '--discount-rate',
      'Discount',
      '--by',
      by,
      '--scores',
      'all.csv',
      '--json',
    ];
    expect(await main(['profit', orders, ...given], effects)).toBe(0);
    told = JSON.parse(effects.printed.join('')) as typeof told;
    customers = parse(readFileSync(join(effects.cwd, 'all.csv')), { columns: true });
  });

  it('in all and by segment, category, region and discount, to the cent', () => {
    expect([cents(told.account.net_revenue), cents(told.account.profit)]).toEqual(
      [expected.total.sales, expected.total.profit].map(cents),
    );
    expect(told.counts).toEqual({ customers: 793, orders: 5009, lines: 9994 });
    for (const { by, groups } of told.by) {
      const found = groups.map((one) => [
        Number.isNaN(Number(one.member)) ? one.member : String(Number(one.member)),
        ...[one.customers, one.orders, cents(one.account['net_revenue']!), cents(one.account['gross_margin']!)],
      ]);
      const theirs = Object.entries(expected.by[by === 'Discount' ? 'discount' : by]!).map(([member, one]) => [
        Number.isNaN(Number(member)) ? member : String(Number(member)),
        ...[one.customers, one.orders, cents(one.sales), cents(one.profit)],
      ]);
      expect(found.map(String).sort(), by).toEqual(theirs.map(String).sort());
    }
  });

  it('what was taken off, by the share of the price that each line says', () => {
    const lines = parse<Record<string, string>>(readFileSync(orders), { columns: true });
    const off = lines.reduce(
      (sum, { Sales: sales, Discount: rate }) => sum + (Number(sales) * Number(rate)) / (1 - Number(rate)),
      0,
    );
    expect(told.account.discounts).toBeCloseTo(off, 1);
    expect(told.account.revenue).toBeCloseTo(expected.total.sales + off, 1);
  });

  it('the whale curve with its three numbers, and the tenths', () => {
    const { whale } = expected;
    expect(told.whale).toMatchObject({ customers: whale.customers, peak_customers: whale.profitable });
    expect(cents(told.whale.eroded)).toBe(cents(-whale.sum_of_losses));
    expect(told.whale.peak_share_of_customers).toBeCloseTo(whale.peak_pct_of_customers / 100, 12);
    expect(told.whale.peak_ratio).toBeCloseTo(whale.peak_cumulative_profit_pct / 100, 9);
    for (const [percentile, share] of Object.entries(whale.points))
      expect(told.curve[Number(percentile)]!.share_of_profit).toBeCloseTo(share / 100, 9);
    expect(told.deciles.map((one) => [one.decile, one.customers, cents(one.net_revenue), cents(one.profit)])).toEqual(
      expected.profit_deciles.map((one) => [one.decile, one.customers, cents(one.sales), cents(one.profit)]),
    );
  });

  it('Gini, Lorenz curve and top shares of sales', () => {
    const { gini, gini_unbiased: unbiased, lorenz, top_share: top } = expected.sales_concentration;
    expect(told.concentration.gini).toBeCloseTo(gini, 9);
    expect(told.concentration.gini_unbiased).toBeCloseTo(unbiased, 9);
    for (const [percentile, share] of Object.entries(lorenz))
      expect(told.lorenz[Number(percentile)]!.share_of_net_revenue).toBeCloseTo(share, 9);
    for (const percent of ['1', '5', '10', '20', '50'] as const)
      expect(told.concentration[`top_${percent}_share`]).toBeCloseTo(top[percent]!, 9);
  });

  it('every customer, in order, to the cent', () => {
    const theirs = parse<Record<string, string>>(readFileSync(oracle('profit_superstore_customers.csv')!), {
      columns: true,
    });
    const row = (
      one: Readonly<Record<string, string>>,
      sales: string,
      cumulative: string,
      rank: string,
      rows: string,
    ) => [
      ...[one['customer_id'], one['orders'], one[rank], one[rows]],
      ...[one[sales], one['profit'], one[cumulative]].map((value) => cents(Number(value))),
    ];
    expect(customers.map((one) => row(one, 'net_revenue', 'cumulative_profit', 'place', 'lines'))).toEqual(
      theirs.map((one) => row(one, 'sales', 'cumulative_profit', 'rank', 'rows')),
    );
  });
});
