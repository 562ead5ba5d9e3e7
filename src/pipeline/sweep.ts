import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { currentRelease, listReleases, warehouseOf } from './releases.ts';
import { readRunRecord } from './record.ts';

const namesIn = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Removes what runs that died left unfinished: their names begin with a dot. Only under the lock of the store. */
export async function sweepUnfinished(store: string): Promise<void> {
  const unfinished: readonly (readonly [folder: string, prefix: string])[] = [
    [store, '.current-'],
    [join(store, 'releases'), '.'],
    [join(store, 'loads'), '.'],
  ];
  for (const [folder, prefix] of unfinished) {
    for (const name of await namesIn(folder)) {
      if (name.startsWith(prefix)) await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}

/**
 * Keeps the warehouses of the newest `keep.warehouses` releases and the files of the newest `keep.releases`; the current release
 * keeps both. Loads that no kept warehouse is made of are removed.
 */
export async function applyRetention(store: string, keep: { warehouses: number; releases: number }): Promise<void> {
  const current = await currentRelease(store);
  const releases = await listReleases(store);
  const needed = new Set<string>();
  for (const [age, release] of releases.entries()) {
    if (release.run === current || age < keep.warehouses) {
      for (const { loadId } of readRunRecord(release.folder)?.inputs ?? []) needed.add(loadId);
    } else if (age >= keep.releases) await rm(release.folder, { recursive: true, force: true });
    else await rm(warehouseOf(release.folder), { force: true });
  }
  for (const loadId of await namesIn(join(store, 'loads'))) {
    if (!needed.has(loadId)) await rm(join(store, 'loads', loadId), { recursive: true, force: true });
  }
}
