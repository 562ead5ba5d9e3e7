import { access, constants, cp, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { namesIn, sync, syncTree } from '../disk.ts';
import { ConfigError, EngineError } from '../errors.ts';
import { releaseFiles } from './release-files.ts';
import { holdsPeople, keepPeople } from './people/file.ts';
import { currentRelease, pointCurrent } from './releases.ts';

/**
 * Makes an unfinished release (`releases/.<run>`) the current one: to disk first, then one rename, then the link. That is the moment of
 * publishing; what outlives the release comes last, out of its folder, and `finishPublishing` does it where this ended before.
 *
 * @throws EngineError where it is published, and what outlives it is still to be put in its place
 */
export async function publish(store: string, runId: string): Promise<void> {
  const releases = join(store, 'releases');
  await syncTree(join(releases, `.${runId}`));
  await rename(join(releases, `.${runId}`), join(releases, runId));
  await sync(releases);
  await pointCurrent(store, runId);
  await keepPeople(store, join(releases, runId)).catch((error: unknown) => {
    throw new EngineError(
      `${runId} is published, but not all of it is in its place: ${(error as Error).message}. The next run will put it there`,
      { cause: error },
    );
  });
}

/**
 * Ends what a publishing that died left half done: of the current release, what outlives it is put in its place; a release that never became
 * the current one is removed. Only under the lock of the store, before anything else is done there.
 */
export async function finishPublishing(store: string): Promise<void> {
  const releases = join(store, 'releases');
  const names = await namesIn(releases);
  for (const run of names.filter((name) => !name.startsWith('.') && holdsPeople(join(releases, name)))) {
    if (run === (await currentRelease(store))) await keepPeople(store, join(releases, run));
    else await rm(join(releases, run), { recursive: true });
  }
}

/** The folders that must be made for a folder to be there, outermost first. Throws, in words, where they cannot be. */
async function foldersToMake(target: string): Promise<string[]> {
  const missing: string[] = [];
  let place = target;
  while ((await lstat(place).catch(absent)) === null) {
    missing.unshift(place);
    place = dirname(place);
  }
  const found = await stat(place).catch(absent);
  if (!found) throw new Error(`${place} is a link to nothing`);
  if (!found.isDirectory()) throw new Error(`${place} is a file`);
  await access(place, constants.W_OK | constants.X_OK);
  return missing;
}

/** Nothing is there, or a file stands where a folder should; anything else is an error. */
function absent(error: unknown): null {
  if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
  throw error;
}

/**
 * Whether a release can be copied to a folder, before there is a release.
 *
 * @throws ConfigError where it is no folder that can be written to, and none can be made
 */
export async function checkCopyTarget(target: string): Promise<void> {
  await foldersToMake(target).catch((error: unknown) => {
    throw new ConfigError(
      `--copy-to must be a folder to write to, or a place where one can be made; ${(error as Error).message}`,
      { cause: error },
    );
  });
}

/**
 * Copies what people read to a folder, for shares that do not follow links. Each entry is copied beside its place, then renamed
 * into it; what the release no longer has is removed.
 *
 * @throws EngineError where a file or a folder cannot be read or written
 */
export async function copyRelease(releaseFolder: string, target: string): Promise<void> {
  await copyFiles(releaseFolder, target).catch((error: unknown) => {
    throw new EngineError(
      `${basename(releaseFolder)} is published, but could not be copied to ${target}: ${(error as Error).message}`,
      { cause: error },
    );
  });
}

async function copyFiles(releaseFolder: string, target: string): Promise<void> {
  // One by one: Node's own recursive mkdir never ends where a file system makes no folders (/proc).
  for (const folder of await foldersToMake(target)) await mkdir(folder);
  const present = new Set(await readdir(releaseFolder));
  const names = releaseFiles.filter((name) => present.has(name));
  for (const name of names) {
    const beside = join(target, `.new-${name}`);
    await rm(beside, { recursive: true, force: true });
    await cp(join(releaseFolder, name), beside, { recursive: true });
  }
  for (const name of releaseFiles) {
    const [place, former] = [join(target, name), join(target, `.old-${name}`)];
    await rm(former, { recursive: true, force: true });
    await rename(place, former).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    if (present.has(name)) await rename(join(target, `.new-${name}`), place);
    await rm(former, { recursive: true, force: true });
  }
}
