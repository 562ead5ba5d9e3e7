import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders of tests are in memory where there is room: they are synced to disk all the time, and gone in a second. */
const memory = '/dev/shm';
const hasRoom = (folder: string): boolean => {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 4e9;
};

/** The files that take longest, which begin first, so that no process is left alone with one of them at the end. */
const slowest = [
  ...['models/batteries', 'docs', 'reports/build', 'commands/plan', 'batteries', 'real/real', 'pipeline/run'],
  ...['pipeline/backfill', 'segments/thirty-nights', 'sources/load', 'pipeline/people', 'pipeline/history'],
  ...['faults/statements', 'faults/kill', 'faults/files', 'faults/damage', 'faults/polluted', 'faults/room'],
];

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = slowest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return found === -1 ? slowest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // One process per core runs file after file: code is loaded and compiled once. No test may leave anything behind.
    pool: 'forks',
    isolate: false,
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SlowestFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // DuckDB takes as many threads as a batch system grants: small data are done sooner on one thread, and every core has a process. Tests of threads say how many.
    env: { TZ: 'UTC', BEZERO_TESTS: mode, SLURM_CPUS_ON_NODE: '1', ...(hasRoom(memory) && { TMPDIR: memory }) },
  },
}));
