import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { basisOf, judgeReuse, type Basis, type Ground, type Inputs } from '../../src/models/reuse.ts';
import type { RefitOptions } from '../../src/models/refit-options.ts';
import { raw } from '../../src/sql/sql.ts';
import { open, workingTables } from './support.ts';

let engine: Engine;
let basis: Basis;
const ground: Ground = {
  version: '1',
  modelVersion: 1,
  asOf: '2026-01-01',
  options: '{"k":3}',
  erasures: null,
  segments: 'a1',
};
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
  judgeReuse(
    engine,
    { basis, inputs: () => inputs(share, customers) },
    { ...ground, asOf: '2026-01-05', ...tonight },
    { ...policy, ...asked },
  );

const steady = (psi: unknown) => ({
  reuse: true,
  why: [{ code: 'steady', feature: expect.any(String) as string, psi, limit: 0.1 }],
});

describe('judgeReuse(engine, judged, tonight, policy)', () => {
  it('uses a model again while what it was fitted to is as it was, and leaves no table behind', async () => {
    expect(await judge()).toEqual(steady(0));
    expect(await judge({}, {}, 3)).toEqual(steady(expect.closeTo(0.02, 2)));
    expect(await workingTables(engine)).toEqual([]);
  });

  it('asks for a fit where a feature has drifted, and says which', async () => {
    const drifted = { code: 'drifted', feature: 'age' };
    expect(await judge({}, {}, 30)).toMatchObject({ reuse: false, why: [{ ...drifted, limit: 0.1 }] });
    const strict = await judge({}, { drift: { psi: 0.01, days: 30 } }, 3);
    expect(strict).toMatchObject({ reuse: false, why: [{ ...drifted, limit: 0.01 }] });
  });

  it('asks for a fit where the model is too old, also without drift', async () => {
    expect((await judge({ asOf: '2026-01-30' })).reuse).toBe(true);
    expect(await judge({ asOf: '2026-01-31' })).toEqual({ reuse: false, why: [{ code: 'old', days: 30 }] });
    const days = (every_days: number) => judge({}, { refit: { every_days } }, 30);
    expect(await days(5)).toEqual({ reuse: true, why: [{ code: 'young', days: 4 }] });
    expect(await days(4)).toEqual({ reuse: false, why: [{ code: 'old', days: 4 }] });
    expect((await judge({ asOf: '2031-01-01' }, { drift: { psi: 0.1 } })).reuse).toBe(true);
  });

  it('asks what else may ask for a fit where nothing has drifted', async () => {
    const beyond = (share: number) => () => Promise.resolve({ share, limit: 0.02 });
    const judged = (share: number, moved = 0) =>
      judgeReuse(engine, { basis, inputs: () => inputs(moved), beyond: beyond(share) }, ground, policy);
    expect((await judged(0.02)).why).toEqual([...steady(0).why, { code: 'within', share: 0.02, limit: 0.02 }]);
    expect(await judged(0.03)).toEqual({ reuse: false, why: [{ code: 'beyond', share: 0.03, limit: 0.02 }] });
    expect((await judged(0.03, 30)).why).toMatchObject([{ code: 'drifted' }]);
  });

  it.each([
    ['unfitted', () => judgeReuse(engine, { basis, inputs: () => null }, ground, policy)],
    ['version', () => judgeReuse(engine, { basis: undefined, inputs: () => inputs(0) }, ground, policy)],
    ['always', () => judge({}, { refit: 'always' })],
    ['version', () => judge({ version: '2' })],
    ['version', () => judge({ modelVersion: 2 })],
    ['nothing', () => judge({}, {}, 0, 0)],
    ['options', () => judge({ options: '{"k":4}' })],
    ['erased', () => judge({ erasures: '1f' })],
    ['segments', () => judge({ segments: 'b2' })],
    ['segments', () => judge({ segments: null })],
  ])('asks for a fit: %s', async (code, judged) => {
    expect(await judged()).toEqual({ reuse: false, why: [{ code }] });
  });
});
