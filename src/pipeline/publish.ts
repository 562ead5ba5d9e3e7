import { cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pointCurrent, syncFolder } from './releases.ts';

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else {
      const handle = await open(path, 'r');
      await handle.sync();
      await handle.close();
    }
  }
  await syncFolder(folder);
}

/** Makes an unfinished release (`releases/.<run>`) the current one: to disk first, then one rename, then the link. */
export async function publish(store: string, runId: string): Promise<void> {
  const releases = join(store, 'releases');
  await syncTree(join(releases, `.${runId}`));
  await rename(join(releases, `.${runId}`), join(releases, runId));
  await syncFolder(releases);
  await pointCurrent(store, runId);
}

/** What people take out of a release; the warehouse stays. */
const forPeople = ['segments', 'customers.parquet', 'report.html', 'run.json'];

/**
 * Copies what people read to a folder, for shares that do not follow links. Each entry is copied beside its place, then renamed
 * into it; the report comes last.
 */
export async function copyRelease(releaseFolder: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const present = new Set(await readdir(releaseFolder));
  const names = forPeople.filter((name) => present.has(name));
  for (const name of names)
    await cp(join(releaseFolder, name), join(target, `.new-${name}`), { recursive: true, force: true });
  for (const name of names) {
    const [place, former] = [join(target, name), join(target, `.old-${name}`)];
    await rm(former, { recursive: true, force: true });
    await rename(place, former).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    await rename(join(target, `.new-${name}`), place);
    await rm(former, { recursive: true, force: true });
  }
}
