import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/errors.ts';
import { bytesOf, currentRelease, listReleases, pointCurrent } from '../../src/pipeline/releases.ts';
import { temporaryFolder } from '../support/running.ts';
import { makeRelease } from '../support/store.ts';

const [first, second] = ['2026-11-20T020000Z-0001', '2026-11-21T020000Z-0002'];

/** How often `current` was not there while it moved 40 times. */
async function absences(store: string, move: (run: string) => Promise<void>): Promise<number> {
  const moves = (async () => {
    for (let i = 0; i < 40; i++) await move(i % 2 === 0 ? second : first);
    return true;
  })();
  let absent = 0;
  for (let done = false; !done; done = await Promise.race([moves, Promise.resolve(false)])) {
    if (!existsSync(join(store, 'current', 'run.json'))) absent++;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return absent;
}

describe('pointCurrent(store, run)', () => {
  it('makes a relative link, also over another one, and leaves nothing beside it', async () => {
    const store = temporaryFolder();
    await makeRelease(store, first);
    await makeRelease(store, second);
    expect(await currentRelease(store)).toBeNull();
    await pointCurrent(store, first);
    await pointCurrent(store, second);
    expect(readlinkSync(join(store, 'current'))).toBe(join('releases', second));
    expect(readFileSync(join(store, 'current', 'run.json'), 'utf8')).toContain(second);
    expect(readdirSync(store).sort()).toEqual(['current', 'releases']);
  });

  it('is never absent while it moves; a link that is removed and made again is', async () => {
    const store = temporaryFolder();
    await makeRelease(store, first);
    await makeRelease(store, second);
    await pointCurrent(store, first);
    expect(await absences(store, (run) => pointCurrent(store, run))).toBe(0);
    const torn = await absences(store, async (run) => {
      await rm(join(store, 'current'));
      await symlink(join('releases', run), join(store, 'current'));
    });
    expect(torn).toBeGreaterThan(0);
  });

  it('says so where "current" is a folder that somebody copied', async () => {
    const store = temporaryFolder();
    await makeRelease(store, first);
    mkdirSync(join(store, 'current'));
    writeFileSync(join(store, 'current', 'report.html'), '');
    await expect(pointCurrent(store, first)).rejects.toThrow(EngineError);
    await expect(currentRelease(store)).rejects.toThrow(/current must be a link to a release/);
    expect(readdirSync(store).sort()).toEqual(['current', 'releases']);
  });
});

describe('listReleases(store)', () => {
  it('tells published runs, newest first, with what is left of each', async () => {
    const store = temporaryFolder();
    await makeRelease(store, first);
    await makeRelease(store, second, { 'marts.total': 'select 1 as customers' });
    mkdirSync(join(store, 'releases', '.2026-11-22T020000Z-0003'));
    writeFileSync(join(store, 'releases', 'notes.txt'), '');
    await pointCurrent(store, second);
    const releases = await listReleases(store);
    expect(releases.map(({ run, current, hasWarehouse }) => [run, current, hasWarehouse])).toEqual([
      [second, true, true],
      [first, false, false],
    ]);
    expect(releases[1]!.record).toEqual({
      pipeline: 'tiny',
      asOf: '2026-11-20',
      finishedAt: '2026-11-20T02:01:05.250Z',
      seconds: 65.2,
    });
    expect(await bytesOf(releases[0]!)).toBeGreaterThan(await bytesOf(releases[1]!));
  });

  it('lists a release whose record is torn, and an empty store', async () => {
    const store = temporaryFolder();
    expect(await listReleases(store)).toEqual([]);
    await makeRelease(store, first);
    writeFileSync(join(store, 'releases', first, 'run.json'), '{"run":');
    expect((await listReleases(store))[0]!.record).toBeNull();
    rmSync(join(store, 'releases', first, 'run.json'));
    expect((await listReleases(store))[0]!.record).toBeNull();
  });
});
