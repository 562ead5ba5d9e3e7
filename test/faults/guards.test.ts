import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { temporaryFolder } from '../support/running.ts';
import { keepFigures } from './support/figures.ts';
import { byLevel, isLong, patience } from './support/level.ts';
import { call, stampOf } from './support/night.ts';

const pipeline = `
name: guards
store: store
time_zone: Europe/Madrid
as_of: 2026-01-31
currency: EUR
sources:
  customers: { files: customers.csv, tables: { customers: same } }
  purchases: { files: purchases.csv, tables: { purchases: same }, max_rejected: 100% }
steps:
  - rfm: { bins: 5 }
  - kmeans: { k: 3, features: [recency_days, frequency, monetary] }
  - discriminant: { predictors: [age_years, log1p(annual_income)] }
  - tree: { features: [frequency, monetary], depth: 3 }
  - repurchase: { within_days: 30 }
  - clv: { horizon: 12 months }
  - basket: { support: 0.01, confidence: 0.2 }
  - next_product: { within_days: 30 }
outputs: { segments: true, workbook: false, parquet: false, report: true }
engine: { threads: 1 }
`;

type Line = readonly [customer: number, day: number, quantity: string, price: string];

const day = (number: number): string => new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10);

/** Shops that no model, or not every model, can be made of. */
const shops: readonly (readonly [what: string, customers: number, lines: (customer: number) => readonly Line[]])[] = [
  ['nobody', 0, () => []],
  ['one customer', 1, (c) => [[c, 1, '1', '5']]],
  ['one customer with nearly everything', 60, (c) => [[c, c, '1', c === 7 ? '99999999999' : '0.01']]],
  ['customers who bought nothing', 30, () => []],
  ['fewer customers than segments', 2, (c) => [[c, c, '1', '5']]],
  ['customers who are all alike', 60, (c) => [[c, 100, '1', '5']]],
  ['returns alone', 40, (c) => [[c, 100, '-1', '5']]],
  [
    'prices of nothing',
    40,
    (c) => [
      [c, c, '1', '0'],
      [c, 2 * c, '1', '-0'],
    ],
  ],
  ['purchases after the as-of day alone', 40, (c) => [[c, 900 + c, '1', '5']]],
  [
    'numbers that are none',
    40,
    (c) => [
      [c, c, 'NaN', '5'],
      [c, c, '1', 'inf'],
      [c, c + 1, '1', '5'],
    ],
  ],
  [
    'two kinds of customers and nothing between',
    60,
    (c) => Array.from({ length: c % 2 === 0 ? 9 : 1 }, (_, i): Line => [c, 30 * i, '1', '5']),
  ],
];

describe.runIf(isLong)('data that models cannot be made of', () => {
  it('gives results without a number that is none, or says what is missing', { timeout: patience }, async () => {
    const tried = shops.slice(0, byLevel({ short: 6, full: shops.length }));
    const count = { shops: tried.length, published: 0, refused: 0, wrong: 0 };
    for (const [what, customers, linesOf] of tried) {
      const folder = temporaryFolder();
      const all = Array.from({ length: customers }, (_, i) => i + 1);
      writeFileSync(
        join(folder, 'customers.csv'),
        `customer_id,birth_date,annual_income\n${all.map((c) => `C${c},19${50 + (c % 40)}-05-05,${1_000 * (1 + (c % 17))}\n`).join('')}`,
      );
      const lines = all.flatMap((c) =>
        linesOf(c).map(
          ([who, on, quantity, price], i) => `${who}-${i},1,C${who},P${i % 4},${day(on)},${quantity},${price}\n`,
        ),
      );
      writeFileSync(
        join(folder, 'purchases.csv'),
        `order_id,line_number,customer_id,product_id,purchased_at,quantity,unit_price\n${lines.join('')}`,
      );
      mkdirSync(join(folder, 'store'));
      writeFileSync(join(folder, 'nightly.yaml'), pipeline);
      const { code, lines: said } = await call(main, folder, stampOf(0));
      const nonsense = code === 0 ? nonsenseIn(join(folder, 'store/current')) : [];
      if (code === 0 && nonsense.length === 0) count.published++;
      else if (code === 3 || code === 4) count.refused++;
      else {
        count.wrong++;
        console.error(`${what}: exit ${code}`, said.slice(-3), nonsense.slice(0, 5));
      }
    }
    keepFigures('guards', count);
    expect(count.wrong).toBe(0);
  });
});

/** Where a number that is none stands in what people read. */
function nonsenseIn(release: string): string[] {
  const lists = readdirSync(join(release, 'segments'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.csv'),
  );
  return [...lists.map((file) => join('segments', file)), 'report.html'].flatMap((file) => {
    const text = readFileSync(join(release, file), 'utf8').replaceAll(
      /<script[^]*?<\/script>|<style[^]*?<\/style>/g,
      '',
    );
    const found = /.{0,40}(?<![\p{L}-])(NaN|-?Infinity|undefined|-?inf)(?![\p{L}-]).{0,20}/u.exec(text);
    return found ? [`${file}: ${found[0]}`] : [];
  });
}
