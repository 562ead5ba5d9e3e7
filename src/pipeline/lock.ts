import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { EngineError } from '../errors.ts';
import { lineOfDead, writeJournal } from './journal.ts';
import { finishPublishing } from './publish.ts';

/** Who holds a store, in words that help whoever must wait. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** `bezero run nightly.yaml` */
  readonly command: string;
  /** ISO 8601 with zone. */
  readonly since: string;
  /** The name of the pipeline, where it is a night. */
  readonly pipeline?: string;
}

/**
 * After how many milliseconds without a sign of life a lock counts as left behind. A holder that is known to be gone leaves at once; one
 * whose process lives on this machine may only be busy; of one elsewhere nothing is known.
 */
const patience = { gone: 2_000, elsewhere: 60_000, alive: 600_000 } as const;

const heartbeat = 10_000;

/**
 * Does work that changes a store while no other process does: one holder at a time, also on a shared disk. The lock of a process that
 * died is taken over, and what it was about to publish is brought to an end; that it died is written to the journal of the store.
 *
 * @param work gets `stillHeld`, to call right before publishing: it throws where the lock was lost (a laptop slept, the folder was removed)
 * @throws EngineError where another process holds the store; it says who and since when
 */
export async function withLock<T>(store: string, me: Holder, work: (stillHeld: () => void) => Promise<T>): Promise<T> {
  const note = join(store, 'lock.json');
  const mine = JSON.stringify(me);
  // What is in it is of people: of the owner alone, where nobody made the folder before.
  await mkdir(store, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new EngineError(`${store} must be a folder that can be written; ${(error as Error).message}`, {
      cause: error,
    });
  });
  const lock = { lost: false };
  const release = await acquire(store, note, me, () => {
    lock.lost = true;
  });
  try {
    const dead = await readHolder(note);
    const line = dead && (await lineOfDead(store, dead));
    if (line) writeJournal(store, line);
    await writeFile(note, mine);
    await finishPublishing(store);
    return await work(() => {
      if (lock.lost || readText(note) !== mine)
        throw new EngineError(`${store}: the lock was lost while ${me.command} worked; nothing was published`);
    });
  } finally {
    // A note that cannot be removed keeps nobody out: the next holder writes over it.
    if (!lock.lost && readText(note) === mine) await rm(note, { force: true }).catch(() => undefined);
    await release().catch(() => undefined);
  }
}

async function acquire(
  store: string,
  note: string,
  me: Holder,
  onCompromised: () => void,
): Promise<() => Promise<void>> {
  const holder = await readHolder(note);
  const state = holder === null || holder.host !== me.host ? 'elsewhere' : isAlive(holder.pid) ? 'alive' : 'gone';
  try {
    return await lockfile.lock(store, {
      lockfilePath: join(store, 'lock'),
      stale: patience[state],
      update: heartbeat,
      // A lock younger than the patience for the dead may still be theirs: look again shortly after.
      retries: state === 'gone' ? { retries: 3, minTimeout: 800, maxTimeout: 1_000 } : 0,
      onCompromised,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED')
      throw new EngineError(`${store}: ${(error as Error).message}`, { cause: error });
    throw new EngineError(
      `${store} is in use by ${describe((await awaitHolder(note)) ?? holder, me)}; wait for it or end it`,
    );
  }
}

function describe(holder: Holder | null, me: Holder): string {
  if (holder === null) return 'another process';
  const minutes = Math.floor((Date.parse(me.since) - Date.parse(holder.since)) / 60_000);
  const ago = minutes < 1 ? 'less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return `"${holder.command}" (process ${holder.pid} on ${holder.host}, since ${holder.since}, ${ago})`;
}

/** Who holds a store, or held it when they were killed; null where nobody does. */
export async function readHolder(note: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Whether who holds a store, as its note says, is known to have died. */
export const isGone = (store: string, { host, pid }: Holder, here: string): boolean =>
  !existsSync(join(store, 'lock')) || (host === here && !isAlive(pid));

/** Who has just taken a lock says so a moment later. */
async function awaitHolder(note: string): Promise<Holder | null> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const holder = await readHolder(note);
    if (holder !== null) return holder;
    await pause(50);
  }
  return null;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Whether a process of this machine lives. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
