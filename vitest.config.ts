import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Folders of tests are in memory where there is room: they are synced to disk all the time, and gone in a second. */
const memory = '/dev/shm';
const hasRoom = (folder: string): boolean => {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 4e9;
};

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // One process per core runs file after file: code is loaded and compiled once. No test may leave anything behind.
    pool: 'forks',
    isolate: false,
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: 'UTC', ...(hasRoom(memory) && { TMPDIR: memory }) },
  },
});
