import { mkdirSync, rmSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { EngineError } from '../../errors.ts';
import { wayFromCurrent } from '../damage.ts';
import { attachPeople } from '../people/file.ts';
import { readRunRecord } from '../record.ts';
import { listReleases, pointCurrent, type Release } from '../releases.ts';
import { areIn, findErased, withWarehouse } from './find.ts';
import { nothing, type Enforced, type EnforceEffects } from './enforced.ts';
import { catchUpWithErasures, isPeopleFileOlder, withErasures, type ErasureList } from './list.ts';
import { eraseFromLoad, markOfLoad } from './loads.ts';
import { loadsIn } from './places.ts';
import { markRelease, nameAgain, rewriteRelease, stripRelease } from './releases.ts';

/** Ends what a run that died began: a release that was written again takes the place of what it was. */
async function replaceSuperseded(store: string, stillHeld: () => void): Promise<void> {
  const releases = await listReleases(store);
  const names = new Set(releases.map(({ run }) => run));
  for (const release of releases) {
    if (!names.has(nameAgain(release.run))) continue;
    if (release.current) {
      stillHeld();
      await pointCurrent(store, nameAgain(release.run));
    }
    rmSync(release.folder, { recursive: true, force: true });
  }
}

/** What `enforceErasures` does where anybody was erased. */
export async function clean(store: string, effects: EnforceEffects): Promise<Enforced> {
  await replaceSuperseded(store, effects.stillHeld);
  const caughtUp = await isPeopleFileOlder(store);
  if (caughtUp) await catchUpWithErasures(store);
  const cleaned = await withErasures(store, (engine, list) => cleanAll(engine, store, list, effects));
  return { ...nothing, ...cleaned, caughtUp };
}

async function cleanAll(
  engine: Engine,
  store: string,
  list: ErasureList,
  effects: EnforceEffects,
): Promise<Omit<Enforced, 'caughtUp'>> {
  const loadIds = (await loadsIn(store)).filter((loadId) => markOfLoad(store, loadId)?.list !== list.mark);
  const releases = (await listReleases(store)).filter(({ folder }) => readRunRecord(folder)?.erasures !== list.mark);
  const { mark } = list;
  if (loadIds.length === 0 && releases.length === 0) return { ...nothing, mark };
  const aside = joinPath(store, 'releases', '.erasing');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  try {
    const ids = joinPath(aside, 'ids.parquet');
    const people = await attachPeople(engine, store, 'decided');
    const stock = { loadIds, releases: releases.filter(({ hasWarehouse }) => hasWarehouse) };
    const found = await findErased(engine, store, stock, list, people, ids);
    // Before the loads: where it ends halfway, those are what tells that somebody is still found.
    if (found > 0) rmSync(joinPath(store, 'last-rejects.csv'), { force: true });
    let records = 0;
    for (const loadId of loadIds) {
      const before = markOfLoad(store, loadId)?.erased ?? 0;
      records += (await eraseFromLoad(engine, store, loadId, ids, list.mark)).erased - before;
    }
    // The oldest first: later ones tell which release they were made after.
    return {
      found,
      records,
      mark,
      ...(await eraseFromReleases(engine, store, releases.reverse(), ids, list.mark, effects)),
    };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function eraseFromReleases(
  engine: Engine,
  store: string,
  releases: readonly Release[],
  ids: string,
  list: string,
  { version, stillHeld }: EnforceEffects,
): Promise<Pick<Enforced, 'rewritten' | 'stripped' | 'notes'>> {
  const rewritten: { from: string; to: string }[] = [];
  const stripped: string[] = [];
  const notes: string[] = [];
  const renamed = new Map<string, string>();
  for (const release of releases) {
    if (!release.hasWarehouse) {
      if (await stripRelease(release, list)) stripped.push(release.run);
      continue;
    }
    if (readRunRecord(release.folder) === null) {
      const way = release.current ? await wayFromCurrent(store) : null;
      throw new EngineError(
        `${release.run} must have a run.json that can be read, to be written again without those who were erased; remove the folder ${release.folder}${way ? `, then ${way}` : ''}`,
      );
    }
    if (!(await withWarehouse(engine, release, (places) => areIn(engine, places, ids)))) {
      await markRelease(release, list);
      continue;
    }
    const again = await rewriteRelease(store, release, { ids, list, version, renamed }).catch((error: unknown) => {
      // An earlier version made it: this one does not know its tables. Nobody reads it now.
      if (release.current || !(error instanceof EngineError)) throw error;
      return null;
    });
    if (again === null) {
      await stripRelease(release, list);
      stripped.push(release.run);
      continue;
    }
    renamed.set(release.run, again.run);
    stillHeld();
    if (release.current) await pointCurrent(store, again.run);
    rmSync(release.folder, { recursive: true, force: true });
    rewritten.push({ from: release.run, to: again.run });
    notes.push(...again.notes.map((note) => `${again.run}: ${note}`));
  }
  return { rewritten, stripped, notes };
}
