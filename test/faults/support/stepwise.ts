import { expect } from 'vitest';
import { main } from '../../../src/cli.ts';
import { nightOf, sightOf, thirdNight, thirdNightAgain, unlike, type Ground, type Sight } from './ground.ts';
import { aMinuteLater, call } from './night.ts';
import { withPoints, type Kind } from './points.ts';
import type { SmallShop } from './shop.ts';
import { stateOf, treeOf } from './store.ts';

/** What fails at a point: it alone, or it and everything after it, as where the process ended there or the disk is gone. */
export type Lasting = 'once' | 'for ever';

/** A failure, and what it left. */
export interface Failed {
  readonly point: string;
  readonly code: number;
  readonly said: string;
  readonly sight: Sight;
  /** What the next run begins from. */
  readonly state: string;
}

/** The points of a whole third night, in their order. */
export async function pointsOf(ground: Ground, kind: Kind): Promise<string[]> {
  const shop = ground.copy();
  const points: string[] = [];
  const { code } = await withPoints(
    kind,
    shop.folder,
    (point) => points.push(point),
    () => nightOf(shop, thirdNight),
  );
  expect(code).toBe(0);
  return points;
}

/** Runs the third night in a fresh copy, and lets its n-th point fail. */
export async function failAt(
  ground: Ground,
  shop: SmallShop,
  { kind, at, lasting, error }: { kind: Kind; at: number; lasting: Lasting; error: (point: string) => Error },
): Promise<Failed> {
  ground.renew(shop);
  let [met, failed] = [0, ''];
  const strike = (point: string): void => {
    if (met++ < at || (lasting === 'once' && failed !== '')) return;
    failed ||= point;
    throw error(point);
  };
  const { code, lines } = await withPoints(kind, shop.folder, strike, () => call(main, shop.folder, thirdNight));
  const store = treeOf(shop.store);
  return {
    point: failed,
    code,
    said: lines.at(-1) ?? '',
    sight: sightOf(store, ground),
    state: stateOf(shop.store, store),
  };
}

/** Runs the night again after a failure; returns what of the store is not as it would be had nothing failed. */
export async function makeGood(ground: Ground, shop: SmallShop, sight: Sight): Promise<string[]> {
  aMinuteLater(shop.store);
  const { code, lines } = await nightOf(shop, thirdNightAgain);
  const unequal = unlike(treeOf(shop.store), sight === 'after' ? ground.after : ground.afterAgain);
  return code === 0 ? unequal : [...unequal, ...lines];
}

/** What became of failures, one after the other. */
export interface Tally {
  torn: number;
  'without a sentence': number;
  'states rerun': number;
  unequal: number;
}

/** Counts failures, and runs the night again from every other state of the store that they left. */
export function tallyOf(ground: Ground, shop: SmallShop): { count: Tally; add: Add } {
  const count: Tally = { torn: 0, 'without a sentence': 0, 'states rerun': 0, unequal: 0 };
  const rerun = new Set<string>();
  const add: Add = async (at, failed, { isTorn, isSaid }) => {
    const told = `${at}. ${failed.point}: exit ${failed.code}, ${failed.said}`;
    if (isTorn) count.torn++;
    if (!isSaid) {
      count['without a sentence']++;
      console.error(told);
    }
    if (rerun.has(failed.state)) return;
    rerun.add(failed.state);
    count['states rerun']++;
    const unequal = await makeGood(ground, shop, failed.sight);
    if (unequal.length === 0) return;
    count.unequal++;
    console.error(`${told}; after the rerun:`, unequal);
  };
  return { count, add };
}

/** Adds the failure of a point, and whether it is one of a kind that must not be. */
type Add = (at: number, failed: Failed, is: { readonly isTorn: boolean; readonly isSaid: boolean }) => Promise<void>;
