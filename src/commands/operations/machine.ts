import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { bytesOf, listReleases } from '../../pipeline/releases.ts';
import { size } from '../words.ts';
import { fail, ok, warn, type Check } from './check.ts';

/** The oldest Node.js that the package takes. */
const oldest = [20, 19] as const;

/** Checks the Node.js that runs. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  return isOld
    ? fail('Node.js', version, `install ${oldest.join('.')} or newer from nodejs.org`)
    : ok('Node.js', version);
}

/** Memory that a night of half a million customers takes. */
const comfortable = 1_000_000_000;

/** Checks the memory of the machine. */
export function checkMemory(): Check {
  const found = `${size(freemem())} free of ${size(totalmem())}`;
  return totalmem() < comfortable
    ? warn('memory', found, 'give the pipeline a limit, like engine: { memory_limit: 500MB }; it spills to disk then')
    : ok('memory', found);
}

/** Checks that the database starts. */
export async function checkEngine(): Promise<Check> {
  const { openDuckdb } = await import('../../engine/duckdb.ts');
  const { sql } = await import('../../sql/sql.ts');
  try {
    const engine = await openDuckdb();
    const [row] = await engine.rows(sql`select version() as version`, { version: 'text' }, 1);
    await engine.close();
    return ok('database', `DuckDB ${row!.version}`);
  } catch (error) {
    return fail(
      'database',
      (error as Error).message,
      'install again with "npm ci": the binary for this machine may be missing',
    );
  }
}

/** Checks that the disk has room for the next release, which is made beside the current one and spills on the way. */
export async function checkDisk(store: string): Promise<Check> {
  let place = store;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const largest = Math.max(0, ...(await Promise.all((await listReleases(store)).map(bytesOf))));
  const found = `${size(free)} free; the largest release has ${size(largest)}`;
  if (free < 1.5 * largest || free < 50_000_000)
    return fail('disk', found, 'make room, or lower keep.warehouses and keep.releases of the pipeline');
  return free < 4 * largest ? warn('disk', found, 'make room before the data grow') : ok('disk', found);
}
