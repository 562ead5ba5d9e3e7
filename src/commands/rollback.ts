import { ConfigError, EngineError } from '../errors.ts';
import { damageOfWarehouse } from '../pipeline/damage.ts';
import { enforceErasures } from '../pipeline/erasure/enforce.ts';
import { writeJournal } from '../pipeline/journal.ts';
import { lineOf } from '../pipeline/line.ts';
import { withLock } from '../pipeline/lock.ts';
import { reapplyPeople } from '../pipeline/people/reapply.ts';
import { listReleases, pointCurrent, type Release } from '../pipeline/releases.ts';
import type { Effects } from './effects.ts';
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
  const [from, to, later] = await withLock(store, me, async (stillHeld) => {
    // A release that a backup brought back may hold people who were erased since.
    await enforceErasures(store, { version: versions().bezero, stillHeld });
    const releases = await listReleases(store);
    const current = releases.find((release) => release.current) ?? null;
    const target = options.run === undefined ? releaseBefore(releases, current) : releaseNamed(releases, options.run);
    if (!target.hasWarehouse)
      throw new ConfigError(
        `${target.run} must have its warehouse to be made current; only its files were kept${goTo(releases)}`,
      );
    if (target !== current) {
      const damage = await damageOfWarehouse(store, target);
      if (damage)
        throw new EngineError(`${damage.found}; ${damage.advice}${goTo(releases.filter((one) => one !== target))}`);
      for (const note of await reapplyPeople(store, target, versions().bezero, stillHeld))
        effects.warn(`note: ${target.run}: ${note}`);
      stillHeld();
      await pointCurrent(store, target.run);
      const at = effects.now().toISOString();
      writeJournal(store, { at, outcome: 'rolled back', from: current?.run ?? null, release: target.run });
    }
    return [current, target, releases.slice(0, releases.indexOf(target))] as const;
  });
  if (options.json) effects.print(JSON.stringify({ from: from?.run ?? null, to: to.run }));
  if (from === to) effects.say(`${to.run} is current already`);
  else effects.say(`${to.run}${asOf(to)} is current now${from ? `; before: ${from.run}${asOf(from)}` : ''}`);
  const wentBack = from !== null && later.includes(from);
  const advice = wentBack ? '; if something was wrong in your files, take it out or correct it first' : '';
  if (later.length > 0) effects.say(`what came in since will be read again by the next run${advice}`);
}

const asOf = ({ record }: Release): string => (record ? ` (as of ${record.asOf})` : '');

function releaseBefore(releases: readonly Release[], current: Release | null): Release {
  if (!current) throw new ConfigError(`RUN must be named: no release is current${goTo(releases)}`);
  const before = [...lineOf(releases).slice(1), ...releases.slice(releases.indexOf(current) + 1)];
  const target = before.find(({ hasWarehouse }) => hasWarehouse) ?? before[0];
  if (!target)
    throw new ConfigError(
      `${current.run} is the first release; there is none before it${goTo(releases.filter((one) => one !== current))}`,
    );
  return target;
}

/** Where one can go instead. */
function goTo(releases: readonly Release[]): string {
  const possible = releases.filter(({ hasWarehouse, current }) => hasWarehouse && !current).map(({ run }) => run);
  return possible.length > 0 ? `; there is ${possible.join(', ')}` : '';
}
