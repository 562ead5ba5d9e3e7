import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../disk.ts';
import { lineOf } from './line.ts';
import { readRunRecord } from './record.ts';
import { listReleases, warehouseOf } from './releases.ts';

/** Removes what runs that died left unfinished: their names begin with a dot. Only under the lock of the store. */
export async function sweepUnfinished(store: string): Promise<void> {
  const unfinished: readonly (readonly [folder: string, prefix: string])[] = [
    [store, '.current-'],
    [store, '.journal'],
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
 * Keeps `keep.warehouses` warehouses: of the current release and those it was made after first, then of those that were rolled back, the newest first; and the files of the
 * newest `keep.releases`. Loads that no kept warehouse is made of are removed.
 */
export async function applyRetention(store: string, keep: { warehouses: number; releases: number }): Promise<void> {
  const releases = await listReleases(store);
  const line = lineOf(releases);
  const rolledBack = line.length === 0 ? [] : releases.filter((release) => !line.includes(release));
  const kept = [...line, ...rolledBack]
    .filter(({ hasWarehouse, current }) => hasWarehouse || current)
    .slice(0, keep.warehouses);
  const needed = new Set<string>();
  let isKnown = kept.length > 0;
  for (const [age, release] of releases.entries()) {
    if (kept.includes(release)) {
      const record = readRunRecord(release.folder);
      isKnown &&= record !== null;
      for (const { loadId } of record?.inputs ?? []) needed.add(loadId);
    } else if (age >= keep.releases) await rm(release.folder, { recursive: true, force: true });
    else await rm(warehouseOf(release.folder), { force: true });
  }
  if (!isKnown) return;
  for (const loadId of await namesIn(join(store, 'loads'))) {
    if (!needed.has(loadId)) await rm(join(store, 'loads', loadId), { recursive: true, force: true });
  }
}
