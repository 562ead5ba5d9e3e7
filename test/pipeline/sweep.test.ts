import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
