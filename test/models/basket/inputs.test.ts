import { expect, it, onTestFinished } from 'vitest';
import { basketInputs } from '../../../src/models/basket/inputs.sql.ts';
import { mostBought } from '../../../src/models/basket/most-bought.ts';
import { numberItems } from '../../../src/models/basket/prepare.ts';
import { basisOf, judgeReuse, modelVersion } from '../../../src/models/reuse.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { open } from '../support.ts';

/** 200,000 lines of 3,000 goods, the first with the most lines, half of nobody who is known; goods from a number on are others. */
const lines = (changed = 3000) =>
  raw(
    `select 'b' || i as basket, case when i % 2 = 0 then 'c' || i end as customer, null as category,
        case when good >= ${changed} then 'new "' else 'g''' end || good as item
      from (select i, cast(floor(3000 * pow(hash(i) % 9973 / 9973.0, 2)) as integer) as good from range(200000) as t (i)) as drawn`,
  );

it('tells goods that are no longer sold, however many there are, by the goods that were bought most', async () => {
  const engine = await open();
  onTestFinished(() => engine.close());
  await numberItems(engine, lines());
  const goods = await mostBought(engine);
  expect([goods.length, goods[0]]).toEqual([1000, "g'0"]);
  const ground = { version: '', modelVersion, asOf: '2026-01-01', options: '', erasures: null, segments: null };
  const basis = await basisOf(engine, ground, basketInputs(lines(), goods));
  const policy = { refit: 'drift', drift: { psi: 0.1, days: 30 } } as const;
  const judge = (changed?: number) =>
    judgeReuse(engine, { basis, inputs: () => basketInputs(lines(changed), goods) }, ground, policy);
  expect(await judge()).toMatchObject({ reuse: true, why: [{ code: 'steady', psi: 0 }] });
  expect((await judge(2900)).reuse).toBe(true);
  for (const changed of [0, 100])
    expect((await judge(changed)).why).toMatchObject([{ code: 'drifted', feature: 'goods' }]);
  const rows = sql`select count(*) as n from (${basketInputs(lines(), goods).rows}) as member`;
  const [counted] = await engine.rows(rows, { n: 'integer' }, 1);
  expect(Math.abs(counted!.n - 100_000)).toBeLessThan(501);
});
