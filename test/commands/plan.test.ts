import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { temporaryFolder } from '../support/running.ts';

const pipelines = fileURLToPath(new URL('../../pipelines', import.meta.url));

async function run(...argv: readonly string[]): Promise<RecordingEffects & { readonly code: number }> {
  const folder = temporaryFolder();
  cpSync(pipelines, join(folder, 'pipelines'), { recursive: true });
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(['plan', ...argv], effects) };
}

describe('bezero plan', () => {
  it('shows the steps in an order in which everything is there when it is read', async () => {
    const { printed, code } = await run('pipelines/nightly.yaml', '--json');
    expect(code).toBe(0);
    const steps = JSON.parse(printed.join('')) as {
      name: string;
      kind: string;
      reads: string[];
      writes: string[];
      sql?: string;
    }[];
    const there = new Set<string>();
    for (const { name, reads, writes } of steps) {
      for (const relation of reads)
        expect(there.has(relation) || relation.startsWith('raw.'), `${name} reads ${relation}`).toBe(true);
      for (const relation of writes) there.add(relation);
    }
    expect(steps[0]).toMatchObject({ kind: 'load', writes: ['raw.*'] });
    expect(steps.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['rfm', 'kmeans', 'discriminant', 'marts.customer']),
    );
  });

  it('is a table for people', async () => {
    const { printed } = await run('pipelines/nightly.yaml');
    expect(printed[0]).toMatch(/^step {2}kind +writes +reads$/);
    expect(printed.find((line) => line.includes('features.customer_rfm '))).toMatch(
      /relation +features.customer_rfm +warehouse.customer_order, warehouse.setting$/,
    );
  });

  it('shows SQL that a shell takes', async () => {
    const { printed } = await run('pipelines/nightly.yaml', '--sql');
    const text = printed.join('\n');
    expect(text).toMatch(/-- relation features.customer_rfm\ncreate or replace table features.customer_rfm as\n/);
    expect(text).not.toMatch(/;\s*;/);
  });

  it('refuses a file that is not there, with the nearest, and one that is wrong', async () => {
    expect((await run('pipelines/nigthly.yaml')).said).toEqual([
      'pipelines/nigthly.yaml must be a pipeline file; there is none; did you mean nightly.yaml?',
    ]);
    expect((await run('other/file.yaml')).said).toEqual([
      'other/file.yaml must be a pipeline file; there is none; "bezero init" writes one',
    ]);
    const folder = await run('pipelines');
    expect([folder.code, folder.said[0]]).toEqual([
      2,
      expect.stringMatching(/^pipelines must be a pipeline file that can be read/),
    ]);
    const readme = await run('pipelines/README.md');
    expect(readme.code).toBe(2);
    expect(readme.said[0]).toMatch(/^pipelines\/README.md:\d+:\d+: /);
  });
});
