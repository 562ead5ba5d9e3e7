import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { limit } from '../../src/sources/limit.ts';
import type { LoadRecord } from '../../src/sources/load-record.ts';
import { watchFreshness } from '../../src/pipeline/watch-freshness.ts';
import { readPipeline } from '../../src/pipeline/spec.ts';
import { sourceSpec } from '../../src/sources/spec.ts';
import { sourceDaysSql } from '../../src/sources/watch/days.sql.ts';
import { heed } from '../../src/sources/watch/finding.ts';
import { checkFreshness, checkNothingYet } from '../../src/sources/watch/freshness.ts';
import { watchLoads } from '../../src/sources/watch/loads.ts';
import { unitFactor } from '../../src/sources/watch/units.ts';
import { inEnglish } from '../../src/text/remark.ts';
import { isFull } from '../support/full.ts';
import { Shop } from '../support/loading.ts';
import { datasets } from '../support/running.ts';

type Options = Partial<Record<'volume' | 'freshness' | 'unit_change' | 'mode', unknown>>;

const specOf = (options: Options = {}) => sourceSpec.parse({ files: 'f', tables: { purchases: 'same' }, ...options });

const load = (records: number, i: number, more: Partial<LoadRecord> = {}): LoadRecord => ({
  ...{
    loadId: String(i),
    source: 's',
    table: 'purchases',
    file: `f${i}.csv`,
    sha256: String(i),
    headers: [],
    columns: [],
  },
  ...{ skip: 1, records, blankLines: 0, rejected: 0, rounded: 0 },
  ...more,
});

/** What is found of the last of some files, when the others were read on nights before. */
function foundOf(
  records: readonly number[],
  options: Options,
  quartiles: readonly (readonly [number, number, number])[] = [],
) {
  const loads = records.map((n, i) => load(n, i, quartiles[i] ? { quartiles: { amount: quartiles[i] } } : {}));
  return watchLoads(loads, loads.slice(0, -1), { s: specOf(options) });
}

const saidOf = (found: ReturnType<typeof foundOf>): string[] =>
  found.map(({ severity, remark }) => `${severity}: ${inEnglish([remark])[0]!}`);

describe('the volume of a new file', () => {
  const week = [100, 40, 110, 105, 95, 100, 120];

  it('is held against the smallest and the largest of those before, once there are seven', () => {
    expect(saidOf(foundOf([...week, 20], {}))).toEqual([]);
    expect(saidOf(foundOf([...week, 19], {}))).toEqual([
      'warn: f7.csv: holds 19 records, where 40 to 120 are usual (sources.s.volume, min: 50%)',
    ]);
    expect(saidOf(foundOf([...week, 480], {}))).toEqual([]);
    expect(saidOf(foundOf([...week, 481], { volume: { severity: 'error' } }))).toEqual([
      'error: f7.csv: holds 481 records, where 40 to 120 are usual (sources.s.volume, max: 400%)',
    ]);
    expect(saidOf(foundOf([...week.slice(1), 1], {}))).toEqual([]);
  });

  it('is held against the one before where each is the whole', () => {
    const mode = 'snapshot';
    expect(saidOf(foundOf([200, 100], { mode }))).toEqual([]);
    expect(saidOf(foundOf([200, 99], { mode }))).toEqual([
      'error: f1.csv: holds 99 records, where 200 are usual (sources.s.volume, min: 50%)',
    ]);
    expect(saidOf(foundOf([200, 801], { mode }))).toHaveLength(1);
    expect(saidOf(foundOf([19, 5], { mode }))).toEqual([]);
    expect(saidOf(foundOf([19, 0], { mode, volume: { min: 0 } }))).toEqual([
      'error: f1.csv: holds 0 records, where 19 are usual (sources.s.volume, severity: error)',
    ]);
    expect(saidOf(foundOf([19, 0], { mode, volume: { severity: 'warn' } }))[0]).toMatch(/^warn/);
    expect(heed(foundOf([19, 0], { mode, volume: { severity: 'ignore' } }))).toEqual([]);
  });

  it('may have bounds of its own, which hold from the first file on', () => {
    expect(saidOf(foundOf([9], { volume: { min: 10 } }))).toEqual([
      'warn: f0.csv: holds 9 records (sources.s.volume, min: 10)',
    ]);
    expect(saidOf(foundOf([...week, 35], { volume: { min: '90%' } }))).toHaveLength(1);
    expect(limit.safeParse('50').success).toBe(false);
  });

  it('is no news of a file that is read again, nor on a first night', () => {
    const spec = { s: specOf({ mode: 'snapshot' }) };
    const before = [load(200, 1)];
    expect(watchLoads([load(9, 2, { sha256: '1' })], before, spec)).toEqual([]);
    expect(
      watchLoads(
        [...week, 1].map((n, i) => load(n, i)),
        [],
        { s: specOf() },
      ),
    ).toEqual([]);
  });
});

