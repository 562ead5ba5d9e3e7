import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { nextProductFigures } from '../../src/models/next-product/figures.ts';
import type { FittedRfm, RfmMeasure } from '../../src/models/rfm/fitted.ts';
import { raw } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { datasets, openRelease, runIn, sharedFolder } from '../support/running.ts';

const pipelineText = (name: string): string => readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8');

const around = sharedFolder();
const runs = new Map<string, ReturnType<typeof runIn>>();

/** Runs a pipeline on the real data, once for all tests. */
async function runReal(name: string) {
  const run = (): ReturnType<typeof runIn> => {
    const folder = join(around, name);
    mkdirSync(folder);
    symlinkSync(datasets!, join(folder, 'datasets'));
    return runIn(folder, pipelineText(name), { open: openDuckdb });
  };
  const running = runs.get(name) ?? run();
  runs.set(name, running);
  const result = await running;
  return { ...result, engine: await openRelease(result) };
}

const one = async (engine: Engine, query: string, column: string): Promise<string> =>
  (await engine.rows(raw(query), { [column]: 'text' }))[0]![column]!;

const cents = (value: number): string => value.toFixed(2);

/** Figures of independent programs, beside the data. */
const oracles = datasets === undefined ? '' : join(datasets, '..', 'oracles');
const oracle = (file: string): string => readFileSync(join(oracles, file), 'utf8');
const hasOracles = existsSync(oracles);

interface Profit {
  total: Record<'sales' | 'profit', number>;
  by: Record<
    string,
    Record<string, { rows: number; sales: number; profit: number; orders: number; customers: number }>
  >;
}

interface RfmOracle {
  qcutv_edges: Record<'R' | 'F' | 'M', number[]>;
}

/** RFM against the rule "equal values, equal scores" (`qcutv`), and against rules that split ties, which differ at ties only. */
async function compareRfm(engine: Engine, name: string): Promise<void> {
  const expected = parse<Record<string, string>>(oracle(`rfm_${name}.csv`), { columns: true });
  const found = await engine.rows(
    raw(`select customer_id, recency_days, frequency, cast(monetary as double) as monetary, recency_score, frequency_score, monetary_score
      from scores.rfm join features.customer_rfm using (customer_id) order by customer_id`),
    {
      customer_id: 'text',
      recency_days: 'integer',
      frequency: 'integer',
      monetary: 'number',
      recency_score: 'integer',
      frequency_score: 'integer',
      monetary_score: 'integer',
    },
    50_000,
  );
  expect(found.length).toBe(expected.length);
  const byId = new Map(expected.map((row) => [row['customer_id'], row]));
  for (const row of found) {
    const other = byId.get(row.customer_id)!;
    expect([row.recency_days, row.frequency, row.monetary]).toEqual(
      [other['recency_days'], other['frequency'], other['monetary']].map(Number),
    );
    expect([row.recency_score, row.frequency_score, row.monetary_score]).toEqual(
      [other['qcutv_R'], other['qcutv_F'], other['qcutv_M']].map(Number),
    );
  }
  const measures = [
    ['R', 'recency_days', 'recency_score'],
    ['F', 'frequency', 'frequency_score'],
    ['M', 'monetary', 'monetary_score'],
  ] as const;
  for (const [letter, value, score] of measures) {
    if (new Set(found.map((row) => row[score])).size < 5) continue; // merged edges: the other rules have other bins
    // Both rules split ties by customer id; ntile also cuts between other ranks, one customer a boundary at most.
    for (const [rule, allowed] of [
      ['qcutr', 0],
      ['ntile', 4],
    ] as const) {
      const scores = new Map<number, Set<string>>();
      for (const row of found) {
        const theirs = byId.get(row.customer_id)![`${rule}_${letter}`]!;
        scores.set(row[value], (scores.get(row[value]) ?? new Set()).add(theirs));
      }
      const differing = found.filter(
        (row) => scores.get(row[value])!.size === 1 && !scores.get(row[value])!.has(String(row[score])),
      );
      expect(new Set(differing.map((row) => row[value])).size).toBeLessThanOrEqual(allowed);
    }
  }
  const { qcutv_edges } = JSON.parse(oracle(`rfm_${name}.json`)) as RfmOracle;
  const [model] = await engine.rows(raw(`select fitted from models.fitted where model = 'rfm'`), { fitted: 'json' });
  const { scales } = model!.fitted as FittedRfm;
  const edges = (measure: RfmMeasure): number[] => {
    const { low, cutPoints, high } = scales[measure].cuts[0]!;
    return [low, ...cutPoints, high];
  };
  expect(edges('recency')).toEqual(qcutv_edges.R);
  expect(edges('frequency')).toEqual(qcutv_edges.F);
  expect(edges('monetary')).toEqual(qcutv_edges.M);
}

