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

/** Keeps every n-th record of the newest purchases, or writes them n times under new order ids. */
const thinned = rewrite((cells) => cells);

type Change = readonly [what: string, change: (shop: SmallShop) => void, says: RegExp | null];

/** What happens to an export, and what the run says; null: it goes on, since nothing is wrong. */
const changes: readonly Change[] = [
  ['a column that nobody maps is added', rewrite((cells, i) => [...cells, i === 0 ? 'till' : '4']), null],
  [
    'a column that is mapped is gone',
    rewrite((cells) => cells.slice(0, -1)),
    /purchases-2\.csv: the header must have what .* sales_rep is gone/,
  ],
  ['a column is called otherwise', inColumn('quantity', (cell, i) => (i === 0 ? 'qty' : cell)), /quantity/],
  ['columns change places', rewrite((cells) => [...cells.slice(1), cells[0]!]), null],
  ['numbers become words', inColumn('quantity', (cell, i) => (i === 0 ? cell : 'one')), /not_a_number in quantity/],
  [
    'decimal marks become commas',
    inColumn('unit_price', (cell, i) => (i === 0 ? cell : `"${cell.replace('.', ',')}"`)),
    /not_a_number in unit_price/,
  ],
  [
    'dates are written otherwise',
    inColumn('purchased_at', (cell, i) => (i === 0 ? cell : '03/04/2025')),
    /not_a_date in purchased_at/,
  ],
  [
    'dates are of another century',
    inColumn('purchased_at', (cell, i) => (i === 0 ? cell : cell.replace(/^20/, '00'))),
    /impossible_date in purchased_at/,
  ],
  [
    'prices come in cents, and a total is expected',
    both(
      inColumn('unit_price', (cell, i) => (i === 0 ? cell : String(Math.round(Number(cell) * 100)))),
      inPipeline('missing_customer: anonymous', 'missing_customer: anonymous, expect: { net_amount: 50000 }'),
    ),
    /expect\.net_amount: must be 50000/,
  ],
  [
    'records are fewer than expected',
    both(thinned, inPipeline('missing_customer: anonymous', 'missing_customer: anonymous, expect: { records: 5000 }')),
    /expect\.records: must be 5000/,
  ],
  [
    'the file is there no more',
    (shop) => {
      rmSync(join(shop.folder, 'data/products.csv'));
    },
    /sources\.products\.files must name a file that is there/,
  ],
  [
    'the file is empty',
    (shop) => {
      writeFileSync(join(shop.folder, 'data/purchases-2.csv'), '');
    },
    /must begin with a header row; the file is empty/,
  ],
  [
    'the file of yesterday comes again under another name',
    (shop) => {
      writeFileSync(join(shop.folder, 'data/purchases-3.csv'), readFileSync(join(shop.folder, 'data/purchases-1.csv')));
    },
    null,
  ],
  [
    'rows of one key differ',
    (shop) => {
      const file = join(shop.folder, 'data/customers.csv');
      const [, line] = readFileSync(file, 'utf8').split('\n');
      appendFileSync(file, `${line!.replace(/^([^,]*),[^,]*/, '$1,Another')}\n`.repeat(9));
    },
    /conflicting_rows_of_one_key|rejected/,
  ],
];

describe.runIf(isLong)('an export that changes', () => {
  it(
    'stops the night with a sentence that names what changed, or goes on where nothing is wrong',
    { timeout: patience },
    async () => {
      const count = { changes: changes.length, stopped: 0, 'gone on': 0, wrong: 0 };
      for (const [what, change, says] of changes) {
        const shop = ground.copy();
        change(shop);
        const before = shown(treeOf(shop.store));
        const { code, lines } = await nightOf(shop, thirdNight);
        const said = lines.join('\n');
        const isStopped = code === 3 && sightOf(treeOf(shop.store), ground) === 'before';
        if (says !== null && isStopped && says.test(said)) count.stopped++;
        else if (says === null && code === 0 && shown(treeOf(shop.store)) !== before) count['gone on']++;
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
