import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSample } from '../../../src/sample/generate-sample.ts';

/** What a night of the small shop writes. */
export type Outputs = 'lists' | 'all';

const outputs: Record<Outputs, string> = {
  lists: '{ segments: { changes: false }, workbook: false, parquet: true, report: false }',
  all: '{ segments: true, workbook: true, parquet: true, report: true }',
};

const pipeline = (wanted: Outputs): string => `
name: nightly
store: store
time_zone: Europe/Madrid
as_of: latest
currency: EUR
sources:
  customers: { files: data/customers.csv, tables: { customers: same }, mode: snapshot }
  products: { files: data/products.csv, tables: { products: same }, mode: snapshot }
  purchases: { files: "data/purchases*.csv", tables: { purchases: same }, missing_customer: anonymous }
  interactions: { files: data/interactions.csv, tables: { interactions: same } }
steps:
  - rfm: { bins: 3 }
  - kmeans: { k: 2, refit: always, features: [recency_days, frequency, monetary] }
  - discriminant: { predictors: [age_years, log1p(annual_income)] }
audiences:
  win_back: { where: recency_days > 60 }
campaigns:
  letter:
    { audience: win_back, channel: post, starts_on: 2025-01-01, ends_on: 2027-12-31, unit_cost: 1.2, budget: 60, holdout: 20%, value: 40, response: 10% }
outputs: ${outputs[wanted]}
keep: { warehouses: 2, releases: 2 }
engine: { threads: 1 }
`;

const headerOf = (text: string): string => text.slice(0, text.indexOf('\n') + 1);

/** Day by day what the shop exports: its purchases come in parts of three months and less, its customers change their minds. */
export class SmallShop {
  readonly folder: string;
  readonly yaml: string;
  readonly #parts: readonly string[];
  readonly #header: string;

  private constructor(folder: string, yaml: string, header: string, parts: readonly string[]) {
    [this.folder, this.yaml, this.#header, this.#parts] = [folder, yaml, header, parts];
  }

  /** A shop of 200 customers in a folder, before its first day. */
  static async open(folder: string, wanted: Outputs = 'lists'): Promise<SmallShop> {
    const data = join(folder, 'data');
    mkdirSync(data, { recursive: true });
    await generateSample({ customers: 200, lines: 5, seed: 3 }, { folder: data, format: 'csv' });
    const purchases = readFileSync(join(data, 'purchases.csv'), 'utf8');
    const header = headerOf(purchases);
    const day = header.split(',').indexOf('purchased_at');
    const lines = purchases.slice(header.length).trimEnd().split('\n');
    const ends = ['2025-07-01', '2025-10-01', '9999'];
    const parts = ends.map((end, i) =>
      lines
        .filter((line) => line.split(',')[day]! < end && (i === 0 || line.split(',')[day]! >= ends[i - 1]!))
        .join('\n'),
    );
    writeFileSync(join(data, 'purchases.csv'), `${header}${parts[0]!}\n`);
    const yaml = pipeline(wanted);
    writeFileSync(join(folder, 'nightly.yaml'), yaml);
    return new SmallShop(folder, yaml, header, parts);
  }

  /** A copy of the shop in another folder, with all its releases. */
  copyTo(folder: string): SmallShop {
    cpSync(this.folder, folder, { recursive: true, verbatimSymlinks: true });
    return new SmallShop(folder, this.yaml, this.#header, this.#parts);
  }

  /** What came in on a day: day 1 or 2. A customer opts out, another comes. */
  trade(day: 1 | 2): this {
    const data = join(this.folder, 'data');
    writeFileSync(join(data, `purchases-${day}.csv`), `${this.#header}${this.#parts[day]!}\n`);
    const customers = join(data, 'customers.csv');
    const text = readFileSync(customers, 'utf8');
    const known = text.split('\n')[day]!;
    writeFileSync(customers, text.replace(known, known.replaceAll('true', 'false')));
    // The second time, another segment is wanted: it has a number that no segment had before.
    if (day === 2) writeFileSync(join(this.folder, 'nightly.yaml'), this.yaml.replace('k: 2', 'k: 3'));
    appendFileSync(customers, known.replace(/^[^,]*/, `NEW${day}`) + '\n');
    return this;
  }

  /** Lets the steps of its nights run so many at a time. */
  lanes(threads: number): void {
    const file = join(this.folder, 'nightly.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/threads: \d+/, `threads: ${threads}`));
  }

  get store(): string {
    return join(this.folder, 'store');
  }
}
