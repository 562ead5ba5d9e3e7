import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { FittedRfm } from '../../src/models/rfm/fitted.ts';
import { datasets, figures, oracle } from '../oracles/support.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';

type Outcome = RecordingEffects & { readonly code: number };

async function bezero(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(argv, effects) };
}

interface Told {
  readonly asOf: string;
  readonly transactions: {
    readonly orders: number;
    readonly customers: number;
    readonly withoutCustomer: number;
    readonly later: number;
  };
  readonly grid: readonly { readonly customers: number; readonly money: number }[];
  readonly segments: readonly { readonly segment: string; readonly customers: number }[];
  readonly model: FittedRfm;
}

const jsonOf = ({ printed }: Outcome) => JSON.parse(printed.join('')) as Told;

const columnsOf = (file: string, ...names: readonly string[]): string[][] => {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const at = names.map((name) => header.trim().split(',').indexOf(name));
  return lines.map((line) => at.map((i) => line.trim().split(',')[i]!));
};

describe.skipIf(datasets === undefined)('bezero rfm on real data', () => {
  it.each([
    ['superstore', 'superstore/superstore_orders.csv', '2020-12-30'],
    ['cdnow_master', 'cdnow/cdnow_master.csv', '1998-06-30'],
  ])('finds the columns of %s, and scores every customer as pandas.qcut does', async (data, file, lastDay) => {
    const folder = temporaryFolder();
    const run = await bezero(folder, 'rfm', join(datasets!, file), '--scores', 'scores.csv', '--json');
    const told = jsonOf(run);
    const expected = (
      figures('rfm.json') as Record<string, { customers: number; edges: Record<string, number[]>; sha256: string }>
    )[data]!;
    expect([run.code, told.asOf, told.model.customers]).toEqual([0, lastDay, expected.customers]);
    for (const [measure, edges] of Object.entries(expected.edges)) {
      const scale = { R: told.model.scales.recency, F: told.model.scales.frequency, M: told.model.scales.monetary }[
        measure
      ]!;
      expect(scale.cuts[0]!.cutPoints).toEqual(edges.slice(1, -1));
    }
    const scores = columnsOf(
      join(folder, 'scores.csv'),
      'customer_id',
      'recency_score',
      'frequency_score',
      'monetary_score',
    );
    const lines = scores.map((row) => row.join(',')).sort();
    const oracleFile = oracle(`rfm_${data}.csv`);
    if (oracleFile !== undefined)
      expect(lines).toEqual(
        columnsOf(oracleFile, 'customer_id', 'qcutv_R', 'qcutv_F', 'qcutv_M')
          .map((row) => row.join(','))
          .sort(),
      );
    expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(expected.sha256);
  });

  it('reads the same orders from a semicolon file in windows-1252 with decimal commas', async () => {
    const at = (file: string, ...more: string[]) =>
      bezero('/', 'rfm', join(datasets!, 'superstore', file), '--json', ...more);
    const german = await at('superstore_raw_semicolon_cp1252.csv', '--customer', 'Customer ID');
    const plain = jsonOf(await at('superstore_orders.csv'));
    expect(german.said.join('\n')).toMatch(/numbers are read with a decimal comma: 261,96 is 261.96/);
    expect(jsonOf(german).transactions.orders).toBe(plain.transactions.orders);
    expect(jsonOf(german).model.scales.frequency).toEqual(plain.model.scales.frequency);
  });
});

const header = 'client,order,date,total';
/** Ten customers, the i-th with i orders of i each; one line belongs to nobody, one is a return. */
const rows = [
  ...Array.from({ length: 10 }, (_, i) => i + 1).flatMap((i) =>
    Array.from({ length: i }, (_, j) => `c${i},o${i}-${j},2026-01-${String(10 + i).padStart(2, '0')},${i}.25`),
  ),
  ',o-nobody,2026-01-05,99',
  'c10,r1,2026-01-21,-4',
  'c11,r2,2026-01-21,-4',
];

function withFile(
  lines: readonly string[],
  first = header,
): { folder: string; rfm: (...argv: string[]) => Promise<Outcome> } {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'orders.csv'), `${[first, ...lines].join('\n')}\n`);
  return { folder, rfm: (...argv) => bezero(folder, 'rfm', 'orders.csv', ...argv) };
}

