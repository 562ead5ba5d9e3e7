import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { uniformStream } from '../../src/math/random.ts';
import { keepFigures } from './support/figures.ts';
import { groundOf, nightOf, thirdNight, thirdNightAgain, unlike, type Ground } from './support/ground.ts';
import { byLevel, isLong, patience, seed } from './support/level.ts';
import { progressOf } from './support/progress.ts';
import type { SmallShop } from './support/shop.ts';
import { below, differences, seen, shown, stateOf, treeOf } from './support/store.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf('lists');
});

/** Harms a file, by numbers that are uniform in [0, 1). */
type Harm = (file: string, next: () => number) => void;

const flip: Harm = (file, next) => {
  const bytes = readFileSync(file);
  const at = Math.floor(next() * bytes.length);
  bytes[at] = bytes[at]! ^ (1 << Math.floor(next() * 8));
  writeFileSync(file, bytes);
};

const cut: Harm = (file, next) => {
  truncateSync(file, Math.floor(next() * statSync(file).size));
};

const blank: Harm = (file, next) => {
  const bytes = readFileSync(file);
  const at = Math.floor((next() * bytes.length) / 4096) * 4096;
  writeFileSync(file, bytes.fill(0, at, at + 4096));
};

const wal: Harm = (file, next) => {
  appendFileSync(`${file}.wal`, Buffer.from(Array.from({ length: 4096 }, () => Math.floor(next() * 256))));
};

const current = (shop: SmallShop): string => join(shop.store, shown(treeOf(shop.store))!);

/** The rows of the loads that the third night reads again from the store. */
const rowsOfLoads = (shop: SmallShop): string[] =>
  readdirSync(join(shop.store, 'loads')).flatMap((load) =>
    ['products', 'purchases', 'interactions']
      .map((table) => join(shop.store, 'loads', load, `${table}.parquet`))
      .filter((file) => existsSync(file)),
  );

const pick = <T>(all: readonly T[], next: () => number): T => all[Math.floor(next() * all.length)]!;

/** What may be harmed in a store, and how often that is tried. */
const cases: readonly (readonly [
  what: string,
  harm: Harm,
  of: (shop: SmallShop, next: () => number) => string,
  times: number,
])[] = [
  ['a bit of the warehouse', flip, (shop) => join(current(shop), 'bezero.duckdb'), byLevel({ short: 2, full: 40 })],
  ['a page of the warehouse', blank, (shop) => join(current(shop), 'bezero.duckdb'), byLevel({ short: 2, full: 12 })],
  ['the end of the warehouse', cut, (shop) => join(current(shop), 'bezero.duckdb'), byLevel({ short: 2, full: 40 })],
  ['a log beside the warehouse', wal, (shop) => join(current(shop), 'bezero.duckdb'), byLevel({ short: 1, full: 4 })],
  ['a bit of the rows of a load', flip, (shop, next) => pick(rowsOfLoads(shop), next), byLevel({ short: 2, full: 40 })],
  [
    'the end of the rows of a load',
    cut,
    (shop, next) => pick(rowsOfLoads(shop), next),
    byLevel({ short: 2, full: 36 }),
  ],
  ['a bit of what people decided', flip, (shop) => join(shop.store, 'people.duckdb'), byLevel({ short: 2, full: 20 })],
  ['the end of what people decided', cut, (shop) => join(shop.store, 'people.duckdb'), byLevel({ short: 2, full: 20 })],
  ['the end of the record', cut, (shop) => join(current(shop), 'run.json'), byLevel({ short: 1, full: 4 })],
];

/** Ways out of a refusal: another release, reading a file again, a copy that somebody made. Whether it can be gone. */
async function wayOut(shop: SmallShop, file: string): Promise<boolean> {
  if (file.includes('/loads/')) rmSync(dirname(file), { recursive: true });
  else if (file.endsWith('people.duckdb')) copyFileSync(join(ground.shop.store, 'people.duckdb'), file);
  else return (await nightOf(shop, thirdNight, 'rollback', '--store', 'store')).code === 0;
  return true;
}

/** What the next run begins from, whatever the harmed file holds, if it is still there. */
function stateBeside(shop: SmallShop, file: string): string {
  const store = treeOf(shop.store);
  const harmed = relative(shop.store, file);
  return stateOf(shop.store, new Map([...store].map(([path, content]) => [path, path === harmed ? '' : content])));
}

describe.runIf(isLong)('a store that is damaged', () => {
  it.each(cases)('is refused, or it does not matter: %s', { timeout: patience }, async (what, harm, of, times) => {
    const count = { harmed: times, refused: 0, 'without effect': 0, wrong: 0, 'no way out': 0, 'states rerun': 0 };
    const rerun = new Set<string>();
    const progress = progressOf(what, times);
    const shop = ground.copy();
    for (let time = 0; time < times; time++) {
      const next = uniformStream(seed, time);
      ground.renew(shop);
      const file = of(shop, next);
      harm(file, next);
      const harmed = treeOf(shop.store);
      const { code, lines } = await nightOf(shop, thirdNight);
      const store = treeOf(shop.store);
      const release = unlike(seen(store), seen(ground.after));
      if (code === 0 && release.length === 0) count['without effect']++;
      else if (
        code > 1 &&
        shown(store) === shown(harmed) &&
        differences(below(store, 'releases'), below(harmed, 'releases')).length === 0
      ) {
        count.refused++;
        let isOut = await wayOut(shop, file);
        const state = stateBeside(shop, file);
        if (isOut && !rerun.has(state)) {
          rerun.add(state);
          count['states rerun']++;
          isOut = (await nightOf(shop, thirdNightAgain)).code === 0;
        }
        if (!isOut) count['no way out']++;
      } else {
        count.wrong++;
        console.error(`${what} ${time} of seed ${seed}: ${file}, exit ${code}`, lines.at(-1), release);
      }
      progress();
    }
    keepFigures(`damage-${what.replaceAll(' ', '-')}`, count);
    expect(count).toMatchObject({ wrong: 0, 'no way out': 0 });
  });
});
