import { expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { FittedKmeans } from '../../src/models/kmeans/fitted.ts';
import { kmeansOptions, type KmeansOptions } from '../../src/models/kmeans/options.ts';
import { nobody } from '../../src/pipeline/people/file.ts';
import { kmeansPart } from '../../src/pipeline/kmeans-part.ts';
import { makeModel } from '../../src/pipeline/model-part.ts';
import type { StepContext } from '../../src/pipeline/step.ts';
import { sql } from '../../src/sql/sql.ts';
import { inEnglish } from '../../src/text/remark.ts';
import { open, table } from '../models/support.ts';

const before = { former: null, stored: null, later: null, people: nobody, windows: [] };

/** The model of a night after one that left a model. */
function make(engine: Engine, options: KmeansOptions, asOf: string, stored: FittedKmeans | null = null) {
  const upkeep = { on: asOf, asOf, isReused: false, why: [] };
  const night = { engine, asOf, version: '', today: asOf, erasures: null };
  const former = stored && { upkeep: () => Promise.resolve(upkeep) };
  return makeModel(kmeansPart, options, { ...before, stored }, { ...night, former } as StepContext);
}

it('says what became of k in the outcome of every refit, and in the remarks when it is another', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  /** Four groups, two of which are one where `gap` is 0. */
  const shop = (gap: number): Promise<void> =>
    table(
      engine,
      'features.customer',
      `select i as customer_id, [0, 9, 4, 4][i % 4 + 1] + i * 7919 % 101 / 50 as a, [0, 0, 9, 9 + ${gap}][i % 4 + 1] + i * 104729 % 97 / 50 as b
        from range(400) as t (i)`,
    );
  const asked = { features: ['a', 'b'], k: { from: 3, to: 4 }, restarts: 2, sample: 200, refit: 'always' };
  const told: unknown[] = [];
  let stored: FittedKmeans | null = null;
  for (const [night, gap] of [0, 9, 9, 9].entries()) {
    await shop(gap);
    const made = await make(engine, kmeansOptions.parse(asked), `2026-01-0${night + 1}`, stored);
    told.push([made.how, made.changes && inEnglish(made.changes)]);
    stored = made.fitted;
  }
  const better = (rest: string) => expect.stringMatching(new RegExp(`^${rest}$`)) as unknown;
  expect(told).toEqual([
    [undefined, undefined],
    [better('fitted anew: refit is always; k stays 3; 4 was better by 0\\.\\d{3} in 1 of 3 refits'), []],
    [better('fitted anew: refit is always; k stays 3; 4 was better by 0\\.\\d{3} in 2 of 3 refits'), []],
    [
      better('fitted anew: refit is always; k is 4 now: it was better by 0\\.\\d{3} in 3 refits in a row'),
      [better('k is 4 now: it was better by 0\\.\\d{3} in 3 refits in a row')],
    ],
  ]);
});

it.each(['mean', 'listwise'])(
  'leaves customers whose values the stored model cannot take without a segment, and says how many (%s)',
  async (missing) => {
    const engine = await open();
    onTestFinished(() => engine.close());
    const shop = (returns: number): Promise<void> =>
      table(
        engine,
        'features.customer',
        `select i as customer_id, case when i < ${returns} then -490.0 else 10.0 + i % 4 * 100 + i * 7919 % 101 / 10.0 end as monetary
          from range(400) as t (i)`,
      );
    await shop(0);
    const options = kmeansOptions.parse({ features: ['log1p(monetary)'], k: 4, restarts: 2, missing });
    const { fitted } = await make(engine, options, '2026-01-01');
    expect(await kmeansPart.unscored!(engine, fitted, before)).toEqual([]);
    await shop(5);
    const night = await make(engine, options, '2026-01-02', fitted);
    expect(night.how).toMatch(/^model of 2026-01-01 reused: drift is small/);
    await engine.create('made.score', await kmeansPart.score(night.fitted, before, engine));
    const [lost] = await engine.rows(
      sql`select string_agg(cast(customer_id as varchar), ' ' order by customer_id) as ids from features.customer
        where cast(customer_id as varchar) not in (select customer_id from made.score)`,
      { ids: 'text' },
      1,
    );
    expect(lost!.ids).toBe('0 1 2 3 4');
    expect(inEnglish(await kmeansPart.unscored!(engine, night.fitted, before))).toEqual([
      'log1p(monetary) needs values above -1; 5 customers have less; use signed_log(…); they have no segment',
    ]);
  },
);
