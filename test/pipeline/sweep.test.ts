import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { warehouseOf } from '../../src/pipeline/releases.ts';
import { applyRetention } from '../../src/pipeline/sweep.ts';
import { temporaryFolder } from '../support/running.ts';

const run = '2026-11-20T020000Z-7f3a';

it.each(['is a file', 'is not there'])('no load is removed where the folder of releases %s', async (what) => {
  const store = temporaryFolder();
  mkdirSync(join(store, 'loads/0a1b2c3d4e5f6071'), { recursive: true });
  symlinkSync(`releases/${run}`, join(store, 'current'));
  if (what === 'is a file') writeFileSync(join(store, 'releases'), '');
  const tidied = applyRetention(store, { warehouses: 1, releases: 1 });
  if (what === 'is a file') await expect(tidied).rejects.toThrow('ENOTDIR');
  else await tidied;
  expect(existsSync(join(store, 'loads/0a1b2c3d4e5f6071'))).toBe(true);
});

it('a warehouse that was written again is kept, also where the release after it knows an earlier name of it', async () => {
  const store = temporaryFolder();
  const [first, second] = [`${run}e2`, '2026-11-21T020000Z-7f3b'];
  for (const [name, previous] of [
    [first, null],
    [second, `${run}e1`],
  ] as const) {
    const folder = join(store, 'releases', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ run: name, previous, inputs: [] }));
    writeFileSync(warehouseOf(folder), '');
  }
  symlinkSync(`releases/${second}`, join(store, 'current'));
  await applyRetention(store, { warehouses: 2, releases: 1 });
  expect(existsSync(warehouseOf(join(store, 'releases', first)))).toBe(true);
});

it.each([
  [1, ['D']],
  [2, ['D', 'B']],
  [3, ['D', 'B', 'A']],
  [4, ['D', 'B', 'A', 'C']],
])(
  'of %i warehouses, those that the current release was made after come before one that was rolled back',
  async (warehouses, kept) => {
    const store = temporaryFolder();
    const runOf = (name: string): string => `2026-11-2${'ABCD'.indexOf(name)}T020000Z-7f3${name.toLowerCase()}`;
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
    await applyRetention(store, { warehouses, releases: 30 });
    const all = ['D', 'B', 'A', 'C'];
    expect(all.filter((name) => existsSync(warehouseOf(folderOf(name))))).toEqual(kept);
    expect(all.filter((name) => existsSync(join(store, 'loads', `load-${name}`)))).toEqual(kept);
  },
);
