import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { main } from '../../../src/cli.ts';
import { call, stampOf, type Said, type Stamp } from './night.ts';
import { SmallShop, type Outputs } from './shop.ts';
import { differences, seen, shown, treeOf, type Tree } from './store.ts';

/** The small shop after two nights, with what came in on the third day; and what its third night makes when nothing disturbs it. */
export interface Ground {
  readonly shop: SmallShop;
  /** The store before the third night. */
  readonly before: Tree;
  /** The store after it. */
  readonly after: Tree;
  /** The store after it where it began an hour later. */
  readonly afterAgain: Tree;
  /** A copy of the shop before the third night, for a test to do with as it likes. */
  copy(): SmallShop;
  /** Makes a copy what it was. */
  renew(copy: SmallShop): void;
}

/** The third night of a shop. */
export const thirdNight = stampOf(2);
/** The third night, begun again. */
export const thirdNightAgain = stampOf(2, true);

export const nightOf = (shop: SmallShop, stamp: Stamp, ...argv: readonly string[]): Promise<Said> =>
  call(main, shop.folder, stamp, argv.length > 0 ? argv : undefined);

const made = new Map<Outputs, Promise<Ground>>();

/** The ground: made once a process. */
export function groundOf(wanted: Outputs): Promise<Ground> {
  const known = made.get(wanted) ?? makeGround(wanted);
  made.set(wanted, known);
  return known;
}

async function makeGround(wanted: Outputs): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const shop = await SmallShop.open(join(folder, 'shop'), wanted);
  let copies = 0;
  const duplicate = (): SmallShop => shop.copyTo(join(folder, `copy-${copies++}`));
  const undisturbed = async (stamp: Stamp): Promise<Tree> => {
    const own = duplicate();
    const { code, lines } = await nightOf(own, stamp);
    expect(lines.join('\n')).toContain('published');
    expect(code).toBe(0);
    const tree = treeOf(own.store);
    rmSync(own.folder, { recursive: true });
    return tree;
  };
  await nightOf(shop, stampOf(0));
  await nightOf(shop.trade(1), stampOf(1));
  shop.trade(2);
  return {
    shop,
    before: treeOf(shop.store),
    after: await undisturbed(thirdNight),
    afterAgain: await undisturbed(thirdNightAgain),
    copy() {
      const own = duplicate();
      onTestFinished(() => {
        rmSync(own.folder, { recursive: true, force: true });
      });
      return own;
    },
    renew(own) {
      rmSync(own.folder, { recursive: true, force: true });
      shop.copyTo(own.folder);
    },
  };
}

/** Files whose bytes may differ between two runs: the engine's own, and the record, which has their hash. */
const enginesOwn = /(^|\/)(bezero\.duckdb|people\.duckdb|run\.json)$/;

/** What differs between two trees besides what may. */
export const unlike = (one: Tree, other: Tree): string[] =>
  differences(one, other).filter((path) => !enginesOwn.test(path));

/** What a reader may see at any moment: all of the release before, to the last byte, or all of the release after. */
export type Sight = 'before' | 'after' | 'torn';

export function sightOf(store: Tree, { before, after }: Pick<Ground, 'before' | 'after'>): Sight {
  if (shown(store) === shown(before) && differences(seen(store), seen(before)).length === 0) return 'before';
  const isAfter = shown(store) === shown(after) && unlike(seen(store), seen(after)).length === 0;
  return isAfter && seen(store).has('bezero.duckdb') ? 'after' : 'torn';
}