describe('the unit of a column', () => {
  type Three = readonly [number, number, number];
  const factorOf = (now: Three, before: Three) => unitFactor([{ now, before }]);

  it('is another where all quartiles are away by one factor', () => {
    expect(factorOf([500, 1200, 4000], [5, 12, 40])).toBe(100);
    expect(factorOf([5, 12, 40], [5000, 12000, 40000])).toBe(1 / 1000);
    expect(factorOf([600, 1300, 3500], [5, 12, 40])).toBe(100);
    expect(factorOf([12, 12, 24], [1, 1, 2])).toBe(12);
    expect(factorOf([5, 12, 4000], [5, 12, 40])).toBe(null);
    expect(factorOf([15, 36, 120], [5, 12, 40])).toBe(null);
    expect(factorOf([5, 12, 40], [5, 12, 40])).toBe(null);
  });

  it('is told with both medians, and stops the run where the pipeline does not say otherwise', () => {
    const quartiles: Three[] = [
      [5, 12.5, 40],
      [6, 12, 38],
      [500, 1250, 4000],
      [510, 1260, 4100],
    ];
    expect(() => heed(foundOf([50, 50, 50], {}, quartiles))).toThrow(
      'f2.csv: the median of purchases.amount is 1,250, where 12.5 was usual: about 100 times as much. Has its unit changed? Correct the export; where it is meant, write "unit_change: warn" under sources.s for one night',
    );
    expect(heed(foundOf([50, 50, 50], { unit_change: 'warn' }, quartiles))).toHaveLength(1);
    // The night after one that let it pass.
    expect(foundOf([50, 50, 50, 50], {}, quartiles)).toEqual([]);
  });

  it('is told once of columns that jump together, by the factor that fits all', () => {
    const before = load(50, 0, { quartiles: { amount: [5, 12, 40], discount: [2, 4.2, 9], quantity: [1, 2, 4] } });
    const now = load(50, 1, {
      quartiles: { amount: [520, 1300, 4100], discount: [140, 314, 700], quantity: [1, 2, 4] },
    });
    const found = watchLoads([before, now], [before], { s: specOf() });
    expect(saidOf(found)).toEqual([
      'error: f1.csv: the medians of purchases.amount (1,300, where 12 was usual) and purchases.discount (314, where 4.2 was usual) have moved together: about 100 times as much. Has their unit changed?',
    ]);
  });

  it('is known from the values of a load, whatever their order and sign, zeros apart', async () => {
    const header = 'order_id,line_number,customer_id,purchased_at,quantity,amount,discount\n';
    const row = (n: number, amount: number) => `${n},1,C${n},2024-01-02,1,${amount},${n === 1 ? 3 : ''}\n`;
    const amounts = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? -1 : 1) * (i + 1));
    const text = header + [...amounts, 0, 0].map((amount, i) => row(i, amount)).join('');
    const { loads } = await new Shop()
      .write('p.csv', text)
      .load({ p: { files: 'p.csv', tables: { purchases: 'same' } } });
    expect(loads[0]!.quartiles).toEqual({ quantity: [1, 1, 1], amount: [10, 20, 30] });
  });
});

