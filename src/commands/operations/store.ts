import { existsSync, readFileSync } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, namesIn } from '../../disk.ts';
import { readKey } from '../../pipeline/erasure/key.ts';
import { readRunRecord } from '../../pipeline/record.ts';
import { currentRelease } from '../../pipeline/releases.ts';
import type { Effects } from '../effects.ts';
import { ageOf, readStatus } from '../status.ts';
import { openCurrent } from '../store.ts';
import { count } from '../words.ts';
import { fail, ok, warn, type Check } from './check.ts';

/** Rights of group and others to a folder. */
const ofOthers = 0o077;

/** Checks that the store can be written, and is nobody else's to read. */
export async function checkStore(store: string): Promise<Check> {
  try {
    await access(store, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return fail('store', (error as Error).message, `make ${store} a folder that this user can write to`);
  }
  const { mode } = await stat(store);
  return (mode & ofOthers) === 0
    ? ok('store', store)
    : warn(
        'store',
        `${store} is open to other accounts of this machine`,
        `chmod 700 ${store}; --copy-to hands files to others`,
      );
}

/** Checks that nobody holds the store, or who does. */
export async function checkLock(store: string): Promise<Check> {
  const note = join(store, 'lock.json');
  const isLocked = existsSync(join(store, 'lock'));
  if (isLocked && existsSync(note)) {
    const { command, pid, host, since } = JSON.parse(readFileSync(note, 'utf8')) as Record<string, string>;
    return warn(
      'lock',
      `"${command}" works (process ${pid} on ${host}, since ${since})`,
      'wait for it, or end it; the lock of a process that died is taken over by the next run',
    );
  }
  const left = (await namesIn(join(store, 'releases'))).filter((name) => name.startsWith('.'));
  return left.length === 0
    ? ok('lock', 'free')
    : warn('lock', `free; ${count(left.length, 'run')} did not end`, 'nothing: the next run sweeps what they left');
}

/** Checks that the current release is whole: its files as its manifest says, its warehouse readable. */
export async function checkRelease(store: string): Promise<Check> {
  const again = '"bezero rollback" goes to the release before, "bezero run PIPELINE --force" makes a new one';
  const run = await currentRelease(store).catch(() => '');
  if (run === null) return warn('release', 'none has been published yet', 'bezero run PIPELINE');
  const folder = join(store, 'releases', run);
  const record = readRunRecord(folder);
  if (record === null) return fail('release', `${run} has no run.json that can be read`, again);
  for (const { file, sha256 } of record.outputs) {
    const found = await hashFile(join(folder, file)).catch(() => 'missing');
    if (found === 'missing') return fail('release', `${run}/${file} is missing`, again);
    if (found !== sha256) return fail('release', `${run}/${file} is not what was published`, again);
  }
  try {
    const engine = await openCurrent(store);
    await engine.close();
  } catch (error) {
    return fail('release', (error as Error).message, again);
  }
  return ok('release', `${run}, ${count(record.outputs.length, 'file')} as published`);
}

/** Checks that the key is there by which erased people are kept out. */
export function checkErasures(store: string): Check {
  try {
    return ok(
      'erasures',
      readKey(store) === null ? 'nobody was erased' : 'the key is there: back it up apart from the store',
    );
  } catch (error) {
    return fail('erasures', (error as Error).message, 'restore erasure.key from a backup');
  }
}

/** Hours after which a nightly release is stale: a day and a half. */
const stale = 36;

/** Checks that the last night went well, and not too long ago. */
export async function checkNights(store: string, effects: Effects): Promise<Check> {
  const { release, last, failedInARow } = await readStatus(store, effects);
  if (last?.outcome === 'failed')
    return fail(
      'nights',
      `the last run failed${failedInARow > 1 ? `, as ${failedInARow - 1} before it` : ''}: ${last.error?.message ?? ''}`,
      'mend what it says, and run it again',
    );
  if (release === null) return ok('nights', 'none yet');
  const found = `the release was made ${ageOf(release.finishedAt, effects.now())} ago`;
  const checked = last === null ? release.hours : (effects.now().getTime() - Date.parse(last.at)) / 3_600_000;
  return checked > stale
    ? warn('nights', `${found}; no run since`, 'see whether the timer is on: "bezero schedule PIPELINE" tells how')
    : ok('nights', found);
}
