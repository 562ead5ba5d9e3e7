import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/errors.ts';
import { withLock, type Holder } from '../../src/pipeline/lock.ts';
import { withPoints } from '../faults/support/points.ts';
import { temporaryFolder } from '../support/running.ts';

const me: Holder = {
  pid: process.pid,
  host: 'here',
  command: 'bezero run nightly.yaml',
  since: '2026-11-21T02:00:00.000Z',
};
const later: Holder = { ...me, command: 'bezero rollback', since: '2026-11-21T02:12:30.000Z' };

/** A process that has ended. */
const deadPid = (): number => spawnSync('true').pid;

/** Leaves a lock as a holder would that died some seconds ago. */
function leaveLock(store: string, holder: Holder, seconds: number): void {
  mkdirSync(join(store, 'lock'), { recursive: true });
  writeFileSync(join(store, 'lock.json'), JSON.stringify(holder));
  const then = Date.now() / 1_000 - seconds;
  utimesSync(join(store, 'lock'), then, then);
}

describe('withLock(store, me, work)', () => {
  it('lets one work at a time, and says who works and since when', async () => {
    const store = join(temporaryFolder(), 'store');
    const found = await withLock(store, me, async () => {
      const second = withLock(store, later, () => Promise.resolve('both'));
      await expect(second).rejects.toThrow(EngineError);
      return second.catch((error: unknown) => (error as Error).message);
    });
    expect(found).toBe(
      `${store} is in use by "bezero run nightly.yaml" (process ${process.pid} on here, since 2026-11-21T02:00:00.000Z, 12 minutes); ` +
        'wait for it or end it',
    );
    expect(await withLock(store, later, () => Promise.resolve('free'))).toBe('free');
    expect(existsSync(join(store, 'lock')) || existsSync(join(store, 'lock.json'))).toBe(false);
  });

  it('lets go when the work fails', async () => {
    const store = temporaryFolder();
    await expect(withLock(store, me, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(store, later, () => Promise.resolve(1))).toBe(1);
  });

  it('fails nothing and keeps nobody out where its note cannot be removed', async () => {
    const store = temporaryFolder();
    const refuse = (point: string): void => {
      if (point === 'rm /lock.json') throw new Error('EIO: i/o error');
    };
    const done = await withPoints('file', store, refuse, () => withLock(store, me, () => Promise.resolve('done')));
    expect([done, existsSync(join(store, 'lock.json'))]).toEqual(['done', true]);
    expect(await withLock(store, later, () => Promise.resolve('next'))).toBe('next');
  });

  it('takes over at once from a process of this machine that is gone', async () => {
    const store = temporaryFolder();
    leaveLock(store, { ...me, pid: deadPid() }, 3);
    expect(await withLock(store, later, () => Promise.resolve('taken over'))).toBe('taken over');
  });

  it('waits a little for a process that has just died', async () => {
    const store = temporaryFolder();
    leaveLock(store, { ...me, pid: deadPid() }, 0);
    expect(await withLock(store, later, () => Promise.resolve('taken over'))).toBe('taken over');
  });

  it('leaves a living process its lock even where it was busy for minutes', async () => {
    const store = temporaryFolder();
    leaveLock(store, me, 300);
    await expect(withLock(store, later, () => Promise.resolve(1))).rejects.toThrow(
      /is in use by "bezero run nightly.yaml"/,
    );
    leaveLock(store, me, 700);
    expect(await withLock(store, later, () => Promise.resolve(1))).toBe(1);
  });

  it('gives a process of another machine a minute', async () => {
    const store = temporaryFolder();
    leaveLock(store, { ...me, host: 'elsewhere' }, 30);
    await expect(withLock(store, later, () => Promise.resolve(1))).rejects.toThrow(/on elsewhere/);
    leaveLock(store, { ...me, host: 'elsewhere' }, 90);
    expect(await withLock(store, later, () => Promise.resolve(1))).toBe(1);
  });

  it('refuses to publish when another took the lock meanwhile', async () => {
    const store = temporaryFolder();
    const work = withLock(store, me, (stillHeld) => {
      stillHeld();
      writeFileSync(join(store, 'lock.json'), JSON.stringify(later));
      stillHeld();
      return Promise.resolve();
    });
    await expect(work).rejects.toThrow(/the lock was lost .* nothing was published/);
    expect(existsSync(join(store, 'lock.json'))).toBe(true);
  });
});
