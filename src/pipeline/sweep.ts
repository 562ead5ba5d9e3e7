import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../disk.ts';
import { currentRelease, findRelease, listReleases, warehouseOf, type Release } from './releases.ts';
import { readRunRecord } from './record.ts';

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

/** The releases that the current one was made after, itself first: those that were rolled back are not among them. */
function lineOf(current: string | null, releases: readonly Release[]): string[] {
  const line: string[] = [];
  let run = current;
  while (run !== null) {
    // One that was written again has another name than the one after it may know.
    const release = findRelease(releases, run);
    if (!release || line.includes(release.run)) break;
    line.push(release.run);
    run = readRunRecord(release.folder)?.previous ?? null;
  }
  return line;
}

/**
 * Keeps the warehouses of the current release and those it was made after, `keep.warehouses` in all, and the files of the newest
 * `keep.releases`. Loads that no kept warehouse is made of are removed.
 */
export async function applyRetention(store: string, keep: { warehouses: number; releases: number }): Promise<void> {
  const current = await currentRelease(store);
  const releases = await listReleases(store);
  const kept = lineOf(current, releases).slice(0, keep.warehouses);
  const needed = new Set<string>();
  let isKnown = kept.length > 0;
  for (const [age, release] of releases.entries()) {
    if (kept.includes(release.run)) {
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
