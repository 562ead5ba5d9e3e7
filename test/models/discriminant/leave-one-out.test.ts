import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { fitDiscriminant } from '../../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../../src/models/discriminant/options.ts';
import { discriminantLeftOutSql, discriminantScoreSql } from '../../../src/models/discriminant/score.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { open, table } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';
import { isFull } from '../../support/full.ts';

let engine: Engine;
beforeAll(async () => void (engine = await open()));
afterAll(() => engine.close());

const fit = (options: Record<string, unknown>, relation = 'made.row'): Promise<FittedDiscriminant> =>
  fitDiscriminant(
    engine,
    discriminantOptions.parse({
      class: 'class',
      predictors: ['a', 'b', 'c'],
      validation: 'leave_one_out',
      tolerance: 0,
      ...options,
    }),
    { asOf: '2026-11-20', relation, key: 'id' },
  );

/** Three classes of different sizes, `lonely` more of one row, and a row (0) far from all. */
const rows = (lonely: number): Promise<void> =>
  table(
    engine,
    'made.row',
    `select i as id, case when i >= 30 then 'alone ' || i when i % 5 < 2 then 'x' when i % 5 < 4 then 'y' else 'z' end as class,
      cast(hash(i) % 100 as integer) + 10 * (i % 5) + case when i = 0 then 400 else 0 end as a,
      cast(hash(i + 99) % 100 as integer) + a as b,
      hash(i * 7) % 10 * (1 + i % 5) as c
    from range(${30 + lonely}) as t (i)`,
  );

interface Judged {
  readonly id: string;
  readonly assigned: string;
  readonly posterior: number;
}

const judge = (from: ReturnType<typeof raw>): Promise<Judged[]> =>
  engine.rows(from, { id: 'text', assigned: 'text', posterior: 'number' });

/** Every row by a fit of all others, one fit each. */
async function refits(full: FittedDiscriminant, options: Record<string, unknown>): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (let i = 0; i < full.customers; i++) {
    await table(engine, 'made.others', `select * from made.row where id <> ${i}`);
    const [own] = await engine.rows(raw(`select class from made.row where id = ${i}`), { class: 'text' }, 1);
    const left = full.classes.filter((one) => one.class !== own!.class || one.customers > 1);
    const priors = Object.fromEntries(left.map((one) => [one.class, one.prior]));
    const fitted = await fit({ ...options, priors }, 'made.others');
    await table(engine, 'made.others', `select * from made.row where id = ${i}`);
    judged.push(
      ...(await judge(
        sql`select customer_id as id, assigned_segment as assigned, posterior from (${discriminantScoreSql(fitted)}) as scored`,
      )),
    );
  }
  return judged;
}

describe.each([
  ['pooled', 2],
  ['separate', 0],
])('leaving one out, covariance: %s', (covariance, lonely) => {
  it.runIf(isFull)('is what a fit of all others says, for classes of one row too', async () => {
    await rows(lonely);
    const fitted = await fit({ covariance });
    const expected = new Map((await refits(fitted, { covariance })).map((one) => [one.id, one]));
    const left = await judge(
      sql`select customer_id as id, assigned_class as assigned, posterior from (${discriminantLeftOutSql(fitted)}) as left_out`,
    );
    expect(left).toHaveLength(30 + lonely);
    for (const { id, assigned, posterior } of left) {
      expect(assigned).toBe(expected.get(id)!.assigned);
      expect(Math.abs(posterior - expected.get(id)!.posterior)).toBeLessThan(1e-10);
    }
    expect(fitted.crossValidated).toMatchObject({ total: 30 + lonely, alone: lonely });
  });
});

it('does not put a row into its class whose covariance is singular without it, and says so', async () => {
  await table(
    engine,
    'made.row',
    `select i as id, case when i < 4 then 'few' when i % 2 = 0 then 'even' else 'odd' end as class,
      hash(i) % 100 as a, hash(i + 1) % 100 as b, hash(i + 2) % 100 as c from range(60) as t (i)`,
  );
  const few = await fit({ covariance: 'separate' });
  expect(few.crossValidated.alone).toBe(4);
  expect(few.crossValidated.counts[1]![1]).toBe(0);
  expect(inEnglish(few.warnings)).toContain(
    '4 customers, left out, cannot be put into their own class: it is empty or its covariance singular without them',
  );
  const found = await engine.rows(
    sql`select class, posterior_2 as own from (${discriminantLeftOutSql(few)}) as left_out where is_alone`,
    { class: 'text', own: 'number' },
  );
  expect(found).toEqual(Array.from({ length: 4 }, () => ({ class: 'few', own: 0 })));

  // Nobody but the first row has a c: without it c is constant.
  await table(
    engine,
    'made.row',
    `select i as id, i % 2 as class, hash(i) % 100 as a, hash(i + 1) % 100 as b, cast(i = 0 as integer) as c from range(60) as t (i)`,
  );
  const fitted = await fit({});
  expect(fitted.crossValidated.alone).toBe(1);
  const [row] = await engine.rows(
    sql`select class, assigned_class, posterior from (${discriminantLeftOutSql(fitted)}) as left_out where is_alone`,
    { class: 'text', assigned_class: 'text', posterior: 'number' },
  );
  expect(row).toEqual({ class: '0', assigned_class: '1', posterior: 1 });
});

it('leaves out folds instead where covariances are drawn in, and says so', async () => {
  await rows(0);
  const fitted = await fit({ covariance: 'shrunk', shrinkage: { pooled: 0.5, diagonal: 0.1 } });
  expect(fitted.crossValidated).toMatchObject({ method: 'folds', folds: 5 });
  expect(inEnglish(fitted.warnings)).toContain(
    'leaving out one at a time is exact only where no covariance is drawn in; 5 parts were left out instead',
  );
  expect(() => discriminantLeftOutSql(fitted)).toThrow(/no one can be left out exactly where covariances are drawn in/);
  const separate = await fit({ covariance: 'shrunk', shrinkage: { pooled: 0, diagonal: 0 } });
  expect(separate.crossValidated.method).toBe('leave_one_out');
});
