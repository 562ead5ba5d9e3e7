import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from '../../disk.ts';
import { EngineError } from '../../errors.ts';
import { damageOfPeople, damageOfWarehouse, wayFromCurrent } from '../../pipeline/damage.ts';
import { isPeopleFileOlder, withErasures } from '../../pipeline/erasure/list.ts';
import { isWell } from '../../pipeline/journal.ts';
import { isGone, readHolder } from '../../pipeline/lock.ts';
import { isPeopleFileGone, peopleFile } from '../../pipeline/people/file.ts';
import { currentRecord, readRunRecord } from '../../pipeline/record.ts';
import { currentRelease, currentWarehouse } from '../../pipeline/releases.ts';
import { readLoad } from '../../sources/load-record.ts';
import { harmIn } from '../../sources/unharmed.ts';
import type { Effects } from '../effects.ts';
import { ageOf, readStatus, type Status } from '../status.ts';
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
export async function checkLock(store: string, { process }: Effects): Promise<Check> {
  const holder = await readHolder(join(store, 'lock.json'));
  if (holder === null) return ok('lock', 'free');
  const { command, pid, host, since } = holder;
  return isGone(store, holder, process.host)
    ? ok('lock', `free; "${command}" of ${since} died: the next run sweeps what it left`)
    : warn(
        'lock',
        `"${command}" works (process ${pid} on ${host}, since ${since})`,
        'wait for it, or end it; the lock of a process that died is taken over by the next run',
      );
}

/** Checks that the current release is whole: its files as its manifest says, its warehouse to the last stored value. */
export async function checkRelease(store: string): Promise<Check> {
  const again = '"bezero run PIPELINE --force" makes a new one';
  const run = await currentRelease(store);
  if (run === null) return warn('release', 'none has been published yet', 'bezero run PIPELINE');
  const folder = join(store, 'releases', run);
  const record = readRunRecord(folder);
  if (record === null)
    return fail(
      'release',
      `${run} has no run.json that can be read`,
      (await wayFromCurrent(store)) ?? `restore ${folder} from a backup`,
    );
  try {
    await currentWarehouse(store);
  } catch (error) {
    return fail('release', (error as Error).message, again);
  }
  const damage = await damageOfWarehouse(store, { folder, current: true });
  if (damage) return fail('release', damage.found, damage.advice);
  for (const { file, sha256 } of record.outputs) {
    const found = await hashFile(join(folder, file)).catch(() => 'missing');
    if (found === 'missing') return fail('release', `${run}/${file} is missing`, again);
    if (found !== sha256) return fail('release', `${run}/${file} is not what was published`, again);
  }
  return ok('release', `${run}, ${count(record.outputs.length, 'file')} as published, its warehouse read whole`);
}

/** Checks that the loads that the current release is made of are as they were written. */
export async function checkLoads(store: string): Promise<Check[]> {
  const folder = join(store, 'loads');
  const loads = (currentRecord(store)?.inputs ?? []).map((input) => readLoad(folder, input) ?? input);
  try {
    const harm = await harmIn(folder, loads);
    return harm.length === 0
      ? [ok('loads', `${count(loads.length, 'load')} of the release as written`)]
      : harm.map(({ found, advice }) => fail('loads', found, advice));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [fail('loads', error.message, 'see to the disk; take the file from a backup')];
  }
}

/** Checks that what people decided can be read, and that the key is there by which erased people are kept out. */
export async function checkPeople(store: string): Promise<Check[]> {
  const damage = await damageOfPeople(store);
  if (damage) return [fail('people', damage.found, damage.advice)];
  const erasures = await checkErasures(store);
  const newest = 'restore it from your newest backup';
  if (isPeopleFileGone(store))
    return [fail('people', `${peopleFile(store)} is gone: the next run forgets what people decided`, newest), erasures];
  if (erasures.state === 'ok' && (await isPeopleFileOlder(store)))
    return [
      fail(
        'people',
        `${peopleFile(store)} is older than the last erasure: what was decided since is not in it`,
        newest,
      ),
      erasures,
    ];
  return [ok('people', 'what people decided can be read whole'), erasures];
}

async function checkErasures(store: string): Promise<Check> {
  try {
    const isKeyThere = await withErasures(store, () => Promise.resolve(true));
    return ok('erasures', isKeyThere ? 'the key is there: back it up apart from the store' : 'nobody was erased');
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return fail('erasures', error.message, 'put the file of your backup back into the store; no run goes on before');
  }
}

/**
 * Checks that the last night went well, and not too long ago, and whether it had something to say of sources and records.
 *
 * @param others what was found already: a night that failed at it does not tell it again
 */
export async function checkNights(store: string, others: readonly Check[], effects: Effects): Promise<Check[]> {
  const status = await readStatus(store, effects);
  return [checkLast(status, others, effects), checkWarnings(status)];
}

function checkWarnings({ warnings }: Status): Check {
  return warnings.length === 0
    ? ok('warnings', 'none is open')
    : warn(
        'warnings',
        `${count(warnings.length, 'is', 'are')} open: ${warnings.join('; ')}`,
        'see whether the files are as they should be',
      );
}

/** Hours after which a nightly release is stale: a day and a half. */
const stale = 36;

function checkLast({ release, last, failedInARow }: Status, others: readonly Check[], effects: Effects): Check {
  if (last && !isWell(last)) {
    const { outcome, signal = '', error } = last;
    const found = failedInARow > 1 ? `the last ${failedInARow} runs failed; the last one` : 'the last run';
    if (outcome === 'interrupted')
      return fail('nights', `${found} was interrupted (${signal})`, 'see who ended it, and run it again');
    if (outcome === 'killed')
      return fail(
        'nights',
        `${found} was killed`,
        'see in the log of the system what ended it (want of memory, a restart), and run it again',
      );
    const why = error?.message ?? '';
    const told = others.find((other) => other.state === 'fail' && other.found === why);
    return fail(
      'nights',
      `${failedInARow > 1 ? found : `${found} failed`}: ${told ? `of ${told.what}, as said above` : why}`,
      // The message itself says what to do; that of a mistake of ours is not kept.
      error?.code === 1 ? 'report it, with the lines that it printed' : '',
    );
  }
  if (release === null) return ok('nights', 'none yet');
  const found = `the release was made ${ageOf(release.finishedAt, effects.now())} ago`;
  const checked = last === null ? release.hours : (effects.now().getTime() - Date.parse(last.at)) / 3_600_000;
  return checked > stale
    ? warn('nights', `${found}; no run since`, 'see whether the timer is on: "bezero schedule PIPELINE" tells how')
    : ok('nights', found);
}
