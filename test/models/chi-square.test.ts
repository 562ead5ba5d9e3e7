import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { chiSquareTail } from '../../src/math/distributions.ts';
import { chiSquareTailSql, halfSql } from '../../src/models/chi-square.sql.ts';
import { join, raw, sql } from '../../src/sql/sql.ts';
import { double } from '../../src/models/literal.sql.ts';
import { open } from './support.ts';

let engine: Engine;
beforeAll(async () => void (engine = await open()));
afterAll(() => engine.close());

const values = [
  0, 1e-300, 1e-12, 1e-3, 0.1, 0.4394, 0.4395, 0.5, 1, 2, 3.84, 7, 10, 31.9, 32, 32.1, 50, 99.5, 150, 300, 700, 1200,
];

it.each([1, 2, 3, 4, 5, 8, 13, 30, 31, 99, 100])(
  'the tail of χ² in SQL is that of cephes, with %i degrees of freedom',
  async (df) => {
    const rows = await engine.rows(
      sql`select x, ${chiSquareTailSql(raw('t'), df)} as tail
        from (select x, ${halfSql(raw('x'))} as t from (values ${join(values.map((x) => sql`(${double(x)})`))}) as given (x)) as halved
        order by x`,
      { x: 'number', tail: 'number' },
    );
    expect(rows).toHaveLength(values.length);
    for (const { x, tail } of rows) {
      const expected = chiSquareTail(x, df);
      expect(Math.abs(tail - expected)).toBeLessThanOrEqual(1e-12 * Math.max(expected, 1e-300));
      expect(tail).toBeLessThanOrEqual(1);
    }
  },
);

it('is 0, not broken, where x is beyond any doubt', async () => {
  const [row] = await engine.rows(
    sql`select ${chiSquareTailSql(raw('t'), 99)} as odd, ${chiSquareTailSql(raw('t'), 100)} as even
      from (select ${halfSql(sql`1e300`)} as t) as halved`,
    { odd: 'number', even: 'number' },
  );
  expect(row).toEqual({ odd: 0, even: 0 });
});
