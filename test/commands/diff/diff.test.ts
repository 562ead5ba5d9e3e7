import { expect, it } from 'vitest';
import { changedFigures } from '../../../src/commands/diff/figures.ts';
import { modelsChanged } from '../../../src/commands/diff/models.ts';
import { rowsOfFiles } from '../../../src/commands/diff/outputs.ts';
import { compareSegments } from '../../../src/commands/diff/segments.ts';
import type { ModelRecord } from '../../../src/pipeline/record.ts';
import type { Upkeep } from '../../../src/text/en/upkeep.ts';

const upkeep = (isReused: boolean, why: Upkeep['why'] = [], asOf = '2026-01-01') => ({
  ...{ on: '2026-01-02', asOf, isReused, why },
});

it('models say whether they were used again, fitted again and why, or foretell in another way; those alike in one line', () => {
  const model = (id: string, used: string | null, more: ModelRecord = {}) => ({ id, used, ...more });
  const older = {
    asOf: '2026-01-01',
    fingerprint: 'a',
    models: {
      clv: { id: '1', fittedAsOf: '2026-01-01', upkeep: upkeep(false) },
      discriminant: { id: '1', fittedAsOf: '2026-01-01', upkeep: upkeep(false) },
      kmeans: { id: '1', fittedAsOf: '2026-01-01', upkeep: upkeep(false) },
      lookalike: { id: '1', fittedAsOf: '2026-01-01' },
      repurchase: model('1', 'naive rule', { fittedAsOf: '2026-01-01' }),
      rfm: { id: '1' },
      tree: { id: '1', fittedAsOf: '2026-01-01', upkeep: upkeep(false) },
    },
  };
  const newer = {
    asOf: '2026-01-08',
    fingerprint: 'b',
    models: {
      basket: {},
      clv: { id: '2', fittedAsOf: '2026-01-01', upkeep: upkeep(true) },
      discriminant: { id: '2', fittedAsOf: '2026-01-05', upkeep: upkeep(true, [], '2026-01-05') },
      kmeans: { id: '1', fittedAsOf: '2026-01-01', upkeep: upkeep(true) },
      lookalike: { id: '2', fittedAsOf: '2026-01-01' },
      repurchase: model('2', 'model', { fittedAsOf: '2026-01-08' }),
      tree: { id: '2', fittedAsOf: '2026-01-08', upkeep: upkeep(false, [{ code: 'erased' }]) },
    },
  };
  expect(modelsChanged(older, newer)).toEqual([
    'basket: new',
    'clv, kmeans: used again, fitted as of 2026-01-01; scores are as of 2026-01-08',
    'discriminant: fitted again in between, as of 2026-01-05',
    'lookalike: other figures',
    'repurchase: fitted again, as of 2026-01-08, as on every night; foretells by its model now, not by recency alone',
    'rfm: gone',
    'tree: fitted again, as of 2026-01-08: people were erased since',
  ]);
  expect(modelsChanged(newer, newer)).toEqual([]);
  const alone = (used: string | null) => ({
    asOf: '2026-01-08',
    fingerprint: 'a',
    models: { repurchase: model('2', used) },
  });
  expect(modelsChanged(alone('model'), alone(null))).toEqual([
    'repurchase: foretells by nothing now, not by its model',
  ]);
});

it('a model whose record is the same but for its id, as another was used the night before, is the same', () => {
  const repurchase = { used: 'model', fittedAsOf: '2026-01-01', holdout: { again: 416 } };
  const release = (model: ModelRecord) => ({ asOf: '2026-01-01', fingerprint: 'a', models: { repurchase: model } });
  const older = release({ id: '1', ...repurchase });
  expect(modelsChanged(older, release({ id: '2', ...repurchase }))).toEqual([]);
  const other = { ...repurchase, holdout: { again: 417 } };
  expect(modelsChanged(older, release({ id: '2', ...other }))).toHaveLength(1);
});

it('files of who entered and left are one line, and what was not there has no number', () => {
  const files = (...given: (readonly [file: string, rows: number | null])[]) =>
    rowsOfFiles({ outputs: given.map(([file, rows]) => ({ file, rows, sha256: '' })) });
  const before = files(['segments/s1.csv', 4], ['report.html', null]);
  const now = files(['segments/s1.csv', 5], ['segments/changes/a-entered.csv', 1], ['segments/changes/a-left.csv', 0]);
  expect(changedFigures(before, now)).toEqual([
    { name: 'segments/s1.csv', before: '4', now: '5', change: '+1 (+25 %)' },
    { name: 'segments/changes (all files)', before: null, now: '1', change: 'new' },
  ]);
});

it('a small change is told with as many digits as it takes', () => {
  const changeFrom = (before: number, now: number): string | undefined =>
    changedFigures(new Map([['sum', before]]), new Map([['sum', now]]))[0]?.change;
  expect(changeFrom(616_026.43, 615_721.44)).toBe('-304.99 (-0.05 %)');
  expect(changeFrom(9_000_000, 9_000_001)).toBe('+1 (+0.00001 %)');
  expect(changeFrom(3, 4)).toBe('+1 (+33.3 %)');
  expect(changeFrom(4, 1_004)).toBe('+1,000 (+25,000 %)');
});

it('says which release lacks what it takes to compare segments', async () => {
  const release = (run: string, hasWarehouse: boolean) => ({
    ...{ run, folder: '/', current: false, hasWarehouse, record: null },
  });
  const { incomparable } = await compareSegments(release('R1', false), release('R2', true));
  expect(incomparable).toBe('R1 has no warehouse any more ("keep" of the pipeline says how many stay)');
});