describe.runIf(isFull && datasets !== undefined)('real input (needs $BEZERO_DATASETS)', () => {
  it.each(['superstore', 'superstore-raw'])('%s: every line, order and customer, to the cent', async (name) => {
    const { engine } = await runReal(name);
    const [totals] = await engine.rows(
      raw(
        `select lines, orders, buyers, cast(round(net_revenue, 2) as varchar) as sales, cast(round(profit, 2) as varchar) as profit from marts.total`,
      ),
      { lines: 'integer', orders: 'integer', buyers: 'integer', sales: 'text', profit: 'text' },
    );
    expect(totals).toEqual({ lines: 9994, orders: 5009, buyers: 793, sales: '2297200.86', profit: '286397.02' });
    if (!hasOracles) return;
    const { by } = JSON.parse(oracle('profit_superstore.json')) as Profit;
    const segments = await engine.rows(
      raw(`select value as name, sum(net_revenue) as sales, sum(profit) as profit, count(*) as customers
        from marts.customer join warehouse.customer_attribute using (customer_id) where attribute = 'segment' group by value order by value`),
      { name: 'text', sales: 'number', profit: 'number', customers: 'integer' },
    );
    const figures = ({ sales, profit }: { sales: number; profit: number }): string[] => [cents(sales), cents(profit)];
    expect(segments.map((row) => [row.name, row.customers, ...figures(row)])).toEqual(
      Object.entries(by['Segment']!).map(([segment, row]) => [segment, row.customers, ...figures(row)]),
    );
    const categories = await engine.rows(
      raw(
        `select category as name, net_revenue as sales, gross_margin as profit, lines from marts.category_profit order by category`,
      ),
      { name: 'text', sales: 'number', profit: 'number', lines: 'integer' },
    );
    expect(categories.map((row) => [row.name, row.lines, ...figures(row)])).toEqual(
      Object.entries(by['Category']!).map(([category, row]) => [category, row.rows, ...figures(row)]),
    );
  });

  it('superstore: the returns file marks 296 orders, multiplies no line and leaves the totals', async () => {
    const { engine, record } = await runReal('superstore');
    expect(
      await one(engine, 'select count(*) as orders from warehouse.customer_order where marked_returned', 'orders'),
    ).toBe('296');
    expect(await one(engine, 'select count(*) as lines from warehouse.order_line', 'lines')).toBe('9994');
    const returned = record.inputs.find(({ table }) => table === 'returns');
    expect(returned).toMatchObject({ records: 800, loaded: 296, rejectedInAll: 0, skipped: 504 });
  });

  it.skipIf(!hasOracles)('superstore: RFM as the oracle, edges and scores', async () => {
    await compareRfm((await runReal('superstore')).engine, 'superstore');
  });

  it('cdnow: 69,659 transactions of 23,570 customers', async () => {
    const { engine, record } = await runReal('cdnow');
    expect(await one(engine, 'select count(*) as lines from warehouse.order_line', 'lines')).toBe('69659');
    expect(await one(engine, 'select buyers from marts.total', 'buyers')).toBe('23570');
    expect(record.inputs[0]).toMatchObject({ records: 69659, loaded: 69659, rejectedInAll: 0, skipped: 0 });
    if (hasOracles) await compareRfm(engine, 'cdnow_master');
  });

  it('complete journey: nothing lost, and the sums are those of the files', async () => {
    const { engine, record } = await runReal('complete-journey');
    for (const input of record.inputs) expect(input.loaded + input.rejectedInAll + input.skipped).toBe(input.records);
    const { gunzipSync } = await import('node:zlib');
    const file = join(datasets!, 'completejourney/transactions_sample.csv.gz');
    const rows = parse<Record<string, string>>(gunzipSync(readFileSync(file)), { columns: true });
    const sum = rows.reduce((total, row) => total + Math.round(Number(row['sales_value']) * 10_000), 0) / 10_000;
    expect(await one(engine, 'select cast(sum(net_amount) as varchar) as paid from warehouse.order_line', 'paid')).toBe(
      sum.toFixed(4),
    );
    expect(await one(engine, 'select products_unlisted from marts.total', 'products_unlisted')).toBe('5');
    const people = parse<Record<string, string>>(readFileSync(join(datasets!, 'completejourney/demographics.csv')), {
      columns: true,
    });
    const given = people.flatMap(({ household_id, household_comp, ...attributes }) =>
      Object.values(attributes).filter((value) => value !== ''),
    );
    expect(await one(engine, 'select count(*) as n from warehouse.customer_attribute', 'n')).toBe(String(given.length));
    const { used, holdout } = record.models['next_product'] as unknown as ReturnType<typeof nextProductFigures>;
    const hits = (way: string): number => holdout!.ways.find((one) => one.way === way)!.hit5.mean;
    expect([used, holdout!.customers]).toEqual(['cosine', 1986]);
    expect(['cosine', 'best sellers', 'own purchases'].map(hits)).toEqual([456, 431, 380].map((n) => expect.closeTo(n / 1986, 12) as number)); // prettier-ignore
  });
});

