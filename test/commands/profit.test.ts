import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { AccountFound } from '../../src/commands/profit/read-account.ts';
import type { ProfitGroups } from '../../src/commands/profit/groups.ts';
import { recordingEffects } from '../support/effects.ts';
import { sharedFolder } from '../support/running.ts';

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
    [['--as-of', '2020-01-01'], 'lines.csv: must hold purchases up to 2020-01-01; it has none'],
  ])('%j is refused in words', async (more, message) => {
    const { code, said } = await bezero(...given, ...more);
    expect([code > 1, said.join('\n')]).toEqual([true, expect.stringContaining(message)]);
  });
});