describe('the newest record of a source', () => {
  const ageOf = (age: number, pause: number | null, freshness: object = {}) =>
    saidOf(checkFreshness(specOf({ freshness }), { source: 's', of: 'record', day: '2024-05-01', age, pause }));

  it('is old after twice the longest pause, and two days at least, where no days are named', () => {
    expect(ageOf(2, 1)).toEqual([]);
    expect(ageOf(3, 1)).toEqual([
      'warn: sources.s: the newest record is of 2024-05-01, 3 days before the as-of day (the longest pause of the year before: 1 day)',
    ]);
    expect(ageOf(10, 5)).toEqual([]);
    expect(ageOf(11, 5)).toHaveLength(1);
    expect(ageOf(400, null)).toEqual([]);
    expect(ageOf(11, 5, { severity: 'error' })[0]).toMatch(/^error/);
  });

  it('is old after the days that are named', () => {
    const named = { warn_after_days: 3, error_after_days: 7 };
    expect([3, 4, 7, 8].map((age) => ageOf(age, 1, named)[0]?.split(':')[0])).toEqual([
      undefined,
      'warn',
      'warn',
      'error',
    ]);
    expect(ageOf(9, 1, { warn_after_days: 10 })).toEqual([]);
  });

  it('is beyond any days that are named where there is none', async () => {
    const said = (freshness: object) => saidOf(checkNothingYet(specOf({ freshness }), 's'));
    expect(said({ severity: 'error' })).toEqual([]);
    expect(said({ warn_after_days: 3 })).toEqual([
      'warn: sources.s: there is no purchase, contact or return up to the as-of day (sources.s.freshness, warn_after_days: 3)',
    ]);
    const header = 'order_id,line_number,customer_id,purchased_at,quantity,amount\n';
    const tables = { purchases: 'same' };
    const sources = {
      p: { files: 'p.csv', tables, freshness: { error_after_days: 9 } },
      q: { files: 'q.csv', tables, freshness: { error_after_days: 3 } },
    };
    const shop = new Shop().write('p.csv', `${header}1,1,C,2024-01-05,1,1\n`).write('q.csv', header);
    const { engine, loads } = await shop.load(sources);
    const pipeline = readPipeline(
      join(shop.folder, 'nightly.yaml'),
      JSON.stringify({ ...{ name: 'n', store: 's', time_zone: 'UTC', as_of: 'latest', currency: 'EUR' }, sources }),
    );
    await expect(watchFreshness(engine, pipeline, loads, '2024-01-06')).rejects.toThrow(
      /^sources\.q: there is no purchase, contact or return up to the as-of day \(sources\.q\.freshness, error_after_days: 3\)\. Correct the export.*$/,
    );
  });

  it('is found up to the as-of day, with the longest pause of the year before it', async () => {
    const header = 'order_id,line_number,customer_id,purchased_at,quantity,amount\n';
    const days = ['2022-01-01', '2024-01-01', '2024-01-05T23:30', '2024-01-06', '2024-01-06', '2024-03-01'];
    const text = header + days.map((day, i) => `${i},1,C,${day},1,1\n`).join('');
    const { engine, loads } = await new Shop()
      .write('p.csv', text)
      .load({ p: { files: 'p.csv', tables: { purchases: 'same' } } });
    const read = async (asOf: string) =>
      engine.rows(sourceDaysSql(loads, asOf)!, {
        ...{ source: 'text', newest: 'text', age: 'integer', days: 'integer', pause: 'integer?' },
      } as const);
    expect(await read('2024-02-01')).toEqual([{ source: 'p', newest: '2024-01-06', age: 26, days: 3, pause: 730 }]);
    expect(await read('2021-01-01')).toEqual([]);
    expect(sourceDaysSql([load(1, 1, { table: 'products' })], '2024-01-01')).toBe(null);
  });
});

/** A file as one file a month, in the order of the months. */
function byMonth(text: string, column: string): Map<string, string> {
  const [header, ...rows]: string[][] = parse(text);
  const at = header!.indexOf(column);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  const months = new Map<string, string>();
  for (const row of rows.toSorted((a, b) => (a[at]! < b[at]! ? -1 : 1))) {
    const month = row[at]!.slice(0, 7);
    months.set(month, (months.get(month) ?? line(header!)) + line(row));
  }
  return months;
}

/** Loads a file month by month: a first night with eight, a second with the others, and says what was found and how each month would be told in another unit. */
async function monthly(text: string, column: string, tables: object) {
  const months = [...byMonth(text, column)];
  const shop = new Shop();
  const night = (from: number, to?: number) => {
    for (const [month, content] of months.slice(from, to)) shop.write(`p-${month}.csv`, content);
    return shop.load({ p: { files: 'p-*.csv', tables, max_rejected: '5%', missing_customer: 'anonymous' } });
  };
  await night(0, 8);
  const { loads, notices } = await night(8);
  const spec = { p: specOf() };
  let tried = 0;
  const inCents = ([low, median, high]: readonly [number, number, number]) =>
    [100 * low, 100 * median, 100 * high] as const;
  const missed = loads.flatMap((load, i) => {
    const before = loads.slice(0, i);
    return Object.entries(i === 0 ? {} : load.quartiles!).flatMap(([name, known]) => {
      const other = { ...load, sha256: 'other', quartiles: { [name]: inCents(known) } };
      const [found] = watchLoads([...before, other], before, spec).filter(({ remark }) => remark.code === 'unitChange');
      if (!before.some(({ quartiles }) => quartiles?.[name])) return [];
      tried++;
      return found ? [] : [`${name} ${i}`];
    });
  });
  return { files: loads.length, notices, tried, missed };
}

describe('on real and sample data', () => {
  it.runIf(isFull)('finds nothing in the sample, month by month, and would find columns in cents', async () => {
    const text = readFileSync(new URL('../../sample-data/purchases.csv', import.meta.url), 'utf8');
    // The first months are of few orders: their quartiles are far apart.
    expect(await monthly(text, 'purchased_at', { purchases: 'same' })).toEqual({
      files: 36,
      notices: [],
      tried: 172,
      missed: ['quantity 1', 'discount 4'],
    });
  });

  it.runIf(isFull && datasets !== undefined)('finds nothing in Superstore', { timeout: 60_000 }, async () => {
    const text = readFileSync(join(datasets!, 'superstore/superstore_orders.csv'), 'utf8');
    const purchases = {
      ...{ order_id: 'Order ID', line_number: 'Row ID', customer_id: 'Customer ID', product_id: 'Product ID' },
      ...{ purchased_at: 'Order Date', quantity: 'Quantity', amount: 'Sales', cost: 'Sales - Profit' },
    };
    const found = await monthly(text, 'Order Date', { purchases });
    expect(found).toEqual({ files: 48, notices: [], tried: 141, missed: [] });
  });
});
