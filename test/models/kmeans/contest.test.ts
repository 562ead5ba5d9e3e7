import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { judge, type KCriteria } from '../../../src/models/kmeans/choose.ts';
import { contend, tellContest, type Challenger, type Incumbent } from '../../../src/models/kmeans/contest.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../../src/models/kmeans/fitted.ts';
import { incumbentOf } from '../../../src/models/kmeans/incumbent.ts';
import { kmeansOptions } from '../../../src/models/kmeans/options.ts';
import { open, table } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';

const one = (k: number, silhouette: number, changes: Partial<KCriteria> = {}): KCriteria => ({
  ...{ k, silhouette, within: 1, smallestShare: 0.1, silhouettes: [], rand: 0.9, jaccard: [] },
  ...{ calinskiHarabasz: 1, daviesBouldin: 1, gap: 1, gapError: 1, ...changes },
});
const unstable = { rand: 0.5 };

const contest = (criteria: readonly KCriteria[], incumbent: Partial<Incumbent>, needed = 3) =>
  contend(
    judge(criteria, 0.02),
    { from: 3, to: 7 },
    { k: 5, challengers: [], again: false, ...incumbent },
    { margin: 0.02, needed },
  );
const told = (...all: Parameters<typeof contest>): string | null => {
  const { k, contest: held } = contest(...all);
  const remark = tellContest(k, held);
  return remark && inEnglish([remark]).join('');
};
const after = (refits: number, k = 6): { challengers: Challenger[] } => ({ challengers: [{ k, lead: 0.03, refits }] });

describe('contend(judged, range, incumbent, rule)', () => {
  const better = [one(5, 0.4), one(6, 0.431), one(7, 0.419)];

  it('keeps k until another was better by the margin in three refits in a row', () => {
    expect(told(better, {})).toBe('k stays 5; 6 was better by 0.031 in 1 of 3 refits');
    expect(told(better, after(1))).toBe('k stays 5; 6 was better by 0.031 in 2 of 3 refits');
    expect(told(better, after(2))).toBe('k is 6 now: it was better by 0.031 in 3 refits in a row');
    expect(contest(better, after(2)).k).toBe(6);
    expect(contest(better, {}, 1).k).toBe(6);
  });

  it('forgets a challenger that was not better once, or by less than the margin', () => {
    const level = [one(5, 0.4), one(6, 0.419)];
    expect(contest(level, after(2))).toEqual({
      k: 5,
      contest: { incumbent: 5, margin: 0.02, needed: 3, lost: null, unstable: false, challengers: [] },
    });
    expect(told(level, after(2))).toBeNull();
  });

  it('does not take an equal one for better where the margin is 0', () => {
    const level = judge([one(5, 0.4), one(6, 0.4), one(7, 0.401)], 0.02);
    const incumbent = { k: 5, challengers: [], again: false };
    const { contest: held } = contend(level, { from: 3, to: 7 }, incumbent, { margin: 0, needed: 3 });
    expect(held.challengers.map(({ k }) => k)).toEqual([7]);
  });

  it('takes one for better that leads by the margin exactly', () => {
    expect(contest([one(5, 0), one(6, 0.02)], {}).contest.challengers.map(({ k }) => k)).toEqual([6]);
  });

  it('counts every challenger by itself, and takes the best of those that are through', () => {
    const both = [one(5, 0.4), one(6, 0.43), one(7, 0.45)];
    expect(told(both, after(1))).toBe(
      'k stays 5; 6 was better by 0.030 in 2 of 3 refits, 7 was better by 0.050 in 1 of 3 refits',
    );
    expect(contest(both, after(2)).k).toBe(6);
    expect(contest(both, { challengers: [...after(2).challengers, ...after(2, 7).challengers] }).k).toBe(7);
  });

  it('lets the same day count once', () => {
    expect(contest(better, { ...after(2), again: true }).contest.challengers[0]!.refits).toBe(2);
    expect(contest(better, { again: true }).contest.challengers[0]!.refits).toBe(1);
  });

  it('takes a stable k for better than one that is not, and no unstable one', () => {
    const shaky = [one(5, 0.6, unstable), one(6, 0.4)];
    expect(told(shaky, {})).toBe('k stays 5; 6 was stable, as 5 is not, in 1 of 3 refits');
    expect(told(shaky, after(2))).toBe('k is 6 now: it was stable, as 5 is not, in 3 refits in a row');
    expect(contest([one(5, 0.4), one(6, 0.6, unstable)], after(2)).contest.challengers).toEqual([]);
    expect(contest([one(5, 0.4, unstable), one(6, 0.6, unstable)], after(2)).k).toBe(6);
  });

  it('follows the rule at once where the k in use cannot stay, and says why', () => {
    expect(told([one(3, 0.3), one(4, 0.4)], {})).toBe('k is 4 now: 5 is more than the sample has different customers');
    expect(told([one(3, 0.3)], { k: 2 })).toBe('k is 3 now: 2 is not among 3 to 7');
    const small = { smallestShare: 0.001 };
    expect(told([one(4, 0.3), one(5, 0.5, small)], after(1))).toBe(
      'k is 4 now: 5 has a segment below the smallest share',
    );
    // Where no k has its segments large enough, that says nothing against the one in use.
    expect(contest([one(4, 0.51, small), one(5, 0.5, small)], {}).k).toBe(5);
  });
});

