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
