import { describe, expect, it } from 'vitest';
import { nameAgain } from '../../src/pipeline/erasure/releases.ts';
import { againOf } from '../../src/pipeline/releases.ts';

describe('the name of a release that was written again', () => {
  it('tells the run and how often, also where the id of the run ends like such a name', () => {
    for (const run of ['2026-11-21T020000Z-7f3a', '2026-11-21T020000Z-7fe1']) {
      expect(againOf(run)).toEqual({ first: run, times: 0 });
      expect(nameAgain(run)).toBe(`${run}e1`);
      expect(againOf(nameAgain(nameAgain(run)))).toEqual({ first: run, times: 2 });
    }
  });
});
