import { existsSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { withLock } from '../../src/pipeline/lock.ts';
import { pointCurrent } from '../../src/pipeline/releases.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';
import { makeRelease } from '../support/store.ts';

const [oldest, before, current] = ['2026-11-19T020000Z-0001', '2026-11-20T020000Z-0002', '2026-11-21T020000Z-0003'];
const tables = { 'marts.customer': 'select 1 as customer_id' };

/** A folder with a store of three releases; the oldest has lost its warehouse. */
async function setUp(): Promise<string> {
  const folder = temporaryFolder();
  const store = join(folder, 'store');
  await makeRelease(store, oldest);
  await makeRelease(store, before, tables);
  await makeRelease(store, current, tables);
  await pointCurrent(store, current);
  return folder;
}

async function run(folder: string, ...argv: readonly string[]): Promise<RecordingEffects & { readonly code: number }> {
  const effects = recordingEffects(folder);
  return { ...effects, code: await main(argv, effects) };
}

const currentIn = (folder: string): string => readlinkSync(join(folder, 'store', 'current'));

describe('bezero releases', () => {
  it('lists them, newest first, with the current one marked', async () => {
    const { printed, code } = await run(await setUp(), 'releases');
    expect(code).toBe(0);
    expect(printed.map((line) => line.replace(/ +[\d.]+ [kM]?B /, ' SIZE '))).toEqual([
      expect.stringMatching(/^ {3}run +as of +pipeline +took +size {2}warehouse$/),
      expect.stringMatching(/^─ {2}─/),
      `*  ${current}  2026-11-21  tiny      1 min 5 s SIZE  yes`,
      `   ${before}  2026-11-20  tiny      1 min 5 s SIZE  yes`,
      `   ${oldest}  2026-11-19  tiny      1 min 5 s SIZE  no`,
    ]);
    expect(Math.max(...printed.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints them as JSON', async () => {
    const { printed } = await run(await setUp(), 'releases', '--json');
    const found = JSON.parse(printed.join('')) as Record<string, unknown>[];
    expect(
      found.map(({ run: id, current: now, hasWarehouse, asOf, seconds }) => [id, now, hasWarehouse, asOf, seconds]),
    ).toEqual([
      [current, true, true, '2026-11-21', 65.2],
      [before, false, true, '2026-11-20', 65.2],
      [oldest, false, false, '2026-11-19', 65.2],
    ]);
  });
});

describe('bezero diff', () => {
  it('names every release that is not there', async () => {
    const { code, said } = await run(await setUp(), 'diff', 'a', '2026-11-20T020000Z-0020');
    expect([code, said]).toEqual([
      2,
      [
        'a must be a release; there is none of this name; "bezero releases" lists them\n' +
          `2026-11-20T020000Z-0020 must be a release; did you mean ${before}?`,
      ],
    ]);
  });
});

describe('bezero rollback', () => {
  it('goes to the release before, and forward again by name', async () => {
    const folder = await setUp();
    const back = await run(folder, 'rollback');
    expect(back.said).toEqual([
      `${before} (as of 2026-11-20) is current now; before: ${current} (as of 2026-11-21)`,
      expect.stringContaining('will be read again by the next run'),
    ]);
    expect(currentIn(folder)).toBe(join('releases', before));
    const forward = await run(folder, 'rollback', current, '--json');
    expect(JSON.parse(forward.printed.join(''))).toEqual({ from: before, to: current });
    expect(currentIn(folder)).toBe(join('releases', current));
    expect(existsSync(join(folder, 'store', 'lock'))).toBe(false);
  });

  it('speaks of what was wrong in files where one goes back, not where one goes forward', async () => {
    const folder = await setUp();
    await makeRelease(join(folder, 'store'), '2026-11-22T020000Z-0004', tables);
    expect((await run(folder, 'rollback')).said.at(-1)).toContain('if something was wrong in your files');
    expect((await run(folder, 'rollback', current)).said.at(-1)).toBe(
      'what came in since will be read again by the next run',
    );
    expect((await run(folder, 'rollback', '2026-11-22T020000Z-0004')).said).toHaveLength(1);
  });

  it('says so where there is nothing to do', async () => {
    const folder = await setUp();
    expect((await run(folder, 'rollback', current)).said).toEqual([`${current} is current already`]);
  });

  it('refuses a release without its warehouse, and says where one can go', async () => {
    const folder = await setUp();
    const { code, said } = await run(folder, 'rollback', oldest);
    expect([code, said]).toEqual([
      2,
      [`${oldest} must have its warehouse to be made current; only its files were kept; there is ${before}`],
    ]);
    await run(folder, 'rollback');
    const again = await run(folder, 'rollback');
    expect(again.said.join()).toContain(`${oldest} must have its warehouse`);
    expect(currentIn(folder)).toBe(join('releases', before));
  });

  it('refuses a release that is not there, with the nearest', async () => {
    const { code, said } = await run(await setUp(), 'rollback', '2026-11-20T020000Z-0020');
    expect([code, said]).toEqual([2, [`2026-11-20T020000Z-0020 must be a release; did you mean ${before}?`]]);
  });

  it('refuses to go before the first', async () => {
    const folder = temporaryFolder();
    await makeRelease(join(folder, 'store'), current, tables);
    expect((await run(folder, 'rollback')).said).toEqual([
      'RUN must be named: no release is current; there is ' + current,
    ]);
    await pointCurrent(join(folder, 'store'), current);
    expect((await run(folder, 'rollback')).said).toEqual([`${current} is the first release; there is none before it`]);
  });

  it('waits for no run: it says who holds the store', async () => {
    const folder = await setUp();
    const holder = {
      pid: process.pid,
      host: 'test',
      command: 'bezero run nightly.yaml',
      since: '2026-11-21T02:00:00.000Z',
    };
    const { code, said } = await withLock(join(folder, 'store'), holder, () => run(folder, 'rollback'));
    expect(code).toBe(5);
    expect(said.join()).toMatch(
      /is in use by "bezero run nightly.yaml" \(process \d+ on test, since 2026-11-21T02:00:00.000Z/,
    );
    expect(currentIn(folder)).toBe(join('releases', current));
  });
});

describe('a store without a current release', () => {
  it('is told apart from no store', async () => {
    const folder = temporaryFolder();
    await makeRelease(join(folder, 'store'), oldest);
    const { code, said } = await run(folder, 'rejects');
    expect([code, said[0]]).toEqual([
      2,
      expect.stringMatching(
        /store must have a current release; no run has been published yet: "bezero run PIPELINE" does$/,
      ),
    ]);
    await pointCurrent(join(folder, 'store'), oldest);
    const gone = await run(folder, 'sql', 'select 1');
    expect([gone.code, gone.said[0]]).toEqual([
      2,
      `${oldest}, the current release, must have its warehouse; it is gone: "bezero run PIPELINE" makes a new one`,
    ]);
  });
});
