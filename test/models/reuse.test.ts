import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { basisOf, judgeReuse, type Basis, type Ground, type Inputs } from '../../src/models/reuse.ts';
import type { RefitOptions } from '../../src/models/refit-options.ts';
import { raw } from '../../src/sql/sql.ts';
import { open, workingTables } from './support.ts';

let engine: Engine;
let basis: Basis;
const ground: Ground = { version: '1', modelVersion: 1, asOf: '2026-01-01', options: '{"k":3}', segments: 'a1' };
const policy: RefitOptions = { refit: 'drift', drift: { psi: 0.1, days: 30 } };

/** Values from 0 to 99 and a class that some have; a share of the values is moved. */
const inputs = (share: number, customers = 1000): Inputs => ({
  rows: raw(
    `select cast(case when i % 100 < ${share} then 150 else i % 100 end as double) as u1, i % 3 as u2 from range(${customers}) as t (i)`,
  ),
  features: ['age', 'class'],
});

beforeAll(async () => {
  engine = await open();
  basis = await basisOf(engine, ground, inputs(0));
});
afterAll(() => engine.close());

const judge = (tonight: Partial<Ground> = {}, asked: Partial<RefitOptions> = {}, share = 0, customers = 1000) =>
  judgeReuse(engine, basis, { ...ground, asOf: '2026-01-05', ...tonight }, { ...policy, ...asked }, () =>
    inputs(share, customers),
  );

describe('judgeReuse(engine, basis, tonight, policy, inputs)', () => {
  it('uses a model again while what it was fitted to is as it was, and leaves no table behind', async () => {
    expect(await judge()).toEqual({ reuse: true, reason: 'drift is small (PSI at most 0.00)' });
    expect(await judge({}, {}, 3)).toEqual({ reuse: true, reason: 'drift is small (PSI at most 0.02)' });
    expect(await workingTables(engine)).toEqual([]);
  });

  it('asks for a fit where a feature has drifted, and says which', async () => {
    const { reuse, reason } = await judge({}, {}, 30);
    expect([reuse, reason]).toEqual([false, expect.stringMatching(/^age has drifted \(PSI [1-9]\.\d\d\)$/)]);
    expect((await judge({}, { drift: { psi: 0.01, days: 30 } }, 3)).reason).toBe('age has drifted (PSI 0.02)');
  });

  it('asks for a fit where the model is too old, also without drift', async () => {
    expect((await judge({ asOf: '2026-01-30' })).reuse).toBe(true);
    expect(await judge({ asOf: '2026-01-31' })).toEqual({ reuse: false, reason: 'it is 30 days old' });
    expect(await judge({}, { refit: { every_days: 5 } }, 30)).toEqual({ reuse: true, reason: '4 days old' });
    expect(await judge({}, { refit: { every_days: 4 } })).toEqual({ reuse: false, reason: 'it is 4 days old' });
  });

  it.each([
    ['it could not be fitted before', () => judgeReuse(engine, basis, ground, policy, () => null)],
    ['it was stored by another version', () => judgeReuse(engine, undefined, ground, policy, () => inputs(0))],
    ['refit is always', () => judge({}, { refit: 'always' })],
    ['it was stored by another version', () => judge({ version: '2' })],
    ['it was stored by another version', () => judge({ modelVersion: 2 })],
    ['there is nothing tonight that it could be held against', () => judge({}, {}, 0, 0)],
    ['options have changed', () => judge({ options: '{"k":4}' })],
    ['the segments are others', () => judge({ segments: 'b2' })],
    ['the segments are others', () => judge({ segments: null })],
  ])('asks for a fit: %s', async (reason, judged) => {
    expect(await judged()).toEqual({ reuse: false, reason });
  });
});
