import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wayFromCurrent } from '../../src/pipeline/damage.ts';
import { beforeCurrent } from '../../src/pipeline/line.ts';
import { listReleases, warehouseOf } from '../../src/pipeline/releases.ts';
import { applyRetention } from '../../src/pipeline/sweep.ts';
import { temporaryFolder } from '../support/running.ts';

const runOf = (name: string): string => `2026-11-2${'ABCD'.indexOf(name)}T020000Z-7f3${name.toLowerCase()}`;

/** A store of releases A to D, of which C was rolled back: D was made after B. */
function storeOfFour() {
  const store = temporaryFolder();
  const folderOf = (name: string): string => join(store, 'releases', runOf(name));
  for (const [name, previous] of [
    ['A', null],
    ['B', 'A'],
    ['C', 'B'],
    ['D', 'B'],
  ] as const) {
    mkdirSync(folderOf(name), { recursive: true });
    const record = { run: runOf(name), previous: previous && runOf(previous), inputs: [{ loadId: `load-${name}` }] };
    writeFileSync(join(folderOf(name), 'run.json'), JSON.stringify(record));
    writeFileSync(warehouseOf(folderOf(name)), '');
    mkdirSync(join(store, 'loads', `load-${name}`), { recursive: true });
  }
  symlinkSync(`releases/${runOf('D')}`, join(store, 'current'));
  return { store, folderOf };
}

it.each([
  [1, ['D']],
  [2, ['D', 'B']],
  [3, ['D', 'B', 'A']],
  [4, ['D', 'B', 'A', 'C']],
])(
  'of %i warehouses, those that the current release was made after come before one that was rolled back',
  async (warehouses, kept) => {
    const { store, folderOf } = storeOfFour();
    await applyRetention(store, { warehouses, releases: 30 });
    const all = ['D', 'B', 'A', 'C'];
    expect(all.filter((name) => existsSync(warehouseOf(folderOf(name))))).toEqual(kept);
    expect(all.filter((name) => existsSync(join(store, 'loads', `load-${name}`)))).toEqual(kept);
  },
);

it('the way back, and the way out of a damaged release, lead to what it was made after, not to what was rolled back', async () => {
  const { store } = storeOfFour();
  expect(beforeCurrent(await listReleases(store)).map(({ run }) => run)).toEqual(['B', 'A', 'C'].map(runOf));
  expect(await wayFromCurrent(store)).toContain(`bezero rollback ${runOf('B')}`);
});
