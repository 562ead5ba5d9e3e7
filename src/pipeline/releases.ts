import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { namesIn, sync } from '../disk.ts';
import { ConfigError, EngineError } from '../errors.ts';

/** One published run, as its folder tells it. */
export interface Release {
  /** `2026-11-21T020000Z-7f3a` */
  readonly run: string;
  /** Absolute path. */
  readonly folder: string;
  /** `store/current` points here. */
  readonly current: boolean;
  /** It still has its warehouse, and so can be made current. */
  readonly hasWarehouse: boolean;
  /** What its run.json says; null where that cannot be read. */
  readonly record: ReleaseRecord | null;
}

/** The part of a run record that tells releases apart. */
export interface ReleaseRecord {
  readonly pipeline: string;
  readonly asOf: string;
  /** ISO 8601 with zone. */
  readonly finishedAt: string;
  readonly seconds: number;
}

/** The database file of a release. */
export const warehouseOf = (folder: string): string => join(folder, 'bezero.duckdb');

/** The run that `store/current` points to; null where nothing was published. */
export async function currentRelease(store: string): Promise<string | null> {
  try {
    return basename(await readlink(join(store, 'current')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code !== 'EINVAL') throw error;
    throw new EngineError(`${store}/current must be a link to a release; it is something else`, { cause: error });
  }
}

/** The current release of a store, and the file of its warehouse; throws `ConfigError` where there is none. */
export async function currentWarehouse(store: string): Promise<{ readonly run: string; readonly file: string }> {
  const run = await currentRelease(store);
  if (run === null)
    throw new ConfigError(
      `${store} must have a current release; no run has been published yet: "bezero run PIPELINE" does`,
    );
  const file = warehouseOf(join(store, 'releases', run));
  if (existsSync(file)) return { run, file };
  throw new ConfigError(
    `${run}, the current release, must have its warehouse; it is gone: "bezero run PIPELINE" makes a new one`,
  );
}

/** All published runs, newest first. Unfinished ones (their names begin with a dot) are none. */
export async function listReleases(store: string): Promise<Release[]> {
  const current = await currentRelease(store);
  const names = await namesIn(join(store, 'releases'));
  const runs = names.filter((name) => /^\d{4}-\d{2}-\d{2}T\d{6}Z-[0-9a-f]+$/.test(name)).sort();
  return Promise.all(runs.reverse().map((run) => readRelease(store, run, run === current)));
}

/** The name of a run, and how often its release was written again without people who were erased: `2026-11-21T020000Z-7f3ae2` is the second time. */
export function againOf(run: string): { readonly first: string; readonly times: number } {
  const [, first = run, times = '0'] = /^(.*-[0-9a-f]{4})e(\d+)$/.exec(run) ?? [];
  return { first, times: Number(times) };
}

/** The release of a name; one that was written again without somebody is known by every name that it had, too. */
export const findRelease = (releases: readonly Release[], run: string): Release | undefined =>
  releases.find((release) => release.run === run) ??
  releases.find((release) => againOf(release.run).first === againOf(run).first);

async function readRelease(store: string, run: string, current: boolean): Promise<Release> {
  const folder = join(store, 'releases', run);
  const names = await readdir(folder);
  return {
    run,
    folder,
    current,
    hasWarehouse: names.includes(basename(warehouseOf(folder))),
    record: await readRecord(join(folder, 'run.json')),
  };
}

/** Bytes of all files of a release. */
export async function bytesOf({ folder }: Release): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function readRecord(file: string): Promise<ReleaseRecord | null> {
  try {
    const record = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    return {
      pipeline: String(record['pipeline']),
      asOf: String(record['asOf']),
      finishedAt: String(record['finishedAt']),
      seconds: Number(record['seconds']),
    };
  } catch {
    return null;
  }
}

/**
 * Makes a release the current one: a relative link beside `current`, one rename over it, and the folder synced, so that readers see the
 * old release or the new one and a power cut leaves one of the two. The files of the release must be synced before.
 */
export async function pointCurrent(store: string, run: string): Promise<void> {
  const next = join(store, `.current-${run}`);
  await rm(next, { force: true });
  await symlink(join('releases', run), next);
  try {
    await rename(next, join(store, 'current'));
  } catch (error) {
    await rm(next, { force: true });
    throw new EngineError(`${store}/current must be a link that can be replaced; ${(error as Error).message}`, {
      cause: error,
    });
  }
  await sync(store);
}
