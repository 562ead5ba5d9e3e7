import { expect, it } from 'vitest';
import { causesOf } from '../../../src/commands/diff/causes.ts';
import type { RunRecord } from '../../../src/pipeline/record.ts';

const record = (run: string, loads: Readonly<Record<string, string>>, more: Partial<RunRecord> = {}): RunRecord =>
  ({
    ...{ run, asOf: '2026-01-01', versions: { bezero: '0.1.0' }, configHash: 'a' },
    inputs: Object.entries(loads).map(([file, loadId]) => ({ file, loadId, table: 'customers' })),
    ...more,
  }) as RunRecord;

it('why a release tells anything else: its day, files that came, went or were read anew, its pipeline, versions', () => {
  const older = record('r1', { 'customers.csv': '1', 'gone.csv': '2', 'same.csv': '3' });
  const newer = record(
    'r2',
    { 'customers.csv': '4', 'come.csv': '5', 'same.csv': '3' },
    { asOf: '2026-01-02', configHash: 'b', versions: { bezero: '0.2.0' }, erasures: 'm' },
  );
  expect(causesOf(older, newer)).toEqual([
    'the as-of day went from 2026-01-01 to 2026-01-02',
    '1 load read anew: customers.csv',
    '1 load more: come.csv',
    '1 load no more: gone.csv',
    'the pipeline is another',
    'bezero is 0.2.0; it was 0.1.0',
    'people were erased in between',
  ]);
  expect(causesOf(older, older)).toEqual([
    'no day, file, setting or version is another; people may have decided something',
  ]);
});
