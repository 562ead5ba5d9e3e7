import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sync, syncTree } from '../disk.ts';
import { pointCurrent } from './releases.ts';

/** Makes an unfinished release (`releases/.<run>`) the current one: to disk first, then one rename, then the link. */
export async function publish(store: string, runId: string): Promise<void> {
  const releases = join(store, 'releases');
  await syncTree(join(releases, `.${runId}`));
  await rename(join(releases, `.${runId}`), join(releases, runId));
  await sync(releases);
  await pointCurrent(store, runId);
}

/** What people take out of a release; the warehouse stays. */
const forPeople = ['segments', 'customers.parquet', 'report.html', 'run.json'];

/**
 * Copies what people read to a folder, for shares that do not follow links. Each entry is copied beside its place, then renamed
 * into it; what the release no longer has is removed.
 */
export async function copyRelease(releaseFolder: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const present = new Set(await readdir(releaseFolder));
  const names = forPeople.filter((name) => present.has(name));
  for (const name of names) {
    const beside = join(target, `.new-${name}`);
    await rm(beside, { recursive: true, force: true });
    await cp(join(releaseFolder, name), beside, { recursive: true });
  }
  for (const name of forPeople) {
    const [place, former] = [join(target, name), join(target, `.old-${name}`)];
    await rm(former, { recursive: true, force: true });
    await rename(place, former).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    if (present.has(name)) await rename(join(target, `.new-${name}`), place);
    await rm(former, { recursive: true, force: true });
  }
}
