import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { AccountFound } from '../../src/commands/profit/read-account.ts';
import { dimensions, type ProfitGroups } from '../../src/commands/profit/groups.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { RunRecord } from '../../src/pipeline/record.ts';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import { sql } from '../../src/sql/sql.ts';
import { recordingEffects } from '../support/effects.ts';
import { runIn, sharedFolder } from '../support/running.ts';

const header = 'order_id,customer_id,date,region,price,quantity,cost';
const rows = [
  'o1,ane,2026-01-05,North,10,3,12',
  'o2,ben,2026-01-06,North,5,1,9',
  'o3,ane,2026-02-01,=South,20,1,',
  'o4,ben,2026-02-03,North,5,-4,8',
  'o5,,2026-02-04,North,7,1,2',
];

type Told = AccountFound & { readonly by: readonly ProfitGroups[] };

describe('bezero profit FILE', () => {
  const folder = sharedFolder();
  const bezero = async (...argv: readonly string[]) => {
    const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: 200 } });
    return { ...effects, code: await main(['profit', ...argv], effects) };
  };
  const given = ['lines.csv', '--amount', 'price', '--quantity', 'quantity', '--cost', 'cost'];

  beforeAll(() => {
    writeFileSync(join(folder, 'lines.csv'), `${[header, ...rows].join('\n')}\n`);
  });

  it('says which columns of an account it was not told to use', async () => {
    writeFileSync(
      join(folder, 'shop.csv'),
      'Customer ID,Order Date,Sales,Profit,Discount,Freight\nane,2026-01-05,10,3,0.2,1\nben,2026-01-06,20,4,0,1\n',
    );
    const amounts = ['shop.csv', '--amount', 'Sales'];
    const unused = async (...flags: string[]) =>
      (await bezero(...amounts, ...flags)).said.filter((line) => line.includes('is not used'));
    expect(await unused()).toEqual([
      'shop.csv: the column Profit is not used; --profit "Profit" makes it count',
      'shop.csv: the column Freight is not used; --shipping "Freight" makes it count',
      'shop.csv: the column Discount is not used; --discount "Discount" or --discount-rate "Discount" makes it count',
    ]);
    expect(await unused('--profit', 'Profit', '--discount-rate', 'Discount', '--shipping', 'Freight')).toEqual([]);
  });

  it('adds up by lines, months and customers, says what nobody told, and writes everyone', async () => {
    const rates = ['--fulfilment-per-order', '2', '--handling-per-return', '1.5'];
    const run = await bezero(...given, ...rates, '--by', 'region,month', '--scores', 'all.csv', '--json');
    expect([run.code, run.said.filter((line) => line.startsWith('error'))]).toEqual([0, []]);
    const told = JSON.parse(run.printed.join('')) as Told;
    expect(told.account).toEqual({
      ...{ revenue: 62, returns: 20, discounts: 0, net_revenue: 42, shipping_charged: 0, cost_of_goods: 15 },
      ...{ gross_margin: 27, fulfilment: 9.5, cost_to_serve: 0, campaign_cost: 0, acquisition_cost: 0, profit: 17.5 },
    });
    expect(told.gaps).toEqual([
      { cost_line: 'cost_of_goods', missing: 'cost of order lines', channel: '', units: 1, net_revenue: 20 },
    ]);
    expect(
      told.by.map(({ groups }) => groups.map((one) => [one.member, one.customers, one.account['gross_margin']])),
    ).toEqual([
      [
        ['North', 2, 7],
        ['=South', 1, 20],
      ],
      [
        ['2026-01', 2, 14],
        ['2026-02', 2, 13],
      ],
    ]);
    expect(told.by[0]!.groups.map(({ account }) => [account['fulfilment'], account['contribution_margin']])).toEqual([
      [7.5, -0.5],
      [2, 18],
    ]);
    expect(told.whale).toMatchObject({ customers: 2, peak_customers: 1, profit: 14.5, peak_profit: 34, eroded: 19.5 });
    expect(told.lossMakers).toMatchObject([{ customer_id: 'ben', profit: -19.5, reason: 'returns' }]);
    const written = readFileSync(join(folder, 'all.csv'), 'utf8').trim().split('\n');
    expect(written.map((line) => line.split(',')[0])).toEqual(['customer_id', 'ane', 'ben']);
  });

  it('tells it to people, with nothing that a terminal obeys, and on a page', async () => {
    const run = await bezero(...given, '--by', 'region', '--report', 'page.html');
    const text = run.printed.join('\n');
    expect(text).toContain('2 customers, 4 orders, 5 lines up to 2026-02-04');
    expect(text).toContain(
      'What the goods of 1 order line cost, 20.00 of net revenue, nobody told: it counts as nothing.',
    );
    expect(text).toMatch(/ben +1 +5\.00 +−1\d\.00 +returns/);
    const page = readFileSync(join(folder, 'page.html'), 'utf8');
    for (const part of ['account', 'groups', 'whale', 'loss']) expect(page).toContain(`<section id="${part}"`);
    expect(page).toContain('=South');
  });

  it.each([
    [['--profit', 'price'], '--cost and --profit must not be given together; one follows from the other'],
    [['--by', 'regoin'], '--by must name columns of lines.csv; there is no regoin; did you mean region?'],
    [
      ['--fulfilment-per-order', '-1'],
      '--fulfilment-per-order must be money from 0 up with 4 decimals at most, got "-1"',
    ],
    [['--discount', 'cost', '--discount-rate', 'cost'], 'must not be given together; one follows from the other'],
    [['--discount-rate', 'cost'], 'lines.csv:2: cost must be a share of the price from 0 up to 1, but not 1'],
    [['--as-of', '2020-01-01'], 'lines.csv: must hold purchases up to 2020-01-01; it has none'],
  ])('%j is refused in words', async (more, message) => {
    const { code, said } = await bezero(...given, ...more);
    expect([code > 1, said.join('\n')]).toEqual([true, expect.stringContaining(message)]);
  });
});

