import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepFigures } from './support/figures.ts';
import { groundOf, nightOf, sightOf, thirdNight, type Ground } from './support/ground.ts';
import { isLong, patience } from './support/level.ts';
import type { SmallShop } from './support/shop.ts';
import { shown, treeOf } from './support/store.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

/** Makes the newest file of purchases anew, record by record; the first is the header. */
const rewrite =
  (change: (cells: readonly string[], i: number) => readonly string[]) =>
  (shop: SmallShop): void => {
    const file = join(shop.folder, 'data/purchases-2.csv');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, lines.map((line, i) => `${change(line.split(','), i).join(',')}\n`).join(''));
  };

const columnOf = (shop: SmallShop, name: string): number =>
  readFileSync(join(shop.folder, 'data/purchases.csv'), 'utf8').split('\n')[0]!.split(',').indexOf(name);

const inColumn =
  (name: string, change: (cell: string, i: number) => string) =>
  (shop: SmallShop): void => {
    const at = columnOf(shop, name);
    rewrite((cells, i) => cells.map((cell, c) => (c === at ? change(cell, i) : cell)))(shop);
  };

const inPipeline =
  (from: string | RegExp, to: string) =>
  (shop: SmallShop): void => {
    const file = join(shop.folder, 'nightly.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

const both =
  (...changes: readonly ((shop: SmallShop) => void)[]) =>
  (shop: SmallShop): void => {
    for (const change of changes) change(shop);
  };

/** Keeps the first records of a file, with its header. */
const shortened =
  (name: string, records: number) =>
  (shop: SmallShop): void => {
    const file = join(shop.folder, 'data', name);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${lines.slice(0, records + 1).join('\n')}\n`);
  };

const inCents = inColumn('unit_price', (cell, i) => (i === 0 ? cell : String(Math.round(Number(cell) * 100))));

/** Adds an option to a source. */
const option = (source: 'customers' | 'purchases', text: string) =>
  inPipeline(new RegExp(`^  ${source}: \\{`, 'm'), `  ${source}: { ${text},`);

/** Nothing is said of how much came, in which unit, or when. */
const isQuiet = /^(?![^]*(\.volume,|the medians? of|the newest record))/;

type Change = readonly [
  what: string,
  change: (shop: SmallShop) => void,
  outcome: 'stopped' | 'warned of' | 'gone on',
  says?: RegExp,
];

/** What happens to an export, and what becomes of the night. */
const changes: readonly Change[] = [
  ['a column that nobody maps is added', rewrite((cells, i) => [...cells, i === 0 ? 'till' : '4']), 'gone on'],
  [
    'a column that is mapped is gone',
    rewrite((cells) => cells.slice(0, -1)),
    'stopped',
    /purchases-2\.csv: the header must have what .* sales_rep is gone/,
  ],
  ['a column is called otherwise', inColumn('quantity', (cell, i) => (i === 0 ? 'qty' : cell)), 'stopped', /quantity/],
  ['columns change places', rewrite((cells) => [...cells.slice(1), cells[0]!]), 'gone on'],
  [
    'numbers become words',
    inColumn('quantity', (cell, i) => (i === 0 ? cell : 'one')),
    'stopped',
    /not_a_number in quantity/,
  ],
  [
    'decimal marks become commas',
    inColumn('unit_price', (cell, i) => (i === 0 ? cell : `"${cell.replace('.', ',')}"`)),
    'stopped',
    /not_a_number in unit_price/,
  ],
  [
    'dates are written otherwise',
    inColumn('purchased_at', (cell, i) => (i === 0 ? cell : '03/04/2025')),
    'stopped',
    /not_a_date in purchased_at/,
  ],
  [
    'dates are of another century',
    inColumn('purchased_at', (cell, i) => (i === 0 ? cell : cell.replace(/^20/, '00'))),
    'stopped',
    /impossible_date in purchased_at/,
  ],
  [
    'prices come in cents',
    inCents,
    'stopped',
    /purchases-2\.csv: the median of purchases\.unit_price is .* about 100 times as much.* write "unit_change: warn" under sources\.purchases/,
  ],
  [
    'prices come in cents, and the pipeline warns of that',
    both(inCents, option('purchases', 'unit_change: warn')),
    'warned of',
    /purchases\.unit_price .* about 100 times as much/,
  ],
  [
    'prices come in cents, and a total is expected',
    both(inCents, option('purchases', 'unit_change: warn, expect: { net_amount: 50000 }')),
    'stopped',
    /expect\.net_amount: must be 50000/,
  ],
  [
    'records are fewer than expected',
    option('purchases', 'expect: { records: 5000 }'),
    'stopped',
    /expect\.records: must be 5000/,
  ],
  [
    'a list has lost more than half of its records',
    shortened('customers.csv', 90),
    'stopped',
    /customers\.csv: holds 90 records, where 201 are usual/,
  ],
  [
    'a list has lost a tenth, and the pipeline stops at that',
    both(shortened('customers.csv', 180), option('customers', 'volume: { min: 95%, severity: error }')),
    'stopped',
    /customers\.csv: holds 180 records, where 201 are usual \(sources\.customers\.volume, min: 95%\)\. Correct the export/,
  ],
  ['a list has lost every record', shortened('customers.csv', 0), 'stopped', /customers\.csv: holds 0 records/],
  [
    'nothing new comes in',
    shortened('purchases-2.csv', 0),
    'warned of',
    /sources\.purchases: the newest record is of .* before the as-of day \(the longest pause/,
  ],
  [
    'nothing new comes in, and the pipeline stops at that',
    both(shortened('purchases-2.csv', 0), option('purchases', 'freshness: { error_after_days: 30 }')),
    'stopped',
    /sources\.purchases\.freshness, error_after_days: 30/,
  ],
  [
    'the file is there no more',
    (shop) => {
      rmSync(join(shop.folder, 'data/products.csv'));
    },
    'stopped',
    /sources\.products\.files must name a file that is there/,
  ],
  [
    'the file is empty',
    (shop) => {
      writeFileSync(join(shop.folder, 'data/purchases-2.csv'), '');
    },
    'stopped',
    /must begin with a header row; the file is empty/,
  ],
  [
    'the file of yesterday comes again under another name',
    (shop) => {
      writeFileSync(join(shop.folder, 'data/purchases-3.csv'), readFileSync(join(shop.folder, 'data/purchases-1.csv')));
    },
    'warned of',
    /purchases-3\.csv: holds the same as data\/purchases-1\.csv; it counts once/,
  ],
  [
    'rows of one key differ',
    (shop) => {
      const file = join(shop.folder, 'data/customers.csv');
      const [, line] = readFileSync(file, 'utf8').split('\n');
      appendFileSync(file, `${line!.replace(/^([^,]*),[^,]*/, '$1,Another')}\n`.repeat(9));
    },
    'stopped',
    /conflicting_rows_of_one_key|rejected/,
  ],
];

describe.runIf(isLong)('an export that changes', () => {
  it(
    'stops the night with a sentence that names what changed, warns of it, or goes on where nothing is wrong',
    { timeout: patience },
    async () => {
      const count = { changes: changes.length, stopped: 0, 'warned of': 0, 'gone on': 0, wrong: 0 };
      for (const [what, change, outcome, says] of changes) {
        const shop = ground.copy();
        change(shop);
        const before = shown(treeOf(shop.store));
        const { code, lines } = await nightOf(shop, thirdNight);
        const isStopped = code === 3 && sightOf(treeOf(shop.store), ground) === 'before';
        const isPublished = code === 0 && shown(treeOf(shop.store)) !== before;
        const isAsItMustBe = outcome === 'stopped' ? isStopped : isPublished;
        if (isAsItMustBe && (says ?? isQuiet).test(lines.join('\n'))) count[outcome]++;
        else {
          count.wrong++;
          console.error(`${what}: exit ${code}, ${lines.slice(-3).join('\n')}`);
        }
      }
      keepFigures('drift', count);
      expect(count.wrong).toBe(0);
    },
  );
});