describe('shop data with missing customer ids', () => {
  it.runIf(isFull)('keeps anonymous lines in totals and out of customers', async () => {
    const { Shop } = await import('../support/loading.ts');
    const text = [
      'invoice,article,units,day,price,who',
      '1,A,2,01/12/2025 08:26,2.55,17850',
      '1,B,1,01/12/2025 08:26,3.39,17850',
      '2,A,3,01/12/2025 09:00,2.55,',
      'C3,A,-1,02/12/2025 10:00,2.55,17850',
      '4,C,1,02/12/2025 10:00,,13047',
    ].join('\n');
    const shop = new Shop().write('shop.csv', `${text}\n`);
    const yaml = `
name: shop
store: store
time_zone: Europe/London
as_of: latest
currency: GBP
sources:
  shop:
    files: shop.csv
    date_format: "%d/%m/%Y %H:%M"
    missing_customer: anonymous
    max_rejected: 1
    tables:
      purchases: { order_id: invoice, customer_id: who, product_id: article, purchased_at: day, quantity: units, unit_price: price }
`;
    const result = await runIn(shop.folder, yaml);
    const engine = await openRelease(result);
    expect(result.record.inputs[0]).toMatchObject({ records: 5, loaded: 4, rejectedInAll: 1, skipped: 0 });
    expect(await one(engine, 'select cast(net_revenue as varchar) as net from marts.total', 'net')).toBe('13.5900');
    expect(await one(engine, 'select cast(anonymous_net_revenue as varchar) as net from marts.total', 'net')).toBe(
      '7.6500',
    );
    expect(await one(engine, 'select count(*) as n from marts.customer', 'n')).toBe('1');
    expect(await one(engine, `select reason || ' ' || line as what from raw.rejects`, 'what')).toBe('missing 6');
  });
});
