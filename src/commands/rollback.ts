import { ConfigError, EngineError } from '../errors.ts';
import { damageOfWarehouse, namingDamage } from '../pipeline/damage.ts';
import { enforceErasures } from '../pipeline/erasure/enforce.ts';
import { writeJournal } from '../pipeline/journal.ts';
import { beforeCurrent } from '../pipeline/line.ts';
import { withLock } from '../pipeline/lock.ts';
import { reapplyPeople } from '../pipeline/people/reapply.ts';
import { listReleases, pointCurrent, type Release } from '../pipeline/releases.ts';
import type { Effects } from './effects.ts';
import { warnOfOldDecisions } from './remarks.ts';
import { releaseNamed } from './release-named.ts';
import { findStore } from './store.ts';
import { versions } from './versions.ts';

/** Options of `bezero rollback`. */
export interface RollbackOptions {
  /** The release to go to; left out: the one before the current one. */
  readonly run?: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Makes another release the current one. */
export async function rollback(options: RollbackOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const me = { ...effects.process, since: effects.now().toISOString() };
  const { from, to, later } = await withLock(store, me, (stillHeld) => goTo(store, options.run, stillHeld, effects));
  if (options.json) effects.print(JSON.stringify({ from: from?.run ?? null, to: to.run }));
  if (from === to) effects.say(`${to.run} is current already`);
  else effects.say(`${to.run}${asOf(to)} is current now${from ? `; before: ${from.run}${asOf(from)}` : ''}`);
  const wentBack = from !== null && later.includes(from);
  const advice = wentBack ? '; if something was wrong in your files, take it out or correct it first' : '';
  if (later.length > 0) effects.say(`what came in since will be read again by the next run${advice}`);
}

interface Moved {
  readonly from: Release | null;
  readonly to: Release;
  /** The releases that were made after it, newest first. */
  readonly later: readonly Release[];
}

async function goTo(store: string, run: string | undefined, stillHeld: () => void, effects: Effects): Promise<Moved> {
  // A release that a backup brought back may hold people who were erased since.
  const { caughtUp } = await namingDamage(store, () =>
    enforceErasures(store, { version: versions().bezero, stillHeld }),
  );
  if (caughtUp) warnOfOldDecisions(effects);
  const releases = await listReleases(store);
  const from = releases.find((release) => release.current) ?? null;
  const to = run === undefined ? releaseBefore(releases, from) : releaseNamed(releases, run);
  if (!to.hasWarehouse)
    throw new ConfigError(
      `${to.run} must have its warehouse to be made current; only its files were kept${whereElse(releases)}`,
    );
  if (to !== from) {
    const damage = await damageOfWarehouse(store, to);
    if (damage)
      throw new EngineError(`${damage.found}; ${damage.advice}${whereElse(releases.filter((one) => one !== to))}`);
    const notes = await namingDamage(store, () => reapplyPeople(store, to, versions().bezero, stillHeld));
    for (const note of notes) effects.warn(`note: ${to.run}: ${note}`);
    stillHeld();
    await pointCurrent(store, to.run);
    const at = effects.now().toISOString();
    writeJournal(store, { at, outcome: 'rolled back', from: from?.run ?? null, release: to.run });
  }
  return { from, to, later: releases.slice(0, releases.indexOf(to)) };
}

const asOf = ({ record }: Release): string => (record ? ` (as of ${record.asOf})` : '');

function releaseBefore(releases: readonly Release[], current: Release | null): Release {
  if (!current) throw new ConfigError(`RUN must be named: no release is current${whereElse(releases)}`);
  const before = beforeCurrent(releases);
  const target = before.find(({ hasWarehouse }) => hasWarehouse) ?? before[0];
  if (!target)
    throw new ConfigError(
      `${current.run} is the first release; there is none before it${whereElse(releases.filter((one) => one !== current))}`,
    );
  return target;
}

/** Where one can go instead. */
function whereElse(releases: readonly Release[]): string {
  const possible = releases.filter(({ hasWarehouse, current }) => hasWarehouse && !current).map(({ run }) => run);
  return possible.length > 0 ? `; there is ${possible.join(', ')}` : '';
}