describe('incumbentOf(stored, options, asOf)', () => {
  it('forgets the challengers of a k that is in use no more', () => {
    const asked = kmeansOptions.parse({ features: ['a'], k: 'auto' });
    const challengers = after(2, 7).challengers;
    const of = (chosen: number, asOf = '2026-01-02') => {
      const choice = { chosen, contest: { incumbent: 5, challengers } };
      return incumbentOf({ asOf: '2026-01-01', options: asked, choice } as unknown as FittedKmeans, asked, asOf);
    };
    expect(of(5)).toEqual({ k: 5, challengers, again: false });
    expect(of(6)).toEqual({ k: 6, challengers: [], again: false });
    expect(of(5, '2026-01-01')!.again).toBe(true);
  });
});

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

const u = (j: number): string => `((hash(i * 31 + ${j}) % 999983 + 0.5) / 999983.0)`;

/** Four groups of 100 customers, two of which are one where `gap` is 0. */
const shop = (gap: number): Promise<void> =>
  table(
    engine,
    'made.row',
    `select i as id, case i % 4 when 0 then 0 when 1 then 9 else 4 end + ${u(1)} + ${u(2)} as a,
      case when i % 4 < 2 then 0 when i % 4 = 2 then 9 else 9 + ${gap} end + ${u(3)} + ${u(4)} as b from range(400) as t (i)`,
  );
const options = (more: object = {}) =>
  kmeansOptions.parse({ features: ['a', 'b'], k: { from: 3, to: 4 }, restarts: 2, sample: 200, ...more });
const day = (night: number): string => `2026-01-${String(night).padStart(2, '0')}`;

/** Refits night by night, each from the model of the night before as it was stored. */
async function nights(gaps: readonly number[], more: object = {}): Promise<FittedKmeans[]> {
  const fitted: FittedKmeans[] = [];
  for (const [i, gap] of gaps.entries()) {
    await shop(gap);
    const stored = fitted.length === 0 ? null : (JSON.parse(JSON.stringify(fitted.at(-1))) as FittedKmeans);
    fitted.push(await fitKmeans(engine, options(more), { asOf: day(i + 1), relation: 'made.row', key: 'id' }, stored));
  }
  return fitted;
}
const ks = (fitted: readonly FittedKmeans[]): number[] => fitted.map(({ clusters }) => clusters.length);
const wins = ({ choice }: FittedKmeans): string =>
  choice!.contest?.challengers.map(({ k, refits }) => `${k}:${refits}`).join() ?? 'none';

describe('k from refit to refit', () => {
  it('follows a structure that has changed at the third refit, and not before', async () => {
    const fitted = await nights([0, 0, 9, 9, 9, 9]);
    expect(ks(fitted)).toEqual([3, 3, 3, 3, 4, 4]);
    expect(fitted.map(wins)).toEqual(['none', '', '4:1', '4:2', '4:3', '']);
    const changed = fitted[4]!.choice!;
    expect(changed).toMatchObject({ chosen: 4, contest: { incumbent: 3, margin: 0.02, needed: 3, lost: null } });
    const silhouette = (k: number) => changed.criteria.find((judged) => judged.k === k)!.silhouette;
    expect(changed.contest!.challengers[0]!.lead).toBe(silhouette(4) - silhouette(3));
    expect(ks(await nights([0, 9, 9], { k_refits: 2 }))).toEqual([3, 3, 4]);
  });

  it('never follows one that wavers', async () => {
    const fitted = await nights([0, 9, 9, 0, 9, 9, 0, 9]);
    expect(ks(fitted)).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
    expect(fitted.map(wins)).toEqual(['none', '4:1', '4:2', '', '4:1', '4:2', '', '4:1']);
  });

  it('begins anew where customers are compared by other features, and leaves a range that k is no longer in', async () => {
    const [, stored] = await nights([9, 0]);
    const input = { asOf: day(3), relation: 'made.row', key: 'id' };
    expect(ks([stored!])).toEqual([4]);
    const weighed = await fitKmeans(engine, options({ weights: { a: 2 } }), input, stored);
    expect(weighed.choice).toMatchObject({ chosen: 3, contest: null });
    const narrow = await fitKmeans(engine, options({ k: { from: 2, to: 3 } }), input, stored);
    expect(narrow.choice).toMatchObject({
      chosen: 3,
      contest: { incumbent: 4, lost: { code: 'outOfRange', from: 2, to: 3 } },
    });
    expect((await fitKmeans(engine, options({ k: 3 }), input, stored)).choice).toBeNull();
  });

  it('takes a model that knows of no contest for one without challengers', async () => {
    const [stored] = await nights([0]);
    const { contest: _, ...choice } = stored!.choice!;
    const old = { ...stored!, choice } as FittedKmeans;
    const input = { asOf: day(2), relation: 'made.row', key: 'id' };
    await shop(9);
    const next = await fitKmeans(engine, options(), input, old);
    expect([ks([next]), wins(next)]).toEqual([[3], '4:1']);
  });
});