describe('bezero profit of a release', () => {
  const folder = sharedFolder();
  const bezero = async (...argv: readonly string[]) => {
    const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: 200 } });
    return { ...effects, code: await main(argv, effects) };
  };
  const yaml = `name: small
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  products: { files: products.csv, tables: { products: same } }
  purchases: { files: purchases.csv, tables: { purchases: same }, missing_customer: anonymous }
  contacts: { files: interactions.csv, tables: { interactions: same } }
  campaigns: { files: campaigns.csv, tables: { campaigns: same } }
costs: { fulfilment_per_order: 1, handling_per_return: 2.5, contacts: { phone: 2 } }
steps:
  - rfm: {}
`;

  let record: RunRecord;
  beforeAll(async () => {
    const write = (name: string, lines: readonly string[]) => {
      writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
    };
    write('customers', [
      'customer_id,region,acquisition_source,acquisition_campaign',
      ...['ane,North,fair,fair', 'ben,South,,', 'noa,,fair,fair'],
    ]);
    write('products', ['product_id,name,category,unit_cost', 'tea,=Tea,Drinks,4', 'cup,Cup,Kitchen,']);
    write('purchases', [
      'order_id,line_number,customer_id,product_id,purchased_at,quantity,unit_price,channel,sales_rep',
      ...[
        'o1,1,ane,tea,2026-01-05,3,10,web,Kim',
        'o1,2,ane,cup,2026-01-05,1,7,web,Kim',
        'o1,3,ane,,2026-01-05,1,1,web,',
      ],
      ...['o2,1,ben,tea,2026-02-01,-4,10,store,', 'o3,1,,cup,2026-02-03,2,7,store,Lou'],
    ]);
    write('interactions', [
      'interaction_id,customer_id,occurred_at,channel,campaign_id',
      ...['i1,ben,2026-01-07,phone,mail', 'i2,noa,2026-02-02,phone,', 'i3,ane,2025-12-20,chat,'],
    ]);
    write('campaigns', ['campaign_id,started_on,cost', 'fair,2026-01-01,10', 'mail,,3']);
    ({ record } = await runIn(folder, yaml));
  });

  it('adds up to the profit by everything it can be split by, with what belongs to none', async () => {
    const by = Object.keys(dimensions);
    const run = await bezero('profit', '--store', 'store', '--by', by.join(','), '--json');
    expect([run.code, run.said]).toEqual([0, []]);
    const told = JSON.parse(run.printed.join('')) as Told;
    expect(told.account).toMatchObject({ net_revenue: 12, gross_margin: 16, fulfilment: 4.5, cost_to_serve: 4 });
    expect(told.account).toMatchObject({ campaign_cost: 3, acquisition_cost: 10, profit: -5.5 });
    const sums = told.by.map(({ by: one, groups, notAttributed: rest }) => {
      const left = rest === null ? 0 : rest.cost_to_serve + rest.campaign_cost + rest.acquisition_cost;
      const sum = groups.reduce(
        (all, { account }) => all + (account['profit'] ?? account['contribution_margin']!),
        -left,
      );
      return [one, left, Number(sum.toFixed(4))];
    });
    const rest: Readonly<Record<string, number>> = { category: 17, product: 17, channel: 17, sales_rep: 17, month: 3 };
    expect(sums).toEqual(by.map((one) => [one, rest[one] ?? 0, -5.5]));
    const months = told.by.find((one) => one.by === 'month')!.groups;
    expect(months.map(({ member, account }) => [member, account['profit']])).toEqual([
      ['2025-12', 0],
      ['2026-01', 13],
      ['2026-02', -15.5],
    ]);
  });

  it('tells it to people, and says what nobody told', async () => {
    const { printed } = await bezero('profit', '--store', 'store', '--by', 'product,month', '--report', 'page.html');
    const text = printed.join('\n');
    expect(text).toContain('What 1 contact by chat cost nobody told: it counts as nothing.');
    expect(record.remarks).toContain(
      'profit counts as nothing what nobody told the cost of: the goods of 3 order lines (€22.00 of net revenue) and 1 contact',
    );
    expect(text).toMatch(/^product +net revenue +gross margin +contribution margin +margin +of profit$/m);
    expect(text).toMatch(/^contacts and campaigns, of customers +– +– +−€17\.00/m);
    expect(text).toMatch(/^campaigns without a first day +– +– +−€3\.00/m);
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('€17.00, belong to customers and are in no row');
  });

  it.each([
    [['--by', 'categroy'], 'did you mean category?'],
    [['--discount-rate', 'd'], '--discount-rate must be left out with a store: it speaks of a file'],
  ])('%j is refused in words', async (more, message) => {
    const { code, said } = await bezero('profit', '--store', 'store', ...more);
    expect([code, said.join('\n')]).toEqual([2, expect.stringContaining(message)]);
  });

  it('says of a release of another version that a run with this one is needed', async () => {
    cpSync(join(folder, 'store'), join(folder, 'other'), { recursive: true, verbatimSymlinks: true });
    const engine = await openDuckdb({ file: warehouseOf(join(folder, 'other', 'current')) });
    await engine.drop('marts.month_profit');
    await engine.create('marts.month_profit', sql`select cast('2026-01-01' as date) as month, 1 as net_revenue`);
    await engine.drop('marts.customer');
    await engine.drop('warehouse.customer_order');
    await engine.create('warehouse.customer_order', sql`select 'ane' as customer_id`);
    await engine.close();
    for (const command of [['profit', '--by', 'month'], ['customer', 'ane'], ['clv']]) {
      const { code, said } = await bezero(...command, '--store', 'other');
      expect([code, said.join('\n')]).toEqual([
        2,
        expect.stringMatching(
          /^2026\S+, the current release, must have what this version reads; it was made by another one \(.+\): run the pipeline again with this version/,
        ),
      ]);
    }
  });
});