describe('bezero rfm FILE', () => {
  it('prints cut-points, the grid and the named segments, and tells what it left out', async () => {
    const { folder, rfm } = withFile(rows);
    const { code, printed, said } = await rfm('--amount', 'total', '--scores', 'scores.csv');
    expect(code).toBe(0);
    expect(said).toEqual([
      'reading orders.csv: 58 rows, 4 columns',
      'orders.csv: by their headers, --customer "client" --order "order" --date "date"',
      'orders.csv: 1 row without a customer left out',
      'orders.csv: 1 customer without a purchase left out',
      'scores.csv: 10 rows',
    ]);
    expect(printed[0]).toBe('orders.csv: 10 customers, 55 orders, 394.75 up to 2026-01-21');
    const text = printed.join('\n');
    expect(text).toMatch(/^frequency \(orders\) +5 +8\.2 +10 +2$/m);
    expect(text).toMatch(/^Champions +2 +20\.0%/m);
    const last = readFileSync(join(folder, 'scores.csv'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith('c10,'));
    expect(last).toBe('c10,2,10,98.5000,5,5,5,555,5.0000,Champions');
  });

  it('multiplies the price of one piece by a quantity, exactly; what comes back is taken off, and a discount too', async () => {
    const lines = [
      'a,o1,2026-01-10,3,0.10,0.05',
      'a,o1,2026-01-10,1,19.99,',
      'a,o2,2026-01-12,-2,0.10,0.02',
      'b,o3,2026-01-11,1.5,-0.3333,0',
      'c,o4,2026-01-12,-1,0,0',
    ];
    const { folder, rfm } = withFile(lines, 'customer,order,date,quantity,unit price,discount');
    const scored = async (...argv: string[]) => {
      const { code, said } = await rfm('--scores', 'out.csv', ...argv);
      expect(code, said.join('\n')).toBe(0);
      return { said, rows: columnsOf(join(folder, 'out.csv'), 'customer_id', 'frequency', 'monetary') };
    };
    const found = await scored();
    expect(found.said).toContain(
      'orders.csv: by their headers, --customer "customer" --order "order" --date "date" --amount "unit price" --quantity "quantity"',
    );
    expect(found.said).toContain(
      'orders.csv: an amount is unit price × quantity; --no-quantity takes unit price for that of the row',
    );
    expect(found.said).toContain('orders.csv: 1 amount rounded to four decimals');
    expect(found.rows).toEqual([
      ['a', '1', '20.0900'],
      ['b', '1', '-0.5000'],
    ]);
    expect((await scored('--amount', 'unit price', '--discount', 'discount')).rows[0]).toEqual(['a', '1', '20.0600']);
    const whole = await scored('--amount', 'unit price', '--no-quantity');
    expect(whole.rows).toContainEqual(['a', '2', '20.1900']);
    const wrong = withFile(['a,o1,2026-01-10,,1', 'a,o1,2026-01-10,2,1'], 'customer,order,date,quantity,unit price');
    expect((await wrong.rfm()).said.at(-1)).toMatch(
      /^orders.csv:2: quantity must be a quantity, got nothing; its 1 other value can be read/,
    );
    const huge = withFile(['a,o1,2026-01-10,900000000,900000000'], 'customer,order,date,quantity,unit price');
    expect((await huge.rfm()).said.at(-1)).toMatch(
      /^orders.csv:2: unit price must be below 1000000000000, times its quantity, got "900000000"/,
    );
  });

  it('takes a price for that of the row where the data show that it is', async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `c${i % 9},o${i},2026-01-${10 + (i % 9)},p${i % 3},${1 + (i % 4)},`,
    );
    const file = (of: (i: number) => number) =>
      withFile(
        lines.map((line, i) => `${line}${of(i)}`),
        'customer,order,date,product,quantity,price',
      );
    const told = async (of: (i: number) => number) => (await file(of).rfm('--amount', 'price')).said.join('\n');
    expect(await told((i) => (1 + (i % 3)) * 10)).toContain('an amount is price × quantity');
    expect(await told((i) => (1 + (i % 3)) * 10 * (1 + (i % 4)))).not.toContain('×');
  });

  it('says why nobody is left to be scored', async () => {
    const { rfm } = withFile([',o1,2026-01-05,99', 'c,o2,2026-01-09,1', 'd,r,2026-01-01,-4']);
    const { code, said } = await rfm('--amount', 'total', '--as-of', '2026-01-05');
    expect([code, said.at(-1)]).toEqual([
      3,
      'orders.csv: must hold purchases of customers up to 2026-01-05; none of its 3 rows is one: 1 row without a customer left out, 1 row after 2026-01-05 left out, 1 customer without a purchase left out',
    ]);
  });

  it('counts from a day of the user’s, by days of purchase where no order is named, nested and weighted', async () => {
    const { rfm } = withFile(
      rows.map((row) => row.replace(/,[or][^,]*/, '')),
      'client,date,total',
    );
    const told = jsonOf(
      await rfm(
        '--amount',
        'total',
        '--as-of',
        '2026-01-15',
        '--nested',
        '--bins',
        '3',
        '--weights',
        '2,1,0',
        '--json',
      ),
    );
    expect(told.transactions).toMatchObject({ customers: 5, orders: 5, later: 42 });
    expect(told.model.options).toMatchObject({
      bins: 3,
      binning: 'nested',
      weights: { recency: 2, frequency: 1, monetary: 0 },
    });
    expect(told.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(5);
    expect(told.grid.reduce((sum, { money }) => sum + money, 0)).toBeCloseTo(1.25 + 4.5 + 9.75 + 17 + 26.25, 9);
  });

  it('does not guess which of two numbers is the day', async () => {
    const lines = Array.from({ length: 9 }, (_, i) => `c${i},03/0${1 + i}/2024,${i + 1}`);
    const { rfm } = withFile(lines, 'customer_id,date,amount');
    expect((await rfm()).said.at(-1)).toBe(
      'orders.csv: nothing tells the day from the month in date (03/01/2024); say --date-format "%d/%m/%Y" or --date-format "%m/%d/%Y"',
    );
    expect(jsonOf(await rfm('--date-format', '%d/%m/%Y', '--json')).asOf).toBe('2024-09-03');
    expect(jsonOf(await rfm('--date-format', '%m/%d/%Y', '--json')).asOf).toBe('2024-03-09');
    const settled = withFile([...lines, 'c9,13/01/2024,1'], 'customer_id,date,amount');
    expect(jsonOf(await settled.rfm('--json')).asOf).toBe('2024-09-03');
  });

  it('names the line of a date or an amount that is none', async () => {
    const wrong = rows.map((row, i) => (i === 30 ? row.replace(/2026-01-\d+/, '2026-02-30') : row));
    const { rfm } = withFile(wrong);
    const refused = await rfm('--amount', 'total');
    expect([refused.code, refused.said.at(-1)]).toEqual([
      3,
      'orders.csv:32: date must be a date, got "2026-02-30"; its 57 other values can be read. Correct the file, or name other columns; --skip-missing leaves out rows without a value',
    ]);
    const empty = withFile(rows.map((row, i) => (i === 2 ? row.replace(/[\d.]+$/, '') : row)));
    expect((await empty.rfm('--amount', 'total')).said.at(-1)).toMatch(
      /^orders.csv:4: total must be an amount, got nothing; its 57 other values can be read\./,
    );
    const left = await empty.rfm('--amount', 'total', '--skip-missing');
    expect([left.code, left.said]).toEqual([
      0,
      expect.arrayContaining(['orders.csv: 1 row without a date, an amount or a quantity left out']) as string[],
    ]);
    const one = withFile(['c1,o1,2026-01-01,5']);
    expect((await one.rfm('--amount', 'total')).said.at(-1)).toMatch(
      /^orders.csv: 1 customer is too few for scores from 1 to 5/,
    );
    const several = withFile(rows.map((row, i) => (i < 3 ? row.replace(/[\d.]+$/, '') : row)));
    expect((await several.rfm('--amount', 'total')).said.at(-1)).toMatch(/got nothing; so must 2 other values of 58\./);
  });

  it('lists the headers where none or several could be meant, and refuses what does not hold', async () => {
    const { rfm } = withFile(rows, 'who,order,date,total');
    const told = async (...argv: string[]) => (await rfm(...argv)).said.at(-1);
    expect(await told()).toBe(
      '--customer must name the column of orders.csv that holds the customer; none of who, order, date, total says so',
    );
    expect(await told('--customer', 'whoo')).toBe(
      '--customer must name columns of orders.csv; there is no whoo; did you mean who?',
    );
    expect(await told('--bins', '1')).toBe('--bins must be a whole number from 2 to 10, got "1"');
    expect(await told('--weights', '1,2')).toMatch(/^--weights must be three numbers/);
    expect(await told('--as-of', '2026-02-30')).toBe('--as-of must be a day like 2026-11-20, got "2026-02-30"');
    const store = await bezero(temporaryFolder(), 'rfm', '--store', 'x', '--as-of', '2026-01-01');
    expect(store.said).toEqual(['--as-of must be left out with a store: it speaks of a file']);
  });
});
